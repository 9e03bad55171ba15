/** What the messages of failing steps say: short, whatever the length of the formula. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const long = String.raw`\left(a^2 b + a b^2 + 3 a + \frac{5}{1 + b^2} - 7 b^3 + 11\right)`;
const remedy = (left: string, right: string) => {
  const step = stepsOf(check(`For all numbers $$${left} = ${right}$$`)).at(-1);
  return { verdict: step?.verdict, says: /It holds .*$/.exec(step?.message ?? "")?.[0], title: step?.fixes?.[0]?.title };
};

describe("a remedy", () => {
  it.each([
    ["shows the term that changes", "(x + 1)^2", "x^2 + 3x + 1", "It holds with $+2x$ in place of $+ 3x$."],
    [
      "shows a factor of a long term",
      String.raw`${long} \frac{x^2 - 1}{x + 3}`,
      String.raw`${long} \frac{x^2 + 1}{x + 3}`,
      "It holds with $-1$ in place of $+ 1$.",
    ],
    [
      "shows the fraction whose part it changes",
      String.raw`${long} \frac{x y}{c} + c d`,
      String.raw`${long} \frac{x y}{d} + c d`,
      String.raw`It holds with $\frac{x y}{c}$ in place of $\frac{x y}{d}$.`,
    ],
  ])("%s", (_, left, right, says) => {
    expect(remedy(left, right)).toMatchObject({ verdict: "fails", says });
  });

  it("shows a bracket with a term too many, and names the term", () => {
    expect(remedy(String.raw`${long} (x + 2) + y`, String.raw`${long} (x + 2 - y) + y`)).toEqual({
      verdict: "fails",
      says: "It holds with $(x + 2)$ in place of $(x + 2 - y)$.",
      title: "Leave out - y",
    });
  });
});
