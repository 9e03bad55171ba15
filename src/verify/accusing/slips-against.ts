/** A statement that is wrong wherever some equations hold, and the strokes of the pen after which it follows from them. */

import { wantedNames } from "../../checks/implication";
import { truthAt } from "../../checks/points";
import { freeNames, solutionsOf } from "../../checks/solutions";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import { hasError, type Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { parseOnce } from "../../derivation/reading/chains";
import { readAsIn } from "../../derivation/reading/wide-sums";
import { all, assertionOf, relation } from "../../expression/assertion";
import { type Expr, number, same, some, walk } from "../../expression/tree";
import type { Candidate } from "../../fixes/site";
import { strokes } from "../../fixes/strokes";
import { attemptDirection, prepare, withReason } from "../answers/arrows";
import { pointInWords } from "../figure";
import { remedyOf } from "../messages";
import type { Judgement } from "../report";
import type { JudgeInput } from "../trying/trial";
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

/** The judgement of a statement that is wrong wherever these equations hold, where a stroke, or what costs no more than `most`, makes it follow from them. */
export function slipAgainst(item: Item, used: readonly Item[], input: JudgeInput, most = STROKE): Judgement | undefined {
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
  const mended = candidates(item, used, formulas, input, most, (rights) => {
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
  most: number,
  passing: (rights: readonly Expr[]) => readonly boolean[],
): Mended[] {
  const all: Mended[] = [];
  const reading = { ...input.reading, ...readAsIn(item.right) };
  for (const edit of strokes(
    item.link.right.tokens,
    input.text,
    [item.link.left.tokens, ...[...used, ...formulas].flatMap((f) => [f.link.left.tokens, f.link.right.tokens])],
    used.length === 1 && isSolvedBelow(item, used[0]) ? Math.max(SOLVED, most) : most,
  )) {
    const right = parseOnce({ ...item.link.right, tokens: edit.tokens }, reading);
    if (!hasError(right) && !isOfItself(item, right) && !used.some((f) => restates(item.left, right, f))) all.push({ edit, right });
  }
  const pass = passing(all.map((m) => m.right));
  return all.filter((_, i) => pass[i]).slice(0, LOOKED);
}

/** The edit says a name by the name itself, \\bar x = Σ \\bar x / n: it tells nothing of it. */
const isOfItself = ({ left, right }: Item, changed: Expr): boolean =>
  same(changed, left) || (/^(symbol|indexed)$/.test(left.op) && some(changed, (n) => same(n, left)) && !some(right, (n) => same(n, left)));

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
