/** An order that holds where ε and δ are positive, as in analysis they are, and of which the document does not say so. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { node, number, symbol } from "../../expression/tree";
import type { Loose } from "../accusing/refutable";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

const SMALL = /^\\(epsilon|varepsilon|delta)(_.*|')*$/;

/** The verdict of such a step; undefined where it is not enough that they are positive. */
export function underSmallPositive(
  item: Item,
  last: Tried,
  loose: Loose,
  input: JudgeInput,
): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (loose.code !== "order/undecided" || !/^[<>]=?$/.test(item.relation)) return undefined;
  const names = [...namesOf(item.left, item.right).symbols].filter((n) => SMALL.test(n) && !last.plan.definitions.has(n));
  if (names.length === 0 || names.length > 2) return undefined;
  const { span } = item.left;
  const positive = names.map((n) => ({ kind: "condition" as const, relation: node("relation", [symbol(n), number(0)], span, ">"), span, text: "" }));
  const { outcome, assumes } = tryPlan(item, { ...last.plan, conditions: [...last.plan.conditions, ...positive] }, { ...input, hasty: true });
  if (outcome.kind !== "agrees" || assumes !== undefined) return undefined;
  const holdsIf = names.map((n) => `${n} > 0`).join(", ");
  return { verdict: "holds-if", code: "step/holds-if", holdsIf, message: `Holds if $${holdsIf}$; the document does not say so.` };
}
