/** Values that a name has in one case of several that words tell: "k = 0 if none is found, and k = 1 if all are", "Otherwise, k = 2". */
import type { Item } from "../../derivation/facts/items";
import type { Expr } from "../../expression/tree";
import { sentenceBefore } from "../trying/case-start";
import type { Excuse } from "./excuse";
import { behind } from "./sentences";

const isNumber = (e: Expr): boolean => e.op === "number" || (e.op === "neg" && isNumber(e.args[0]));
const isValue = ({ left, right, relation }: Item): boolean => relation === "=" && /^(symbol|indexed)$/.test(left.op) && isNumber(right);

/** The case is told by words, not by a formula that could be used. */
const IF_WORDS = /^[\s,]*(if|when|whenever|unless)\s+[a-z]+\s+[a-z]/i;
const OTHERWISE = /(^|[.;:]\s*|\\[a-z]+\s*|^\s*[-*]\s*)(otherwise|else)[\s,]*$/im;

/** "Repeat this using $n = 50$": a value to go on with, whatever it was before. */
const USING = /\b(?:repeat|rerun|run|redo|try|test|again|compute|simulate|plot)\b[^.;:]{0,60}\b(?:using|with|for)\s*$/i;

export const valueOfCase: Excuse = (item, input) => {
  if (item.relation === "!=" && item.link.index === 0 && /\b(such that|with|where)\s*$/i.test(item.link.statement.prose))
    return { verdict: "given", code: "step/given", message: "Taken as given: it tells this case from another." };
  if (isOfOtherCase(item, input)) return { verdict: "given", code: "step/given", message: "Taken as given: the value in one of several cases." };
  if (isOfOtherLaw(item, input)) return { verdict: "given", code: "step/given", message: "Taken as given: how likely a value is of something else." };
  if (!isValue(item) || item.link.statement.block.display) return undefined;
  if (item.link.index === 0 && item.left.op !== "apply" && USING.test(item.link.statement.prose))
    return { verdict: "given", code: "step/given", message: "Taken as given: a value that is to be used here." };
  const isCase = IF_WORDS.test(behind(item, input.text).rest) || OTHERWISE.test(sentenceBefore(item, input.text));
  return isCase ? { verdict: "given", code: "step/given", message: "Taken as given: the value in one of several cases." } : undefined;
};

/** "For a biased coin, p(1) = 0.9": of another thing than the formula for p was of. */
const OTHER_THING = /\b(unfair|biased|loaded|weighted|crooked|another|different|other|second)\b/i;
const isOfOtherLaw = (item: Item, { text }: Parameters<Excuse>[1]): boolean =>
  item.relation === "=" &&
  item.left.op === "apply" &&
  /^[pqPQ]$/.test(item.left.name ?? "") &&
  isNumber(item.right) &&
  item.left.args.every(isNumber) &&
  OTHER_THING.test(sentenceBefore(item, text));

const numberOf = (e: Expr): number => (e.op === "neg" ? -numberOf(e.args[0]) : e.op === "number" ? Number(e.name) : Number.NaN);

/** "g(x) = 1 if 0 < x ≤ 1, and g(0) = 0": a value where the condition of the formula before it does not hold. */
function isOfOtherCase(item: Item, { groups, text }: Parameters<Excuse>[1]): boolean {
  const { left, relation, link } = item;
  const [at] = left.args;
  if (relation !== "=" || left.op !== "apply" || left.args.length !== 1 || !Number.isFinite(numberOf(at))) return false;
  const near = groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.link.statement.block.paragraph === link.statement.block.paragraph);
  const formula = [...near].reverse().find((i) => i.fact?.kind === "definition" && i.fact.name === left.name && i.fact.params.length === 1);
  if (formula?.fact?.kind !== "definition") return false;
  const between = text.slice(formula.link.right.to, link.left.from);
  if (!/^\W*(?:if|when|whenever|for|unless)\b(?! (?:all|any|every|each)\b)/i.test(between) || /[.;:]\s/.test(between)) return false;
  const [param] = formula.fact.params;
  const orders = near.filter((i) => i.order > formula.order && /^[<>]=?$/.test(i.relation));
  return !orders.length || orders.some((i) => isBroken(i, param, numberOf(at)));
}

/** Whether an order between a name and a number is false at a value. */
function isBroken({ left, right, relation }: Item, name: string, value: number): boolean {
  const [a, b] = [left, right].map((e) => (e.op === "symbol" && e.name === name ? value : numberOf(e)));
  if (Number.isNaN(a) || Number.isNaN(b)) return false;
  return !(relation === "<" ? a < b : relation === "<=" ? a <= b : relation === ">" ? a > b : a >= b);
}
