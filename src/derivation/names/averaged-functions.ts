/** Functions whose formula averages over what they are given, R(T, θ) = E[(T − θ)²]: their argument is a random name and no number, so that the formula stands in their place. */

import { type Expr, rewrite, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { inlined } from "../laws/entries";
import { allNames } from "./all-names";

/** Whether an average in the formula is one over nothing but parameters. */
export const isAveraged = (d: Definition): boolean =>
  d.params.length > 0 &&
  !d.indexed &&
  !d.patterns &&
  some(d.body, (n) => n.op === "statistic" && !n.data?.under && allNames([n]).size > 0 && [...allNames([n])].every((name) => d.params.includes(name)));

/** The expression with their formulas for plain names put in; what such a function is defined anew as is left alone. */
export function withAveraged(e: Expr, averaged: ReadonlyMap<string, Definition>): Expr {
  if (averaged.size === 0) return e;
  const isName = (a: Expr): boolean => a.op === "symbol" || a.op === "indexed";
  return rewrite(e, (n) => {
    const d = n.op === "apply" && n.args.every(isName) ? averaged.get(n.name ?? "") : undefined;
    return d ? inlined(n, [d]) : n;
  });
}
