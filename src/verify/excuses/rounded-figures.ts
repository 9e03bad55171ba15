/** Figures that are rounded further than their digits say: to a whole number of what is counted, or by another way of rounding what they were computed from. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some, walk } from "../../expression/tree";
import { hasUnits, isUnit } from "../../notation/arithmetic/units";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

/** Smaller whole numbers are exact. */
const LEAST = 100;

const isDecimal = (e: Expr): boolean => e.op === "number" && /^\d*\.\d+$/.test(e.name ?? "");
const isClosed = (e: Expr): boolean => namesOf(e).symbols.size === 0;

/** √a, a^{3/2}: what is no whole number as a rule. */
const isFractionalPower = (e: Expr): boolean =>
  e.op === "root" || (e.op === "call" && e.name === "sqrt") || (e.op === "pow" && /^(div|number)$/.test(e.args[1].op) && !/^\d+$/.test(e.args[1].name ?? ""));

/** Half of the last digit of a decimal by its value. */
function half(e: Expr): number {
  const [, places = ""] = /\.(\d+)$/.exec(e.name ?? "") ?? [];
  return (0.5 * 10 ** -places.length) / Number(e.name);
}

/** How far, relatively, a value may be off that the decimals of an expression were rounded for. */
function slack(e: Expr): number {
  let sum = 0;
  walk(e, (n) => {
    if (isDecimal(n) && Number(n.name) > 0) sum += half(n);
  });
  return sum;
}

/** What the last digits of the decimals of a sum amount to, where three of them or more were rounded. */
function unitsOf(e: Expr): number {
  let [sum, count] = [0, 0];
  walk(e, (n) => {
    if (!isDecimal(n) || !/\.\d{3,}$/.test(n.name ?? "")) return;
    sum += 2 * half(n) * Number(n.name);
    count++;
  });
  return count >= 3 ? sum : 0;
}

/** Denominators of fractions whose decimals do not end. */
const ENDLESS = [3, 6, 7, 9, 11, 12];

/** 0.667 as 2/3: the fraction that such a decimal was rounded from. */
function asFraction(e: Expr): Expr {
  const [, places = ""] = isDecimal(e) ? (/\.(\d{2,6})$/.exec(e.name ?? "") ?? []) : [];
  const value = Number(e.name);
  const q =
    places && ENDLESS.find((d) => Math.round(value * d) % d !== 0 && (Math.round(value * d) / d).toFixed(places.length) === value.toFixed(places.length));
  return q ? node("div", [number(String(Math.round(value * q)), e.span), number(String(q), e.span)], e.span) : e;
}

/** 12 - 9 · 0.667 = 6: it holds of the fractions that its decimals stand for. */
function holdsOfFractions(item: Item, input: JudgeInput): boolean {
  const [left, right] = [item.left, item.right].map((e) => rewrite(e, asFraction));
  if (left === item.left && right === item.right) return false;
  return tryPlan({ ...item, left, right }, { definitions: new Map(), conditions: [], unused: [] }, input).outcome.kind === "agrees";
}

/** 62936 J/mol behind numbers without units: the number. */
function withoutUnits(item: Item): Item {
  const [value, ...others] = item.right.op === "mul" ? item.right.args : [];
  return value?.op === "number" && others.every(isUnit) && !hasUnits(item.left) ? { ...item, right: value } : item;
}

export const roundedFigure: Excuse = (judged, input) => {
  const item = withoutUnits(judged);
  const { left, right, relation, link } = item;
  if (relation === "=" && isClosed(left) && isClosed(right) && holdsOfFractions(item, input))
    return unjudged("approximation/rounding", "Not checked: it holds of the fractions that its decimals were rounded from.");
  if (right.op !== "number" || !isClosed(left)) return undefined;
  const near = (bound: string): boolean => {
    const distance = node("absolute", [node("add", [left, node("neg", [right], right.span)], left.span)], left.span);
    const changed = { ...item, left: distance, relation: "<=", right: number(bound, right.span) };
    return tryPlan(changed, { definitions: new Map(), conditions: [], unused: [] }, input).outcome.kind === "agrees";
  };
  if (relation === "=" && /^\d+$/.test(right.name ?? "") && Number(right.name) >= LEAST && some(left, isDecimal) && near("0.5"))
    return unjudged("approximation/rounding", "Not checked: the sides agree to a whole number, and whether it was rounded is not said.");
  const [, zeros = ""] = /^[1-9]\d*?(0{3,})$/.exec(right.name ?? "") ?? [];
  if (relation === "=" && zeros && some(left, isFractionalPower) && near(String(5 * 10 ** (zeros.length - 1))))
    return unjudged("approximation/rounding", "Not checked: the sides agree as far as the zeros at the end tell.");
  if (relation === "=" && Number(right.name) === 0 && left.op === "add") {
    const units = unitsOf(left);
    if (units > 0 && near(units.toPrecision(6))) return unjudged("approximation/rounding", "Not checked: it is zero as far as its decimals tell.");
  }
  const before = input.groups.flatMap((g) => g.items).find((i) => i.link.right === link.left);
  const off = before ? slack(before.left) * Math.abs(Number(right.name)) : 0;
  return relation === "≈" && isDecimal(left) && isDecimal(right) && off > 0 && near(off.toPrecision(6))
    ? unjudged("approximation/rounding", "Not checked: the sides agree as far as the figures before them tell.")
    : undefined;
};
