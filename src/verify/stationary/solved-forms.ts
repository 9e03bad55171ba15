/** Solved forms: `x = …` behind a derivative that is set to zero is checked by putting it into the condition; what differs from the root is accused where a slip of the pen mends it. */
import { Fuel } from "../../base/fuel";
import type { Definition } from "../../derivation/facts/facts";
import { conditionsFor, definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { numericDefinition } from "../../derivation/laws/entries";
import { allNames } from "../../derivation/names/all-names";
import { reach } from "../../derivation/plans/held-fixed";
import type { Plan } from "../../derivation/plans/plan";
import { vanishingAt } from "../../derivation/plans/solve";
import { isMinusOne, isNumberName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, same, some, symbol, walk } from "../../expression/tree";
import { failing } from "../accusing/failing";
import { unrefutable } from "../accusing/refutable";
import { SLIP } from "../accusing/slips";
import { figure } from "../figure";
import { printed } from "../guarded";
import { evidenceOf } from "../messages";
import type { Note, Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreeing } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { usesOf } from "../trying/uses";
import { finalForm } from "./final-forms";
import { termsOfObjective } from "./objective-terms";
import { type Condition, conditionBefore, isChosen, isConcluded } from "./stationarity";
import { derivative, functionOf, isOfVectors, plainly, solvedValue, solvingTrial, WORK } from "./vanishing";

/** The step of an item that solves a condition before it, right or wrong; undefined where there is no condition or nothing can be said. */
export function solvedForm(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (item.relation !== "=" || item.link.continued || step.verdict === "holds-if") return undefined;
  if (step.verdict === "fails") return step.code === "equation/contradicts" && !step.fixes ? mended(item, step, input) : undefined;
  const condition = conditionBefore(item, input);
  if (!condition || isChosen(item) || isOfRandomName(item, condition)) return undefined;
  // A = A^T says more of A than what it is
  if (some(item.right, (n) => /^(transpose|adjoint)$/.test(n.op) && same(n.args[0], item.left))) return undefined;
  if (condition.objective && item.left.op === "indexed" && item.left.args.every((a) => a.op === "symbol"))
    return step.verdict === "holds" || !isConcluded(item) ? undefined : termsOfObjective(item, condition, step, input);
  const solving =
    solvingTrial(item, condition, input) ?? (condition.equation || isOfVectorObjective(condition) ? rootTrial(item, condition, input) : undefined);
  if (solving) return { ...step, ...solved(solving, item, condition, step, input) };
  if (step.verdict === "holds") return undefined;
  const final = finalForm(item, condition, step, input);
  if (final) return final;
  if (!condition.said || !isConcluded(item)) return undefined;
  return refuted(item, condition, step, input);
}

/** What contradicts the condition before it, with the edit that makes it solve it. */
function mended(item: Item, step: Step, input: JudgeInput): Step | undefined {
  const condition = conditionBefore(item, input);
  if (!condition || isChosen(item) || isOfRandomName(item, condition)) return undefined;
  const found = refuted(item, condition, step, input);
  return found?.fixes ? found : undefined;
}

/** Z = φ(X) beside "max I(X; Z)": what a random variable is, at which no number of it is best. */
const isOfRandomName = ({ left }: Item, { objective }: Condition): boolean =>
  left.op === "symbol" &&
  objective !== undefined &&
  some(
    objective.formula,
    (n) => n.op === "statistic" && /^(information|entropy|divergence)$/.test(n.name ?? "") && n.args.some((a) => a.op === "symbol" && a.name === left.name),
  );

function solved(solving: Tried, item: Item, condition: Condition, step: Step, input: JudgeInput): Partial<Step> {
  const note = kindOf(item, condition, input);
  const notes = note ? { notes: [...(step.notes ?? []), note] } : {};
  if (step.verdict === "holds") return notes;
  const uses = usesOf(solving, solving.item ?? item, input).filter((u) => u.text !== input.text.slice(item.link.left.from, item.link.right.to));
  return {
    verdict: "holds",
    basis: "sampled",
    code: "stationary/solves",
    message: `Holds: ${condition.equation ? `it solves ${equationOf(condition)}` : `with it ${subjectOf(condition)}${condition.objective ? "" : " before it"} vanishes`}${note ? `. ${note.message}` : "."}`,
    ...(uses.length ? { uses } : {}),
    evidence: evidenceOf(solving.outcome, input.seed),
    ...notes,
  };
}

/** The name as the number at which a search finds that a condition vanishes. */
const foundAt = (name: string, e: Expr): Definition => numericDefinition({ kind: "equation", left: e, right: number(0), span: e.span, text: "" }, name);

const isOfVectorObjective = ({ objective }: Condition): boolean => objective !== undefined && isOfVectors(objective.formula);

/** The trial in which the form is the vector that solves an equation. */
function rootTrial(item: Item, condition: Condition, input: JudgeInput): Tried | undefined {
  const plain = plainly(item, condition, input);
  if (!plain) return undefined;
  const compared: Item = { ...item, left: symbol(plain.name, item.left.span), role: "claim" };
  const plan = rootPlan(item, plain.e, plain.name, vanishingAt(plain.name, plain.e), input);
  const tried: Tried = { ...tryPlan(compared, plan, { ...input, work: new Fuel(WORK) }), item: compared };
  return tried.outcome.kind === "agrees" ? tried : undefined;
}

/** The plan in which the name is the root of the condition. */
function rootPlan(item: Item, e: Expr, name: string, root: Definition, input: JudgeInput, old = true): Plan {
  const facts = input.environment.facts(item);
  const names = allNames([e, item.right]);
  names.delete(name);
  names.delete(name.replace(/_\{.*$/, ""));
  const all = new Map([...definitionsFor(item, names, facts)].filter(([n]) => n !== name && n !== name.replace(/_\{.*$/, "")));
  // responsibilities of the old parameters are numbers beside the new ones
  const definitions = [...all].filter(([, d]) => !old || !d.indexed || !reach(d.body, all).has(name));
  return {
    definitions: new Map([...definitions, [name, root]]),
    conditions: conditionsFor(item, names, facts),
    unused: [],
    sums: input.environment.sums(item),
  };
}

/** A function of the name has been given a formula since the condition, in a later paragraph: its roots are asked for, not those of the condition. */
const isOfAnother = (item: Item, { at }: Condition, name: string, { groups }: JudgeInput): boolean =>
  groups.some(({ items }) =>
    items.some(
      (i) =>
        i.order > at.order &&
        i.order < item.order &&
        i.relation === "=" &&
        i.link.statement.block.paragraph > at.link.statement.block.paragraph &&
        i.left.op === "apply" &&
        !i.left.data?.order &&
        i.left.args.some((a) => a.op === "symbol" && a.name === name) &&
        allNames([i.right]).has(name),
    ),
  );

/** The failure of a form that is not the root of the condition at any point, where an edit makes it one. */
function refuted(item: Item, condition: Condition, step: Step, input: JudgeInput): Step | undefined {
  return refutedWith(false, item, condition, step, input) ?? refutedWith(true, item, condition, step, input);
}

/** The same with the shares of the old parameters left open, or as they are. */
function refutedWith(old: boolean, item: Item, condition: Condition, step: Step, input: JudgeInput): Step | undefined {
  const plain = plainly(item, condition, input);
  // a derivative that is not what it says: what is solved is not known
  const told = functionOf(item, condition, input) ?? (condition.of === undefined && condition.at.left.op === "derivative");
  if (!plain || (condition.worked.length > 0 && (input.failed?.has(condition.at.link) || (told && !agreeing(condition.at, input))))) return undefined;
  const { e, name } = plain;
  // "if β_1 = 0": the value of a name is no condition for it
  if (e.op === "symbol" || e.op === "indexed") return undefined;
  if (isOfAnother(item, condition, name, input)) return undefined;
  const left = condition.by.op === "pow" ? { ...condition.by, args: [symbol(name, item.left.span), condition.by.args[1]] } : symbol(name, item.left.span);
  const compared: Item = { ...item, left, role: "claim" };
  const trialOf = (root: Definition): Tried => ({ ...tryPlan(compared, rootPlan(item, e, name, root, input, old), input), item: compared });
  const ofNumber = trialOf(foundAt(name, e));
  const ofVector = ofNumber.outcome.kind === "unknown" ? trialOf(vanishingAt(name, e)) : ofNumber;
  const isVector = ofVector !== ofNumber && ofVector.outcome.kind !== "unknown";
  const tried = isVector ? ofVector : ofNumber;
  const { plan } = tried;
  const outcome = tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome;
  if (outcome.kind !== "differs" || outcome.holdsIn.length > outcome.failsIn.length / 3 || unrefutable(compared, tried, input)) return undefined;
  const sure = !related(item, condition, allNames([e, item.right]), name, input);
  const tied = (m: string): boolean => MULTIPLIER.test(m) || related(item, condition, new Set([m, ...allNames([item.right])]), name, input, m);
  const isLost = (m: string): boolean => (sure ? MULTIPLIER.test(m) : tied(m)) && !irrelevant(m, name, e, compared, plan, input);
  const lost = lostNames(e, item.right, name, plan).filter(isLost);
  if (lost.length > 0 && !(isVector && goesStraightOn(item, condition.at))) return undefined;
  // a root that was found by a search may be one of several
  if (!isVector && !misses(item, e, name, solvedValue(item, condition.by), plan, input)) return undefined;
  const found = failing(
    compared,
    [{ ...tried, outcome }],
    { ...input, work: new Fuel(2 * WORK), solved: rowsFrom(condition.at, item, input).flatMap(({ link }) => [link.left.tokens, link.right.tokens]) },
    (changed) =>
      lost.every((m) => some(changed.right, (n) => isInverse(n) && allNames([n]).has(m))) &&
      (solvingTrial({ ...item, right: changed.right }, condition, input) !== undefined ||
        (isVector && tryPlan({ ...compared, right: changed.right }, plan, { ...input, hasty: true }).outcome.kind === "agrees")),
    undefined,
    SLIP,
    sure,
  );
  // a multiplier that is not there any more may have been found elsewhere, but not one that an inverse has lost
  if (lost.length > 0 && (found.fixes?.length ?? 0) === 0) return undefined;
  const vanishes = condition.equation
    ? `Does not solve ${equationOf(condition)} before it.`
    : `Does not solve the condition ${condition.objective ? "" : "before it, "}that ${subjectOf(condition)} vanishes.`;
  if (found.verdict === "fails" && (found.fixes?.length ?? 0) > 0)
    return { ...step, ...found, code: "stationary/not-solved", message: `${vanishes} ${found.message}` };
  if (!sure || found.verdict !== "fails") return undefined;
  if (condition.equation) return { ...step, ...found, code: "stationary/not-solved", message: vanishes };
  const { left: root, right: value } = outcome.witness;
  return {
    ...step,
    verdict: "fails",
    code: "stationary/not-solved",
    message: `${vanishes} It vanishes at ${figure(root)}, and the right side is ${figure(value)}.`,
    witness: { values: {}, left: root, right: value },
  };
}

/** The condition, and the last row between it and the form. */
const rowsFrom = (at: Item, item: Item, { groups }: JudgeInput): Item[] => [
  at,
  ...groups
    .flatMap((g) => g.items)
    .filter((i) => i.order > at.order && i.order < item.order && i.relation === "=")
    .slice(-1),
];

/** Behind an arrow, or a word that concludes and no other: "without the penalty we have w = …" is said of another equation. */
function goesStraightOn({ link: { statement } }: Item, { link: { statement: before } }: Item): boolean {
  if (statement.arrow) return true;
  const words = `${statement.prose} ${statement.lead}`.replace(/\s+/g, " ").trim();
  return (
    statement.id === before.id + 1 &&
    /^\W*(?:and\s+)?(?:so|hence|thus|therefore|whence|which (?:gives|yields)|giving)\W*(?:that|we (?:get|obtain|have|find))?\W*$/i.test(words)
  );
}

const isInverse = (n: Expr): boolean => n.op === "pow" && isMinusOne(n.args[1]);

/** What vanishes at a condition, in words. */
const subjectOf = ({ plain, worked, by, objective }: Condition): string =>
  plain ? `$${printed(worked[0])}$` : `the derivative ${objective ? "of the objective " : ""}by $${printed(by)}$`;
const equationOf = ({ at }: Condition): string => `$${printed(at.left)} = ${printed(at.right)}$`;

/** Whether equations before the condition, all or those that speak of one name, relate its names and those of the form to each other; those about shares of the old parameters speak of these. */
function related(item: Item, condition: Condition, names: ReadonlySet<string>, name: string, input: JudgeInput, of?: string): boolean {
  const facts = input.environment.facts(item).filter((f) => f.order < condition.at.order);
  const old = new Set(facts.flatMap(({ fact, left, right }) => (fact && left.op === "indexed" && allNames([right]).has(name) ? [left.name ?? ""] : [])));
  return facts.some(({ fact, scope }) => {
    if (fact?.kind !== "equation" || scope !== item.scope) return false;
    const spoken = [...allNames([fact.left, fact.right])];
    if (of !== undefined && !spoken.includes(of)) return false;
    return !spoken.some((n) => old.has(n)) && spoken.some((n) => n !== name && names.has(n) && !isNumberName(n));
  });
}

/** What constraints may have eliminated. */
const MULTIPLIER = /^\\(lambda|nu|mu|eta|gamma|alpha|beta|xi|rho|kappa|tau|zeta|theta|omega)/;

/** Names of the condition that the form does not mention, through the definitions of the plan. */
function lostNames(e: Expr, right: Expr, name: string, plan: Plan): string[] {
  const spokenIn = (side: Expr, seen: Set<string>): Set<string> => {
    for (const n of allNames([side])) {
      if (seen.has(n)) continue;
      seen.add(n);
      const d = plan.definitions.get(n);
      if (d && n !== name) spokenIn(d.body, seen);
    }
    return seen;
  };
  const [own, kept] = [spokenIn(e, new Set()), spokenIn(right, new Set())];
  const { bound } = namesOf(e);
  // n of Σ_{i=1}^n beside a Σ_i over the same terms
  const counts = new Set<string>();
  if (some(right, (m) => m.op === "sum-over")) walk(e, (m) => void (m.op === "sum" && allNames(m.args.slice(1)).forEach((c) => void counts.add(c))));
  return [...own].filter(
    (n) =>
      n !== name &&
      !kept.has(n) &&
      !bound.has(n) &&
      !counts.has(n) &&
      !isNumberName(n) &&
      n !== name.replace(/_\{.*$/, "") &&
      !plan.definitions.has(n) &&
      !name.endsWith(`_{${n}}`),
  );
}

/** Whether the root does not depend on a name: with another value for it the root is the same. */
function irrelevant(name: string, of: string, e: Expr, item: Item, plan: Plan, input: JudgeInput): boolean {
  const other = rewrite(e, (n) => (n.op === "symbol" && n.name === name ? node("add", [node("mul", [number(2), n], n.span), number(1)], n.span) : n));
  const root = numericDefinition({ kind: "equation", left: other, right: number(0), span: e.span, text: "" }, of);
  return tryPlan({ ...item, left: symbol(of), right: root.body, relation: "=" }, plan, { ...input, hasty: true, samples: 8 }).outcome.kind === "agrees";
}

/** Whether the condition is seen not to vanish with the form, wherever both can be computed. */
function misses(item: Item, e: Expr, name: string, value: Expr, plan: Plan, input: JudgeInput): boolean {
  const at = node("bind", [e, value], e.span, name, { bound: name });
  const definitions = new Map([...plan.definitions].filter(([n]) => n !== name));
  const { outcome } = tryPlan({ ...item, left: at, right: number(0), relation: "=", role: "claim" }, { ...plan, definitions }, input);
  return outcome.kind === "differs" && outcome.holdsIn.length <= outcome.failsIn.length / 3;
}

/** What kind of point the form is, by the second derivative there. */
function kindOf(item: Item, condition: Condition, input: JudgeInput): Note | undefined {
  const plain = plainly(item, condition, input);
  if (!plain) return undefined;
  const { e, name } = plain;
  const second = node("bind", [derivative(e, name), solvedValue(item, condition.by)], e.span, name, { bound: name });
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
