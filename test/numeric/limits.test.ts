/** Limits of columns of values. */
import { expect, test } from "vitest";
import { double as A } from "../../src/numeric/lanes";
import { LIMIT_GRID, limitOf, stepsOf } from "../../src/numeric/limits";

const at = (f: (h: typeof A extends { number(x: number): infer L } ? L : never) => { v: Float64Array; e: Float64Array }) => {
  const r = f(A.numbers(stepsOf(LIMIT_GRID)));
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
