/** Values that the words give names of a step for the moment, "let x = 1": a step that holds in general may be undefined there, and what holds under a condition may be false there. */

import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames, isNumber } from "../../derivation/names/all-names";
import { print } from "../../notation/print";
import { figure } from "../figure";
import type { Step } from "../report";
import type { JudgeInput } from "./trial";
import { tryPlan } from "./try-plan";

/** Words that set a name for what follows, right before the formula. */
const SETS = /(^|\b(let|set|put|take|suppose|assume|with|for|when|if|and|where)\b[^.;:]{0,40}|,)\s*$/i;

type Judged = Pick<Step, "verdict" | "code" | "message"> & Partial<Step>;

/** What is to be said instead of a step that holds, or holds under a condition; undefined where the values change nothing. */
export function atMomentaryValues(item: Item, step: Step, input: JudgeInput): Judged | undefined {
  if (item.role !== "claim" || !/^([<>]=?|=)$/.test(item.relation) || (step.verdict !== "holds" && step.code !== "step/holds-if")) return undefined;
  const values = momentary(item, input);
  if (values.size === 0) return undefined;
  const facts = input.environment.facts(item).filter((f) => f.fact?.kind === "definition" && f.fact.params.length > 0);
  const functions = facts.flatMap((f): [string, Definition][] => (f.fact?.kind === "definition" && f.order < item.order ? [[f.fact.name, f.fact]] : []));
  const { outcome } = tryPlan(
    item,
    { definitions: new Map([...functions, ...knownNumbers(item, input), ...values]), conditions: [], unused: [] },
    { ...input, samples: 8 },
  );
  const latex = [...values.values()].map((d) => `$${d.name} = ${print(d.body)}$`).join(", ");
  if (step.verdict === "holds" && outcome.kind === "unknown" && outcome.code === "sample/uninformative")
    return { verdict: "unchecked", code: "context/undefined", message: `Not checked: with ${latex}, as the text has it, a side is not defined.` };
  if (step.verdict !== "holds-if" || outcome.kind !== "differs" || ![...values.values()].every((d) => isNumber(d.body))) return undefined;
  // a condition on a name that has no value is no matter of these
  if ([...allNames([item.left, item.right])].some((n) => !values.has(n) && step.holdsIf?.includes(n))) return undefined;
  const { left, right } = outcome.witness;
  return {
    verdict: "fails",
    code: "step/fails",
    message: `Does not hold: with ${latex}, as the text has it, the left side is ${figure(left)}, the right side ${figure(right)}.`,
    witness: { values: Object.fromEntries([...values.values()].flatMap((d) => (d.body.op === "number" ? [[d.name, Number(d.body.name)]] : []))), left, right },
  };
}

/** Numbers that names have by any words. */
const knownNumbers = (item: Item, input: JudgeInput): [string, Definition][] =>
  input.environment
    .facts(item)
    .flatMap((f): [string, Definition][] =>
      f.fact?.kind === "definition" && f.fact.params.length === 0 && !f.fact.derived && isNumber(f.fact.body) && f.order < item.order
        ? [[f.fact.name, f.fact]]
        : [],
    );

/** The values in force: of this part, said in this paragraph or the one before by words that set. */
function momentary(item: Item, input: JudgeInput): Map<string, Definition> {
  const own = allNames([item.left, item.right]);
  const found = new Map<string, Definition>();
  for (const f of input.environment.facts(item)) {
    if (f.fact?.kind !== "definition" || f.fact.params.length > 0 || f.fact.derived || f.fact.indexed || !own.has(f.fact.name)) continue;
    const between = item.link.statement.block.paragraph - f.link.statement.block.paragraph;
    if (f.order >= item.order || f.scope !== item.scope || between > 1 || f.link.continued || !SETS.test(f.link.statement.prose)) continue;
    // a formula may itself be undefined at most numbers
    if (isNumber(f.fact.body) || f.fact.body.op === "symbol" || (f.fact.body.op === "neg" && f.fact.body.args[0].op === "symbol"))
      found.set(f.fact.name, f.fact);
  }
  return found;
}
