/** Claims about where something is largest or smallest: places by a search are numbers and vectors; those of functions that are not known are compared by the order of two places. */

import type { Item } from "../../derivation/facts/items";
import { overPairsOfPlaces, withPositiveValues } from "../../derivation/plans/compared-optimizers";
import { hasName, isSymbol } from "../../expression/occurrences";
import { type Expr, rewrite } from "../../expression/tree";
import { printed } from "../guarded";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** The step of a claim about places at which functions are largest; undefined where it is none. */
export function optimizerStep(item: Item, input: JudgeInput, judge: (item: Item, input: JudgeInput) => Step): Step | undefined {
  const pairs = overPairsOfPlaces(item);
  if (!pairs) return item.left.op === "optimizer" ? ofValue(item, input, judge) : undefined;
  const step = judge(pairs, input);
  const shown = {
    ...step,
    left: printed(item.left),
    right: step.right,
    reading: [...(step.reading ?? []), "the sides are compared by how they order two places"],
  };
  if (step.verdict !== "fails" && step.verdict !== "unchecked") return shown;
  // functions that put places in another order may still be largest at the same one
  const found = judge({ ...item, role: "claim" }, input);
  if (found.verdict === "holds") return found;
  if (step.verdict === "unchecked") return shown;
  const positive = withPositiveValues(pairs);
  if (positive && judge(positive.item, input).verdict === "holds")
    return {
      ...shown,
      verdict: "holds-if",
      code: "step/holds-if",
      holdsIf: `${positive.latex} \\ge 0`,
      message: `Holds only for $${positive.latex} \\ge 0$, which the document does not say.`,
      fixes: [],
    };
  return { ...shown, message: inPlaces(step.message, item.left.name ?? "") };
}

/** A place that is worked out: wrong where there is a better one. */
function ofValue(item: Item, input: JudgeInput, judge: (item: Item, input: JudgeInput) => Step): Step {
  // the place of something is no unknown
  const step = judge(item.role === "soft" ? { ...item, role: "claim" } : item, input);
  if (step.verdict !== "fails") return step;
  const { name = "", args } = item.left;
  const { fixes: _fixes, witness: _witness, ...rest } = step;
  if (input.environment.facts(item).some((f) => f.fact?.kind === "condition" && hasName(f.fact.relation, name)))
    return { ...rest, verdict: "unchecked", code: "optimizer/domain", message: `Not checked: over which $${name}$ the place is sought is said elsewhere.` };
  const there = (place: Expr): Expr => rewrite(args[0], (n) => (isSymbol(n, name) ? place : n));
  const equal = judge({ ...item, left: there(item.left), right: there(item.right), role: "claim", made: true }, input);
  return equal.verdict === "holds"
    ? { ...rest, verdict: "holds", basis: "sampled", code: "step/agrees", message: "Holds: of several places with this value it is one." }
    : step;
}

/** The signs of a difference in words. */
function inPlaces(message: string, name: string): string {
  const place = (sign: string): string => (sign === "1" ? `$${name}$` : `$\\tilde{${name}}$`);
  return message.replace(
    /the left side is ([-−]?1), the right side ([-−]?1)\.( The right side is off by the factor [^.]*1[^.]*\.)?/,
    (_, left: string, right: string) => `the left side prefers ${place(left)}, the right side ${place(right)}.`,
  );
}
