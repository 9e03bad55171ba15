/** What a construct of mathematical notation is: how it is written, what it means, how it prints, and examples of it. */
import type { Meaning } from "../expression/evaluator";
import type { Infix, Prefix } from "../expression/parser";
import type { Expr } from "../expression/tree";

/** Prints a node back to LaTeX; `print` prints an operand, in parentheses where it binds looser than `power`. */
export type Printer = (e: Expr, print: (e: Expr, power?: number) => string) => string;

/** A line of LaTeX and the verdict of its last relation: a test and a line of the manual. */
export interface Example {
  readonly latex: string;
  readonly verdict: "holds" | "fails" | "holds-if" | "defines" | "given" | "unchecked";
}

export interface Construct {
  readonly name: string;
  /** Keys as `keyOf` makes them. */
  readonly prefix?: Readonly<Record<string, Prefix>>;
  readonly infix?: Readonly<Record<string, Infix>>;
  readonly meanings?: Readonly<Record<string, Meaning>>;
  readonly print?: Readonly<Record<string, { readonly power: number; readonly latex: Printer }>>;
  readonly examples: readonly Example[];
}
