/** The sentence that leads up to a formula, formulas and all, and whether it is about one case: "For $y = 2$, …". */

import type { Item } from "../../derivation/facts/items";
import { languageOfText, withEnglishConnectives } from "../../document/connectives";

/** Characters in which the beginning of a sentence is looked for. */
const SENTENCE = 300;

/** Where the sentence of a formula begins: behind a colon it goes on in the next paragraph. */
export function sentenceStart({ link }: Item, text: string): number {
  const { from } = link.left;
  const before = text.slice(Math.max(0, from - SENTENCE), from);
  const stops = [
    ...before.matchAll(/[.?!](?:\$\$?|\\\)|\\\])?\s+|(?<!:\s*)\n\s*\n|(?:\\\]|\$\$|\\end\{\w+\*?\})\s*(?=[A-Z])|(?:\$|\\\))[ \t]*\n\s*(?=[A-Z])/g),
  ];
  const last = stops[stops.length - 1];
  return from - before.length + (last ? last.index + last[0].length : 0);
}

/** The words of the sentence before a formula, with a mark in place of the formulas between them. */
export const sentenceBefore = (item: Item, text: string): string =>
  withEnglishConnectives(
    text
      .slice(sentenceStart(item, text), item.link.left.from)
      .replace(/\$\$.*?\$\$|\$[^$]*\$|\\\[.*?\\\]|\\\(.*?\\\)/gs, "¤")
      .replace(/\\begin\{\w+\*?\}|[$\\&[(]+\s*$/g, " "),
    languageOfText(text),
  );

/** Where the sentence of a formula begins that is about one case, "For $y = 2$, …", and what stands before it was said of another; 0 where it is about none. */
export function caseStart(item: Item, text: string): number {
  const at = sentenceStart(item, text);
  return /^\s*[-*]?\s*(for|when|if|at)\s*(the case\s*)?[$\\]/i.test(text.slice(at, item.link.left.from)) ? at : 0;
}

/** Whether the words before a formula lead to it, "…, we get", "…:", and do not name it as what something is done to: "substitute this into". */
export const arrives = (words: string): boolean =>
  /(^|[:,]|\b(gives?|giving|gets?|getting|obtain|obtains|have|has|yields?|yielding|becomes?|is|are|as|to|that|means|follows|find|finds|see|result|results in))[\s:]*$/i.test(
    words,
  );
