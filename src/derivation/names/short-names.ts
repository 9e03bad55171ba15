/** Short names of distributions: q under an expectation or in a divergence, where the document has only q_φ(z | x). */
import type { Reading } from "../../expression/parser";
import { type Expr, rewrite, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { parseOperand, type ReadDocument } from "../reading/chains";

const LETTER = /^[pqr]$/;

/** What letters are short for: the one distribution of that letter with a subscript, where the bare letter is applied to nothing. */
export function shortNames(document: ReadDocument, reading: Reading): Map<string, Expr> {
  const long = new Map<string, Map<string, Expr>>();
  const taken = new Set<string>();
  const asked = new Set<string>();
  for (const line of document.lines)
    for (const link of line.links)
      for (const side of [link.left, link.right])
        walk(parseOperand(side, reading), (n) => {
          for (const a of distributionsOf(n)) if (a.op === "symbol") asked.add(a.name ?? "");
          const base = n.op === "apply" ? (n.name ?? "").replace(/_.*$/, "") : "";
          if (!LETTER.test(base)) return;
          if (base === n.name) taken.add(base);
          else if (!variablesOf(n)) taken.add(base);
          else if (!/^\d/.test((n.name ?? "").replace(/^.*?_\{?/, "")))
            long.set(base, (long.get(base) ?? new Map<string, Expr>()).set(`${n.name} ${JSON.stringify(variablesOf(n))}`, n));
        });
  return new Map([...long].filter(([base, all]) => all.size === 1 && asked.has(base) && !taken.has(base)).map(([base, all]) => [base, [...all.values()][0]]));
}

/** The arguments of a statistic that are distributions. */
function distributionsOf(n: Expr): readonly Expr[] {
  if (n.op !== "statistic") return [];
  const under = n.data?.under ? n.args.slice(-1) : [];
  return n.name === "divergence" ? n.args : under;
}

/** An expression in which the distributions have their long names. */
export function withLongNames(e: Expr, names: ReadonlyMap<string, Expr>): Expr {
  if (names.size === 0 || !some(e, (n) => distributionsOf(n).some((a) => a.op === "symbol" && names.has(a.name ?? "")))) return e;
  return rewrite(e, (n) => {
    const of = distributionsOf(n);
    return of.length === 0 ? n : { ...n, args: n.args.map((a) => (of.includes(a) && a.op === "symbol" ? (names.get(a.name ?? "") ?? a) : a)) };
  });
}
