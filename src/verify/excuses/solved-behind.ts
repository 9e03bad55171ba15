/** The last equation of a chain that is solved behind it, … = 2 cos θ = √2 ⇒ cos θ = √2/2 or A/(s - 1) + B/(s - 2), "we find A = 3 and B = 1": it is asked for, and no identity. */
import { freeNames } from "../../checks/solutions";
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { same } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

/** Paragraphs behind a step in which its unknowns get their values. */
const NEAR = 3;

/** A number that is given to a lone name. */
const isValue = ({ relation, left, right, link }: Item): boolean =>
  relation === "=" && link.index === 0 && !link.continued && left.op === "symbol" && freeNames([left]).size === 1 && freeNames([right]).size === 0;

/** A and B of 1/(x² - 1) = A/(x - 1) + B/(x + 1): capitals on one side alone, where both speak of a variable. */
function unknownCoefficients({ left, right }: Item): string[] {
  const [a, b] = [left, right].map((e) => new Set(freeNames([e])));
  const isShared = [...a].some((n) => b.has(n));
  return isShared ? [...a, ...b].filter((n) => /^[A-Z]$/.test(n) && a.has(n) !== b.has(n)) : [];
}

/** A name of the step that had a value in an earlier formula and gets another one behind the step. */
function valuedAnew(item: Item, groups: readonly ItemGroup[]): string | undefined {
  const { paragraph } = item.link.statement.block;
  const speaks = new Set(unknownCoefficients(item));
  const values = groups.flatMap((g) => g.items).filter((i) => isValue(i) && speaks.has(i.left.name ?? ""));
  const distance = (i: Item): number => i.link.statement.block.paragraph - paragraph;
  const behind = values.filter((i) => i.order > item.order && distance(i) <= NEAR);
  return behind.find((b) => {
    const before = values.filter((i) => i.order < item.order && i.scope === item.scope && i.left.name === b.left.name).at(-1);
    return before && before.link.statement.block !== item.link.statement.block && !same(before.right, b.right);
  })?.left.name;
}

export const solvedBehind: Excuse = (item, { groups }) => {
  const { statement, index } = item.link;
  const anew = item.relation === "=" ? valuedAnew(item, groups) : undefined;
  if (anew) return unjudged("context/other-value", `Not judged: $${anew}$ had another value before, and gets its value here behind this step.`);
  if (item.relation !== "=" || index !== statement.links.length - 1 || (index === 0 && !item.link.continued)) return undefined;
  const next = groups.flatMap((g) => g.items).find((i) => i.order > item.order);
  if (next?.link.statement.arrow?.relation !== "⇒" || next.relation !== "=" || next.link.index > 0) return undefined;
  const [left, right, sought] = [item.left, item.right, next.left].map((e) => new Set(freeNames([e])));
  const isSolved = sought.size > 0 && [...sought].every((n) => left.has(n) && !right.has(n)) && freeNames([next.right]).size === 0;
  return isSolved ? { verdict: "given", code: "step/given", message: "Taken as given: an equation that is solved behind it." } : undefined;
};
