/** Tries a step with infinite sums of unknown terms once more by their partial sums. */
import { Fuel } from "../../base/fuel";
import type { Item } from "../../derivation/facts/items";
import { withPartialSums } from "../../derivation/plans/partial-sums";
import { throughBounds, weaker } from "./through-bounds";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Evaluations for these trials, whatever others have used up. */
const WORK = 2_000_000;
const OPEN = /^(sample\/uninformative|work\/too-much|context\/unmet|series\/|sum\/)/;

/** Agreement of all partial sums; undefined where the sums could be had, or where there is none. */
export function throughPartialSums(last: Tried, item: Item, given: JudgeInput): Tried | undefined {
  if (last.outcome.kind !== "unknown" || !OPEN.test(last.outcome.code)) return undefined;
  const reading = "the infinite sums converge: they are compared by their partial sums";
  for (const partial of withPartialSums(item, last.plan.definitions))
    for (const kept of weaker(last.plan.conditions)) {
      const plan = { ...last.plan, conditions: [...kept, ...partial.conditions], unused: [] };
      const tried = tryPlan(partial.item, plan, { ...given, work: new Fuel(WORK), hasty: true });
      if (tried.outcome.kind === "agrees") return { ...tried, item, reading };
      const bounded = throughBounds(tried, partial.item, given);
      if (bounded) return { ...bounded, item, reading };
    }
  return undefined;
}
