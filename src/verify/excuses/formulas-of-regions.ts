/** A function with a formula of its own in each of several regions, "$0 < r < R$" before one and "$r > R$" before another: which of them is meant elsewhere is open. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { sentenceBefore } from "../trying/case-start";
import { type Excuse, unjudged } from "./excuse";

/** "the density in this region": another formula of it holds in another. */
const HERE =
  /\b(in|on|for|over|within) (this|that|the (second|third|other|last|next|latter)) (region|interval|range|case|part|piece|domain)s?\b|\bin diesem (Bereich|Intervall)|\bdans cet intervalle|\ben este intervalo|在(此|这个?)(区间|范围)/i;

export const formulasOfRegions: Excuse = (item, { groups, text }) => {
  const { applied } = namesOf(item.left, item.right);
  if (item.relation !== "=" || applied.size === 0) return undefined;
  const items = groups.flatMap((g) => g.items);
  const { left, link } = item;
  const hasOther = (): boolean =>
    items.some((i) => i.order < item.order && i.relation === "=" && i.link.index === 0 && i.left.op === "apply" && i.left.name === left.name);
  // at a number it is a value, and no other formula
  if (left.op === "apply" && left.args.some((a) => a.op === "symbol") && link.index === 0 && HERE.test(sentenceBefore(item, text)) && hasOther())
    return unjudged("context/regions", `Not judged: the words before speak of one of several regions, and $${left.name}$ has another formula before.`);
  const found = [...applied.keys()].find((name) => regionsOf(name, items).size > 1);
  return found === undefined ? undefined : unjudged("context/regions", `Not judged: $${found}$ has a formula of its own in each of several regions.`);
};

/** The places of conditions on its argument, each by itself, right before equations for the function. */
function regionsOf(name: string, items: readonly Item[]): Set<number> {
  const found = new Set<number>();
  items.forEach((i, at) => {
    const by = i.relation === "=" && i.link.index === 0 && i.left.op === "apply" && i.left.name === name ? i.left.args[0] : undefined;
    if (by?.op !== "symbol") return;
    const before = items[at - 1];
    if (before && isAlone(before, i) && [before.left, before.right].some((e) => hasName(e, by.name ?? ""))) found.add(before.link.statement.id);
  });
  return found;
}

/** An order that is all of its paragraph. */
const isAlone = (before: Item, { link }: Item): boolean =>
  /^[<>]=?$/.test(before.relation) &&
  before.link.statement.block.paragraph < link.statement.block.paragraph &&
  !/[a-z]/i.test(before.link.statement.prose + before.link.statement.after);

const hasName = (e: Expr, name: string): boolean => some(e, (n) => n.op === "symbol" && n.name === name);
