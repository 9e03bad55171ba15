/** Steps for two indices that are equal, "∂p_i/∂z_j = p_i(1 - p_i) if i = j": one of the letters stands for both. */
import { type Expr, some, symbol } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";

/** Characters between a formula and a condition behind it, or between a condition and what it is said for, at most. */
const [BEHIND, BEFORE] = [40, 400];
/** What may stand between a formula and its condition: words that bring conditions in, space, and the marks of alignment. */
const BRINGS_IN =
  /^(\s|[,&;(]|\$|~|\\(quad|qquad|,|;|:|!|text|textrm|mbox|mathrm|hspace\{[^}]*\})|[{}]|\b(if|when|where|whenever|for|in the case|case|with|that)\b|\\\))*$/i;
/** What stands behind a condition is said for all indices again. */
const ELSE = /\b(otherwise|else|in general|general|both cases|combin\w+|together|altogether|all|summar\w+|therefore|unless)\b/i;

/** The sides with one letter for both; undefined where no condition beside the step equates two of its indices. */
export function forEqualIndices(
  item: Item,
  groups: readonly ItemGroup[],
  text: string,
): { readonly left: Expr; readonly right: Expr; readonly says: string } | undefined {
  const conditions = groups.flatMap((g) => g.items).filter((i) => isAboutIndices(i, item));
  if (conditions.length === 0) return undefined;
  const own = item.link.statement.links;
  const end = own[own.length - 1].right.to;
  const behind = conditions.find((c) => c.link.left.from >= end && c.link.left.from - end <= BEHIND && BRINGS_IN.test(text.slice(end, c.link.left.from)));
  const start = item.link.left.from;
  const before = conditions.filter((c) => c.link.right.to <= start && c.scope === item.scope).pop();
  const said = behind ?? (before && start - before.link.right.to <= BEFORE && !ELSE.test(text.slice(before.link.right.to, start)) ? before : undefined);
  if (said?.relation !== "=") return undefined;
  const [kept, gone] = [said.left.name ?? "", said.right.name ?? ""];
  return { left: withIndex(item.left, gone, kept), right: withIndex(item.right, gone, kept), says: `$${gone} = ${kept}$, as the condition beside it says` };
}

/** i = j or i ≠ j, of two letters that both stand as indices in a step. */
function isAboutIndices(condition: Item, item: Item): boolean {
  if (!/^(=|!=)$/.test(condition.relation) || condition.role === "claim" || condition === item) return false;
  const names = [condition.left, condition.right].map((e) => (e.op === "symbol" && /^[a-zA-Z]$/.test(e.name ?? "") ? e.name : undefined));
  return names[0] !== names[1] && names.every((name) => name !== undefined && [item.left, item.right].some((e) => isIndex(e, name)));
}

const isIndex = (e: Expr, name: string): boolean =>
  some(e, (n) => (n.op === "indexed" || n.op === "special") && n.args.some((a) => a.op === "symbol" && a.name === name));

/** With another letter for a free index. */
function withIndex(e: Expr, from: string, to: string): Expr {
  if (e.op === "symbol") return e.name === from ? symbol(to, e.span) : e;
  if (e.data?.bound === from) return e;
  const args = e.args.map((a) => withIndex(a, from, to));
  return args.some((a, i) => a !== e.args[i]) ? { ...e, args } : e;
}
