/** The root of what is linear in its unknown or in the reciprocal of it, by its form. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { linearRoot, lowestPower } from "../../src/checks/linear-roots";
import { formula } from "../../src/derivation/reading/formula";

it.each<[string, string, number | undefined]>([
  ["a x + b", "c", 0],
  ["\\frac{a}{x} + b", "c", -1],
  ["\\frac{a}{x^2}", "\\frac{b}{x}", -2],
  ["\\sum_{i=1}^n (\\frac{1}{x} - y_i)", "0", -1],
  ["x^2 + x", "0", undefined],
  ["x^2 - x + 1", "0", undefined],
  ["|x| + x", "1", undefined],
  ["\\sum_{i=1}^x i", "x", undefined],
  ["e^x", "x", undefined],
])("%s = %s", (left, right, low) => expect(lowestPower(formula(left), formula(right), "x")).toBe(low));

it("a x^k + b x^(k+1) vanishes there", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -2, max: 0 }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.boolean(),
      (k, a, b, minus) => {
        const f = (x: number): number => a * x ** k + (minus ? -b : b) * x ** (k + 1);
        const x = linearRoot(f(1), f(-1), k);
        expect(Math.abs(a + (minus ? -b : b) * x)).toBeLessThan(1e-9 * (1 + a));
      },
    ),
  ));
