/** Tries an order once more with terms anywhere within the bounds that the document has said of them. */
import { Fuel } from "../../base/fuel";
import type { Condition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { type BoundedStep, boundedStep } from "../../derivation/plans/bounding";
import { boundsSaid } from "../../derivation/words/bounds-said";
import { some } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Evaluations for these trials, whatever others have used up. */
const WORK = 2_000_000;

/** Fewer worlds that meet all conditions say too little. */
const ENOUGH = 8;

/** Agreement of an order that follows from bounds; undefined where there is none. */
export function throughBounds(last: Tried, item: Item, given: JudgeInput): Tried | undefined {
  if (!/^[<>]=?$/.test(item.relation) || !/^(claim|soft)$/.test(item.role)) return undefined;
  const input: JudgeInput = { ...given, work: new Fuel(WORK), hasty: true };
  const items = given.groups.flatMap((g) => g.items);
  const bounds = boundsSaid(item, items, given.text);
  const outer = boundedStep(
    item,
    bounds.filter((b) => !b.inner),
  );
  const whole = boundedStep(item, bounds);
  const steps = [outer, ...(whole && (!outer || whole.used.length > outer.used.length) ? [whole] : [])];
  const plain: BoundedStep = { item, used: [], conditions: [] };
  for (const step of [...steps, plain]) {
    const found = step && follows(step, last, item, input);
    if (found) return found;
  }
  return undefined;
}

function follows(step: BoundedStep, last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  const said = new Set(step.used.map((f) => f.fact));
  const kept = last.plan.conditions.filter((c) => !said.has(c) && !isEndless(c));
  if (step.item === item && kept.length === last.plan.conditions.length) return undefined;
  const agrees = (changed: Item, conditions: readonly Condition[]): Tried | undefined => {
    const tried = tryPlan(changed, { ...last.plan, conditions, unused: [] }, input);
    const thin = tried.outcome.kind === "agrees" && tried.outcome.evidence.informative < ENOUGH;
    if (tried.outcome.kind === "agrees" && !thin) return { ...tried, item: changed, used: step.used };
    // it holds the more where less is supposed
    const fewer = [...kept.filter(isOfOneName), ...step.conditions];
    return (thin || (tried.outcome.kind === "unknown" && tried.outcome.code === "context/unmet")) && conditions.length > fewer.length
      ? agrees(changed, fewer)
      : undefined;
  };
  const found = agrees(step.item, [...kept, ...step.conditions]);
  const strict = item.relation.length === 1;
  return found && (!strict || !step.tight || agrees(step.tight, [...kept, ...step.conditions])) ? found : undefined;
}

/** ε > 0, x ≠ 0: said of one name, without others. */
const isOfOneName = (c: Condition): boolean => c.relation.args.some((e) => e.op === "number") && c.relation.args.some((e) => e.op === "symbol");

/** Conditions, and fewer where no world meets them: it holds the more where less is supposed. */
export const weaker = (conditions: readonly Condition[]): (readonly Condition[])[] => {
  const kept = conditions.filter((c) => !isEndless(c));
  const few = kept.filter(isOfOneName);
  return few.length < kept.length ? [kept, few] : [kept];
};

/** What is said of an infinite sum is met by no sequence that is drawn. */
const isEndless = (c: Condition): boolean =>
  some(c.relation, (n) => /^(sum|prod)/.test(n.op) && n.args.slice(1).some((a) => some(a, (x) => x.name === "\\infty")));
