/** Verdicts on equations that could be claims or givens and that do not agree: refuted where what they speak of was worked out, else given. */
import type { Item } from "../../derivation/facts/items";
import { some } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { wrongMove } from "../accusing/algebraic-moves";
import { assertedOrder } from "../accusing/asserted-orders";
import { densityFindings } from "../accusing/densities";
import { expansionSlip } from "../accusing/expansion-slips";
import { refutedHypothesis } from "../accusing/hypotheses";
import { slipUnderLetters } from "../accusing/letter-slips";
import { slipInMultiplier } from "../accusing/multiplier-slips";
import { breaksNamedRule } from "../accusing/named-rules";
import { putsInOtherValues } from "../accusing/plugged-values";
import { unrefutable } from "../accusing/refutable";
import { restatedOtherwise } from "../accusing/restated-formulas";
import { restatedValue } from "../accusing/restated-values";
import { reversedOrder } from "../accusing/reversed-orders";
import { breaksRules } from "../accusing/rules-of-probability";
import { slipInSets } from "../accusing/set-slips";
import { takenApart } from "../accusing/split-functions";
import { wrongSubstitution } from "../accusing/substitutions";
import { slipInGiven } from "../accusing/unclaimed-slips";
import { unfollowedSlip } from "../accusing/unfollowed-slips";
import { isWorkedOut } from "../accusing/worked-out";
import { printed } from "../guarded";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { supposed } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failingStep } from "./failing-step";
import { nothingClaimed, type Rule, type Tested, takenAsGiven, withOwnWork } from "./judging";

/** What is asked of a step of the role "soft" that does not agree, first to last. */
export const SOFT: readonly Rule<Tested>[] = [
  refuted,
  ofPluggedValues,
  ofRules,
  ofSlip,
  ofSets,
  ofParts,
  ofLetters,
  ofUnfollowed,
  ofExpansion,
  ofMove,
  ofRestated,
  ofRestatedFormula,
  ofMultiplier,
  ofHypothesis,
  ofSignature,
  (step) => ({ ...takenAsGiven(step, "Taken as given: an equation or condition that is no identity."), ...densityFindings(step.item, step.input) }),
];

function refuted(step: Tested): Step | undefined {
  const { item, input, finals, last } = step;
  if (supposed(item)) return undefined;
  const workedOut = () =>
    finals.every((t) => t.outcome.kind === "differs") &&
    isWorkedOut(item, last, input.text) &&
    !redefined(last, item, input) &&
    !unrefutable(item, last, input);
  if (!contradicted(item, last, input) && !workedOut()) return undefined;
  const wrong = failingStep(step, [withoutDerived(last, item, input)]);
  return wrong.verdict === "unchecked" ? undefined : wrong;
}

/** The trial without what was solved out of equations, where the step differs then, too: these need not be meant. */
function withoutDerived(last: Tried, item: Item, input: JudgeInput): Tried {
  const definitions = new Map([...last.plan.definitions].filter(([, d]) => d.derived !== true));
  if (definitions.size === last.plan.definitions.size || item.left.op !== "apply" || last.plan.definitions.get(item.left.name ?? "")?.derived) return last;
  const read = last.item ?? item;
  const plain: Tried = { ...last, ...tryPlan(read, { ...last.plan, definitions, unused: [] }, input), item: read };
  return plain.outcome.kind === "differs" && plain.outcome.holdsIn.length === 0 && !unrefutable(item, plain, input) ? plain : last;
}

function ofPluggedValues(step: Tested): Step | undefined {
  const { item, input, last } = step;
  const wrong = putsInOtherValues(item, last, input) ? failingStep(step, [last]) : undefined;
  return wrong?.verdict === "fails" ? wrong : undefined;
}

function ofRules(step: Tested): Step | undefined {
  const { item, input, finals } = step;
  const breaks = (finals.length > 0 && finals.every((t) => breaksRules(item, t, input))) || breaksNamedRule(item, finals);
  return breaks ? failingStep(step, finals) : undefined;
}

function ofSlip({ item, input, shared, finals }: Tested): Step | undefined {
  const slipped =
    slipInGiven(item, finals, withOwnWork(input)) ?? reversedOrder(item, finals, withOwnWork(input)) ?? assertedOrder(item, finals, withOwnWork(input));
  return slipped && { ...shared, ...slipped };
}

function ofSets({ item, input, shared, last }: Tested): Step | undefined {
  const slipped = slipInSets(item, last, withOwnWork(input));
  return slipped && { ...shared, ...slipped };
}

function ofParts({ item, input, shared, finals }: Tested): Step | undefined {
  const apart = takenApart(item, finals, withOwnWork(input));
  return apart && { ...shared, ...apart };
}

/** Asked of claims, too. */
export function ofLetters({ item, input, shared, lettered }: Tested): Step | undefined {
  const slipped = lettered && slipUnderLetters(item, lettered, withOwnWork(input));
  return slipped && { ...shared, ...slipped };
}

function ofUnfollowed({ item, input, shared }: Tested): Step | undefined {
  const slipped = unfollowedSlip(item, input);
  return slipped && { ...shared, ...slipped };
}

/** Asked of claims, too. */
export function ofMove({ item, input, shared }: Tested): Step | undefined {
  const wrong = wrongMove(item, withOwnWork(input)) ?? wrongSubstitution(item, withOwnWork(input));
  return wrong && { ...shared, ...wrong };
}

/** Asked of claims, too. */
export function ofExpansion({ item, input, shared, finals }: Tested): Step | undefined {
  const wrong = expansionSlip(item, finals, withOwnWork(input));
  return wrong && { ...shared, ...wrong };
}

function ofRestated({ item, input, shared }: Tested): Step | undefined {
  const wrong = restatedValue(item, withOwnWork(input));
  return wrong && { ...shared, ...wrong };
}

function ofRestatedFormula({ item, input, shared, judge }: Tested): Step | undefined {
  const differing = restatedOtherwise(item, input, judge);
  return differing && { ...differing, left: shared.left, right: shared.right };
}

function ofMultiplier({ item, input, shared }: Tested): Step | undefined {
  const slipped = slipInMultiplier(item, withOwnWork(input));
  return slipped && { ...shared, ...slipped };
}

/** Asked of claims, too. */
export function ofHypothesis({ item, input, shared }: Tested): Step | undefined {
  const refuted = refutedHypothesis(item, withOwnWork(input));
  return refuted && { ...shared, ...refuted };
}

function ofSignature(step: Tested): Step | undefined {
  if (!opensSignature(step.item, step.input)) return undefined;
  return nothingClaimed(step, `Introduces $${printed(step.item.left)}$: nothing is claimed.`);
}

/** p(k | θ) = … where only p(θ) was spoken of as such: another density with the same letter, by a formula that does not name it. */
function opensSignature(item: Item, input: JudgeInput): boolean {
  const variables = item.left.op === "apply" && item.relation === "=" && item.link.index === 0 && !item.link.continued ? variablesOf(item.left) : undefined;
  if (!variables || variables.back.length === 0 || some(item.right, (n) => n.op === "apply" && n.name === item.left.name)) return false;
  return !input.environment
    .facts(item)
    .some((f) => f.order < item.order && f.left.op === "apply" && f.left.name === item.left.name && printed(f.left) === printed(item.left));
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
function contradicted(item: Item, last: Tried, input: JudgeInput): boolean {
  const { outcome } = last;
  const name = item.left.name ?? "";
  // f(x) = 3, f(x) = -1: values that are looked for, one after the other; P(w) = 0 of some arguments
  const body = last.plan.definitions.get(name)?.body;
  if (body?.op === "number" || body?.name === "\\mathbf{0}") return false;
  return (
    outcome.kind === "differs" &&
    outcome.holdsIn.length === 0 &&
    item.left.op === "apply" &&
    last.plan.definitions.get(name)?.derived === true &&
    last.plan.unused.length === 0 &&
    !unrefutable(item, last, input)
  );
}
