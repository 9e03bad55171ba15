/** The sign of an inequality turned around, or made to allow equality. */
import type { Item } from "../derivation/facts/items";
import type { Candidate } from "./site";

const OTHER: Readonly<Record<string, readonly [string, string]>> = {
  "<": [">", ">"],
  ">": ["<", "<"],
  "<=": [">=", "\\ge"],
  ">=": ["<=", "\\le"],
};
const WORDS: readonly (readonly [RegExp, (m: string) => string])[] = [
  [/^\\leq?(qq|slant)?$/, (m) => m.replace("\\l", "\\g")],
  [/^\\geq?(qq|slant)?$/, (m) => m.replace("\\g", "\\l")],
  [/^\\lt$/, () => "\\gt"],
  [/^\\gt$/, () => "\\lt"],
  [/^≤$/, () => "≥"],
  [/^≥$/, () => "≤"],
];

/** The step with its inequality turned around; undefined for other relations. */
export function flippedRelation(item: Item, text: string): (Candidate & { relation: string }) | undefined {
  const other = OTHER[item.relation];
  if (!other) return undefined;
  const { from, to } = item.link.sign;
  const written = text.slice(from, to);
  const newText = WORDS.find(([pattern]) => pattern.test(written))?.[1](written) ?? other[1];
  return {
    title: `Turn the inequality around: $${newText}$`,
    tokens: item.link.right.tokens,
    edits: [{ from, to, newText }],
    cost: 1,
    before: written,
    after: newText,
    relation: other[0],
  };
}
