/** Equations that words call those of tangent lines. */
import { expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [text: string, last: string])[] = [
  [R`The tangent line to $y = x^2$ at $x = 1$ is $y = 2x - 1$.`, "holds"],
  [R`The tangent line to $y = x^2$ at $x = 1$ is $y = 2x + 1$.`, "fails"],
  [R`Let $f(x) = x^3 - x$. The equation of the tangent line at $x = 2$ is $y = 11(x-2) + 6$.`, "holds"],
  [R`Let $f(x) = \sqrt{x}$. The tangent to the graph at $x = 4$ is $y = \frac12 x + 1$.`, "fails"],
  // other lines, and what is asked
  [R`The normal to $y = x^2$, no tangent, at $x = 1$ is $y = \frac{3 - x}{2}$.`, "given"],
  [R`Find the tangent line to $y = x^2$ that is parallel to $y = 4x$.`, "given"],
];
it.each(CASES)("%s", (text, last) => expect(verdicts(text).at(-1)).toBe(last));

it("offers the line", () => {
  const step = stepsOf(check(R`The tangent line to $y = x^2$ at $x = 1$ is $y = 2x + 1$.`)).at(-1);
  expect(step?.message).toBe("Does not hold: at x = 1 the curve is at 1, the line at 3.");
  expect(step?.fixes?.[0].edits[0].newText).toBe("2x - 1");
});
