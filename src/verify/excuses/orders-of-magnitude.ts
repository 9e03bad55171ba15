/** Large results that are given by their order of magnitude alone: 2 · 10⁹ · 512 = 10¹². */
import { namesOf } from "../../expression/names";
import { type Expr, node, number } from "../../expression/tree";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

/** Smaller powers of ten are written out where they are meant to the last digit or not. */
const LEAST = 6;
/** What rounds to a bare power of ten, as a multiple of it. */
const ROUNDED: readonly (readonly [">" | "<", string])[] = [
  [">", "0.95"],
  ["<", "1.05"],
];

const isPowerOfTen = (e: Expr): boolean =>
  e.op === "pow" && e.args[0].op === "number" && Number(e.args[0].name) === 10 && e.args[1].op === "number" && Number(e.args[1].name) >= LEAST;

export const orderOfMagnitude: Excuse = (item, input) => {
  const { left, right, relation } = item;
  if (relation !== "=" || !isPowerOfTen(right) || namesOf(left).symbols.size > 0) return undefined;
  const ratio = node("div", [left, right], left.span);
  const rounds = ROUNDED.every(([sign, bound]) => {
    const changed = { ...item, left: ratio, relation: sign, right: number(bound, right.span) };
    return tryPlan(changed, { definitions: new Map(), conditions: [], unused: [] }, input).outcome.kind === "agrees";
  });
  return rounds
    ? unjudged("approximation/rounding", "Not checked: the sides agree to one digit, and whether more than the order of magnitude is meant is not said.")
    : undefined;
};
