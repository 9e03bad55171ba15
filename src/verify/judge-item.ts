/** Judges one relation sign: what its role says, the trials of its readings and plans, and what they come to. */

import type { Item } from "../derivation/facts/items";
import { overCoordinates } from "../derivation/laws/diagonal-normals";
import { overDirichlet } from "../derivation/laws/dirichlet-moments";
import { overJointDensity } from "../derivation/laws/joint-densities";
import { overNamedDensities } from "../derivation/laws/named-densities";
import { overNormalBlocks } from "../derivation/laws/normal-blocks";
import { throughTildes } from "../derivation/laws/posterior";
import { overPosterior } from "../derivation/laws/posterior-moments";
import { forEqualIndices } from "../derivation/plans/equal-indices";
import { atMoment } from "../derivation/plans/rates";
import { takenBy } from "../derivation/reading/left-out-differentials";
import { isClosed } from "../derivation/reading/targets";
import { atUnreadPiece } from "./accusing/pieces-of-functions";
import { withSides } from "./accusing/witness-sides";
import { amongOptions } from "./answers/choices";
import { ofEigenvalues } from "./answers/eigenvalues";
import { ofFiniteSets } from "./answers/finite-sets";
import { implicitDerivative } from "./answers/implicit-derivatives";
import { ofNumberSets } from "./answers/number-sets";
import { optimizerStep } from "./answers/optimizer-sides";
import { betweenPoints } from "./answers/points";
import { recurrenceTerm } from "./answers/recurrences";
import { statedLaw } from "./answers/stated-laws";
import { ofTangentLine } from "./answers/tangent-lines";
import { excused } from "./excuses/index";
import { heldByChance } from "./excuses/own-operations";
import { printed } from "./guarded";
import type { Step } from "./report";
import { withVariablesFree } from "./stationary/free-variables";
import { solvedForm } from "./stationary/solved-forms";
import { withoutOwnChain } from "./trying/circular";
import { atMomentaryValues } from "./trying/momentary";
import type { JudgeInput } from "./trying/trial";
import { tryPlans } from "./trying/trials";
import { judgeWithUnits } from "./trying/unit-readings";
import { meansWritten } from "./trying/written-means";
import { AGREEMENT } from "./verdicts/agreement";
import { DISAGREEMENT } from "./verdicts/disagreement";
import { base, firstVerdict, type Tested, withOwnWork } from "./verdicts/judging";
import { SOFT } from "./verdicts/soft";
import { UNTRIED } from "./verdicts/untried";

export function judgeItem(item: Item, input: JudgeInput): Step {
  const step = judgeSolved(item, input);
  return integralsSaid(
    item,
    withSides(item, heldByChance(item, excused(item, amongOptions(item, step, input, judgeSolved), input), withOwnWork(input)), input),
  );
}

/** By what integrals were taken that leave out their differential. */
function integralsSaid(item: Item, step: Step): Step {
  const by = takenBy(item.left, item.right);
  return by === undefined ? step : { ...step, reading: [...(step.reading ?? []), `the integral that has no differential is taken by $${by}$`] };
}

/** What does not hold for any two indices is judged for those that are said to be equal. */
function judgeSolved(item: Item, input: JudgeInput): Step {
  const judged = judgeForAll(item, input);
  const step = /^(given|unchecked|defines)$/.test(judged.verdict) && item.relation === "=" ? (inMeans(item, judged, input) ?? judged) : judged;
  const equal = step.verdict === "holds" || step.verdict === "defines" ? undefined : forEqualIndices(item, input.groups, input.text);
  if (!equal) return step;
  const { says, ...sides } = equal;
  const there = judgeForAll({ ...item, ...sides, made: true }, input);
  return { ...there, left: step.left, right: step.right, reading: [...(there.reading ?? []), says] };
}

/** A formula in means, and what it follows from, with the means written out. */
function inMeans(item: Item, step: Step, input: JudgeInput): Step | undefined {
  const means = meansWritten([item], input);
  if (!means) return undefined;
  const there = judgeForAll(means.write(item), means.input);
  const isTold = there.verdict === "holds" || (there.verdict === "fails" && /^(equation\/contradicts|stationary\/not-solved)$/.test(there.code));
  return isTold ? { ...there, left: step.left, right: step.right, reading: [...(there.reading ?? []), means.says] } : undefined;
}

function judgeForAll(item: Item, input: JudgeInput): Step {
  const densities = throughTildes(item, input.environment.facts(item));
  if (densities) {
    const step = judgeAlone({ ...item, ...densities, made: true }, input);
    const says =
      item.left.op === "apply" && densities.left.op === "mul"
        ? `the posterior is read as prior times likelihood, $${printed(densities.left)}$`
        : `the densities are those of the laws that are given, $${printed(densities.left)}$`;
    return { ...step, left: printed(item.left), reading: [...(step.reading ?? []), says] };
  }
  const coordinates = overCoordinates(item, input.environment.facts(item));
  if (coordinates) {
    const step = judgeAlone({ ...item, ...coordinates, made: true }, input);
    return {
      ...step,
      left: printed(item.left),
      reading: [...(step.reading ?? []), "normal distributions with diagonal covariances are read coordinate by coordinate"],
    };
  }
  const moments = item.relation === "∼" ? undefined : overDirichlet(item, () => input.groups.flatMap((g) => g.items));
  if (moments) {
    const role = item.role === "given" || item.role === "soft" ? "claim" : item.role;
    const step = judgeAlone({ ...item, ...moments, role, made: true }, input);
    return { ...step, left: printed(item.left), reading: [...(step.reading ?? []), "moments are those of the Dirichlet distribution"] };
  }
  const named = overNamedDensities(item, input.environment.random(item), input.environment.facts(item));
  if (named) {
    const step = judgeAlone({ ...item, ...named, role: item.role === "soft" ? "claim" : item.role, made: true }, input);
    return { ...step, left: printed(item.left), reading: [...(step.reading ?? []), "densities with the name of a random variable are those of its law"] };
  }
  const posterior = overPosterior(item, input.groups, (i) => input.failed?.has(i.link) ?? false);
  if (posterior) {
    const step = judgeAlone({ ...item, ...posterior, role: item.role === "soft" ? "claim" : item.role, made: true, ofPosterior: true }, input);
    return { ...step, left: printed(item.left), reading: [...(step.reading ?? []), "moments are those of the posterior that was stated up to a factor"] };
  }
  for (const blocks of overNormalBlocks(
    item,
    input.groups.flatMap((g) => g.items),
    input.text,
  )) {
    const step = judgeAlone({ ...item, ...blocks, role: "claim", made: true }, input);
    // names of blocks may mean something else where no small edit mends it
    if (step.verdict === "holds" || (step.verdict === "fails" && (step.fixes?.length ?? 0) > 0))
      return { ...step, left: printed(item.left), reading: [...(step.reading ?? []), `it is that of jointly normal names, $${printed(blocks.left)}$`] };
  }
  const joint = overJointDensity(item, input.environment.joints(item), input.environment.facts(item), input.text);
  if (joint) {
    const isDensity = item.left.op === "apply";
    const role = item.left.op === "statistic" || isDensity ? "claim" : item.role;
    const { left, right } = joint;
    // what the density says is in the formulas now
    const facts = (i: Item): readonly Item[] => input.environment.facts(i).filter((f) => f.order !== joint.joint.at);
    const step = judgeAlone({ ...item, left, right, role, made: true }, { ...input, environment: { ...input.environment, facts } });
    // f_X(x) = …, where nothing is shown of it, is what it says
    if (isDensity && !/^(holds|fails)$/.test(step.verdict)) return judgeAlone(item, input);
    const says = isDensity ? "densities are those of the joint density" : "expectations are taken under the joint density";
    return { ...step, left: printed(item.left), right: printed(item.right), reading: [...(step.reading ?? []), says] };
  }
  const places = optimizerStep(item, input, judgeAlone);
  if (places) return places;
  const law = statedLaw(item, input, judgeAlone);
  if (law) return law;
  const step = judgeAlone(item, input);
  // f^{-1}(a) = b
  if (item.under !== undefined)
    return {
      ...step,
      left: `${item.under}^{-1}(${printed(item.left)})`,
      reading: [...(step.reading ?? []), `$${item.under}$ of the right side should be $${printed(item.left)}$`],
    };
  return (
    solvedForm(item, step, input) ??
    ofRates(item, step, input) ??
    implicitDerivative(item, step, input) ??
    recurrenceTerm(item, step, input, (changed) => judgeAlone(changed, input)) ??
    ofFiniteSets(item, step, input, (changed) => judgeAlone(changed, input)) ??
    ofNumberSets(item, step, input) ??
    ofEigenvalues(item, step, input, (changed) => judgeAlone(changed, input)) ??
    ofTangentLine(item, step, input) ??
    betweenPoints(item, step, input, (changed) => judgeAlone(changed, input)) ??
    atUnreadPiece(item, step, input) ??
    step
  );
}

/** A rate that is not known by itself is what an equation between rates says, at the values that were said. */
function ofRates(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (step.verdict !== "given" && step.verdict !== "unchecked") return undefined;
  const moment = atMoment(
    item,
    input.groups.flatMap((g) => g.items),
    (i) => input.failed?.has(i.link) ?? false,
  );
  if (!moment) return undefined;
  const { left, right, by } = moment;
  // an edit of the text would not have the values in it
  const there = judgeAlone({ ...item, left, right, role: "claim", made: true }, isClosed(item.right) ? input : { ...input, unmended: true });
  if (there.verdict !== "holds" && there.verdict !== "fails") return undefined;
  const says = `$${printed(item.left)}$ is what $${printed(by.left)} = ${printed(by.right)}$ says at the values that are given`;
  return { ...there, left: step.left, right: step.right, reading: [...(there.reading ?? []), says] };
}

function judgeAlone(item: Item, input: JudgeInput): Step {
  const step = judgeWithUnits(item, input, (i, given) => judgeOnce(i, withOwnWork(given)));
  const there = atMomentaryValues(item, step, withOwnWork(input));
  if (there) return { ...base(item, input), ...there };
  return ofFreeVariables(item, step, input) ?? (step.verdict === "holds" ? ofOwnChain(item, input) : undefined) ?? step;
}

/** A derivative that is worked out wrongly at any point, whatever equations say of the point. */
function ofFreeVariables(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (step.verdict !== "unchecked" && step.verdict !== "given") return undefined;
  return withVariablesFree(item, input)
    .map((freed) => judgeOnce(item, withOwnWork(freed)))
    .find((wrong) => wrong.verdict === "fails" && (wrong.fixes?.length ?? 0) > 0);
}

/** What a step comes to that rests on the chain it stands in, without that. */
function ofOwnChain(item: Item, input: JudgeInput): Step | undefined {
  const apart = withoutOwnChain(item, input);
  if (!apart) return undefined;
  const again = judgeWithUnits(item, apart, (i, given) => judgeOnce(i, withOwnWork(given)));
  if (/^holds/.test(again.verdict) || (again.verdict === "fails" && again.fixes)) return again;
  return {
    ...base(item, input),
    verdict: "unchecked",
    code: "context/circular",
    message: "Not checked: it holds only if the equation does that this chain begins with.",
  };
}

function judgeOnce(item: Item, input: JudgeInput): Step {
  const asked = { item, input, shared: base(item, input), judge: (changed: Item) => judgeItem(changed, input) };
  return firstVerdict(UNTRIED, asked) ?? judgeTried(asked);
}

function judgeTried(asked: Omit<Tested, keyof ReturnType<typeof tryPlans> | "last">): Step {
  const trials = tryPlans(asked.item, asked.input);
  const last = trials.finals.find((t) => t.outcome.kind === "unknown") ?? trials.finals[trials.finals.length - 1];
  const step: Tested = { ...asked, ...trials, last };
  const found = firstVerdict(AGREEMENT, step) ?? firstVerdict(step.item.role === "soft" ? SOFT : DISAGREEMENT, step);
  if (!found) throw new Error("the last rule of each list answers every step");
  return found;
}
