/** `f_x = 0`, `1 - 2 \cdot 0 = 0`, `1 = 0` below each other: an equation is worked out until it is seen to have no solution. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import type { Token } from "../../latex/tokens";
import { type Excuse, unjudged } from "./excuse";

export const solvedToNothing: Excuse = (item, { groups }) => {
  const { link } = item;
  if (item.relation !== "=" || link.index !== 0 || link.continued || !link.statement.block.display || !isClosed(item)) return undefined;
  const above = groups.flatMap(({ items }) => items).filter((i) => i.link.statement.block === link.statement.block && i.order < item.order);
  const isSameSide = (i: Item): boolean => i.relation === "=" && !i.link.continued && textOf(i.link.right.tokens) === textOf(link.right.tokens);
  const opens = above.length > 0 && above.every(isSameSide) && above.some((i) => !isClosed(i) && i.role !== "claim");
  return opens ? unjudged("context/contradiction", "Not judged: the equation above is worked out, and has no solution.") : undefined;
};

const textOf = (tokens: readonly Token[]): string => tokens.map((t) => t.text).join(" ");
const isClosed = ({ left, right }: Item): boolean => {
  const { symbols, indexed, applied } = namesOf(left, right);
  return symbols.size + indexed.size + applied.size === 0;
};
