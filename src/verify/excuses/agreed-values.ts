/** Letters of constants that get a value by agreement: π = 3 for an estimate, e = 1.602 · 10^{-19} for a charge; and sizes in decibels, which are rounded. */
import type { Item } from "../../derivation/items";
import { type Expr, some } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";
import { type Excuse, unjudged } from "./excuse";
import { behind } from "./sentences";

/** e = 1.602 · 10^{-19} of this part: no power of e, and not its number. */
const isCharge = (item: Item, { groups }: JudgeInput): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => n.op === "symbol" && n.name === "e")) &&
  groups.some(({ items }) =>
    items.some((i) => i.order < item.order && i.relation === "=" && i.left.op === "symbol" && i.left.name === "e" && isFarFromE(i.right)),
  );

const isFarFromE = (e: Expr): boolean => {
  const first = e.op === "mul" ? e.args[0] : e;
  return first.op === "number" && (e.op === "mul" || Math.abs(Number(first.name) - Math.E) > 0.05);
};

export const agreedValue: Excuse = (item, input) => {
  const { text } = input;
  if (isCharge(item, input)) return unjudged("context/letter", "Not judged: $e$ has a value of its own in this document.");
  const { left, right, relation, link } = item;
  const isPlain = !some(right, (n) => n.op === "symbol" || n.op === "apply" || n.op === "indexed");
  if (relation === "=" && link.index === 0 && !link.continued && left.op === "symbol" && /^(\\pi|e|i)$/.test(left.name ?? "") && isPlain)
    return { verdict: "given", code: "step/given", message: "Taken as given: a value that the letter has by agreement here." };
  const { rest } = behind(item, text);
  return /^\s*(dB|decibels?)\b/i.test(rest) ? unjudged("context/rounded", "Not judged: a number of decibels may be rounded.") : undefined;
};
