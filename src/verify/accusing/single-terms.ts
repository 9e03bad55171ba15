/** Equations for all n that hold for one n alone, or for the first two: a lost factor n leaves the first term as it is. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { symbol } from "../../expression/tree";
import { double, type Lane } from "../../numeric/lanes";
import type { Tried } from "../trying/trial";

/** Whether an equation holds for one value of a whole number in it or the first two, nowhere else, and no words are about that value. */
export function isOfFewTerms(item: Item, { outcome, setting }: Tried): boolean {
  if (item.relation !== "=" || outcome.kind !== "differs" || outcome.holdsIn.length === 0 || !setting) return false;
  const { holdsIn, failsIn } = outcome;
  const { statement } = item.link;
  const said = `${statement.prose} ${statement.lead} ${statement.trail} ${statement.after}`;
  // m = n may be meant where there are two of them
  const [name, ...others] = [...namesOf(item.left, item.right).symbols].filter((n) => /^[i-nN]$/.test(n));
  if (
    others.length > 0 ||
    !/^[kmn]$/.test(name ?? "") ||
    new RegExp(`\\b${name}\\s*=|\\bcases?\\b|\\b(base|first|trivial|only|exactly|unique|equals?|same|as many)\\b`).test(said)
  )
    return false;
  const [held, failed] = [holdsIn, failsIn].map((worlds) => {
    const ev = setting.bench.evaluator<Lane>(double, Int32Array.from(worlds));
    return new Set(ev.lanes(ev.scalar(symbol(name))));
  });
  const isFew = held.size === 1 || (held.size === 2 && Math.max(...held) < Math.min(...failed));
  return isFew && [...held].every((n) => Number.isInteger(n) && !failed.has(n)) && failed.size > 2 && [...failed].every(Number.isInteger);
}
