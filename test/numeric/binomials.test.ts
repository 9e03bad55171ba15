/** Large binomial coefficients, asked for in any order. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { binomial } from "../../src/numeric/functions/gamma";

it("obey the rule of Pascal, whatever was asked before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 900 }), fc.integer({ min: 1, max: 59 }), (n, k) => {
      const [whole, left, right] = [binomial(n + 1, k), binomial(n, k - 1), binomial(n, k)];
      expect(Math.abs(whole - left - right) / whole).toBeLessThan(1e-15);
      expect(binomial(n, n - k)).toBe(right);
    }),
  );
});
