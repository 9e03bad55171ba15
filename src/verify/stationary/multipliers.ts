/** Conditions with a multiplier that they bring in themselves, 2x = λ y: what Lagrange's method, an eigenvalue or a separation of variables sets up. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { JudgeInput } from "../trying/trial";

const LETTER = /^\\(lambda|mu|nu|kappa)(_\{?\w+\}?)?$/;
const METHOD = /lagrang|multiplier|eigen|separat|both sides (?:must|have to|are|equal)/i;
/** In front of how many formulas the words are looked for. */
const NEAR = 10;

/** Whether all that is new on the right side are multipliers, by their letters and by the words before. */
export function isMultiplierCondition(item: Item, input: JudgeInput): boolean {
  if (item.relation !== "=") return false;
  const before = input.groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.link.right !== item.link.left);
  const known = allNames([item.left, ...before.flatMap((i) => [i.left, i.right])]);
  const fresh = [...allNames([item.right])].filter((n) => !known.has(n) || LETTER.test(n));
  return fresh.length > 0 && fresh.every((n) => LETTER.test(n)) && METHOD.test(wordsBefore(item, input));
}

const wordsBefore = (item: Item, input: JudgeInput): string =>
  input.groups
    .filter((g) => g.line.at <= item.link.statement.at)
    .slice(-NEAR)
    .map((g) => `${g.line.prose} ${g.line.lead}`)
    .join(" ");
