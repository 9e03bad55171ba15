/** Gamma and its relatives of complex arguments: Stirling's series after a shift, reflection to the left (DLMF 5.5, 5.11). */
import {
  add,
  type Ball,
  ball,
  div,
  exp,
  integerOf,
  inverse,
  isNonPositiveInteger,
  log,
  mul,
  NONE,
  neg,
  ONE,
  PI,
  sinPi,
  size,
  sub,
  times,
  widen,
  ZERO,
} from "../ball";
import { gammaOf } from "../functions/gamma";

/** B_2k/(2k(2k-1)), k = 1…8 (DLMF 5.11.1). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
/** B_2k/(2k). */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
const REACH = 12;
const HALF_LOG_2PI = ball(0.9189385332046728, 0, 2e-16);

/** The analytic logarithm of Γ for Re z > 0. */
function lgammaRight(z: Ball): Ball {
  let w = z;
  let product = ZERO;
  for (let k = 0; k < 40 && size(w) < REACH; k++, w = add(w, ONE)) product = add(product, log(w));
  const inv = inverse(w);
  const sq = mul(inv, inv);
  let series = ZERO;
  for (let k = STIRLING.length - 1; k >= 0; k--) series = add(mul(series, sq), ball(STIRLING[k]));
  const main = add(sub(mul(sub(w, ball(0.5)), log(w)), w), HALF_LOG_2PI);
  return widen(sub(add(main, mul(series, inv)), product), 2e-17);
}

/** log Γ, continued analytically from the positive axis to the plane without the negative axis (DLMF 5.2). */
export function lgamma(z: Ball): Ball {
  if (z.re >= 0.5) return lgammaRight(z);
  if (Math.abs(z.im) <= z.err) {
    // on the negative axis only the modulus has a meaning of its own
    const n = integerOf(z);
    return n !== undefined && n <= 0 ? NONE : z.re > z.err ? lgammaRight(z) : NONE;
  }
  let w = z;
  let shift = ZERO;
  for (let k = 0; k < 200 && w.re < 0.5; k++, w = add(w, ONE)) shift = add(shift, log(w));
  return w.re < 0.5 ? NONE : sub(lgammaRight(w), shift);
}

/** 1/Γ, entire: 0 at 0, -1, -2, … */
export function rgamma(z: Ball): Ball {
  const n = integerOf(z);
  if (n !== undefined) return n <= 0 ? ZERO : n <= 171 ? inverse(exactGamma(n)) : NONE;
  if (z.re >= 0.5) return exp(neg(lgammaRight(z)));
  const one = sub(ONE, z);
  return div(mul(exp(lgammaRight(one)), sinPi(z)), PI);
}
export const exactGamma = (n: number): Ball => ball(gammaOf(n), 0, n <= 19 ? 0 : 2e-16 * gammaOf(n));

export function gamma(z: Ball): Ball {
  const n = integerOf(z);
  if (n !== undefined) return n <= 0 || n > 171 ? NONE : exactGamma(n);
  return z.re >= 0.5 ? exp(lgammaRight(z)) : inverse(rgamma(z));
}
export const factorial = (z: Ball): Ball => gamma(add(z, ONE));

export function digamma(z: Ball): Ball {
  if (isNonPositiveInteger(z)) return NONE;
  // ψ(1-z) - ψ(z) = π cot πz
  if (z.re < 0.5) return sub(digammaRight(sub(ONE, z)), mul(PI, div(sinPi(add(z, ball(0.5))), sinPi(z))));
  return digammaRight(z);
}
function digammaRight(z: Ball): Ball {
  let w = z;
  let sum = ZERO;
  for (let k = 0; k < 40 && size(w) < REACH; k++, w = add(w, ONE)) sum = add(sum, inverse(w));
  const inv = inverse(w);
  const sq = mul(inv, inv);
  let series = ZERO;
  for (let k = DIGAMMA.length - 1; k >= 0; k--) series = mul(add(series, ball(DIGAMMA[k])), sq);
  return widen(sub(sub(sub(log(w), times(inv, 0.5)), series), sum), 2e-17);
}

export const beta = (a: Ball, b: Ball): Ball => mul(mul(gamma(a), gamma(b)), rgamma(add(a, b)));

/** Γ(a)/Γ(b), where a and b may be large or poles of both. */
export function gammaRatio(a: Ball, b: Ball): Ball {
  const gap = integerOf(sub(a, b));
  if (gap !== undefined && Math.abs(gap) <= 400) return gap >= 0 ? product(b, gap) : inverse(product(a, -gap));
  if (size(a) > 100 && a.re > 0.5 && b.re > 0.5) return exp(sub(lgammaRight(a), lgammaRight(b)));
  return mul(gamma(a), rgamma(b));
}
/** x (x+1) … (x+n-1). */
function product(x: Ball, n: number): Ball {
  let p = ONE;
  for (let k = 0; k < n; k++) p = mul(p, add(x, ball(k)));
  return p;
}
/** Pochhammer's (x)_n = Γ(x+n)/Γ(x) (DLMF 5.2.5). */
export function rising(x: Ball, n: Ball): Ball {
  const k = integerOf(n);
  return k !== undefined && Math.abs(k) <= 2000 ? (k >= 0 ? product(x, k) : inverse(product(add(x, n), -k))) : gammaRatio(add(x, n), x);
}
/** x (x-1) … (x-n+1). */
export function falling(x: Ball, n: Ball): Ball {
  const k = integerOf(n);
  return k !== undefined && k >= 0 && k <= 2000 ? product(sub(x, ball(k - 1)), k) : gammaRatio(add(x, ONE), add(sub(x, n), ONE));
}
/** n choose k = Γ(n+1)/(Γ(k+1) Γ(n-k+1)). */
export function binomial(n: Ball, k: Ball): Ball {
  const m = integerOf(k);
  if (m !== undefined) return m < 0 ? (integerOf(n) !== undefined && n.re < 0 ? NONE : ZERO) : m <= 500 ? div(falling(n, k), exactOrNone(m)) : NONE;
  return mul(gamma(add(n, ONE)), mul(rgamma(add(k, ONE)), rgamma(add(sub(n, k), ONE))));
}
const exactOrNone = (m: number): Ball => (m <= 170 ? exactGamma(m + 1) : NONE);

/** Barnes's G for Re z > 0, and by its recurrence elsewhere: log G(z) = (z-1) log Γ(z) - ζ'(-1, z) + ζ'(-1) (DLMF 5.17). */
export function barnes(z: Ball): Ball {
  const n = integerOf(z);
  if (n !== undefined) {
    if (n <= 0) return ZERO;
    let g = ONE;
    for (let k = 2; k < n && k < 40; k++) g = mul(g, exactGamma(k));
    return n <= 40 ? g : NONE;
  }
  if (z.re < 1) return mul(barnes(add(z, ONE)), rgamma(z));
  return exp(lbarnes(z));
}
/** log G(z), z to the right of 1, by its asymptotic expansion after a shift to |z| >= 20 (DLMF 5.17.5). */
function lbarnes(z: Ball): Ball {
  let w = sub(z, ONE);
  let shift = ZERO;
  for (let k = 0; k < 60 && size(w) < 14; k++) {
    shift = add(shift, lgammaRight(add(w, ONE)));
    w = add(w, ONE);
  }
  const l = log(w);
  const sq = mul(w, w);
  const main = sub(mul(times(sq, 0.5), l), times(sq, 0.75));
  const inv = inverse(sq);
  let series = ZERO;
  for (let k = BARNES.length - 1; k >= 0; k--) series = mul(add(series, ball(BARNES[k])), inv);
  // log G(1+w) = w²/4·… in the form w² (log w)/2 - 3w²/4 + w log(2π)/2 - (log w)/12 + ζ'(-1) + Σ B_{2k+2}/(4k(k+1) w^{2k})
  const value = add(add(sub(add(main, mul(w, HALF_LOG_2PI)), times(l, 1 / 12)), ball(-0.165421143700451, 0, 1e-15)), series);
  return widen(sub(value, shift), 1e-15);
}
/** B_{2k+2}/(4k(k+1)), k = 1…7. */
const BARNES = [-1 / 30 / 8, 1 / 42 / 24, -1 / 30 / 48, 5 / 66 / 80, -691 / 2730 / 120, 7 / 6 / 168, -3617 / 510 / 224];
