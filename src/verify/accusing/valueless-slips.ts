/** A right side that has no value, a series that does not converge, a pole in an integral, a division by zero, where one stroke of the pen gives it that of the left side. */

import { hasError, type Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { parseOnce } from "../../derivation/reading/chains";
import { readAsIn } from "../../derivation/reading/wide-sums";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, number, rewrite, same, some, walk } from "../../expression/tree";
import { strokes } from "../../fixes/strokes";
import { remedyOf } from "../messages";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { isAwareOfNoValue } from "./no-value";
import { fixesOf } from "./repairs";

/** Edits that replace a sign, a digit or a name by its neighbour, and fractions turned over. */
const STROKE = 1.65;
/** Edits that are tried: each may cost as much as the step. */
const MOST = 40;
const OFFERED = 3;
/** Terms that show how a series goes on, and how much of n·|term| must be left at twice as many. */
const FAR = 100;
const SHARE = 0.9;

/** The judgement of a claim in a chain that gave no information because of its right side; undefined where no stroke mends it. */
export function slipWithoutValue(item: Item, tried: Tried, input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim" || item.made || isAwareOfNoValue(item, input.text)) return undefined;
  // what is not worked out by its numbers may have a value that is not found
  const { definitions, random } = tried.plan;
  const isByForm = (n: Expr): boolean =>
    /^(statistic|matrix|sum-over|integral-over|antiderivative|limit)$/.test(n.op) || (n.op === "apply" && !definitions.has(n.name ?? ""));
  if ((random?.variables.size ?? 0) > 0 || [item.left, item.right].some((e) => some(e, isByForm))) return undefined;
  const endless = endlessIn(item.right);
  if (endless.length === 0 && !some(item.right, (n) => hasPlace(n, definitions))) return undefined;
  if (endless.some((n) => n.op !== "sum" || !divergesVisibly(n, item, tried, input))) return undefined;
  // the left side has values by itself
  if (!agreesUnder({ ...item, right: item.left }, tried, input)) return undefined;
  const reading = { ...input.reading, ...readAsIn(item.right) };
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

/** An integral, a sum with bounds, a quotient or a function of a formula that is known: where a value can be missed. What divides by names that are open has values for some of these. */
const hasPlace = (n: Expr, definitions: Plan["definitions"]): boolean =>
  /^(integral|sum|prod|evaluated)/.test(n.op) ||
  (n.op === "apply" && definitions.has(n.name ?? "")) ||
  ((/^(div|root|sqrt)$/.test(n.op) || (n.op === "call" && !/^(sin|cos|exp)$/.test(n.name ?? ""))) &&
    [...namesOf(n.op === "div" ? n.args[1] : n).symbols].every((name) => definitions.has(name)));

/** The sums, products and integrals in an expression that have no end. */
function endlessIn(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void (/^(sum|prod|integral)/.test(n.op) && n.args.slice(1).some((a) => hasSymbol(a, "\\infty")) && found.push(n)));
  return found;
}

/** Terms of one sign that fall no faster than 1/n: a series of which no value was found, as its terms leave the range of doubles, may have one. */
function divergesVisibly(sum: Expr, item: Item, tried: Tried, input: JudgeInput): boolean {
  const [body] = sum.args;
  const { span } = sum;
  const term = (n: number): Expr => rewrite(body, (x) => (x.op === "symbol" && x.name === sum.name ? number(n, x.span) : x));
  const times = (...args: Expr[]): Expr => node("mul", args, span, undefined, { style: "cdot" });
  const scaled = (n: number): Expr => times(number(n, span), node("absolute", [term(n)], span));
  const isMet = (left: Expr, right: Expr): boolean =>
    agreesUnder({ ...item, left, right, relation: ">", role: "claim", made: true, fact: undefined }, tried, input);
  return isMet(times(term(FAR), term(FAR + 1)), number(0, span)) && isMet(scaled(2 * FAR), times(number(SHARE, span), scaled(FAR)));
}
