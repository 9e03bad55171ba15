/** The rows of a formula by cases, and the single conditions of a row. */
import type { Expr } from "../../expression/tree";

/** A value and when it is meant. */
export interface CaseRow {
  readonly value: Expr;
  readonly condition: Expr;
}

/** The rows of a node `cases`, in order. */
export const rowsOf = ({ args }: Expr): CaseRow[] => args.flatMap((value, i) => (i % 2 === 0 ? [{ value, condition: args[i + 1] }] : []));

/** The rows in which the value is not zero. */
export const rowsNotZero = (e: Expr): CaseRow[] => rowsOf(e).filter(({ value }) => !(value.op === "number" && Number(value.name) === 0));

/** What a condition joins by "and". */
export const conjuncts = (e: Expr): Expr[] => (e.op === "and" ? e.args.flatMap(conjuncts) : [e]);
