/** Mean, spread and shape of an expression over its random draws: exact where it is affine in them, else by quadrature over one draw. */
import type { Expr } from "../expression/tree";
import { drawsOf } from "../python/result";

/** What tells the distribution of a value. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  /** Fourth standardised moment: 3 for a Gaussian. */
  readonly kurtosis: number;
  readonly normal: boolean;
  /** What is wrong with the shape, if it is not normal. */
  readonly shape: string;
}

type Evaluate = (e: Expr, values: Readonly<Record<string, number>>) => number;

const PROBES = [-2.5, -1, -0.3, 0.6, 1.7, 3.1];

/** The moments at given values of the inputs; "unknown" where it is undefined or several draws enter in a way that is not affine. */
export function momentsOf(e: Expr, values: Readonly<Record<string, number>>, evaluate: Evaluate): Moments | "unknown" {
  const draws = drawsOf(e);
  const at = (eps: readonly number[]): number => evaluate(e, { ...values, ...Object.fromEntries(draws.map(({ name }, i) => [name, eps[i]])) });
  const zero = at(draws.map(() => 0));
  const slopes = draws.map((_, i) => at(draws.map((_, j) => (i === j ? 1 : 0))) - zero);
  const affine = PROBES.every((_, p) => {
    const eps = draws.map((_, i) => PROBES[(p + 2 * i) % PROBES.length]);
    const straight = eps.reduce((sum, x, i) => sum + slopes[i] * x, zero);
    return Math.abs(at(eps) - straight) <= 1e-10 * (Math.abs(zero) + slopes.reduce((sum, s) => sum + Math.abs(s), 0));
  });
  const uniform = draws.filter(({ law }) => law === "uniform").length;
  if (affine && !uniform) return { mean: zero, deviation: Math.hypot(...slopes), kurtosis: 3, normal: true, shape: "" };
  if (affine && draws.length === 1)
    return {
      mean: zero + slopes[0] / 2,
      deviation: Math.abs(slopes[0]) / Math.sqrt(12),
      kurtosis: 1.8,
      normal: false,
      shape: "the draw is uniform, not standard normal",
    };
  return draws.length === 1 && !uniform ? byQuadrature((x) => at([x])) : "unknown";
}

/** Trapezoid rule over a standard normal on [-10, 10]: exact to rounding for what is smooth. */
function byQuadrature(f: (x: number) => number): Moments | "unknown" {
  const nodes = Array.from({ length: 401 }, (_, i) => -10 + i / 20);
  const weights = nodes.map((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / 20);
  const values = nodes.map(f);
  if (values.some((v) => !Number.isFinite(v))) return "unknown";
  const expect = (g: (v: number) => number): number => values.reduce((sum, v, i) => sum + weights[i] * g(v), 0);
  const mean = expect((v) => v);
  const variance = expect((v) => (v - mean) ** 2);
  const kurtosis = variance > 0 ? expect((v) => (v - mean) ** 4) / variance ** 2 : 0;
  if (Math.abs(kurtosis - 3) < 0.05) return "unknown";
  return {
    mean,
    deviation: Math.sqrt(variance),
    kurtosis,
    normal: false,
    shape: `they are not normal: their fourth standardised moment is ${kurtosis.toPrecision(3)}, not 3`,
  };
}
