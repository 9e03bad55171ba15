/** Values put into a formula: v = \\sqrt{2 \\cdot 9.8 \\cdot 6} where v = \\sqrt{2gh}, g = 9.8 and h = 5 were said. The same formula with other numbers is a slip. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { cueOf } from "../../derivation/roles/words-before";
import { isConstantName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { type Expr, rewrite, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";

/** So deep do names lead to names. */
const DEPTH = 6;

const isLone = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
const isClosed = (e: Expr): boolean => [...allNames([e])].every((n) => isConstantName(n));

/** Whether a step writes the formula of a name with numbers in it, of which the values that are known nearby are others. */
export function putsInOtherValues(item: Item, last: Tried, input: JudgeInput): boolean {
  const { outcome, plan } = last;
  if (item.relation !== "=" || item.link.index > 0 || item.premise || !isLone(item.left) || !isClosed(item.right)) return false;
  if (outcome.kind !== "differs" || outcome.holdsIn.length > 0 || plan.unused.length > 0 || cueOf(item.link) === "given") return false;
  const body = plan.definitions.get(symbolName(item.left))?.body;
  if (!body || isClosed(body)) return false;
  const used = new Set<string>();
  const put = inNumbers(body, last, used, DEPTH);
  if (!isClosed(put) || used.size === 0 || ![...used].every((name) => isNear(name, last, item, input))) return false;
  return shapeOf(put) === shapeOf(item.right) || isOneValueAway(item, last, used, input) || isSaidToFollow(item, used, last, input);
}

/** "…, we get", "Then": the value is what the values before it come to. */
const FOLLOWS = /\b(then|so|hence|thus|therefore|we (get|obtain|find|have)|gives?|giving|yields?|yielding|results? in)\b/i;
/** Another case, or a value that is wished for. */
const ELSE =
  /\b(if|when|instead|otherwise|another|other|first|second|third|next|later|new|after|before|until|must|should|would|could|need|want|require\w*|suppose|assume|let|unless|not|but|however|change\w*|increas\w*|decreas\w*|double\w*|half|maxim\w*|minim\w*|approx\w*|about|roughly|guess|say)\b/i;
/** The next item of a list is another case. */
const NEXT_ITEM = /\\item|\n\s*[-*]\s/;
/** Characters between the last of the values and what follows from them. */
const BETWEEN = 100;

/** A number right behind the values of all names that its formula speaks of, and a word that leads from them to it. */
function isSaidToFollow(item: Item, used: ReadonlySet<string>, { plan }: Tried, { text }: JudgeInput): boolean {
  const value = item.right.op === "neg" ? item.right.args[0] : item.right;
  const ends = [...used].map((name) => plan.definitions.get(name)?.span.to ?? Number.POSITIVE_INFINITY);
  const between = text.slice(Math.max(...ends), item.link.left.from);
  // "… gives F = 6. On that body, …": what was found is in another sentence
  const sentence = between.split(/[.!?;]\S*\s+/).pop() ?? "";
  return (
    value.op === "number" &&
    between.length <= BETWEEN &&
    FOLLOWS.test(sentence) &&
    !ELSE.test(between) &&
    !NEXT_ITEM.test(between) &&
    !/\n\s*\n/.test(between.replace(/\$\$\s*$/, ""))
  );
}

/** So many numbers of the right side are looked at. */
const NUMBERS = 12;

/** Whether one number of the right side, made the known value of a name, would let the step hold. */
function isOneValueAway(item: Item, last: Tried, used: ReadonlySet<string>, input: JudgeInput): boolean {
  const numbers: Expr[] = [];
  walk(item.right, (n) => void (n.op === "number" && numbers.push(n)));
  if (numbers.length < 2 || numbers.length > NUMBERS) return false;
  const values = [...used].flatMap((name) => last.plan.definitions.get(name)?.body ?? []).filter((v) => v.op === "number");
  return numbers.some((n) =>
    values.some((v) => v.name !== n.name && agreesUnder({ ...item, right: rewrite(item.right, (x) => (x === n ? { ...v, span: n.span } : x)) }, last, input)),
  );
}

function inNumbers(e: Expr, last: Tried, used: Set<string>, depth: number): Expr {
  return rewrite(e, (n) => {
    const d = isLone(n) ? last.plan.definitions.get(symbolName(n)) : undefined;
    if (!d || d.params.length > 0 || d.indexed || depth === 0) return n;
    if (isClosed(d.body)) used.add(symbolName(n));
    return inNumbers(d.body, last, used, depth - 1);
  });
}

/** The value was said in this paragraph or the one before. */
function isNear(name: string, { plan }: Tried, item: Item, input: JudgeInput): boolean {
  const span = plan.definitions.get(name)?.span;
  const { paragraph } = item.link.statement.block;
  return input.environment
    .facts(item)
    .some((f) => f.fact && "span" in f.fact && f.fact.span === span && f.scope === item.scope && Math.abs(paragraph - f.link.statement.block.paragraph) <= 1);
}

/** The operations of an expression, whatever their numbers and their order. */
function shapeOf(e: Expr): string {
  const found: string[] = [];
  walk(e, (n) => {
    if (n.op === "number" || (n.op === "neg" && n.args[0].op === "number")) {
      found.push("#");
      return false;
    }
    // a product of products is one
    found.push(n.op === "mul" || n.op === "add" ? n.op : `${n.op} ${n.name ?? ""}`);
    return true;
  });
  return found.sort().join();
}
