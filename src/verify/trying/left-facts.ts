/** Facts that no plan could use: equations are solved by search, conditions that no world meets are left out. */
import { Fuel } from "../../base/fuel";
import type { Definition, Equation } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { numericDefinition } from "../../derivation/laws/entries";
import { allNames } from "../../derivation/names/all-names";
import { isPassingValue } from "../../derivation/plans/passing-values";
import type { Plan } from "../../derivation/plans/plan";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Work that the search for a value that solves an equation may take: searches within searches take more, and find nothing. */
const SEARCH = 100_000;

/** Takes up the equations that no plan could undo: those that are met already are dropped, the others are solved by search where that works. */
export function throughEquations(last: Tried, item: Item, input: JudgeInput): Tried {
  let { plan } = last;
  const left: Equation[] = [];
  const meets = (e: Equation, p: Plan): boolean =>
    tryPlan({ ...item, left: e.left, right: e.right, relation: "=" }, p, { ...input, hasty: true, rough: true, work: new Fuel(SEARCH, input.work) }).outcome
      .kind === "agrees";
  const own = allNames([item.left, item.right]);
  let ofNumbers = false;
  for (const e of plan.unused.slice(0, 4)) {
    if (meets(e, plan)) continue;
    const solved = isPassingValue(e, item, plan.definitions) ? undefined : numerically(e, own, plan.definitions);
    const next: Plan | undefined = solved && { ...plan, definitions: new Map([...plan.definitions, [solved.name, solved]]) };
    if (next && meets(e, next)) {
      plan = next;
      ofNumbers ||= matricesIn(e.left, e.right).has(solved?.name ?? "");
    } else left.push(e);
  }
  const unused = [...left, ...plan.unused.slice(4)];
  const changed = plan !== last.plan;
  const rest: Plan = { ...plan, unused };
  if (!changed) return { ...last, plan: rest };
  // a search meets one solution of several: what holds there is shown by all worlds, what differs there is not refuted
  const tried = { ...last, ...tryPlan(item, rest, { ...input, hasty: true }), item };
  // a root at which both sides vanish shows nothing
  const empty =
    item.role === "soft" && tried.outcome.kind === "agrees" && tried.outcome.vanishing === true && ![item.left, item.right].some((e) => e.op === "number");
  // what holds of numbers need not hold of matrices
  if (tried.outcome.kind === "agrees" && ofNumbers)
    return {
      ...last,
      outcome: { kind: "unknown", code: "context/not-used", message: "what an earlier equation says of a matrix could not be taken into account" },
    };
  return tried.outcome.kind === "agrees" && !empty ? tried : { ...last, plan: { ...last.plan, unused: plan.unused.length ? plan.unused : last.plan.unused } };
}

/** A step whose conditions no world was found to meet, without the orders between means among them: such an order is asserted, and may be false. */
export function withoutAssertedOrders(last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  if (last.outcome.kind !== "unknown" || last.outcome.code !== "context/unmet") return undefined;
  const isAsserted = ({ relation }: { relation: Expr }): boolean =>
    relation.op === "relation" && relation.args.every((e) => some(e, (n) => n.op === "statistic"));
  const conditions = last.plan.conditions.filter((c) => !isAsserted(c));
  return conditions.length < last.plan.conditions.length ? { ...last, ...tryPlan(item, { ...last.plan, conditions }, input) } : undefined;
}

/** Agreement of a step whose conditions no world was found to meet: under the nearest of them, those of another case left out, or at all numbers. */
export function withoutConditions(last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  if (last.outcome.kind !== "unknown" || last.outcome.code !== "context/unmet" || last.plan.conditions.length === 0) return undefined;
  const at = item.link.left.from;
  const nearest = [...last.plan.conditions].sort((a, b) => Math.abs(a.span.from - at) - Math.abs(b.span.from - at));
  const fewer = [1, 2, 4].filter((n) => n < nearest.length).map((n) => nearest.slice(0, n));
  for (const conditions of [...fewer, []]) {
    const tried = { ...last, ...tryPlan(item, { ...last.plan, conditions }, input) };
    if (tried.outcome.kind === "agrees") return tried;
  }
  return undefined;
}

/** The names that stand in tr A or A^T: a search would find a number for them, of which more is true than of a matrix. */
function matricesIn(...sides: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  const isOfMatrices = (n: Expr): boolean => (n.op === "call" && /^(det|tr|rank|vec|diag)$/.test(n.name ?? "")) || n.op === "transpose";
  for (const side of sides)
    walk(side, (n) => {
      if (isOfMatrices(n)) for (const name of namesOf(n).symbols) found.add(name);
    });
  return found;
}

/** The equation solved by search for a plain symbol: rather for one that the step does not mention. */
export function numerically(equation: Equation, own: ReadonlySet<string>, taken: ReadonlyMap<string, Definition>): Definition | undefined {
  const names = namesOf(equation.left, equation.right);
  const candidates = [...names.symbols].filter((n) => /^(\\[a-zA-Z]+|[a-zA-Z])('*)$/.test(n) && !isConstantName(n) && !taken.has(n) && !names.bound.has(n));
  const name = candidates.find((n) => !own.has(n)) ?? candidates[0];
  return name === undefined ? undefined : numericDefinition(equation, name);
}
