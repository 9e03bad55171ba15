/** A right side that has no value, a series that does not converge, a pole in an integral, a division by zero, where one stroke of the pen gives it that of the left side. */
import { parseOnce } from "../../derivation/chains";
import { hasError, type Item } from "../../derivation/items";
import { sumsAsIn } from "../../derivation/wide-sums";
import { type Expr, same, some } from "../../expression/tree";
import { strokes } from "../../fixes/strokes";
import { remedyOf } from "../messages";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import type { Judgement } from "./failing";
import { isAwareOfNoValue } from "./no-value";
import { fixesOf } from "./repairs";

/** Edits that replace a sign, a digit or a name by its neighbour, and fractions turned over. */
const STROKE = 1.65;
/** Edits that are tried: each may cost as much as the step. */
const MOST = 40;
const OFFERED = 3;

/** The judgement of a claim in a chain that gave no information because of its right side; undefined where no stroke mends it. */
export function slipWithoutValue(item: Item, tried: Tried, input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim" || item.made || isAwareOfNoValue(item, input.text)) return undefined;
  // what is not worked out by its numbers may have a value that is not found
  const { definitions, random } = tried.plan;
  const isByForm = (n: Expr): boolean =>
    /^(statistic|matrix|sum-over|integral-over|antiderivative|limit)$/.test(n.op) || (n.op === "apply" && !definitions.has(n.name ?? ""));
  if ((random?.variables.size ?? 0) > 0 || [item.left, item.right].some((e) => some(e, isByForm))) return undefined;
  // the left side has values by itself
  if (!agreesUnder({ ...item, right: item.left }, tried, input)) return undefined;
  const reading = { ...input.reading, ...sumsAsIn(item.right) };
  const found = [];
  for (const edit of strokes(item.link.right.tokens, input.text, [item.link.left.tokens], STROKE).slice(0, MOST)) {
    const right = parseOnce({ ...item.link.right, tokens: edit.tokens }, reading);
    if (hasError(right) || same(right, item.right) || !agreesUnder({ ...item, right }, tried, input)) continue;
    found.push(edit);
    if (found.length === OFFERED) break;
  }
  if (found.length === 0) return undefined;
  return {
    verdict: "fails",
    code: "step/no-value",
    message: `Does not hold: the left side has a value, and for the right side none was found.${remedyOf(found[0])}`,
    fixes: fixesOf({ candidates: found }, input.range),
  };
}
