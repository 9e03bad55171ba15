/** Repairs of steps without names are numbers that a person would write, never the left side as a multiple of the right one. */
import { expect, it } from "vitest";
import { check, stepsOf } from "../verify/run";

const fixes = (step: string): string[] => stepsOf(check(`$$ ${step} $$\n`)).flatMap((s) => (s.fixes ?? []).map((f) => f.title));

it.each([
  ["\\frac{\\sqrt{3}}{2} \\cdot 4 = \\sqrt{3}", "Multiply $\\sqrt{3}$ by $2$: $2\\sqrt{3}$"],
  ["3 \\cdot 4 + 5 = 12", "Change 12 to 17"],
])("%s", (step, first) => expect(fixes(step)[0]).toBe(first));

it.each(["0.00\\overline{93} = \\frac{7}{750}", "3 \\cdot 4 + 5 = 12"])("%s: no odd fraction", (step) => {
  expect(fixes(step).filter((title) => /\d\d\/\d\d|frac\{\d+\}\{\d\d/.test(title))).toEqual([]);
});
