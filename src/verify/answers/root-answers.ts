/** Values that are told as the solutions of an equation: each is put into the equation that asked for it. */
import type { Followed } from "../../checks/implication";
import { freeNames } from "../../checks/solutions";
import type { Item } from "../../derivation/facts/items";
import { isRenaming } from "../../derivation/facts/no-facts";
import { lastFragment } from "../../document/cues";
import { type Assertion, all, assertionOf, relation } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, same } from "../../expression/tree";
import type { Judgement } from "../report";
import { premises, restsOnFailure } from "../trying/consequences";
import { joinedBefore } from "../trying/joined-conclusions";
import { isOfOtherItem } from "../trying/list-items";
import type { JudgeInput } from "../trying/trial";
import { attemptDirection, list } from "./arrows";
import { extraneous } from "./extraneous-roots";
import { meantBy, valueFix } from "./value-fixes";

/** Words between an equation and a value that say the value was found, and others that say it was chosen or belongs to something else. */
const FOUND =
  /\b(so|hence|thus|therefore|gives?|giving|we (get|obtain|have|find)|yields?|(solutions?|roots?|zeros?|answers?) (is|are)|means|implies|follows?|leads? to)\b/i;
const CHOSEN =
  /\b(if|case|cases|when|where|either|let|suppose|assume|consider|put|puts|putting|set|setting|take|taking|choose|try|trying|test|testing|check|checking|plug\w*|substitut\w*|guess|instead|second|another|similarly|also|example|initial|start\w*|at|for|with|minimum|maximum|minimi\w+|maximi\w+|but|however|since|because|not|approx\w*|about|roughly|nearly|modulo|mod|base)\b/i;
/** "The roots of … are x = 2 and x = 3": of nothing else. */
const ROOTS_OF = /\b(roots?|solutions?|zeros?) (of|to|for) (the equation\s*)?$/i;
const LISTED = /^\s*(is|are)\b([\s,:¤]|\b(and|or|both|exactly|just|the real numbers?)\b)*$/i;
/** The words between two places, with a mark in place of formulas. */
const wordsOf = (between: string): string =>
  between
    .replace(/^(\s|\\[)\]]|\$)*/, "")
    .replace(/\$\$?[^$]*\$\$?|\\\(.*?\\\)|\\\[.*?\\\]/gs, "¤")
    .replace(/(\$|\\[([])\s*$/, "");
/** How far an equation stands from its answers: characters, and paragraphs: displays between blank lines are paragraphs of their own. */
const NEAR = { characters: 240, paragraphs: 3 };

/** "Solving the system of equations": the equations were put together over some paragraphs. */
const SYSTEM = /\b(systems?|equations|simultaneous\w*)\b/i;
const SYSTEM_NEAR = 4;

/** Whether a value that is told as a solution solves the equation before it; undefined where nothing says that it is meant to. */
export function rootAnswer(item: Item, input: JudgeInput): Judgement | undefined {
  if (item.role !== "soft" || item.relation !== "=" || item.link.index > 0 || item.link.continued || item.premise || item.link.statement.arrow)
    return undefined;
  if (!/^(symbol|indexed)$/.test(item.left.op) || freeNames([item.right]).size > 0) return undefined;
  const asked = item.left.op === "symbol" ? askedBy(symbolName(item.left), item, input) : undefined;
  const value = assertionOf(item.left, "=", item.right);
  if (!value) return undefined;
  if (!asked) return excludedBySystem(value, item, input);
  const found = asked.map((e) => ({ e, ...attemptDirection(value, relation(e.left, "=", e.right), { definitions: new Map(), extra: [] }, item, [], input) }));
  const solved = found.find((f) => f.found.kind === "follows");
  if (solved) {
    const brought = extraneous(symbolName(item.left), value, item, solved.e, input);
    if (brought) return brought;
    const at = { from: solved.e.link.left.from, to: solved.e.link.right.to };
    const uses = [{ range: input.range(at), text: input.text.slice(at.from, at.to) }];
    return { verdict: "holds", basis: "sampled", code: "equation/solution", message: "It is a solution of the equation before it.", uses };
  }
  if (!found.every(({ found: f, opaque }) => f.kind === "broken" && f.pinned && f.always && !f.open && !f.region && !f.rough && !opaque)) return undefined;
  if (asked.some((e) => restsOnFailure(e, input))) return undefined;
  const solutions = asked.length === 1 ? solutionsOf(asked[0], value, item, input) : undefined;
  const are = solutions && ` Its solution${solutions.length > 1 ? "s are" : " is"} ${list(symbolName(item.left), solutions)}.`;
  const message = `Is no solution of the equation before it, $${textOf(asked[0], input)}$.${are ?? ""}`;
  const [own] = found.flatMap(({ found: f }) => (f.kind === "broken" ? [Object.values(f.witness)[0]] : []));
  const meant = solutions && meantBy(own, unsaid(solutions, item, input));
  const fixes = meant === undefined ? [] : valueFix(item, meant, input);
  return { verdict: "fails", code: "equation/no-solution", message, ...(fixes.length > 0 ? { fixes } : {}) };
}

const textOf = ({ link }: Item, input: JudgeInput): string => input.text.slice(link.left.from, link.right.to).trim();

/** All solutions of an equation in one name, where they are few and none of them is the value. */
function solutionsOf(equation: Item, value: Assertion, item: Item, input: JudgeInput): readonly number[] | undefined {
  const { found } = attemptDirection(relation(equation.left, "=", equation.right), value, { definitions: new Map(), extra: [] }, item, [], input);
  return found.kind === "broken" && found.pinned && found.kept.length === 0 && found.lost.length > 0 && found.lost.length <= FEW_SOLUTIONS
    ? found.lost
    : undefined;
}
const FEW_SOLUTIONS = 4;

/** The solutions that the sentence does not name beside the value. */
function unsaid(solutions: readonly number[], item: Item, input: JudgeInput): readonly number[] {
  const { paragraph } = item.link.statement.block;
  const others = input.groups
    .flatMap((g) => g.items.slice(0, 1))
    .filter((i) => i !== item && i.link.statement.block.paragraph === paragraph && same(i.left, item.left) && freeNames([i.right]).size === 0);
  const said = new Set(others.map((i) => numberIn(i.right)));
  return solutions.filter((s) => !said.has(Number(s.toPrecision(12))));
}

/** A plain number, or one behind a minus. */
const numberIn = (e: Expr): number => (e.op === "neg" ? -numberIn(e.args[0]) : e.op === "number" ? Number(e.name) : Number.NaN);

/** A value that no solution of the equations before it has, where the words say that it was found from them. */
function excludedBySystem(value: Assertion, item: Item, input: JudgeInput): Judgement | undefined {
  const facts = input.environment.facts(item);
  const own = symbolName(item.left);
  const joined = joinedBefore(item, input.groups);
  const known = premises(item, facts, input.groups);
  // "so x = 2 and y = 3": both are found from what stands before
  const system = known.filter((f) => !joined.some((j) => j.link.statement === f.link.statement));
  const [last] = system;
  const far = SYSTEM.test(lastFragment(item.link.statement.prose)) ? SYSTEM_NEAR : NEAR.paragraphs;
  const near = (f: Item): boolean => item.link.statement.block.paragraph - f.link.statement.block.paragraph <= far && !isAlternative(f);
  if (system.length < 2 || system.some((f) => isValueOf(f, own)) || !leadsTo(last, joined[0] ?? item, input)) return undefined;
  // the nearest that leave no other value are enough: behind them stands what they were made from
  for (let count = 2; count <= system.length; count++) {
    const nearest = system.slice(0, count);
    if (!nearest.every(near) || nearest.some((f) => restsOnFailure(f, input))) return undefined;
    const found = excludedBy(nearest, value, item, input) ?? withoutOne(nearest, value, item, input);
    if (!found) continue;
    const solved = found.name === own && found.lost.length === 1 ? found.lost[0] : found.witness[own];
    const fixes = solved === undefined || found.lost.length > 1 ? [] : valueFix(item, solved, input);
    const of = nearest.length === 2 ? [...nearest].reverse().map((f) => `$${textOf(f, input)}$`) : [];
    return {
      verdict: "fails",
      code: "equation/no-solution",
      message: `Is no solution of ${of.length > 0 ? of.join(" and ") : "the equations before it"}.`,
      witness: { values: { ...found.witness }, left: 1, right: 0 },
      ...(fixes.length > 0 ? { fixes } : {}),
    };
  }
  return undefined;
}

/** The same where one of the equations follows from the others, which then say as much and are no more than their unknowns. */
function withoutOne(system: readonly Item[], value: Assertion, item: Item, input: JudgeInput): Extract<Followed, { kind: "broken" }> | undefined {
  for (const left of system.length > 2 ? system : []) {
    const rest = system.filter((f) => f !== left);
    const own = assertionOf(left.left, "=", left.right);
    const parts = rest.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
    const implied = own && attemptDirection(all(parts), own, { definitions: new Map(), extra: [] }, item, [], input).found;
    const found = implied?.kind === "follows" && !implied.unless ? excludedBy(rest, value, item, input) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What was found where no solution of some equations has a value. */
function excludedBy(system: readonly Item[], value: Assertion, item: Item, input: JudgeInput): Extract<Followed, { kind: "broken" }> | undefined {
  const parts = system.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
  const { found, opaque } = attemptDirection(all(parts), value, { definitions: new Map(), extra: [] }, item, [], input);
  return found.kind === "broken" && found.pinned && found.always && !found.open && !found.region && !found.rough && !opaque ? found : undefined;
}

const isValueOf = (f: Item, name: string): boolean => /^(symbol|indexed)$/.test(f.left.op) && symbolName(f.left) === name && freeNames([f.right]).size === 0;

/** Whether the words between an equation and a value say that the value was found from it. */
function leadsTo(equation: Item, item: Item, input: JudgeInput): boolean {
  const between = input.text.slice(equation.link.right.to, item.link.left.from);
  const words = between.replace(/\\[a-zA-Z]+/g, " ");
  return (
    between.length <= NEAR.characters && !CHOSEN.test(words) && FOUND.test(words) && !OPENS_ITEM.test(between) && !isOfOtherItem(equation, item, input.text)
  );
}

/** A value right behind the mark of a list: one case of several, of which the items before it are others. */
const OPENS_ITEM = /(\\item(\[[^\]]*\])?|\n\s*([-*•]|\d+[.)]))\s*(\$\$?|\\[([])?\s*$/;

/** The nearest equation in this name alone, with its alternatives, "x - 4 = 3 or x - 4 = -3", where the words lead from it to the value. */
function askedBy(name: string, item: Item, input: JudgeInput): Item[] | undefined {
  const before = input.groups.flatMap((g) => (g.items.length === 1 ? g.items : [])).filter((i) => i.order < item.order && i.scope === item.scope);
  const at = before.map((i) => isEquationIn(i, name)).lastIndexOf(true);
  const equation = before[at];
  if (!equation || item.link.statement.block.paragraph - equation.link.statement.block.paragraph > NEAR.paragraphs) return undefined;
  const rows = equation.link.statement.block === item.link.statement.block && !/[a-z]{2}/i.test(item.link.statement.lead);
  const between = input.text.slice(equation.link.right.to, item.link.left.from);
  const words = between.replace(/\\[a-zA-Z]+/g, " ");
  const listed = ROOTS_OF.test(equation.link.statement.prose) && LISTED.test(wordsOf(between));
  if (between.length > NEAR.characters || CHOSEN.test(words) || (!FOUND.test(words) && !rows && !listed)) return undefined;
  if (isOfOtherItem(equation, item, input.text)) return undefined;
  const alternatives = [equation];
  for (let k = at; k > 0 && (isAlternative(before[k]) || isOther(before[k], before[k - 1])) && isEquationIn(before[k - 1], name); k--)
    alternatives.push(before[k - 1]);
  return alternatives;
}

/** "x - 2 = 5" and "x - 2 = -5" behind each other: one quantity has two values, each in a case of its own. */
const isOther = (b: Item, a: Item): boolean =>
  b.link.statement.id === a.link.statement.id + 1 &&
  /^[\s,;.]*(?:and|or)?[\s,;.]*$/i.test(`${b.link.statement.prose}${b.link.statement.lead}`) &&
  same(a.left, b.left) &&
  !same(a.right, b.right) &&
  [a, b].every((i) => freeNames([i.right]).size === 0);

const isAlternative = ({ link: { statement } }: Item): boolean => /\bor\b[\s,]*$/i.test(`${statement.prose} ${statement.lead}`);

/** An equation with numbers in one unknown, which is no value of it. */
function isEquationIn(i: Item, name: string): boolean {
  if (i.relation !== "=" || i.role === "unread" || i.role === "defines" || i.link.continued || isRenaming(i.link, i.left, i.right)) return false;
  const names = namesOf(i.left, i.right);
  const free = freeNames([i.left, i.right]);
  if (free.size !== 1 || !free.has(name) || names.applied.size > 0 || names.indexed.size > 0 || names.bound.size > 0) return false;
  const lone = (e: Expr) => e.op === "symbol" && symbolName(e) === name;
  return !(lone(i.left) && !freeNames([i.right]).has(name)) && !(lone(i.right) && !freeNames([i.left]).has(name));
}
