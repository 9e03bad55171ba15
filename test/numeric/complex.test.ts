/** Complex functions against references; real numbers stay real; branch cuts; the same over high precision and duals. */
import { expect, test } from "vitest";
import type { Function1 } from "../../src/numeric/arithmetic";
import { type Complex, complexOver } from "../../src/numeric/complex";
import { dualOver } from "../../src/numeric/dual";
import type { Lane } from "../../src/numeric/lane";
import { double } from "../../src/numeric/lanes";
import { precise } from "../../src/numeric/precise";
import { COMPLEX_REFERENCE } from "./complexReference";

const C = complexOver(double);
const z = (re: number, im: number): Complex<Lane> => ({ re: double.number(re), im: double.number(im) });
const P = precise(50);
const CP = complexOver(P);

test.each(COMPLEX_REFERENCE)("%s(%j)", (name, [re, im], value) => {
  const r = C.call1(name as Function1, z(re, im));
  const size = Math.hypot(...value);
  [r.re, r.im].forEach((part, i) => {
    expect(Math.abs(part.v[0] - value[i])).toBeLessThanOrEqual(part.e[0] + 2e-16 * Math.abs(value[i]));
    expect(part.e[0]).toBeLessThan(1e-8 * Math.max(1, size));
  });
  if (["gamma", "lgamma", "digamma", "zeta"].includes(name)) return;
  const p = CP.call1(name as Function1, { re: P.number(re), im: P.number(im) });
  [p.re, p.im].forEach((part, i) => {
    expect(P.toNumbers(part)[0]).toBeCloseTo(value[i], 12);
  });
});

test("what is real stays exactly real, and can be ordered", () => {
  const r = C.call1("exp", C.mul(C.number(3), C.call1("log", C.number(2))));
  expect([r.im.v[0], r.im.e[0]]).toEqual([0, 0]);
  expect(C.toNumbers(C.less(r, C.number(9)))[0]).toBe(1);
  expect(C.mul(C.imaginary(), C.imaginary()).re.v[0]).toBe(-1);
  expect(C.call1("sqrt", C.number(-4)).im.v[0]).toBe(2);
  expect(C.toNumbers(C.less(C.imaginary(), C.number(9)))[0]).toBeNaN();
  expect(C.toNumbers(C.pow(C.imaginary(), C.numbers(Float64Array.of(0, 2, -2, 4))))).toEqual(Float64Array.of(1, -1, -1, 1));
});

test("e^{iπ} + 1 is 0 within its bound; a cut within the bound is undefined", () => {
  const r = C.add(C.call1("exp", C.mul(C.imaginary(), C.constant("pi"))), C.number(1));
  expect(Math.abs(r.re.v[0])).toBeLessThanOrEqual(r.re.e[0]);
  expect(Math.abs(r.im.v[0])).toBeLessThanOrEqual(r.im.e[0]);
  expect(C.call1("log", C.sub(r, C.number(1))).im.v[0]).toBeNaN();
});

const D = dualOver(double);
test.each([
  "exp",
  "log",
  "sqrt",
  "sin",
  "tan",
  "cot",
  "sec",
  "csc",
  "asin",
  "acos",
  "atan",
  "acot",
  "sinh",
  "tanh",
  "coth",
  "sech",
  "csch",
  "asinh",
  "atanh",
  "gamma",
  "lgamma",
  "digamma",
  "trigamma",
  "erf",
  "erfc",
  "erfinv",
  "expint",
  "Ei",
  "li",
  "Si",
  "Ci",
  "sinc",
  "ellipk",
  "ellipe",
  "dilog",
  "besselj0",
  "besselj1",
  "lambertw",
  "cbrt",
  "asech",
  "acsch",
  "factorial",
  "abs",
] as const)("derivative of %s against a difference quotient", (name) => {
  const x = 0.4;
  const h = 1e-4;
  const f = (t: number) => double.call1(name, double.number(t)).v[0];
  const quotient = (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
  expect(D.tangent(D.call1(name, D.variable(double.number(x)))).v[0] / quotient).toBeCloseTo(1, 8);
});
test("derivatives at jumps and kinks are undefined", () => {
  for (const name of ["abs", "sign"] as const) expect(D.tangent(D.call1(name, D.variable(double.number(0)))).v[0]).toBeNaN();
  expect(D.tangent(D.call1("floor", D.variable(double.number(2)))).v[0]).toBeNaN();
  expect(D.tangent(D.call1("floor", D.variable(double.number(2.5)))).v[0]).toBe(0);
  expect(D.tangent(D.pow(D.variable(double.number(0)), D.number(2))).v[0]).toBe(0);
  const product = D.segmentProduct(D.variable(double.numbers(Float64Array.of(0, 3, 5))), Int32Array.of(0, 2, 2, 3));
  expect([...product.v.v]).toEqual([0, 1, 5]);
  expect([...D.tangent(product).v]).toEqual([3, 0, 1]);
});
