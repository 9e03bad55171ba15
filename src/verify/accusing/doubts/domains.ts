/** Doubts about where a formula is meant: branches, series and limits with parameters, searched extremes, regions. */
import type { Item } from "../../../derivation/facts/items";
import { namesOf } from "../../../expression/names";
import { PLAIN_CONSTANTS, plainValue } from "../../../expression/plain-value";
import { type Expr, some } from "../../../expression/tree";
import { double, type Lane } from "../../../numeric/lanes";
import type { Tried } from "../../trying/trial";
import { isOfAnySequence } from "../any-sequence";
import { areAnalytic, isPowerSeries } from "../power-series";
import { isOfFewTerms } from "../single-terms";
import { first, type Reason } from "./reason";

/** Functions with several branches; over complex numbers powers and roots, too. */
const BRANCHED = /^(arg|a(rc)?(sin|cos|tan|cot|sec|csc)h?|atan2|lambertw)$/;

export const branches: Reason = (parts, tried) => {
  const complex = tried.setting?.complex ?? false;
  const found = first(
    parts,
    (e) =>
      (e.op === "call" && (BRANCHED.test(e.name ?? "") || (complex && /^(log|sqrt|root|lgamma)$/.test(e.name ?? "") && !isPositive(e.args[0])))) ||
      (complex && /^(sqrt|root)$/.test(e.op) && !isPositive(e.args[0])) ||
      (complex && e.op === "pow" && !isWhole(e.args[1]) && !isExponential(e.args[0])),
  );
  return found && { code: "function/branch", message: "which branch of a many-valued function is meant, or where, is not said" };
};

/** ∇‖z‖² of complex numbers: what is differentiated there has no derivative. */
export const slopes: Reason = (parts, tried) => {
  if (!tried.setting?.complex || !first(parts, (e) => /^(gradient|derivative|hessian)$/.test(e.op))) return undefined;
  return first(parts, (e) => /^(norm|absolute|adjoint)$/.test(e.op) || (e.op === "call" && e.name === "conj"))
    ? { code: "derivative/complex", message: "what is differentiated here has no derivative in complex numbers" }
    : undefined;
};

/** The root or the logarithm of a positive number is the real one. */
const isPositive = (e: Expr): boolean => plainValue(e, PLAIN_CONSTANTS) > 0;

/** Powers of e and of positive numbers have one value. */
const isExponential = (base: Expr): boolean => (base.op === "symbol" && base.name === "e") || (base.op === "number" && Number(base.name) > 0);

const isWhole = (e: Expr): boolean =>
  (e.op === "number" && Number.isInteger(Number(e.name))) || (e.op === "neg" && isWhole(e.args[0])) || (e.op === "symbol" && /^[jklmn]$/.test(e.name ?? ""));

/** Series and limits with parameters: where they converge to what is written. */
export const convergence: Reason = (parts, tried, item, input) => {
  if (isOfAnySequence(item, tried, input)) return undefined;
  const infinite = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && n.name === "\\infty");
  const analytic = areAnalytic(parts);
  const found = first(
    parts,
    (e) =>
      /^(sum|prod|limit)/.test(e.op) &&
      e.args.slice(1).some(infinite) &&
      [...namesOf(e).symbols].some((n) => !/^(\\infty|\\pi|e|i)$/.test(n)) &&
      !(analytic && isPowerSeries(e)),
  );
  return found && { code: "series/domain", message: "for which values this limit is meant is not said" };
};

/** An extreme value that was searched for on a whole line or under conditions: a better one may have been missed. */
export const searches: Reason = (parts, { setting }) =>
  first(parts, (e) => e.data?.searched === true || (/^(max|min)-over$/.test(e.op) && setting?.bench.model.range(e.name ?? "", e.args[0]) === undefined))
    ? { code: "extremum/searched", message: "a larger or smaller value may have been missed" }
    : undefined;

/** It holds at some points and not at others: true on a region, as of a root or a logarithm. A false equation between formulas holds nowhere but by chance. */
export const regions: Reason = (parts, tried, item) =>
  tried.outcome.kind === "differs" && tried.outcome.holdsIn.length > 0 && !isOrderForAll(item) && !isChance(parts, tried.outcome) && !isOfFewTerms(item, tried)
    ? { code: "condition/not-found", message: "they agree at other points, and for which it is meant is not said" }
    : undefined;

/** Whole numbers are few: false equations between factorials and binomial coefficients, which have their symmetry and their zeros, hold at some of them. */
export const isChance = (parts: readonly Expr[], { holdsIn, failsIn, idle = 0 }: Extract<Tried["outcome"], { kind: "differs" }>): boolean =>
  holdsIn.length - idle <= failsIn.length / 2 && parts.some((e) => some(e, (n) => n.op === "call" && /^(binomial|factorial)$/.test(n.name ?? "")));

/** P(U² ≤ t) = √t at t = 2: what is no probability there is not meant there. */
export const beyondOne: Reason = (_, { outcome, setting, item: read }, item) => {
  const { left, right } = read ?? item;
  if (outcome.kind !== "differs" || !setting || item.relation !== "=" || left.op !== "statistic" || left.name !== "probability") return undefined;
  if (namesOf(right).symbols.size === 0 || outcome.failsIn.length === 0) return undefined;
  const ev = setting.bench.evaluator<Lane>(double, Int32Array.from(outcome.failsIn));
  const values = ev.lanes(ev.scalar(right));
  return values.every((p) => !(p >= 0 && p <= 1))
    ? { code: "condition/not-found", message: "what stands for a probability is none there, and for which values it is meant is not said" }
    : undefined;
};

/** "For all real x, x² ≥ x": one number is enough to refute it. */
function isOrderForAll({ left, right, relation, quantified }: Item): boolean {
  const names = namesOf(left, right);
  return (
    /^[<>]=?$/.test(relation) &&
    quantified !== undefined &&
    names.indexed.size === 0 &&
    [...names.symbols].every((n) => quantified.has(n) || names.bound.has(n) || /^(\\pi|e)$/.test(n))
  );
}
