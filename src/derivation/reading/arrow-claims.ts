/** What an arrow between matrices, or under a limit, claims as an equation; what one between inverse transforms says of the transforms. */

import type { Reading } from "../../expression/parser";
import { type Expr, node, some, symbol } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { withoutInverses } from "../../notation/calculus/laplace";
import { type Link, parseOperand } from "./chains";
import { betweenExponents } from "./integrating-factors";
import { atCommas, rowReduction } from "./row-operations";
import { freeSymbols, isLone } from "./targets";

/** What an arrow between matrices, or under a limit, claims as an equation; what one between inverse transforms says of the transforms. */
export function arrowClaim(link: Link, left: Expr, right: Expr, reading: Reading): { left: Expr; right: Expr } | undefined {
  const { relation, over = [] } = link.sign;
  if (relation === "=") return withoutInverses(left, right) ?? betweenExponents(left, right);
  if (relation !== "→" && relation !== "∼") return undefined;
  const parts = atCommas(over);
  const parse = (tokens: readonly Token[]): Expr => parseOperand({ tokens, from: link.sign.from, to: link.sign.to }, reading);
  return (
    rowReduction(relation, over, left, right, parse) ??
    (relation === "→" && parts.some((p) => p.length > 2) ? limitUnder(parse(parts[parts.length - 1]), left, right) : undefined) ??
    (relation === "→" && over.length === 0 && (link.index > 0 || OF_LIMITS.test(wordsAround(link))) ? limitOfSequence(left, right) : undefined)
  );
}

const OF_LIMITS = /\b(converg\w*|limits?|tends?|sequences?|series|grows?|large|approach\w*)\b|\\infty/i;

const wordsAround = ({ statement }: Link): string => `${statement.prose.slice(-120)} ${statement.lead} ${statement.trail} ${statement.after.slice(0, 80)}`;

/** `1 - 1/n \\to 1`: what speaks of a whole number alone has its limit far out. */
function limitOfSequence(left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  const [bound, ...others] = freeSymbols(left);
  const settled = freeSymbols(right).size === 0 && !some(right, (n) => n.op === "apply" || n.name === "\\infty");
  if (others.length > 0 || !/^[nNkmM]$/.test(bound ?? "") || isLone(left) || !settled || some(left, (n) => n.op === "apply")) return undefined;
  return { left: node("limit", [left, symbol("\\infty", left.span)], left.span, bound, { bound, side: 0 }), right };
}

/** `f \\xrightarrow{x \\to a} L`: the limit of f is L. */
function limitUnder(point: Expr, left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  if (point.op !== "relation" || point.name !== "→" || point.args[0].op !== "symbol") return undefined;
  const bound = point.args[0].name ?? "";
  return { left: node("limit", [left, point.args[1]], left.span, bound, { bound, side: 0 }), right };
}
