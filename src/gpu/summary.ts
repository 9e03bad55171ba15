/** From a run to what is shown: group statistics merged in f64, the convergence with n, the Kolmogorov–Smirnov statistic. */
import erfc from "@stdlib/math-base-special-erfc";
import { toClosure } from "./compile";
import { derivative } from "./derivative";
import { FINE_BINS, OVERFLOW, RANGE, type Raw, type Settings } from "./layout";
import type { Program } from "./program";
import { accumulate, QUANTITIES, type QuantityName, type Sample } from "./quantities";

export interface Statistic {
  readonly n: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly m2: number;
}

export type Statistics = Readonly<Record<QuantityName, Statistic>>;

export interface Summary {
  readonly n: number;
  readonly statistics: Statistics;
  /** The statistics of the first n samples, n doubling from 16. */
  readonly growth: readonly { readonly n: number; readonly statistics: Statistics }[];
  /** √n D at the edges of the fine bins: at most the statistic of all samples, and below it by about 0.03. */
  readonly kolmogorovSmirnov: number;
  readonly undefined: number;
}

/** Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise algorithm for computing sample variances". */
export function merge(a: Statistic, b: Statistic): Statistic {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  return { n, mean: a.mean + (delta * b.n) / n, m2: a.m2 + b.m2 + (delta * delta * a.n * b.n) / n };
}

export const variance = ({ n, m2 }: Statistic): number => m2 / (n - 1);

/** Puts a run together. Of several draws only the first is kept with a sample, so then the growth starts with the first group. */
export function summarise(raw: Raw, settings: Settings, program: Program): Summary {
  const growth = [...(program.draws.length === 1 ? keptGrowth(raw, settings, program) : []), ...groupGrowth(raw)];
  const statistics = growth[growth.length - 1].statistics;
  return { n: raw.plan.n, statistics, growth, kolmogorovSmirnov: kolmogorovSmirnov(raw), undefined: raw.fine[FINE_BINS + OVERFLOW.undefined] };
}

const EMPTY: Statistic = { n: 0, mean: 0, m2: 0 };
const each = (of: (name: QuantityName, q: number) => Statistic): Statistics =>
  Object.fromEntries(QUANTITIES.map(({ name }, q) => [name, of(name, q)])) as Record<QuantityName, Statistic>;

function groupGrowth({ plan, partials }: Raw): Summary["growth"] {
  const growth: { n: number; statistics: Statistics }[] = [];
  let sofar = each(() => EMPTY);
  for (let group = 0; group < plan.groups; group++) {
    const before = sofar;
    sofar = each((name, q) => {
      const at = 2 * (group * QUANTITIES.length + q);
      return merge(before[name], { n: plan.perGroup, mean: partials[at], m2: partials[at + 1] });
    });
    if (Number.isInteger(Math.log2(group + 1))) growth.push({ n: (group + 1) * plan.perGroup, statistics: sofar });
  }
  return growth;
}

/** The beginning, from the samples that were kept whole. */
function keptGrowth({ plan, pairs }: Raw, { mu, logvar }: Settings, program: Program): Summary["growth"] {
  const growth: { n: number; statistics: Statistics }[] = [];
  const sigma = Math.exp(logvar / 2);
  const index = { mu: 0, logvar: 1, [program.draws[0].name]: 2 };
  const slots = Float64Array.from([mu, logvar, 0]);
  const [byMu, byLogvar] = ["mu", "logvar"].map((name) => toClosure(derivative(program.gradientOf, name), index));
  const sample: Sample = { z: 0, dmu: 0, dlogvar: 0, t: 0, logvar, sigma };
  const mean = new Float64Array(QUANTITIES.length);
  const m2 = new Float64Array(QUANTITIES.length);
  for (let i = 0; i < pairs.length / 2 && i + 1 < plan.perGroup; i++) {
    slots[2] = pairs[2 * i];
    sample.z = pairs[2 * i + 1];
    sample.dmu = byMu(slots);
    sample.dlogvar = byLogvar(slots);
    sample.t = (sample.z - mu) / sigma;
    accumulate(sample, i + 1, mean, m2);
    if (i >= 15 && Number.isInteger(Math.log2(i + 1))) growth.push({ n: i + 1, statistics: each((_, q) => ({ n: i + 1, mean: mean[q], m2: m2[q] })) });
  }
  return growth;
}

/** Φ, the standard normal distribution function. */
const normalCdf = (t: number): number => 0.5 * erfc(-t / Math.SQRT2);

const EDGES = Float64Array.from({ length: FINE_BINS + 1 }, (_, i) => normalCdf(-RANGE + (2 * RANGE * i) / FINE_BINS));

function kolmogorovSmirnov({ fine, plan }: Raw): number {
  let below = fine[FINE_BINS + OVERFLOW.below];
  let largest = Math.abs(below / plan.n - EDGES[0]);
  for (let i = 0; i < FINE_BINS; i++) {
    below += fine[i];
    largest = Math.max(largest, Math.abs(below / plan.n - EDGES[i + 1]));
  }
  return Math.sqrt(plan.n) * largest;
}
