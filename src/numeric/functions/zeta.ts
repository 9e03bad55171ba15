/** Zeta functions, Lambert's W, Fibonacci and Bernoulli numbers on doubles. */
import bernoulli from "@stdlib/math-base-special-bernoulli";
import riemannZeta from "@stdlib/math-base-special-riemann-zeta";
import type { Function1, Function2 } from "../arithmetic";
import { moved, type Real1, type Real2, whole } from "./real";

/** B_2k/(2k)!, k = 1…12. */
const BERNOULLI_RATIOS = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 1.067062284288e16,
  43867 / 5.109094217170944e18,
  -174611 / 8.028576626982912e20,
  854513 / 138 / 1.1240007277776077e21,
  -236364091 / 1.693824136731744e27,
];

/** ζ(s, a) for a > 0, s ≠ 1, s > -20: Euler–Maclaurin after 20 direct terms (DLMF 25.11.5). */
export function hurwitz(s: number, a: number): number {
  if (!(a > 0) || s === 1 || !(s > -20)) return NaN;
  const n = 20;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (a + k) ** -s;
  const x = a + n;
  sum += x ** (1 - s) / (s - 1) + x ** -s / 2;
  for (let k = 0, t = s * x ** (-s - 1); k < BERNOULLI_RATIOS.length; k++) {
    sum += BERNOULLI_RATIOS[k] * t;
    t *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (x * x);
  }
  return sum;
}

const eta = (s: number): number => (s === 1 ? Math.LN2 : -Math.expm1((1 - s) * Math.LN2) * riemannZeta(s));

/** W0(x), x >= -1/e: Halley's iteration (Corless et al. 1996); next to the branch point its series in √(2(ex+1)). */
export function lambertw(x: number): number {
  if (x === 0) return 0;
  const room = Math.E * x + 1 + 1.4456468917292502e-16 * x;
  if (!(room >= -1e-15)) return NaN;
  const p = Math.sqrt(2 * Math.max(0, room));
  if (p < 1e-3) return -1 + p * (1 - p * (1 / 3 - p * (11 / 72 - (p * 43) / 540)));
  let w = x < 1 ? (p < 1 ? -1 + p - (p * p) / 3 : Math.log1p(x)) : Math.log(x) - Math.log(Math.max(1, Math.log(x)));
  for (let i = 0; i < 30; i++) {
    const e = Math.exp(w);
    const f = w * e - x;
    const step = f / (e * (w + 1) - ((w + 2) * f) / (2 * w + 2));
    w -= step;
    if (Math.abs(step) <= 1e-16 * Math.abs(w)) break;
  }
  return w;
}

/** Near -1/e the root magnifies the rounding of ex + 1. */
const lambertCarried = (x: number, ex: number, v: number) => {
  const room = Math.E * x + 1;
  return room > 4 * Math.E * ex ? 1.5 * ex * Math.abs(x === 0 ? 1 : v / (x * (1 + v))) : 2 * Math.sqrt(2 * Math.E * ex + Math.max(0, 2 * room));
};

function fibonacci(n: number): number {
  if (!Number.isInteger(n) || Math.abs(n) > 1476) return NaN;
  let [a, b] = [0, 1];
  for (let i = 0; i < Math.abs(n); i++) [a, b] = [b, a + b];
  return n < 0 && n % 2 === 0 ? -a : a;
}

export const ZETA_1: Partial<Record<Function1, Real1>> = {
  zeta: { f: (s) => (s === 1 ? NaN : riemannZeta(s)), ulps: 30, absolute: 4 },
  eta: { f: eta, ulps: 40, absolute: 4, carried: (s, es, v) => (s - es < 1 && s + es > 1 ? es : moved(eta, s, es, v)) },
  lambertw: { f: lambertw, ulps: 10, absolute: 40, carried: lambertCarried, exact: (x) => x === 0 },
  fibonacci: { f: fibonacci, ulps: 800, exact: whole },
  bernoulli: {
    f: (n) => (!Number.isInteger(n) || n < 0 ? NaN : n === 1 ? -0.5 : bernoulli(n)),
    ulps: 4,
    exact: (n) => n === 0 || n === 1 || (n > 1 && n % 2 === 1),
  },
};

export const ZETA_2: Partial<Record<Function2, Real2>> = {
  zeta2: { f: hurwitz, ulps: 60, absolute: (s, a, v) => 60 * (Math.abs(v) + Math.abs((a + 20) ** (1 - s) / (s - 1)) + (s < 0 ? 20 * (a + 20) ** -s : 0)) },
};
