/** A display that would define a letter, and is a formula of the function that mathematics calls so. */

import type { Item } from "../../derivation/facts/items";
import { letterReadings } from "../../derivation/names/letter-readings";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlans } from "../trying/trials";

const INTRODUCED = /\b(let|define|defined|denote|set|put|write|where|suppose|assume|given)\b[^.]*$/i;

/** The reading under which it holds; undefined where the words introduce the letter, or none does. */
export function standardFormula(item: Item, input: JudgeInput): Tried | undefined {
  const { statement, sign } = item.link;
  const sentence = `${statement.prose} ${statement.lead}`.replace(/^[\s\S]*[.:](?=\s)/, "");
  if (!statement.block.display || sign.defines || INTRODUCED.test(sentence) || !/^(=|<=|>=|<|>)$/.test(item.relation)) return undefined;
  const soft: Item = { ...item, role: "soft" };
  const readings = letterReadings(soft, input.reading, input.groups);
  const { holding } = readings.length ? tryPlans(soft, input, readings) : {};
  return holding?.assumes ? undefined : holding;
}
