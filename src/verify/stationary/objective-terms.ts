/** "Maximising f subject to Σ_k x_k = 1 gives x_k = …": the terms must meet the constraint, and moving along it must not change the objective. */
import { Fuel } from "../../base/fuel";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import { fixesOf, repairsThrough } from "../accusing/repairs";
import { SLIP } from "../accusing/slips";
import { figure } from "../figure";
import { printed } from "../guarded";
import { evidenceOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlans } from "../trying/trials";
import { type Constraint, constraintOn, totalOf } from "./final-forms";
import type { Condition } from "./stationarity";
import { WORK } from "./vanishing";

/** The step of a general term that makes an objective stationary, right or wrong; undefined where nothing is known. */
export function termsOfObjective(item: Item, { objective }: Condition, step: Step, input: JudgeInput): Step | undefined {
  const { left, right } = item;
  if (!objective || left.op !== "indexed" || left.args.length !== 1 || left.args[0].op !== "symbol") return undefined;
  const stated = objective.constrained ? constraintOn(left, item, input) : undefined;
  const constraint = stated && overSameTerms(stated, left, objective.formula);
  if (objective.constrained && !constraint) return undefined;
  const free = withoutForm(item, input);
  const slope = (terms: Expr): Expr => slopeAt(objective.formula, left, terms, constraint);
  const total = (terms: Expr): Expr => totalOf(terms, left, constraint as Constraint);
  const still: Item = { ...item, left: number(0), right: slope(right), role: "claim" };
  const fits: Item | undefined = constraint && { ...item, left: constraint.value, right: total(right), role: "claim" };
  const trialOf = (i: Item): Tried => {
    const { holding, finals } = tryPlans(i, { ...free, work: new Fuel(WORK) });
    return holding ?? finals.find((t) => t.outcome.kind !== "differs") ?? finals[finals.length - 1];
  };
  const [stops, meets] = [trialOf(still), fits && trialOf(fits)];
  if (stops.outcome.kind === "agrees" && (!meets || meets.outcome.kind === "agrees")) return found(step, stops, left, constraint, input);
  const isRight = (terms: Expr): boolean =>
    trialOf({ ...still, right: slope(terms) }).outcome.kind === "agrees" && (!fits || trialOf({ ...fits, right: total(terms) }).outcome.kind === "agrees");
  // names for repairs are those of the objective
  const told: Item = { ...item, link: { ...item.link, left: objective.source } };
  if (meets?.outcome.kind === "differs") return wrong(told, step, meets, total, isRight, constraint, input);
  return stops.outcome.kind === "differs" ? wrong(told, step, stops, slope, isRight, undefined, input) : undefined;
}

/** Σ_k x_k = 1 beside an objective Σ_{k=1}^K: both run over the same terms. */
function overSameTerms(constraint: Constraint, { name }: Expr, objective: Expr): Constraint {
  let bounded: Expr | undefined;
  some(objective, (n) => {
    if (!bounded && n.op === "sum" && some(n.args[0], (t) => t.op === "indexed" && t.name === name && t.args[0].name === n.data?.bound)) bounded = n;
    return bounded !== undefined;
  });
  const { sum } = constraint;
  if (sum.op !== "sum-over" || !bounded || sum.args.length > 1) return constraint;
  const letter = sum.data?.bound;
  return { ...constraint, sum: { ...bounded, name: sum.name, data: { ...bounded.data, bound: letter ?? "" }, args: [sum.args[0], ...bounded.args.slice(1)] } };
}

/** The name of the step along the constraint. */
const STEP = "\u0006";

/** How fast the objective changes where the first term grows, with the terms of a constraint at the cost of the last. */
function slopeAt(objective: Expr, left: Expr, terms: Expr, constraint: Constraint | undefined): Expr {
  const { span } = terms;
  const letter = left.args[0].name ?? "";
  const isAt = (place: Expr): Expr => node("indicator", [node("relation", [symbol(letter, span), place], span, "=")], span);
  const last = constraint?.sum.op === "sum" ? constraint.sum.args[2] : number(2);
  const direction = constraint ? node("add", [isAt(number(1)), node("neg", [isAt(last)], span)], span) : isAt(number(1));
  const moved = node("add", [terms, node("mul", [symbol(STEP, span), direction], span)], span);
  const along = rewrite(objective, (n) =>
    n.op === "indexed" && n.name === left.name && n.args.length === 1 ? node("bind", [moved, n.args[0]], span, letter, { bound: letter }) : n,
  );
  const slope = node("derivative", [along, symbol(STEP, span)], span, undefined, { partial: true });
  return node("bind", [slope, number(0)], span, STEP, { bound: STEP });
}

/** The input without what is said of the sequence itself. */
const withoutForm = ({ left, order }: Item, input: JudgeInput): JudgeInput => ({
  ...input,
  environment: {
    ...input.environment,
    facts: (i) => input.environment.facts(i).filter((f) => f.order < order && !allNames([f.left, f.right]).has(left.name ?? "")),
  },
});

const found = (step: Step, tried: Tried, left: Expr, constraint: Constraint | undefined, input: JudgeInput): Step => ({
  ...step,
  verdict: "holds",
  basis: "sampled",
  code: "stationary/solves",
  message: constraint
    ? `Holds: it meets the constraint on $${printed(constraint.sum)}$, and the derivative of the objective along it vanishes.`
    : `Holds: with it the derivative of the objective by $${printed(left)}$ vanishes.`,
  evidence: evidenceOf(tried.outcome, input.seed),
});

/** The failure of terms that a slip of the pen makes right. */
function wrong(
  item: Item,
  step: Step,
  tried: Tried,
  through: (terms: Expr) => Expr,
  isRight: (terms: Expr) => boolean,
  missed: Constraint | undefined,
  input: JudgeInput,
): Step | undefined {
  const outcome = tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome;
  if (outcome.kind !== "differs" || outcome.holdsIn.length > outcome.failsIn.length / 3) return undefined;
  const repairs = repairsThrough({ ...item, left: tried.item?.left ?? item.left }, { ...tried, outcome }, input, through, isRight);
  const fixes = fixesOf({ ...repairs, candidates: repairs.candidates.filter((c) => c.cost <= SLIP) }, input.range);
  if (fixes.length === 0) return undefined;
  const { left, right } = outcome.witness;
  const says = missed
    ? `Does not meet the constraint: $${printed(missed.sum)}$ should be ${figure(left)}, and with this form it is ${figure(right)} at a random point.`
    : `The objective is not largest or smallest there: its derivative is ${figure(right)} at a random point, where it should vanish.`;
  return {
    ...step,
    verdict: "fails",
    code: missed ? "stationary/not-feasible" : "stationary/not-solved",
    message: `${says} ${fixes[0].title}.`,
    witness: { values: {}, left, right },
    fixes,
    evidence: evidenceOf(outcome, input.seed),
  };
}
