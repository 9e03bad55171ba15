/** Letters of constants that get a value by agreement: π = 3 for an estimate, e = 1.602 · 10^{-19} for a charge; and sizes in decibels, which are rounded. */
import { some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";
import { behind } from "./sentences";

export const agreedValue: Excuse = (item, { text }) => {
  const { left, right, relation, link } = item;
  const isPlain = !some(right, (n) => n.op === "symbol" || n.op === "apply" || n.op === "indexed");
  if (relation === "=" && link.index === 0 && !link.continued && left.op === "symbol" && /^(\\pi|e|i)$/.test(left.name ?? "") && isPlain)
    return { verdict: "given", code: "step/given", message: "Taken as given: a value that the letter has by agreement here." };
  const { rest } = behind(item, text);
  return /^\s*(dB|decibels?)\b/i.test(rest) ? unjudged("context/rounded", "Not judged: a number of decibels may be rounded.") : undefined;
};
