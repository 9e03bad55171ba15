/** Lengths and vectors between points whose coordinates stand before them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);
const points = "Let $A = (1, 3)$, $B = (4, 7)$ and $C(4, 3)$. ";
const space = "Let $P(1, 0, 2)$ and $Q(3, 1, 4)$. ";

describe("between points", () => {
  it.each([
    [points, "Then $AB = 5$.", "holds"],
    [points, "Then $AB = 7$.", "fails"],
    [points, R`The length is $|AB| = \sqrt{3^2 + 4^2}$.`, "holds"],
    [points, R`The length is $|AB| = \sqrt{3^2 + 3^2}$.`, "fails"],
    [points, R`So $\overline{BC} = 4$.`, "holds"],
    [points, R`So $\overline{BC} = 3$.`, "fails"],
    [points, "So $AC + CB = 7$.", "holds"],
    [points, "So $d(A, B) = 6$.", "fails"],
    [points, R`So $\overrightarrow{AB} = (3, 4)$.`, "holds"],
    [points, R`So $\overrightarrow{BA} = (3, -4)$.`, "fails"],
    [space, "Then $PQ = 3$.", "holds"],
    [space, R`Then $PQ = \sqrt{8}$.`, "fails"],
  ])("%s%s %s", (before, text, verdict) => {
    expect(last(`${before}\n\n${text}`)?.verdict).toBe(verdict);
  });

  it.each([
    ["a length with a name", points, "Let $AB = c$."],
    ["under another heading", `${points}\n\n## Exercise 2\n\n`, "In a triangle $AB = 7$."],
    ["of another triangle", points, "Now take another triangle with $AB = 7$."],
    ["a letter at two places", `${points}Or let $B = (0, 0)$. `, "Then $AB = 7$."],
    ["probabilities", "We know $A(1, 3) = 0.2$ and $B(4, 7) = 0.5$. ", "Then $AB = 7$."],
    ["one point", "Let $A = (1, 3)$. ", "Then $AB = 7$."],
  ])("says nothing of %s", (_what, before, text) => {
    expect(last(`${before}\n\n${text}`)?.verdict).toMatch(/given|defines/);
  });
});
