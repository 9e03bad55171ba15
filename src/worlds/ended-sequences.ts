/** Sequences under sums to infinity of which nothing is known, the a_n of a power series: their terms are zero from some index on, so that every such sum has a value. */
import { hasSymbol } from "../expression/occurrences";
import { type Expr, some, walk } from "../expression/tree";

/** The last index at which such a sequence has a term that is not zero. */
export const SUPPORT = 9;

const isInfinite = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && n.name === "\\infty");

/** n ≥ 0 below a sum. */
const isHalfLine = ({ op, name }: Expr): boolean => op === "relation" && /^>=?$/.test(name ?? "");

/** The names of the sequences whose terms a scope adds up to infinity; none of which it takes a limit. */
export function endedSequences(scope: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  const terms = (e: Expr, each: (n: Expr) => void): void => walk(e, (n) => void (n.op === "indexed" && each(n)));
  for (const e of scope)
    walk(e, (n) => {
      if (!(n.op === "sum" && n.args.slice(1).some(isInfinite)) && !(n.op === "sum-where" && isHalfLine(n.args[1]))) return;
      terms(n.args[0], (t) => void (t.args.some((a) => hasSymbol(a, String(n.data?.bound))) && found.add(t.name ?? "")));
    });
  for (const e of scope) walk(e, (n) => void (/^(limit|limsup|liminf|sup|inf)/.test(n.op) && terms(n.args[0], (t) => void found.delete(t.name ?? ""))));
  return found;
}
