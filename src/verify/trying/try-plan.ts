/** Tries a step under one plan of facts: sides, or their derivatives, compared in the worlds of the plan. */

import { OutOfFuel } from "../../base/fuel";
import { derivedSteps, hasIndefinite, upToConstants } from "../../checks/antiderivative";
import { checkApproximation, hasDecimals } from "../../checks/approximation";
import { checkEquality } from "../../checks/equality";
import { approachOf, checkGrowth } from "../../checks/growth";
import { checkMembership } from "../../checks/membership";
import { withNamedIntegrals } from "../../checks/named-integrals";
import { checkOrder } from "../../checks/order";
import type { Outcome } from "../../checks/outcome";
import { checkProportional } from "../../checks/proportional";
import type { Trial } from "../../checks/trial";
import type { Item } from "../../derivation/facts/items";
import { proportionalIn } from "../../derivation/laws/posterior";
import { allNames } from "../../derivation/names/all-names";
import { unreachedFixed, withCoordinates } from "../../derivation/plans/held-fixed";
import type { Plan } from "../../derivation/plans/plan";
import { areDifferentials } from "../../derivation/reading/targets";
import { resultingDecimals, toldDecimals } from "../../derivation/words/told-decimals";
import type { Model } from "../../expression/evaluator";
import { type Expr, some } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { hasRange } from "../../notation/calculus/integrals";
import { hasLandau } from "../../notation/calculus/landau";
import { isUnknownRegion } from "../../notation/calculus/region-integrals";
import { asSpaces } from "../../notation/matrices/subspaces";
import { withTail } from "../../notation/series/series-tails";
import { Unsupported } from "../../numeric/arithmetic";
import { familyOwners } from "../../worlds/entry-names";
import { quadraticNames } from "../../worlds/quadratic-forms";
import type { ShapeChoice } from "../../worlds/shapes/shapes";
import { byChainRule } from "./chain-rule";
import { asVelocities } from "./differentials";
import { asFields } from "./fields";
import { withoutIdle } from "./idle-derivatives";
import { asIntervals } from "./intervals";
import { limitsSaid } from "./limits-said";
import { dividesByMatrix, hasLostMatrix, isOfMatrix, normedProduct } from "./matrix-doubts";
import { inCoordinates } from "./nabla-fields";
import { numberedFunctions } from "./numbered-functions";
import { appliedOperators } from "./operators";
import { positivePlan } from "./positive-worlds";
import { constraintOf, countedParts, NOT_OF_ALL_SETS, sameSets } from "./set-algebra";
import { settingFor } from "./setting";
import type { JudgeInput, Tried } from "./trial";
import { changes, hasConstant, hasUnknownFunctions } from "./up-to-constant";

/** Tries a step under a plan; one with indefinite integrals by its derivatives. */
export function tryPlan(given: Item, plan: Plan, input: JudgeInput): Tried {
  const numbered = given.relation === "=" ? numberedFunctions(given.left, given.right, plan.definitions) : undefined;
  if (numbered) {
    const { left, right, definitions } = numbered;
    return tryRead({ ...given, left, right }, { ...plan, definitions }, input);
  }
  return tryRead(given, plan, input);
}

function tryRead(given: Item, plan: Plan, input: JudgeInput): Tried {
  const item: Item = {
    ...given,
    ...(given.relation === "=" ? (asSpaces(given.left, given.right) ?? appliedOperators(given.left, given.right, plan) ?? opened(given, plan)) : undefined),
  };
  const tail = item.relation === "=" ? withTail(item.right, item.left) : undefined;
  if (tail) return tryRead({ ...given, right: tail }, plan, input);
  const ends = item.relation === "=" ? asIntervals(item.left, item.right) : undefined;
  if (ends) {
    const tried = ends.map((end) => tryPlan({ ...item, ...end }, plan, input));
    return tried.find((t) => t.outcome.kind !== "agrees") ?? tried[0];
  }
  const fixed = unreachedFixed([item.left, item.right], plan.definitions);
  if (fixed !== undefined)
    return {
      plan,
      outcome: { kind: "unknown", code: "derivative/unknown-dependence", message: `how what is differentiated depends on $${fixed}$ is not said` },
    };
  if (item.relation === "=" && areDifferentials(item.left, item.right)) return overVelocities(item, plan, input);
  const sets = ofSets(item, plan, input);
  if (sets) return sets;
  const integral = item.relation === "=" && (hasIndefinite(item.left) || hasIndefinite(item.right));
  if (!integral && hasConstant(item)) return upToConstant(item, plan, input);
  const direct = integral ? undefined : trySides(item, plan, input);
  if (direct?.outcome.kind === "unknown" && OF_FIELDS.test(direct.outcome.code))
    return (
      agreeingAs(item, plan, input, inCoordinates(item.left, item.right, plan)) ??
      overChain(item, plan, input) ??
      (direct.outcome.code === "derivative/unknown-dependence" ? overFields(item, plan, input) : undefined) ??
      direct
    );
  const chained = direct?.outcome.kind === "differs" ? overChain(item, plan, input) : undefined;
  if (chained) return chained;
  if (direct && (direct.outcome.kind !== "differs" || item.relation !== "=")) return direct;
  const steps = integral ? derivedSteps(item.left, item.right, plan.definitions) : followsIntegral(item, input) ? upToConstants(item.left, item.right) : [];
  let found: Tried | undefined = direct;
  for (const step of steps) {
    const derived: Item = { ...item, left: step.left, right: step.right };
    // what the sides are differentiated by is free, whatever equations say of it: at a root that was searched for every derivative would vanish
    const free = withCoordinates(plan, [step.left, step.right]);
    const tried: Tried = { ...trySides(derived, free, input), derived, ...(step.says ? { reading: step.says } : {}) };
    if (tried.outcome.kind === "agrees" && tried.outcome.vanishing && isPinned(item, free)) continue;
    if (tried.outcome.kind === "agrees") return tried;
    if (integral && !step.guessed) found ??= tried;
  }
  return (
    found ?? {
      outcome: { kind: "unknown", code: "integral/indefinite", message: "how the variables of these indefinite integrals depend on each other is not known" },
      plan,
    }
  );
}

/** Whether the variable of an indefinite integral has a value that an equation was solved for: then its derivatives by another name vanish. */
const isPinned = ({ left, right }: Item, { definitions }: Plan): boolean =>
  [left, right].some((e) => some(e, (n) => n.op === "antiderivative" && definitions.get(n.name ?? "")?.derived === true));

/** With the indefinite integrals that names stand for. */
function opened({ left, right }: Item, plan: Plan): { left: Expr; right: Expr } | undefined {
  const sides = [left, right].map((e) => withNamedIntegrals(e, plan.definitions));
  return sides[0] === left && sides[1] === right ? undefined : { left: sides[0], right: sides[1] };
}

/** With a constant that is not told: it is enough that the sides change alike with one of the variables. */
function upToConstant(item: Item, plan: Plan, input: JudgeInput): Tried {
  let found: Tried | undefined;
  for (const { item: changed, variable } of changes(item, plan, input.groups)) {
    const tried: Tried = { ...trySides(changed, plan, input), derived: changed, reading: `up to what is free of $${variable}$` };
    if (tried.outcome.kind === "agrees") return tried;
    if (!found || found.outcome.kind === "unknown") found = tried;
    else if (tried.outcome.kind === "unknown") return { ...tried, outcome: tried.outcome };
  }
  return found && !hasUnknownFunctions(item, plan)
    ? found
    : { plan, outcome: { kind: "unknown", code: "constant/of-what", message: "what the constant is free of is not said" } };
}

/** An equation between differentials: that it does not agree says nothing. */
function overVelocities(item: Item, plan: Plan, input: JudgeInput): Tried {
  const found = agreeingAs(item, plan, input, { ...asVelocities(item.left, item.right), says: "d takes the differential" });
  return found ?? { plan, outcome: { kind: "unknown", code: "differential/unknown", message: "what else is known of these differentials is not said" } };
}

/** Equations of sets and of numbers of their elements, for all sets, or for those of which the document says how they lie to each other. */
function ofSets(item: Item, plan: Plan, input: JudgeInput): Tried | undefined {
  if (![item.left, item.right].some((e) => some(e, (n) => n.op === "set" || n.op === "big-set"))) return undefined;
  const found = forSets(item, plan, input, []);
  if (!found || found.outcome.kind === "agrees") return found;
  const own = allNames([item.left, item.right]);
  const said = input.environment
    .facts(item)
    .filter((f) => f.order < item.order && f.role === "given" && constraintOf(f) && [...allNames([f.left, f.right])].some((n) => own.has(n)));
  const constraints = said.flatMap((f) => constraintOf(f) ?? []);
  const told = constraints.length > 0 ? forSets(item, plan, input, constraints) : undefined;
  return told?.outcome.kind === "agrees" ? { ...told, used: said } : found;
}

function forSets(item: Item, plan: Plan, input: JudgeInput, constraints: Parameters<typeof sameSets>[3]): Tried | undefined {
  const equal = item.relation === "=" ? sameSets(item.left, item.right, plan, constraints) : undefined;
  if (equal) {
    const evidence = { samples: equal.cases, informative: equal.cases, maxRelativeError: 0, digits: 15 };
    if (equal.same) return { plan, outcome: { kind: "agrees", exact: true, evidence, by: "every way in which an element can lie in these sets" } };
    return { plan, outcome: NOT_OF_ALL_SETS };
  }
  const counted = /^([<>=]|[<>]=)$/.test(item.relation) ? countedParts(item.left, item.right, plan, constraints) : undefined;
  if (!counted) return undefined;
  const tried = trySides({ ...item, ...counted }, plan, input);
  return tried.outcome.kind === "agrees" ? tried : { plan, outcome: NOT_OF_ALL_SETS };
}

/** What is said of operators on fields that nothing defines. */
const OF_FIELDS = /^(derivative\/unknown-dependence|field\/|gradient\/by-what|matrix\/|entry\/|expression\/not-a-number)/;

/** By the chain rule. */
const overChain = (item: Item, plan: Plan, input: JudgeInput): Tried | undefined =>
  item.relation === "=" ? agreeingAs(item, plan, input, byChainRule(item.left, item.right, plan)) : undefined;

/** With names read as functions of others: agreement counts, a difference may rest on what else is known of them. */
function agreeingAs(item: Item, plan: Plan, input: JudgeInput, read: { left: Expr; right: Expr; says: string } | undefined): Tried | undefined {
  if (!read) return undefined;
  const derived: Item = { ...item, left: read.left, right: read.right };
  const tried = trySides(derived, plan, input);
  return tried.outcome.kind === "agrees" ? { ...tried, derived, reading: read.says } : undefined;
}

/** With the symbols whose partial derivatives are taken as functions; a difference counts only between the same functions. */
function overFields(item: Item, plan: Plan, input: JudgeInput): Tried | undefined {
  if ([item.left, item.right].some((e) => some(e, (n) => typeof n.data?.held === "string"))) return undefined;
  const fields = asFields(item.left, item.right, plan);
  if (!fields) return undefined;
  const derived: Item = { ...item, left: fields.left, right: fields.right };
  const tried = trySides(derived, fields.plan, input);
  return tried.outcome.kind === "agrees" || (tried.outcome.kind === "differs" && fields.comparable) ? { ...tried, derived, reading: fields.says } : undefined;
}

/** Whether an indefinite integral stands earlier in the chain: then constants of integration are about. */
const followsIntegral = (item: Item, input: JudgeInput): boolean =>
  item.link.continued &&
  input.groups.some(
    (g) => g.line.block === item.link.statement.block && g.items.some((i) => i.order <= item.order && (hasIndefinite(i.left) || hasIndefinite(i.right))),
  );

/** Tries the likeliest shapes first; where they do not fit, or where a disagreement rests on guessed ones, others. */
function trySides(item: Item, plan: Plan, input: JudgeInput): Tried {
  // what was made of laws of vectors has its shapes from them
  const first = tryShapes(item, plan, input, { sizes: 0, rank: 0, ...(item.ofVectors ? { near: true } : {}) });
  const { outcome, setting } = first;
  if (outcome.kind === "agrees") return first;
  const lines = asLines(item, plan, input);
  if (lines) return lines;
  const positive = outcome.kind === "unknown" && outcome.code === "sample/uninformative" && setting ? positivePlan(item, plan, setting) : undefined;
  const informed = positive && tryShapes(item, positive, input, { sizes: 0, rank: 0 });
  if (informed && informed.outcome.kind !== "unknown") return informed;
  const symmetric = outcome.kind === "differs" ? asSymmetric(item, plan, input) : undefined;
  if (symmetric?.outcome.kind === "agrees") return symmetric;
  if (outcome.kind === "unknown" && /^(matrix|entry)\/|^expression\/not-a-number$/.test(outcome.code))
    return OTHERS.map((c) => tryShapes(item, plan, input, c)).find((t) => t.outcome.kind === "agrees") ?? first;
  // what fails for symmetric matrices, too, is shown and mended where they are
  const shown = symmetric ?? first;
  if (outcome.kind !== "differs" || !setting || setting.shapes.guessed.size === 0) return shown;
  const few = { ...input, samples: Math.min(input.samples, 8) };
  const other = OTHERS.filter((c) => c.near || setting.shapes.others >= c.rank).find((c) => tryShapes(item, plan, few, c).outcome.kind === "agrees");
  if (other && item.ofVectors) return tryShapes(item, plan, input, other);
  return other
    ? {
        ...first,
        outcome: {
          kind: "unknown",
          code: "matrix/reading",
          message: "which of its names are numbers and which are vectors or matrices is not said, and it holds in one of the readings",
        },
      }
    : shown;
}

/** Vectors x_i beside a matrix X as its rows or columns, where the step then holds. */
function asLines(item: Item, plan: Plan, input: JudgeInput): Tried | undefined {
  const spoken = [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)];
  const families = [...familyOwners(spoken, (name) => plan.definitions.get(name)?.body)].filter(([name]) => !plan.definitions.has(name));
  if (families.length === 0) return undefined;
  for (const by of ["rows", "columns"] as const) {
    const tried = tryShapes(item, plan, input, { sizes: 0, rank: 0, members: Object.fromEntries(families.map(([name, owner]) => [name, { owner, by }])) });
    if (tried.outcome.kind === "agrees")
      return { ...tried, reading: families.map(([name, owner]) => `${name}_i is ${by === "rows" ? "row" : "column"} i of ${owner}`).join(", ") };
  }
  return undefined;
}

/** Matrices of quadratic forms, of which nothing is said, as symmetric ones, where the step then holds, or fails as well. */
function asSymmetric(item: Item, plan: Plan, input: JudgeInput): Tried | undefined {
  const said = new Set(input.shapes.scope(item, plan).declarations.flatMap((d) => d.names));
  const names = [...quadraticNames([item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)])].filter(
    (n) => !said.has(n) && !plan.definitions.has(n),
  );
  if (names.length === 0 || names.length > 4) return undefined;
  const tried = tryShapes(item, plan, input, { sizes: 0, rank: 0, symmetric: new Set(names) });
  if (tried.outcome.kind === "differs") return tried;
  if (tried.outcome.kind !== "agrees") return undefined;
  const needed = names.filter(
    (n) => tryShapes(item, plan, input, { sizes: 0, rank: 0, symmetric: new Set(names.filter((m) => m !== n)) }).outcome.kind !== "agrees",
  );
  const list = needed.length > 0 ? needed : names;
  return { ...tried, assumes: `${list.map((n) => `$${n}$`).join(" and ")} ${list.length > 1 ? "are" : "is"} symmetric` };
}

const OTHERS: readonly ShapeChoice[] = [
  { sizes: 0, rank: 0, near: true },
  { sizes: 0, rank: 1 },
  { sizes: 0, rank: 1, near: true },
];

function tryShapes(item: Item, plan: Plan, input: JudgeInput, choice: ShapeChoice): Tried {
  try {
    const setting = settingFor(item.left, item.right, plan, input.seed, input.shapes.scope(item, plan), choice, input.work);
    const trial: Trial = {
      bench: setting.bench,
      left: setting.left,
      right: setting.right,
      // equalities are asked in few worlds first, and in more only where those say too little
      samples: hasQuadrature(item, plan) ? Math.min(input.samples, item.relation === "=" ? 20 : 8) : input.samples,
      costly: isCostly(item, plan),
      closed: setting.closed,
      complex: setting.complex,
      hasty: input.hasty === true && item.relation === "=",
      rough: input.rough === true,
      whether: input.whether === true,
      ...(item.relation === "∝" ? { proportionalIn: proportionalIn(item, input.groups) } : {}),
      ...(item.posteriorOf ? { always: true } : {}),
      ...(/^[=≈]$/.test(item.relation) && [item.left, item.right].some(hasDecimals)
        ? { told: toldDecimals(item, input.environment.facts(item)), results: resultingDecimals(item, input.groups, input.text) }
        : {}),
    };
    const outcome = overRegion(
      asSaid(withoutIdle(offDiagonal(run(item, trial, input.text), item), item, plan), item, plan, input.text),
      [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)],
      setting.bench.model,
    );
    if (outcome.kind === "agrees" && dividesByMatrix(plan, setting.shapes.shapes, input.text))
      return { outcome: { kind: "unknown", code: "matrix/not-invertible", message: "that a matrix may be divided by is not said" }, plan };
    if (
      outcome.kind === "agrees" &&
      (hasLostMatrix(item, plan, input, setting.shapes.shapes) ||
        (setting.shapes.shapes.size === 0 && [item.left, item.right].some((e) => some(e, isOfMatrix))))
    )
      return {
        outcome: { kind: "unknown", code: "matrix/reading", message: "it was compared with numbers in place of matrices, for no shapes were found that fit" },
        plan,
      };
    const normed = outcome.kind === "agrees" ? normedProduct(item, plan, input, setting.shapes.shapes) : undefined;
    if (normed && tryShapes({ ...item, ofVectors: normed.as }, plan, { ...input, samples: 8 }, choice).outcome.kind === "differs")
      return { outcome: normed.doubt, plan };
    // agreement in one choice of dimensions may be an accident of it: tr I = 3
    const again =
      outcome.kind === "agrees" && choice.sizes === 0 && [...setting.shapes.sizes.values()].length > 0
        ? tryShapes(item, plan, { ...input, samples: Math.min(input.samples, 8), hasty: false }, { ...choice, sizes: 1 })
        : undefined;
    return again?.outcome.kind === "differs" ? again : { outcome, plan, setting };
  } catch (error) {
    if (error instanceof NotUnderstood) return { outcome: { kind: "unknown", code: error.code, message: error.message }, plan };
    if (error instanceof Unsupported) return { outcome: { kind: "unknown", code: "arithmetic/unsupported", message: error.message }, plan };
    if (error instanceof OutOfFuel) return { outcome: { kind: "unknown", code: "work/too-much", message: error.message }, plan };
    if (error instanceof RangeError) return { outcome: { kind: "unknown", code: "work/too-deep", message: "the expression is nested too deeply" }, plan };
    throw error;
  }
}

const APART = /\b(distinct|non-?zero|non-?trivial|unequal|different from|non-?integers?|not (both |all )?(equal|zero|an integer))\b/i;
/** How far back words may stand that say of numbers that they are apart. */
const BACK = 500;

/** What fails at chosen points only, which the words exclude: "distinct", "nonzero", x ≠ 0 of a vector. */
function asSaid(outcome: Outcome, item: Item, plan: Plan, text: string): Outcome {
  if (outcome.kind !== "differs" || !outcome.unless) return outcome;
  const { from } = item.link.left;
  const said = plan.conditions.some((c) => some(c.relation, (n) => n.name === "!=")) || APART.test(text.slice(Math.max(0, from - BACK), from));
  return said ? { kind: "agrees", exact: false, evidence: outcome.evidence } : outcome;
}

/** Agreement because a Kronecker delta was zero in every world, and with it both sides, says nothing of where it is one. */
const offDiagonal = (outcome: Outcome, item: Item): Outcome =>
  outcome.kind === "agrees" &&
  outcome.vanishing === true &&
  [item.left, item.right].some((e) => some(e, (n) => n.op === "special" && n.name === "kronecker0" && n.args.some((a) => a.op !== "number")))
    ? {
        kind: "unknown",
        code: "sample/uninformative",
        message: "both sides are zero wherever it was looked: no indices were equal there",
        evidence: outcome.evidence,
      }
    : outcome;

/** What differs over a region that is not known is not refuted. */
const overRegion = (outcome: Outcome, sides: readonly Expr[], model: Model): Outcome =>
  outcome.kind === "differs" && sides.some((e) => some(e, (n) => isUnknownRegion(n, model) || (n.op === "integral-over" && !hasRange(n, model))))
    ? { kind: "unknown", code: "integral/region", message: "what region this integral is taken over is not known" }
    : outcome;

/** Limits, infinite sums and roots cost thousands of evaluations a world, integrals no less: a few worlds are asked first. */
const isCostly = (item: Item, plan: Plan): boolean =>
  hasQuadrature(item, plan) ||
  [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)].some((e) =>
    some(e, (n) => n.op === "limit" || n.op === "solution" || (/^(sum|prod)/.test(n.op) && n.args.slice(1).some((a) => some(a, (s) => s.name === "\\infty")))),
  );

/** Integrals cost hundreds of evaluations a world: fewer worlds are asked, still more than enough to agree. */
const hasQuadrature = (item: Item, plan: Plan): boolean =>
  [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)].some((e) =>
    some(e, (n) => n.op.startsWith("integral") || (n.op === "sum-over" && (plan.continuous?.has(n.name ?? "") ?? false)) || n.op === "statistic"),
  );

function run(item: Item, trial: Trial, text: string): Outcome {
  switch (item.relation) {
    case "=":
      if (hasLandau(trial.left) || hasLandau(trial.right)) return checkGrowth(trial, approachOf([trial.left, trial.right], limitsSaid(item, text)));
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
    case "∈":
    case "∉":
      return checkMembership(trial, item.relation);
    case "!=": {
      const outcome = checkEquality(trial);
      if (outcome.kind === "differs") return { kind: "agrees", exact: false, evidence: outcome.evidence };
      if (outcome.kind === "agrees")
        return { kind: "differs", witness: { world: 0, left: Number.NaN, right: Number.NaN }, holdsIn: [], failsIn: [], evidence: outcome.evidence };
      return outcome;
    }
  }
  return { kind: "unknown", code: "relation/unknown", message: `the relation "${item.relation}" is not checked yet` };
}
