/** Judges one relation sign: its role, the trials of its readings and plans, and what they come to. */

import { Fuel } from "../base/fuel";
import { allNames } from "../derivation/all-names";
import type { Plan } from "../derivation/context";
import type { Item } from "../derivation/items";
import { hasError } from "../derivation/items";
import { momentOf } from "../derivation/random/moments";
import { baseOf, isGivenProbability, secondMoment } from "../derivation/random/random";
import { oneFamily, readingsOf } from "../derivation/readings";
import { namesOf } from "../expression/names";
import { type Expr, some } from "../expression/tree";
import { variablesOf } from "../expression/variables";
import { densityFindings } from "./accusing/densities";
import { failing } from "./accusing/failing";
import { notSquare } from "./accusing/rectangular";
import { isWorkedOut, type Loose, unrefutable } from "./accusing/refutable";
import { standardFormula } from "./accusing/standard-formula";
import { mayBeCurve, slipBeside, slipInGiven } from "./accusing/unclaimed-slips";
import { functionAnswer } from "./answers/function-answers";
import { lostRoots } from "./answers/lost-roots";
import { pluggedVerdict } from "./answers/plugged";
import { rootAnswer } from "./answers/root-answers";
import { termAnswer } from "./answers/term-answers";
import { isToSolve } from "./answers/to-solve";
import { printed } from "./guarded";
import { evidenceOf, messageFor } from "./messages";
import type { RelationSign, Step } from "./report";
import { withVariablesFree } from "./stationary/free-variables";
import { isMultiplierCondition } from "./stationary/multipliers";
import { solvedForm } from "./stationary/solved-forms";
import { withoutOwnChain } from "./trying/circular";
import { consequence, refutedBeside } from "./trying/consequences";
import { isConstraint } from "./trying/sequence-constraints";
import type { JudgeInput, Tried } from "./trying/trial";
import { agreeing, agreesUnder, supposed, tryPlans } from "./trying/trials";
import { tryPlan } from "./trying/try-plan";
import { judgeWithUnits } from "./trying/unit-readings";
import { readingText, usesOf } from "./trying/uses";

/** What a step is before it is judged. */
export const base = (item: Item, input: JudgeInput) => ({
  range: input.range(item.link.right.to > item.link.right.from ? item.link.right : { from: item.link.sign.from, to: item.link.sign.to }),
  relationRange: input.range(item.link.sign),
  relation: sign(item.link.sign.relation),
  left: printed(item.left),
  right: printed(item.right),
});
const sign = (r: string): RelationSign => (r === "⇐" ? "⇒" : r === "∉" ? "∈" : (r as RelationSign));

/** Evaluations that all trials of a step may take together; the search for fixes has as many again. */
const WORK = 8_000_000;

export function judgeItem(item: Item, input: JudgeInput): Step {
  const step = judgeAlone(item, input);
  return solvedForm(item, step, input) ?? step;
}

function judgeAlone(item: Item, input: JudgeInput): Step {
  const step = judgeWithUnits(item, input, (i, given) => judgeOnce(i, { ...given, work: new Fuel(WORK) }));
  if (step.verdict === "unchecked" || step.verdict === "given")
    for (const freed of withVariablesFree(item, input)) {
      const wrong = judgeOnce(item, { ...freed, work: new Fuel(WORK) });
      if (wrong.verdict === "fails" && (wrong.fixes?.length ?? 0) > 0) return wrong;
    }
  const apart = step.verdict === "holds" ? withoutOwnChain(item, input) : undefined;
  if (!apart) return step;
  const again = judgeOnce(item, { ...apart, work: new Fuel(WORK) });
  if (again.verdict === "holds" || again.verdict === "holds-if" || (again.verdict === "fails" && again.fixes)) return again;
  return {
    ...base(item, input),
    verdict: "unchecked",
    code: "context/circular",
    message: "Not checked: it holds only if the equation does that this chain begins with.",
  };
}

function judgeOnce(item: Item, input: JudgeInput): Step {
  const shared = base(item, input);
  const unread = hasError(item.left) ?? hasError(item.right);
  if (unread) return { ...shared, verdict: "unchecked", code: "expression/not-read", message: `Not checked: ${unread.name}.` };
  if (item.role === "unread")
    return { ...shared, verdict: "unchecked", code: "relation/unknown", message: `The relation "${item.relation}" is not checked here.` };
  const standard = item.role === "defines" || item.role === "given" ? standardFormula(item, input) : undefined;
  if (standard) return { ...shared, ...agreement(item, standard, input) };
  if (item.role === "defines")
    return (
      restated(item, input) ??
      answered(item, shared, input) ?? { ...shared, verdict: "defines", code: "step/defines", message: definesMessage(item), ...densityFindings(item, input) }
    );
  if (item.role === "given" && isLawMoment(item, input)) return judgeOnce({ ...item, role: isHere(item, input) ? "claim" : "soft" }, input);
  if (item.role === "given" && isGivenProbability(item))
    return judgeOnce({ ...item, role: isOfLaw(item, input) && isHere(item, input) ? "claim" : "soft" }, input);
  if (item.role === "given")
    return { ...shared, verdict: "given", code: "step/given", message: "Assumed here: a condition, a hypothesis or an equation to be solved." };
  const rectangular = input.shapes.rectangular(item);
  const wrong = item.role === "claim" && item.relation === "=" ? notSquare(item.right, rectangular) : undefined;
  if (wrong && !notSquare(item.left, rectangular))
    return { ...shared, range: input.range(wrong.part.span), verdict: "fails", code: "matrix/not-square", message: `Does not make sense: ${wrong.message}.` };
  if (wrong) return { ...shared, verdict: "unchecked", code: "matrix/not-square", message: `Not checked: ${wrong.message}.` };
  const { holding, finals, assumes } = tryPlans(item, input);
  const last = finals.find((t) => t.outcome.kind === "unknown") ?? finals[finals.length - 1];
  if (holding?.outcome.kind === "agrees" && assumes)
    return {
      ...shared,
      verdict: "holds-if",
      code: "step/holds-if",
      holdsIf: assumes,
      message: `Holds if ${assumes} (one joint distribution, Bayes' rule); the document does not say so.`,
      evidence: evidenceOf(holding.outcome, input.seed),
    };
  const chosen = lostRoots(item, input);
  if (chosen) return { ...shared, ...chosen };
  const answer = item.role === "soft" && holding?.outcome.kind !== "agrees" ? answered(item, shared, input) : undefined;
  if (answer) return answer;
  if (holding?.outcome.kind === "agrees" && holding.assumes)
    return {
      ...shared,
      verdict: "holds-if",
      code: "step/holds-if",
      holdsIf: holding.assumes,
      message: `Holds if ${holding.assumes}; the document does not say so.`,
      evidence: evidenceOf(holding.outcome, input.seed),
    };
  if (holding?.outcome.kind === "agrees") return { ...shared, ...agreement(item, holding, input) };
  // consequences are found with numbers in place of names: products of matrices do not commute
  const derived = [...finals].some((t) => (t.setting?.shapes.shapes.size ?? 0) > 0) ? undefined : consequence(item, input);
  if (derived) return { ...shared, ...derived };
  if (
    item.role === "soft" &&
    !supposed(item) &&
    (contradicted(item, last) ||
      (finals.every((t) => t.outcome.kind === "differs") && isWorkedOut(item, last) && !redefined(last, item, input) && !unrefutable(item, last)))
  ) {
    const wrong = failingStep(item, [last], shared, input);
    if (wrong.verdict !== "unchecked") return wrong;
  }
  const slipped = item.role === "soft" ? slipInGiven(item, finals, { ...input, work: new Fuel(WORK) }) : undefined;
  if (slipped) return { ...shared, ...slipped };
  if (item.role === "soft" && opensSignature(item, input))
    return { ...shared, verdict: "defines", code: "step/defines", message: `Introduces $${printed(item.left)}$: nothing is claimed.` };
  if (item.role === "soft")
    return { ...shared, verdict: "given", code: "step/given", message: "Taken as given: an equation or condition that is no identity." };
  if (last.outcome.kind === "differs" && item.role === "claim" && !isLawMoment(item, input) && isToSolve(item, input))
    return (
      slipIn(item, finals, shared, input) ?? { ...shared, verdict: "given", code: "step/given", message: "Taken as given: an equation that is solved below." }
    );
  if (last.outcome.kind === "unknown")
    return (
      (OPEN.test(last.outcome.code) && withPlugged(item, last, shared, input)) || {
        ...shared,
        verdict: "unchecked",
        code: last.outcome.code,
        message: sentence(`Not checked: ${last.outcome.message}`),
        ...(last.outcome.evidence ? { evidence: evidenceOf(last.outcome, input.seed) } : {}),
      }
    );
  const loose = unrefutable(last.derived ?? item, last);
  const plugged = loose && withPlugged(item, last, shared, input);
  if (plugged) return plugged;
  if (loose?.code === "context/new-symbol" && isMultiplierCondition(item, input))
    return { ...shared, verdict: "given", code: "step/given", message: "Taken as given: a condition with a multiplier that it brings in." };
  if (loose && /^context\/(new-symbol|unrelated)$/.test(loose.code) && isConstraint(item, last))
    return { ...shared, verdict: "given", code: "step/given", message: "Taken as given: a constraint on a sequence of which nothing else is said." };
  const beside = loose && slipBeside(item, finals, { ...input, work: new Fuel(WORK) }, loose);
  if (loose) return { ...shared, ...(beside ?? { verdict: "unchecked", ...loose, evidence: evidenceOf(last.outcome, input.seed) }) };
  const failed = failingStep(item, finals, shared, input, unmet(item, last, input));
  const curve = failed.verdict === "fails" && !failed.fixes && item.role === "claim" && mayBeCurve(item);
  return curve ? { ...shared, verdict: "given", code: "step/given", message: "Taken as given: an equation that is no identity." } : failed;
}

/** The law is said in the same part: elsewhere the name may be another one's. */
function isHere(item: Item, input: JudgeInput): boolean {
  const { variables } = input.environment.random(item);
  return !some(
    item.left,
    (n) => (n.op === "symbol" || n.op === "indexed") && variables.get(baseOf(n))?.law !== undefined && variables.get(baseOf(n))?.here !== true,
  );
}

/** P(X = 2) = … of a name whose distribution is said. */
function isOfLaw(item: Item, input: JudgeInput): boolean {
  const { variables } = input.environment.random(item);
  return some(item.left, (n) => (n.op === "symbol" || n.op === "indexed") && variables.get(baseOf(n))?.law !== undefined);
}

/** E[X] = … of a name whose distribution is said, in words or by the formula of its density: nothing is assumed. */
function isLawMoment(item: Item, input: JudgeInput): boolean {
  const name = item.relation !== "=" ? undefined : momentOf(item.left) ? item.left.args[0] : secondMoment(item.left);
  if (!name) return false;
  return (
    input.environment.random(item).variables.get(baseOf(name))?.law !== undefined ||
    (momentOf(item.left) !== undefined && readingsOf(item, input.environment.facts(item)).some((reading) => reading.says !== ""))
  );
}

/** What names of the step are is not said. */
const OPEN = /^(context\/unmet|sample\/uninformative|derivative\/unknown-dependence|expectation\/under-what|statistic\/unknown|function\/arguments)$/;

const withPlugged = (item: Item, last: Tried, shared: ReturnType<typeof base>, input: JudgeInput): Step | undefined => {
  const found = pluggedVerdict(item, last, { ...input, work: new Fuel(WORK) });
  return found && { ...shared, ...found };
};

/** A value or a formula that answers an equation before it: whether it is a solution. */
function answered(item: Item, shared: ReturnType<typeof base>, input: JudgeInput): Step | undefined {
  const own = { ...input, work: new Fuel(WORK) };
  const found = rootAnswer(item, own) ?? termAnswer(item, own) ?? functionAnswer(item, own);
  return found && { ...shared, ...found };
}

/** What the document says of the step and no plan could use: shapes that do not fit, equations about its symbols. */
function unmet(item: Item, last: Tried, input: JudgeInput): Loose | undefined {
  const doubt = last.setting?.shapes.doubt;
  if (doubt) return { code: "matrix/shape", message: `Not checked: ${doubt}.` };
  if (!restricting(item, last.plan, input) || refutedBeside(last.derived ?? item, last.plan, input)) return undefined;
  return {
    code: "context/not-used",
    message: "It does not hold as it stands, but an earlier equation about the same symbols could not be taken into account.",
  };
}

/** The failure of what looks like an equation to solve, where a long sum on its right side becomes an identity by a small edit: no one solves for the one wrong term. */
function slipIn(item: Item, finals: readonly Tried[], shared: ReturnType<typeof base>, input: JudgeInput): Step | undefined {
  if (item.right.op !== "add" || item.right.args.length < 3 || namesOf(item.left, item.right).symbols.size < 2 || !/^(pow|mul)$/.test(item.left.op))
    return undefined;
  const step = failingStep(item, finals, shared, input);
  return step.verdict === "fails" && (step.fixes?.length ?? 0) > 0 ? step : undefined;
}

/** What is said of a step that agrees. */
function agreement(item: Item, holding: Tried, input: JudgeInput): Pick<Step, "verdict" | "basis" | "code" | "message" | "uses" | "reading" | "evidence"> {
  const exact = holding.outcome.kind === "agrees" && holding.outcome.exact;
  const uses = usesOf(holding, holding.item ?? item, input);
  const reading = readingText(holding);
  return {
    verdict: "holds",
    basis: exact ? "exact" : "sampled",
    code: exact ? "step/proved" : "step/agrees",
    message: messageFor(item, holding),
    ...(uses.length ? { uses } : {}),
    ...(reading.length ? { reading } : {}),
    evidence: evidenceOf(holding.outcome, input.seed),
  };
}

/** Whether an equation between the definition of a function that the step uses and the step gives the function another formula. */
function redefined(last: Tried, item: Item, input: JudgeInput): boolean {
  const used = [...last.plan.definitions.values()].filter((d) => d.params.length > 0 && d.derived !== true);
  return input.environment
    .facts(item)
    .some(
      (f) =>
        f.fact?.kind === "equation" &&
        f.order < item.order &&
        f.left.op === "apply" &&
        used.some(
          (d) =>
            d.name === f.left.name && d.span.from < f.link.left.from && d.params.length === f.left.args.length && f.left.args.every((a) => a.op === "symbol"),
        ),
    );
}

/** Whether an equation before the step determines the name that stands alone on its left, and at every sample otherwise than the step says. */
function contradicted(item: Item, last: Tried): boolean {
  const { outcome } = last;
  const name = item.left.name ?? "";
  // f(x) = 3, f(x) = -1: values that are looked for, one after the other
  if (last.plan.definitions.get(name)?.body.op === "number") return false;
  return (
    outcome.kind === "differs" &&
    outcome.holdsIn.length === 0 &&
    item.left.op === "apply" &&
    last.plan.definitions.get(name)?.derived === true &&
    last.plan.unused.length === 0 &&
    !unrefutable(item, last)
  );
}

const repaired = (item: Item, finals: readonly Tried[], input: JudgeInput, unmet?: Loose) =>
  failing(
    item,
    finals,
    input,
    (changed) => finals.some((t) => t.item === item && agreesUnder(changed, t, input)) || agreeing(changed, { ...input, rough: true }),
    unmet,
  );

/** A step that fails somewhere: with a condition, or with its witness, where the sides differ, and the edits after which it holds. */
const failingStep = (item: Item, finals: readonly Tried[], shared: ReturnType<typeof base>, input: JudgeInput, unmet?: Loose): Step => ({
  ...shared,
  ...repaired(item, finals, { ...input, work: new Fuel(WORK) }, unmet),
});

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
/** A function that an earlier part has determined, said again in another form that agrees with it: the answer, not a new definition. */
function restated(item: Item, input: JudgeInput): Step | undefined {
  const { left } = item;
  if (left.op !== "apply") return undefined;
  const before = input.environment.facts(item).some((f) => f.order < item.order && f.relation === "=" && f.left.op === "apply" && f.left.name === left.name);
  const again = before ? judgeItem({ ...item, role: "soft" }, input) : undefined;
  return again?.uses?.length && /^holds/.test(again.verdict) ? again : undefined;
}

/** p(k | θ) = … where only p(θ) was spoken of as such: another density with the same letter, by a formula that does not name it. */
function opensSignature(item: Item, input: JudgeInput): boolean {
  const variables = item.relation === "=" && item.link.index === 0 && !item.link.continued ? variablesOf(item.left) : undefined;
  if (!variables || variables.back.length === 0 || some(item.right, (n) => n.op === "apply" && n.name === item.left.name)) return false;
  return !input.environment
    .facts(item)
    .some((f) => f.order < item.order && f.left.op === "apply" && f.left.name === item.left.name && printed(f.left) === printed(item.left));
}

const definesMessage = (item: Item): string => `Introduces ${item.fact?.kind === "definition" ? `$${item.fact.name}$` : "a name"}: nothing is claimed.`;

/** Whether an equation that no plan could use says anything: one that holds by itself, or of distributions of one family, restricts nothing. */
function restricting(item: Item, plan: Plan, input: JudgeInput): boolean {
  const family = oneFamily(allNames([item.left, item.right, ...plan.unused.flatMap((f) => [f.left, f.right])]));
  const agrees = (left: Expr, right: Expr): boolean =>
    tryPlan({ ...item, left, right, relation: "=" }, { ...plan, unused: [] }, { ...input, hasty: true, rough: true }).outcome.kind === "agrees";
  return plan.unused.some((f) => !agrees(f.left, f.right) && !(family && agrees(family.rename(f.left), family.rename(f.right))));
}
