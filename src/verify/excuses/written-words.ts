/** Letters that are a word of the document, nums(n) = 1 of an array "nums": a name, and no product. */
import { type Excuse, unjudged } from "./excuse";

/** Commands with their arguments, which have readings of their own. */
const COMMAND = /\\[a-zA-Z]+\s*(?:\{[^{}]*\})?/g;
const RUN = /(?<![a-zA-Z])[a-z]{4,}(?![a-zA-Z])/g;

export const writtenWords: Excuse = ({ link }, { text }) => {
  const { block } = link.statement;
  const [from, to] = [link.left.from, link.right.to];
  const words = text.slice(from, to).replace(COMMAND, " ").match(RUN) ?? [];
  const found = words.find((word) => isWord(word, `${text.slice(0, block.span.from)} ${text.slice(block.span.to)}`));
  return found === undefined ? undefined : unjudged("context/word", `Not judged: "${found}" is a word of the text, and no product of letters.`);
};

/** It stands in the prose by itself. */
const isWord = (word: string, text: string): boolean => new RegExp(`(?:^|[\\s("'\`*_])${word}(?=[\\s.,;:)"'\`*_])`).test(text.replace(/\$[^$]*\$/g, " "));
