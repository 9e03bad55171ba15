/** Solved forms: `x = …` behind a derivative that is set to zero is checked by putting it into the condition; what differs from the root is accused where a slip of the pen mends it. */
import { Fuel } from "../base/fuel";
import { allNames, conditionsFor, definitionsFor, type Plan } from "../derivation/context";
import { numericDefinition } from "../derivation/entries";
import type { Definition } from "../derivation/facts";
import type { Item } from "../derivation/items";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, node, number, rewrite, same, symbol } from "../expression/tree";
import { failing } from "./failing";
import { figure } from "./figure";
import { finalForm } from "./final-forms";
import { printed } from "./guarded";
import { evidenceOf } from "./messages";
import { unrefutable } from "./refutable";
import type { Note, Step } from "./report";
import { SLIP } from "./slips";
import { type Condition, conditionBefore, isChosen, isConcluded } from "./stationarity";
import type { JudgeInput, Tried } from "./trial";
import { agreeing, tryPlans } from "./trials";
import { tryPlan } from "./try-plan";
import { usesOf } from "./uses";

/** Evaluations for one substitution. */
const WORK = 4_000_000;

/** The step of an item that solves a condition before it, right or wrong; undefined where there is no condition or nothing can be said. */
export function solvedForm(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (item.relation !== "=" || item.link.continued || step.verdict === "fails" || step.verdict === "holds-if") return undefined;
  const condition = conditionBefore(item, input);
  if (!condition || isChosen(item)) return undefined;
  const solving = solvingTrial(item, condition, input);
  if (solving) return { ...step, ...solved(solving, item, condition, step, input) };
  if (step.verdict === "holds") return undefined;
  const final = finalForm(item, condition, step, input);
  if (final) return final;
  if (!condition.said || !isConcluded(item)) return undefined;
  return refuted(item, condition, step, input);
}

function solved(solving: Tried, item: Item, condition: Condition, step: Step, input: JudgeInput): Partial<Step> {
  const note = kindOf(item, condition, input);
  const notes = note ? { notes: [...(step.notes ?? []), note] } : {};
  if (step.verdict === "holds") return notes;
  const uses = usesOf(solving, solving.item ?? item, input).filter((u) => u.text !== input.text.slice(item.link.left.from, item.link.right.to));
  return {
    verdict: "holds",
    basis: "sampled",
    code: "stationary/solves",
    message: `Holds: with it the derivative by $${printed(condition.by)}$ before it vanishes${note ? `. ${note.message}` : "."}`,
    ...(uses.length ? { uses } : {}),
    evidence: evidenceOf(solving.outcome, input.seed),
    ...notes,
  };
}

/** What a solved form says of its name, as a definition; of the general term of a sequence for every term. */
function formOf(item: Item, by: Expr): Definition {
  const general = by.op === "indexed" && by.args.length > 0 && by.args.every((a) => a.op === "symbol");
  const name = general ? (by.name ?? "") : symbolName(by);
  return {
    kind: "definition",
    name,
    params: general ? by.args.map(symbolName) : [],
    split: 0,
    indexed: general,
    body: item.right,
    span: { from: item.link.left.from, to: item.link.right.to },
    text: "",
  };
}

/** The input in which the solved form is all that is said of its name. */
function withForm(item: Item, form: Definition, input: JudgeInput): JudgeInput {
  const about = ({ fact }: Item): boolean =>
    fact?.kind === "equation" ? allNames([fact.left, fact.right]).has(form.name) : fact?.kind === "definition" && fact.name === form.name;
  const own: Item = { ...item, fact: form, order: item.order - 0.25 };
  return {
    ...input,
    environment: { ...input.environment, facts: (i) => [...input.environment.facts(i).filter((f) => f.order < item.order && !about(f)), own] },
  };
}

/** The trial in which the form makes a condition vanish. */
function solvingTrial(item: Item, condition: Condition, input: JudgeInput): Tried | undefined {
  const form = formOf(item, condition.by);
  const narrow = withForm(item, form, { ...input, work: new Fuel(WORK), hasty: true });
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
  const of = condition.by.op === "symbol" ? functionOf(item, condition, input) : undefined;
  const at =
    of && node("bind", [derivative(of, symbolName(condition.by)), item.right], item.right.span, symbolName(condition.by), { bound: symbolName(condition.by) });
  return at ? [...worked, at] : worked;
}

/** The formula of the function that is differentiated. */
function functionOf(item: Item, { of, by }: Condition, input: JudgeInput): Expr | undefined {
  const facts = input.environment.facts(item).filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === of && !f.fact.derived);
  const d = facts[facts.length - 1]?.fact as Definition | undefined;
  return d && !d.indexed && (d.params.length === 0 || d.params.includes(symbolName(by))) ? d.body : undefined;
}

const derivative = (e: Expr, name: string): Expr => node("derivative", [e, symbol(name)], e.span, undefined, { partial: true });

/** The condition in a plain symbol for what it is solved for, and that symbol. */
function plainly(item: Item, condition: Condition, input: JudgeInput): { e: Expr; name: string } | undefined {
  const name = symbolName(condition.by);
  const of = condition.worked.length > 0 ? undefined : functionOf(item, condition, input);
  const whole = condition.worked[condition.worked.length - 1] ?? (of && derivative(of, name));
  return whole && { e: rewrite(whole, (n) => (same(n, condition.by) ? symbol(name, n.span) : n)), name };
}

/** The plan in which the name is the root of the condition. */
function rootPlan(item: Item, e: Expr, name: string, input: JudgeInput): Plan {
  const facts = input.environment.facts(item);
  const names = allNames([e, item.right]);
  names.delete(name);
  names.delete(name.replace(/_\{.*$/, ""));
  const root = numericDefinition({ kind: "equation", left: e, right: number(0), span: item.link.left, text: "" }, name);
  const definitions = new Map([...definitionsFor(item, names, facts)].filter(([n]) => n !== name && n !== name.replace(/_\{.*$/, "")));
  return {
    definitions: new Map([...definitions, [name, root]]),
    conditions: conditionsFor(item, names, facts),
    unused: [],
    sums: input.environment.sums(item),
  };
}

/** The failure of a form that is not the root of the condition at any point, where an edit makes it one. */
function refuted(item: Item, condition: Condition, step: Step, input: JudgeInput): Step | undefined {
  const plain = plainly(item, condition, input);
  // a derivative that is not what it says: what is solved is not known
  if (!plain || (condition.worked.length > 0 && functionOf(item, condition, input) && !agreeing(condition.at, input))) return undefined;
  const { e, name } = plain;
  const plan = rootPlan(item, e, name, input);
  const left = symbol(name, item.left.span);
  const compared: Item = { ...item, left, role: "claim" };
  const tried: Tried = { ...tryPlan(compared, plan, input), item: compared };
  const outcome = tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome;
  if (outcome.kind !== "differs" || outcome.holdsIn.length > outcome.failsIn.length / 3 || unrefutable(compared, tried)) return undefined;
  const sure = !related(item, condition, allNames([e, item.right]), name, input);
  const isLost = (m: string): boolean => (!sure || MULTIPLIER.test(m)) && !irrelevant(m, e, compared, plan, input);
  if (lostNames(e, item.right, name, plan).some(isLost)) return undefined;
  if (!misses(item, e, name, plan, input)) return undefined;
  const found = failing(
    compared,
    [{ ...tried, outcome }],
    { ...input, work: new Fuel(2 * WORK) },
    (changed) => solvingTrial({ ...item, right: changed.right }, condition, input) !== undefined,
    undefined,
    SLIP,
    sure,
  );
  const vanishes = `Does not solve the condition before it, that the derivative by $${printed(condition.by)}$ vanishes.`;
  if (found.verdict === "fails" && (found.fixes?.length ?? 0) > 0)
    return { ...step, ...found, code: "stationary/not-solved", message: `${vanishes} ${found.message}` };
  if (!sure || found.verdict !== "fails") return undefined;
  const { left: root, right: value } = outcome.witness;
  return {
    ...step,
    verdict: "fails",
    code: "stationary/not-solved",
    message: `${vanishes} It vanishes at ${figure(root)}, and the right side is ${figure(value)}.`,
    witness: { values: {}, left: root, right: value },
  };
}

/** Whether equations before the condition relate its names and those of the form to each other. */
const related = (item: Item, condition: Condition, names: ReadonlySet<string>, name: string, input: JudgeInput): boolean =>
  input.environment
    .facts(item)
    .some(
      ({ fact, order, scope }) =>
        fact?.kind === "equation" &&
        order < condition.at.order &&
        scope === item.scope &&
        [...allNames([fact.left, fact.right])].some((n) => n !== name && names.has(n) && !/^(\\pi|e|i)$/.test(n)),
    );

/** What constraints may have eliminated. */
const MULTIPLIER = /^\\(lambda|nu|mu|eta|gamma|alpha|beta|xi|rho|kappa|tau|zeta|theta|omega)/;

/** Names of the condition that the form does not mention, through the definitions of the plan. */
function lostNames(e: Expr, right: Expr, name: string, plan: Plan): string[] {
  const reach = (side: Expr, seen: Set<string>): Set<string> => {
    for (const n of allNames([side])) {
      if (seen.has(n)) continue;
      seen.add(n);
      const d = plan.definitions.get(n);
      if (d && n !== name) reach(d.body, seen);
    }
    return seen;
  };
  const [own, kept] = [reach(e, new Set()), reach(right, new Set())];
  const { bound } = namesOf(e);
  return [...own].filter(
    (n) =>
      n !== name &&
      !kept.has(n) &&
      !bound.has(n) &&
      !/^(\\pi|e|i)$/.test(n) &&
      n !== name.replace(/_\{.*$/, "") &&
      !plan.definitions.has(n) &&
      !name.endsWith(`_{${n}}`),
  );
}

/** Whether the root does not depend on a name: with another value for it the root is the same. */
function irrelevant(name: string, e: Expr, item: Item, plan: Plan, input: JudgeInput): boolean {
  const other = rewrite(e, (n) => (n.op === "symbol" && n.name === name ? node("add", [node("mul", [number(2), n], n.span), number(1)], n.span) : n));
  const root = numericDefinition({ kind: "equation", left: other, right: number(0), span: e.span, text: "" }, item.left.name ?? "");
  return tryPlan({ ...item, right: root.body, relation: "=" }, plan, { ...input, hasty: true, samples: 8 }).outcome.kind === "agrees";
}

/** Whether the condition is seen not to vanish with the form, wherever both can be computed. */
function misses(item: Item, e: Expr, name: string, plan: Plan, input: JudgeInput): boolean {
  const at = node("bind", [e, item.right], e.span, name, { bound: name });
  const definitions = new Map([...plan.definitions].filter(([n]) => n !== name));
  const { outcome } = tryPlan({ ...item, left: at, right: number(0), relation: "=", role: "claim" }, { ...plan, definitions }, input);
  return outcome.kind === "differs" && outcome.holdsIn.length <= outcome.failsIn.length / 3;
}

/** What kind of point the form is, by the second derivative there. */
function kindOf(item: Item, condition: Condition, input: JudgeInput): Note | undefined {
  const plain = plainly(item, condition, input);
  if (!plain) return undefined;
  const { e, name } = plain;
  const second = node("bind", [derivative(e, name), item.right], e.span, name, { bound: name });
  const facts = input.environment.facts(item);
  const names = allNames([e, item.right]);
  const plan: Plan = {
    definitions: definitionsFor(item, names, facts),
    conditions: conditionsFor(item, names, facts),
    unused: [],
    sums: input.environment.sums(item),
  };
  const holds = (relation: string): boolean =>
    tryPlan({ ...item, left: second, right: number(0), relation }, plan, { ...input, work: new Fuel(WORK), hasty: true }).outcome.kind === "agrees";
  const kind = holds("<") ? "maximum" : holds(">") ? "minimum" : undefined;
  return (
    kind && {
      range: input.range(item.link.right),
      code: `stationary/${kind}`,
      message: `The second derivative is ${kind === "maximum" ? "negative" : "positive"} there: a ${kind}.`,
    }
  );
}
