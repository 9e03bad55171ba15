/** A named family of distributions as data: its density as a formula in its variable and parameters. */

export interface NamedFamily {
  /** How documents write it: `\mathcal{N}`, `N`, `\mathrm{Poisson}`. */
  readonly spellings: readonly string[];
  readonly parameters: readonly string[];
  /** LaTeX of the density or mass in the variable `x` and the parameters. */
  readonly density: string;
  readonly support: "real" | "positive" | "unit" | "naturals";
  readonly mean: string;
  readonly variance: string;
}
