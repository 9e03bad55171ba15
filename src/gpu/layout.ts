/** How samples are dealt out to groups and bins: the sizes that the shader, the reference and the readers of their results share. */

/** Threads of a workgroup. */
export const THREADS = 64;
/** Samples of one Philox block: its four words give four normals. */
export const BLOCK = 4;
/** Samples a thread takes before another group is started: barriers cost more than samples on a software device. */
const USUAL_PER_THREAD = 64;
/** More groups than this are not started: each thread takes more samples instead. */
export const MOST_GROUPS = 1024;
export const SMALLEST_N = 2 ** 10;
export const LARGEST_N = 2 ** 24;
export const LARGEST_CPU_N = 2 ** 20;
/** The first samples are kept whole, as (eps, z): for the map and for the start of the convergence. */
export const KEPT = 4096;

/** Bins of the picture, over t = (z − mu) / sigma in [-RANGE, RANGE). */
export const BINS = 256;
/** Bins of the Kolmogorov–Smirnov statistic, over the same range. */
export const FINE_BINS = 65_536;
export const RANGE = 8;
/** Behind the bins of either histogram: below, above, not a number. */
export const OVERFLOW = { below: 0, above: 1, undefined: 2 } as const;
export const OVERFLOWS = 3;

export interface Plan {
  readonly n: number;
  readonly groups: number;
  /** Samples a thread; a multiple of BLOCK. */
  readonly perThread: number;
  readonly perGroup: number;
}

/** `n` is clamped to a power of two in [2^10, limit], so that all groups are of one size. */
export function plan(n: number, limit = LARGEST_N): Plan {
  const wanted = 2 ** Math.round(Math.log2(Math.min(Math.max(Number.isFinite(n) ? n : SMALLEST_N, SMALLEST_N), limit)));
  const perThread = Math.max(Math.min(USUAL_PER_THREAD, wanted / THREADS), wanted / (THREADS * MOST_GROUPS));
  return { n: wanted, groups: wanted / (THREADS * perThread), perThread, perGroup: THREADS * perThread };
}

/** What a run gives, on the GPU and on the CPU alike. */
export interface Raw {
  readonly plan: Plan;
  /** (mean, M2) of each quantity within each group: index 2 (group · QUANTITIES + quantity). M2 is the sum of squared deviations. */
  readonly partials: Float32Array | Float64Array;
  /** BINS counts and the three overflows. */
  readonly coarse: Uint32Array;
  /** FINE_BINS counts and the three overflows. */
  readonly fine: Uint32Array;
  /** (eps, z) of the first min(n, KEPT) samples. */
  readonly pairs: Float32Array | Float64Array;
}

/** The bins of the picture, from the fine ones that they are made of, with the overflows. */
export function foldBins(fine: Uint32Array): Uint32Array {
  const coarse = new Uint32Array(BINS + OVERFLOWS);
  const each = FINE_BINS / BINS;
  for (let i = 0; i < FINE_BINS; i++) coarse[Math.floor(i / each)] += fine[i];
  coarse.set(fine.subarray(FINE_BINS), BINS);
  return coarse;
}

export interface Settings {
  readonly mu: number;
  readonly logvar: number;
  readonly n: number;
  /** An unsigned 32-bit number. */
  readonly seed: number;
}
