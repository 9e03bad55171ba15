/** Sequences that a formula for the general term defines: what a_2 is then said to be is worked out, not chosen. */
import { type Expr, some } from "../../expression/tree";
import type { Link } from "../reading/chains";
import { freeSymbols, hasOperator } from "../reading/targets";
import type { Definition } from "./facts";

/** A formula for all terms of a sequence, as far as other formulas about its terms are concerned. */
export interface SequenceFormula {
  readonly scope: number;
  readonly paragraph: number;
  /** What it speaks of beside its index. */
  readonly names: ReadonlySet<string>;
}

/** Behind a formula: it is said for some terms only. */
const SOME = /^[^.;]{0,60}?(\b(for|if|when|where|with)\b|[≥>])/i;

/** What a definition says of a sequence; undefined where it is said of some of its terms only. */
export function sequenceFormula(d: Definition, { statement, sign }: Link, scope: number): SequenceFormula | undefined {
  if (sign.congruent || !d.indexed || d.params.length !== 1 || d.derived || SOME.test(statement.trail) || SOME.test(statement.after)) return undefined;
  const names = freeSymbols(d.body);
  names.delete(d.params[0]);
  return { scope, paragraph: statement.block.paragraph, names };
}

/** Whether an equation is about the general term of a sequence that an earlier paragraph gave a formula: it may be another sequence by the same letter. */
export function isAboutAnother(left: Expr, paragraph: number, sequences: ReadonlyMap<string, SequenceFormula>): boolean {
  const formula = left.op === "indexed" && left.args.some((a) => a.op !== "number") ? sequences.get(left.name ?? "") : undefined;
  return formula !== undefined && formula.paragraph !== paragraph;
}

/** Whether an equation says what a term with a number is, of a sequence that has a formula in this part: a_0 may be an exception where no words draw it as a conclusion. */
export function isTermOf(left: Expr, right: Expr, sequences: ReadonlyMap<string, SequenceFormula>, scope: number, concluded: boolean): boolean {
  const first = concluded ? 0 : 1;
  if (left.op !== "indexed" || left.args.length !== 1 || left.args[0].op !== "number" || Number(left.args[0].name) < first) return false;
  const formula = sequences.get(left.name ?? "");
  const own = new Set([...freeSymbols(right)].filter((n) => !n.startsWith(`${left.name}_{`)));
  return formula?.scope === scope && !hasOperator(right) && own.size === formula.names.size && [...own].every((n) => formula.names.has(n));
}

/** Whether an equation ties the terms of a sequence to each other that has a formula in this paragraph, I_n = (n - 1)/n · I_{n-2}: it was worked out. */
export function isWorkedRecurrence(left: Expr, right: Expr, sequences: ReadonlyMap<string, SequenceFormula>, scope: number, paragraph: number): boolean {
  const formula = left.op === "indexed" && left.args.length === 1 && left.args[0].op !== "number" ? sequences.get(left.name ?? "") : undefined;
  const isTerm = (n: Expr): boolean => n.op === "indexed" && n.name === left.name;
  return formula?.scope === scope && formula.paragraph === paragraph && some(right, isTerm) && !hasOperator(right);
}
