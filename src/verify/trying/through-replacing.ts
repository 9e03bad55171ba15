/** Tries a step once more with its terms replaced by what earlier equations say they are. */

import type { Item } from "../../derivation/items";
import { replacedSteps } from "../../derivation/replacing";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Agreement of the step once terms of it are replaced; undefined where there is none. */
export function throughReplacing(last: Tried, item: Item, facts: readonly Item[], input: JudgeInput): Tried | undefined {
  if (!/^[=≈∝]$/.test(item.relation) || (last.outcome.kind === "unknown" && last.outcome.code === "work/too-much")) return undefined;
  for (const { item: changed, used } of replacedSteps(item, facts)) {
    const tried: Tried = { ...tryPlan(changed, { ...last.plan, unused: [] }, input), item: changed, used };
    if (tried.outcome.kind === "agrees") return tried;
  }
  return undefined;
}
