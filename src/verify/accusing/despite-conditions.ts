/** Equations in front of which conditions stand that no number meets together, those of several cases: false without them, and false under each, they are false. */
import type { Condition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { hasSymbol } from "../../expression/occurrences";
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

const isFalse = ({ outcome: o }: Tried): boolean => o.kind === "differs" && o.holdsIn.length === 0 && !o.unless;

/** "Positive for x < R, at x = R a maximum", and the step speaks of R alone: false whatever x is, as it is where only the conditions count. */
function besideForeignNames(item: Item, last: Tried, input: JudgeInput): Tried | undefined {
  const { conditions, definitions } = last.plan;
  const own = allNames([item.left, item.right]);
  for (let size = 0; size < own.size; ) {
    size = own.size;
    for (const [name, d] of definitions) if (own.has(name)) for (const n of allNames([d.body])) own.add(n);
  }
  const foreign = [...definitions.keys()].filter((n) => !own.has(n));
  if (foreign.length === 0 || !conditions.some(({ relation }) => foreign.some((n) => hasSymbol(relation, n)))) return undefined;
  const kept = new Map([...definitions].filter(([n]) => own.has(n)));
  const trials = [conditions, []].map((these): Tried => ({ ...last, ...tryPlan(item, { ...last.plan, definitions: kept, conditions: these }, input), item }));
  return trials.every(isFalse) ? trials[0] : undefined;
}

/** The trial without conditions of a step that no world meets the conditions of; undefined where one of them may be what makes it true. */
export function despiteConditions(item: Item, last: Tried, input: JudgeInput): Tried | undefined {
  const { plan, outcome } = last;
  if (outcome.kind !== "unknown" || outcome.code !== "context/unmet" || item.relation !== "=" || plan.conditions.length === 0) return undefined;
  if (!plan.conditions.every((c) => c.relation.op === "relation" && isOrder(c.relation.name ?? ""))) return undefined;
  const read = last.item ?? item;
  const beside = besideForeignNames(read, last, input);
  if (beside) return beside;
  if (!areCases(plan.conditions, input.text)) return undefined;
  // C'(r) < 0 on one side: nothing that an equation without C can rest on
  const isForeign = (c: Condition): boolean =>
    some(c.relation, (n) => n.op === "apply" && ![item.left, item.right].some((e) => some(e, (x) => x.op === "apply" && x.name === n.name)));
  const trials = [[], ...plan.conditions.filter((c) => !isForeign(c)).map((c) => [c])].map(
    (conditions): Tried => ({ ...last, ...tryPlan(read, { ...plan, conditions }, input), item: read }),
  );
  return trials.every(isFalse) ? trials[0] : undefined;
}
