/** A slip of the pen in the left operand of a step, where no step before has shown that operand: it was written in this chain, and is as likely wrong as the right one. */
import type { Item } from "../../derivation/facts/items";
import type { Found } from "../../fixes/find";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { repairsFor } from "./repairs";
import { isMeant, isOpposite } from "./slips";

/** The edits of the left side that cost at most so much and after which the step holds; `holds` is the full check of a changed step. */
export function slipOnTheLeft(item: Item, tried: Tried, input: JudgeInput, holds: (changed: Item) => boolean, most: number): Found | undefined {
  if (item.relation !== "=" || tried.derived || item.link.left.tokens.length === 0) return undefined;
  const before = input.groups.flatMap((g) => g.items).find((i) => i.link.right === item.link.left && i !== item);
  if (before?.relation !== "=" || input.failed?.has(before.link) || agreesUnder(before, tried, input)) return undefined;
  const turned = mirrored(item);
  const found = repairsFor(turned, { ...tried, item: tried.item && (tried.item === item ? turned : mirrored(tried.item)) }, input, (changed) => {
    const upright = { ...item, left: changed.right };
    return !isOpposite(changed, turned) && holds(upright) && isMeant(changed, turned, tried, input);
  });
  const candidates = found.candidates.filter((c) => c.cost <= most);
  return candidates.length > 0 ? { ...found, candidates } : undefined;
}

const mirrored = (item: Item): Item => ({
  ...item,
  left: item.right,
  right: item.left,
  link: { ...item.link, left: item.link.right, right: item.link.left },
});
