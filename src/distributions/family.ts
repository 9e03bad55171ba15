/** A named family of distributions as data: its density as a formula in its variable and parameters, its range and its moments. */
import type { Expr } from "../expression/tree";

/** LaTeX, or a tree where a document gives the formula. */
export type Formula = string | Expr;

export interface NamedFamily {
  /** How documents write it: `\mathcal{N}`, `N`, `\mathrm{Poisson}`. */
  readonly spellings: readonly string[];
  readonly parameters: readonly string[];
  /** LaTeX of the density or mass in the variable `x` and the parameters. */
  readonly density: Formula;
  /** LaTeX of the distribution function P(X ≤ x) within the range; absent where it is no elementary one. */
  readonly cumulative?: string;
  readonly support: "real" | "positive" | "unit" | "naturals" | "interval" | "binary";
  /** It is over whole numbers: expectations are sums. */
  readonly discrete?: true;
  /** LaTeX of the ends of its range in the parameters, where `support` does not say them. */
  readonly ends?: readonly [Formula, Formula];
  /** Which values the parameters have, where it is not any real number. */
  readonly domains?: Readonly<Record<string, "positive" | "unit" | "count">>;
  /** Probabilities that its formula gives: what is between 0 and 1 for every value of its names that is meant. */
  readonly probabilities?: readonly Expr[];
  /** LaTeX in the parameters; absent where there is none. */
  readonly mean?: Formula;
  readonly variance?: Formula;
  /** The third standardised moment, E[(X - E X)³] / Var(X)^{3/2}. */
  readonly skewness?: Formula;
  /** What a sentence calls it: a regular expression's source, without its parameters. */
  readonly words?: string;
}

/** The ends of a family's range as LaTeX. */
export const endsOf = (family: NamedFamily): readonly [Formula, Formula] => family.ends ?? ENDS[family.support];

const ENDS: Readonly<Record<NamedFamily["support"], readonly [string, string]>> = {
  real: ["-\\infty", "\\infty"],
  positive: ["0", "\\infty"],
  unit: ["0", "1"],
  naturals: ["0", "\\infty"],
  interval: ["a", "b"],
  binary: ["0", "1"],
};
