/** Steps that differ under formulas for the terms of a sequence, p_i = e^{β f_i}/Z, or for the mean behind a bar, and that a small edit makes agree under them. */
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { plansFor } from "../../derivation/plans/plans";
import { rangedSums } from "../../derivation/reading/ranged-sums";
import type { Expr } from "../../expression/tree";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { aroundOf } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import { type Loose, unrefutable } from "./refutable";
import { SLIP } from "./slips";

const sameNames = (a: Expr, b: Expr): boolean => {
  const [own, other] = [allNames([a]), allNames([b])];
  return own.size === other.size && [...own].every((n) => other.has(n));
};

/** The judgement of a claim that is in doubt as long as such formulas are not taken, and leaves nothing open with them. */
export function shownSlip(item: Item, input: JudgeInput, doubt: Loose): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim") return undefined;
  const [ranged] = rangedSums(item);
  return slipUnder(item, ranged?.item ?? item, (changed) => rangedSums(changed)[0]?.item ?? changed, input, doubt);
}

/** The same for a step as it was read; `read` reads a changed one so. */
function slipUnder(written: Item, item: Item, read: (changed: Item) => Item, input: JudgeInput, doubt: Loose): Judgement | undefined {
  const facts = input.environment.facts(item);
  const around = aroundOf(item, facts, input);
  for (const told of plansFor(item, facts, around.random).filter((p) => p.tells)) {
    const plan = { ...told, ...around, shows: false };
    const tried: Tried = { ...tryPlan(item, plan, input), item };
    if (tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0) continue;
    const open = unrefutable(item, tried, input);
    if (open && (open.settled || open.code !== "context/new-symbol")) continue;
    // a name that the right side brings in, and that it may have whatever value it has: Σ(x_i - μ)² - n(x̄ - μ)²
    const keepsNames = (changed: Item): boolean => !open || sameNames(item.right, changed.right);
    const holds = (changed: Item): boolean => keepsNames(changed) && tryPlan(read(changed), plan, { ...input, hasty: true }).outcome.kind === "agrees";
    const found = failing(written, [tried], input, holds, doubt, SLIP);
    if (found.verdict === "fails") return found;
  }
  return undefined;
}
