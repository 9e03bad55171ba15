/** Formulas that are told as the solution of a differential equation: each is put into the equation, and into the values that were given with it. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { otherNotations } from "../../derivation/reading/readings";
import { isConstantName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import { findFixes } from "../../fixes/find";
import { fixesOf } from "../accusing/repairs";
import { valuesInWords, witnessOf } from "../accusing/witness";
import { figure } from "../figure";
import type { Judgement } from "../report";
import { caseStart } from "../trying/case-start";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlans } from "../trying/trials";

/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** Characters in which a word beside a formula is looked for. */
const BESIDE = 30;
/** Words right before a formula that choose it. */
const CHOSEN = /\b(set|let|put|choose|take|try|pick|define|substitute|use|with)\s*:?\s*$/i;
/** Words right before a formula that call it a solution. */
const CALLED = /\b(solutions?|solves|satisfies|satisfied by)\b[^.;:]{0,40}$/i;
const VARIABLES = ["x", "t", "s", "\\theta", "r", "z"];

/** What is told of y: by which variable, and the formula. */
interface Told {
  readonly name: string;
  readonly variable: string;
  readonly formula: Expr;
}

/** Whether a formula solves the differential equation before it; undefined where there is none, or where it may be a guess on the way. */
export function functionAnswer(item: Item, input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued || item.premise) return undefined;
  const name = answeredName(item.left);
  if (!name || mentions(item.right, name) || CHOSEN.test(item.link.statement.prose) || isOfOneCase(item, input.text)) return undefined;
  const before = input.groups.flatMap((g) => g.items).filter((i) => i.order < item.order && isInReach(i, item) && i.relation === "=");
  const equation = [...before].reverse().find((i) => i.role !== "unread" && i.role !== "claim" && !isValue(i, name) && isDifferential(i, name));
  const variable = equation && variableOf(item, equation, name);
  if (!equation || !variable || isAtPlace(equation, variable) || isOfOtherPlaces(equation, name, variable)) return undefined;
  const told: Told = { name, variable, formula: item.right };
  const free = new Set([...allNames([equation.left, equation.right]), variable, "e", "i", "\\pi"]);
  const values = [...allNames([item.right])].every((n) => free.has(n)) ? before.filter((i) => i.order > equation.order - 3 && isValue(i, name)) : [];
  const judge = (read: Item): Judgement | undefined => judged(read, { ...told, formula: read.right }, [equation, ...values], input);
  const plain = judge(item);
  if (plain?.verdict !== "fails") return plain;
  // CV(1 - e^{-t}) of a V that is a function elsewhere and a number in the equation: it is accused under no reading that solves it
  return (
    otherNotations(item, input.reading, input.environment.facts(item))
      .flatMap(({ item: read }) => judge(read) ?? [])
      .find((j) => j.verdict === "holds") ?? plain
  );
}

/** Of its own part, or of what stands before the parts of its problem. */
const isInReach = (i: Item, { scope, within }: Item): boolean => i.scope === scope || i.scope === within;

/** f'(a) = 0 of an f(x): what is so at a place. */
const isAtPlace = ({ left, right }: Item, variable: string): boolean =>
  left.op === "apply" && left.args[0].op === "symbol" && left.args[0].name !== variable && right.op === "number";

/** f''(ξ) of Taylor's formula: a derivative at another place than the variable is one number, and ξ is some place. */
const isOfOtherPlaces = ({ left, right }: Item, name: string, variable: string): boolean =>
  [left, right].some((e) =>
    some(
      e,
      (n) =>
        n.op === "apply" &&
        (n.name ?? "").replace(/'+$/, "") === name &&
        Boolean(n.data?.order || /'$/.test(n.name ?? "")) &&
        n.args[0].op === "symbol" &&
        n.args[0].name !== variable,
    ),
  );

/** "If $y' = 0$, then $y = x$", "when the height is $y = 1$": what is so at some points, or at one moment. */
const isOfOneCase = (item: Item, text: string): boolean =>
  caseStart(item, text) > 0 || (!item.link.statement.block.display && allNames([item.right]).size === 0 && !CALLED.test(item.link.statement.prose));

/** "y = a or y = -a": one of the two need not meet the values that were given. */
function isOneOfTwo({ link }: Item, text: string): boolean {
  const around = [text.slice(Math.max(0, link.left.from - BESIDE), link.left.from), text.slice(link.right.to, link.right.to + BESIDE)];
  return around.some((words, at) => (at === 0 ? /\bor\b\W*(q?quad\W*)*$/i : /^\W*(q?quad\W*)*(text\w*|mbox)?\W*or\b/i).test(words));
}

/** The function that a formula is given for: y of `y`, of `y(x)`, of the particular solution y_p and of the first of several, y_1. */
function answeredName(left: Expr): string {
  if (left.op === "indexed") return left.args.length === 1 && /^(p|\d)$/.test(left.args[0].name ?? "") ? (left.name ?? "") : "";
  const isValue = left.op === "apply" && /^(e|\\pi|\\infty)$/.test(left.args[0]?.name ?? "");
  return !isValue && (left.op === "symbol" || (left.op === "apply" && !left.data?.order && left.args.length === 1)) ? (left.name ?? "") : "";
}

function judged(item: Item, told: Told, conditions: readonly Item[], input: JudgeInput): Judgement | undefined {
  const apart = withoutAnswer(told.name, input);
  const trials = conditions.map((c) => tryPlans(put(c, told, item), apart));
  // y = f(x, c) of an f that no formula defines
  const isOpen = (n: Expr): boolean =>
    n.op === "apply" && !input.groups.some((g) => g.items.some((i) => i.fact?.kind === "definition" && i.fact.name === n.name));
  const uses = conditions
    .map((c) => ({ from: c.link.left.from, to: c.link.right.to }))
    .map((at) => ({ range: input.range(at), text: input.text.slice(at.from, at.to) }));
  if (trials.every((t) => t.holding !== undefined && !t.assumes && !t.holding.assumes))
    return {
      verdict: "holds",
      basis: "sampled",
      code: "equation/solution",
      message: `It satisfies ${uses.map((u) => `$${u.text.trim()}$`).join(" and ")}.`,
      uses,
    };
  const at = trials.findIndex((t) => t.holding === undefined);
  const last = trials[at]?.finals[trials[at].finals.length - 1];
  const differs = !some(told.formula, isGeneralTerm) && !some(told.formula, isOpen) && last?.outcome.kind === "differs" && last.outcome.holdsIn.length === 0;
  const fixes = last && differs ? mended(item, told, conditions, at, last, apart) : [];
  const called =
    differs && !isOpenConstant(told) && CALLED.test(item.link.statement.prose) && !/\b(no|not|try|guess|form|if)\b/i.test(item.link.statement.prose.slice(-80));
  if (!last || (fixes.length === 0 && !called) || isOneOfTwo(item, input.text) || isOfSomeConstants(item, told, conditions[at], input.text)) return undefined;
  const tested = put(conditions[at], told, item);
  const witness = witnessOf(tested, last);
  const point = valuesInWords(tested, last, witness);
  const sides = `${point ? `at ${point} ` : ""}its left side is ${shown(witness.left)}, its right side ${shown(witness.right)}`;
  return {
    verdict: "fails",
    code: "equation/no-solution",
    message: `Does not satisfy $${uses[at].text.trim()}$: ${sides}.`,
    witness,
    ...(fixes.length > 0 ? { fixes } : {}),
    uses,
  };
}

/** "for some constants A, B", and ω_0 in cos ω_0 t that the equation does not speak of: numbers that the text chooses so that it is a solution. */
function isOfSomeConstants(item: Item, { formula, variable }: Told, condition: Item, text: string): boolean {
  const { to } = item.link.statement.block.span;
  if (/^[\s$\\\]).,]*(for|with) (some|suitable|certain|appropriate) (constants?|coefficients?|numbers?|values?)\b/i.test(text.slice(to, to + 60))) return true;
  const known = allNames([condition.left, condition.right, item.left]);
  const inside = (e: Expr): boolean =>
    (e.op === "call" || e.op === "pow") && [...allNames(e.args)].some((n) => n !== variable && !known.has(n) && !isConstantName(n));
  return some(formula, inside);
}

/** a_n: coefficients that are looked for. */
const isGeneralTerm = (n: Expr): boolean => n.op === "indexed" && n.args.some((a) => a.op === "symbol" && /^[i-n]$/.test(a.name ?? ""));

/** y = c: which constant is left open, and the letter may be a function elsewhere. */
const isOpenConstant = ({ formula, variable }: Told): boolean => {
  const names = allNames([formula]);
  return names.size > 0 && !names.has(variable);
};

const shown = (x: number | string): string => (typeof x === "number" ? figure(x) : x);

/** Strokes of the pen after which the formula meets every condition. */
function mended(item: Item, told: Told, conditions: readonly Item[], at: number, last: Tried, input: JudgeInput) {
  const { outcome, setting } = last;
  if (outcome.kind !== "differs" || !setting) return [];
  const one = number(1);
  const residual = (formula: Expr): Expr => {
    const { left, right } = put(conditions[at], { ...told, formula }, item);
    return node("add", [one, left, node("neg", [right], right.span)], right.span);
  };
  const found = findFixes({
    tokens: item.link.right.tokens,
    left: one,
    text: input.text,
    materials: [item.link.left.tokens],
    bench: setting.bench,
    worlds: Int32Array.from([...new Set([outcome.witness.world, ...outcome.failsIn.slice(0, 4)])]),
    reading: input.reading,
    closed: setting.closed,
    complex: setting.complex,
    understood: residual,
    holds: (formula) => conditions.every((c) => tryPlans(put(c, { ...told, formula }, item), { ...input, hasty: true }).holding !== undefined),
  });
  return fixesOf({ candidates: found.candidates.filter((c) => c.cost <= STROKE) }, input.range);
}

/** A condition with the formula in place of the function, its derivatives and its values. */
function put(condition: Item, { name, variable, formula }: Told, item: Item): Item {
  const x = symbol(variable, formula.span);
  const steep = (order: number): Expr => (order === 0 ? formula : node("derivative", [steep(order - 1), x], formula.span));
  const at = (e: Expr, place: Expr): Expr =>
    place.op === "symbol" && place.name === variable ? e : node("bind", [e, place], formula.span, variable, { bound: variable });
  const change = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const primes = n.op === "symbol" ? primesOf(n.name ?? "", name) : undefined;
      if (primes !== undefined) return steep(primes);
      if (n.op === "apply" && n.name === name) return n.data?.order ? at(steep(Number(n.args[n.args.length - 1].name)), n.args[0]) : at(formula, n.args[0]);
      return n;
    });
  const { fact: _, ...rest } = condition;
  return { ...rest, left: change(condition.left), right: change(condition.right), role: "claim", order: item.order, scope: item.scope };
}

/** How many primes a name has behind it, or which order in brackets; undefined for another name. */
function primesOf(symbolised: string, name: string): number | undefined {
  if (!symbolised.startsWith(name)) return undefined;
  const [, primes, order] = /^(?:('*)|\^\{\((\d)\)\})$/.exec(symbolised.slice(name.length)) ?? [];
  return primes === undefined && order === undefined ? undefined : order === undefined ? primes?.length : Number(order);
}

const mentions = (e: Expr, name: string): boolean =>
  some(e, (n) => (n.op === "symbol" && primesOf(n.name ?? "", name) !== undefined) || (n.op === "apply" && n.name === name));

/** It holds a derivative of the function, no other function's, and is no formula for that derivative alone, y' = √x, unless it speaks of y. */
function isDifferential(i: Item, name: string): boolean {
  const own = (e: Expr): boolean => (e.op === "symbol" || e.op === "apply") && e.name === name;
  const steep = (n: Expr): boolean =>
    (n.op === "symbol" && (primesOf(n.name ?? "", name) ?? 0) > 0) ||
    (n.op === "apply" && n.name === name && n.data?.order === true && n.args[0].op === "symbol" && n.args[n.args.length - 1].op === "number") ||
    (n.op === "derivative" && !n.data?.partial && own(n.args[0]));
  const other = (n: Expr): boolean =>
    (n.op === "symbol" && /('|\^\{\(\d\)\})$/.test(n.name ?? "") && primesOf(n.name ?? "", name) === undefined) ||
    (n.op === "apply" && n.name !== name) ||
    /^(integral|sum|limit)/.test(n.op);
  if ([i.left, i.right].some((e) => some(e, other)) || ![i.left, i.right].some((e) => some(e, steep))) return false;
  return !steep(i.left) || mentions(i.right, name) || i.right.op === "number";
}

/** y(0) = 3, y'(0) = 1: a value at a number. */
const isValue = (i: Item, name: string): boolean =>
  i.left.op === "apply" && i.left.name === name && allNames([i.left.args[0]]).size === 0 && !mentions(i.right, name);

/** The variable: as the derivative or the argument says, or the usual letter that stands in the formula. */
function variableOf(item: Item, equation: Item, name: string): string | undefined {
  if (item.left.op === "apply") return item.left.args[0].op === "symbol" ? symbolName(item.left.args[0]) : undefined;
  let by: string | undefined;
  for (const e of [equation.left, equation.right])
    some(e, (n) => {
      if (n.op === "derivative" && n.args[1].op === "symbol") by ??= n.args[1].name;
      if (n.op === "apply" && n.name === name && n.args[0].op === "symbol") by ??= n.args[0].name;
      return false;
    });
  const names = allNames([item.right]);
  return by ?? VARIABLES.find((v) => v !== name && names.has(v));
}

/** Without what the document says of the function itself. */
function withoutAnswer(name: string, input: JudgeInput): JudgeInput {
  const { environment } = input;
  const about = (f: Item): boolean => [f.left, f.right].some((e) => mentions(e, name));
  return { ...input, environment: { ...environment, facts: (i) => environment.facts(i).filter((f) => !about(f)) } };
}
