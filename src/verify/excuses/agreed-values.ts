/** Letters of constants that get a value by agreement: π = 3 for an estimate, e = 1.602 · 10^{-19} for a charge; sizes in decibels, which are rounded; and definitions that others agree on. */
import type { Item } from "../../derivation/facts/items";
import { isNumberName } from "../../expression/constants";
import { type Expr, some } from "../../expression/tree";
import { sentenceBefore, sentenceStart } from "../trying/case-start";
import type { JudgeInput } from "../trying/trial";
import { type Excuse, unjudged } from "./excuse";
import { behind } from "./sentences";

/** e = 1.602 · 10^{-19} of this part: no power of e, and not its number. */
const isCharge = (item: Item, { groups }: JudgeInput): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => n.op === "symbol" && n.name === "e")) &&
  groups.some(({ items }) =>
    items.some((i) => i.order < item.order && i.relation === "=" && i.left.op === "symbol" && i.left.name === "e" && isFarFromE(i.right)),
  );

const isFarFromE = (e: Expr): boolean => {
  const first = e.op === "mul" ? e.args[0] : e;
  return first.op === "number" && (e.op === "mul" || Math.abs(Number(first.name) - Math.E) > 0.05);
};

/** "With $e \\approx 2.7$ we get": the same sentence says how the letter is rounded, and the step has decimals. */
const isRounded = (item: Item, text: string): boolean => {
  const [, letter] = /(?:^|[^a-zA-Z\\])(e|\\pi)\s*\\approx\s*\d/.exec(text.slice(sentenceStart(item, text), item.link.left.from)) ?? [];
  const has = (test: (n: Expr) => boolean): boolean => [item.left, item.right].some((e) => some(e, test));
  return letter !== undefined && has((n) => n.op === "symbol" && n.name === letter) && has((n) => n.op === "number" && (n.name ?? "").includes("."));
};

/** "Five terms give $\\pi \\approx 3.142013$": what a method yields for π is near it and no rounding of it. */
const isEstimate = ({ left, right, relation }: Item, sentence: string): boolean =>
  relation === "≈" &&
  left.op === "symbol" &&
  left.name === "\\pi" &&
  right.op === "number" &&
  Math.abs(Number(right.name) - Math.PI) < 0.05 &&
  /\b(estimat\w+|approximat\w+|using|terms?|series|sums?|sides|polygons?|samples?|method|trials?|iterations?)\b/i.test(sentence);

/** "The step function is sometimes defined with $u(0) = \\frac12$": what others agree on. */
const ELSEWHERE =
  /\b(sometimes|often|also|elsewhere|alternatively|(some|many|other) (authors|books|texts|people))\b[^.;]{0,20}\b(defined?|tak(e|en)|set|put)\b[^.;]{0,20}$/i;

export const agreedValue: Excuse = (item, input) => {
  const { text } = input;
  if (isRounded(item, text)) return unjudged("context/rounded", "Not judged: the text rounds a constant.");
  if (isEstimate(item, sentenceBefore(item, text))) return unjudged("context/rounded", "Not judged: an estimate need not be a rounded value.");
  if (item.link.statement.links.length === 1 && ELSEWHERE.test(sentenceBefore(item, text)))
    return { verdict: "given", code: "step/given", message: "Taken as given: another definition, which is spoken of here." };
  if (isCharge(item, input)) return unjudged("context/letter", "Not judged: $e$ has a value of its own in this document.");
  const { left, right, relation, link } = item;
  const isPlain = !some(right, (n) => n.op === "symbol" || n.op === "apply" || n.op === "indexed");
  if (relation === "=" && link.index === 0 && !link.continued && left.op === "symbol" && isNumberName(left.name) && isPlain)
    return { verdict: "given", code: "step/given", message: "Taken as given: a value that the letter has by agreement here." };
  const { rest } = behind(item, text);
  return /^\s*(dB|decibels?)\b/i.test(rest) ? unjudged("context/rounded", "Not judged: a number of decibels may be rounded.") : undefined;
};
