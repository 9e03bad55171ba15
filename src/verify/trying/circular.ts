/** Reasoning in a circle: a chain A = B = C whose last sign rests on its first, where A = B is only taken for given. */
import type { Item } from "../../derivation/facts/items";
import type { JudgeInput } from "./trial";

/** Without the equations between compound expressions in the chain of a later sign, if there are any: A = B does not show B = A. */
export function withoutOwnChain(item: Item, input: JudgeInput): JudgeInput | undefined {
  const own = ownEquations(item, input);
  if (own.size === 0) return undefined;
  return {
    ...input,
    environment: { ...input.environment, facts: (i) => input.environment.facts(i).filter((f) => f.fact?.kind !== "equation" || !own.has(f.link)) },
  };
}

function ownEquations(item: Item, input: JudgeInput): ReadonlySet<Item["link"]> {
  const own = new Set<Item["link"]>();
  if (!item.link.continued || item.role !== "claim" || item.relation !== "=") return own;
  const before = new Map(input.environment.facts(item).map((f) => [f.order, f] as const));
  for (let order = item.order - 1; before.has(order); order--) {
    const f = before.get(order) as Item;
    if (f.fact?.kind === "equation" && !/^(symbol|indexed|apply)$/.test(f.left.op)) own.add(f.link);
    if (!f.link.continued) break;
  }
  return own;
}
