/** Doubts about letters: figures, and letters side by side that may be one name. */
import type { Span } from "../../../base/span";
import { type Expr, some } from "../../../expression/tree";
import type { Token } from "../../../latex/tokens";
import { first, type Reason } from "./reason";

/** KL of KL(p ‖ q): the name of a statistic, in front of its arguments. */
const isHead = ({ from, to }: Span, sides: readonly Expr[]): boolean => {
  const covers = ({ span }: Expr): boolean => span.from <= from && to <= span.to;
  return sides.some((side) => some(side, (n) => n.op === "statistic" && covers(n) && !n.args.some(covers)));
};

/** Two capitals side by side may be one name, a segment or an area; so may four letters. */
export const letters: Reason = (parts, tried, item, input) => {
  const figure = first(parts, (e) => (e.op === "symbol" || e.op === "indexed") && /^[∠△]?[A-Z]{2,4}$|^[∠△]/.test(e.name ?? ""));
  if (figure) return { code: "context/figure", message: `what the figure says of ${figure.name} is not known` };
  const tokens = [...item.link.left.tokens, ...item.link.right.tokens];
  const words = longNames(tokens).filter((w) => !/^const/i.test(w.text) && !isHead(w, [item.left, item.right]));
  const alone = new Set(tokens.filter((t) => t.kind === "letter" && !words.some((w) => w.from <= t.from && t.to <= w.to)).map((t) => t.text));
  const said = new Set(input.shapes.scope(item, tried.plan).declarations.flatMap((d) => d.names));
  const isMatrix = (l: string): boolean => tried.setting?.shapes.shapes.has(l) === true;
  const isProduct = (w: string): boolean =>
    [...w].every((l) => alone.has(l) || said.has(l) || tried.plan.definitions.has(l)) || ([...w].every(isMatrix) && [...w].some((l) => alone.has(l)));
  // a segment that its coordinates have replaced is no product
  const isThere = ({ from, to }: Span): boolean => !item.made || parts.some((e) => some(e, (n) => n.op === "symbol" && from <= n.span.from && n.span.to <= to));
  const word = words.find((w) => !isProduct(w.text) && isThere(w));
  return word && { code: "context/one-name", message: `"${word.text}" may be one name and not a product` };
};

/** Letters without a gap between them that look like one name. */
function longNames(tokens: readonly Token[]): { text: string; from: number; to: number }[] {
  const runs: { text: string; from: number; to: number }[] = [];
  for (const [i, t] of tokens.entries()) {
    if (t.kind !== "letter" || !/^[a-zA-Z]$/.test(t.text) || t.made) continue;
    // a script of one letter: the T of X^TX
    if (/^(sub|sup)$/.test(tokens[i - 1]?.kind ?? "")) continue;
    const last = runs[runs.length - 1];
    if (last?.to === t.from) runs[runs.length - 1] = { text: last.text + t.text, from: last.from, to: t.to };
    else runs.push({ text: t.text, from: t.from, to: t.to });
  }
  return runs.filter((r) => /^[A-Z]{2,}$/.test(r.text) || /^[a-z]{4,}$/.test(r.text));
}
