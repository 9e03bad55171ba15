/** Gamma and its relatives on doubles (@stdlib, after Boost and Cephes; stated accuracy with room). */
import digamma from "@stdlib/math-base-special-digamma";
import gamma from "@stdlib/math-base-special-gamma";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import polygamma from "@stdlib/math-base-special-polygamma";
import trigamma from "@stdlib/math-base-special-trigamma";
import type { Function1, Function2 } from "../arithmetic";
import { e1 } from "./integrals";
import { type Real1, type Real2, whole } from "./real";

const FACTORIALS: number[] = [];
for (let n = 0n, f = 1n; n <= 170n; n += 1n, f *= n) FACTORIALS.push(Number(f));

const isPole = (x: number) => x <= 0 && Number.isInteger(x);

/** Γ(x), from a table at integers; NaN at its poles. */
export function gammaOf(x: number): number {
  if (isPole(x)) return NaN;
  return Number.isInteger(x) && x <= 171 ? FACTORIALS[x - 1] : gamma(x);
}

/** x (x+1) … (x+n-1); for n that is no natural number Γ(x+n)/Γ(x). */
function rising(x: number, n: number): number {
  if (!(Number.isInteger(n) && n >= 0 && n <= 2000)) return gammaRatio(x + n, x);
  let p = 1;
  for (let i = 0; i < n; i++) p *= x + i;
  return p;
}

/** Γ(a)/Γ(b) for a pole-free `a`; a pole below gives 0. */
function gammaRatio(a: number, b: number): number {
  if (isPole(a)) return NaN;
  if (isPole(b)) return 0;
  if (Math.abs(a) < 150 && Math.abs(b) < 150) return gammaOf(a) / gammaOf(b);
  return a > 0 && b > 0 ? Math.exp(gammaln(a) - gammaln(b)) : NaN;
}

const falling = (x: number, n: number): number => (Number.isInteger(n) && n >= 0 && n <= 2000 ? rising(x - n + 1, n) : gammaRatio(x + 1, x - n + 1));

/** n choose k by exact integer steps where they fit, in general Γ(n+1)/(Γ(k+1) Γ(n-k+1)). */
export function binomial(n: number, k: number): number {
  if (Number.isInteger(n) && n >= 0 && Number.isInteger(k)) return k < 0 || k > n ? 0 : wholeBinomial(n, Math.min(k, n - k));
  if (Number.isInteger(k) && k < 0) return NaN;
  if (Number.isInteger(k) && k <= 2000) return productBinomial(n, k);
  return isPole(n + 1) ? NaN : gammaRatio(n + 1, n - k + 1) / gammaOf(k + 1);
}

function wholeBinomial(n: number, k: number): number {
  let c = 1;
  for (let i = 1; i <= k; i++) {
    const next = c * (n - k + i);
    if (next > 2 ** 53) return n <= 5000 ? bigBinomial(n, k) : productBinomial(n, k);
    c = next / i;
  }
  return c;
}

/** The row of the last large binomial as far as it was asked for: a sum over k asks for all of it, once a world. */
const row = { n: -1, last: 1n, values: [1] };

function bigBinomial(n: number, k: number): number {
  if (row.n !== n) Object.assign(row, { n, last: 1n, values: [1] });
  for (let i = row.values.length; i <= k; i++) {
    row.last = (row.last * BigInt(n - i + 1)) / BigInt(i);
    row.values.push(Number(row.last));
  }
  return row.values[k];
}

function productBinomial(n: number, k: number): number {
  if (k > 2000) return Math.exp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1));
  let c = 1;
  for (let i = 1; i <= k; i++) c *= (n - k + i) / i;
  return c;
}

/** Rounding of products of k factors, and of exp of logarithms of gamma. */
const productError = (n: number, k: number, v: number) =>
  Math.abs(v) *
  (Number.isInteger(k) && Math.abs(k) <= 2000 ? 4 * Math.abs(k) : 20 * (1 + Math.abs(n) * Math.log(2 + Math.abs(n)) + Math.abs(k) * Math.log(2 + Math.abs(k))));

/** Lower and upper incomplete gamma, not normalised; the upper one also for s <= 0 (DLMF 8.8.2, 8.19.1). */
const lower = (s: number, x: number): number => (s > 0 && x >= 0 ? (x === Infinity ? gammaOf(s) : gammainc(x, s, false, false)) : NaN);
function upper(s: number, x: number): number {
  if (x === Infinity) return 0;
  if (!(x >= 0)) return NaN;
  if (s > 0) return gammainc(x, s, false, true);
  if (x === 0 || s < -200) return NaN;
  if (s === 0) return e1(x);
  return (upper(s + 1, x) - x ** s * Math.exp(-x)) / s;
}
/** Recurrence to negative s cancels: its error is that of its largest term. */
const upperError = (s: number, x: number) =>
  s > 0 ? 0 : 20 * (2 + Math.abs(s)) * (x ** s * Math.exp(-x) + Math.abs(upper(Math.min(1, s + 1), x))) * Math.max(1, 1 / Math.abs(s === 0 ? 1 : s));

const beta = (a: number, b: number): number => {
  if (isPole(a) || isPole(b)) return NaN;
  if (a + b < 150 && Math.abs(a) < 150 && Math.abs(b) < 150) return isPole(a + b) ? 0 : (gammaOf(a) / gammaOf(a + b)) * gammaOf(b);
  return a > 0 && b > 0 ? Math.exp(gammaln(a) + gammaln(b) - gammaln(a + b)) : NaN;
};

export const GAMMA_1: Partial<Record<Function1, Real1>> = {
  gamma: { f: gammaOf, ulps: 20, exact: (x, v) => Number.isInteger(x) && whole(x, v) },
  factorial: { f: (x) => gammaOf(x + 1), ulps: 20, exact: (x, v) => Number.isInteger(x) && whole(x, v) },
  lgamma: { f: (x) => (isPole(x) ? NaN : gammaln(x)), ulps: 10, absolute: 10, exact: (x) => x === 1 || x === 2 },
  digamma: { f: (x) => (isPole(x) ? NaN : digamma(x)), ulps: 16, absolute: 60 },
  trigamma: { f: (x) => (isPole(x) ? NaN : trigamma(x)), ulps: 12 },
};

export const GAMMA_2: Partial<Record<Function2, Real2>> = {
  beta: { f: beta, ulps: 80, absolute: (a, b, v) => (Math.abs(a) + Math.abs(b) < 150 ? 0 : productError(a, b + 0.5, v)) },
  binomial: { f: binomial, ulps: 1, absolute: productError, exact: (n, k, v) => Number.isInteger(n) && Number.isInteger(k) && whole(n, v) },
  rising: { f: rising, ulps: 1, absolute: productError, exact: (x, n, v) => Number.isInteger(x) && Number.isInteger(n) && whole(x, v) },
  falling: { f: falling, ulps: 1, absolute: productError, exact: (x, n, v) => Number.isInteger(x) && Number.isInteger(n) && whole(x, v) },
  polygamma: { f: (n, x) => (Number.isInteger(n) && n >= 0 && n <= 100 && !isPole(x) ? polygamma(n, x) : NaN), ulps: 200 },
  gammainc: { f: lower, ulps: 200 },
  gammaincupper: { f: upper, ulps: 200, absolute: upperError },
};
