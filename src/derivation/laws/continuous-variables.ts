/** Variables of densities that formulas define: what is summed or integrated over them runs over real numbers. */
import { familyNamed } from "../../distributions/index";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Definition } from "../facts/facts";
import { definitionsFor } from "../facts/facts-in-force";
import type { Item } from "../facts/items";
import { allNames } from "../names/all-names";
import { densityVariables } from "./density-forms";

/** The variables of densities that formulas have defined before an item, of the facts that are not over there. */
export function continuousVariables(item: Item, reach: readonly Item[]): ReadonlySet<string> {
  const densities = reach.filter((f) => f.order <= item.order && variablesOfDensity(f).length > 0);
  if (densities.length === 0) return new Set();
  // in another part a letter is a continuous variable again only where a density of it is spoken of
  const own = allNames([item.left, item.right]);
  const reached = definitionsFor(item, own, reach);
  const spoken = new Set([...own, ...[...reached.values()].flatMap((d) => [...allNames([d.body])])]);
  const applied = new Set([item.left, item.right, ...[...reached.values()].map((d) => d.body)].flatMap((e) => [...namesOf(e).applied.keys()]));
  const named = (f: Item, names: ReadonlySet<string>): boolean => names.has((f.fact as Definition).name);
  const told = new Set(densities.filter((f) => named(f, applied)).flatMap(variablesOfDensity));
  const beside = densities.filter((f) => f.scope === item.scope || named(f, spoken)).flatMap(variablesOfDensity);
  return new Set([...told, ...beside.filter((v) => !isTabled(v, item))]);
}

/** A variable of distributions of which the step gives no formula: what holds for them holds whatever their variables are. */
const isTabled = (variable: string, { left, right }: Item): boolean => {
  const sides = [left, right];
  const applied = (n: Expr): boolean => n.op === "apply" && /^[pPqQ](_|$)/.test(n.name ?? "") && (variablesOf(n)?.front.includes(variable) ?? false);
  return sides.some((e) => some(e, applied)) && !sides.some((e) => some(e, (n) => n.op === "apply" && familyNamed(n.name ?? "") !== undefined));
};

/** Of a density only the shape was said. */
export const isUpToFactor = ({ fact }: Item): boolean => fact?.kind === "definition" && fact.upToFactor === true;

const variablesOfDensity = (f: Item): string[] => (f.fact?.kind === "definition" && !isUpToFactor(f) ? densityVariables(f.fact) : []);
