/** Constraints on sequences: what the terms add up to, \sum_k \pi_k = 1 or \sum_i p_i x_i = m, where nothing says what they are. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, some } from "../../expression/tree";
import type { Tried } from "./trial";

/** Whether an item says of a sum over a sequence, that no formula defines, which number or plain name it is. */
export function isConstraint(item: Item, tried: Tried): boolean {
  if (item.relation !== "=" || item.link.continued) return false;
  const { definitions } = tried.plan;
  const isFormula = (n: Expr): boolean => definitions.has(n.name ?? "") && definitions.get(n.name ?? "")?.derived !== true;
  const isPlain = (e: Expr): boolean => e.op === "number" || (e.op === "symbol" && !definitions.has(e.name ?? ""));
  const isOpen = (e: Expr): boolean =>
    /^sum(-over)?$/.test(e.op) &&
    some(e.args[0], (n) => n.op === "indexed" && n.args.some((a) => a.name === e.data?.bound)) &&
    !some(e, (n) => n.op === "indexed" && isFormula(n));
  return (isOpen(item.left) && isPlain(item.right)) || (isOpen(item.right) && isPlain(item.left));
}
