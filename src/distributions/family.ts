/** A named family of distributions as data: its density as a formula in its variable and parameters. */
import type { Expr } from "../expression/tree";
import { Cursor } from "../expression/cursor";
import { Parser } from "../expression/parser";
import { tokenize } from "../latex/lexer";
import { GRAMMAR } from "../notation/index";

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

const READING = { functions: new Set<string>(), slash: "tight", functionPower: "value" } as const;

/** Reads a formula of a family. */
export const formula = (latex: string): Expr => new Parser(new Cursor(tokenize(latex)), GRAMMAR, READING).all();
