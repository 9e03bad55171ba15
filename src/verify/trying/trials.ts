/** Tries the readings and plans of a step, most conventional and weakest first, until one agrees. */

import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { capitalDistributions } from "../../derivation/laws/capital-distributions";
import { isDensity } from "../../derivation/laws/density-forms";
import { sampleCopies } from "../../derivation/laws/sample-copies";
import { sequenceEntropies } from "../../derivation/laws/sequence-entropies";
import { allNames } from "../../derivation/names/all-names";
import { type LetterReading, letterReadings } from "../../derivation/names/letter-readings";
import { markedNames, withoutMarks } from "../../derivation/names/overloads";
import { besideForPartials, withCoordinates } from "../../derivation/plans/held-fixed";
import type { Plan } from "../../derivation/plans/plan";
import { plansFor } from "../../derivation/plans/plans";
import { momentsFor } from "../../derivation/random/moments";
import { isGivenProbability } from "../../derivation/random/random";
import { bareIntegrands } from "../../derivation/reading/bare-integrands";
import { rangedSums } from "../../derivation/reading/ranged-sums";
import { iterates, otherNotations, type ReadItem, readingsOf } from "../../derivation/reading/readings";
import { withKept } from "../../derivation/words/kept-constant";
import { some, symbol } from "../../expression/tree";
import { repairedPlan } from "../accusing/densities";
import { assumedFamily, otherMeaning } from "./assumptions";
import { inBits, withBinaryLogarithms } from "./binary-logarithms";
import { underIndependence } from "./independent-informations";
import { throughEquations, withoutAssertedOrders, withoutConditions } from "./left-facts";
import { underMarkovChain } from "./markov-chains";
import { overOutcomes } from "./over-outcomes";
import { alongCurves } from "./parametric-curves";
import { throughAngle } from "./through-angle";
import { throughBounds } from "./through-bounds";
import { throughMetric } from "./through-metric";
import { throughPartialSums } from "./through-partial-sums";
import { throughReplacing } from "./through-replacing";
import { throughRootsOfUnity } from "./through-roots-of-unity";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";
import { underFactors } from "./under-factors";

/** What all readings and plans of a step gave: the first that agrees, and each reading's strongest plan. */
export interface Trials {
  readonly holding?: Tried;
  readonly finals: readonly Tried[];
  /** The strongest plans of the readings in which letters are functions, where none of them agrees. */
  readonly lettered?: readonly Tried[];
  readonly assumes?: string;
}

/** What is known of the document around a step, whatever its plan takes. */
export const aroundOf = (item: Item, facts: readonly Item[], { environment }: JudgeInput) => ({
  free: environment.free(item),
  continuous: environment.continuous(item),
  moments: momentsFor(item, facts),
  random: environment.random(item),
  sums: environment.sums(item),
  moving: environment.moving(item),
});

/** Tries readings most conventional first, in each the plans from weak to strong, as written and with densities repaired, until one agrees. */
export function tryPlans(item: Item, input: JudgeInput, given?: readonly LetterReading[]): Trials {
  const { environment } = input;
  const facts = supposed(item)
    ? environment.facts(item).filter((f) => f.fact?.kind === "condition" || (f.fact?.kind === "definition" && !f.fact.derived))
    : environment.facts(item);
  const around = aroundOf(item, facts, input);
  // that a distribution sums to one is nothing to lean on where a formula says what it is
  const defined = facts.flatMap((f) =>
    f.fact?.kind === "definition" && f.fact.params.length > 0 && f.scope === item.scope && f.order < item.order ? [f.fact] : [],
  );
  const finals: Tried[] = [];
  const lettered: Tried[] = [];
  const joint = jointReading(item, around, input);
  if (joint) return { holding: joint, finals: [joint] };
  // agreement under an assumption counts only where nothing holds without one
  let assumed: Tried | undefined;
  const hasty = { ...input, hasty: true };
  for (const reading of given ?? allReadings(item, facts, input)) {
    const plans = plansFor(
      reading.item,
      facts.filter((f) => !isGivenProbability(f)),
      around.random,
    ).map((plan): Plan => withBinaryLogarithms({ ...plan, ...around, ...withoutFormulas(plan, defined, around.free) }, reading, input));
    let last: Tried | undefined;
    let before: Tried | undefined;
    for (const made of plans) {
      const given = withKept(made, [item.left, item.right], () => input.text.slice(0, item.link.left.from));
      const curve = alongCurves(reading.item, given);
      const read = curve ? { ...reading.item, ...curve } : reading.item;
      const sides = [read.left, read.right];
      const plan = withCoordinates(given, sides);
      for (const variant of [
        plan,
        ...besideForPartials(given, sides, (d) => input.text.slice(d.span.to, item.link.left.from)),
        item.role === "soft" ? undefined : constrained(plan, environment.normalised(item)),
        repairedPlan(plan, item, input),
      ]) {
        if (!variant) continue;
        const tried: Tried = {
          ...undecided(tryPlan(read, variant, hasty)),
          item: reading.item,
          ...(curve ? { derived: read } : {}),
          ...(reading.says ? { reading: reading.says } : {}),
          ...(reading.notation ? { notation: reading.notation } : {}),
          ...(variant === plan || variant.shows ? {} : { repaired: true }),
        };
        if (variant.shows && (tried.outcome.kind !== "agrees" || tried.assumes)) continue;
        const empty: Tried | undefined = last && vanishes(tried, reading.item) ? beforeVanishing(last, variant) : undefined;
        if (last && isEmptied(tried)) before ??= beforeVanishing(last, variant);
        if (empty) {
          last = empty;
          break;
        }
        last = withoutAssertedOrders(tried, reading.item, input) ?? tried;
        if (last.outcome.kind === "agrees" && !last.assumes) return { holding: last, finals: [...finals, last] };
        if (last.outcome.kind === "agrees") assumed ??= last;
        const anyway = withoutConditions(last, reading.item, input);
        if (anyway) return { holding: anyway, finals: [...finals, anyway] };
        // with more facts it would cost no less
        const apart =
          last.outcome.kind === "unknown" && last.outcome.code === "work/too-much" && reading.item === item
            ? (throughBounds(last, item, input) ?? throughPartialSums(last, item, input))
            : undefined;
        if (apart) return { holding: apart, finals: [...finals, apart] };
        if (reading.usual === undefined && last.outcome.kind === "unknown" && last.outcome.code === "work/too-much") return { finals: [...finals, last] };
      }
    }
    if (last && last.outcome.kind !== "agrees" && last.plan.unused.length > 0) {
      last = throughEquations(last, reading.item, input);
      if (last.outcome.kind === "agrees") return { holding: last, finals: [...finals, last] };
    }
    if (last && before && isEmptied(last)) last = before;
    const replaced = last && last.outcome.kind !== "agrees" && reading.item === item ? throughReplacing(last, item, facts, input) : undefined;
    if (replaced) return { holding: replaced, finals: [...finals, replaced] };
    const bounded =
      last && last.outcome.kind !== "agrees" && reading.item === item
        ? (throughMetric(last, item, input) ??
          throughBounds(last, item, input) ??
          throughPartialSums(last, item, input) ??
          throughRootsOfUnity(last, item, facts, input) ??
          throughAngle(last, item, input) ??
          overOutcomes(last, item, input))
        : undefined;
    if (bounded) return { holding: bounded, finals: [...finals, bounded] };
    const told = last && !input.hasty ? confirmed(last) : last;
    if (told && reading.usual !== false && !saysNothing(told, finals)) finals.push(told);
    if (told && reading.usual !== undefined) lettered.push(told);
  }
  const other = otherMeaning(item, finals, input);
  if (other) return { holding: other, finals };
  const chained = underMarkovChain(item, finals.at(-1), input);
  if (chained) return chained.outcome.kind === "agrees" ? { holding: chained, finals } : { finals: [chained] };
  const independent = underIndependence(item, finals.at(-1), input);
  if (independent) return independent.outcome.kind === "agrees" ? { holding: independent, finals } : { finals: [independent] };
  const product = underFactors(item, finals, facts, input);
  if (product) return { holding: product, finals };
  if (assumed) return { holding: assumed, finals };
  return { ...assumedFamily(item, finals, input), finals, ...(lettered.length > 0 ? { lettered } : {}) };
}

/** What another notation comes to that gives no information, or makes no sense, where the usual one differs: it is no reading, unless the document speaks of it. */
const saysNothing = ({ notation, outcome }: Tried, before: readonly Tried[]): boolean =>
  notation !== undefined &&
  notation.residues === undefined &&
  outcome.kind === "unknown" &&
  /^(expression\/not-a-number|matrix\/shape|sample\/uninformative|expectation\/(partial|under-what)|distribution\/unknown)$/.test(outcome.code) &&
  before.some((t) => t.outcome.kind === "differs");

/** Agreement only because an equation makes both sides vanish: no information. */
const vanishes = ({ outcome, plan }: Tried, item: Item): boolean =>
  outcome.kind === "agrees" && outcome.vanishing === true && plan.through !== undefined && ![item.left, item.right].some((e) => e.op === "number");

/** No world in which both sides have values meets the equation, solved as it was. */
const isEmptied = ({ outcome, plan }: Tried): boolean => outcome.kind === "unknown" && outcome.code === "sample/uninformative" && plan.through !== undefined;

/** The trial without that equation, which was not used then; undefined where nothing differed before, or where one of them was zero anyway. */
const beforeVanishing = (last: Tried, plan: Plan): Tried | undefined =>
  last.outcome.kind === "differs" && plan.through && [last.outcome.witness.left, last.outcome.witness.right].every((x) => Math.abs(x) > 1e-12)
    ? { ...last, plan: { ...last.plan, unused: [...last.plan.unused, plan.through] } }
    : undefined;

/** A difference in a plan that leaves open how the variable of a derivative is connected to the rest. */
const undecided = (t: Tried): Tried =>
  t.plan.unclear && t.outcome.kind === "differs"
    ? {
        ...t,
        outcome: {
          kind: "unknown",
          code: "derivative/dependence",
          message: "how the variable of this derivative is connected to the other names is not clear",
        },
      }
    : t;

/** Distributions that a formula defines, in a plan that does without it: entries that one condition normalises are free, tables that are normalised as a whole are loose. */
function withoutFormulas(plan: Plan, defined: readonly Definition[], free: ReadonlySet<string>): Pick<Plan, "free" | "loose"> {
  const left = defined.filter((d) => !plan.definitions.has(d.name));
  const isConditional = (d: Definition): boolean => d.split < d.params.length;
  return {
    free: new Set([...free, ...left.filter(isConditional).map((d) => d.name)]),
    loose: new Set(left.filter((d) => !isConditional(d)).map((d) => d.name)),
  };
}

/** Other notations are looked at only where the usual one does not agree, letters as functions last. */
function* allReadings(item: Item, facts: readonly Item[], input: JudgeInput): Generator<ReadItem & { readonly usual?: boolean }> {
  yield* readingsOf(item, facts);
  yield* bareIntegrands(item);
  yield* rangedSums(item);
  yield* sampleCopies(item);
  yield* sequenceEntropies(item);
  yield* capitalDistributions(item);
  if (item.role === "claim") yield* otherNotations(item, input.reading, facts);
  else yield* iterates(item, input.reading);
  yield* inBits(item, facts, input);
  yield* letterReadings(item, input.reading, input.groups);
}

/** With its difference confirmed at high precision: only the last plan of a reading accuses. */
const confirmed = (t: Tried): Tried => (t.outcome.kind === "differs" && t.outcome.confirm ? { ...t, outcome: t.outcome.confirm() } : t);

/** Distributions of one letter as tables of one joint distribution, whatever formulas say of them: what holds there holds by the rules of probability. */
function jointReading(item: Item, around: Partial<Plan>, input: JudgeInput): Tried | undefined {
  // that one of them sums to one is no rule where a formula says what it is
  if (markedNames(item.left, item.right).size < 2) return undefined;
  const plain: Item = { ...item, left: withoutMarks(item.left), right: withoutMarks(item.right) };
  // functionals of them keep their formulas
  const definitions = new Map(
    [...definitionsFor(item, allNames([item.left, item.right]), input.environment.facts(item))]
      .filter(([name, d]) => withoutMarks(symbol(name)).name === name && !isDensity(d))
      .map(([name, d]): [string, Definition] => [name, { ...d, body: withoutMarks(d.body) }]),
  );
  const tried = tryPlan(plain, { ...around, definitions, conditions: [], unused: [], continuous: new Set(), free: new Set() }, input);
  return tried.outcome.kind === "agrees" ? { ...tried, item: plain } : undefined;
}

/** With the distributions under variation that a constraint normalises. */
function constrained(plan: Plan, normalised: ReadonlySet<string>): Plan | undefined {
  const free = new Set([...(plan.free ?? [])].filter((n) => !normalised.has(n)));
  return free.size < (plan.free?.size ?? 0) ? { ...plan, free } : undefined;
}

/** Whether a changed step agrees under the plan that a trial of the step ended with. */
export function agreesUnder(changed: Item, tried: Tried, input: JudgeInput): boolean {
  return [changed, ...[...bareIntegrands(changed), ...rangedSums(changed)].map((read) => read.item)].some((item) => {
    const { outcome, assumes } = tryPlan(item, tried.plan, { ...input, hasty: true, rough: true, whether: true });
    return outcome.kind === "agrees" && assumes === undefined;
  });
}

/** Whether a changed step holds in a plan only because both of its sides are zero there, and none of them is written so. */
export function vanishesUnder(changed: Item, tried: Tried, input: JudgeInput): boolean {
  // a side that is written out in numbers, 0 or a matrix of zeros, is meant to be what it is
  if ([changed.left, changed.right].some((e) => !some(e, (n) => /^(symbol|indexed|apply|statistic)$/.test(n.op)))) return false;
  const { outcome } = tryPlan(changed, tried.plan, { ...input, hasty: true, rough: true });
  return outcome.kind === "agrees" && outcome.vanishing === true;
}

/** Whether a step holds without an assumption that the document does not make. */
export function agreeing(item: Item, input: JudgeInput): boolean {
  const { holding, assumes } = tryPlans(item, { ...input, hasty: true });
  return holding !== undefined && assumes === undefined;
}

/** What is supposed is not derived: an expression set to zero at the end of a chain. */
export const supposed = (item: Item): boolean => item.role === "soft" && item.link.continued && item.right.op === "number" && Number(item.right.name) === 0;
