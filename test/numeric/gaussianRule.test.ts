/** Products of Gauss–Hermite rules against the moments of the normal distribution; Cholesky factors against their product. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, solvedAbove, solvedBelow } from "../../src/numeric/cholesky";
import { gaussianPoints } from "../../src/numeric/gaussianRule";
import { double } from "../../src/numeric/lanes";

const value = (x: ReturnType<typeof double.number>): number => double.toNumbers(x)[0];

describe("Gauss–Hermite rules", () => {
  it.each([
    [3, 5],
    [4, 7],
    [5, 9],
  ] as const)("of %i nodes are exact up to degree %i", (nodes, degree) => {
    for (let n = 0; n <= degree; n++) {
      const odd = n % 2 === 1;
      const moment = odd ? 0 : Array.from({ length: n / 2 }, (_, k) => 2 * k + 1).reduce((a, b) => a * b, 1);
      const sum = [...gaussianPoints(double, 2, nodes)].reduce((s, { at, weight }) => s + value(weight) * value(at[0]) ** n * value(at[1]) ** 2, 0);
      expect(sum).toBeCloseTo(moment, 8);
    }
  });
});

describe("Cholesky factors", () => {
  it("give the matrix back, and solve with it", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }), (x) => {
        const p = Array.from({ length: 9 }, (_, k) => [0, 1, 2].reduce((s, j) => s + x[3 * Math.floor(k / 3) + j] * x[3 * (k % 3) + j], k % 4 === 0 ? 0.5 : 0));
        const { factor } = cholesky(double, p.map(double.number), 3);
        const l = factor.map(value);
        for (let k = 0; k < 9; k++) expect([0, 1, 2].reduce((s, j) => s + l[3 * Math.floor(k / 3) + j] * l[3 * (k % 3) + j], 0)).toBeCloseTo(p[k], 8);
        const b = [1, -2, 3];
        const solved = solvedAbove(double, factor, solvedBelow(double, factor, b.map(double.number), 3), 3).map(value);
        b.forEach((v, i) => void expect([0, 1, 2].reduce((s, j) => s + p[3 * i + j] * solved[j], 0)).toBeCloseTo(v, 6));
      }),
    );
  });
});
