/** The last equation of a chain that an arrow solves, … = 2 cos θ = √2 ⇒ cos θ = √2/2: it is asked for, and no identity. */
import { freeNames } from "../../checks/solutions";
import type { Excuse } from "./excuse";

export const solvedBehind: Excuse = (item, { groups }) => {
  const { statement, index } = item.link;
  if (item.relation !== "=" || index !== statement.links.length - 1 || (index === 0 && !item.link.continued)) return undefined;
  const next = groups.flatMap((g) => g.items).find((i) => i.order > item.order);
  if (next?.link.statement.arrow?.relation !== "⇒" || next.relation !== "=" || next.link.index > 0) return undefined;
  const [left, right, sought] = [item.left, item.right, next.left].map((e) => new Set(freeNames([e])));
  const isSolved = sought.size > 0 && [...sought].every((n) => left.has(n) && !right.has(n)) && freeNames([next.right]).size === 0;
  return isSolved ? { verdict: "given", code: "step/given", message: "Taken as given: an equation that is solved behind it." } : undefined;
};
