/** Equations that contradict the ones they stand behind, and that one stroke of the pen makes follow from them: no new equation is met so. */

import { wantedNames } from "../../checks/implication";
import { truthAt } from "../../checks/points";
import { freeNames, solutionsOf } from "../../checks/solutions";
import { allNames } from "../../derivation/all-names";
import { parseOnce } from "../../derivation/chains";
import { definitionsFor } from "../../derivation/facts-in-force";
import { isNextOfList } from "../../derivation/initial-values";
import { hasError, type Item, type ItemGroup } from "../../derivation/items";
import { sumsAsIn } from "../../derivation/wide-sums";
import { lastFragment } from "../../document/cues";
import { all, assertionOf, relation } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, number, same, some, walk } from "../../expression/tree";
import type { Candidate } from "../../fixes/site";
import { strokes } from "../../fixes/strokes";
import { attemptDirection, prepare, withReason } from "../answers/arrows";
import { pointInWords } from "../figure";
import { remedyOf } from "../messages";
import { caseStart, sentenceStart } from "../trying/case-start";
import { isHeavy, isValue, premises, restsOnFailure, SOLVING } from "../trying/consequences";
import { joinedBefore } from "../trying/joined-conclusions";
import type { JudgeInput } from "../trying/trial";
import type { Judgement } from "./failing";
import { fixesOf } from "./repairs";

/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** Also those that leave out or put in a square, where one row is solved for a name in the next. */
const SOLVED = 1.75;
/** Edits that are looked at in full, and that are offered. */
const LOOKED = 4;
/** Points at which a premise must be met. */
const ENOUGH = 3;
/** The share of the solutions in several unknowns that one branch of them has: v = √(2gh) of v² = 2gh, t = 2u/g of t(u − gt/2) = 0. */
const BRANCH = 0.3;
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
    ELSE.test(`${statement.row === 0 ? lastFragment(statement.prose) : ""} ${statement.lead}`)
  )
    return undefined;
  const sentence = input.text.slice(sentenceStart(item, input.text), item.link.left.from);
  if (!SAID_AGAIN.test(statement.prose) && (putsInPoint(sentence) || putsInValue(`${sentence} ${statement.lead}`, item.left))) return undefined;
  const joined = joinedBefore(item, input.groups);
  const before = (premisesOf(item, input) ?? []).filter((f) => !joined.some((j) => j.link.statement === f.link.statement));
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
  const passing = before.findIndex((f) => isPassing(f, item));
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
  return a.block !== b.block || alike((i) => unknowns(i.right) === 0 && unknowns(i.left) > 1) || alike((i) => /^(symbol|indexed)$/.test(i.left.op));
}

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

/** "x = a + b or x = a - b", "g(z) = … or g(z) = z": another value of the same name. */
const isSecond = (item: Item, f: Item): boolean => /\bor\b[\s,]*$/i.test(`${item.link.statement.prose} ${item.link.statement.lead}`) && same(item.left, f.left);

/** The judgement of a statement that is wrong wherever these equations hold, where a stroke makes it follow from them. */
export function slipAgainst(item: Item, used: readonly Item[], input: JudgeInput): Judgement | undefined {
  const facts = input.environment.facts(item);
  const parts = used.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
  const claimed = assertionOf(item.left, "=", item.right);
  if (parts.length < used.length || !claimed) return undefined;
  const functions = new Map(
    [...definitionsFor(item, allNames([...used, item].flatMap((i) => [i.left, i.right])), facts)].filter(([, d]) => d.params.length > 0),
  );
  const attempt = { definitions: functions, extra: [] };
  const conditions: readonly Item[] = facts.filter((f) => f.fact?.kind === "condition");
  const against = (right: Expr, given: readonly Item[]) => attemptDirection(all(parts), relation(item.left, "=", right), attempt, item, given, input).found;
  // what is false wherever the equations hold is false where bounds hold, too; linear ones have no other branch that a bound would choose
  const first = against(item.right, conditions);
  const given = first.kind === "unknown" && [...used, item].every((f) => isLinear(f.left) && isLinear(f.right)) ? [] : conditions;
  const follows = (right: Expr) => against(right, given);
  const found = given === conditions ? first : follows(item.right);
  if (found.kind !== "broken" || !found.always || found.open || found.rough || found.region) return undefined;
  // a sum of no terms meets anything
  const counts = countsIn([...used, item].flatMap((i) => [i.left, i.right]));
  if (Object.entries(found.witness ?? {}).some(([name, value]) => counts.has(name) && Number(value) < 1)) return undefined;
  const partly = new Set<Expr>();
  const formulas = facts.filter((f) => f.fact?.kind === "definition" && functions.get(f.fact.name)?.span === f.fact.span);
  const mended = candidates(item, used, formulas, input, (rights) => {
    const made = prepare(all(parts), claimed, attempt, item, given, input);
    if (!("scope" in made)) return [];
    const kept = withReason(() => {
      const solved = solutionsOf(made.scope, made.from, [made.to], wantedNames(made.to));
      if (!solved || solved.points.worlds.length < (solved.pinned ? 1 : ENOUGH)) return [];
      const left = made.plain(item.left);
      return rights.map((right) => {
        const truth = withReason(() => truthAt(made.scope.bench, relation(left, "=", made.plain(right)), solved.points));
        if (!(truth instanceof Float64Array)) return false;
        if (truth.every((t) => t === 1)) return true;
        if (solved.pinned || !/^(symbol|indexed)$/.test(item.left.op) || some(right, (n) => same(n, item.left))) return false;
        const zero = truthAt(made.scope.bench, relation(left, "=", number(0)), solved.points);
        const met = truth.filter((t, i) => t === 1 && zero[i] === 0).length;
        if (met < Math.max(ENOUGH, BRANCH * truth.length)) return false;
        partly.add(right);
        return true;
      });
    });
    return Array.isArray(kept) ? kept : [];
  }).filter(({ right }) => {
    if (partly.has(right)) return true;
    const f = follows(right);
    return f.kind === "follows" && (!f.unless || !f.pinned);
  });
  if (mended.length === 0) return undefined;
  const [{ edit }] = mended;
  const at = pointInWords(found.witness);
  return {
    verdict: "fails",
    code: "equation/contradicts",
    message: `Does not follow: it is false ${at ? `at ${at}, ` : ""}where what stands before it is true.${remedyOf(edit, "It follows")}`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
    fixes: fixesOf({ candidates: mended.map((m) => m.edit) }, input.range),
  };
}

/** A sum of numbers, names, and numbers times names. */
const isLinear = (e: Expr): boolean =>
  /^(number|symbol|indexed)$/.test(e.op) ||
  (/^(add|neg)$/.test(e.op) && e.args.every(isLinear)) ||
  (e.op === "mul" && e.args.every(isLinear) && e.args.filter((a) => allNames([a]).size > 0).length <= 1) ||
  (e.op === "div" && isLinear(e.args[0]) && allNames([e.args[1]]).size === 0);

/** The names up to which sums and products run. */
function countsIn(sides: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      const to = /^(sum|prod)$/.test(n.op) ? n.args[n.args.length - 1] : undefined;
      if (to?.op === "symbol") found.add(to.name ?? "");
    });
  return found;
}

interface Mended {
  readonly edit: Candidate;
  readonly right: Expr;
}

/** The strokes after which the equation passes a quick look and is no mere repetition. */
function candidates(
  item: Item,
  used: readonly Item[],
  formulas: readonly Item[],
  input: JudgeInput,
  passing: (rights: readonly Expr[]) => readonly boolean[],
): Mended[] {
  const all: Mended[] = [];
  const reading = { ...input.reading, ...sumsAsIn(item.right) };
  for (const edit of strokes(
    item.link.right.tokens,
    input.text,
    [item.link.left.tokens, ...[...used, ...formulas].flatMap((f) => [f.link.left.tokens, f.link.right.tokens])],
    used.length === 1 && isSolvedBelow(item, used[0]) ? SOLVED : STROKE,
  )) {
    const right = parseOnce({ ...item.link.right, tokens: edit.tokens }, reading);
    if (!hasError(right) && !same(right, item.left) && !used.some((f) => restates(item.left, right, f))) all.push({ edit, right });
  }
  const pass = passing(all.map((m) => m.right));
  return all.filter((_, i) => pass[i]).slice(0, LOOKED);
}

/** The next row of a display, in the same names, for one of them. */
function isSolvedBelow({ left, right, link }: Item, before: Item): boolean {
  const [a, b] = [before.link.statement, link.statement];
  const [own, other] = [freeNames([left, right]), freeNames([before.left, before.right])];
  return (
    a.block === b.block &&
    b.row === a.row + 1 &&
    /^(symbol|indexed)$/.test(left.op) &&
    !/^(symbol|indexed)$/.test(before.left.op) &&
    !freeNames([right]).has(left.name ?? "") &&
    own.size === other.size &&
    [...own].every((n) => other.has(n))
  );
}

/** The same equation again: another value of a name, or another line of a kind. */
const restates = (left: Expr, right: Expr, f: Item): boolean => (same(left, f.left) && same(right, f.right)) || (same(left, f.right) && same(right, f.left));
