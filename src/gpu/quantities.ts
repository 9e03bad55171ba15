/** The nine quantities of a sample whose means and spreads are kept: each once, as WGSL text and as TypeScript. */

/** What is known of one sample: the value, its derivatives, and z standardised by the claim, t = (z − mu) / sigma. */
export interface Sample {
  z: number;
  dmu: number;
  dlogvar: number;
  t: number;
  logvar: number;
  sigma: number;
}

export interface Quantity {
  readonly name: "m1" | "m2" | "m3" | "m4" | "kl" | "pathMu" | "scoreMu" | "pathLogvar" | "scoreLogvar";
  /** Over z, dmu, dlogvar, t and the uniform p. */
  readonly wgsl: string;
  readonly value: (s: Sample) => number;
}

/**
 * Moments of t; log q(z) − log p(z) for q = N(mu, exp(logvar)), p = N(0, 1); and the pathwise and the score-function estimators of
 * ∂E[z²]/∂mu and ∂E[z²]/∂logvar (Kingma and Welling 2014; Mohamed et al. 2020, "Monte Carlo gradient estimation in machine learning").
 */
export const QUANTITIES: readonly Quantity[] = [
  { name: "m1", wgsl: "t", value: (s) => s.t },
  { name: "m2", wgsl: "t * t", value: (s) => s.t * s.t },
  { name: "m3", wgsl: "t * t * t", value: (s) => s.t ** 3 },
  { name: "m4", wgsl: "t * t * t * t", value: (s) => s.t ** 4 },
  { name: "kl", wgsl: "0.5 * (z * z - t * t - p.logvar)", value: (s) => 0.5 * (s.z * s.z - s.t * s.t - s.logvar) },
  { name: "pathMu", wgsl: "2.0 * z * dmu", value: (s) => 2 * s.z * s.dmu },
  { name: "scoreMu", wgsl: "z * z * t / p.sigma", value: (s) => (s.z * s.z * s.t) / s.sigma },
  { name: "pathLogvar", wgsl: "2.0 * z * dlogvar", value: (s) => 2 * s.z * s.dlogvar },
  { name: "scoreLogvar", wgsl: "z * z * 0.5 * (t * t - 1.0)", value: (s) => s.z * s.z * 0.5 * (s.t * s.t - 1) },
];

/** Welford's update (1962): the means and sums of squared deviations of all quantities, with the sample that makes them `seen`. */
export function accumulate(sample: Sample, seen: number, mean: Float64Array, m2: Float64Array): void {
  for (let q = 0; q < QUANTITIES.length; q++) {
    const x = QUANTITIES[q].value(sample);
    const delta = x - mean[q];
    mean[q] += delta / seen;
    m2[q] += delta * (x - mean[q]);
  }
}

export type QuantityName = Quantity["name"];

/** Exact mean, variance and kurtosis of each quantity if the claim is true. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
  readonly kurtosis: number;
}

const clean = (x: number): number => (Math.abs(x) < 1e-13 ? 0 : x);

/** By the trapezoid rule over a standard normal on [-12, 12], which is exact to rounding for polynomials in eps. */
export function expected(mu: number, logvar: number): Readonly<Record<QuantityName, Expected>> {
  if (last?.mu !== mu || last.logvar !== logvar) last = { mu, logvar, values: compute(mu, logvar) };
  return last.values;
}

/** The last answer: a picture asks three times for the same. */
let last: { readonly mu: number; readonly logvar: number; readonly values: Readonly<Record<QuantityName, Expected>> } | undefined;

function compute(mu: number, logvar: number): Readonly<Record<QuantityName, Expected>> {
  const sigma = Math.exp(logvar / 2);
  const nodes = Array.from({ length: 481 }, (_, i) => -12 + i / 20);
  const samples = nodes.map((t): Sample => ({ z: mu + sigma * t, dmu: 1, dlogvar: 0.5 * sigma * t, t, logvar, sigma }));
  const weights = nodes.map((t) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI) / 20);
  const of = ({ value }: Quantity): Expected => {
    const values = samples.map(value);
    const expect = (f: (v: number) => number): number => values.reduce((sum, v, i) => sum + weights[i] * f(v), 0);
    const mean = clean(expect((v) => v));
    const variance = expect((v) => (v - mean) ** 2);
    return { mean, variance, kurtosis: variance > 1e-20 ? expect((v) => (v - mean) ** 4) / variance ** 2 : 3 };
  };
  return Object.fromEntries(QUANTITIES.map((q) => [q.name, of(q)])) as Record<QuantityName, Expected>;
}
