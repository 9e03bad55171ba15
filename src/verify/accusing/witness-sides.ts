/** The values of both sides at the point where an equation contradicts what stands before it, so that its counterexample can be replayed. */

import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { isConstantName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite } from "../../expression/tree";
import { figure } from "../figure";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** Verdicts whose point is one where other equations hold. */
const CONTRADICTS = /^equation\/(contradicts|no-solution)$/;

/** The step with the values of its sides in its counterexample and its message; as it is where they are not found. */
export function withSides(item: Item, step: Step, input: JudgeInput): Step {
  if (step.verdict !== "fails" || !step.witness || !CONTRADICTS.test(step.code ?? "") || item.relation !== "=") return step;
  const values = new Map(Object.entries(step.witness.values).flatMap(([name, value]) => (typeof value === "number" ? [[name, value] as const] : [])));
  const at = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const value = n.op === "symbol" || n.op === "indexed" ? values.get(symbolName(n)) : undefined;
      return value === undefined ? n : value < 0 ? node("neg", [number(-value, n.span)], n.span) : number(value, n.span);
    });
  const facts = input.environment.facts(item);
  const functions = new Map([...definitionsFor(item, allNames([item.left, item.right]), facts)].filter(([, d]) => d.params.length > 0));
  const there = { ...item, left: at(item.left), right: at(item.right), made: true };
  // what is left open would have some value, and none that the contradiction is about
  if ([...allNames([there.left, there.right])].some((n) => !functions.has(n) && !isConstantName(n))) return step;
  const { outcome } = tryPlan(there, { definitions: functions, conditions: [], unused: [] }, { ...input, hasty: true, rough: true });
  if (outcome.kind !== "differs") return step;
  const { left, right } = outcome.witness;
  if (!Number.isFinite(left) || !Number.isFinite(right)) return step;
  const says = ` There the left side is ${figure(left)}, the right side ${figure(right)}.`;
  return {
    ...step,
    witness: { ...step.witness, left, right },
    message:
      figure(left) === figure(right) || / the left side is /.test(step.message ?? "")
        ? step.message
        : step.message.replace(/\.(?=\s|$)/, (stop) => `${stop}${says}`),
  };
}
