/** Steps that are meant for two equal indices, or for two different ones. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

/** Verdicts of the steps that speak of a derivative. */
const derivatives = (text: string): string[] =>
  stepsOf(check(String.raw`Let $s_i = \frac{e^{a_i}}{\sum_{k=1}^K e^{a_k}}$. ` + text))
    .filter((s) => s.left.includes("partial"))
    .map((s) => s.verdict);

describe("derivatives of a softmax", () => {
  it.each([
    [
      "in words before",
      String.raw`If $i = j$, $\frac{\partial s_i}{\partial a_j} = s_i(1 - s_i)$. If $i \ne j$, $\frac{\partial s_i}{\partial a_j} = -s_i s_j$.`,
      ["holds", "holds"],
    ],
    [
      "before displays",
      String.raw`For $i = j$: $$\frac{\partial s_i}{\partial a_j} = s_i(1 - s_j)$$ and for $i \neq j$: $$\frac{\partial s_i}{\partial a_j} = -s_i s_j$$`,
      ["holds", "holds"],
    ],
    [
      "in words behind",
      String.raw`Then $$\frac{\partial s_i}{\partial a_j} = s_i(1 - s_j) \text{ if } i = j, \qquad \frac{\partial s_i}{\partial a_j} = s_i s_j \text{ if } i \neq j.$$`,
      ["holds", "fails"],
    ],
    [
      "in a column",
      String.raw`\begin{align*} \frac{\partial s_i}{\partial a_j} &= s_i(1 - s_i), & i = j \\ \frac{\partial s_i}{\partial a_j} &= -s_i s_j, & i \neq j \end{align*}`,
      ["holds", "holds"],
    ],
    ["wrong where they are equal", String.raw`If $i = j$, we have $\frac{\partial s_i}{\partial a_j} = s_i(1 + s_i)$.`, ["fails"]],
    ["in general again", String.raw`If $i = j$ it is $s_i(1 - s_i)$. In general, $\frac{\partial s_i}{\partial a_j} = s_i(1 - s_i)$.`, ["unchecked"]],
  ])("%s", (_, text, expected) => {
    expect(derivatives(text)).toEqual(expected);
  });
});
