/** The equations that a step may use, nearest first. */

import { isBehind } from "../facts/facts-in-force";
import type { Item } from "../facts/items";
import { isNumber } from "../names/all-names";
import { momentOf } from "../random/moments";

/** Solved forms of earlier parts, the equations of this part before the step, and those that words behind it give as its reason. */
export const equationsInReach = (item: Item, facts: readonly Item[]): Item[] => [
  ...solvedBefore(item, facts),
  ...facts.filter((f) => f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope && !(f.role === "given" && momentOf(f.left))).reverse(),
  ...reasonsBehind(item, facts),
];

const REASON = /\b(where|with|since|because|using|used)\b[^.:;]{0,40}$/i;

/** Equations that the words behind a step give as its reason: "where pV = p_1 V_1 was used". */
const reasonsBehind = (item: Item, facts: readonly Item[]): Item[] =>
  // an equation that may be a fact itself would in turn be the reason for its reason
  facts.filter(
    (f) =>
      item.role === "claim" &&
      !item.fact &&
      f.fact?.kind === "equation" &&
      ![f.left, f.right].some(isNumber) &&
      f.order > item.order &&
      f.scope === item.scope &&
      f.role !== "claim" &&
      f.link.index === 0 &&
      isBehind(f, item) &&
      f.link.statement.block.paragraph - item.link.statement.block.paragraph <= 1 &&
      REASON.test(f.link.statement.prose + f.link.statement.lead),
  );

/** Solved forms of earlier sections, nearest first: `\hat w = …` stays what \hat w is until it is said anew. Plain letters are used again for other things. */
function solvedBefore(item: Item, facts: readonly Item[]): Item[] {
  const decorated = (f: Item): boolean =>
    f.fact?.kind === "equation" &&
    (f.fact.left.op === "symbol" || f.fact.left.op === "indexed") &&
    /^\\(hat|widehat|tilde|widetilde|bar)\{/.test(f.fact.left.name ?? "");
  return facts.filter((f) => f.scope < item.scope && f.order < item.order && f.link.index === 0 && decorated(f)).reverse();
}
