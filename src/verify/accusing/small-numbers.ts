/** Numbers that a text bounds from above, "for α ≤ 0.01", and means to be positive. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, symbol } from "../../expression/tree";
import { double, type Lane } from "../../numeric/lanes";
import type { Tried } from "../trying/trial";
import { boundedNames, numberIn } from "./bounded-names";

/** An order that fails for negative values only of a name that is bounded from above by a positive number and no otherwise, "for α ≤ 0.01": a small number is meant. */
export function isOfPositive(item: Item, { outcome, plan, setting }: Tried): boolean {
  if (!/^[<>]=?$/.test(item.relation) || outcome.kind !== "differs" || !setting) return false;
  const bounds = plan.conditions
    .map((c) => c.relation)
    .filter((r) => r.op === "relation" && namesOf(item.left, item.right).symbols.has(boundedNames(r)[0] ?? ""));
  return bounds.some((r) => {
    const [name] = boundedNames(r);
    const isAbove = (o: Expr): boolean => o.args[0].op === "symbol" && /^<=?$/.test(o.name ?? "") && isSmall(numberIn(o.args[1], plan.definitions) ?? 0);
    if (!bounds.every((o) => boundedNames(o)[0] !== name || isAbove(o))) return false;
    const ofWorlds = (worlds: readonly number[]): number[] => {
      const ev = setting.bench.evaluator<Lane>(double, Int32Array.from(worlds));
      return [...ev.lanes(ev.scalar(symbol(name)))];
    };
    return ofWorlds(outcome.failsIn).every((v) => v < 0) && ofWorlds(outcome.holdsIn).every((v) => v >= 0);
  });
}

const isSmall = (bound: number): boolean => bound > 0 && bound <= 1;
