/** Roots, limits and matrices. */
import { expect, test } from "vitest";
import { double as A } from "../../src/numeric/lanes";
import { LIMIT_STEPS, limitOf } from "../../src/numeric/limits";
import { matricesOver } from "../../src/numeric/linear";
import { modular, PRIME } from "../../src/numeric/modular";
import { brent, solve } from "../../src/numeric/roots";

test.each([
  ["x² - 2", (x: number) => x * x - 2, [Math.SQRT2, -Math.SQRT2]],
  ["cos x - x", (x: number) => Math.cos(x) - x, [0.7390851332151607]],
  ["(x - 3)²", (x: number) => (x - 3) ** 2, [3]],
  ["log x - 5", (x: number) => Math.log(x) - 5, [Math.exp(5)]],
  ["1/x has none", (x: number) => 1 / x, []],
  ["x² + 1 has none", (x: number) => x * x + 1, []],
  ["x³ - 1e-6", (x: number) => x ** 3 - 1e-6, [0.01]],
] as const)("roots of %s", (_, f, roots) => {
  const found = solve(f, [1, 2.9]);
  for (const r of roots) expect(found.some((x) => Math.abs(x - r) < 1e-6 * Math.abs(r))).toBe(true);
  expect(found.length).toBe(roots.length);
});
test("Brent to the last digits", () => expect(brent((x) => x ** 5 - x - 1, 1, 2)).toBeCloseTo(1.1673039782614187, 14));

const at = (f: (h: typeof A extends { number(x: number): infer L } ? L : never) => { v: Float64Array; e: Float64Array }) => {
  const r = f(A.numbers(LIMIT_STEPS));
  return limitOf(r.v, r.e);
};
const one = A.number(1);
test.each([
  ["sin h/h", at((h) => A.div(A.call1("sin", h), h)), 1],
  ["(1-cos h)/h²", at((h) => A.div(A.sub(one, A.call1("cos", h)), A.mul(h, h))), 0.5],
  ["(1+h)^{1/h}", at((h) => A.pow(A.add(one, h), A.div(one, h))), Math.E],
  ["h log h", at((h) => A.mul(h, A.call1("log", h))), 0],
  ["√h", at((h) => A.call1("sqrt", h)), 0],
  ["exp(-1/h)", at((h) => A.call1("exp", A.neg(A.div(one, h)))), 0],
  ["constant", at((h) => A.add(A.mul(h, A.number(0)), A.number(7))), 7],
  [
    "√(x²+x) - x",
    at((h) => {
      const x = A.div(one, h);
      return A.sub(A.call1("sqrt", A.add(A.mul(x, x), x)), x);
    }),
    0.5,
  ],
  ["1/h", at((h) => A.div(one, h)), Infinity],
  ["-1/h²", at((h) => A.neg(A.div(one, A.mul(h, h)))), -Infinity],
  ["log h", at((h) => A.call1("log", h)), -Infinity],
] as const)("limit of %s", (_, r, value) => {
  if (Math.abs(value) === Infinity) expect(r?.value).toBe(value);
  else expect(Math.abs((r?.value ?? NaN) - value)).toBeLessThanOrEqual(r?.error ?? 0);
});
test.each([
  ["sin 1/h", at((h) => A.call1("sin", A.div(one, h)))],
  ["(sin 1/h)/h", at((h) => A.div(A.call1("sin", A.div(one, h)), h))],
  ["undefined", at((h) => A.call1("log", A.neg(h)))],
] as const)("no limit of %s", (_, r) => expect(r).toBeUndefined());

const M = matricesOver(modular());
const F = modular();
const integers = (rows: number, cols: number, ...xs: number[]) => M.make(rows, cols, (r, c) => F.number(xs[r * cols + c]));
test("inverse, determinant and products are exact modulo a prime", () => {
  const a = integers(4, 4, 2, -1, 0, 3, 5, 7, 1, 0, -2, 4, 4, 1, 0, 6, -3, 8);
  const b = integers(4, 4, 1, 2, 3, 4, 0, 1, 0, 1, 5, 5, 2, 0, 1, 0, 0, 7);
  expect(M.mul(a, M.inverse(a))).toEqual(M.identity(4));
  expect(M.determinant(M.mul(a, b))).toEqual(F.mul(M.determinant(a), M.determinant(b)));
  expect(M.determinant(integers(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 10))).toEqual([PRIME - 3n]);
  expect(M.trace(M.kronecker(a, b))).toEqual(F.mul(M.trace(a), M.trace(b)));
  expect(M.inverse(integers(2, 2, 1, 2, 2, 4)).items[0]).toEqual([-1n]);
  expect(() => M.mul(a, integers(3, 1, 1, 2, 3))).toThrow("4×4 and 3×1");
});
test("cross product", () => expect(M.cross(integers(3, 1, 1, 2, 3), integers(3, 1, 4, 5, 6)).items).toEqual([[PRIME - 3n], [6n], [PRIME - 3n]]));
