/** Equations that contradict the ones they stand behind, and that one stroke of the pen makes follow from them: no new equation is met so. */

import { freeNames } from "../../checks/solutions";
import { isNextOfList } from "../../derivation/facts/initial-values";
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { languageOfText, withEnglishConnectives } from "../../document/connectives";
import { lastFragment } from "../../document/cues";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, same, some, walk } from "../../expression/tree";
import type { Judgement } from "../report";
import { caseStart, sentenceStart } from "../trying/case-start";
import { isHeavy, isValue, premises, restsOnFailure, SOLVING } from "../trying/consequences";
import { joinedBefore } from "../trying/joined-conclusions";
import type { JudgeInput } from "../trying/trial";
import { slipAgainst } from "./slips-against";

/** Words that begin something else than the next row. */
const ELSE =
  /\b(either|cases?|if|when|suppose|assume|let|other|another|example|similarly|also|instead|consider|contradict\w*|impossible|cannot|not|unless|inconsistent|approx\w*)\b/i;

/** Words that lead from one equation to the next. */
const LEADS =
  /\b(so|hence|thus|therefore|then|gives?|giving|we (get|obtain|have|find)|yields?|becomes?|simplif\w+|reduces?|rewrit\w+|that is|i\.e|means|implies|follows|or)\b/i;

/** The judgement of an equation that is taken as given and contradicts equations before it, where it is a slip in one that follows from them. */
export function unfollowedSlip(item: Item, input: JudgeInput): Judgement | undefined {
  const { statement } = item.link;
  if (item.relation !== "=" || item.role !== "soft" || item.link.index > 0 || item.link.continued || statement.system || (item.premise && !statement.arrow))
    return undefined;
  if (
    isPartOfValue(item) ||
    isSaidBefore(item, input.groups) ||
    isAlternative(item, input.groups) ||
    isHeavy(item) ||
    /\bsuch that\s*$/i.test(statement.prose) ||
    ELSE.test(`${statement.row === 0 ? lastFragment(statement.prose) : ""} ${statement.lead}`)
  )
    return undefined;
  const sentence = withEnglishConnectives(input.text.slice(sentenceStart(item, input.text), item.link.left.from), languageOfText(input.text));
  if (!SAID_AGAIN.test(statement.prose) && (putsInPoint(sentence) || putsInValue(`${sentence} ${statement.lead}`, item.left))) return undefined;
  const joined = joinedBefore(item, input.groups);
  const before = (premisesOf(item, input) ?? []).filter((f) => !isRowBeside(item, f) && !joined.some((j) => j.link.statement === f.link.statement));
  const beside = before.findIndex((f) => isBeside(item, f, joined[0] ?? item, input.groups));
  return slipBehind(item, beside < 0 ? before : before.slice(0, beside), input);
}

/** The judgement of a claim in a chain whose value the document does not tell by itself, where it contradicts the equations before it and a stroke makes it follow. */
export function slipInChain(item: Item, input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim" || !item.link.continued || isHeavy(item) || ELSE.test(item.link.statement.lead)) return undefined;
  const before = premisesOf(item, input);
  return before && slipBehind(item, before, input);
}

/** The equations before an item that it may follow from; undefined where one of them is of another case, or false. */
function premisesOf(item: Item, input: JudgeInput): Item[] | undefined {
  const before = premises(item, input.environment.facts(item), input.groups).filter((f) => !isOffered(f) && !isOfDifferential(f));
  const opened = caseStart(item, input.text);
  return before.some((f) => restsOnFailure(f, input) || f.link.left.from < opened || isSecond(item, f)) ? undefined : before;
}

/** dv = sin x dx, read as a product. */
const isOfDifferential = ({ left, right }: Item): boolean =>
  [left, right].some((e) => some(e, (n) => n.op === "mul" && n.args.some((a, i) => a.name === "d" && /^(symbol|indexed)$/.test(n.args[i + 1]?.op ?? ""))));

function slipBehind(item: Item, before: readonly Item[], input: JudgeInput): Judgement | undefined {
  const passing = before.findIndex((f, i) => isPassing(f, item) || before.slice(0, i).some((nearer) => isOtherCase(f, nearer, input.text)));
  for (let count = 1; count <= (passing < 0 ? before.length : passing); count++) {
    if (haveSeveralDerivatives(item, before.slice(0, count))) return undefined;
    const found = slipAgainst(item, before.slice(0, count), input);
    if (found) return found;
  }
  return undefined;
}

/** y' = v ⇒ y'' = v dv/dy: where several derivatives stand, one may be the derivative of what the equations say of another. */
function haveSeveralDerivatives({ left, right }: Item, before: readonly Item[]): boolean {
  const found: Expr[] = [];
  const collect = (e: Expr): void =>
    walk(e, (n) => {
      const isDerivative = n.op === "derivative" || (n.op === "symbol" && /'$/.test(n.name ?? ""));
      if (isDerivative && !found.some((d) => same(d, n))) found.push(n);
    });
  for (const side of [left, right]) collect(side);
  if (found.length === 0) return false;
  for (const f of before) for (const side of [f.left, f.right]) collect(side);
  return found.length > 1;
}

/** Between two formulas: the second is the first in another form, whatever the sentence is about. */
const SAID_AGAIN =
  /^[\s,;.]*(?:that is|i\.\s?e\.|or|equivalently|(?:which|this) (?:is|becomes|simplifies to|reduces to|can be written as)|simplifying)[\s,:]*$/i;

/** Nothing leads from one equation to the other, or to the first of the list that it ends: equations of one system, which need not have a solution, or a value of another case. */
function isBeside(item: Item, f: Item, start: Item, groups: readonly ItemGroup[]): boolean {
  const [a, b] = [f.link.statement, start.link.statement];
  const alike = (test: (i: Item) => boolean): boolean => test(item) && test(f);
  if (isValue(item) && isReadOff(item, f, groups)) return false;
  if (isValue(item) || (isValue(f) && a.block !== b.block)) return !b.arrow;
  const first = groups.find((g) => g.line.block === b.block)?.line;
  if (b.arrow || [b.lead, lastFragment(first?.prose ?? ""), wordsOfList(item, groups)].some((words) => LEADS.test(words) || SOLVING.test(words))) return false;
  if (isNextRow(item, f)) return false;
  return a.block !== b.block || alike(isRowOfSystem) || alike((i) => /^(symbol|indexed)$/.test(i.left.op));
}

/** Rows of one system: the words before a display lead to it, and from no row to the next. */
const isRowBeside = (item: Item, f: Item): boolean => {
  const { block, arrow, lead } = item.link.statement;
  return f.link.statement.block === block && !arrow && !LEADS.test(lead) && !isNextRow(item, f) && [item, f].every(isRowOfSystem);
};

/** A number on one side and several unknowns on the other. */
const isRowOfSystem = ({ left, right }: Item): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([value, sum]) => unknowns(value) === 0 && unknowns(sum) > 1);

/** The words that a list begins with, "then $A$ and $B$", of what is not its first. */
function wordsOfList({ link: { statement } }: Item, groups: readonly ItemGroup[]): string {
  const { block, id } = statement;
  for (let [at, now] = [id, statement]; isNextOfList(now) && now.prose !== ""; at--) {
    const before = groups.find((g) => g.line.id === at - 1)?.line;
    if (!before || before.block.display || before.block.paragraph !== block.paragraph) return "";
    if (!isNextOfList(before)) return lastFragment(before.prose);
    now = before;
  }
  return "";
}

/** "so 2 + 4t = 6 and t = 1": the value that the equation beside it says. */
const isReadOff = (item: Item, f: Item, groups: readonly ItemGroup[]): boolean => {
  const { statement: b } = item.link;
  const {
    left,
    right,
    link: { statement: a },
  } = f;
  return (
    b.id === a.id + 1 &&
    a.block.paragraph === b.block.paragraph &&
    /^\W*(?:and|so|hence|thus|whence)?\W*(?:so|hence|thus|therefore)?\W*$/i.test(b.prose || b.lead) &&
    LEADS.test(`${lastFragment(a.prose)} ${a.lead} ${wordsOfList(f, groups)}`) &&
    unknowns(node("tuple", [left, right], left.span)) === 1
  );
};

/** A display right behind another, in the same names, that are no two lines or planes: the next row of what is worked out. */
function isNextRow(item: Item, f: Item): boolean {
  const [a, b] = [f.link.statement, item.link.statement];
  if (!a.block.display || !b.block.display || b.id !== a.id + 1 || /[a-z]/i.test(`${b.prose} ${b.lead}`)) return false;
  const [own, other] = [allNames([item.left, item.right]), allNames([f.left, f.right])];
  const isBent = (e: Expr): boolean => some(e, (n) => n.op === "call" || (/^(pow|sqrt|root)$/.test(n.op) && unknowns(n.args[0]) > 0));
  return own.size === other.size && [...own].every((n) => other.has(n)) && [item, f].every((i) => isBent(i.left) || isBent(i.right));
}

/** How many names an expression speaks of, x_1 and x_2 as two. */
const unknowns = (e: Expr): number => new Set([...freeNames([e]), ...[...namesOf(e).indexed.values()].flat().map(symbolName)]).size;

/** The same equation stands before what contradicts it: that one is wrong, or neither is. */
const isSaidBefore = (item: Item, groups: readonly ItemGroup[]): boolean =>
  groups.some((g) => g.items.some((i) => i.order < item.order && i.relation === "=" && same(i.left, item.left) && same(i.right, item.right)));

/** a = b of "a = b = 0": both have the value, which is judged by itself. */
function isPartOfValue({ link: { statement } }: Item): boolean {
  const last = statement.links[statement.links.length - 1];
  return statement.links.length > 1 && statement.links.every((l) => l.sign.relation === "=") && last.right.tokens.every((t) => t.kind === "number");
}

/** "x = 1 or x = 3", "x - 1 = 0 or x + 1 = 0": a value beside another; "or" before a formula says it in other words. */
const isAlternative = ({ left, right, link: { statement } }: Item, groups: readonly ItemGroup[]): boolean => {
  if (!/\bor\b[\s,]*$/i.test(`${statement.prose} ${statement.lead}`) || freeNames([right]).size > 0) return false;
  const before = groups.find((g) => g.line.id === statement.id - 1)?.items.at(-1);
  return /^(symbol|indexed|apply)$/.test(left.op) || (before !== undefined && same(before.right, right));
};

/** "The line y = 2x + b passes through (1, 5), so …": a point is put in. */
const putsInPoint = (sentence: string): boolean => /\b(through|lies on)\b/i.test(sentence) && /\([^(),]{1,12},[^()]{1,20}\)/.test(sentence);

/** "At $t = 0$, $v = v_0$, so": what follows is said of one moment. "When $y(t) = 0$, so $t = …$" is solved for t. */
const putsInValue = (words: string, left: Expr): boolean =>
  [
    ...words.matchAll(
      /\b(?:at|when|with|for|initial (?:values?|conditions?)|set(?:ting)?|plug(?:ging)?|sub(?:bing)?|substitut\w+)\b[^$.]{0,40}\$([^$]*)=[^$]*\$/gi,
    ),
  ].some(([, value]) => !(left.op === "symbol" && /[([]/.test(value) && value.includes(left.name ?? "")));

/** "Is it $a = b$ or $a = c$?": one of two, and a question. */
const isOffered = ({ link: { statement } }: Item): boolean =>
  !statement.block.display && (/\bor\b\W*$/i.test(statement.prose) || /^\W*or\b|^[^.!]{0,40}\?/i.test(statement.after));

/** A value that a name had for some paragraphs before, x = 3 or 2x = 6: it need not be meant any more. */
const isPassing = (f: Item, item: Item): boolean =>
  freeNames([f.left, f.right]).size === 1 && item.link.statement.block.paragraph - f.link.statement.block.paragraph > 1;

/** a = b, and in a later formula a = -b: what the name is in another case. */
const isOtherCase = (f: Item, later: Item, text: string): boolean =>
  f.link.statement.block !== later.link.statement.block &&
  /^(symbol|indexed)$/.test(f.left.op) &&
  same(f.left, later.left) &&
  !same(f.right, later.right) &&
  /\b(for|if|when|case)\b/i.test(text.slice(sentenceStart(later, text), later.link.left.from));

/** "x = a + b or x = a - b", "g(z) = … or g(z) = z": another value of the same name. */
const isSecond = (item: Item, f: Item): boolean => /\bor\b[\s,]*$/i.test(`${item.link.statement.prose} ${item.link.statement.lead}`) && same(item.left, f.left);
