/** Dots between two signs, a = … = b and x_1 < … < x_n: what stands before them and what stands behind them are compared. */
import type { Expr } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Link } from "./chains";

export const isDots = (e: Expr): boolean => e.op === "ellipsis";

const areDots = (tokens: readonly Token[]): boolean => tokens.length === 1 && /^(c|l)?dots$|^dots[bcmi]$|^(…|⋯)$/.test(tokens[0].text);

/** Signs that may stand before dots and behind them in one chain. */
const ALONG: readonly (readonly string[])[] = [["="], ["=", "<", "<="], ["=", ">", ">="]];

/** A link whose left side is dots, with what stands before these on its left; undefined where its left side is anything else, or the signs do not lead from one to the other. */
export function beforeDots(link: Link): Link | undefined {
  if (link.index === 0 || !areDots(link.left.tokens)) return undefined;
  const before = link.statement.links[link.index - 1];
  if (!before || areDots(before.left.tokens) || before.left.tokens.length === 0) return undefined;
  const [first, second] = [before.sign.relation, link.sign.relation];
  const leads = ALONG.some((signs) => signs.includes(first) && signs.includes(second)) && (second !== "=" || first === "=");
  return leads ? { ...link, left: before.left } : undefined;
}
