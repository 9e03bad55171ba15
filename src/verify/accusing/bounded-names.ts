/** What conditions bound: the names, and the numbers that stand beside them. */

import type { Definition } from "../../derivation/facts/facts";
import { allNames } from "../../derivation/names/all-names";
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";

/** Names that a condition bounds by a number, or puts into a set. */
export function boundedNames(e: Expr): string[] {
  if (e.op === "and" || e.op === "list") return e.args.flatMap(boundedNames);
  if (e.op !== "relation") return [];
  const lone = (x: Expr) => x.op === "symbol" || x.op === "indexed";
  const [left, right] = e.args;
  const names = left.op === "list" ? left.args.filter(lone) : lone(left) ? [left] : [];
  if (names.length && (e.name === "∈" || allNames([right]).size === 0)) return names.map(symbolName);
  return lone(right) && allNames([left]).size === 0 ? [symbolName(right)] : [];
}

/** A plain number, or that which a name is set to. */
export function numberIn(e: Expr, definitions: ReadonlyMap<string, Definition>): number | undefined {
  if (e.op === "number") return Number(e.name);
  if (e.op === "pow") {
    const [base, exponent] = e.args.map((a) => numberIn(a, definitions));
    return base === undefined || exponent === undefined ? undefined : base ** exponent;
  }
  if (e.op === "neg") return negated(numberIn(e.args[0], definitions));
  const d = e.op === "symbol" ? definitions.get(e.name ?? "") : undefined;
  return d && d.params.length === 0 && d.body.op !== "symbol" ? numberIn(d.body, definitions) : undefined;
}

const negated = (x: number | undefined): number | undefined => (x === undefined ? undefined : -x);
