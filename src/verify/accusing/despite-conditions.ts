/** Equations in front of which conditions stand that no number meets together, those of several cases: false without them, and false under each, they are false. */
import type { Condition } from "../../derivation/facts";
import type { Item } from "../../derivation/items";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

const isOrder = (name: string): boolean => /^([<>]=?|!=)$/.test(name);

/** Said one after the other, of several cases: what one sentence supposes is supposed together. */
function areCases(conditions: readonly Condition[], text: string): boolean {
  const spans = conditions.map((c) => c.span).sort((a, b) => a.from - b.from);
  return spans.some((s, i) => i > 0 && /[.;]\s|\n\s*\n|\b(if|when|case|for|otherwise|while)\b/i.test(text.slice(spans[i - 1].to, s.from)));
}

/** The trial without conditions of a step that no world meets the conditions of; undefined where one of them may be what makes it true. */
export function despiteConditions(item: Item, last: Tried, input: JudgeInput): Tried | undefined {
  const { plan, outcome } = last;
  if (outcome.kind !== "unknown" || outcome.code !== "context/unmet" || item.relation !== "=" || plan.conditions.length === 0) return undefined;
  if (!plan.conditions.every((c) => c.relation.op === "relation" && isOrder(c.relation.name ?? ""))) return undefined;
  if (!areCases(plan.conditions, input.text)) return undefined;
  const read = last.item ?? item;
  const trials = [[], ...plan.conditions.map((c) => [c])].map(
    (conditions): Tried => ({ ...last, ...tryPlan(read, { ...plan, conditions }, input), item: read }),
  );
  const isFalse = ({ outcome: o }: Tried): boolean => o.kind === "differs" && o.holdsIn.length === 0 && !o.unless;
  return trials.every(isFalse) ? trials[0] : undefined;
}
