/** Elementary functions on doubles: the library's values with their accuracy (at most 1 ulp for V8's fdlibm; 2 assumed), and rigorous bounds for the common ones. */
import type { Function1 } from "../arithmetic";
import type { Real1 } from "./real";

const zeroAt0 = (x: number) => x === 0;
const sine = (x: number, ex: number) => Math.min(2, Math.abs(Math.cos(x)) * ex + (ex * ex) / 2);
const cosine = (x: number, ex: number) => Math.min(2, Math.abs(Math.sin(x)) * ex + (ex * ex) / 2);
const step = (f: (x: number) => number): Real1 => ({ f, ulps: 0, exact: () => true, carried: (x, ex) => (f(x - ex) === f(x + ex) ? 0 : NaN) });

/** Bound through |f'| <= max over the interval's ends, for functions whose slope is monotone between them; NaN past a pole. */
const between = (slope: (x: number) => number) => (x: number, ex: number) =>
  ex * Math.max(Math.abs(slope(x - ex)), Math.abs(slope(x)), Math.abs(slope(x + ex)));

/** 1/g with g's bound: NaN where g may vanish. */
function reciprocal(g: (x: number) => number, carried: (x: number, ex: number) => number, exact?: (x: number) => boolean): Real1 {
  const f = (x: number) => {
    const d = g(x);
    return d === 0 ? NaN : 1 / d;
  };
  const bound = (x: number, ex: number) => {
    const d = Math.abs(g(x));
    const c = carried(x, ex);
    return d > c ? c / (d * (d - c)) : NaN;
  };
  return { f, ulps: 4, carried: bound, exact };
}

/** tan = sin/cos: the slope is 1 + tan², and a pole inside the interval makes it undefined. */
const tangent = (x: number, ex: number) => {
  const c = Math.abs(Math.cos(x));
  const k = cosine(x, ex);
  return c > k ? ex / (c * (c - k)) : NaN;
};
const cotangent = (x: number, ex: number) => {
  const s = Math.abs(Math.sin(x));
  const k = sine(x, ex);
  return s > k ? ex / (s * (s - k)) : NaN;
};
const cot = (x: number) => (x === 0 ? NaN : 1 / Math.tan(x));
/** Through the arctangent, which keeps the relative accuracy next to ±1. */
const asec = (x: number) => {
  const a = Math.atan(Math.sqrt(Math.abs(x) - 1) * Math.sqrt(Math.abs(x) + 1));
  return x > 0 ? a : Math.PI - a;
};
const arcslope = (x: number) => 1 / Math.sqrt((1 - x) * (1 + x));
const atanslope = (x: number) => 1 / (1 + x * x);
const arc = (x: number, ex: number) =>
  Math.abs(x) + ex < 1 ? between(arcslope)(x, ex) : Math.abs(x) - ex >= 1 ? NaN : 2 * Math.sqrt(2 * ex) + 2 * Math.sqrt(2 * Math.max(0, 1 - Math.abs(x)));
const through = (inner: (x: number, ex: number) => number) => (x: number, ex: number) => {
  const room = Math.abs(x) - ex;
  return room > 0 ? inner(1 / x, ex / (Math.abs(x) * room)) : NaN;
};
const finite = (f: (x: number) => number) => (x: number) => {
  const v = f(x);
  return Math.abs(v) === Infinity && Math.abs(x) !== Infinity ? NaN : v;
};

export const ELEMENTARY: Partial<Record<Function1, Real1>> = {
  exp: { f: finite(Math.exp), ulps: 2, carried: (x, ex, v) => (ex < 0.1 ? v * Math.expm1(ex) : Math.exp(x + ex)), exact: zeroAt0 },
  log: { f: finite(Math.log), ulps: 2, carried: (x, ex) => (x > ex ? ex / (x - ex) : NaN), exact: (x) => x === 1 },
  cbrt: {
    f: Math.cbrt,
    ulps: 2,
    carried: (x, ex, v) => (Math.abs(x) > 2 * ex ? ex / (v * v) : 2 * Math.cbrt(ex)),
    exact: (x, v) => Number.isSafeInteger(v) && v * v * v === x,
  },
  sin: { f: Math.sin, ulps: 2, carried: sine, exact: zeroAt0 },
  cos: { f: Math.cos, ulps: 2, carried: cosine, exact: zeroAt0 },
  tan: { f: Math.tan, ulps: 2, carried: tangent, exact: zeroAt0 },
  cot: { f: cot, ulps: 4, carried: cotangent },
  sec: reciprocal(Math.cos, cosine, zeroAt0),
  csc: reciprocal(Math.sin, sine),
  asin: { f: Math.asin, ulps: 2, carried: arc, exact: zeroAt0 },
  acos: { f: Math.acos, ulps: 2, carried: arc, exact: (x) => x === 1 },
  atan: { f: Math.atan, ulps: 2, carried: (x, ex) => (Math.abs(x) > ex ? ex * atanslope(Math.abs(x) - ex) : ex), exact: zeroAt0 },
  acot: {
    f: (x) => (x === 0 ? Math.PI / 2 : Math.abs(x) === Infinity ? 0 : Math.atan(1 / x)),
    ulps: 4,
    carried: (x, ex) => (Math.abs(x) > ex ? ex * atanslope(Math.abs(x) - ex) : NaN),
  },
  asec: { f: asec, ulps: 5, carried: through(arc), exact: (x) => x === 1 },
  acsc: {
    f: (x) => (Math.abs(x) >= 1 ? Math.sign(x) * Math.atan(1 / (Math.sqrt(Math.abs(x) - 1) * Math.sqrt(Math.abs(x) + 1))) : NaN),
    ulps: 5,
    carried: through(arc),
  },
  sinh: { f: finite(Math.sinh), ulps: 3, carried: between(Math.cosh), exact: zeroAt0 },
  cosh: { f: finite(Math.cosh), ulps: 3, carried: between(Math.sinh), exact: zeroAt0 },
  tanh: { f: Math.tanh, ulps: 3, carried: (x, ex) => (Math.abs(x) > ex ? ex * (1 - Math.tanh(Math.abs(x) - ex) ** 2 + 1e-16) : ex), exact: zeroAt0 },
  coth: { f: (x) => (x === 0 ? NaN : 1 / Math.tanh(x)), ulps: 4, carried: (x, ex) => (Math.abs(x) > ex ? ex / (Math.abs(x) - ex) ** 2 : NaN) },
  sech: reciprocal(Math.cosh, between(Math.sinh), zeroAt0),
  csch: {
    f: (x) => (x === 0 ? NaN : 1 / Math.sinh(x)),
    ulps: 4,
    carried: (x, ex, v) =>
      Math.abs(x) > ex ? ex * Math.abs(v) * Math.abs(1 / Math.tanh(Math.abs(x) - ex)) * (Math.abs(x) / (Math.abs(x) - ex)) * Math.exp(ex) : NaN,
  },
  asinh: { f: Math.asinh, ulps: 3, carried: (_, ex) => ex, exact: zeroAt0 },
  acosh: {
    f: Math.acosh,
    ulps: 3,
    absolute: 2,
    carried: (x, ex) => (x - ex > 1 ? between((t) => 1 / Math.sqrt((t - 1) * (t + 1)))(x, ex) : 2 * Math.sqrt(2 * (x - 1 + ex))),
    exact: (x) => x === 1,
  },
  atanh: {
    f: (x) => (Math.abs(x) < 1 ? Math.atanh(x) : NaN),
    ulps: 3,
    carried: between((t) => (Math.abs(t) < 1 ? 1 / ((1 - t) * (1 + t)) : NaN)),
    exact: zeroAt0,
  },
  acoth: {
    f: (x) => (Math.abs(x) > 1 ? (Math.sign(x) * Math.log1p(2 / (Math.abs(x) - 1))) / 2 : NaN),
    ulps: 6,
    carried: (x, ex) => (Math.abs(x) - ex > 1 ? ex / ((Math.abs(x) - ex) ** 2 - 1) : NaN),
  },
  asech: {
    f: (x) => (x > 0 && x <= 1 ? Math.log1p((1 - x) / x + Math.sqrt((1 - x) * (1 + x)) / x) : NaN),
    ulps: 8,
    carried: (x, ex) =>
      x - ex > 0 ? (x + ex < 1 ? between((t) => 1 / (t * Math.sqrt((1 - t) * (1 + t))))(x, ex) : (2 * Math.sqrt(2 * (1 - x + ex))) / (x - ex)) : NaN,
    exact: (x) => x === 1,
  },
  acsch: { f: (x) => (x === 0 ? NaN : Math.asinh(1 / x)), ulps: 5, carried: (x, ex) => (Math.abs(x) > ex ? ex / (Math.abs(x) - ex) : NaN) },
  abs: { f: Math.abs, ulps: 0, carried: (_, ex) => ex },
  sign: { f: Math.sign, ulps: 0, carried: (x, ex) => (Math.abs(x) > ex ? 0 : NaN) },
  floor: step(Math.floor),
  ceil: step(Math.ceil),
  round: step((x) => (x < 0 ? -Math.round(-x) : Math.round(x))),
  sinc: { f: (x) => (x === 0 ? 1 : Math.sin(x) / x), ulps: 4, carried: (_, ex) => 0.5 * ex, exact: zeroAt0 },
  conj: { f: (x) => x, ulps: 0, carried: (_, ex) => ex },
  re: { f: (x) => x, ulps: 0, carried: (_, ex) => ex },
  im: { f: () => 0, ulps: 0, carried: () => 0 },
  arg: { f: (x) => (x > 0 ? 0 : x < 0 ? Math.PI : NaN), ulps: 2, carried: (x, ex) => (Math.abs(x) > ex ? 0 : NaN) },
};
