/** The same run on the CPU, in f64: the reference of the tests and the fallback of the demo. A generator, so that a host can stop it between groups. */
import { type Closure, toClosure } from "./compile";
import { derivative } from "./derivative";
import { BLOCK, FINE_BINS, foldBins, KEPT, LARGEST_CPU_N, OVERFLOW, OVERFLOWS, type Plan, plan, RANGE, type Raw, type Settings } from "./layout";
import { normals, uniforms } from "./normal";
import { KEY_HIGH, philox } from "./philox";
import type { Program } from "./program";
import { accumulate, QUANTITIES, type Sample } from "./quantities";

interface Run {
  readonly draws: readonly { readonly law: string }[];
  readonly trees: readonly [Closure, Closure, Closure];
  /** mu, logvar, then one slot a draw. */
  readonly slots: Float64Array;
  readonly settings: Settings;
  readonly sample: Sample;
  readonly raw: Omit<Raw, "coarse"> & { readonly partials: Float64Array; readonly pairs: Float64Array };
}

/** Yields the part that is done, in [0, 1], after each group. `limit` caps the samples (a page that waits takes fewer than a test). */
export function* runReference(program: Program, settings: Settings, limit = LARGEST_CPU_N): Generator<number, Raw, void> {
  const run = prepare(program, settings, plan(settings.n, limit));
  for (let group = 0; group < run.raw.plan.groups; group++) {
    runGroup(run, group);
    yield (group + 1) / run.raw.plan.groups;
  }
  return { ...run.raw, coarse: foldBins(run.raw.fine) };
}

function prepare(program: Program, settings: Settings, p: Plan): Run {
  const index = { mu: 0, logvar: 1, ...Object.fromEntries(program.draws.map(({ name }, i) => [name, 2 + i])) };
  const { mu, logvar } = settings;
  return {
    draws: program.draws,
    trees: [
      toClosure(program.sample, index),
      toClosure(derivative(program.gradientOf, "mu"), index),
      toClosure(derivative(program.gradientOf, "logvar"), index),
    ],
    slots: Float64Array.from([mu, logvar, ...program.draws.map(() => 0)]),
    settings,
    sample: { z: 0, dmu: 0, dlogvar: 0, t: 0, logvar, sigma: Math.exp(logvar / 2) },
    raw: {
      plan: p,
      partials: new Float64Array(2 * QUANTITIES.length * p.groups),
      fine: new Uint32Array(FINE_BINS + OVERFLOWS),
      pairs: new Float64Array(2 * Math.min(p.n, KEPT)),
    },
  };
}

function runGroup(run: Run, group: number): void {
  const { perGroup } = run.raw.plan;
  const words = new Uint32Array(4);
  const drawn = run.draws.map(() => new Float64Array(BLOCK));
  const mean = new Float64Array(QUANTITIES.length);
  const m2 = new Float64Array(QUANTITIES.length);
  let seen = 0;
  for (let block = (group * perGroup) / BLOCK; block < ((group + 1) * perGroup) / BLOCK; block++) {
    run.draws.forEach(({ law }, i) => {
      philox(block, i, 0, 0, run.settings.seed >>> 0, KEY_HIGH, words);
      (law === "uniform" ? uniforms : normals)(words, 0, drawn[i]);
    });
    for (let j = 0; j < BLOCK; j++) {
      for (let i = 0; i < drawn.length; i++) run.slots[2 + i] = drawn[i][j];
      drawSample(run, block * BLOCK + j);
      seen++;
      accumulate(run.sample, seen, mean, m2);
    }
  }
  for (let q = 0; q < QUANTITIES.length; q++) {
    run.raw.partials[2 * (group * QUANTITIES.length + q)] = mean[q];
    run.raw.partials[2 * (group * QUANTITIES.length + q) + 1] = m2[q];
  }
}

function drawSample({ trees, slots, sample, settings, raw }: Run, index: number): void {
  sample.z = trees[0](slots);
  sample.dmu = trees[1](slots);
  sample.dlogvar = trees[2](slots);
  sample.t = (sample.z - settings.mu) / sample.sigma;
  if (index < KEPT) {
    raw.pairs[2 * index] = slots[2];
    raw.pairs[2 * index + 1] = sample.z;
  }
  raw.fine[binOf(sample.t)]++;
}

/** The fine bin of t, or one of the overflows behind them. */
function binOf(t: number): number {
  if (!Number.isFinite(t)) return FINE_BINS + OVERFLOW.undefined;
  if (t < -RANGE) return FINE_BINS + OVERFLOW.below;
  return t >= RANGE ? FINE_BINS + OVERFLOW.above : Math.floor((t + RANGE) * (FINE_BINS / (2 * RANGE)));
}

/** Samples that a plain loop over `Math.random` draws, to compare speeds with: Box–Muller and the sample, nothing kept but a sum. */
export function plainLoop(mu: number, logvar: number, n: number): number {
  const std = Math.exp(0.5 * logvar);
  let sum = 0;
  for (let i = 0; i < n; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
    const angle = 2 * Math.PI * Math.random();
    sum += 2 * mu + std * radius * (Math.cos(angle) + Math.sin(angle));
  }
  return sum / n;
}
