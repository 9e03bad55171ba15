/** Sides that may mean something else than the names in them: a formula whose values were put in, a function of fewer arguments. */
import { allNames } from "../../derivation/all-names";
import type { Item } from "../../derivation/items";
import { familyNamed } from "../../distributions/index";
import { namesOf } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";

/** Whether values stand on the right side in place of names of the left: several of them are defined there, and the right side has none of these. */
export function isPutIn({ left, right }: Item, { plan: { definitions } }: Tried): boolean {
  const there = namesOf(right).symbols;
  const valued = [...namesOf(left).symbols].filter((n) => definitions.get(n)?.params.length === 0 && allNames([definitions.get(n)?.body as Expr]).size === 0);
  return valued.length > 1 && !valued.some((n) => there.has(n));
}

/** V(s), where a formula gives V(s; γ): another function of the same letter. */
export function ofFewerArguments(e: Expr, { plan: { definitions } }: Tried): string | undefined {
  let found: string | undefined;
  walk(e, (n) => {
    const d = n.op === "apply" ? definitions.get(n.name ?? "") : undefined;
    if (d && !d.indexed && n.args.length > 0 && n.args.length < d.params.length) found = n.name;
  });
  return found;
}

/** The f of Y = f(X) that nothing defines, where a statistic of Y is taken. */
export function madeByUnknown(item: Item, { plan: { definitions } }: Tried, input: JudgeInput): string | undefined {
  const taken = new Set(namesOf(item.left, item.right).statistics.flatMap((s) => [...namesOf(...s.args).symbols]));
  if (taken.size === 0) return undefined;
  const isOpen = (e: Expr): boolean => e.op === "apply" && !definitions.has(e.name ?? "") && !familyNamed(e.name ?? "");
  const made = input.environment
    .facts(item)
    .find(({ fact, relation, left, right }) => fact && relation === "=" && left.op === "symbol" && taken.has(left.name ?? "") && isOpen(right));
  return made?.right.name;
}
