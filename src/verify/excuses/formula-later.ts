/** An equation for a function whose formula stands behind it, y' = ky before y = e^{kt}: it is the problem, and what does not meet it is the answer. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { Excuse } from "./excuse";

export const formulaLater: Excuse = (item, { groups }) => {
  if (item.relation !== "=" || item.link.statement.links.length > 1 || !isDifferential(item)) return undefined;
  const names = namesOf(item.left, item.right);
  const defining = groups.flatMap((g) => g.items).filter((i) => i.fact?.kind === "definition" && names.applied.has(i.fact.name));
  if (defining.length === 0 || defining.some((i) => i.order < item.order && i.scope === item.scope)) return undefined;
  return { verdict: "given", code: "step/given", message: "Taken as given: an equation for a function whose formula stands behind it." };
};

/** A derivative of a function beside the function. */
function isDifferential({ left, right }: Item): boolean {
  const sides = [left, right];
  const isDerived = (e: Expr): boolean => e.op === "apply" && Boolean(e.data?.order);
  const derived = new Set<string>();
  for (const side of sides) some(side, (n) => isDerived(n) && derived.add(n.name ?? "") === undefined);
  return sides.some((side) => some(side, (n) => n.op === "apply" && !n.data?.order && derived.has(n.name ?? "")));
}
