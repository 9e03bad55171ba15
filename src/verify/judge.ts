/** Judges the relation signs of a document in reading order: plans, trials, verdicts. */
import type { Span } from "../base/span";
import { OutOfFuel } from "../base/fuel";
import { derivedSteps, hasIndefinite, upToConstants } from "../checks/antiderivative";
import { checkApproximation, checkProportional, hasDecimals } from "../checks/approximation";
import { checkEquality, type Trial } from "../checks/equality";
import { checkOrder } from "../checks/order";
import type { Outcome } from "../checks/outcome";
import { arrowRuns } from "../derivation/arrows";
import type { Sign } from "../derivation/statements";
import type { Block } from "../document/blocks";
import { allNames, numerically, type Plan, plansFor } from "../derivation/context";
import { oneFamily, otherNotations, readingsOf } from "../derivation/readings";
import type { Equation } from "../derivation/facts";
import type { Environment } from "../derivation/environment";
import { hasError, type Item, type ItemGroup } from "../derivation/items";
import { momentsFor } from "../derivation/moments";
import type { Reading } from "../expression/parser";
import { some } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { print } from "../notation/print";
import { Unsupported } from "../numeric/arithmetic";
import { arrowBase, arrowStep } from "./arrows";
import { guarded, printed, skippedSigns } from "./guarded";
import { isWorkedOut, unrefutable } from "./refutable";
import { consequence, refutedBeside } from "./consequences";
import { densityFindings, repairedPlan } from "./densities";
import { failing } from "./failing";
import { evidenceOf, messageFor } from "./messages";
import type { Range, RelationSign, Step } from "./report";
import { settingFor } from "./setting";
import { isToSolve } from "./to-solve";
import { notSquare } from "./rectangular";
import type { JudgeInput, Tried } from "./trial";

export interface JudgedStep {
  readonly step: Step;
  readonly block: Block;
  /** Where its first expression stands. */
  readonly from: number;
}

export function* judge(given: JudgeInput): Generator<JudgedStep, void, void> {
  const identities = new Set<Item["link"]>();
  const input = withoutIdentities(given, identities);
  const runs = arrowRuns(input.groups.map((g) => g.line));
  const skipped = skippedSigns(input);
  /** Verdicts of the arrows that lead to a group. */
  const concluded = new Map<ItemGroup, Step>();
  for (const [at, group] of input.groups.entries()) {
    const { block } = group.line;
    if (input.own && !input.own.has(group)) continue;
    const run = runs.get(at);
    if (run) {
      const bare = arrowBase(input.groups, at, run, input);
      const silent = skipped(group.line.arrow as Sign, block);
      const step: Step = silent ? { ...bare, ...silent } : guarded(bare, () => followed(arrowStep(input.groups, at, run, input), run.conclusion.flatMap((i) => [...input.groups[i].items]), input));
      for (const i of run.conclusion) concluded.set(input.groups[i], step);
      yield { step, block, from: group.line.span.from };
    }
    for (const item of group.items) {
      const bare = base(item, input);
      const silent = skipped(item.link.sign, block);
      const step: Step = silent ? { ...bare, ...silent } : guarded(bare, () => judgeConcluded(item, concluded.get(group), input));
      if (isIdentity(item, step, given)) identities.add(item.link);
      yield { step, block, from: firstExpression(item) };
    }
  }
}
/** The left operand where it stands in the formula of its sign; a row that goes on with a chain starts at its sign. */
const firstExpression = (item: Item): number => {
  const { left, sign, statement } = item.link;
  return left.from >= statement.block.span.from && left.to > left.from ? Math.min(left.from, sign.from) : sign.from;
};

/** Equations that were seen to hold whatever their symbols are constrain nothing: they are no facts for later steps. */
const withoutIdentities = (input: JudgeInput, identities: ReadonlySet<Item["link"]>): JudgeInput => ({
  ...input,
  environment: { ...input.environment, facts: (item) => input.environment.facts(item).filter((f) => f.fact?.kind !== "equation" || !identities.has(f.link)) },
});

/** Whether a step holds by definitions alone. */
function isIdentity(item: Item, step: Step, input: JudgeInput): boolean {
  if (step.verdict !== "holds" || item.fact?.kind !== "equation" || !/^step\//.test(step.code)) return false;
  const definitions = new Set(input.groups.flatMap((g) => g.items).flatMap((i) => (i.fact?.kind === "definition" && !i.fact.derived ? [i.fact.span.from] : [])));
  return (step.uses ?? []).every((u) => definitions.has(u.range.start.offset));
}

/** What stands first behind an arrow stands and falls with it: it follows, or it is a statement that nothing is known of. */
function judgeConcluded(item: Item, arrow: Step | undefined, input: JudgeInput): Step {
  const leading = item.link.index === 0 || item.relation !== "=";
  if (!arrow || !leading || item.role === "defines" || item.role === "unread") return judgeItem(item, input);
  if (arrow.verdict === "holds") return { ...base(item, input), verdict: "holds", basis: "sampled", code: "implication/concluded", message: "Follows from the statement before the arrow.", ...(arrow.uses ? { uses: arrow.uses } : {}) };
  return judgeItem(item.role === "claim" ? { ...item, role: "soft" } : item, arrow.verdict === "unchecked" ? input : withoutFacts(input));
}

const withoutFacts = (input: JudgeInput): JudgeInput => ({ ...input, environment: { objectives: [], facts: () => [], normalised: () => new Set<string>(), free: (i) => input.environment.free(i), continuous: (i) => input.environment.continuous(i) } });

const base = (item: Item, input: JudgeInput) => ({
  range: input.range(item.link.right.to > item.link.right.from ? item.link.right : { from: item.link.sign.from, to: item.link.sign.to }),
  relationRange: input.range(item.link.sign),
  relation: sign(item.relation),
  left: printed(item.left),
  right: printed(item.right),
});
const sign = (r: string): RelationSign => (r === "⇐" ? "⇒" : r === "∉" ? "∈" : (r as RelationSign));

/** An arrow whose premise could not be solved holds where every statement behind it follows from the facts, of which the premise is one. */
function followed(step: Step, conclusion: readonly Item[], input: JudgeInput): Step {
  if (step.verdict !== "unchecked" || step.relation !== "⇒" || conclusion.length === 0) return step;
  const follows = conclusion.every((i) => i.role !== "unread" && !hasError(i.left) && !hasError(i.right) && agreeing(i, input));
  return follows ? { ...step, verdict: "holds", basis: "sampled", code: "implication/follows", message: "Follows: with what stands before, the statement behind the arrow holds at all informative random points." } : step;
}

function agreeing(item: Item, input: JudgeInput): boolean {
  const { holding, assumes } = tryPlans(item, input);
  return holding !== undefined && assumes === undefined;
}

/** Whether an equation between the definition of a function that the step uses and the step gives the function another formula. */
function redefined(last: Tried, item: Item, input: JudgeInput): boolean {
  const used = [...last.plan.definitions.values()].filter((d) => d.params.length > 0 && d.derived !== true);
  return input.environment.facts(item).some((f) => f.fact?.kind === "equation" && f.order < item.order && f.left.op === "apply" && used.some((d) => d.name === f.left.name && d.span.from < f.link.left.from && d.params.length === f.left.args.length && f.left.args.every((a) => a.op === "symbol")));
}

/** Whether an equation before the step determines the name that stands alone on its left, and at every sample otherwise than the step says. */
function contradicted(item: Item, last: Tried): boolean {
  const { outcome } = last;
  const name = item.left.name ?? "";
  return outcome.kind === "differs" && outcome.holdsIn.length === 0 && item.left.op === "apply" && last.plan.definitions.get(name)?.derived === true && last.plan.unused.length === 0 && !unrefutable(item, last);
}

function judgeItem(item: Item, input: JudgeInput): Step {
  const shared = base(item, input);
  const unread = hasError(item.left) ?? hasError(item.right);
  if (unread) return { ...shared, verdict: "unchecked", code: "expression/not-read", message: `Not checked: ${unread.name}.` };
  if (item.role === "unread") return { ...shared, verdict: "unchecked", code: "relation/unknown", message: `The relation "${item.relation}" is not checked here.` };
  if (item.role === "defines") return { ...shared, verdict: "defines", code: "step/defines", message: definesMessage(item), ...densityFindings(item, input) };
  if (item.role === "given") return { ...shared, verdict: "given", code: "step/given", message: "Assumed here: a condition, a hypothesis or an equation to be solved." };
  const rectangular = input.shapes.rectangular(item);
  const wrong = item.role === "claim" && item.relation === "=" ? notSquare(item.right, rectangular) : undefined;
  if (wrong && !notSquare(item.left, rectangular)) return { ...shared, range: input.range(wrong.part.span), verdict: "fails", code: "matrix/not-square", message: `Does not make sense: ${wrong.message}.` };
  if (wrong) return { ...shared, verdict: "unchecked", code: "matrix/not-square", message: `Not checked: ${wrong.message}.` };
  const { holding, finals, assumes } = tryPlans(item, input);
  const last = finals.find((t) => t.outcome.kind === "unknown") ?? finals[finals.length - 1];
  if (holding?.outcome.kind === "agrees" && assumes) return { ...shared, verdict: "holds-if", code: "step/holds-if", holdsIf: assumes, message: `Holds if ${assumes} (one joint distribution, Bayes' rule); the document does not say so.`, evidence: evidenceOf(holding.outcome, input.seed) };
  if (holding?.outcome.kind === "agrees") {
    const { outcome } = holding;
    const uses = usesOf(holding, holding.item ?? item, input);
    const reading = readingText(holding);
    return { ...shared, verdict: "holds", basis: outcome.exact ? "exact" : "sampled", code: outcome.exact ? "step/proved" : "step/agrees", message: messageFor(item, holding, input), ...(uses.length ? { uses } : {}), ...(reading.length ? { reading } : {}), evidence: evidenceOf(outcome, input.seed) };
  }
  const derived = consequence(item, input);
  if (derived) return { ...shared, ...derived };
  if (item.role === "soft" && !supposed(item) && (contradicted(item, last) || (finals.every((t) => t.outcome.kind === "differs") && isWorkedOut(item, last) && !redefined(last, item, input) && !unrefutable(item, last)))) return failingStep(item, [last], shared, input);
  if (item.role === "soft") return { ...shared, verdict: "given", code: "step/given", message: "Taken as given: an equation or condition that is no identity." };
  if (last.outcome.kind === "differs" && item.role === "claim" && isToSolve(item, input)) return { ...shared, verdict: "given", code: "step/given", message: "Taken as given: an equation that is solved below." };
  if (last.outcome.kind === "unknown") return { ...shared, verdict: "unchecked", code: last.outcome.code, message: sentence(`Not checked: ${last.outcome.message}`), ...(last.outcome.evidence ? { evidence: evidenceOf(last.outcome, input.seed) } : {}) };
  const doubt = last.setting?.shapes.doubt;
  if (doubt) return { ...shared, verdict: "unchecked", code: "matrix/shape", message: `Not checked: ${doubt}.`, evidence: evidenceOf(last.outcome, input.seed) };
  if (restricting(item, last.plan, input) && !refutedBeside(last.derived ?? item, last.plan, input)) return { ...shared, verdict: "unchecked", code: "context/not-used", message: "It does not hold as it stands, but an earlier equation about the same symbols could not be taken into account.", evidence: evidenceOf(last.outcome, input.seed) };
  const loose = unrefutable(last.derived ?? item, last);
  if (loose) return { ...shared, verdict: "unchecked", ...loose, evidence: evidenceOf(last.outcome, input.seed) };
  return failingStep(item, finals, shared, input);
}

/** A step that fails somewhere: with a condition, or with its witness, where the sides differ, and the edits after which it holds. */
const failingStep = (item: Item, finals: readonly Tried[], shared: ReturnType<typeof base>, input: JudgeInput): Step => ({ ...shared, ...failing(item, finals, input, (changed) => agreeing(changed, input)) });

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
/** How the step was read, where that mattered. */
const readingText = (t: Tried): string[] => [...(t.reading ? [t.reading] : []), ...(t.repaired ? ["a density that does not integrate to one was divided by its integral"] : []), ...integralReading(t)];

/** A sum over a variable of a density was taken for an integral. */
function integralReading(t: Tried): string[] {
  const over = new Set<string>();
  for (const e of t.item ? [t.item.left, t.item.right] : []) some(e, (n) => (n.op === "sum-over" && t.plan.continuous?.has(n.name ?? "") && over.add(n.name ?? ""), false));
  return [...over].map((v) => `the sum over ${v} is an integral: ${v} is continuous here`);
}

const definesMessage = (item: Item): string => `Introduces ${item.fact?.kind === "definition" ? `$${item.fact.name}$` : "a name"}: nothing is claimed.`;

/** What is supposed is not derived: an expression set to zero at the end of a chain. */
const supposed = (item: Item): boolean => item.role === "soft" && item.link.continued && item.right.op === "number" && Number(item.right.name) === 0;

/** What all readings and plans of a step gave: the first that agrees, and each reading's strongest plan. */
interface Trials {
  readonly holding?: Tried;
  readonly finals: readonly Tried[];
  readonly assumes?: string;
}

/** Tries readings most conventional first, in each the plans from weak to strong, as written and with densities repaired, until one agrees. */
function tryPlans(item: Item, input: JudgeInput): Trials {
  const { environment } = input;
  const facts = supposed(item) ? environment.facts(item).filter((f) => f.fact?.kind === "condition" || (f.fact?.kind === "definition" && !f.fact.derived)) : environment.facts(item);
  const around = { free: environment.free(item), continuous: environment.continuous(item), moments: momentsFor(item, facts) };
  const finals: Tried[] = [];
  // other notations are looked at only where the usual one does not agree
  for (const reading of [...readingsOf(item, facts), ...(item.role === "claim" ? otherNotations(item, input.reading, facts) : [])]) {
    const plans = plansFor(reading.item, facts).map((plan): Plan => ({ ...plan, ...around }));
    let last: Tried | undefined;
    for (const plan of plans) {
      for (const variant of [plan, item.role === "soft" ? undefined : constrained(plan, environment.normalised(item)), repairedPlan(plan, item, input)]) {
        if (!variant) continue;
        last = { ...tryPlan(reading.item, variant, input), item: reading.item, ...(reading.says ? { reading: reading.says } : {}), ...(variant === plan ? {} : { repaired: true }) };
        if (last.outcome.kind === "agrees") return { holding: last, finals: [...finals, last] };
        // with more facts it would cost no less
        if (last.outcome.kind === "unknown" && last.outcome.code === "work/too-much") return { finals: [...finals, last] };
      }
    }
    if (last && last.outcome.kind !== "agrees" && last.plan.unused.length > 0) {
      last = throughEquations(last, reading.item, input);
      if (last.outcome.kind === "agrees") return { holding: last, finals: [...finals, last] };
    }
    if (last) finals.push(last);
  }
  return assumedFamily(item, finals, input) ?? { finals };
}

/** Takes up the equations that no plan could undo: those that are met already are dropped, the others are solved by search where that works. */
function throughEquations(last: Tried, item: Item, input: JudgeInput): Tried {
  let { plan } = last;
  const left: Equation[] = [];
  const meets = (e: Equation, p: Plan): boolean => tryPlan({ ...item, left: e.left, right: e.right, relation: "=" }, p, input).outcome.kind === "agrees";
  const own = allNames([item.left, item.right]);
  for (const e of plan.unused.slice(0, 4)) {
    if (meets(e, plan)) continue;
    const solved = numerically(e, own, plan.definitions);
    const next: Plan | undefined = solved && { ...plan, definitions: new Map([...plan.definitions, [solved.name, solved]]) };
    if (next && meets(e, next)) plan = next;
    else left.push(e);
  }
  const unused = [...left, ...plan.unused.slice(4)];
  const changed = plan !== last.plan;
  const rest: Plan = { ...plan, unused };
  if (!changed) return { ...last, plan: rest };
  // a search meets one solution of several: what holds there is shown by all worlds, what differs there is not refuted
  const tried = { ...last, ...tryPlan(item, rest, input), item };
  return tried.outcome.kind === "agrees" ? tried : { ...last, plan: { ...last.plan, unused: plan.unused.length ? plan.unused : last.plan.unused } };
}

/** With the distributions under variation that a constraint normalises. */
function constrained(plan: Plan, normalised: ReadonlySet<string>): Plan | undefined {
  const free = new Set([...(plan.free ?? [])].filter((n) => !normalised.has(n)));
  return free.size < (plan.free?.size ?? 0) ? { ...plan, free } : undefined;
}

/** Two names of distributions with one letter taken for one family: agreement under that is conditional. */
function assumedFamily(item: Item, finals: readonly Tried[], input: JudgeInput): Trials | undefined {
  const plan = finals[finals.length - 1]?.plan;
  const names = plan && new Set([...allNames([item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)])]);
  const family = names && oneFamily(names);
  if (!plan || !family) return undefined;
  const renamed: Item = { ...item, left: family.rename(item.left), right: family.rename(item.right) };
  const definitions = new Map([...plan.definitions].map(([n, d]) => [n, { ...d, body: family.rename(d.body) }]));
  const tried = { ...tryPlan(renamed, { ...plan, definitions }, input), item: renamed };
  return tried.outcome.kind === "agrees" ? { holding: tried, finals, assumes: family.says } : undefined;
}

/** Tries a step under a plan; one with indefinite integrals by its derivatives. */
export function tryPlan(item: Item, plan: Plan, input: JudgeInput): Tried {
  const integral = item.relation === "=" && (hasIndefinite(item.left) || hasIndefinite(item.right));
  const direct = integral ? undefined : trySides(item, plan, input);
  if (direct && (direct.outcome.kind !== "differs" || item.relation !== "=")) return direct;
  const steps = integral ? derivedSteps(item.left, item.right, plan.definitions) : followsIntegral(item, input) ? upToConstants(item.left, item.right) : [];
  let found: Tried | undefined = direct;
  for (const step of steps) {
    const derived: Item = { ...item, left: step.left, right: step.right };
    const tried: Tried = { ...trySides(derived, plan, input), derived, ...(step.says ? { reading: step.says } : {}) };
    if (tried.outcome.kind === "agrees") return tried;
    if (integral && !step.guessed) found ??= tried;
  }
  return found ?? { outcome: { kind: "unknown", code: "integral/indefinite", message: "how the variables of these indefinite integrals depend on each other is not known" }, plan };
}

/** Whether an indefinite integral stands earlier in the chain: then constants of integration are about. */
const followsIntegral = (item: Item, input: JudgeInput): boolean =>
  item.link.continued && input.groups.some((g) => g.line.block === item.link.statement.block && g.items.some((i) => i.order <= item.order && (hasIndefinite(i.left) || hasIndefinite(i.right))));

function trySides(item: Item, plan: Plan, input: JudgeInput, sizes: 0 | 1 = 0): Tried {
  try {
    const setting = settingFor(item.left, item.right, plan, input.seed, input.shapes.scope(item, plan), sizes);
    const trial: Trial = { bench: setting.bench, left: item.left, right: item.right, ...(hasQuadrature(item, plan) ? { samples: Math.min(input.samples, 8), costly: true } : { samples: input.samples }), closed: setting.closed, complex: setting.complex };
    const outcome = run(item, trial);
    // agreement in one choice of dimensions may be an accident of it: tr I = 3
    const again = outcome.kind === "agrees" && sizes === 0 && [...setting.shapes.sizes.values()].length > 0 ? trySides(item, plan, { ...input, samples: Math.min(input.samples, 8) }, 1) : undefined;
    return again?.outcome.kind === "differs" ? again : { outcome, plan, setting };
  } catch (error) {
    if (error instanceof NotUnderstood) return { outcome: { kind: "unknown", code: error.code, message: error.message }, plan };
    if (error instanceof Unsupported) return { outcome: { kind: "unknown", code: "arithmetic/unsupported", message: error.message }, plan };
    if (error instanceof OutOfFuel) return { outcome: { kind: "unknown", code: "work/too-much", message: error.message }, plan };
    if (error instanceof RangeError) return { outcome: { kind: "unknown", code: "work/too-deep", message: "the expression is nested too deeply" }, plan };
    throw error;
  }
}

/** Integrals cost hundreds of evaluations a world: fewer worlds are asked, still more than enough to agree. */
const hasQuadrature = (item: Item, plan: Plan): boolean => [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)].some((e) => some(e, (n) => n.op.startsWith("integral") || (n.op === "sum-over" && (plan.continuous?.has(n.name ?? "") ?? false)) || n.op === "statistic"));

function run(item: Item, trial: Trial): Outcome {
  switch (item.relation) {
    case "=":
      return hasDecimals(trial.left) || hasDecimals(trial.right) ? checkApproximation(trial, "=") : checkEquality(trial);
    case "≈":
      return checkApproximation(trial, "≈");
    case "∝":
      return checkProportional(trial);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return checkOrder(trial, item.relation);
    case "!=": {
      const outcome = checkEquality(trial);
      if (outcome.kind === "differs") return { kind: "agrees", exact: false, evidence: outcome.evidence };
      if (outcome.kind === "agrees") return { kind: "differs", witness: { world: 0, left: Number.NaN, right: Number.NaN }, holdsIn: [], failsIn: [], evidence: outcome.evidence };
      return outcome;
    }
  }
  return { kind: "unknown", code: "relation/unknown", message: `the relation "${item.relation}" is not checked yet` };
}

/** Worlds in which a fact is left out: enough to see that it is needed. */
const FEW = 4;

/** The facts without which the step would not hold: each is left out in turn. */
function usesOf(holding: Tried, item: Item, input: JudgeInput): { range: Range; text: string }[] {
  const { plan } = holding;
  const few = { ...input, samples: FEW };
  let kept = new Map(plan.definitions);
  if (kept.size > 0 && kept.size <= 6)
    for (const name of [...kept.keys()]) {
      const fewer = new Map([...kept].filter(([n]) => n !== name));
      if (tryPlan(item, { ...plan, definitions: fewer }, few).outcome.kind === "agrees") kept = fewer;
    }
  return [...kept.values()].map((d) => ({ range: input.range(d.span), text: input.text.slice(d.span.from, d.span.to) }));
}

/** Whether an equation that no plan could use says anything: one that holds by itself restricts nothing. */
const restricting = (item: Item, plan: Plan, input: JudgeInput): boolean =>
  plan.unused.some((f) => tryPlan({ ...item, left: f.left, right: f.right, relation: "=" }, { ...plan, unused: [] }, input).outcome.kind !== "agrees");
