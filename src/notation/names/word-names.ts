/** Names of several capitals that a reading knows, MSE: one name, not a product. */
import type { Parser } from "../../expression/parser";
import type { Token } from "../../latex/tokens";

/** The mark under which a reading holds such a name. */
export const wordMark = (word: string): string => `@word:${word}`;

const LONGEST = 5;

/** The whole name that begins with a capital, in the form of an upright word; its other letters are taken from the cursor. */
export function wordName(p: Parser, token: Token): string | undefined {
  if (!/^[A-Z]$/.test(token.text)) return undefined;
  let word = token.text;
  let found: { word: string; length: number } | undefined;
  for (let k = 0; k < LONGEST - 1; k++) {
    const next = p.cursor.peek(k);
    if (next?.kind !== "letter" || next.spaced || !/^[A-Z]$/.test(next.text)) break;
    word += next.text;
    if (p.reading.functions.has(wordMark(word))) found = { word, length: k + 1 };
  }
  if (!found) return undefined;
  for (let k = 0; k < found.length; k++) p.cursor.next();
  return `\\mathrm{${found.word}}`;
}
