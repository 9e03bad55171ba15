/** Large results that are given by their order of magnitude alone, 2 · 10⁹ · 512 = 10¹², or roughly, by one digit: 4.9 · 10⁹ as 5 · 10⁹. */
import type { Item } from "../../derivation/facts/items";
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

const ROUGHLY = /\b(roughly|about|approximately|around|nearly|almost|some|or so)\b[^.]{0,30}$/i;

/** The digit of 5 · 10⁹ where the words before the formula say that it is a rough figure. */
function roughDigit({ right, link }: Item, text: string): number | undefined {
  const [digit, power] = right.op === "mul" && right.args.length === 2 ? right.args : [];
  const isDigit = digit?.op === "number" && /^[1-9]$/.test(digit.name ?? "") && isPowerOfTen(power);
  return isDigit && ROUGHLY.test(text.slice(Math.max(0, link.left.from - 60), link.left.from)) ? Number(digit.name) : undefined;
}

export const orderOfMagnitude: Excuse = (item, input) => {
  const { left, right, relation } = item;
  const digit = roughDigit(item, input.text);
  if (relation !== "=" || (!isPowerOfTen(right) && digit === undefined) || namesOf(left).symbols.size > 0) return undefined;
  const ratio = node("div", [left, right], left.span);
  const bounds: typeof ROUNDED = digit
    ? [
        [">", String(1 - 0.5 / digit)],
        ["<", String(1 + 0.5 / digit)],
      ]
    : ROUNDED;
  const rounds = bounds.every(([sign, bound]) => {
    const changed = { ...item, left: ratio, relation: sign, right: number(bound, right.span) };
    return tryPlan(changed, { definitions: new Map(), conditions: [], unused: [] }, input).outcome.kind === "agrees";
  });
  return rounds
    ? unjudged("approximation/rounding", "Not checked: the sides agree to one digit, and whether more than the order of magnitude is meant is not said.")
    : undefined;
};
