/** Squares that are names: S² = 1/(n-1) Σ …, \hat σ² = …, where nothing says what S is. */
import type { Reading } from "../../expression/parser";
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { parseOperand, type ReadDocument } from "../reading/chains";

const BASE = /^(S|s|R|\\(?:hat|tilde|widehat|widetilde|bar)\{.+\})$/;

const squared = (e: Expr): string | undefined =>
  e.op === "pow" && e.args[1].name === "2" && (e.args[0].op === "symbol" || e.args[0].op === "indexed") && BASE.test(e.args[0].name ?? "")
    ? e.args[0].name
    : undefined;

/** Names whose square a formula defines while nothing defines the name, or has spoken of it without its square. */
export function squareNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  const own = new Set<string>();
  const bare = new Set<string>();
  for (const line of document.lines) {
    if (line.alone) addBare(line.alone.tokens, bare);
    for (const { left, right } of line.links) for (const side of [left, right]) addBare(side.tokens, bare);
    const [link] = line.links;
    if (link?.sign.relation !== "=" || link.continued) continue;
    if (!link.left.tokens.some((t) => t.kind === "sup")) {
      if (link.left.tokens.length < 6) own.add(parseOperand(link.left, reading).name ?? "");
      continue;
    }
    const name = squared(parseOperand(link.left, reading));
    const right = name === undefined ? undefined : parseOperand(link.right, reading);
    if (
      name !== undefined &&
      !bare.has(name) &&
      right &&
      right.op !== "number" &&
      some(right, (n) => /^(sum|statistic|div)/.test(n.op)) &&
      !some(right, (n) => n.name === name)
    )
      found.add(name);
  }
  for (const name of own) found.delete(name);
  return found;
}

/** The plain letters that stand there without an exponent. */
function addBare(tokens: readonly Token[], bare: Set<string>): void {
  tokens.forEach((t, i) => {
    if (/^[SsR]$/.test(t.text) && !/^(sup|sub|prime)$/.test(tokens[i + 1]?.kind ?? "")) bare.add(t.text);
  });
}

/** An expression in which these squares are names. */
export function withSquareNames(e: Expr, names: ReadonlySet<string>): Expr {
  if (names.size === 0) return e;
  return rewrite(e, (n) => {
    const name = squared(n);
    return name !== undefined && names.has(name) ? node(n.args[0].op, n.args[0].args, n.span, `${name}^{2}`, n.args[0].data) : n;
  });
}
