/** Tells an equation that is being solved from an identity that is wrong: later rows solve it, or the words say so. */

import { freeNames } from "../../checks/solutions";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { lastFragment } from "../../document/cues";
import { assertionOf, relation } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, number, same, some } from "../../expression/tree";
import { worksOut } from "../stationary/free-variables";
import type { JudgeInput } from "../trying/trial";
import { attemptDirection } from "./arrows";

/** So many statements are looked at. */
const AHEAD = 10;
const WORDS = /\b(solv(e|es|ed|ing)|solutions?|roots?|unknowns?|equations?|satisf\w+|possible values?|find (all|the values?))\b/i;
const SHOWN = /\b(identity|for (all|any|every|each)|expand\w*|rewrit\w+)\b/i;
/** "By partial fractions", "by long division": a formula in the same names is an identity. */
const DECOMPOSED = /\b(?:partial[- ]fractions?|long division|decompos\w+|telescop\w+|binomial theorem|difference of (?:two )?(?:squares|cubes)|conjugate)\b/i;
/** "Using sin² x = …", right before the formula: what is known. */
const KNOWN = /\b(?:us(?:e|es|ing)|by|because|recall(?: that)?|note that|remember that|identity|the fact that)[\s:]*$/i;
/** "We prove that", right before the formula. */
const PROVED = /\b(?:prov(?:e|es|ed|ing)|claim)(?:\s+(?:that|the\s+(?:formula|identity)))?[\s:]*$/i;

const namesIn = (...e: readonly Expr[]): Set<string> => {
  const names = namesOf(...e);
  return new Set([...freeNames(e), ...[...names.indexed.values()].flat().map(symbolName)].filter((n) => !names.bound.has(n)));
};
/** Numbers that have a letter: nothing is solved for them. */
const CONSTANT = /^(i|e|\\pi|\\mathrm\{[ie]\})$/;
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && [...a].every((n) => b.has(n));

/** Whether a lone equation in the same names on both sides is one to be solved. */
export function isToSolve(item: Item, input: JudgeInput): boolean {
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued || item.link.statement.links.length > 1) return false;
  const names = namesIn(item.left, item.right);
  if ([...names].every((n) => CONSTANT.test(n)) || some(item.left, hasUnknown) || some(item.right, hasUnknown)) return false;
  // right or wrong, nothing is solved
  if (worksOut(item, input) || differentiatesFormula(item)) return false;
  const { statement } = item.link;
  if (SHOWN.test(statement.prose.slice(-80)) || PROVED.test(statement.prose) || KNOWN.test(statement.prose)) return false;
  if (DECOMPOSED.test(lastFragment(statement.prose)) && within(namesIn(item.right), namesIn(item.left))) return false;
  const words = `${statement.prose.slice(-160)} ${statement.after.slice(0, 160)}`;
  if ((WORDS.test(words) || ASKED.test(sentenceBefore(item, input.text))) && names.size <= 2) return true;
  return !isSummed(item) && following(item, input).some((later) => solves(later, item, names, input));
}

/** d/ds (log s + s²) = 1/s + 2s: the derivative of a formula that is written out, as a formula in the same names. */
const differentiatesFormula = ({ left, right }: Item): boolean =>
  left.op === "derivative" &&
  !/^(derivative|symbol|indexed|apply)$/.test(left.args[0].op) &&
  !some(left, (n) => n.op === "apply") &&
  within(namesIn(right), namesIn(left.args[0]));

/** "Solve the equation for real $x$, $y$." right before it: nothing but the names stands between. */
const ASKED = /\b(?:solve|find (?:all|the)|determine (?:all|the))\b/i;

function sentenceBefore({ link: { statement } }: Item, text: string): string {
  if (/[\p{L}]/u.test(statement.prose)) return "";
  const { from } = statement.block.span;
  return lastFragment(text.slice(Math.max(0, from - 200), from).replace(/[\s.:$]+$/, ""));
}

/** A sum or a product up to a name that the other side speaks of, too: a formula for it, which nothing is solved from. */
const isSummed = ({ left, right }: Item): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([a, b]) =>
    some(a, (n) => /^(sum|prod)$/.test(n.op) && n.args.slice(1).some((to) => [...namesOf(to).symbols].some((name) => namesOf(b).symbols.has(name)))),
  );

const isOperator = (n: Expr): boolean => /^(statistic|integral|sum|prod|limit|derivative|gradient)/.test(n.op);
const hasUnknown = (n: Expr): boolean => n.op === "apply" && n.data?.order !== undefined;

/** The first signs of the statements behind it, in its scope. */
function following(item: Item, input: JudgeInput): Item[] {
  const at = input.groups.findIndex((g) => g.items.includes(item) || g.items.some((i) => i.order === item.order));
  return input.groups
    .slice(at + 1, at + 1 + AHEAD)
    .flatMap((g) => g.items.slice(0, 1))
    .filter((i) => i.scope === item.scope && i.relation === "=");
}

/** The same equation again, either way round, solves nothing. */
const restates = (later: Item, item: Item): boolean =>
  (same(later.left, item.left) && same(later.right, item.right)) || (same(later.left, item.right) && same(later.right, item.left));

/** A value of one of its names, an equation with zero on a side, or one that its solutions satisfy and other numbers do not. */
function solves(later: Item, item: Item, names: ReadonlySet<string>, input: JudgeInput): boolean {
  const own = namesIn(later.left, later.right);
  if (later.link.continued || !within(own, names) || restates(later, item)) return false;
  const lone = [
    [later.left, later.right],
    [later.right, later.left],
  ].find(([a]) => a.op === "symbol" || a.op === "indexed");
  // what an operator is worked out to, Var(z) = s, is no solution for s
  // the value of one of several names that an integral is worked out in is that of an example
  if (lone && names.size > 2 && /^(integral|statistic)/.test(item.left.op) && namesIn(lone[1]).size === 0) return false;
  if (lone) return !namesIn(lone[1]).has(symbolName(lone[0])) && !(lone[0] === later.right && some(later.left, isOperator));
  if ([later.left, later.right].some((e) => namesIn(e).size === 0 && !some(e, isOperator))) return true;
  // formulas side by side in one row are a list
  const [a, b] = [item.link.statement, later.link.statement];
  if (names.size > 1 || (a.block === b.block && a.row === b.row && a.order !== b.order && !b.arrow)) return false;
  const premise = assertionOf(item.left, "=", item.right);
  const conclusion = assertionOf(later.left, "=", later.right);
  if (!premise || !conclusion) return false;
  const facts = input.environment.facts(item);
  const functions = new Map(
    [...definitionsFor(item, allNames([item.left, item.right, later.left, later.right]), facts)].filter(([, d]) => d.params.length > 0),
  );
  const attempt = { definitions: functions, extra: [] };
  const followed = attemptDirection(premise, conclusion, attempt, item, [], input).found;
  if (followed.kind !== "follows" || !followed.pinned) return false;
  // an identity follows from anything
  const always = attemptDirection(relation(number(0), "=", number(0)), conclusion, attempt, item, [], input).found;
  return always.kind === "broken";
}
