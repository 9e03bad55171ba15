/** Steps that differ under formulas for the terms of a sequence, p_i = e^{β f_i}/Z, or for the mean behind a bar, and that a small edit makes agree under them. */
import type { Item } from "../../derivation/facts/items";
import { plansFor } from "../../derivation/plans/plans";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { aroundOf } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import { type Loose, unrefutable } from "./refutable";
import { SLIP } from "./slips";

/** The judgement of a claim that is in doubt as long as such formulas are not taken, and leaves nothing open with them. */
export function shownSlip(item: Item, input: JudgeInput, doubt: Loose): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim") return undefined;
  const facts = input.environment.facts(item);
  const around = aroundOf(item, facts, input);
  for (const told of plansFor(item, facts, around.random).filter((p) => p.tells)) {
    const plan = { ...told, ...around, shows: false };
    const tried: Tried = { ...tryPlan(item, plan, input), item };
    if (tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0 || unrefutable(item, tried, input)) continue;
    const holds = (changed: Item): boolean => tryPlan(changed, plan, { ...input, hasty: true }).outcome.kind === "agrees";
    const found = failing(item, [tried], input, holds, doubt, SLIP);
    if (found.verdict === "fails") return found;
  }
  return undefined;
}
