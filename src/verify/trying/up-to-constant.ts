/** Equations up to a constant, "… + const": what stands there may change from row to row, as long as it is free of one variable. */
import type { Item, ItemGroup } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, some, walk } from "../../expression/tree";

const NAME = /^\\(?:text|mathrm|rm|textrm|mathit|operatorname)\{\s*(?:add\w*\.? )?(?:const(?:ants?)?|cst|consts)\.?(?: terms?)?\s*\}$/i;

const isConstant = (e: Expr): boolean => e.op === "symbol" && NAME.test(e.name ?? "");

/** Whether a constant that is not told stands as a term on a side. */
export const hasConstant = (item: Item): boolean => item.relation === "=" && [item.left, item.right].some((e) => some(e, isConstant));

export interface Changed {
  readonly item: Item;
  readonly variable: string;
}

/**
 * What the step says of each of its variables: both sides change alike where the variable changes, f(x) - f(y) = g(x) - g(y). The step holds if that is true of
 * one variable: the constant may hold all that is free of it.
 */
export function changes(item: Item, plan: Plan, groups: readonly ItemGroup[]): Changed[] {
  const zero = (e: Expr): Expr => rewrite(e, (n) => (isConstant(n) ? { ...node("number", [], n.span, "0") } : n));
  const [left, right] = [zero(item.left), zero(item.right)];
  const [here, there] = [namesOf(left), namesOf(right)];
  const all = (names: typeof here): string[] => [...names.symbols, ...names.indexed.keys()];
  const known = new Set(all(here));
  const isFixed = (n: string): boolean => isConstantName(n) || here.bound.has(n) || there.bound.has(n) || plan.definitions.has(n);
  const shared = [...new Set(all(there))].filter((n) => known.has(n) && !isFixed(n));
  const change = (e: Expr, name: string): Expr => {
    // μ_0 is another name than μ
    const kind = here.symbols.has(name) ? "symbol" : "indexed";
    const other = rewrite(e, (n) => (n.op === kind && n.name === name ? { ...n, name: `\\widetilde{${name}}` } : n));
    return node("add", [e, node("neg", [other], e.span)], e.span);
  };
  const spoken = headVariables(item, groups);
  const meant = shared.filter((n) => spoken.has(n));
  return (meant.length > 0 ? meant : shared).map((variable) => ({ variable, item: { ...item, left: change(left, variable), right: change(right, variable) } }));
}

/** What the chain is about: w in "ln p(w | t) = …" and in "L(w) = …". */
function headVariables(item: Item, groups: readonly ItemGroup[]): Set<string> {
  const items = groups.flatMap((g) => g.items);
  let head = item;
  for (let steps = 0; head.link.continued && steps < LONG; steps++) {
    const { left } = head.link;
    const before = items.find((i) => i.link.right === left);
    if (!before) break;
    head = before;
  }
  const found = new Set<string>();
  walk(head.left, (n) => {
    if (n.op !== "apply") return;
    for (const a of n.args.slice(0, Number(n.data?.split ?? n.args.length)))
      for (const name of [...namesOf(a).symbols, ...namesOf(a).indexed.keys()]) found.add(name);
  });
  return found;
}
/** So far back the head of a chain is looked for. */
const LONG = 60;

/** Whether functions stand there of which nothing is known: the constant may be free of what they depend on. */
export const hasUnknownFunctions = (item: Item, plan: Plan): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => n.op === "apply" && !plan.definitions.has(n.name ?? "")));
