/** Final forms: the general term of a sequence from which the multiplier of a constraint was eliminated must meet the constraint, and one value of the multiplier must make the derivative vanish for every term. */

import type { Equation } from "../../derivation/facts/facts";
import { conditionsFor, definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { numericDefinition } from "../../derivation/laws/entries";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, number, rewrite, same, some, symbol } from "../../expression/tree";
import { fixesOf, repairsThrough } from "../accusing/repairs";
import { SLIP } from "../accusing/slips";
import { figure } from "../figure";
import { printed } from "../guarded";
import { evidenceOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import type { Condition } from "./stationarity";

/** The step of a final form: right, infeasible by a slip, or undefined where nothing is known. */
export function finalForm(item: Item, condition: Condition, step: Step, input: JudgeInput): Step | undefined {
  const { left } = item;
  if (left.op !== "indexed" || left.args.length > 2 || !left.args.every((a) => a.op === "symbol")) return undefined;
  const constraint = constraintOn(left, item, input) ?? constraintIn(left, condition, item, input);
  if (!constraint) return undefined;
  const plan = planFor(item, condition, input);
  const total = (right: Expr): Expr => totalOf(right, left, constraint);
  const summed: Item = { ...item, left: constraint.value, right: total(item.right), role: "claim" };
  const tried = tryPlan(summed, plan, input);
  if (tried.outcome.kind === "agrees") return levelled(item, condition, constraint, plan, input) ? met(step, tried, constraint.sum, input) : undefined;
  const isLevel = (right: Expr): boolean =>
    condition.worked.length === 0 || left.args.length === 1 || levelled({ ...item, right }, condition, constraint, plan, input);
  return infeasible(item, step, { ...tried, item: summed }, plan, total, constraint, isLevel, input);
}

const met = (step: Step, tried: Tried, sum: Expr, input: JudgeInput): Step => ({
  ...step,
  verdict: "holds",
  basis: "sampled",
  code: "stationary/solves",
  message: `Holds: it meets the constraint on $${printed(sum)}$, and one value of the multiplier makes the derivative vanish for every term.`,
  evidence: evidenceOf(tried.outcome, input.seed),
});

/** The sum of a constraint over the terms of a form. */
export function totalOf(terms: Expr, left: Expr, constraint: Constraint): Expr {
  const { sum } = constraint;
  const name = letterOf(left, constraint);
  return { ...sum, name, data: { ...sum.data, bound: name }, args: [terms, ...sum.args.slice(1)] };
}

/** The index of a form over which its constraint sums. */
const letterOf = (left: Expr, { sum }: Constraint): string => left.args[sum.args[0].args.findIndex((a) => a.name === sum.data?.bound)]?.name ?? "";

export interface Constraint {
  readonly sum: Expr;
  readonly value: Expr;
}

/** Whether a sum is over the terms of the sequence of a form, over one of its indices. */
function isSumOf(e: Expr, left: Expr): boolean {
  const term = e.args[0];
  if (!/^sum(-over)?$/.test(e.op) || term.op !== "indexed" || term.name !== left.name || term.args.length !== left.args.length) return false;
  const isBound = (a: Expr): boolean => a.name === e.data?.bound;
  return term.args.filter(isBound).length === 1 && term.args.every((a, i) => isBound(a) || same(a, left.args[i]));
}

/** The constraint that a multiplier puts into the Lagrangian of a condition, λ (1 - Σ_j a_{ij}). */
function constraintIn(left: Expr, { of }: Condition, item: Item, input: JudgeInput): Constraint | undefined {
  const formula = input.environment
    .facts(item)
    .filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === of)
    .at(-1)?.right;
  let found: Constraint | undefined;
  some(formula ?? left, (n) => {
    const [a, b] = n.op === "add" && n.args.length === 2 ? n.args : [];
    for (const [x, y] of a && b
      ? [
          [a, b],
          [b, a],
        ]
      : [])
      if (y.op === "neg" && isSumOf(y.args[0], left)) found = { sum: y.args[0], value: x };
    for (const [x, y] of a && b
      ? [
          [a, b],
          [b, a],
        ]
      : [])
      if (y.op === "neg" && isSumOf(x, left)) found = { sum: x, value: y.args[0] };
    return found !== undefined;
  });
  return found;
}

/** The nearest given in reach that says what the terms of the sequence add up to. */
export function constraintOn(left: Expr, item: Item, input: JudgeInput): Constraint | undefined {
  const before = input.groups
    .flatMap((g) => g.items)
    .filter((g) => g.order < item.order && g.scope === item.scope && g.relation === "=" && g.role !== "unread")
    .reverse();
  // what a claim makes of the sum is worked out with the form itself
  for (const i of [...before.filter((g) => g.role === "given"), ...before.filter((g) => g.role !== "given")])
    for (const [a, b] of [
      [i.left, i.right],
      [i.right, i.left],
    ])
      if (isSumOf(a, left) && !some(b, (n) => n.op === "indexed" && n.name === left.name)) return { sum: a, value: b };
  return undefined;
}

/** Definitions and conditions for the form, without what is said of the sequence itself. */
function planFor(item: Item, condition: Condition, input: JudgeInput): Plan {
  const facts = input.environment.facts(item);
  const names = allNames([item.right, ...condition.worked.slice(-1)]);
  names.delete(item.left.name ?? "");
  const definitions = new Map([...definitionsFor(item, names, facts)].filter(([n]) => n !== item.left.name));
  return { definitions, conditions: conditionsFor(item, names, facts), unused: [], sums: input.environment.sums(item) };
}

/** Whether one value of the multiplier makes the condition vanish for two terms. */
function levelled(item: Item, condition: Condition, constraint: Constraint, plan: Plan, input: JudgeInput): boolean {
  const [last] = condition.worked.slice(-1);
  if (!last) return false;
  const letter = letterOf(item.left, constraint);
  // λ_i beside terms that differ in j
  const isOneOf = (n: Expr): boolean => n.op === "indexed" && MULTIPLIER.test(n.name ?? "") && !hasSymbol(n, letter);
  const worked = rewrite(last, (n) => (isOneOf(n) ? symbol(symbolName(n), n.span) : n));
  const multiplier = [...namesOf(worked).symbols].find((n) => MULTIPLIER.test(n) && !hasSymbol(item.right, n) && !plan.definitions.has(n));
  if (!multiplier) return false;
  const [first, second] = [1, 2].map((at) => termAt(worked, item, letter, at));
  const value = numericDefinition({ kind: "equation", left: first, right: number(0), span: item.link.left, text: "" } satisfies Equation, multiplier);
  const definitions = new Map([...plan.definitions, [multiplier, value]]);
  return (
    tryPlan({ ...item, left: second, right: number(0), relation: "=", role: "claim" }, { ...plan, definitions }, { ...input, samples: 8 }).outcome.kind ===
    "agrees"
  );
}
const MULTIPLIER = /^\\(lambda|nu|mu|eta|gamma|alpha|beta|xi|rho|zeta)/;

/** The condition for the term of a number, with the form in place of the term. */
function termAt(worked: Expr, item: Item, letter: string, at: number): Expr {
  const placed = (e: Expr): Expr => ({ ...rewrite(e, (n) => (n.op === "symbol" && n.name === letter ? number(at, n.span) : n)) });
  const right = bindingAnother(item.right, letter);
  const bindsLetter = (e: Expr): boolean => some(e, (n) => n.data?.bound === letter);
  if (bindsLetter(right) || bindsLetter(worked)) return symbol(symbolName(item.left));
  return placed(rewrite(worked, (n) => (same(n, item.left) ? right : n)));
}

/** The failure of a quotient by a sum whose terms do not add up to what the constraint says, where a slip of the pen mends it. */
function infeasible(
  item: Item,
  step: Step,
  tried: Tried,
  plan: Plan,
  total: (right: Expr) => Expr,
  constraint: Constraint,
  isLevel: (right: Expr) => boolean,
  input: JudgeInput,
): Step | undefined {
  const outcome = tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome;
  const isNormalised = item.right.op === "div" && /^sum(-over)?$/.test(item.right.args[1].op);
  if (outcome.kind !== "differs" || outcome.holdsIn.length > outcome.failsIn.length / 3 || !isNormalised) return undefined;
  const meets = (right: Expr): boolean =>
    tryPlan({ ...item, left: constraint.value, right: total(right), role: "claim" }, plan, input).outcome.kind === "agrees" && isLevel(right);
  const found = repairsThrough({ ...item, left: constraint.value }, { ...tried, outcome }, input, total, meets);
  const fixes = fixesOf({ ...found, candidates: found.candidates.filter((c) => c.cost <= SLIP) }, input.range);
  if (fixes.length === 0) return undefined;
  const { left, right } = outcome.witness;
  return {
    ...step,
    verdict: "fails",
    code: "stationary/not-feasible",
    message: `Does not meet the constraint: $${printed(constraint.sum)}$ should be ${figure(left)}, and with this form it is ${figure(right)} at a random point. ${fixes[0].title}.`,
    witness: { values: {}, left, right },
    fixes,
    evidence: evidenceOf(outcome, input.seed),
  };
}

/** Σ_j c_{ij} as Σ_{j'} c_{ij'}: a sum that binds the letter by another name. */
function bindingAnother(e: Expr, letter: string): Expr {
  const other = `${letter}'`;
  return rewrite(e, (n) => {
    if (n.op !== "sum" || n.data?.bound !== letter) return n;
    const [term, ...ends] = n.args;
    const renamed = rewrite(term, (m) => (m.op === "symbol" && m.name === letter ? symbol(other, m.span) : m));
    return { ...n, name: other, args: [renamed, ...ends], data: { ...n.data, bound: other } };
  });
}
