/** Estimates whose error the text bounds: "to within 0.001 the sum is about −0.823", "with an error less than 0.01". */
import { namesOf } from "../../expression/names";
import { node, number } from "../../expression/tree";
import { sentenceStart } from "../trying/case-start";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

/** Characters behind a formula in which its error may be told. */
const BEHIND = 120;
const TOLD =
  /\b(?:within|error|accurate to|accuracy|tolerance|off by)\b(?:\s+(?:is|of|at|most|an?|no|more|less|smaller|than|bounded|by|under|below|about|to|within))*[\s,$]*(0?\.\d+)/gi;

export const toldTolerance: Excuse = (item, input) => {
  const { left, right, relation, link } = item;
  if (!/^[=≈]$/.test(relation) || namesOf(left, right).symbols.size > 1) return undefined;
  const around = [
    input.text.slice(sentenceStart(item, input.text), link.left.from),
    input.text.slice(link.right.to, link.right.to + BEHIND).split(/\n\s*\n/)[0],
  ];
  const told = around.flatMap((words) => [...words.matchAll(TOLD)].map((m) => m[1]));
  const gap = node("absolute", [node("add", [left, node("neg", [right], right.span)], left.span)], left.span);
  const isMet = (bound: string): boolean =>
    tryPlan({ ...item, left: gap, right: number(bound, right.span), relation: "<=" }, { definitions: new Map(), conditions: [], unused: [] }, input).outcome
      .kind === "agrees";
  return told.some(isMet) ? unjudged("approximation/rounding", "Not checked: the sides differ by less than the error that the text allows.") : undefined;
};
