/** Definite integrals against closed forms, and refusals. */
import { expect, test } from "vitest";
import { dualOver } from "../../src/numeric/dual";
import { double } from "../../src/numeric/lanes";
import { type Hint, integrate } from "../../src/numeric/quadrature";

const A = double;
type L = ReturnType<typeof A.number>;
const n = (x: number) => A.number(x);
const f = {
  exp: (x: L) => A.call1("exp", x),
  sin: (x: L) => A.call1("sin", x),
  cos: (x: L) => A.call1("cos", x),
  log: (x: L) => A.call1("log", x),
  sqrt: (x: L) => A.call1("sqrt", x),
};
const sq = (x: L) => A.mul(x, x);
const end = (x: number) => (Math.abs(x) === Infinity ? (x > 0 ? A.constant("infinity") : A.neg(A.constant("infinity"))) : n(x));
const normal = (c: number, s: number) => (x: L) => A.div(f.exp(A.div(sq(A.sub(x, n(c))), n(-2 * s * s))), n(s * Math.sqrt(2 * Math.PI)));

const CASES: [name: string, a: number, b: number, f: (x: L) => L, value: number, tolerance?: number][] = [
  ["x^2", 0, 3, sq, 9],
  ["reversed", 3, 0, sq, -9],
  ["empty", 2, 2, sq, 0],
  ["sin", 0, Math.PI, f.sin, 2],
  ["odd", -1, 1, (x) => A.mul(x, sq(x)), 0],
  ["log at 0", 0, 1, f.log, -1],
  ["x^-1/2", 0, 1, (x) => A.div(n(1), f.sqrt(x)), 2],
  ["sinc over the removable point", -1, 1, (x) => A.div(f.sin(x), x), 1.8921661407343662],
  ["half circle", -1, 1, (x) => f.sqrt(A.sub(n(1), sq(x))), Math.PI / 2],
  ["|x|", -1, 2, (x) => A.call1("abs", x), 2.5],
  ["step", 0, 1, (x) => A.select(A.less(x, n(0.3)), n(1), n(0)), 0.3],
  ["exp(-x)", 0, Infinity, (x) => f.exp(A.neg(x)), 1],
  ["x^3 exp(-x)", 0, Infinity, (x) => A.mul(A.mul(x, sq(x)), f.exp(A.neg(x))), 6],
  ["exp(x) below", -Infinity, 0, f.exp, 1],
  ["Gauss", -Infinity, Infinity, (x) => f.exp(A.neg(sq(x))), Math.sqrt(Math.PI)],
  ["Gauss reversed", Infinity, -Infinity, (x) => f.exp(A.neg(sq(x))), -Math.sqrt(Math.PI)],
  ["Cauchy", -Infinity, Infinity, (x) => A.div(n(1), A.add(n(1), sq(x))), Math.PI],
  ["x^-2", 1, Infinity, (x) => A.div(n(1), sq(x)), 1],
  ["x^-1/2 exp(-x)", 0, Infinity, (x) => A.div(f.exp(A.neg(x)), f.sqrt(x)), Math.sqrt(Math.PI)],
  ["x/(e^x-1)", 0, Infinity, (x) => A.div(x, A.sub(f.exp(x), n(1))), Math.PI ** 2 / 6],
  ["shifted normal", -Infinity, Infinity, normal(3, 0.7), 1],
  ["entropy-like", -Infinity, Infinity, (x) => A.mul(normal(1, 2)(x), sq(x)), 5],
];
test.each(CASES)("∫ %s", (_, a, b, g, value) => {
  const r = integrate(A, end(a), end(b), (_lane, x) => g(x));
  expect(Math.abs(r.v[0] - value)).toBeLessThanOrEqual(r.e[0] + 1e-15);
  expect(r.e[0]).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
});

const REFUSED: [string, number, number, (x: L) => L][] = [
  ["1/x at 0", 0, 1, (x) => A.div(n(1), x)],
  ["1/x across 0", -1, 1, (x) => A.div(n(1), x)],
  ["1/x^2 across 0", -1, 2, (x) => A.div(n(1), sq(x))],
  ["tan across a pole", 0, 3, (x) => A.call1("tan", x)],
  ["x at infinity", 0, Infinity, (x) => x],
  ["1", -Infinity, Infinity, () => n(1)],
  ["1/x at infinity", 1, Infinity, (x) => A.div(n(1), x)],
  ["sin at infinity", 0, Infinity, f.sin],
  ["log of negatives", -1, 1, f.log],
];
test.each(REFUSED)("refuses ∫ %s", (_, a, b, g) => {
  const r = integrate(A, end(a), end(b), (_lane, x) => g(x));
  expect(r.v[0]).toBeNaN();
});

test.each([
  [30, 0.05],
  [-250, 0.01],
  [1e4, 1],
  [0, 1e-5],
])("N(%f, %f) is found with a hint, and found or refused without", (c, s) => {
  const hint: Hint = { centre: Float64Array.of(c), width: Float64Array.of(s) };
  const told = integrate(A, end(-Infinity), end(Infinity), (_l, x) => normal(c, s)(x), 1, { hints: [hint] });
  expect(Math.abs(told.v[0] - 1)).toBeLessThanOrEqual(told.e[0]);
  expect(told.e[0]).toBeLessThan(1e-8);
  for (const r of [
    integrate(A, end(-Infinity), end(Infinity), (_l, x) => normal(c, s)(x)),
    integrate(A, end(c - 90), end(c + 113), (_l, x) => normal(c, s)(x)),
  ]) {
    if (!Number.isNaN(r.v[0])) expect(Math.abs(r.v[0] - 1)).toBeLessThanOrEqual(r.e[0]);
  }
});

test("lanes keep their own bounds", () => {
  const r = integrate(A, n(0), A.numbers(Float64Array.of(1, 2, Infinity)), (_l, x) => f.exp(A.neg(x)));
  [1 - Math.exp(-1), 1 - Math.exp(-2), 1].forEach((v, i) => {
    expect(Math.abs(r.v[i] - v)).toBeLessThan(1e-13);
  });
});

test("Leibniz: the derivative of ∫_t^{t²} x t dx is 2t·t²·t - t·t + (t⁴ - t²)/2", () => {
  const D = dualOver(A);
  const ts = Float64Array.of(0.5, 1.7, 3);
  const t = D.variable(A.numbers(ts));
  const r = integrate(D, t, D.mul(t, t), (lane, x) => D.mul(x, D.gather(t, lane)), 3);
  const d = D.tangent(r);
  for (const [i, x] of ts.entries()) expect(d.v[i]).toBeCloseTo(2 * x ** 4 - x * x + (x ** 4 - x * x) / 2, 10);
});
