/** Equations for all values of a function that are to be tried with a formula. */
import { some, walk } from "../../expression/tree";
import type { Item } from "../facts/items";

/** An equation for all values of a function that got its formula later, to be tried in it: a chain that works this out rests on the formula alone. */
export const isTried = (f: Item, item: Item, facts: readonly Item[]): boolean =>
  item.role === "claim" && item.link.statement.links.length > 1 && generalCalls(f).some((name) => isDefinedLater(name, f, item, facts));

const isDefinedLater = (name: string, f: Item, item: Item, facts: readonly Item[]): boolean =>
  facts.some((d) => d.fact?.kind === "definition" && d.fact.name === name && d.fact.params.length > 0 && d.order > f.order && d.order < item.order);

/** Functions that stand in an equation at more than a plain name: f(x + y). */
function generalCalls({ left, right }: Item): string[] {
  const found: string[] = [];
  for (const e of [left, right])
    walk(e, (n) => {
      const general = n.args.some((a) => !/^(symbol|indexed|number)$/.test(a.op) && some(a, (x) => x.op === "symbol"));
      if (n.op === "apply" && n.data?.bound !== "|" && general) found.push(n.name ?? "");
    });
  return found;
}
