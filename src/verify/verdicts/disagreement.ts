/** Verdicts on claims that do not agree: equations to solve, what could not be told, what nothing determines, and what fails. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { besideForPartials } from "../../derivation/plans/held-fixed";
import { pins } from "../../derivation/plans/passing-values";
import type { Plan } from "../../derivation/plans/plan";
import { oneFamily } from "../../derivation/reading/readings";
import { freeSymbols, isProbability } from "../../derivation/reading/targets";
import { cueOf } from "../../derivation/roles/words-before";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { print } from "../../notation/print";
import { contradiction } from "../accusing/contradictions";
import { despiteConditions } from "../accusing/despite-conditions";
import { failing } from "../accusing/failing";
import { withoutValue } from "../accusing/no-value";
import { openWithBodies } from "../accusing/open-names";
import { isSeriesIdentity } from "../accusing/power-series";
import { type Loose, unrefutable } from "../accusing/refutable";
import { replacedSlip } from "../accusing/replaced-slips";
import { breaksRules } from "../accusing/rules-of-probability";
import { slipInSets } from "../accusing/set-slips";
import { shownSlip } from "../accusing/shown-slips";
import { SLIP } from "../accusing/slips";
import { areStates, isRuleOfSymmetry } from "../accusing/states";
import { strayLetter } from "../accusing/stray-letters";
import { mayBeCurve, slipBeside } from "../accusing/unclaimed-slips";
import { slipInChain } from "../accusing/unfollowed-slips";
import { slipWithoutValue } from "../accusing/valueless-slips";
import { overDescribedRegion } from "../answers/described-region";
import { divergenceTheorem } from "../answers/divergence-theorem";
import { droppedLimit } from "../answers/dropped-limits";
import { independence } from "../answers/independence";
import { pluggedVerdict } from "../answers/plugged";
import { underSmallPositive } from "../answers/small-positive";
import { isToSolve } from "../answers/to-solve";
import { evidenceOf } from "../messages";
import type { Step } from "../report";
import { isMultiplierCondition } from "../stationary/multipliers";
import { triedAtPoint } from "../trying/at-points";
import { refutedBeside } from "../trying/consequences";
import { isConstraint } from "../trying/sequence-constraints";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { agreement } from "./agreement";
import { failingStep } from "./failing-step";
import { ofGrowth } from "./growth";
import { type Rule, sentence, type Tested, takenAsGiven, withOwnWork } from "./judging";
import { ofExpansion, ofHypothesis, ofLetters, ofMove } from "./soft";
import { isLawMoment, isOfLaws } from "./untried";

/** What is asked of a claim that does not agree, first to last; the last rule answers every step. */
export const DISAGREEMENT: readonly Rule<Tested>[] = [
  ofAssumption,
  ofDroppedLimit,
  ofValueBeside,
  ofExpansion,
  ofMove,
  toSolve,
  ofLetters,
  upToFactor,
  ofHypothesis,
  ofAllTables,
  notTold,
  ofZeroPutIn,
  ofStates,
  ofSymmetry,
  undetermined,
  ofGrowth,
  wrong,
];

function ofAssumption({ item, shared, last }: Tested): Step | undefined {
  const found = last.outcome.kind === "agrees" ? undefined : (independence(item) ?? divergenceTheorem(item));
  return found && { ...shared, ...found };
}

/** A row that leaves out the sign of the limit that its chain takes. */
function ofDroppedLimit({ item, input, shared, last, judge }: Tested): Step | undefined {
  const dropped = last.outcome.kind === "agrees" ? undefined : droppedLimit(item, last, input);
  if (!dropped) return undefined;
  // sides without end are all the same
  if (some(item.right, (n) => n.name === "\\infty")) return undefined;
  // what stands behind the sign went on without it
  const goneOn = dropped.body && judge({ ...item, left: dropped.body, made: true });
  const judged = judge(dropped.item);
  if (goneOn?.verdict === "fails" && judged.verdict === "fails" && (goneOn.fixes?.length ?? 0) > 0)
    return { ...goneOn, ...shared, message: `${goneOn.message} The sides are compared without the limit.` };
  if (goneOn && goneOn.verdict !== "holds") return undefined;
  const where = `in the limit $${dropped.latex}$, whose sign is left out on the ${dropped.side} side`;
  if (judged.verdict === "holds")
    return { ...shared, verdict: "holds-if", code: "step/holds-if", holdsIf: dropped.latex, message: `Holds ${where}.`, evidence: judged.evidence };
  const isSure = freeSymbols(item.right).size === 0 || (dropped.side === "left" && (judged.fixes?.length ?? 0) > 0);
  if (judged.verdict !== "fails" || !isSure) return undefined;
  return { ...judged, ...shared, message: `${judged.message} The sides are compared ${where}.` };
}

/** "Let b = 0. Then √(a + b) = √a + √b": no identity, and right for the number that its paragraph gives a name. */
function ofValueBeside({ item, input, shared, last }: Tested): Step | undefined {
  if (item.relation !== "=" || last.outcome.kind !== "differs") return undefined;
  const { paragraph } = item.link.statement.block;
  for (const f of input.environment.facts(item)) {
    if (f.fact?.kind !== "definition" || f.order > item.order || f.link.statement.block.paragraph !== paragraph || !pins(f.fact, item)) continue;
    const plan: Plan = { ...last.plan, definitions: new Map([...last.plan.definitions, [f.fact.name, f.fact]]) };
    const there = tryPlan(last.item ?? item, plan, withOwnWork(input));
    if (there.outcome.kind !== "agrees") continue;
    const holdsIf = `${print(f.left)} = ${print(f.right)}`;
    return { ...shared, verdict: "holds-if", code: "step/holds-if", holdsIf, message: `Holds if $${holdsIf}$, as its paragraph says, but not in general.` };
  }
  return undefined;
}

function toSolve(step: Tested): Step | undefined {
  const { item, input, last } = step;
  if (last.outcome.kind !== "differs" || item.role !== "claim" || isLawMoment(item, input) || isOfLaws(item, input) || !isToSolve(item, input))
    return undefined;
  return slipIn(step) ?? takenAsGiven(step, "Taken as given: an equation that is solved below.");
}

/** The failure of what looks like an equation to solve, where a long sum on its right side becomes an identity by a small edit: no one solves for the one wrong term. */
function slipIn(step: Tested): Step | undefined {
  const { left, right } = step.item;
  if (right.op !== "add" || right.args.length < 3 || namesOf(left, right).symbols.size < 2 || !/^(pow|mul)$/.test(left.op)) return undefined;
  const failed = failingStep(step, step.finals);
  return failed.verdict === "fails" && (failed.fixes?.length ?? 0) > 0 ? failed : undefined;
}

/** What names of the step are is not said. */
const OPEN = /^(context\/unmet|sample\/uninformative|derivative\/unknown-dependence|expectation\/under-what|statistic\/unknown|function\/arguments)$/;

/** p(θ) ∝ …, the first of its statement, of nothing but plain names, where no words conclude it and nothing shows that it differs. */
function upToFactor(step: Tested): Step | undefined {
  const { item, last } = step;
  const { left, right, link } = item;
  if (item.relation !== "∝" || last.outcome.kind === "agrees" || link.index > 0 || link.continued || left.op !== "apply" || cueOf(link) === "claim")
    return undefined;
  if (some(right, (n) => n.op === "apply" || n.op === "statistic") || (last.outcome.kind === "differs" && !unrefutable(item, last, step.input)))
    return undefined;
  return takenAsGiven(step, "Taken as given: it says what this is up to a factor.");
}

function notTold(step: Tested): Step | undefined {
  const { outcome } = step.last;
  if (outcome.kind !== "unknown") return undefined;
  const apart = despiteConditions(step.item, step.last, withOwnWork(step.input));
  const despite = apart && !unrefutable(step.item, apart, step.input) ? failingStep(step, [apart], unmet(step.item, apart, step.input)) : undefined;
  if (despite?.verdict === "fails") return despite;
  const without =
    outcome.code === "sample/uninformative"
      ? (withoutValue(step.item, step.input.text) ?? slipWithoutValue(step.item, step.last, withOwnWork(step.input)))
      : undefined;
  if (without) return { ...step.shared, ...without };
  if (outcome.code === "event/value" && step.item.relation === "=" && step.item.link.index === 0 && isProbability(step.item.left))
    return takenAsGiven(step, "Taken as given: it says how likely a value is, and nothing else does.");
  if (outcome.code === "sample/uninformative" && isValue(step.item))
    return takenAsGiven(step, "Taken as given: a value of the function where its formula has none.");
  const ofSets = slipInSets(step.item, step.last, withOwnWork(step.input));
  if (ofSets) return { ...step.shared, ...ofSets };
  const contradicting = outcome.code === "context/unmet" ? contradiction(step.last.plan.conditions) : undefined;
  const described = overDescribedRegion(step.item, step.last, withOwnWork(step.input));
  if (described) return { ...step.shared, ...described };
  return (
    (OPEN.test(outcome.code) ? plugged(step) : undefined) ?? {
      ...step.shared,
      verdict: "unchecked",
      code: outcome.code,
      message: sentence(`Not checked: ${contradicting ?? outcome.message}`),
      ...(outcome.evidence ? { evidence: evidenceOf(outcome, step.input.seed) } : {}),
    }
  );
}

/** f(0) = 0, said by itself. */
const isValue = ({ left, right, relation, link }: Item): boolean =>
  relation === "=" &&
  link.statement.links.length === 1 &&
  left.op === "apply" &&
  left.data?.order === false &&
  left.args.length === 1 &&
  left.args[0].op === "number" &&
  right.op === "number";

function plugged({ item, input, shared, last }: Tested): Step | undefined {
  const found = pluggedVerdict(item, last, withOwnWork(input));
  return found && { ...shared, ...found };
}

/** Q - P · 0: nobody writes a product with zero but for a name that is zero. */
function ofZeroPutIn(step: Tested): Step | undefined {
  const isZero = (n: Expr): boolean => n.op === "mul" && n.args.some((a) => a.op === "number" && Number(a.name) === 0);
  return some(step.item.right, isZero) && !some(step.item.left, isZero) ? plugged(step) : undefined;
}

/** h_1 + c_1² = h_2 + c_2²: of two states the same, of which nothing else is said. */
function ofStates(step: Tested): Step | undefined {
  const { item, last } = step;
  if (item.relation !== "=" || last.outcome.kind !== "differs" || !areStates(item.left, item.right, last.plan.definitions)) return undefined;
  return takenAsGiven(step, "Taken as given: it says the same of two states.");
}

function ofSymmetry(step: Tested): Step | undefined {
  const { item, last } = step;
  if (item.relation !== "=" || last.outcome.kind !== "differs" || !isRuleOfSymmetry(item.left, item.right, last.plan.definitions)) return undefined;
  return takenAsGiven(step, "Taken as given: a rule of symmetry.");
}

/** Σ_z p(x, z) = p(z) of a p(z) that has a formula: it breaks the rules of probability whatever the formula is. */
function ofAllTables(step: Tested): Step | undefined {
  const { item, last } = step;
  if (item.relation !== "=" || last.outcome.kind !== "unknown" || !/^(sample\/uninformative|work\/too-much)$/.test(last.outcome.code)) return undefined;
  const own = withOwnWork(step.input);
  const tried = tryPlan(item, { definitions: new Map(), conditions: [], unused: [] }, own);
  if (tried.outcome.kind !== "differs" || !breaksRules(item, tried, own)) return undefined;
  const failed = failing(item, [tried], own, (changed) => agreesUnder(changed, tried, own), undefined, SLIP, true);
  return failed.verdict === "fails" ? { ...step.shared, ...failed } : undefined;
}

/** A side speaks of what the other side and the document leave open. */
function undetermined(step: Tested): Step | undefined {
  const { item, input, shared, finals, last } = step;
  const loose = unrefutable(last.derived ?? item, last, input);
  if (loose?.settled) return { ...shared, verdict: "unchecked", code: loose.code, message: loose.message, evidence: evidenceOf(last.outcome, input.seed) };
  // Σ_z p(x, z) = p(z) in a chain is as wrong as by itself
  if (loose?.code === "context/new-symbol" && breaksRules(item, last, withOwnWork(input))) return undefined;
  const there = loose?.code === "context/unrelated" ? atPoint(step) : undefined;
  if (there) return there;
  const signed = loose?.code === "context/unrelated" ? underSign(step) : undefined;
  if (signed) return signed;
  const positive = loose && underSmallPositive(item, last, loose, withOwnWork(input));
  if (positive) return { ...shared, ...positive };
  return (
    loose &&
    (plugged(step) ??
      condition(step, loose) ?? {
        ...shared,
        ...(slipBeside(item, finals, withOwnWork(input), loose) ??
          replacedSlip(item, withOwnWork(input), loose) ??
          shownSlip(item, withOwnWork(input), loose) ??
          strayLetter(item, finals, withOwnWork(input), loose) ??
          (loose.code === "context/unrelated" ? slipInChain(item, withOwnWork(input)) : undefined) ?? {
            verdict: "unchecked",
            ...loose,
            evidence: evidenceOf(last.outcome, input.seed),
          }),
      })
  );
}

/** What a formula comes to at the point that its sentence names. */
function atPoint(step: Tested): Step | undefined {
  const own = withOwnWork(step.input);
  const tried = triedAtPoint(step.item, step.last, own);
  if (tried?.outcome.kind === "agrees") return { ...step.shared, ...agreement(step.item, tried, step.input) };
  if (tried?.outcome.kind !== "differs") return undefined;
  const failed = failing(step.item, [tried], own, (changed) => agreesUnder(changed, tried, own), undefined, SLIP, true);
  return failed.verdict === "fails" ? { ...step.shared, ...failed } : undefined;
}

/** What holds for one sign of a name, ∫_0^a dx/√(a² - x²) = π/2, holds if it has this sign. */
function underSign(step: Tested): Step | undefined {
  const { outcome } = step.last;
  if (step.item.relation !== "=" || outcome.kind !== "differs" || outcome.holdsIn.length === 0 || outcome.failsIn.length === 0) return undefined;
  const found = failingStep(step, [step.last]);
  return found.verdict === "holds-if" && /^[^=]*([<>]|\\[gl]e)\s*0$/.test(found.holdsIf ?? "") ? found : undefined;
}

/** Conditions that bring in what they are about. */
function condition(step: Tested, loose: Loose): Step | undefined {
  if (loose.code === "context/new-symbol" && isMultiplierCondition(step.item, step.input))
    return takenAsGiven(step, "Taken as given: a condition with a multiplier that it brings in.");
  if (/^context\/(new-symbol|unrelated)$/.test(loose.code) && isConstraint(step.item, step.last))
    return takenAsGiven(step, "Taken as given: a constraint on a sequence of which nothing else is said.");
  return undefined;
}

function wrong(step: Tested): Step {
  const { item, input, finals, last } = step;
  const failed = failingStep(step, finals, unmet(item, last, input));
  const shown = failed.code === "context/sequence" ? shownSlip(item, withOwnWork(input), { code: failed.code, message: failed.message }) : undefined;
  if (shown) return { ...step.shared, ...shown };
  if (failed.code === "context/sequence" && isConstraint(item, last))
    return takenAsGiven(step, "Taken as given: a constraint on a sequence of which nothing else is said.");
  const held = failed.code === "context/not-used" ? slipWithHeld(step) : undefined;
  if (held) return held;
  const open = failed.verdict === "unchecked" && /^context\/(not-used|random)$/.test(failed.code) ? plugged(step) : undefined;
  if (open) return open;
  const curve = failed.verdict === "fails" && !failed.fixes && item.role === "claim" && mayBeCurve(item);
  return curve ? takenAsGiven(step, "Taken as given: an equation that is no identity.") : failed;
}

/** A partial derivative that one stroke of the pen makes right where the sequences in it, responsibilities r_ik, are held fixed. */
function slipWithHeld(step: Tested): Step | undefined {
  const { item, last, shared } = step;
  if (item.left.op !== "derivative" || !item.left.data?.partial) return undefined;
  const own = withOwnWork(step.input);
  for (const plan of besideForPartials(last.plan, [item.left, item.right], () => "")) {
    const tried: Tried = { ...tryPlan(item, plan, own), item };
    if (tried.outcome.kind !== "differs") continue;
    const found = failing(item, [tried], own, (changed) => agreesUnder(changed, tried, own), undefined, SLIP, true);
    // what is put to zero was held fixed with too much
    if (found.verdict === "fails" && found.fixes?.[0]?.edits.every((e) => e.newText !== "0")) return { ...shared, ...found };
  }
  return undefined;
}

/** What the document says of the step and no plan could use: shapes that do not fit, equations about its symbols. */
function unmet(item: Item, last: Tried, input: JudgeInput): Loose | undefined {
  const doubt = last.setting?.shapes.doubt;
  if (doubt) return { code: "matrix/shape", message: `Not checked: ${doubt}.` };
  // f(1) = 2 of an f that has a formula is true or false whatever equations say
  const isNumber = [item.left, item.right].every((e) => openWithBodies(e, last).size === 0);
  if (isNumber || isSeriesIdentity(item.left, item.right) || !restricting(item, last.plan, input) || refutedBeside(last.derived ?? item, last.plan, input))
    return undefined;
  return {
    code: "context/not-used",
    message: "It does not hold as it stands, but an earlier equation about the same symbols could not be taken into account.",
  };
}

/** Whether an equation that no plan could use says anything: one that holds by itself, or of distributions of one family, restricts nothing. */
function restricting(item: Item, plan: Plan, input: JudgeInput): boolean {
  const family = oneFamily(allNames([item.left, item.right, ...plan.unused.flatMap((f) => [f.left, f.right])]));
  const agrees = (left: Expr, right: Expr): boolean =>
    tryPlan({ ...item, left, right, relation: "=" }, { ...plan, unused: [] }, { ...input, hasty: true, rough: true }).outcome.kind === "agrees";
  return plan.unused.some((f) => !agrees(f.left, f.right) && !(family && agrees(family.rename(f.left), family.rename(f.right))));
}
