/** Tries a step once more with its terms replaced by what earlier equations say they are. */

import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { replacedSteps } from "../../derivation/plans/replacing";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Agreement of the step once terms of it are replaced; undefined where there is none. */
export function throughReplacing(last: Tried, item: Item, facts: readonly Item[], input: JudgeInput): Tried | undefined {
  if (!/^[=≈∝]$/.test(item.relation) || (last.outcome.kind === "unknown" && last.outcome.code === "work/too-much")) return undefined;
  const all = input.groups.flatMap((g) => g.items);
  for (const { item: changed, used } of replacedSteps(item, facts, all))
    for (const plan of plansOf(last, facts)) {
      const tried: Tried = { ...tryPlan(changed, plan, input), item: changed, used };
      if (tried.outcome.kind === "agrees") return tried;
    }
  return undefined;
}

/** The plan of a trial; where matrices do not fit in it, also without what equations were solved for: Ax = λx is not to be divided by A. */
function plansOf({ plan, outcome }: Tried, facts: readonly Item[]): Plan[] {
  const whole = { ...plan, unused: [] };
  if (outcome.kind !== "unknown" || !/^(matrix\/|expression\/not-a-number)/.test(outcome.code)) return [whole];
  const said = new Set(facts.flatMap((f) => (f.fact?.kind === "definition" ? [f.fact, ...(f.also ?? [])] : [])));
  const definitions = new Map([...plan.definitions].filter(([, d]) => said.has(d)));
  return definitions.size < plan.definitions.size ? [whole, { ...whole, definitions }] : [whole];
}
