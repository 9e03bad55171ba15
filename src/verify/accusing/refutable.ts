/** Whether a step that differs at random points may be called wrong: not where a side speaks of things that the other side and the document leave open. */

import type { Item } from "../../derivation/facts/items";
import { WEIGHT } from "../../derivation/laws/entries";
import { allNames } from "../../derivation/names/all-names";
import { familyNamed } from "../../distributions/index";
import { isConstantName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, same, some, walk } from "../../expression/tree";
import { isIdentityName, isUnitVector, unitVectorsOf } from "../../worlds/shapes/shape-names";
import { printed } from "../guarded";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { boundedNames, numberIn } from "./bounded-names";
import { constantSide } from "./constant-sides";
import { withBodies } from "./doubts/reach";
import { rateBehind } from "./hidden-rates";
import { informationNames, tiedVariables } from "./informations";
import { bases, LABELLED, openInMeasures, openNames, openWithBodies } from "./open-names";
import { isPutIn, otherMeaning } from "./other-meanings";
import { isOfPositive } from "./small-numbers";

/** Why a step is not called wrong. */
export interface Loose {
  readonly code: string;
  readonly message: string;
  /** Also an edit that mends it shows no mistake. */
  readonly settled?: true;
}

/** \\bar{w} beside a w that is complex, and both of one side: no name of its own. */
const isConjugate = (name: string, spoken: ReadonlySet<string>, { setting }: Tried): boolean => {
  const under = /^\\(?:bar|overline)\{(.+)\}$/.exec(name)?.[1] ?? "";
  return spoken.has(under) && setting?.complex === true && setting.bench.model.parts.sorts.of.get(under)?.kind === "complex";
};

/** The reason why a differing step is not refuted; undefined where it is. */
export function unrefutable(item: Item, tried: Tried, input: JudgeInput): Loose | undefined {
  const other = otherMeaning(item, tried, input);
  if (other) return { ...other, settled: true };
  const clash = outsideOf(tried);
  if (clash) return { code: "context/unmet", message: `Not checked: the value of ${show(clash)} that is known does not meet the conditions that are known.` };
  const read = tried.item ?? item;
  const left = bases(new Set([...openWithBodies(item.left, tried), ...openInMeasures(read.left, tried)]), tried);
  const right = bases(new Set([...openWithBodies(item.right, tried), ...openInMeasures(read.right, tried)]), tried);
  const by = tried.derived && tried.item ? integrated(tried.item.left) : undefined;
  // an order between functionals of distributions is said of all of them
  const tables = item.relation === "=" ? undefined : tried.setting?.bench.model.parts.families.families;
  // the step of a difference quotient goes to zero
  const small = tried.outcome.kind === "differs" ? (tried.outcome.growth?.at ?? {}) : {};
  const spoken = informationNames(read, tried);
  const tied = tiedVariables(read, tried, input);
  if (tied) return tied;
  // of the terms of a sequence a bound may be known that was not used
  const numbering = item.relation === "=" ? subscriptNames(item.left) : new Set<string>();
  const labels = labelNames(read.left);
  const fresh = [...right].filter(
    (n) =>
      !isConjugate(n, left, tried) &&
      (!left.has(n) || labels.has(n)) &&
      !numbering.has(n) &&
      !spoken.has(n) &&
      !by?.has(n) &&
      !isSettled(n, tried) &&
      !tables?.has(n) &&
      !(n in small),
  );
  if (fresh.length > 0) return { code: "context/new-symbol", message: `Not checked: what ${show(fresh[0])} is on the right side is not said.` };
  const isSaidFor = (n: string): boolean => /^[<>]=?$/.test(item.relation) && item.quantified?.has(n) === true;
  // X in E[X] is averaged over where a reading puts the variable of its density in its place, and nothing else than a law is said of X
  const kept = read === item ? left : bases(openWithBodies(read.left, tried), tried);
  const isAveraged = (n: string): boolean => {
    const said = tried.plan.random?.variables.get(n);
    return !kept.has(n) && (said?.law ?? said?.points ?? (said ? undefined : [])) !== undefined;
  };
  const isOfAll = ofAllDistributions(item, tried);
  const lost = [...left].filter((n) => !right.has(n) && !isOfAll(n) && !spoken.has(n) && !isAveraged(n) && !isSettled(n, tried) && !isSaidFor(n));
  // g(g(z)) = z of a g with open numbers in its formula: what is asked of them
  const asked = isReturn(item) ? lost.find((n) => !allNames([item.left]).has(n)) : undefined;
  if (asked) return { code: "context/unrelated", message: `Not checked: it depends on what ${show(asked)} is, which is not said.` };
  // C (s I - A)^{-1} B + D with the values of all but D put in
  const unput = lost.find((n) => item.left.op === "add" && item.left.args.some((a) => a.op === "symbol" && a.name === n));
  if (unput && item.relation === "=" && isPutIn(item, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(unput)} is, which is not said.`, settled: true };
  const law = hiddenLaws(item, tried);
  // an edit that drops what the other side has of it mends nothing
  if (law)
    return {
      code: "context/dependence",
      message: `Not checked: how ${show(printed(law))} depends on what the derivative is taken by is not said.`,
      settled: true,
    };
  const rate = rateBehind([item.left, item.right], tried);
  if (rate) return { code: "context/dependence", message: `Not checked: how ${show(rate.of)} depends on ${show(rate.by)} is not said.`, settled: true };
  // rounded steps put numbers in place of symbols
  if (lost.length > 0 && item.relation === "≈" && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(lost[0])} is, which is not said.` };
  // p(X = 1) of a letter p that was read as a factor: a probability
  const event = [item.left, item.right].some((e) =>
    some(e, (n) => n.op === "mul" && n.args.some((x, i) => /^(relation|and)$/.test(x.op) && n.args[i - 1]?.op === "symbol")),
  );
  if (event) return { code: "context/event", message: "Not checked: a letter before a condition in parentheses may be a probability of it." };
  const unlinked = right.size === 0 ? unlinkedCondition(item.left, tried) : undefined;
  if (unlinked) return { code: "context/dependence", message: `Not checked: how this depends on ${show(unlinked)} is not said.`, settled: true };
  if (isOfPart(item)) return { code: "context/event", message: "Not checked: whether one of these events is part of the other is not said.", settled: true };
  if (!same(item.left, item.right) && [item.left, item.right].every(isIndicator))
    return { code: "context/values", message: "Not checked: which values the names in these conditions can have is not said.", settled: true };
  const alone = functionAlone(item.left, tried) ?? functionAlone(item.right, tried);
  if (alone) return { code: "context/random", message: `Not checked: of what the function ${show(alone)} is taken here is not said.` };
  const percents = [item.left, item.right].map((e) => some(e, (n) => n.data?.percent === true));
  if (percents[0] !== percents[1] && isHundredfold(tried))
    return { code: "percent/reading", message: "Not checked: whether the per cent sign divides by a hundred or names the unit is not clear." };
  const applied = new Set([...namesOf(item.left).applied.keys(), ...namesOf(item.left).indexed.keys()]);
  const gone = item.ofPosterior ? undefined : lost.find((n) => applied.has(n) || LABELLED.test(n));
  const segment = lost.find((n) => /^[A-Z]{2}$/.test(n));
  if (!gone && segment && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(segment)} is, which is not said.` };
  if (gone) return { code: "context/unrelated", message: `Not checked: it depends on what ${show(gone)} is, which is not said.` };
  if (lost.length > 0 && right.size === 0 && !constantSide(item.left, tried) && !isPassedOver(item, tried, input))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(lost[0])} is, which is not said.` };
  // E[X] = 3 of an X with a law whose parameters have no values: a number for one of them
  const parameter = right.size === 0 ? openParameter(item.left, tried) : undefined;
  if (parameter && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(parameter)} is, which is not said.` };
  // x_n on one side only: the term that the text means is not known here
  const term = openTerm(item.left, item.right, tried);
  if (term && right.size > 0 && item.relation === "=" && depends(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(term)} is, which is not said.` };
  if (isMixedOrder(item, tried) || isOfPositive(item, tried))
    return { code: "order/undecided", message: "Not checked: it holds for some values and not for others, and what is known of them is not said here." };
  if (item.relation !== "=" && item.relation !== "!=" && [item.left, item.right].some((e) => hasUnknownFunction(e, tried)))
    return { code: "context/unknown-function", message: "Not checked: an order between values of a function of which nothing is known." };
  return undefined;
}

/** Z of P(X = 1 | Z = 1) = 0.9, where nothing is said of Z. */
function unlinkedCondition(e: Expr, { plan: { random } }: Tried): string | undefined {
  const split = Number(e.data?.split ?? e.args.length);
  if (e.op !== "statistic" || e.data?.under || split >= e.args.length) return undefined;
  const own = allNames(e.args.slice(0, split));
  const told = (n: string): boolean => random?.variables.has(n) === true;
  return [...allNames(e.args.slice(split))].find((n) => /^[A-Z]$/.test(n) && !own.has(n) && !told(n) && [...own].some(told));
}

/** a of σ_{aX+b}: it stands nowhere but in what a moment is of, of which a value may have been said. */
function labelNames(e: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  const elsewhere = new Set<string>();
  const visit = (n: Expr, inLabel: boolean): void => {
    if (n.op === "symbol") (inLabel ? found : elsewhere).add(n.name ?? "");
    const isMoment = n.op === "indexed" && /^\\(sigma|mu|rho)$/.test(n.name ?? "") && n.args.some((a) => a.op === "add" || a.op === "mul");
    for (const a of n.args) visit(a, inLabel || isMoment);
  };
  visit(e, false);
  for (const n of elsewhere) found.delete(n);
  return found;
}

/** P(six | even) = P(six)/P(even) of events in words: right where the first is part of the second. */
function isOfPart({ left, right }: Item): boolean {
  const worded = (e: Expr): boolean => e.args.length > 0 && e.args.every((a) => /^\\(?:text|mathrm|textrm)\{/.test(a.name ?? ""));
  const isConditional = left.op === "apply" && left.args.length === 2 && left.data?.bound === "|" && worded(left);
  const isRatio =
    right.op === "div" && right.args.every((e, i) => e.op === "apply" && e.name === left.name && e.args.length === 1 && same(e.args[0], left.args[i]));
  return isConditional && isRatio;
}

/** 1{y ≠ h}: one or zero, by a condition. */
const isIndicator = (e: Expr): boolean =>
  e.op === "indicator" || (e.op === "mul" && e.args.length === 2 && e.args[0].op === "number" && e.args[0].name === "1" && e.args[1].op === "relation");

/** A parameter without a value in the law of a random name that a side speaks of. */
function openParameter(side: Expr, tried: Tried): string | undefined {
  const variables = tried.plan.random?.variables;
  const laws = [...allNames([side])].flatMap((n) => variables?.get(n)?.law?.args ?? []);
  return laws.flatMap((a) => [...openNames(a, tried)]).find((n) => !variables?.get(n)?.law && !variables?.get(n)?.points);
}

/** KL(q ‖ p) in the formula of L, of L'(φ) = …, where no formula gives q and the right side does not speak of it. */
function hiddenLaws({ left, right }: Item, tried: Tried): Expr | undefined {
  const { definitions } = tried.plan;
  const by = left.op === "derivative" ? left.args[1] : left.op === "apply" && left.data?.order ? left.args[0] : undefined;
  if (by?.op !== "symbol" && by?.op !== "indexed") return undefined;
  // H(m) of a number m, where H(q) = -Σ q(z) log q(z)
  const isOfNumber = (n: Expr): boolean => {
    const d = n.op === "apply" && n.args.some((a) => a.op === "symbol" && a.name === by.name) ? definitions.get(n.name ?? "") : undefined;
    return d !== undefined && some(d.body, (m) => m.op === "apply" && d.params.includes(m.name ?? ""));
  };
  const isOpen = (n: Expr): boolean =>
    isOfNumber(n) ||
    (n.op === "statistic" && /^(divergence|entropy)$/.test(n.name ?? "") && n.args.some((a) => a.op === "symbol" && !definitions.has(a.name ?? "")));
  if (some(right, isOpen)) return undefined;
  const found: Expr[] = [];
  for (const part of withBodies([left], tried)) walk(part, (n) => void (isOpen(n) && found.push(n)));
  return found[0];
}

/** g(g(z)) = z, g(h(z)) = z. */
const isReturn = ({ left, right }: Item): boolean =>
  left.op === "apply" && left.args.length === 1 && left.args[0].op === "apply" && left.args[0].args.length === 1 && same(left.args[0].args[0], right);

/** A name alone in a statistic, E_θ(T), that a formula gives as a function, T(x): of what it is taken is not written. */
function functionAlone(e: Expr, { plan: { definitions } }: Tried): string | undefined {
  const isFunction = (name: string): boolean => definitions.get(name)?.indexed === false && (definitions.get(name)?.params.length ?? 0) > 0;
  const found: string[] = [];
  // divergences and entropies are of distributions, which are functions
  const averages = (n: Expr): boolean => n.op === "statistic" && !/^(divergence|entropy)$/.test(n.name ?? "");
  walk(e, (n) => void (averages(n) && n.args[0]?.op === "symbol" && isFunction(n.args[0].name ?? "") && found.push(n.args[0].name ?? "")));
  return found[0];
}

/** Names of an order between a sum over distributions and zero that none of these meet: it is false of those that are meant. An integral of densities may have any sign. */
function ofAllDistributions({ left, right, relation }: Item, { outcome, setting }: Tried): (name: string) => boolean {
  const { families, sorts } = setting?.bench.model.parts ?? {};
  const isZero = right.op === "number" && Number(right.name) === 0;
  const everywhere = /^[<>]=?$/.test(relation) && outcome.kind === "differs" && outcome.holdsIn.length === 0;
  if (!isZero || !everywhere || some(left, (n) => n.op.startsWith("integral"))) return () => false;
  return (name) => families?.families.has(name) === true || sorts?.of.get(name)?.kind === "element";
}

/** Names in the subscripts of terms: t of α_t. */
const subscriptNames = (e: Expr): Set<string> => new Set([...namesOf(e).indexed.values()].flat().flatMap((n) => [...allNames(n.args)]));

/** The variables of indefinite integrals: they are names of the step, though its derivative may lose them. */
function integrated(side: Expr): Set<string> {
  const found = new Set<string>();
  some(side, (n) => n.op === "antiderivative" && found.add(n.name ?? "") === undefined);
  return found;
}

/** A term of a sequence in one expression, of a sequence that the other does not mention and nothing defines. */
function openTerm(e: Expr, other: Expr, tried: Tried): string | undefined {
  const [here, there] = [namesOf(e), namesOf(other)];
  const reached = bases(openWithBodies(other, tried), tried);
  const bodies = [...there.applied.keys(), ...there.symbols].flatMap((n) => {
    const d = tried.plan.definitions.get(n);
    return d && !d.derived ? [namesOf(d.body)] : [];
  });
  for (const [base, all] of here.indexed) {
    // all terms of a sample have one law
    if (tried.plan.random?.variables.get(base)?.identical && tried.setting?.bench.model.parts.random?.names.has(base)) continue;
    // what a derivative is taken by, of a sequence that formulas of the other side speak of; the very term that these speak of
    const isSpoken = (name: string): boolean => bodies.some((b) => b.indexed.get(base)?.some((x) => symbolName(x) === name) === true);
    const nodes = all.filter((n) => !(reached.has(base) && isVariable(e, n)) && !isSpoken(symbolName(n)));
    if (nodes.length === 0) continue;
    if (there.indexed.has(base) || tried.plan.definitions.has(base) || nodes.some((n) => tried.plan.definitions.has(symbolName(n)))) continue;
    if (nodes.every((n) => n.args.some((a) => a.op !== "number") && !n.args.some((a) => some(a, (x) => here.bound.has(x.name ?? "")))))
      return symbolName(nodes[0]);
  }
  return undefined;
}

const isVariable = (e: Expr, by: Expr): boolean => some(e, (n) => n.op === "derivative" && n.args[1] === by);

/** The value is not the same in every world. */
const depends = (e: Expr, tried: Tried): boolean => !constantSide(e, tried);

/** An order between plain numbers that some worlds meet, where the text does not say for which numbers it is meant. */
function isMixedOrder(item: Item, tried: Tried): boolean {
  const { outcome } = tried;
  if (!/^[<>]=?$/.test(item.relation) || outcome.kind !== "differs" || outcome.holdsIn.length === 0 || outcome.unless) return false;
  const names = namesOf(item.left, item.right);
  const plain = [...names.symbols, ...[...names.indexed.values()].flat().map(symbolName)].filter(
    (n) => !isConstantName(n) && !names.bound.has(n) && tried.setting?.bench.model.parts.sorts.of.get(n)?.kind !== "element",
  );
  if (plain.length === 0) return false;
  const said = new Set(tried.plan.conditions.flatMap((c) => boundedNames(c.relation)));
  return (
    !plain.every((n) => said.has(n) || item.quantified?.has(n)) &&
    !/\bfor (all|any|every|each)\b|\barbitrary\b/i.test(item.link.statement.prose + item.link.statement.trail)
  );
}

/** A name whose value breaks a bound that is in force: it is the value of another case. */
function outsideOf({ plan }: Tried): string | undefined {
  for (const { relation } of plan.conditions) {
    const [left, right] = relation.args;
    if (relation.args.length !== 2 || !/^[<>]=?$/.test(relation.name ?? "")) continue;
    const [a, b] = [numberIn(left, plan.definitions), numberIn(right, plan.definitions)];
    const named = [left, right].find((e) => e.op === "symbol");
    if (named && a !== undefined && b !== undefined && !IN_ORDER[relation.name ?? ""]?.(a, b)) return named.name;
  }
  return undefined;
}

const IN_ORDER: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const show = (name: string): string => `$${name.replace(WEIGHT, "")}$`;

function hasUnknownFunction(e: Expr, tried: Tried): boolean {
  const families = tried.setting?.bench.model.parts.families.families;
  return some(e, (n) => n.op === "apply" && !tried.plan.definitions.has(n.name ?? "") && !families?.has(n.name ?? "") && !familyNamed(n.name ?? ""));
}

/** A dimension of the step's matrices, an identity, or a name that the given moments bring in. */
function isSettled(name: string, tried: Tried): boolean {
  const shapes = tried.setting?.shapes;
  if (shapes?.sizes.has(name) || (shapes?.identities && isIdentityName(name))) return true;
  // i, j and k beside each other
  if (isUnitVector(name) !== undefined && shapes?.shapes.get(name) && unitVectorsOf(shapes.shapes.keys()).has(name)) return true;
  const moments = [...(tried.plan.moments?.values() ?? [])].flatMap((m) => [m.mean, m.covariance]);
  const told = [...(tried.plan.random?.variables.values() ?? [])]
    .filter((v) => tried.setting?.bench.model.parts.random?.names.has(v.name))
    .flatMap((v) => [...(v.law?.args ?? []), ...(v.law?.family.probabilities ?? []), v.mean, v.covariance, ...(v.points ?? []).flat()]);
  return (
    tried.setting?.bench.model.parts.random?.names.has(name) === true ||
    tried.setting?.bench.model.parts.random?.space?.counts.has(name) === true ||
    [...moments, ...told].some((e) => e !== undefined && allNames([e]).has(name))
  );
}

/** Whether a difference may be that of a number and so many per cent, roughly; or cannot be told. */
function isHundredfold({ outcome, setting }: Tried): boolean {
  if (outcome.kind !== "differs" || !setting?.closed) return true;
  const [small, large] = [outcome.witness.left, outcome.witness.right].map(Math.abs).sort((a, b) => a - b);
  return Math.abs(large - 100 * small) <= 0.1 * large;
}

/** Σ (1/k − 1/(k + 1)) = 1 = n/(n + 1): what stands before and behind the number is equal, and no equation for n was meant. */
function isPassedOver(item: Item, tried: Tried, input: JudgeInput): boolean {
  const next = item.relation === "=" ? input.groups.flatMap((g) => g.items).find((i) => i.link.left === item.link.right && i.relation === "=") : undefined;
  return next !== undefined && allNames([next.right]).size > 0 && agreesUnder({ ...item, right: next.right, made: true }, tried, input);
}
