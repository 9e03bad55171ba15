/** Laws that are stated behind tildes and follow from laws before them: posteriors, and laws of what formulas make of random names. */

import type { Item } from "../../derivation/facts/items";
import { type DerivedLaw, derivedLaw } from "../../derivation/laws/derived-laws";
import { kernelClaims } from "../../derivation/laws/kernel-laws";
import { type NormalPosterior, normalPosterior, posteriorParameter } from "../../derivation/laws/normal-posteriors";
import { posteriorFormulas } from "../../derivation/laws/posterior-formulas";
import { type PosteriorClaim, posteriorClaims, SUPPOSED } from "../../derivation/laws/posterior-laws";
import { isLone } from "../../derivation/reading/targets";
import { printed } from "../guarded";
import type { Step } from "../report";
import { sentenceBefore } from "../trying/case-start";
import type { JudgeInput } from "../trying/trial";

/** Judges a step by itself. */
type Judge = (item: Item, input: JudgeInput) => Step;

/** What a tilde comes to that claims a law; undefined for any other step. */
export function statedLaw(item: Item, input: JudgeInput, judge: Judge): Step | undefined {
  const facts = input.environment.facts(item);
  if (item.relation === "∝") return ofPosteriorFormula(item, facts, input, judge);
  const words = sentenceBefore(item, input.text);
  if (item.relation === "=" && !SUPPOSED.test(words)) return ofParameter(item, facts, input, judge);
  if (item.relation !== "∼") return undefined;
  const normal = SUPPOSED.test(words) ? undefined : normalPosterior(item, facts);
  if (normal) return ofNormalPosterior(item, normal, input, judge);
  const claims = posteriorClaims(item, facts, words);
  if (claims.length > 0) return ofPosterior(item, claims, input, judge);
  const kernels = SUPPOSED.test(words) || /\bpriors?\b/i.test(words) ? [] : kernelClaims(item, facts, input.groups, (i) => input.failed?.has(i.link) ?? false);
  if (kernels.length > 0) return ofPosterior(item, kernels, input, judge, "the formula before it");
  const derived = DECLARES.test(words) ? undefined : derivedLaw(item, facts);
  return derived && ofDerivedLaw(item, derived, input, judge);
}

/** A formula for a parameter of a posterior that was stated before it; undefined where it was not shown either way. */
function ofParameter(item: Item, facts: readonly Item[], input: JudgeInput, judge: Judge): Step | undefined {
  const parameter = posteriorParameter(item, facts, (f) => input.failed?.has(f.link) ?? false);
  if (!parameter) return undefined;
  const { claim, is } = parameter;
  const step = judge(claim, withoutEquations(input));
  if (step.verdict !== "holds" && step.verdict !== "fails") return undefined;
  const message = step.verdict === "holds" ? `Holds: it is the ${is} of prior times likelihood.` : ofPosteriorsOwn(is, step.message);
  return { ...step, relation: "=", left: printed(item.left), message, reading: [...(step.reading ?? []), `it is the ${is} of the law that was stated before`] };
}

const ofPosteriorsOwn = (is: string, message: string): string =>
  message
    .replace("Does not hold:", `The ${is} of prior times likelihood is another:`)
    .replace(/\bof the left side is\b/, "of it is")
    .replace("the left side is", "it is")
    .replace("of the right side", "of this formula")
    .replace("the right side", "this formula");

/** A normal law of a name given others, by its mean and its covariance. */
function ofNormalPosterior(item: Item, { mean, covariance }: NormalPosterior, input: JudgeInput, judge: Judge): Step {
  const alone = withoutEquations(input);
  const sides = { relation: "∼" as const, left: printed(item.left), right: printed(item.right) };
  const steps = [mean, covariance].map((claim) => judge(claim, alone));
  const reading = ["the law is that of prior times likelihood"];
  const wrong = steps.findIndex((s) => s.verdict === "fails");
  if (steps.every((s) => s.verdict === "holds")) return { ...steps[1], ...sides, reading: [...(steps[1].reading ?? []), ...reading] };
  if (wrong < 0 || steps.some((s) => s.verdict === "unchecked")) return judge(item, input);
  return { ...steps[wrong], ...sides, message: ofPosteriorsOwn(wrong === 0 ? "mean" : "covariance", steps[wrong].message), reading };
}

/** "Let Y ∼ N(0, 1)": the name is brought in again, whatever a formula has said of it. */
const DECLARES = /\b(let|suppose|assume|assuming|consider|if|when|take|draw|drawn|sample|given|where|approximat\w+|instead)\b/i;

/** A posterior up to a factor; undefined where it was not shown either way. */
function ofPosteriorFormula(item: Item, facts: readonly Item[], input: JudgeInput, judge: Judge): Step | undefined {
  if (SUPPOSED.test(sentenceBefore(item, input.text))) return undefined;
  const alone = withoutEquations(input);
  const judged = posteriorFormulas(item, facts).map((claim) => ({ claim, step: judge(claim.item, alone) }));
  const found = judged.find((j) => j.step.verdict === "holds") ?? judged[0];
  if (!found || judged.some((j) => !/^(holds|fails)$/.test(j.step.verdict))) return undefined;
  const { step, claim } = found;
  const reading = [...(step.reading ?? []), `the posterior is prior times likelihood, $${printed(claim.item.left)}$`, ...(claim.says ? [claim.says] : [])];
  return { ...step, message: ofProduct(step.message, "of this formula"), left: printed(item.left), reading };
}

const ofProduct = (message: string, right: string): string =>
  message
    .replace("Not proportional: at", "This is not proportional to prior times likelihood: at")
    .replace("the logarithm of the left side", "the logarithm of that product")
    .replace("that of the right side", `that ${right}`);

/** What the moments of a stated law come to; where they are not shown either way, the law is what it says. */
function ofDerivedLaw(item: Item, { mean, variance, otherwise, settled }: DerivedLaw, input: JudgeInput, judge: Judge): Step {
  const sides = { relation: "∼" as const, left: printed(item.left), right: printed(item.right) };
  const first = judge(mean, input);
  if (first.verdict === "fails") return { ...first, ...sides, message: otherMoment("mean", sides.left, first.message) };
  const second = judge(variance, input);
  if (first.verdict === "holds" && second.verdict.startsWith("holds") && settled)
    return {
      ...second,
      ...sides,
      reading: [...(second.reading ?? []), "what is linear in independent normal names is normal, so its mean and variance decide"],
    };
  if (first.verdict === "holds" && second.verdict === "fails" && (!otherwise || judge(otherwise, input).verdict === "fails"))
    return { ...second, ...sides, message: otherMoment("variance", sides.left, second.message) };
  return judge(item, input);
}

/** "The mean of this law is another: at λ = 1 that of S is 2, that of the law 1." */
const otherMoment = (moment: "mean" | "variance", name: string, message: string): string =>
  message
    .replace("Does not hold:", `The ${moment} of this law is another:`)
    .replace("the left side is", `that of $${name}$ is`)
    .replace("the right side", "that of the law");

/** A law follows from laws: what equations say of the sample is no part of that, but for the formulas of names. */
const withoutEquations = (input: JudgeInput): JudgeInput => ({
  ...input,
  environment: { ...input.environment, facts: (i) => input.environment.facts(i).filter((f) => f.fact?.kind !== "equation" || isLone(f.fact.left)) },
});

/** What the claim of a posterior comes to; where it was not shown either way, the law is what it says. */
function ofPosterior(item: Item, claims: readonly PosteriorClaim[], input: JudgeInput, judge: Judge, of = "prior times likelihood"): Step {
  const alone = withoutEquations(input);
  const judged = claims.map((c) => ({ says: c.says, step: judge(c.item, alone) }));
  const { step, says } = judged.find((j) => j.step.verdict.startsWith("holds")) ?? judged[0];
  if (judged.some((j) => j.step.verdict === "unchecked") && !step.verdict.startsWith("holds")) return judge(item, input);
  const message = ofProduct(step.message, "of the density of this law").replace(
    "This is not proportional to prior times likelihood",
    `This is not the law of ${of}`,
  );
  const reading = [...(step.reading ?? []), `the law is that of ${of}`, ...(says ? [says] : [])];
  return { ...step, message, relation: "∼", left: printed(item.left), right: printed(item.right), reading };
}
