/** The table of tests: what each measures, its figure, its limit, and whether it passes. */
import { BINS, FINE_BINS, type Raw, type Settings } from "./layout";
import { expected, type QuantityName } from "./quantities";
import { type Summary, variance } from "./summary";

export interface TestRow {
  readonly id: string;
  readonly title: string;
  /** What was measured, in the units of the limit. */
  readonly figure: number;
  /** It passes if |figure| is under this. */
  readonly limit: number;
  readonly passes: boolean;
  /** What the figure is made of, for the reader. */
  readonly detail: string;
}

/** Standard errors that a figure may be off: 4 of them happen once in 16,000. */
const SIGMAS = 4;
/** Kolmogorov's limit law: P(√n D > 1.95) = 0.001. */
const KS_LIMIT = 1.95;
/** Figures that f32 gives are trusted to this part of themselves. */
const F32_NOISE = 2e-6;

const row = (id: string, title: string, figure: number, limit: number, detail: string): TestRow => ({
  id,
  title,
  figure,
  limit,
  passes: Math.abs(figure) < limit,
  detail,
});

const print = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(4))).replace("-", "−") : String(x));

/** Every test of a run. A figure that is not a number does not pass. */
export function validate(raw: Raw, summary: Summary, { mu, logvar }: Settings): TestRow[] {
  const truth = expected(mu, logvar);
  const { n, statistics } = summary;
  const mean = (name: QuantityName, title: string): TestRow => {
    const { mean: wanted, variance: spread } = truth[name];
    const error = Math.sqrt(spread / n) + F32_NOISE * (Math.abs(wanted) + Math.sqrt(spread));
    return row(name, title, (statistics[name].mean - wanted) / error, SIGMAS, `mean ${print(statistics[name].mean)}, exactly ${print(wanted)}`);
  };
  const spread = (name: QuantityName, title: string): TestRow => {
    const { variance: wanted, kurtosis } = truth[name];
    const found = variance(statistics[name]);
    const error = wanted * (Math.sqrt((kurtosis - 1) / n) + 10 * F32_NOISE) + 1e-12;
    return row(`${name}-variance`, title, (found - wanted) / error, SIGMAS, `variance ${print(found)}, exactly ${print(wanted)}`);
  };
  return [
    counted(raw),
    mean("m1", "First moment: √N m₁"),
    mean("m2", "Second moment: √(N/2) (m₂ − 1)"),
    mean("m3", "Third moment: √(N/15) m₃"),
    mean("m4", "Fourth moment: √(N/96) (m₄ − 3)"),
    row("ks", "Kolmogorov–Smirnov: √N D", summary.kolmogorovSmirnov, KS_LIMIT, `at ${FINE_BINS.toLocaleString("en")} edges, α = 0.001`),
    mean("kl", "Monte Carlo KL against the closed form"),
    spread("kl", "Variance of the KL samples"),
    mean("pathMu", "Pathwise ∂E[z²]/∂μ = 2μ"),
    mean("scoreMu", "Score function ∂E[z²]/∂μ = 2μ"),
    mean("pathLogvar", "Pathwise ∂E[z²]/∂logvar = σ²"),
    mean("scoreLogvar", "Score function ∂E[z²]/∂logvar = σ²"),
    spread("pathMu", "Variance of the pathwise estimator, 4σ²"),
    spread("scoreMu", "Variance of the score function, μ⁴/σ² + 14μ² + 15σ²"),
  ];
}

function counted({ coarse, fine, plan }: Raw): TestRow {
  const sum = (counts: Uint32Array): number => counts.reduce((total, c) => total + c, 0);
  const missing = Math.max(Math.abs(sum(coarse) - plan.n), Math.abs(sum(fine) - plan.n));
  const outside = coarse.slice(BINS).reduce((total, c) => total + c, 0);
  return row("histogram", "Histogram sums to N", missing, 0.5, `${outside} of ${plan.n.toLocaleString("en")} outside of the bins`);
}

/** KL(N(mu, exp(logvar)) ‖ N(0, 1)) in closed form. */
export const closedKl = (mu: number, logvar: number): number => 0.5 * (mu * mu + Math.exp(logvar) - 1 - logvar);
