/** The words of the sentence around a formula, and of the one behind it, with a mark in place of other formulas. */
import type { Item } from "../../derivation/facts/items";

/** Characters in which the end of a sentence is looked for. */
const FAR = 400;
const FORMULAS = /\$\$.*?\$\$|\$[^$]*\$|\\\[.*?\\\]|\\\(.*?\\\)|\\begin\{(\w+\*?)\}.*?\\end\{\1\}/gs;

export interface Behind {
  /** What is left of the sentence behind the formula. */
  readonly rest: string;
  /** The mark at its end: "." or "?" or "". */
  readonly end: string;
  /** The beginning of the next sentence. */
  readonly next: string;
}

/** What stands behind the formula of an item. */
export function behind({ link }: Item, text: string): Behind {
  const { block } = link.statement;
  const inside = /[.!?](?=[\s})]*$)/.exec(block.text.trimEnd())?.[0] ?? "";
  const after = (text.slice(block.span.to, block.span.to + FAR).split(/\n\s*\n\s*\n|\\end\{document\}/)[0] ?? "").replace(FORMULAS, " ¤ ");
  // a display ends a sentence where the next line begins with a capital
  const begun = /^\s*\n?\s*[A-Z]/.test(after) && block.display;
  if (inside || begun) return { rest: "", end: inside, next: sentenceOf(after).words };
  const { words, end, length } = sentenceOf(after);
  return { rest: words, end, next: sentenceOf(after.slice(length)).words };
}

function sentenceOf(text: string): { words: string; end: string; length: number } {
  const stop = /(?<!\b(?:e\.g|i\.e|s\.t|resp|cf|vs|Eq|Fig))[.!?](?=[\s)"'*\]]|$)|\n\s*\n/.exec(text);
  if (!stop) return { words: text, end: "", length: text.length };
  return { words: text.slice(0, stop.index), end: stop[0].trim(), length: stop.index + stop[0].length };
}
