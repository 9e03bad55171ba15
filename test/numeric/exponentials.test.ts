/** Polynomials times exponentials: their integrals in closed form against quadrature and against known values. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Unsupported } from "../../src/numeric/arithmetic";
import { closedIntegral, diverges } from "../../src/numeric/closedIntegrals";
import { type ExponentialArithmetic, type Exponentials, exponentialsOver } from "../../src/numeric/exponentials";
import { double, type Lane } from "../../src/numeric/lanes";
import { precise } from "../../src/numeric/precise";
import { integrate } from "../../src/numeric/quadrature";

const X = exponentialsOver(double);
const t = X.variable;
type F = (A: ExponentialArithmetic<Lane>, x: Exponentials<Lane>) => Exponentials<Lane>;
const n = (x: number) => X.number(x);
const [LOW, HIGH] = [double.number(Number.NEGATIVE_INFINITY), double.number(Number.POSITIVE_INFINITY)];

const gaussian = (m: number, v: number): Exponentials<Lane> => {
  const d = X.sub(t, n(m));
  return X.div(X.call1("exp", X.neg(X.div(X.mul(d, d), n(2 * v)))), X.call1("sqrt", X.mul(n(2 * v), X.constant("pi"))));
};

test.each<[string, Exponentials<Lane>, Lane, Lane, number]>([
  ["a density has mass one", gaussian(1.5, 0.3), LOW, HIGH, 1],
  ["E z = m", X.mul(gaussian(1.5, 0.3), t), LOW, HIGH, 1.5],
  ["E z² = m² + v", X.mul(gaussian(1.5, 0.3), X.pow(t, n(2))), LOW, HIGH, 2.55],
  ["E z⁴ = 3v²", X.mul(gaussian(0, 0.5), X.pow(t, n(4))), LOW, HIGH, 0.75],
  ["E e^z = e^{m + v/2}", X.mul(gaussian(0.25, 0.5), X.call1("exp", t)), LOW, HIGH, Math.exp(0.5)],
  ["KL of two Gaussians", X.mul(gaussian(1, 2), X.call1("log", X.div(gaussian(1, 2), gaussian(0, 2)))), LOW, HIGH, 0.25],
  ["entropy", X.neg(X.mul(gaussian(3, 0.5), X.call1("log", gaussian(3, 0.5)))), LOW, HIGH, 0.5 * Math.log(Math.PI) + 0.5],
  ["a root of a density", X.call1("sqrt", gaussian(0, 1)), LOW, HIGH, (8 * Math.PI) ** 0.25],
  ["∫_0^∞ t² e^{-t}", X.mul(X.pow(t, n(2)), X.call1("exp", X.neg(t))), double.number(0), HIGH, 2],
  ["∫_1^∞ e^{-2t}", X.call1("exp", X.mul(n(-2), t)), double.number(1), HIGH, Math.exp(-2) / 2],
  ["∫_{-∞}^0 t e^t", X.mul(t, X.call1("exp", t)), LOW, double.number(0), -1],
  ["∫_0^∞ t e^{-t²}", X.mul(t, X.call1("exp", X.neg(X.mul(t, t)))), double.number(0), HIGH, 0.5],
  ["∫_0^∞ t² e^{-t²}", X.mul(X.mul(t, t), X.call1("exp", X.neg(X.mul(t, t)))), double.number(0), HIGH, Math.sqrt(Math.PI) / 4],
  ["∫_1^3 (t - 1)²", X.pow(X.sub(t, n(1)), n(2)), double.number(1), double.number(3), 8 / 3],
  ["∫ cosh(t) N(0, 1)", X.mul(X.call1("cosh", t), gaussian(0, 1)), LOW, HIGH, Math.exp(0.5)],
])("%s", (_, f, from, to, expected) => {
  const value = closedIntegral(double, f, from, to);
  expect(Math.abs(value.v[0] - expected)).toBeLessThanOrEqual(value.e[0] + 1e-15 * Math.abs(expected));
  expect(value.e[0]).toBeLessThan(1e-12);
});

test.each<[string, F]>([
  ["a quotient by a polynomial", (A, x) => A.div(A.number(1), x)],
  ["the logarithm of a polynomial", (A, x) => A.call1("log", x)],
  ["an exponential of a cube", (A, x) => A.call1("exp", A.mul(x, A.mul(x, x)))],
  ["a sine", (A, x) => A.call1("sin", x)],
  ["a root of a polynomial", (A, x) => A.pow(x, A.number(0.5))],
  ["a comparison", (A, x) => A.less(x, A.number(0))],
  ["a number of every lane", (A, x) => A.numbers(A.toNumbers(x))],
  ["a polynomial over the line", (A, x) => A.mul(x, x)],
  ["an exponential over the line", (A, x) => A.call1("exp", x)],
])("%s has no closed form here", (_, f) => {
  expect(() => closedIntegral(double, f(X, t), LOW, HIGH)).toThrow(Unsupported);
});

test("divergence is told from what merely is not known", () => {
  expect(diverges(double, X.mul(t, t), LOW, HIGH)).toBe(true);
  expect(diverges(double, X.call1("exp", X.mul(t, t)), double.number(0), HIGH)).toBe(true);
  expect(diverges(double, gaussian(0, 1), LOW, HIGH)).toBe(false);
  expect(diverges(double, X.sub(t, t), LOW, HIGH)).toBe(false);
  expect(diverges(double, X.mul(t, t), double.number(0), double.number(1))).toBe(false);
});

test("closed forms agree with quadrature within both bounds", () => {
  const coefficient = fc.double({ min: -2, max: 2, noNaN: true });
  const width = fc.double({ min: 0.2, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(coefficient, { minLength: 1, maxLength: 4 }), coefficient, width, (p, m, v) => {
      const f = <T>(A: ExponentialArithmetic<T>, x: Exponentials<T>): Exponentials<T> => {
        const d = A.sub(x, A.number(m));
        const exponential = A.call1("exp", A.neg(A.div(A.mul(d, d), A.number(v))));
        return A.mul(
          exponential,
          p.map((c, k) => A.mul(A.number(c), A.pow(x, A.number(k)))).reduce((s, y) => A.add(s, y)),
        );
      };
      const closed = closedIntegral(double, f(X, t), LOW, HIGH);
      const P = precise(50);
      const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map((x) => P.number(x));
      const exact = P.toNumbers(closedIntegral(P, f(exponentialsOver(P), exponentialsOver(P).variable), low, high))[0];
      const nodes = integrate(
        double,
        LOW,
        HIGH,
        (_, x) => {
          const d = double.sub(x, double.number(m));
          const exponential = double.call1("exp", double.neg(double.div(double.mul(d, d), double.number(v))));
          return double.mul(
            exponential,
            p.map((c, k) => double.mul(double.number(c), double.pow(x, double.number(k)))).reduce((s, y) => double.add(s, y)),
          );
        },
        1,
      );
      expect(Math.abs(closed.v[0] - exact)).toBeLessThanOrEqual(closed.e[0] + 1e-300);
      if (!Number.isNaN(nodes.v[0])) expect(Math.abs(nodes.v[0] - exact)).toBeLessThanOrEqual(nodes.e[0] + 1e-15 * Math.abs(exact));
    }),
    { numRuns: 40 },
  );
});
