/** Laws that are stated at a value of another random name, "X | N = n ∼ Bin(n, p)", "given N = n, let X ∼ Bin(n, p)": laws in that name. */
import { type Expr, node, rewrite, same } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { isLone } from "../reading/targets";

/** What stands behind the bar: names that have a value there, N = n. */
export type Values = readonly (readonly [name: Expr, value: Expr])[];

/** Where the bar of "X | N = n" stands; -1 where there is none, or where it belongs to a bracket or an absolute value. */
export function barOf(tokens: readonly Token[]): number {
  const isBar = (t: Token): boolean => (t.kind === "command" && /^(mid|vert)$/.test(t.text)) || (t.kind === "symbol" && t.text === "|");
  const at = tokens.findIndex(isBar);
  const open = tokens.slice(0, Math.max(at, 0)).some((t) => t.text === "(" || t.text === "[");
  return at > 0 && !open && !tokens.slice(at + 1).some(isBar) ? at : -1;
}

/** The values that a condition gives: N = n, or several in a list. */
export const valuesIn = (condition: Expr): Values =>
  condition.op === "list" || condition.op === "tuple"
    ? condition.args.flatMap(valuesIn)
    : condition.op === "relation" && condition.name === "=" && isLone(condition.args[0])
      ? [[condition.args[0], condition.args[1]]]
      : [];

/**
 * A law stated where other random names have values. Where each value is a letter, the letter stands for the name: Bin(n, p) at N = n is Bin(N, p).
 * At a number it is the law for that case only, and of the name itself nothing is said: a tuple of one.
 */
export function inNames(law: Expr, values: Values): Expr {
  if (values.some(([, value]) => !isLone(value))) return node("tuple", [law], law.span);
  return rewrite(law, (n) => (isLone(n) ? (values.find(([, value]) => same(value, n))?.[0] ?? n) : n));
}
