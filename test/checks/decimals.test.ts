/** Decimals in steps: rounding of what is written down is granted, rounding of what is worked with only as far as it fixes the value. */
import { expect, it } from "vitest";
import { verdicts } from "../verify/run";

const CASES: readonly (readonly [step: string, verdict: string])[] = [
  ["2 \\cdot 0.333 = \\frac{2}{3}", "holds"],
  ["\\frac{0.25}{0.75} = 0.33", "holds"],
  ["1.96 \\cdot 0.05 = 0.098", "holds"],
  ["\\frac{2}{7} = 28.6\\%", "holds"],
  // factors of one digit are data
  ["0.4 \\cdot 0.2 = \\frac{9}{100}", "fails"],
  ["0.4 \\cdot 0.2 = 9\\%", "fails"],
  ["0.41 \\cdot 0.22 = \\frac{9.2}{100}", "unchecked"],
  ["\\frac{2}{7} = 0.296", "fails"],
  // one digit, whatever the numbers before it were rounded from
  ["\\frac{1.96^2 \\cdot 0.25}{0.04^2} \\approx 610.25", "fails"],
  ["\\frac{1.96^2 \\cdot 0.25}{0.04^2} \\approx 598.42", "unchecked"],
  ["\\frac{1.96^2 \\cdot 0.25}{0.04^2} \\approx 600.25", "holds"],
  // an order of magnitude
  ["4 \\cdot 10^9 \\cdot 8 \\cdot 32 = 10^{12}", "unchecked"],
  ["4 \\cdot 10^9 \\cdot 8 \\cdot 32 = 10^{11}", "fails"],
  ["99 + 2 = 10^2", "fails"],
  // the numbers of a formula were not rounded, the one it begins with was
  ["m! \\approx \\sqrt{2\\pi} e^{-m} m^{m + 1/2}", "unchecked"],
  ["\\int_0^3 x^2\\,dx \\approx 12", "fails"],
];

it.each(CASES)("%s: %s", (step, verdict) => expect(verdicts(`$$ ${step} $$\n`)).toEqual([verdict]));

it.each([
  ["\\frac12 (w(0) + w(0.5)) \\approx 0.8894", "holds"],
  ["\\frac12 (w(0) + w(0.5)) \\approx 0.8694", "fails"],
])("the place at which a function is taken was not rounded, %s: %s", (step, verdict) =>
  expect(verdicts(`Let $w(x) = e^{-x^2}$. Then $$ ${step} $$\n`).at(-1)).toBe(verdict),
);
