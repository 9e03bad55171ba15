/** Hurwitz's zeta function by Euler–Maclaurin summation, and what is made of it (DLMF 25.11.28, 25.11, 25.4). */
import {
  add,
  type Ball,
  ball,
  cosPi,
  div,
  exp,
  integerOf,
  inverse,
  isNone,
  isNonPositiveInteger,
  log,
  mul,
  NONE,
  neg,
  ONE,
  PI,
  pow,
  size,
  square,
  sub,
  times,
  widen,
  ZERO,
} from "../ball";
import { digamma, exactGamma, gamma } from "./gamma";

const TERMS = 20;
/** The tail needs more direct terms the larger |s| is. */
const LARGEST = 200;
/** B_2k/(2k)! = (-1)^(k+1) 2 ζ(2k)/(2π)^(2k). */
const RATIOS = Array.from({ length: TERMS + 1 }, (_, j) => {
  const k = j + 1;
  let z = 1;
  for (let n = 60; n >= 2; n--) z += n ** (-2 * k);
  const zeta = k === 1 ? Math.PI ** 2 / 6 : k === 2 ? Math.PI ** 4 / 90 : z;
  return ((k % 2 === 1 ? 2 : -2) * zeta) / (2 * Math.PI) ** (2 * k);
});

/** ζ(s, a), s ≠ 1, a not 0, -1, -2, …: direct terms until |a + N| is large, then the tail (principal powers). */
export function hurwitz(s: Ball, a: Ball): Ball {
  if (isNonPositiveInteger(a) || integerOf(s) === 1) return NONE;
  const whole = integerOf(s);
  if (whole !== undefined && whole <= 0 && whole > -40) return times(bernoulliPolynomial(1 - whole, a), -1 / (1 - whole));
  if (size(s) > LARGEST) return NONE;
  const far = Math.max(8, 0.7 * size(s));
  const minus = neg(s);
  let sum = ZERO;
  let w = a;
  for (let k = 0; k < 400 && (size(w) < far || w.re < 2); k++, w = add(w, ONE)) sum = add(sum, pow(w, minus));
  if (size(w) < far || w.re < 1) return NONE;
  const last = pow(w, minus);
  sum = add(sum, add(div(mul(last, w), sub(s, ONE)), times(last, 0.5)));
  const inv = inverse(w);
  const step = square(inv);
  let term = mul(mul(s, last), inv);
  let tail = 0;
  for (let k = 0; k < TERMS; k++) {
    const t = times(term, RATIOS[k]);
    sum = add(sum, t);
    tail = size(t);
    term = mul(term, mul(step, mul(add(s, ball(2 * k + 1)), add(s, ball(2 * k + 2)))));
  }
  const room = s.re + 2 * TERMS - 1;
  return room > 0 ? widen(sum, (tail * (size(s) + 2 * TERMS)) / room) : NONE;
}

/** ψ^(m)(z) = (-1)^(m+1) m! ζ(m+1, z), m = 0, 1, 2, … (DLMF 5.15, 25.11.12). */
export function polygamma(m: Ball, z: Ball): Ball {
  const n = integerOf(m);
  if (n === undefined || n < 0 || n > 60) return NONE;
  if (n === 0) return digamma(z);
  if (isNonPositiveInteger(z)) return NONE;
  return times(mul(hurwitz(ball(n + 1), z), exactGamma(n + 1)), n % 2 === 0 ? -1 : 1);
}

/** Riemann's zeta function; to the left of 0 by the functional equation (DLMF 25.4.1). */
export function zeta(s: Ball): Ball {
  const n = integerOf(s);
  if (n === 1) return NONE;
  if (n !== undefined && n <= 0) return n < 0 && n % 2 === 0 ? ZERO : times(bernoulliNumber(1 - n), n === 0 ? 1 : -1 / (1 - n));
  if (s.re >= -0.5) return hurwitz(s, ONE);
  const t = sub(ONE, s);
  const factor = mul(times(exp(neg(mul(log(times(PI, 2)), t))), 2), mul(cosPi(times(t, 0.5)), gamma(t)));
  return mul(factor, hurwitz(t, ONE));
}
/** Dirichlet's eta: (1 - 2^(1-s)) ζ(s). */
export function eta(s: Ball): Ball {
  if (integerOf(s) === 1) return ball(Math.LN2, 0, 1e-16);
  return mul(sub(ONE, pow(ball(2), sub(ONE, s))), zeta(s));
}
/** Dirichlet's beta: 4^-s (ζ(s, 1/4) - ζ(s, 3/4)). */
export function dirichletBeta(s: Ball): Ball {
  if (integerOf(s) === 1) return times(PI, 0.25);
  return mul(pow(ball(4), neg(s)), sub(hurwitz(s, ball(0.25)), hurwitz(s, ball(0.75))));
}
/** ξ(s) = s(s-1)/2 π^(-s/2) Γ(s/2) ζ(s) (DLMF 25.4.4). */
export function xi(s: Ball): Ball {
  const n = integerOf(s);
  if (n === 0 || n === 1) return ball(0.5);
  if (s.re < 0.5) return xi(sub(ONE, s));
  const half = times(s, 0.5);
  return mul(mul(mul(times(sub(s, ONE), 1), gamma(add(half, ONE))), exp(neg(mul(half, log(PI))))), zeta(s));
}

/** Bernoulli numbers, B_1 = -1/2. */
export function bernoulliNumber(n: number): Ball {
  if (n < 0 || n > 200) return NONE;
  if (n === 0) return ONE;
  if (n === 1) return ball(-0.5);
  if (n % 2 === 1) return ZERO;
  const exact = SMALL_BERNOULLI[n / 2 - 1];
  if (exact) return div(ball(exact[0]), ball(exact[1]));
  let value = 2;
  for (let k = 1; k <= n; k++) value *= k / (2 * Math.PI);
  let z = 1;
  for (let k = 20; k >= 2; k--) z += k ** -n;
  value *= z * (n % 4 === 0 ? -1 : 1);
  return ball(value, 0, 1e-15 * n * Math.abs(value));
}
const SMALL_BERNOULLI: readonly (readonly [number, number])[] = [
  [1, 6],
  [-1, 30],
  [1, 42],
  [-1, 30],
  [5, 66],
  [-691, 2730],
  [7, 6],
  [-3617, 510],
  [43867, 798],
  [-174611, 330],
];

/** B_n(x) = Σ C(n, k) B_k x^(n-k) (DLMF 24.2.5). */
export function bernoulliPolynomial(n: number, x: Ball): Ball {
  if (n < 0 || n > 60) return NONE;
  let sum = ZERO;
  let choose = 1;
  let value = ONE;
  // Horner from the top: coefficients C(n,k) B_k of x^(n-k)
  for (let k = 0; k <= n; k++) {
    value = times(bernoulliNumber(k), choose);
    sum = k === 0 ? value : add(mul(sum, x), value);
    choose = (choose * (n - k)) / (k + 1);
  }
  return sum;
}
/** Euler's E_n(x) = 2/(n+1) (B_{n+1}(x) - 2^{n+1} B_{n+1}(x/2)) (DLMF 24.4.22). */
export const eulerPolynomial = (n: number, x: Ball): Ball =>
  n < 0 || n > 40 ? NONE : times(sub(bernoulliPolynomial(n + 1, x), times(bernoulliPolynomial(n + 1, times(x, 0.5)), 2 ** (n + 1))), 2 / (n + 1));
/** Euler's numbers, by their recurrence (DLMF 24.5). */
export function eulerNumber(n: number): Ball {
  if (n < 0 || n > 60) return NONE;
  if (n % 2 === 1) return ZERO;
  const numbers = [1];
  for (let m = 1; m <= n / 2; m++) {
    let sum = 0;
    let choose = 1;
    for (let k = 0; k < m; k++) {
      sum += choose * numbers[k];
      choose = (choose * (2 * m - 2 * k) * (2 * m - 2 * k - 1)) / ((2 * k + 1) * (2 * k + 2));
    }
    numbers.push(-sum);
  }
  const value = numbers[n / 2];
  return ball(value, 0, Math.abs(value) < 2 ** 50 ? 0 : 1e-13 * Math.abs(value));
}

/** Σ z^k/(k + a)^s (DLMF 25.14): direct for |z| < 0.9. */
export function lerch(z: Ball, s: Ball, a: Ball): Ball {
  if (isNonPositiveInteger(a)) return NONE;
  if (integerOf(z) === 1) return s.re > 1 ? hurwitz(s, a) : NONE;
  if (integerOf(z) === -1) return mul(pow(ball(2), neg(s)), sub(hurwitz(s, times(a, 0.5)), hurwitz(s, times(add(a, ONE), 0.5))));
  if (size(z) > 0.93) return NONE;
  let [power, sum, w] = [ONE, ZERO, a];
  for (let k = 0; k < 1500; k++) {
    const t = mul(power, pow(w, neg(s)));
    sum = add(sum, t);
    if (isNone(sum)) return NONE;
    if (k > 8 + 2 * size(s) + size(a) && size(t) < 1e-18 * (size(sum) + 1e-300)) return widen(sum, (2 * size(t)) / (1 - size(z)));
    power = mul(power, z);
    w = add(w, ONE);
  }
  return NONE;
}

/** Li_s(z) = z Φ(z, s, 1); near the unit circle by the series in log z (DLMF 25.12.12), outside by inversion through the same series. */
export function polylog(s: Ball, z: Ball): Ball {
  if (size(z) + z.err === 0) return ZERO;
  const n = integerOf(s);
  if (n === 1) return neg(log(sub(ONE, z)));
  if (n === 0) return div(z, sub(ONE, z));
  if (n !== undefined && n < 0) return negativePolylog(-n, z);
  if (size(z) <= 0.6) return mul(z, lerch(z, s, ONE));
  if (integerOf(z) === 1) return s.re > 1 ? zeta(s) : NONE;
  if (z.im === 0 && z.re > 1) return NONE;
  const mu = log(z);
  if (size(mu) < 4.5) return nearOne(s, n, mu);
  return n !== undefined && n <= 12 ? inverted(n, z) : NONE;
}
/** Σ ζ(s-k) μ^k/k! with Γ(1-s)(-μ)^(s-1), or its limit where s is a positive integer. */
function nearOne(s: Ball, n: number | undefined, mu: Ball): Ball {
  const minus = log(neg(mu));
  let sum: Ball;
  if (n === undefined) sum = mul(gamma(sub(ONE, s)), exp(mul(sub(s, ONE), minus)));
  else {
    let factor = ONE;
    let harmonic = 0;
    for (let k = 1; k < n; k++) {
      factor = div(mul(factor, mu), ball(k));
      harmonic += 1 / k;
    }
    sum = mul(factor, sub(ball(harmonic, 0, 1e-15), minus));
  }
  let power = ONE;
  for (let k = 0; k < 150; k++) {
    if (n === undefined || k !== n - 1) {
      const t = mul(power, zeta(sub(s, ball(k))));
      sum = add(sum, t);
      if (k > 12 && size(power) < 1e-12 && size(t) > 0 && size(t) < 1e-17 * size(sum)) return widen(sum, 4 * size(t));
    }
    power = div(mul(power, mu), ball(k + 1));
  }
  // ζ(s-k) vanishes at every other term: the last powers bound the rest
  return widen(sum, size(power) * 1e3);
}
/** Li_n(z) + (-1)^n Li_n(1/z) = -(2πi)^n/n! B_n(1/2 + log(-z)/(2πi)) (DLMF 25.13.2 in the form for polylogarithms). */
function inverted(n: number, z: Ball): Ball {
  const inner = mul(inverse(z), lerch(inverse(z), ball(n), ONE));
  const l = log(neg(z));
  const turn = times(PI, 2);
  // log(-z)/(2πi)
  const x = { re: l.im, im: -l.re, err: l.err };
  let factor = ONE;
  for (let k = 1; k <= n; k++) factor = div(mul(factor, mul(ball(0, 1), turn)), ball(k));
  const b = bernoulliPolynomial(n, add(div(x, turn), ball(0.5)));
  return sub(neg(mul(factor, b)), times(inner, n % 2 === 0 ? 1 : -1));
}
/** Li_{-n}(z) = Σ k! S(n+1, k+1) (z/(1-z))^{k+1}. */
function negativePolylog(n: number, z: Ball): Ball {
  if (n > 20) return NONE;
  const w = div(z, sub(ONE, z));
  let sum = ZERO;
  let row = [1];
  for (let m = 1; m <= n; m++) {
    const next = new Array<number>(m + 1).fill(0);
    for (let k = 0; k <= m; k++) next[k] = (k + 1) * (row[k] ?? 0) + (k > 0 ? row[k - 1] : 0);
    row = next;
  }
  let factorial = 1;
  let power = w;
  for (let k = 0; k <= n; k++) {
    sum = add(sum, times(power, factorial * row[k]));
    factorial *= k + 1;
    power = mul(power, w);
  }
  return sum;
}

/** Clausen's Cl_2(θ) = Im Li_2(e^{iθ}). */
export const clausen = (t: Ball): Ball => {
  if (t.im !== 0) return NONE;
  const l = polylog(ball(2), { re: Math.cos(t.re), im: Math.sin(t.re), err: t.err + 2e-16 });
  return { re: l.im, im: 0, err: l.err };
};

/** Stieltjes's constants γ_n(a) by Cauchy's integral around s = 1 (DLMF 25.2.4). */
export function stieltjes(n: number, a: Ball = ONE): Ball {
  if (n < 0 || n > 20) return NONE;
  const [points, radius] = [64, 1];
  let sum = ZERO;
  let most = 0;
  for (let j = 0; j < points; j++) {
    const angle = (2 * Math.PI * (j + 0.5)) / points;
    const e = ball(Math.cos(angle), Math.sin(angle), 2e-16);
    const f = sub(hurwitz(add(ONE, times(e, radius)), a), inverse(times(e, radius)));
    most = Math.max(most, size(f));
    sum = add(sum, mul(f, ball(Math.cos(n * angle), -Math.sin(n * angle), 1e-15 * (n + 1))));
  }
  let factor = (n % 2 === 0 ? 1 : -1) / points;
  for (let k = 1; k <= n; k++) factor *= k / radius;
  const value = times(sum, factor);
  return a.im === 0
    ? { re: value.re, im: 0, err: value.err + Math.abs(factor) * points * most * 1e-13 }
    : widen(value, Math.abs(factor) * points * most * 1e-13);
}
