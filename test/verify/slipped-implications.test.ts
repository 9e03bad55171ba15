/** An implication that loses a solution and has another one instead is a slip; one that only loses a solution chose a branch. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const arrow = (text: string) => stepsOf(check(text)).find((s) => s.relation === "⇒");

it.each([
  ["a digit of a factor", R`$$36m^2 - 4m = 0 \Rightarrow 4m(8m - 1) = 0.$$`, R`Change 8 to 9: $9m$`],
  ["a digit of a root's factor", R`$$x^2 - 5x + 6 = 0 \implies (x-2)(x-4) = 0$$`, R`Change 4 to 3: $-3$`],
  ["a root of the wrong sign", R`$$(x-2)(x+3)=0 \Rightarrow x=2 \text{ or } x=3.$$`, R`Replace $3$ by $-3$`],
])("%s fails", (_, text, fix) => {
  const step = arrow(text);
  expect(step).toMatchObject({ verdict: "fails", code: "implication/loses" });
  expect(step?.fixes?.[0].title).toBe(fix);
});

it.each([
  ["the positive root", R`$$x^2 = 4 \Rightarrow x = 2$$`, "x > 0"],
  ["the root that is not zero", R`$$x^2 = 3x \Rightarrow x = 3$$`, "x > 0"],
  ["a power that was divided out", R`$$x^3 = x \Rightarrow x^2 = 1$$`, R`x \ne 0`],
])("%s was chosen", (_, text, holdsIf) => expect(arrow(text)).toMatchObject({ verdict: "holds-if", holdsIf }));

it.each([
  ["a factored equation", R`$$x^2 - 5x + 6 = 0 \implies (x-2)(x-3) = 0$$`],
  ["all its roots", R`$$(x-2)(x+3)=0 \Rightarrow x=2 \text{ or } x=-3.$$`],
])("%s follows", (_, text) => expect(arrow(text)?.verdict).toBe("holds"));
