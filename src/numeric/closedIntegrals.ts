/** Definite integrals of polynomials times exponentials: the moments of a Gaussian, of an exponential law, powers between two ends. */
import { type Arithmetic, Unsupported } from "./arithmetic";
import type { Exponentials, Term } from "./exponentials";

/** Whether f is a polynomial, or one times the exponential of a rising parabola, and goes on to an infinite end in every lane: its integral has no value. */
export function diverges<T>(A: Arithmetic<T>, { terms }: Exponentials<T>, from: T, to: T): boolean {
  const { p, q } = terms[0];
  const endless = all(A.toNumbers(from), Number.NEGATIVE_INFINITY) || all(A.toNumbers(to), Number.POSITIVE_INFINITY);
  if (terms.length > 1 || !endless) return false;
  const signs = (c: T) => A.toNumbers(A.sign(c));
  return p.some((c) => signs(c).every((s) => Math.abs(s) === 1)) && (q.length < 2 || (q.length === 3 && all(signs(q[2]), 1)));
}

/**
 * ∫ f from `from` to `to`, in closed form: over the whole line where every exponent is a falling parabola, over a ray where it is a falling line (or a parabola about its
 * end), between finite ends for polynomials. Throws Unsupported for everything else, divergence included: what is not seen here is for others to decide.
 */
export function closedIntegral<T>(A: Arithmetic<T>, f: Exponentials<T>, from: T, to: T): T {
  const term = integrator(A, A.toNumbers(from), A.toNumbers(to), from, to);
  return f.terms.map(term).reduce((sum, x) => A.add(sum, x));
}

const all = (values: Float64Array, x: number): boolean => values.every((v) => v === x);
const finite = (values: Float64Array): boolean => values.every(Number.isFinite);

function integrator<T>(A: Arithmetic<T>, a: Float64Array, b: Float64Array, from: T, to: T): (t: Term<T>) => T {
  if (finite(a) && finite(b)) return (t) => betweenEnds(A, t, from, to);
  if (all(a, Number.NEGATIVE_INFINITY) && all(b, Number.POSITIVE_INFINITY)) return (t) => overLine(A, t);
  if (finite(a) && all(b, Number.POSITIVE_INFINITY)) return (t) => overRay(A, t, from);
  if (all(a, Number.NEGATIVE_INFINITY) && finite(b)) return (t) => overRay(A, mirrored(A, t), A.neg(to));
  throw new Unsupported("this range in closed form");
}

/** Σ p_k (b^{k+1} - a^{k+1})/(k+1). */
function betweenEnds<T>(A: Arithmetic<T>, { p, q }: Term<T>, a: T, b: T): T {
  if (q.length) throw new Unsupported("an exponential between finite ends in closed form");
  let [x, y] = [a, b];
  let sum = A.number(0);
  p.forEach((c, k) => {
    if (k > 0) [x, y] = [A.mul(x, a), A.mul(y, b)];
    sum = A.add(sum, A.div(A.mul(c, A.sub(y, x)), A.number(k + 1)));
  });
  return sum;
}

/** With α = -q₂ > 0, m = q₁/2α and s = 1/2α: exp(q₀ + q₁ m/2) √(π/α) Σ p_k M_k, where M_k = m M_{k-1} + (k-1) s M_{k-2} are a Gaussian's moments. */
function overLine<T>(A: Arithmetic<T>, { p, q }: Term<T>): T {
  const alpha = falling(A, q, 2);
  const twice = A.mul(A.number(2), alpha);
  const [m, s] = [A.div(q[1], twice), A.div(A.number(1), twice)];
  const moments = [A.number(1), m];
  for (let k = 2; k < p.length; k++) moments.push(A.add(A.mul(m, moments[k - 1]), A.mul(A.mul(A.number(k - 1), s), moments[k - 2])));
  const mass = A.mul(A.call1("exp", A.add(q[0], A.div(A.mul(q[1], m), A.number(2)))), A.call1("sqrt", A.div(A.constant("pi"), alpha)));
  return A.mul(mass, weighted(A, p, moments));
}

/** From `start` up: with p moved to it, exp(q₀ + q₁ a) Σ p_k k!/(-q₁)^{k+1}; about the middle of a parabola, half-moments. */
function overRay<T>(A: Arithmetic<T>, { p, q }: Term<T>, start: T): T {
  if (q.length === 3) return overHalf(A, p, q, start);
  const rate = falling(A, q, 1);
  const moments = [A.div(A.number(1), rate)];
  for (let k = 1; k < p.length; k++) moments.push(A.div(A.mul(A.number(k), moments[k - 1]), rate));
  return A.mul(A.call1("exp", A.add(q[0], A.mul(q[1], start))), weighted(A, moved(A, p, start), moments));
}

/** ∫_0^∞ t^k e^{-α t²} dt = M_k with M_0 = √(π/α)/2, M_1 = 1/2α, M_k = (k-1) M_{k-2}/2α. */
function overHalf<T>(A: Arithmetic<T>, p: readonly T[], q: readonly T[], start: T): T {
  const isZero = (x: T) => A.name !== "dual" && A.toNumbers(x).every((v) => v === 0) && A.errors(x).every((e) => e === 0);
  if (!isZero(start) || !isZero(q[1])) throw new Unsupported("half of a Gaussian in closed form");
  const alpha = falling(A, q, 2);
  const twice = A.mul(A.number(2), alpha);
  const moments = [A.div(A.call1("sqrt", A.div(A.constant("pi"), alpha)), A.number(2)), A.div(A.number(1), twice)];
  for (let k = 2; k < p.length; k++) moments.push(A.div(A.mul(A.number(k - 1), moments[k - 2]), twice));
  return A.mul(A.call1("exp", q[0]), weighted(A, p, moments));
}

/** -q_n, positive in every lane. */
function falling<T>(A: Arithmetic<T>, q: readonly T[], n: number): T {
  if (q.length !== n + 1 || !A.toNumbers(A.sign(q[n])).every((s) => s === -1)) throw new Unsupported("an integral that may diverge, in closed form");
  return A.neg(q[n]);
}

const weighted = <T>(A: Arithmetic<T>, p: readonly T[], moments: readonly T[]): T => p.map((c, k) => A.mul(c, moments[k])).reduce((sum, x) => A.add(sum, x));

/** The coefficients of p(t + by), by repeated synthetic division. */
function moved<T>(A: Arithmetic<T>, p: readonly T[], by: T): readonly T[] {
  const c = [...p];
  for (let i = 0; i < c.length - 1; i++) for (let k = c.length - 2; k >= i; k--) c[k] = A.add(c[k], A.mul(by, c[k + 1]));
  return c;
}

/** f(-t). */
const mirrored = <T>(A: Arithmetic<T>, { p, q }: Term<T>): Term<T> => {
  const flip = (c: readonly T[]) => c.map((x, k) => (k % 2 === 1 ? A.neg(x) : x));
  return { p: flip(p), q: flip(q) };
};
