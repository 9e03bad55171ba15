/** What must vanish at a solved form: the condition as it was worked out and the derivative itself, with the form put in for its name. */
import { Fuel } from "../../base/fuel";
import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { reach } from "../../derivation/plans/held-fixed";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, same, some, symbol } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlans } from "../trying/trials";
import { type Condition, variableOf } from "./stationarity";

/** Evaluations for one substitution. */
export const WORK = 4_000_000;

/** What the name of a condition is with the right side: of σ² = R its root. */
export const solvedValue = ({ right }: Item, by: Expr): Expr =>
  by.op === "pow" ? node("pow", [right, node("div", [number(1), by.args[1]], right.span)], right.span) : right;

/** What a solved form says of its name, as a definition; of the general term of a sequence for every term. */
function formOf(item: Item, by: Expr): Definition {
  const variable = variableOf(by);
  const general = variable.op === "indexed" && variable.args.length > 0 && variable.args.every((a) => a.op === "symbol");
  const name = general ? (variable.name ?? "") : symbolName(variable);
  const span = { from: item.link.left.from, to: item.link.right.to };
  return {
    kind: "definition",
    name,
    params: general ? variable.args.map(symbolName) : [],
    split: 0,
    indexed: general,
    body: solvedValue(item, by),
    span,
    text: "",
  };
}

/** The input in which the solved form is all that is said of its name. */
function withForm(item: Item, form: Definition, plainly: string, input: JudgeInput): JudgeInput {
  const about = ({ fact }: Item): boolean =>
    fact?.kind === "equation" ? allNames([fact.left, fact.right]).has(form.name) : fact?.kind === "definition" && fact.name === form.name;
  const own: Item = { ...item, fact: form, order: item.order - 0.25 };
  const definitions = new Map(input.environment.facts(item).flatMap(({ fact }) => (fact?.kind === "definition" ? [[fact.name, fact]] : [])));
  // responsibilities of the old parameters are numbers beside the new ones
  const isOld = ({ fact }: Item): boolean =>
    fact?.kind === "definition" && fact.indexed && fact.name !== form.name && reach(fact.body, definitions).has(plainly);
  return {
    ...input,
    environment: { ...input.environment, facts: (i) => [...input.environment.facts(i).filter((f) => f.order < item.order && !about(f) && !isOld(f)), own] },
  };
}

/** The trial in which the form makes a condition vanish. */
export function solvingTrial(item: Item, condition: Condition, input: JudgeInput): Tried | undefined {
  const form = formOf(item, condition.by);
  const narrow = withForm(item, form, symbolName(variableOf(condition.by)), { ...input, work: new Fuel(WORK), hasty: true });
  for (const e of vanishing(item, condition, input)) {
    const zero: Item = { ...item, left: e, right: number(0, e.span), role: "claim", link: { ...item.link, continued: false } };
    const { holding, assumes } = tryPlans(zero, narrow);
    if (holding && !assumes) return holding;
  }
  return undefined;
}

/** What must vanish with the form: the condition as it was worked out last; the derivative of the function itself, at the form. */
function vanishing(item: Item, condition: Condition, input: JudgeInput): Expr[] {
  const worked = condition.worked.slice(-1);
  const name = symbolName(variableOf(condition.by));
  const of = condition.objective || variableOf(condition.by).op === "symbol" ? functionOf(item, condition, input) : undefined;
  const at = of && node("bind", [derivative(of, name), solvedValue(item, condition.by)], item.right.span, name, { bound: name });
  if (of && isOfVectors(of)) return worked;
  return at ? [...worked, at] : worked;
}

/** The formula of the function that is differentiated. */
export function functionOf(item: Item, { of, by, objective }: Condition, input: JudgeInput): Expr | undefined {
  if (objective)
    return objective.constrained ? undefined : rewrite(objective.formula, (n) => (same(n, variableOf(by)) ? symbol(symbolName(variableOf(by)), n.span) : n));
  const facts = input.environment.facts(item).filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === of && !f.fact.derived);
  const d = facts[facts.length - 1]?.fact as Definition | undefined;
  return d && !d.indexed && (d.params.length === 0 || d.params.includes(symbolName(variableOf(by)))) ? d.body : undefined;
}

/** The derivative by a name; of what is made of vectors, the gradient. */
export const derivative = (e: Expr, name: string): Expr =>
  isOfVectors(e) ? node("gradient", [e, symbol(name)], e.span) : node("derivative", [e, symbol(name)], e.span, undefined, { partial: true });

export const isOfVectors = (e: Expr): boolean => some(e, (n) => n.op === "norm" || n.op === "transpose");

/** The condition in a plain symbol for what it is solved for, and that symbol. */
export function plainly(item: Item, condition: Condition, input: JudgeInput): { e: Expr; name: string } | undefined {
  const name = symbolName(variableOf(condition.by));
  const of = condition.worked.length > 0 ? undefined : functionOf(item, condition, input);
  const whole = condition.worked[condition.worked.length - 1] ?? (of && derivative(of, name));
  return whole && { e: rewrite(whole, (n) => (same(n, variableOf(condition.by)) ? symbol(name, n.span) : n)), name };
}
