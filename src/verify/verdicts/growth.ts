/** The verdict on an equality up to terms of known growth whose sides differ by more, with the stroke that mends it. */

import type { Item } from "../../derivation/facts/items";
import { expandedFunction } from "../../derivation/plans/expansions";
import { parseOnce } from "../../derivation/reading/chains";
import { type Expr, some } from "../../expression/tree";
import type { Candidate } from "../../fixes/site";
import { strokes } from "../../fixes/strokes";
import { isLandau } from "../../notation/calculus/landau";
import { doubtOf } from "../accusing/doubt";
import { fixesOf, nextItem } from "../accusing/repairs";
import { witnessOf } from "../accusing/witness";
import { evidenceOf, remedyOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import type { Tested } from "./judging";

/** Strokes of the pen up to this cost. */
const STROKE = 1.45;
/** What is tried and what is offered, at most. */
const [TRIED, OFFERED] = [60, 2];
/** The same for a function without a formula, of which every value is costly. */
const FEW = 16;

export function ofGrowth({ item, input, shared, last }: Tested): Step | undefined {
  const { outcome, plan } = last;
  if (outcome.kind !== "differs" || outcome.growth === undefined) return undefined;
  const next = nextItem(item, input);
  const materials = [item.link.left.tokens, ...(next ? [next.link.right.tokens] : [])];
  const holds = (tokens: typeof item.link.right.tokens): boolean => {
    const right = parseOnce({ ...item.link.right, tokens: [...tokens] }, input.reading);
    return tryPlan({ ...item, right }, plan, input).outcome.kind === "agrees";
  };
  const mends: ReturnType<typeof strokes> = [];
  for (const c of strokes(item.link.right.tokens, input.text, materials, STROKE)
    .filter((c) => !weakens(c, item.right))
    .slice(0, expandedFunction(item.left, item.right) ? FEW : TRIED))
    if (mends.length < OFFERED && holds(c.tokens)) mends.push(c);
  const doubt = mends.length === 0 && !isOfAnyFunction(item, input) ? doubtOf(item, last, input) : undefined;
  if (doubt) return { ...shared, verdict: "unchecked", ...doubt, evidence: evidenceOf(outcome, input.seed) };
  const { near, order, at } = outcome.growth;
  const witness = witnessOf(item, last);
  const how = order ? `by what behaves ${order}, which is more than its last term allows` : "by more than its last term allows";
  return {
    ...shared,
    verdict: "fails",
    code: "growth/exceeds",
    message: `Does not hold: as ${near} the sides differ ${how}.${mends[0] ? remedyOf(mends[0]) : ""}`,
    witness: { ...witness, values: { ...witness.values, ...at } },
    ...(mends.length > 0 ? { fixes: fixesOf({ candidates: mends }, input.range) } : {}),
    evidence: evidenceOf(outcome, input.seed),
  };
}

/** An expansion of a function of which no equation says anything: it holds for any, or is wrong. */
function isOfAnyFunction(item: Item, input: JudgeInput): boolean {
  const name = expandedFunction(item.left, item.right);
  const speaks = (e: Expr): boolean => some(e, (n) => (n.op === "apply" && n.name === name) || (n.op === "symbol" && n.name?.replace(/'+$/, "") === name));
  const isSaid = (f: Item): boolean => f.order < item.order && f.fact !== undefined && [f.left, f.right].some(speaks) && !expandedFunction(f.left, f.right);
  return name !== undefined && !input.environment.facts(item).some(isSaid);
}

/** An edit of the bound: what is claimed would be less, not right. */
const weakens = (c: Candidate, right: Expr): boolean => some(right, (n) => isLandau(n) && c.edits.some((e) => e.from >= n.span.from && e.to <= n.span.to));
