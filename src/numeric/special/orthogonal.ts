/** Orthogonal polynomials and Legendre functions, whole degrees by sums, others by hypergeometric functions (DLMF 14.3, 18.5). */
import { acos, add, type Ball, ball, cos, div, exp, integerOf, isNone, log, mul, NONE, neg, ONE, pow, sin, sqrt, square, sub, times, ZERO } from "../ball";
import { binomial, gammaRatio, rgamma } from "./gamma";
import { hyp1f1, hyp2f1, hyp2f1Regularised, hyperU } from "./hypergeometric";

const MOST = 500;
/** p_{k+1} = (a x + b) p_k - c p_{k-1}, from p_0 = 1 and p_1. */
function recurrence(n: number, x: Ball, first: Ball, step: (k: number, p: Ball, before: Ball) => Ball): Ball {
  if (n < 0 || n > MOST) return NONE;
  let [before, p] = [ONE, first];
  for (let k = 1; k < n; k++) [before, p] = [p, step(k, p, before)];
  void x;
  return n === 0 ? ONE : p;
}
const halved = (x: Ball): Ball => times(sub(ONE, x), 0.5);

export function chebyshevT(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined) return cos(mul(n, acos(x)));
  return recurrence(Math.abs(k), x, x, (_, p, before) => sub(times(mul(x, p), 2), before));
}
export function chebyshevU(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined) return div(sin(mul(add(n, ONE), acos(x))), sqrt(sub(ONE, square(x))));
  if (k === -1) return ZERO;
  if (k < -1) return neg(chebyshevU(ball(-2 - k), x));
  return recurrence(k, x, times(x, 2), (_, p, before) => sub(times(mul(x, p), 2), before));
}
/** P_ν(z) = 2F1(-ν, ν+1; 1; (1-z)/2). */
export function legendreP(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined) return hyp2f1(neg(n), add(n, ONE), ONE, halved(x));
  if (k < 0) return legendreP(ball(-1 - k), x);
  return recurrence(k, x, x, (j, p, before) => times(sub(times(mul(x, p), 2 * j + 1), times(before, j)), 1 / (j + 1)));
}
/** Ferrers's P_ν^μ on (-1, 1) with the Condon–Shortley phase (DLMF 14.3.1). */
export function ferrersP(m: Ball, n: Ball, x: Ball): Ball {
  if (x.im === 0 && Math.abs(x.re) >= 1) return NONE;
  return mul(pow(div(add(ONE, x), sub(ONE, x)), times(m, 0.5)), hyp2f1Regularised(add(n, ONE), neg(n), sub(ONE, m), halved(x)));
}
/** Q_n of whole degree on (-1, 1) and, by the same recurrence, off the cut (DLMF 14.7.2, 14.7.7). */
export function legendreQ(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined || k < 0 || (x.im === 0 && Math.abs(x.re) >= 1) || k > 60) return NONE;
  const q0 = times(log(div(add(ONE, x), sub(ONE, x))), 0.5);
  if (k === 0) return q0;
  let [before, p] = [q0, sub(mul(x, q0), ONE)];
  for (let j = 1; j < k; j++) [before, p] = [p, times(sub(times(mul(x, p), 2 * j + 1), times(before, j)), 1 / (j + 1))];
  return p;
}

export function hermiteH(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined || k < 0) return mul(pow(ball(2), n), hyperU(times(n, -0.5), ball(0.5), square(x)));
  return recurrence(k, x, times(x, 2), (j, p, before) => sub(times(mul(x, p), 2), times(before, 2 * j)));
}
export function hermiteHe(n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined || k < 0) return NONE;
  return recurrence(k, x, x, (j, p, before) => sub(mul(x, p), times(before, j)));
}
/** L_ν^(α)(x) = (α+1)_ν/ν! 1F1(-ν; α+1; x). */
export function laguerre(a: Ball, n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined) return mul(mul(gammaRatio(add(add(a, n), ONE), add(a, ONE)), rgamma(add(n, ONE))), hyp1f1(neg(n), add(a, ONE), x));
  if (k < 0) return k === -1 ? ZERO : NONE;
  return recurrence(k, x, sub(add(ONE, a), x), (j, p, before) =>
    times(sub(mul(sub(add(ball(2 * j + 1), a), x), p), mul(add(ball(j), a), before)), 1 / (j + 1)),
  );
}
export const laguerreSimple = (n: Ball, x: Ball): Ball => laguerre(ZERO, n, x);
export function gegenbauer(l: Ball, n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined)
    return mul(mul(gammaRatio(add(times(l, 2), n), times(l, 2)), rgamma(add(n, ONE))), hyp2f1(neg(n), add(times(l, 2), n), add(l, ball(0.5)), halved(x)));
  if (k < 0) return k === -1 ? ZERO : NONE;
  return recurrence(k, x, times(mul(l, x), 2), (j, p, before) =>
    times(sub(times(mul(mul(add(ball(j), l), x), p), 2), mul(add(ball(j - 1), times(l, 2)), before)), 1 / (j + 1)),
  );
}
/** P_n^(α,β)(x) = Σ C(n+α, n-k) C(n+β, k) ((x-1)/2)^k ((x+1)/2)^{n-k} (DLMF 18.5.8). */
export function jacobiP(a: Ball, b: Ball, n: Ball, x: Ball): Ball {
  const k = integerOf(n);
  if (k === undefined)
    return mul(mul(gammaRatio(add(add(a, n), ONE), add(a, ONE)), rgamma(add(n, ONE))), hyp2f1(neg(n), add(add(add(n, a), b), ONE), add(a, ONE), halved(x)));
  if (k < 0 || k > 80) return k === -1 ? ZERO : NONE;
  let sum = ZERO;
  for (let j = 0; j <= k; j++) {
    const c = mul(binomial(add(n, a), ball(k - j)), binomial(add(n, b), ball(j)));
    sum = add(sum, mul(c, mul(pow(neg(halved(x)), ball(j)), pow(times(add(x, ONE), 0.5), ball(k - j)))));
  }
  return sum;
}
/** Y_n^m(θ, φ) with the Condon–Shortley phase (DLMF 14.30.1). */
export function sphericalHarmonic(m: Ball, n: Ball, t: Ball, f: Ball): Ball {
  const [k, l] = [integerOf(m), integerOf(n)];
  if (k === undefined || l === undefined || l < 0 || Math.abs(k) > l || l > 60) return NONE;
  const norm = sqrt(times(mul(ball(2 * l + 1), gammaRatio(ball(l - k + 1), ball(l + k + 1))), 1 / (4 * Math.PI)));
  const p = ferrersP(m, n, cos(t));
  return isNone(p) ? NONE : mul(mul(norm, p), exp(mul({ re: 0, im: k, err: 0 }, f)));
}
/** Parabolic cylinder functions U(a, z), D_ν(z) = U(-ν-1/2, z) (DLMF 12.7.14). */
export const parabolicU = (a: Ball, z: Ball): Ball => {
  if (z.re <= 0) return NONE;
  const w = times(square(z), 0.5);
  return mul(mul(pow(ball(2), sub(ball(-0.25), times(a, 0.5))), exp(times(w, -0.5))), hyperU(add(times(a, 0.5), ball(0.25)), ball(0.5), w));
};
export const parabolicD = (n: Ball, z: Ball): Ball => parabolicU(sub(ball(-0.5), n), z);
/** Whittaker's M and W (DLMF 13.14.2-3). */
export const whittakerM = (k: Ball, m: Ball, z: Ball): Ball =>
  mul(mul(exp(times(z, -0.5)), pow(z, add(m, ball(0.5)))), hyp1f1(add(sub(m, k), ball(0.5)), add(times(m, 2), ONE), z));
export const whittakerW = (k: Ball, m: Ball, z: Ball): Ball =>
  mul(mul(exp(times(z, -0.5)), pow(z, add(m, ball(0.5)))), hyperU(add(sub(m, k), ball(0.5)), add(times(m, 2), ONE), z));
