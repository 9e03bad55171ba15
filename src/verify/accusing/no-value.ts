/** Numbers that are divided by zero as they are written, beside a number: that is no value. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { behind } from "../excuses/sentences";
import type { Judgement } from "../report";
import { sentenceBefore } from "../trying/case-start";

/** Words for values that there are not. */
const AWARE =
  /\b(undefined|not defined|indeterminate|infinit\w*|limits?|asymptot\w*|H[oô]pital|meaningless|no (value|meaning|slope)|vertical|diverg\w+|pole|singular\w*|illegal|divi(de|ding|sion) by (zero|0))\b/i;

/** Whether the words around an equation speak of values that there are not. */
export const isAwareOfNoValue = (item: Item, text: string): boolean =>
  AWARE.test(`${sentenceBefore(item, text)} ${behind(item, text).rest} ${behind(item, text).next}`);

/** The judgement of an equation between plain numbers, one of which is divided by zero. */
export function withoutValue(item: Item, text: string): Judgement | undefined {
  const sides = [item.left, item.right];
  if (item.relation !== "=" || !sides.every(isPlain) || isAwareOfNoValue(item, text)) return undefined;
  const at = sides.findIndex((e) => some(e, dividesByZero));
  if (at < 0 || exact(sides[1 - at]) === undefined) return undefined;
  return { verdict: "fails", code: "step/no-value", message: `Does not hold: the ${at === 0 ? "left" : "right"} side divides by zero and has no value.` };
}

/** Whole numbers and decimals, added, multiplied, divided. */
const isPlain = (e: Expr): boolean => {
  const names = namesOf(e);
  return names.symbols.size + names.indexed.size + names.applied.size === 0 && !some(e, (n) => !/^(number|add|neg|mul|div|pow)$/.test(n.op));
};

/** Zero by zero is written for what is undetermined, too. */
const dividesByZero = (n: Expr): boolean => n.op === "div" && exact(n.args[1]) === 0 && exact(n.args[0]) !== 0;

/** The value of sums and products of numbers with few digits, which doubles have exactly. */
function exact(e: Expr): number | undefined {
  if (e.op === "number") return /^\d{1,9}$/.test(e.name ?? "") ? Number(e.name) : undefined;
  const parts = e.args.map(exact);
  if (parts.some((p) => p === undefined)) return undefined;
  const [a, ...others] = parts as number[];
  if (e.op === "neg") return -a;
  if (e.op === "add") return others.reduce((x, y) => x + y, a);
  if (e.op === "mul") return others.reduce((x, y) => x * y, a);
  return e.op === "div" && others[0] !== 0 ? a / others[0] : undefined;
}
