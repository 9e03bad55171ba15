/** Hypergeometric functions of complex parameters: power series, Taylor steps of the differential equation, quadrature for U (DLMF 13, 15, 16). */
import {
  add,
  type Ball,
  ball,
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
  pow,
  size,
  sub,
  sumSeries,
  times,
  widen,
  ZERO,
} from "../ball";
import { gamma, gammaRatio, rgamma, rising } from "./gamma";

/** The degree of the polynomial that the series ends in: the least -a of an upper parameter that is 0, -1, -2, … */
const degree = (upper: readonly Ball[]): number | undefined => {
  const ends = upper.filter(isNonPositiveInteger).map((a) => -a.re);
  return ends.length ? Math.min(...ends) : undefined;
};

/** Σ (a1)_k…/((b1)_k… k!) z^k; undefined where the series does not converge by itself. `regularised`: over Γ(b1)…, entire in the lower parameters. */
export function series(upper: readonly Ball[], lower: readonly Ball[], z: Ball, most = 4000): Ball {
  const end = degree(upper);
  if (end === undefined && (upper.length > lower.length + 1 || (upper.length === lower.length + 1 && size(z) >= 1))) return NONE;
  if (lower.some((b) => isNonPositiveInteger(b) && (end === undefined || -b.re < end))) return NONE;
  let term = ONE;
  let peak = 0;
  return sumSeries(
    (k) => {
      if (end !== undefined && k > end) return undefined;
      const now = term;
      peak = Math.max(peak, size(now));
      if (peak > 1e250) return NONE;
      let next = mul(term, z);
      for (const a of upper) next = mul(next, add(a, ball(k)));
      for (const b of lower) next = div(next, add(b, ball(k)));
      term = end !== undefined && k >= end ? ZERO : times(next, 1 / (k + 1));
      return now;
    },
    end === undefined ? most : Math.max(most, end + 5),
  );
}

/** 0F1/Γ(b), entire in b. */
export function hyp0f1Regularised(b: Ball, z: Ball): Ball {
  const n = integerOf(b);
  // the first terms vanish: z^(1-b) 0F1(2-b; z)/Γ(2-b)
  if (n !== undefined && n <= 0) return mul(pow(z, ball(1 - n)), hyp0f1Regularised(ball(2 - n), z));
  return mul(series([], [b], z), rgamma(b));
}

export function hyp1f1(a: Ball, b: Ball, z: Ball): Ball {
  // Kummer's transformation keeps the terms from cancelling (DLMF 13.2.39)
  if (degree([a]) === undefined && z.re < 0 && !isNonPositiveInteger(b)) return mul(exp(z), series([sub(b, a)], [b], neg(z)));
  return series([a], [b], z);
}
export function hyp1f1Regularised(a: Ball, b: Ball, z: Ball): Ball {
  const n = integerOf(b);
  if (n !== undefined && n <= 0) return mul(mul(rising(a, ball(1 - n)), pow(z, ball(1 - n))), hyp1f1Regularised(add(a, ball(1 - n)), ball(2 - n), z));
  return mul(hyp1f1(a, b, z), rgamma(b));
}

/** Gauss's function on the plane without [1, ∞), and at 1 where it converges (DLMF 15.4.20). */
export function hyp2f1(a: Ball, b: Ball, c: Ball, z: Ball): Ball {
  if (degree([a, b]) !== undefined || size(z) < 0.75) return series([a, b], [c], z);
  if (isNonPositiveInteger(c)) return NONE;
  if (integerOf(z) === 1) {
    const gap = sub(sub(c, a), b);
    return gap.re > gap.err ? mul(mul(gamma(c), gamma(gap)), mul(rgamma(sub(c, a)), rgamma(sub(c, b)))) : NONE;
  }
  if (Math.abs(z.im) <= z.err && z.re > 1 - z.err) return NONE;
  const pfaff = div(z, sub(z, ONE));
  if (size(pfaff) < size(z)) return mul(pow(sub(ONE, z), neg(a)), gaussSteps(a, sub(c, b), c, pfaff));
  return gaussSteps(a, b, c, z);
}

/** Along the ray from the origin, by Taylor steps of Gauss's equation. */
function gaussSteps(a: Ball, b: Ball, c: Ball, z: Ball): Ball {
  if (size(z) < 0.75) return series([a, b], [c], z);
  let at = times(z, 0.5 / size(z));
  let w = series([a, b], [c], at);
  let dw = div(mul(mul(a, b), series([add(a, ONE), add(b, ONE)], [add(c, ONE)], at)), c);
  const linear = neg(add(add(a, b), ONE));
  const rest = neg(mul(a, b));
  for (let k = 0; k < 60; k++) {
    const room = 0.55 * Math.min(size(at), size(sub(ONE, at)));
    const left = sub(z, at);
    const last = size(left) <= room;
    const t = last ? left : times(left, room / size(left));
    const next = taylorStep([mul(at, sub(ONE, at)), sub(ONE, times(at, 2)), ball(-1)], [add(c, mul(linear, at)), linear], [rest], w, dw, t);
    if (!next || isNone(next[0])) return NONE;
    [w, dw] = next;
    if (last) return w;
    at = add(at, t);
  }
  return NONE;
}

/** One step t of p w'' + q w' + r w = 0, the coefficients as polynomials around the point: the new w and w'. */
function taylorStep(p: readonly Ball[], q: readonly Ball[], r: readonly Ball[], w: Ball, dw: Ball, t: Ball): [Ball, Ball] | undefined {
  const u: Ball[] = [w, mul(dw, t)];
  const lead = inverse(p[0]);
  // coefficients of (x/t)^n, so that only t times the coefficients of p, q, r enters
  const scaled = (of: readonly Ball[], shift: number) => of.map((x, k) => mul(x, power(t, k + shift)));
  const [ps, qs, rs] = [scaled(p, 0), scaled(q, 1), scaled(r, 2)];
  let quiet = 0;
  for (let n = 0; n < 400; n++) {
    let sum = ZERO;
    for (let k = 1; k < ps.length; k++) if (n + 2 - k >= 2) sum = add(sum, times(mul(ps[k], u[n + 2 - k]), (n + 2 - k) * (n + 1 - k)));
    for (let k = 0; k < qs.length; k++) if (n + 1 - k >= 1) sum = add(sum, times(mul(qs[k], u[n + 1 - k]), n + 1 - k));
    for (let k = 0; k < rs.length; k++) if (n - k >= 0) sum = add(sum, mul(rs[k], u[n - k]));
    u.push(times(mul(neg(sum), lead), 1 / ((n + 2) * (n + 1))));
    const newest = size(u[n + 2]) * (n + 2);
    quiet = newest < 1e-18 * (size(u[0]) + size(u[1])) ? quiet + 1 : 0;
    if (quiet >= 4) {
      const value = u.reduce((s, x) => add(s, x), ZERO);
      const slope = u.reduce((s, x, k) => add(s, times(x, k)), ZERO);
      const rest = 1e-17 * (size(u[0]) + size(u[1]));
      return [widen(value, rest), div(widen(slope, rest * n), t)];
    }
  }
  return undefined;
}
const power = (t: Ball, k: number): Ball => {
  let p = ONE;
  for (let i = 0; i < k; i++) p = mul(p, t);
  return p;
};

export function hyp2f1Regularised(a: Ball, b: Ball, c: Ball, z: Ball): Ball {
  const n = integerOf(c);
  if (n !== undefined && n <= 0) {
    const m = ball(1 - n);
    return mul(mul(mul(rising(a, m), rising(b, m)), pow(z, m)), hyp2f1Regularised(add(a, m), add(b, m), ball(2 - n), z));
  }
  return mul(hyp2f1(a, b, c, z), rgamma(c));
}

/** pFq with its upper and its lower parameters. */
export function hyperPFQ(upper: readonly Ball[], lower: readonly Ball[], z: Ball): Ball {
  if (upper.length === 0 && lower.length === 0) return exp(z);
  if (upper.length === 1 && lower.length === 0) return pow(sub(ONE, z), neg(upper[0]));
  if (upper.length === 1 && lower.length === 1) return hyp1f1(upper[0], lower[0], z);
  if (upper.length === 2 && lower.length === 1) return hyp2f1(upper[0], upper[1], lower[0], z);
  if (upper.length === 2 && lower.length === 0 && degree(upper) === undefined) return isNone(z) || size(z) === 0 ? ONE : hyp2f0(upper[0], upper[1], z);
  return series(upper, lower, z);
}
/** 2F0(a, b; z) = (-1/z)^a U(a, 1+a-b, -1/z). */
const hyp2f0 = (a: Ball, b: Ball, z: Ball): Ball => {
  const w = neg(inverse(z));
  return mul(pow(w, a), hyperU(a, add(sub(ONE, b), a), w));
};

/**
 * Tricomi's U(a, b, z), |arg z| < π: a polynomial for a = 0, -1, …; else the integral over e^{-zt} t^{a-1} (1+t)^{b-a-1}/Γ(a) along a ray on which it decays
 * (DLMF 13.4.4), with the three-term recurrence where Re a is small (DLMF 13.3.7).
 */
export function hyperU(a: Ball, b: Ball, z: Ball): Ball {
  if (size(z) === 0 || isNone(z)) return NONE;
  const n = degree([a]);
  if (n !== undefined) return n > 400 ? NONE : mul(pow(z, neg(a)), series([a, add(sub(a, b), ONE)], [], neg(inverse(z))));
  const other = add(sub(a, b), ONE);
  const m = degree([other]);
  if (m !== undefined && m <= 400) return mul(pow(z, neg(a)), series([a, other], [], neg(inverse(z))));
  if (z.im === 0 && z.re < 0) return NONE;
  if (a.re < LEAST && other.re > a.re + 0.2 && other.re > LEAST) return mul(pow(z, sub(ONE, b)), hyperU(other, sub(ball(2), b), z));
  return a.re < LEAST ? uByRecurrence(a, b, z) : uIntegral(a, b, z);
}

/** The integral is taken for parameters above this. */
const LEAST = 0.4;
/** Steps of the recurrence, at most. */
const STEPS = 24;

/** U(a) = (2a + 2 - b + z) U(a + 1) - (a + 1)(a - b + 2) U(a + 2), down from two values with large parameters. */
function uByRecurrence(a: Ball, b: Ball, z: Ball): Ball {
  const steps = Math.ceil(LEAST - a.re);
  if (steps > STEPS) return NONE;
  let [lower, upper] = [hyperU(add(a, ball(steps)), b, z), hyperU(add(a, ball(steps + 1)), b, z)];
  for (let k = steps - 1; k >= 0; k--) {
    const at = add(a, ball(k));
    const factor = add(sub(add(times(at, 2), ball(2)), b), z);
    const rest = mul(add(at, ONE), add(sub(at, b), ball(2)));
    [lower, upper] = [sub(mul(factor, lower), mul(rest, upper)), lower];
  }
  return lower;
}

function uIntegral(a: Ball, b: Ball, z: Ball): Ball {
  const phase = Math.atan2(z.im, z.re);
  const turn = Math.abs(phase) < 0.3 ? 0 : -phase * (Math.abs(phase) > 2.2 ? 0.7 : 0.6);
  const way = ball(Math.cos(turn), Math.sin(turn), 0);
  const rate = mul(z, way);
  const [p, q] = [sub(a, ONE), sub(sub(b, a), ONE)];
  // t = way · s, s = exp(u - exp(-u))/scale
  const scale = Math.max(0.05, rate.re);
  const at = (u: number): Ball => {
    const s = Math.exp(u - Math.exp(-u)) / scale;
    const weight = s * (1 + Math.exp(-u));
    if (!(s > 1e-290) || rate.re * s > 745) return ZERO;
    const t = mul(way, ball(s, 0, 1e-16 * s * (1 + Math.abs(u))));
    const value = exp(add(sub(add(mul(p, log(t)), mul(q, log(add(ONE, t)))), mul(z, t)), ZERO));
    return mul(value, ball(weight, 0, 4e-16 * weight));
  };
  const sum = (h: number, offset: number): { value: Ball; sizes: number } => {
    let [value, sizes] = [ZERO, 0];
    for (let u = -6.5 + offset; u < 8; u += h) {
      const v = at(u);
      value = add(value, v);
      sizes += size(v);
    }
    return { value: times(value, h), sizes: sizes * h };
  };
  let h = 0.125;
  let coarse = sum(h, 0);
  for (let k = 0; k < 4; k++) {
    const fine = add(times(coarse.value, 0.5), times(sum(h, h / 2).value, 0.5));
    const gap = size(sub(fine, coarse.value));
    if (gap <= 1e-11 * size(fine) + 1e-15 * coarse.sizes || k === 3) {
      const value = mul(mul(widen(fine, gap * (gap < 1e-6 * size(fine) ? 0.1 : 4) + 1e-16 * coarse.sizes), way), rgamma(a));
      return gap < 1e-6 * size(fine) ? value : NONE;
    }
    coarse = { value: fine, sizes: coarse.sizes };
    h /= 2;
  }
  return NONE;
}

/** Γ(a, z) = z^a e^{-z} U(1, 1+a, z) (DLMF 8.5.3). */
export function upperGamma(a: Ball, z: Ball): Ball {
  if (size(z) + z.err === 0) return a.re > 0 ? gamma(a) : NONE;
  if (isNonPositiveInteger(a) || size(z) > 2) return mul(mul(pow(z, a), exp(neg(z))), hyperU(ONE, add(ONE, a), z));
  return sub(gamma(a), lowerGamma(a, z));
}
/** γ(a, z) = z^a/a e^{-z} 1F1(1; 1+a; z) (DLMF 8.5.1). */
export function lowerGamma(a: Ball, z: Ball): Ball {
  if (isNonPositiveInteger(a)) return NONE;
  return mul(div(mul(pow(z, a), exp(neg(z))), a), series([ONE], [add(ONE, a)], z));
}
/** γ*(a, z) = z^-a γ(a, z)/Γ(a), entire (DLMF 8.2.6). */
export const gammaStar = (a: Ball, z: Ball): Ball => mul(exp(neg(z)), hyp1f1Regularised(ONE, add(ONE, a), z));
/** B_x(a, b) = x^a/a 2F1(a, 1-b; a+1; x) (DLMF 8.17.7). */
export const incompleteBeta = (x: Ball, a: Ball, b: Ball): Ball => mul(div(pow(x, a), a), hyp2f1(a, sub(ONE, b), add(a, ONE), x));
/** I_x(a, b). */
export const regularisedBeta = (x: Ball, a: Ball, b: Ball): Ball => div(incompleteBeta(x, a, b), mul(gamma(a), gammaRatio(b, add(a, b))));

/** E_p(z) = e^{-z} U(1, 2-p, z) (DLMF 8.19.2). */
export const expintE = (p: Ball, z: Ball): Ball => {
  if (size(z) + z.err === 0) return p.re > 1 ? inverse(sub(p, ONE)) : NONE;
  return mul(exp(neg(z)), hyperU(ONE, sub(ball(2), p), z));
};
