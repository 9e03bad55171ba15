/** Squares that are names: S² = 1/(n-1) Σ …, \hat σ² = …, where nothing says what S is. */
import type { Reading } from "../expression/parser";
import { type Expr, node, rewrite, some } from "../expression/tree";
import { parseOperand, type ReadDocument } from "./chains";

const BASE = /^(S|s|R|\\(?:hat|tilde|widehat|widetilde|bar)\{.+\})$/;

const squared = (e: Expr): string | undefined =>
  e.op === "pow" && e.args[1].name === "2" && (e.args[0].op === "symbol" || e.args[0].op === "indexed") && BASE.test(e.args[0].name ?? "")
    ? e.args[0].name
    : undefined;

/** Names whose square a formula defines while nothing defines the name. */
export function squareNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  const own = new Set<string>();
  for (const line of document.lines) {
    const [link] = line.links;
    if (link?.sign.relation !== "=" || link.continued) continue;
    if (!link.left.tokens.some((t) => t.kind === "sup")) {
      if (link.left.tokens.length < 6) own.add(parseOperand(link.left, reading).name ?? "");
      continue;
    }
    const name = squared(parseOperand(link.left, reading));
    const right = name === undefined ? undefined : parseOperand(link.right, reading);
    if (name !== undefined && right && right.op !== "number" && some(right, (n) => /^(sum|statistic|div)/.test(n.op)) && !some(right, (n) => n.name === name))
      found.add(name);
  }
  for (const name of own) found.delete(name);
  return found;
}

/** An expression in which these squares are names. */
export function withSquareNames(e: Expr, names: ReadonlySet<string>): Expr {
  if (names.size === 0) return e;
  return rewrite(e, (n) => {
    const name = squared(n);
    return name !== undefined && names.has(name) ? node(n.args[0].op, n.args[0].args, n.span, `${name}^{2}`, n.args[0].data) : n;
  });
}
