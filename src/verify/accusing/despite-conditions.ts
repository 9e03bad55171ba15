/** Equations in front of which conditions stand that no number meets together, those of several cases: false without them, and false under each, they are false. */
import type { Condition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { same, some } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

const isOrder = (name: string): boolean => /^([<>]=?|!=)$/.test(name);

/** Said one after the other, of several cases, or of both sides of one bound: what else one sentence supposes is supposed together. */
function areCases(conditions: readonly Condition[], text: string): boolean {
  const spans = conditions.map((c) => c.span).sort((a, b) => a.from - b.from);
  // "x > 0 and x < 0" is one supposition, from which everything follows
  if (spans.some((s, i) => i > 0 && /^[\s$,]*and[\s$]*$/.test(text.slice(spans[i - 1].to, s.from)))) return false;
  const bySides = conditions.some(({ relation: a }) =>
    conditions.some(({ relation: b }) => a !== b && (a.name ?? "")[0] !== (b.name ?? "")[0] && same(a.args[0], b.args[0]) && same(a.args[1], b.args[1])),
  );
  if (bySides) return true;
  return spans.some((s, i) => i > 0 && /[.;]\s|\n\s*\n|\b(if|when|case|for|otherwise|while)\b/i.test(text.slice(spans[i - 1].to, s.from)));
}

/** The trial without conditions of a step that no world meets the conditions of; undefined where one of them may be what makes it true. */
export function despiteConditions(item: Item, last: Tried, input: JudgeInput): Tried | undefined {
  const { plan, outcome } = last;
  if (outcome.kind !== "unknown" || outcome.code !== "context/unmet" || item.relation !== "=" || plan.conditions.length === 0) return undefined;
  if (!plan.conditions.every((c) => c.relation.op === "relation" && isOrder(c.relation.name ?? ""))) return undefined;
  if (!areCases(plan.conditions, input.text)) return undefined;
  const read = last.item ?? item;
  // C'(r) < 0 on one side: nothing that an equation without C can rest on
  const isForeign = (c: Condition): boolean =>
    some(c.relation, (n) => n.op === "apply" && ![item.left, item.right].some((e) => some(e, (x) => x.op === "apply" && x.name === n.name)));
  const trials = [[], ...plan.conditions.filter((c) => !isForeign(c)).map((c) => [c])].map(
    (conditions): Tried => ({ ...last, ...tryPlan(read, { ...plan, conditions }, input), item: read }),
  );
  const isFalse = ({ outcome: o }: Tried): boolean => o.kind === "differs" && o.holdsIn.length === 0 && !o.unless;
  return trials.every(isFalse) ? trials[0] : undefined;
}
