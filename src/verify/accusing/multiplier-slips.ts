/** Values of multipliers that a constraint on the terms contradicts: "w_k = n_k/λ, hence λ = 2n". */

import type { Item } from "../../derivation/facts/items";
import { multiplierPlans } from "../../derivation/plans/plans-beside";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import { SLIP } from "./slips";

/** The judgement of a value of a multiplier that is not what the constraint makes of it, where a slip mends it. */
export function slipInMultiplier(item: Item, input: JudgeInput): Judgement | undefined {
  if (item.role !== "soft" || item.relation !== "=" || item.link.index > 0 || item.link.continued) return undefined;
  const [plan] = multiplierPlans(item, input.environment.facts(item));
  if (!plan) return undefined;
  const whole = { ...plan, sums: input.environment.sums(item) };
  const tried: Tried = { ...tryPlan(item, whole, input), item };
  if (tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0) return undefined;
  const holds = (changed: Item): boolean => tryPlan(changed, whole, { ...input, hasty: true }).outcome.kind === "agrees";
  const found = failing(item, [tried], input, holds, { code: "step/given", message: "" }, SLIP);
  if (found.verdict !== "fails") return undefined;
  return { ...found, message: `Does not follow from the constraint on the terms. ${found.message}` };
}
