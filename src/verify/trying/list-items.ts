/** Items of a list: an answer in one of them answers no question of another, though both are about x. */
import type { Item } from "../../derivation/facts/items";

/** Whether a later item of a list begins between two formulas. */
export const isOfOtherItem = (before: Item, { link }: Item, text: string): boolean =>
  /\\item(?![a-zA-Z])/.test(text.slice(before.link.right.to, link.left.from));
