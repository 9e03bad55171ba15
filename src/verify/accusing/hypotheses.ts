/** "If a = 2b, then a² - b² = 5b²": what a sentence concludes from the equations of its if-clause is false wherever they are true. */

import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { all, assertionOf, relation } from "../../expression/assertion";
import { attemptDirection } from "../answers/arrows";
import { pointInWords } from "../figure";
import { printed } from "../guarded";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

const IF = /\b(if|when|whenever)\s*$/i;
const THEN = /^[\s,]*then(\s+(also|we (have|get)))?\s*$/i;
const AND = /^[\s,]*(and)?\s*$/i;

type Refuted = Pick<Step, "verdict" | "code" | "message" | "witness">;

/** The failure of an equation behind "then" that no solution of the equations behind "if" meets, where nothing else is known of their names. */
export function refutedHypothesis(item: Item, input: JudgeInput): Refuted | undefined {
  const { left, right, link } = item;
  if (item.relation !== "=" || link.index > 0 || link.continued || !THEN.test(link.statement.prose)) return undefined;
  const supposed = hypotheses(item, input);
  const facts = input.environment.facts(item);
  const names = allNames([item, ...supposed].flatMap((i) => [i.left, i.right]));
  if (supposed.length === 0 || isKnownOtherwise(names, item, supposed, facts)) return undefined;
  const parts = supposed.flatMap((f) => assertionOf(f.left, "=", f.right) ?? []);
  if (parts.length < supposed.length) return undefined;
  const definitions = new Map([...definitionsFor(item, names, facts)].filter(([, d]) => d.params.length > 0));
  const conditions = facts.filter((f) => f.fact?.kind === "condition");
  const { found } = attemptDirection(all(parts), relation(left, "=", right), { definitions, extra: [] }, item, conditions, input);
  if (found.kind !== "broken" || !found.always || found.open || found.rough || found.region) return undefined;
  const premise = supposed.map((f) => `$${printed(f.left)} = ${printed(f.right)}$`).join(" and ");
  return {
    verdict: "fails",
    code: "implication/fails",
    message: `Does not follow: at ${pointInWords(found.witness)} it is false, where ${premise} ${supposed.length > 1 ? "are" : "is"} true.`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
  };
}

/** The equations between "if" and "then" of the sentence; none where anything else stands there. */
function hypotheses(item: Item, { groups }: JudgeInput): Item[] {
  const found: Item[] = [];
  const { block } = item.link.statement;
  const before = groups.filter((g) => g.line.id < item.link.statement.id && g.items.length > 0).reverse();
  for (const { line, items } of before) {
    const [first] = items;
    if (items.length !== 1 || first.relation !== "=" || line.block.paragraph !== block.paragraph) return [];
    found.unshift(first);
    if (IF.test(line.prose)) return found;
    if (!AND.test(line.prose)) return [];
  }
  return [];
}

/** Whether an equation of the part, other than these, speaks of one of the names. */
const isKnownOtherwise = (names: ReadonlySet<string>, item: Item, supposed: readonly Item[], facts: readonly Item[]): boolean =>
  facts.some(
    (f) =>
      f.order !== item.order &&
      !supposed.some((s) => s.order === f.order) &&
      (f.fact?.kind === "equation" || (f.fact?.kind === "definition" && f.fact.params.length === 0)) &&
      f.scope === item.scope &&
      [...allNames([f.left, f.right])].some((n) => names.has(n)),
  );
