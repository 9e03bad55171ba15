/** Infinite series from their terms: direct, alternating or accelerated, two methods that must agree, and a refusal otherwise. */
import { cohen, levinU, type Partial, richardson } from "./acceleration";

/** Terms [from, from + count) of one series, with error bounds. */
export type Terms = (from: number, count: number) => { readonly values: Float64Array; readonly errors: Float64Array };

export interface SeriesOptions {
  /** Most terms to ask for; 2^14 by default. */
  readonly terms?: number;
  /** Terms per request, doubling up to this; 4096 by default. */
  readonly block?: number;
}

export interface SeriesSum {
  readonly value: number;
  readonly error: number;
}

/** The state of one series while its terms come in. */
interface Tally {
  readonly terms: number[];
  carried: number;
}

const GOAL = 1e-13;

/**
 * Σ terms(k), k = 0, 1, …, or undefined: divergent, or not decided within the terms allowed. Geometric and faster decay is summed directly; strictly
 * alternating terms by Cohen, Rodriguez Villegas and Zagier (2000) at two depths; algebraic decay k^-p, p > 1 a multiple of 1/2, by Richardson's table against Levin's u.
 */
export function sumSeries(terms: Terms, options: SeriesOptions = {}): SeriesSum | undefined {
  const [result] = seriesLanes(1, (from, count) => terms(from, count), options);
  return Number.isNaN(result.value) ? undefined : result;
}

/**
 * The same for `lanes` series at once: `terms(from, count)` gives lanes × count entries, lane-major (all terms of lane 0 first). Lanes without a sum get NaN.
 */
export function seriesLanes(lanes: number, terms: Terms, options: SeriesOptions = {}): SeriesSum[] {
  const most = options.terms ?? 2 ** 14;
  const tallies: Tally[] = Array.from({ length: lanes }, () => ({ terms: [], carried: 0 }));
  const results = new Array<SeriesSum | undefined>(lanes);
  let open = lanes;
  for (let from = 0, count = 64; from < most && open > 0; from += count, count = Math.min(from, options.block ?? 4096, most - from)) {
    const block = terms(from, count);
    for (let i = 0; i < lanes; i++) {
      if (results[i]) continue;
      results[i] = extend(
        tallies[i],
        block.values.subarray(i * count, (i + 1) * count),
        block.errors.subarray(i * count, (i + 1) * count),
        from + count >= most,
      );
      if (results[i]) open--;
    }
  }
  return results.map((r) => r ?? REFUSED);
}

const REFUSED: SeriesSum = { value: NaN, error: 0 };

/** Adds a block to a tally; a result as soon as there is one, a refusal once the terms are undefined or grow. */
function extend(tally: Tally, values: Float64Array, errors: Float64Array, last: boolean): SeriesSum | undefined {
  for (let k = 0; k < values.length; k++) {
    // Terms that are undefined after the rest has died out (an overflowing factorial below) do no harm.
    if (!Number.isFinite(values[k])) return directSum(tally, true) ?? REFUSED;
    tally.terms.push(values[k]);
    tally.carried += errors[k];
  }
  const direct = directSum(tally, false);
  if (direct) return direct;
  if (grows(tally.terms)) return REFUSED;
  return accelerated(tally) ?? (last ? REFUSED : undefined);
}

/** Compensated sum of the terms (Neumaier). */
function plainSum(terms: readonly number[]): { sum: number; size: number } {
  let [sum, rest, size] = [0, 0, 0];
  for (const t of terms) {
    const next = sum + t;
    rest += Math.abs(sum) >= Math.abs(t) ? sum - next + t : t - next + sum;
    sum = next;
    size += Math.abs(t);
  }
  return { sum: sum + rest, size };
}

const rounding = (size: number, carried: number) => carried + 4e-16 * size;

/** Geometric or faster decay over the last quarter: the tail is bounded by the largest ratio seen there. */
function directSum({ terms, carried }: Tally, short: boolean): SeriesSum | undefined {
  const n = terms.length;
  if (n < 24) return undefined;
  const { sum, size } = plainSum(terms);
  if (size === 0) return { value: 0, error: carried };
  const window = Math.max(8, Math.floor(n / 4));
  const tail = geometricTail(terms.slice(n - window));
  if (tail === undefined || tail > (short ? 1e-12 : GOAL) * size) return undefined;
  return { value: sum, error: rounding(size, carried) + tail };
}

/**
 * A bound of what follows if the decay goes on: over two halves of a window the largest term must fall, at a rate that does not slow down towards 1
 * (as an algebraic decay would). Zeros in between (every other term missing) are allowed.
 */
function geometricTail(window: readonly number[]): number | undefined {
  const third = Math.floor(window.length / 3);
  const [a, b, c] = [0, 1, 2].map((k) => window.slice(k * third, k === 2 ? undefined : (k + 1) * third).reduce((m, t) => Math.max(m, Math.abs(t)), 0));
  if (c === 0) return b === 0 ? 0 : b * 1e-3;
  const [early, late] = [b / a, c / b];
  if (!(late < 1) || late > early * 1.02 + 0.01) return undefined;
  const ratio = late ** (1 / third);
  return ratio < 0.97 ? (c * ratio) / (1 - ratio) : undefined;
}

/** Terms that do not tend to zero: the largest of the last third is not below that of the third before. */
function grows(terms: readonly number[]): boolean {
  const n = terms.length;
  if (n < 192) return false;
  const most = (from: number, to: number) => terms.slice(from, to).reduce((m, t) => Math.max(m, Math.abs(t)), 0);
  return most(n - n / 4, n) >= 0.999 * most(n / 2, n - n / 4);
}

/** Alternating and monotone series by two methods, once the ratio of their terms is known well enough to tell the edge of convergence. */
function accelerated(tally: Tally): SeriesSum | undefined {
  if (tally.terms.length < 2048) return undefined;
  const skip = leading(tally.terms);
  const terms = tally.terms.slice(skip);
  if (terms.some((t) => t === 0) || !falls(terms)) return undefined;
  const head = plainSum(tally.terms.slice(0, skip));
  const pair = isAlternating(terms) ? alternating(terms) : oneSign(terms);
  if (!pair) return undefined;
  const [p, q] = pair;
  const value = head.sum + p.value;
  const size = plainSum(tally.terms).size;
  const error =
    2 * Math.abs(p.value - q.value) +
    p.error +
    rounding(head.size + Math.abs(terms[0]) + Math.abs(p.value), tally.carried * Math.min(1, (Math.abs(value) + 1e-300) / size + 0.1));
  return error <= 1e-9 * Math.max(Math.abs(value), Math.abs(terms[0])) ? { value, error } : undefined;
}

/** How many terms stand before the sizes begin to fall, within the first eighth. */
function leading(terms: readonly number[]): number {
  let skip = 0;
  for (let k = 0; k < terms.length / 8; k++) if (terms[k] === 0 || Math.abs(terms[k + 1]) >= Math.abs(terms[k])) skip = k + 1;
  return skip;
}

const isAlternating = (terms: readonly number[]) => terms.every((t, k) => k === 0 || t * terms[k - 1] < 0);
const falls = (terms: readonly number[]) => terms.every((t, k) => k === 0 || Math.abs(t) < Math.abs(terms[k - 1]));

/** lim |t_{k+1}/t_k| by Richardson's table for steps of 1/k; at 1,500 terms right to about 1e-9 for algebraic decay. */
function limitRatio(terms: readonly number[]): number {
  const last = terms.length - 2;
  return richardson(
    [8, 4, 2, 1].map((d) => Math.abs(terms[Math.floor(last / d) + 1] / terms[Math.floor(last / d)])),
    0.5,
    1,
  ).value;
}

/** Outside its radius an alternating series has no sum, however well the acceleration would continue it: the ratio must not tend to more than 1. */
function alternating(terms: readonly number[]): readonly [Partial, Partial] | undefined {
  return limitRatio(terms) <= 1 + 1e-7 ? [cohen(terms, 26), cohen(terms, 22)] : undefined;
}

/**
 * Terms like k^-p (c0 + c1/k + …): Richardson's table over partial sums of 2^j terms with exponents p-1, p, p+1, …, against one level less, and Levin's u.
 * The order p is read off by Raabe's test, must be clearly above 1, and is rounded to a half where it is one.
 */
function oneSign(terms: readonly number[]): readonly [Partial, Partial] | undefined {
  if (!terms.every((t) => t * terms[0] > 0) || Math.abs(limitRatio(terms) - 1) > 1e-6) return undefined;
  const n = terms.length;
  const orders = [16, 8, 4, 2].map((d) => raabe(terms, Math.floor(n / d)));
  const found = richardson(orders, 0.5, 1);
  const order = Math.abs(found.value - Math.round(2 * found.value) / 2) < 1e-4 ? Math.round(2 * found.value) / 2 : Number.NaN;
  if (!(order > 1.01) || found.error > 1e-2) return undefined;
  const sums = [32, 64, 128, 256, 512, 1024].filter((m) => m <= n).map((m) => plainSum(terms.slice(0, m)).sum);
  const full = powers(sums, order - 1);
  const less = powers(sums.slice(0, -1), order - 1);
  const levin = levinU(terms, 2, 12);
  return Math.abs(full - levin.value) < 1e-5 * Math.abs(full) + 100 * levin.error
    ? [
        { value: full, error: 0 },
        { value: less, error: 0 },
      ]
    : undefined;
}

/** k (|t_k/t_{k+1}| - 1), which tends to p. */
const raabe = (terms: readonly number[], k: number) => k * (Math.abs(terms[k - 1] / terms[k]) - 1);

/** Removes error terms n^-(first + i) from values at doubled n. */
function powers(values: readonly number[], first: number): number {
  let row = [...values];
  for (let i = 0; row.length > 1; i++) {
    const factor = 2 ** (first + i);
    row = row.slice(1).map((v, j) => (factor * v - row[j]) / (factor - 1));
  }
  return row[0];
}
