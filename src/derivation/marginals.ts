/** Integrals of distributions that are written without bounds, `\int p(x, z) dz`: they go over all values of the variable. */
import { symbolName } from "../expression/names";
import type { Reading } from "../expression/parser";
import { type Expr, node, rewrite, some, symbol, walk } from "../expression/tree";
import { variablesOf } from "../expression/variables";
import { parseOperand, type ReadDocument } from "./chains";
import { isObjective } from "./overloads";

/** Names that the document uses as distributions: with a bar, or under an expectation, a divergence, an entropy. */
export function distributionNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  for (const line of document.lines)
    for (const link of line.links)
      for (const side of [link.left, link.right])
        walk(parseOperand(side, reading), (n) => {
          if (n.op === "apply" && n.data?.bound === "|" && !isObjective(n)) found.add(n.name ?? "");
          if (n.op === "statistic") for (const name of underneath(n)) found.add(name);
        });
  return found;
}

/** The distributions that a statistic names: all arguments of a divergence, what stands under an expectation. */
function underneath(n: Expr): string[] {
  const named = n.name === "divergence" || n.name === "entropy" ? n.args : n.data?.under ? [n.args[n.args.length - 1]] : [];
  return named
    .flatMap((a) => (a.op === "relation" ? [a.args[1]] : [a]))
    .flatMap((a) => (a.op === "apply" ? [a.name ?? ""] : a.op === "symbol" || a.op === "indexed" ? [symbolName(a)] : []));
}

/** An expression in which such integrals are over the whole range of their variable. */
export function overAllValues(e: Expr, distributions: ReadonlySet<string>): Expr {
  if (distributions.size === 0 || !some(e, (n) => n.op === "antiderivative")) return e;
  return rewrite(e, (n) => {
    const by = n.name ?? "";
    if (
      n.op !== "antiderivative" ||
      !some(n.args[0], (a) => a.op === "apply" && distributions.has(a.name ?? "") && (variablesOf(a)?.front.includes(by) ?? false))
    )
      return n;
    return node("integral-over", [n.args[0], symbol(by, n.span)], n.span, by, { bound: by });
  });
}
