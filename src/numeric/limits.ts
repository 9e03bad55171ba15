/** Limits by extrapolation: f(h) along geometric sequences h → 0, two methods that must agree, and infinity told from no limit. */
import { type Partial, richardson, wynn } from "./acceleration";

export interface Limit {
  readonly value: number;
  readonly error: number;
}

/** Ratios of the two sequences of h, and their first h. */
export type LimitGrid = readonly { readonly first: number; readonly ratio: number; readonly count: number }[];
export const LIMIT_GRID: LimitGrid = [
  { first: 0.25, ratio: 0.5, count: 22 },
  { first: 0.3, ratio: 0.4, count: 17 },
];
/** 1/h is a whole number: even along the first sequence, odd along the second, so that what alternates has no limit. */
export const INTEGER_GRID: LimitGrid = [
  { first: 1 / 4, ratio: 1 / 2, count: 16 },
  { first: 1 / 5, ratio: 1 / 3, count: 10 },
];
/** Whole numbers whose factorials are doubles. */
export const FACTORIAL_GRID: LimitGrid = [
  { first: 1 / 4, ratio: 1 / 2, count: 6 },
  { first: 1, ratio: 1 / 3, count: 5 },
];
/** Far out, for what settles slowly: logarithms against powers, roots of n. Only for limits at zero and at infinity, where such h are exact. */
export const FAR_GRID: LimitGrid = [
  { first: 1e-3, ratio: 1e-2, count: 16 },
  { first: 3e-3, ratio: 1 / 64, count: 18 },
];
/** Logarithms of what is far out, before its powers overflow. */
export const LOGARITHM_GRID: LimitGrid = [
  { first: 1 / 8, ratio: 0.7, count: 12 },
  { first: 1 / 10, ratio: 0.65, count: 10 },
];
/** Near by and close together, for what overflows further on: exponentials of 1/h². */
export const DENSE_GRID: LimitGrid = [
  { first: 0.25, ratio: 0.8, count: 11 },
  { first: 0.3, ratio: 0.75, count: 10 },
];
/** Not near at all, for the mean of the values on the two sides: its error goes down with h², and what cancels there has not lost its digits yet. */
export const CENTRAL_GRID: LimitGrid = [
  { first: 0.4, ratio: 0.75, count: 8 },
  { first: 0.35, ratio: 0.7, count: 7 },
];
/** The same nearer by, for what has a singularity at the distance one: logarithms and roots of 1 + h. */
export const NEARER_GRID: LimitGrid = [
  { first: 0.2, ratio: 0.65, count: 6 },
  { first: 0.18, ratio: 0.6, count: 6 },
];
/** As INTEGER_GRID with small numbers only, for what sums up to 1/h terms. */
export const SHORT_INTEGER_GRID: LimitGrid = [
  { first: 1 / 4, ratio: 1 / 2, count: 8 },
  { first: 1 / 3, ratio: 1 / 3, count: 6 },
];

export const stepsOf = (grid: LimitGrid): Float64Array =>
  Float64Array.from(grid.flatMap(({ first, ratio, count }) => Array.from({ length: count }, (_, k) => first * ratio ** k)));

/** The h that `limit` wants f at: evaluate them in one go, lane by lane if there are many. */
/**
 * lim f(h) for h ↓ 0, from the values (and error bounds) at the steps of the grid (`stepsOf`). A limit at infinity is one of h = 1/x. ±Infinity if the values grow without bound with one
 * sign. Undefined: no limit, an oscillation, or not settled. The error covers extrapolation and the bounds of the values used.
 */
export function limitOf(values: Float64Array, errors: Float64Array, grid: LimitGrid = LIMIT_GRID): Limit | undefined {
  const runs: Limit[] = [];
  let offset = 0;
  for (const { ratio, count } of grid) {
    const run = along(values.subarray(offset, offset + count), errors.subarray(offset, offset + count), ratio);
    if (!run) return undefined;
    runs.push(run);
    offset += count;
  }
  const [a, b] = runs;
  if (Math.abs(a.value) === Infinity || Math.abs(b.value) === Infinity) return a.value === b.value ? a : undefined;
  const gap = Math.abs(a.value - b.value);
  const best = a.error <= b.error ? a : b;
  const error = best.error + gap;
  return gap <= 20 * (a.error + b.error) + 1e-13 && error <= 1e-6 * Math.max(1, Math.abs(best.value)) ? { value: best.value, error } : undefined;
}

/** One sequence: the part of it whose bounds are small, by three extrapolations of which the two closest count. */
function along(values: Float64Array, errors: Float64Array, ratio: number): Limit | undefined {
  const clean: number[] = [];
  const noise: number[] = [];
  let [scale, least] = [0, Infinity];
  for (let k = 0; k < values.length; k++) {
    // Cancellation (a growing bound) ends the useful part; undefined values at its start are merely out of the domain.
    if (Number.isNaN(values[k]) || Math.abs(values[k]) === Infinity) {
      if (clean.length === 0) continue;
      break;
    }
    scale = Math.max(Math.abs(values[k]), 1e-300);
    if (clean.length >= 6 && errors[k] > 1e-11 * scale && errors[k] > 4 * least) break;
    least = Math.min(least, errors[k]);
    clean.push(values[k]);
    noise.push(errors[k]);
  }
  const zero = vanishing(clean, noise);
  if (zero || clean.length < 5) return zero;
  return (
    constantRun(clean, noise) ?? (diverges(clean) ? { value: Math.sign(clean[clean.length - 1]) * Infinity, error: 0 } : extrapolated(clean, noise, ratio))
  );
}

/** Values that shrink to nothing, faster than any cancellation could pretend. */
function vanishing(values: readonly number[], errors: readonly number[]): Limit | undefined {
  const tail = values.slice(-4).map(Math.abs);
  const last = tail[tail.length - 1];
  const shrinks = tail.length === 4 && tail.every((v, k) => k === 0 || v < 0.1 * tail[k - 1] || v === 0);
  const sure = errors.slice(-4).every((error, k) => error <= 1e-3 * tail[k] + 1e-25);
  return shrinks && sure && last < 1e-20 && tail[0] < 0.1 ? { value: 0, error: last } : undefined;
}

/** The last values no longer change beyond their bounds. */
function constantRun(values: readonly number[], errors: readonly number[]): Limit | undefined {
  const n = values.length;
  const last = values[n - 1];
  const settled = [1, 2, 3, 4].every((k) => Math.abs(values[n - 1 - k] - last) <= errors[n - 1 - k] + errors[n - 1] + 2e-16 * Math.abs(last));
  return settled && errors[n - 1] <= 1e-6 * Math.max(1, Math.abs(last)) ? { value: last, error: 2 * errors[n - 1] + 4e-16 * Math.abs(last) } : undefined;
}

/** One sign, ever larger, by steps that do not shrink. */
function diverges(values: readonly number[]): boolean {
  const tail = values.slice(-6).map(Math.abs);
  const steps = tail.slice(1).map((t, k) => t - tail[k]);
  return values.slice(-6).every((v) => v * values[values.length - 1] > 0) && steps.every((s, k) => s > 0 && (k === 0 || s >= 0.9999 * steps[k - 1]));
}

/** Richardson with steps h, h² and √h, and Wynn's epsilon (any power of h, and geometric approach). */
function extrapolated(values: readonly number[], errors: readonly number[], ratio: number): Limit | undefined {
  const scale = Math.max(...values.slice(-3).map(Math.abs), 1e-300);
  if (!approaching(values, scale)) return undefined;
  const candidates: Partial[] = [richardson(values, ratio, 1), richardson(values, ratio, 2), richardson(values, ratio, 0.5), wynn(values)].filter((c) =>
    Number.isFinite(c.value),
  );
  candidates.sort((p, q) => p.error - q.error);
  const [best] = candidates;
  const second = candidates.slice(1).reduce((near, c) => Math.min(near, Math.abs(c.value - best.value)), Infinity);
  const noise = 4 * errors.slice(-3).reduce((m, e) => Math.max(m, e), 0);
  const error = best.error + noise + Math.min(second, 1e3 * (best.error + noise)) + 1e-15 * scale;
  return second <= 1e-6 * Math.max(1, scale) ? { value: best.value, error } : undefined;
}

/** Successive differences shrink over the last values: an oscillation or a slow drift does not. */
function approaching(values: readonly number[], scale: number): boolean {
  const steps = values.slice(1).map((v, k) => Math.abs(v - values[k]));
  const half = Math.floor(steps.length / 2);
  const early = Math.max(...steps.slice(0, half));
  const late = Math.max(...steps.slice(half));
  return late <= 0.5 * early + 1e-13 * scale;
}
