/** Final forms: the general term of a sequence from which the multiplier of a constraint was eliminated must meet the constraint, and one value of the multiplier must make the derivative vanish for every term. */

import { allNames } from "../../derivation/all-names";
import { numericDefinition } from "../../derivation/entries";
import type { Equation } from "../../derivation/facts";
import { conditionsFor, definitionsFor } from "../../derivation/facts-in-force";
import type { Item } from "../../derivation/items";
import type { Plan } from "../../derivation/plan";
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
  if (left.op !== "indexed" || left.args.length !== 1 || left.args[0].op !== "symbol") return undefined;
  const constraint = constraintOn(left, item, input);
  if (!constraint) return undefined;
  const plan = planFor(item, condition, input);
  const total = (right: Expr): Expr => totalOf(right, left, constraint);
  const summed: Item = { ...item, left: constraint.value, right: total(item.right), role: "claim" };
  const tried = tryPlan(summed, plan, input);
  if (tried.outcome.kind === "agrees") return levelled(item, condition, plan, input) ? met(step, tried, constraint.sum, input) : undefined;
  return infeasible(item, step, { ...tried, item: summed }, plan, total, constraint, input);
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
export function totalOf(terms: Expr, { args: [letter] }: Expr, { sum }: Constraint): Expr {
  const name = letter.name ?? "";
  return { ...sum, name, data: { ...sum.data, bound: name }, args: [terms, ...sum.args.slice(1)] };
}

export interface Constraint {
  readonly sum: Expr;
  readonly value: Expr;
}

/** The nearest given in reach that says what the terms of the sequence add up to. */
export function constraintOn(left: Expr, item: Item, input: JudgeInput): Constraint | undefined {
  const isSum = (e: Expr): boolean =>
    /^sum(-over)?$/.test(e.op) &&
    e.args[0].op === "indexed" &&
    e.args[0].name === left.name &&
    e.args[0].args.length === 1 &&
    e.args[0].args[0].name === e.data?.bound;
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
      if (isSum(a) && !some(b, (n) => n.op === "indexed" && n.name === left.name)) return { sum: a, value: b };
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
function levelled(item: Item, condition: Condition, plan: Plan, input: JudgeInput): boolean {
  const [worked] = condition.worked.slice(-1);
  if (!worked) return false;
  const multiplier = [...namesOf(worked).symbols].find((n) => MULTIPLIER.test(n) && !hasSymbol(item.right, n) && !plan.definitions.has(n));
  if (!multiplier) return false;
  const [first, second] = [1, 2].map((at) => termAt(worked, item, at));
  const value = numericDefinition({ kind: "equation", left: first, right: number(0), span: item.link.left, text: "" } satisfies Equation, multiplier);
  const definitions = new Map([...plan.definitions, [multiplier, value]]);
  return (
    tryPlan({ ...item, left: second, right: number(0), relation: "=", role: "claim" }, { ...plan, definitions }, { ...input, samples: 8 }).outcome.kind ===
    "agrees"
  );
}
const MULTIPLIER = /^\\(lambda|nu|mu|eta|gamma|alpha|beta|xi|rho|zeta)/;

/** The condition for the term of a number, with the form in place of the term. */
function termAt(worked: Expr, item: Item, at: number): Expr {
  const letter = item.left.args[0].name ?? "";
  const placed = (e: Expr): Expr => ({ ...rewrite(e, (n) => (n.op === "symbol" && n.name === letter ? number(at, n.span) : n)) });
  const bindsLetter = (e: Expr): boolean => some(e, (n) => n.data?.bound === letter);
  if (bindsLetter(item.right) || bindsLetter(worked)) return symbol(symbolName(item.left));
  return placed(rewrite(worked, (n) => (same(n, item.left) ? item.right : n)));
}

/** The failure of a quotient by a sum whose terms do not add up to what the constraint says, where a slip of the pen mends it. */
function infeasible(
  item: Item,
  step: Step,
  tried: Tried,
  plan: Plan,
  total: (right: Expr) => Expr,
  constraint: Constraint,
  input: JudgeInput,
): Step | undefined {
  const outcome = tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome;
  const isNormalised = item.right.op === "div" && /^sum(-over)?$/.test(item.right.args[1].op);
  if (outcome.kind !== "differs" || outcome.holdsIn.length > outcome.failsIn.length / 3 || !isNormalised) return undefined;
  const meets = (right: Expr): boolean =>
    tryPlan({ ...item, left: constraint.value, right: total(right), role: "claim" }, plan, input).outcome.kind === "agrees";
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
