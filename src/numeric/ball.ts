/** Complex numbers in double precision with a radius that bounds their error: scalar arithmetic for special functions. */
import { OutOfFuel } from "../base/fuel";

/** A complex number known to within `err`: |true - (re + i im)| <= err. One with `im` of exactly 0 is real. An undefined one has NaN parts. */
export interface Ball {
  readonly re: number;
  readonly im: number;
  readonly err: number;
}

const U = 2 ** -52;
const TINY = 1e-320;

export const ball = (re: number, im = 0, err = 0): Ball => ({ re, im, err });
export const ZERO = ball(0);
export const ONE = ball(1);
export const I = ball(0, 1);
export const NONE = ball(Number.NaN, Number.NaN, Number.POSITIVE_INFINITY);
export const PI = ball(Math.PI, 0, 1.3e-16);

export const isNone = (x: Ball): boolean => !(Number.isFinite(x.re) && Number.isFinite(x.im) && x.err < Number.POSITIVE_INFINITY);
/** Modulus of the middle. */
export function size(x: Ball): number {
  if (x.im === 0) return Math.abs(x.re);
  const square = x.re * x.re + x.im * x.im;
  return square > 1e-280 && square < 1e300 ? Math.sqrt(square) : Math.hypot(x.re, x.im);
}
export const isZero = (x: Ball): boolean => x.re === 0 && x.im === 0 && x.err === 0;
/** The integer that it exactly is. */
export const integerOf = (x: Ball): number | undefined => (x.im === 0 && x.err === 0 && Number.isInteger(x.re) ? x.re : undefined);
export const isNonPositiveInteger = (x: Ball): boolean => (integerOf(x) ?? 1) <= 0;
export const widen = (x: Ball, by: number): Ball => ({ re: x.re, im: x.im, err: x.err + by });

export const neg = (x: Ball): Ball => ({ re: -x.re, im: -x.im, err: x.err });
export const conj = (x: Ball): Ball => ({ re: x.re, im: -x.im, err: x.err });
export const timesI = (x: Ball): Ball => ({ re: -x.im, im: x.re, err: x.err });

/** A small multiple of 1/1024: sums and products of such numbers are exact. */
const dyadic = (v: number): boolean => Math.abs(v) < 4096 && Number.isInteger(v * 1024);

export function add(x: Ball, y: Ball): Ball {
  const re = x.re + y.re;
  const im = x.im + y.im;
  const exact = x.err === 0 && y.err === 0 && dyadic(x.re) && dyadic(y.re) && dyadic(x.im) && dyadic(y.im);
  return { re, im, err: exact ? 0 : x.err + y.err + U * (Math.abs(re) + Math.abs(im)) };
}
export const sub = (x: Ball, y: Ball): Ball => add(x, neg(y));

/** Products that have been taken, and that may be taken until the work of whoever asked is used up. */
let [products, allowed] = [0, Number.POSITIVE_INFINITY];

/** What a computation gives and how many products it took; throws `OutOfFuel` where it takes more than `most`. */
export function countingProducts<T>(most: number, compute: () => T): { value: T; taken: number } {
  const outer = { products, allowed };
  [products, allowed] = [0, most];
  try {
    return { value: compute(), taken: products };
  } finally {
    [products, allowed] = [outer.products + products, outer.allowed];
  }
}

export function mul(x: Ball, y: Ball): Ball {
  if (++products > allowed) throw new OutOfFuel();
  const re = x.im === 0 || y.im === 0 ? x.re * y.re : x.re * y.re - x.im * y.im;
  const im = (y.im === 0 ? 0 : x.re * y.im) + (x.im === 0 ? 0 : x.im * y.re);
  const [a, b] = [size(x), size(y)];
  const exact = x.err === 0 && y.err === 0 && dyadic(x.re) && dyadic(y.re) && dyadic(x.im) && dyadic(y.im);
  return { re, im, err: exact ? 0 : a * y.err + b * x.err + x.err * y.err + 2 * U * a * b + TINY };
}
/** Times an exact double. */
export const times = (x: Ball, k: number): Ball => mul(x, ball(k));
export const square = (x: Ball): Ball => mul(x, x);

export function inverse(x: Ball): Ball {
  const n = size(x);
  if (!(n > x.err)) return NONE;
  if (x.im === 0) return { re: 1 / x.re, im: 0, err: x.err / (n * (n - x.err)) + U / n };
  const [a, b] = [x.re / n, x.im / n];
  return { re: a / n, im: -b / n, err: x.err / (n * (n - x.err)) + (6 * U) / n };
}
export function div(x: Ball, y: Ball): Ball {
  if (x.im === 0 && y.im === 0 && x.err === 0 && y.err === 0 && y.re !== 0) {
    const q = x.re / y.re;
    return { re: q, im: 0, err: Number.isInteger(q) && q * y.re === x.re ? 0 : U * Math.abs(q) };
  }
  return mul(x, inverse(y));
}

export function exp(x: Ball): Ball {
  const r = Math.exp(x.re);
  if (!Number.isFinite(r)) return NONE;
  const spread = x.err < 1e-3 ? 1.001 * x.err : Math.expm1(x.err);
  const err = r * spread + 8 * U * r + TINY;
  if (isZero(x)) return ONE;
  if (x.im === 0) return { re: r, im: 0, err };
  return { re: r * Math.cos(x.im), im: r * Math.sin(x.im), err };
}
/** Principal logarithm; from above on the cut where the number is real, undefined where it cannot be told on which side it is. */
export function log(x: Ball): Ball {
  const n = size(x);
  if (!(n > x.err)) return NONE;
  if (x.re === 1 && x.im === 0 && x.err === 0) return ZERO;
  if (x.re < 0 && Math.abs(x.im) <= x.err && x.im !== 0) return NONE;
  const re = Math.abs(n - 1) < 0.3 ? 0.5 * Math.log1p((x.re - 1) * (x.re + 1) + x.im * x.im) : Math.log(n);
  const im = x.im === 0 && x.re > 0 ? 0 : Math.atan2(x.im === 0 ? 0 : x.im, x.re);
  return { re, im, err: x.err / (n - x.err) + 4 * U * (Math.abs(re) + Math.abs(im)) + U };
}
export function sqrt(x: Ball): Ball {
  if (isZero(x)) return ZERO;
  const n = size(x);
  if (!(n > x.err)) return NONE;
  if (x.re < 0 && Math.abs(x.im) <= x.err && x.im !== 0) return NONE;
  const r = Math.sqrt(n);
  const err = x.err / (r * (1 + Math.sqrt(1 - x.err / n))) + 8 * U * r;
  if (x.im === 0) return x.re > 0 ? { re: r, im: 0, err: x.err === 0 && Number.isInteger(r) && r * r === x.re ? 0 : err } : { re: 0, im: r, err };
  const c = Math.sqrt((n + Math.abs(x.re)) / 2);
  const s = Math.abs(x.im) / (2 * c);
  const up = x.im < 0 ? -1 : 1;
  return x.re >= 0 ? { re: c, im: up * s, err } : { re: s, im: up * c, err };
}

/** Integer powers by squaring; others through the principal logarithm. */
export function pow(x: Ball, y: Ball): Ball {
  const n = integerOf(y);
  if (n !== undefined && Math.abs(n) <= 4096) return integerPower(x, n);
  if (isZero(x)) return y.re > y.err ? ZERO : NONE;
  return exp(mul(y, log(x)));
}
export function integerPower(x: Ball, n: number): Ball {
  if (n < 0) return inverse(integerPower(x, -n));
  let result = ONE;
  for (let base = x, k = n; k > 0; k = Math.floor(k / 2), base = k > 0 ? square(base) : base) if (k % 2 === 1) result = mul(result, base);
  return result;
}

export function cos(x: Ball): Ball {
  const [c, s] = [Math.cosh(x.im), Math.sinh(x.im)];
  const grow = (x.im === 0 ? 1 : c) * (x.err < 1e-3 ? 1.001 * x.err : Math.sinh(x.err));
  return { re: Math.cos(x.re) * c, im: x.im === 0 ? 0 : -Math.sin(x.re) * s, err: grow + 6 * U * c };
}
export function sin(x: Ball): Ball {
  if (isZero(x)) return ZERO;
  const [c, s] = [Math.cosh(x.im), Math.sinh(x.im)];
  const grow = (x.im === 0 ? 1 : c) * (x.err < 1e-3 ? 1.001 * x.err : Math.sinh(x.err));
  return { re: Math.sin(x.re) * c, im: x.im === 0 ? 0 : Math.cos(x.re) * s, err: grow + 6 * U * Math.min(c, size(x) + x.err + Math.abs(s)) };
}
/** sin πx with the integer part taken away first. */
export function sinPi(x: Ball): Ball {
  const n = Math.round(x.re);
  const s = sin(mul(PI, { re: x.re - n, im: x.im, err: x.err }));
  return n % 2 === 0 ? s : neg(s);
}
export function cosPi(x: Ball): Ball {
  return sinPi(add(x, ball(0.5)));
}
/** arccos on the plane without its cuts: -i log(z + i √(1-z²)) in the form that keeps the principal branch (DLMF 4.23.23). */
export function acos(x: Ball): Ball {
  const root = mul(sqrt(sub(ONE, x)), sqrt(add(ONE, x)));
  return neg(timesI(log(add(x, timesI(root)))));
}

/** The sum of a series whose terms are made one from another until they no longer matter; undefined after `most` terms. */
export function sumSeries(term: (k: number) => Ball | undefined, most = 3000): Ball {
  let sum = ZERO;
  let quiet = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let k = 0; k < most; k++) {
    const t = term(k);
    if (t === undefined) return sum;
    if (isNone(t)) return NONE;
    sum = add(sum, t);
    const n = size(t) + t.err;
    quiet = n <= 1e-17 * size(sum) + 1e-300 && n <= last ? quiet + 1 : 0;
    last = n;
    if (quiet >= 3) return widen(sum, 8 * n);
  }
  return NONE;
}
