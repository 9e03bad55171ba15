/** Letters that are a word of the document, nums(n) = 1 of an array "nums", or a word between formulas: a name, and no product. */
import type { Token } from "../../latex/tokens";
import { type Excuse, unjudged } from "./excuse";

const RUN = /^[a-z]{4,}$/;
/** Between formulas whose marks are broken. */
const JOINS = /^(and|with|where|then)$/;

export const writtenWords: Excuse = ({ link }, { text }) => {
  const { block } = link.statement;
  const around = `${text.slice(0, block.span.from)} ${text.slice(block.span.to)}`;
  const found = [link.left, link.right].flatMap(({ tokens }) => runsOf(tokens)).find((word) => JOINS.test(word) || (RUN.test(word) && isWord(word, around)));
  return found === undefined ? undefined : unjudged("context/word", `Not judged: "${found}" is a word of the text, and no product of letters.`);
};

/** Letters that stand side by side without a space. */
function runsOf(tokens: readonly Token[]): string[] {
  const found: string[] = [];
  tokens.forEach((t, i) => {
    if (t.kind !== "letter") return;
    const goesOn = i > 0 && tokens[i - 1].kind === "letter" && tokens[i - 1].to === t.from;
    if (goesOn) found.push(`${found.pop() ?? ""}${t.text}`);
    else found.push(t.text);
  });
  return found;
}

/** It stands in the prose by itself. */
const isWord = (word: string, text: string): boolean => new RegExp(`(?:^|[\\s("'\`*_])${word}(?=[\\s.,;:)"'\`*_])`).test(text.replace(/\$[^$]*\$/g, " "));
