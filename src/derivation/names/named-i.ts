/** The letter i as a rate of interest, `(1 + i)^n`: where a document gives it such a value or calls it so, its tokens become a name of their own; `withI` puts the letter back. */
import type { Token } from "../../latex/tokens";

/** The name that stands for the letter, as a command. */
const NAME = "iparameter";

const VALUE =
  /(?:\$|\\\(|\\\[|[,;&])\s*i\s*&?=\s*(?:0?(?:\.|,|\{,\})\d|\d+(?:(?:\.|,|\{,\})\d+)?\s*(?:\\[,;: ]\s*|~)?\\%|\\[td]?frac\s*\{?\s*\d+\s*\}?\s*\{\s*1\d*0\s*\})/;
const CALLED =
  /\b(?:interest|discount|inflation|rates?|yields?|zins\w*|taux|inter[eé]s|tasa|tasso)(?![a-zà-ÿ])[^.$\\]{0,25}(?:\$|\\\()\s*i\s*(?:\$|\\\)|=|>|<)/i;
/** Turns of the unit: where complex numbers are spoken of the letter stays what it is. */
const COMPLEX = /\\sqrt\s*\{\s*-\s*1\s*\}|e\s*\^\s*\{\s*-?\s*(?:\d|\\pi|2\s*\\pi)?\s*i|i\s*\^\s*2\s*=\s*-\s*1|\bcomplex\b|\bimaginary\b/i;

/** Whether a document uses i as the name of a number. */
export const namesI = (text: string): boolean => (VALUE.test(text) || CALLED.test(text)) && !COMPLEX.test(text);

/** The tokens of a row with i as a name, unless the row counts by it: x_i, a sum from i = 1. */
export const withNamedI = (tokens: readonly Token[]): Token[] =>
  tokens.some((t, at) => isI(t) && isIndex(tokens, at)) ? [...tokens] : tokens.map((t) => (isI(t) ? { ...t, kind: "command", text: NAME } : t));

const isI = (t: Token): boolean => t.kind === "letter" && t.text === "i";

/** Whether a letter stands in a subscript. */
function isIndex(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let k = at - 1; k >= 0; k--) {
    if (tokens[k].kind === "close") depth++;
    if (tokens[k].kind === "open" && --depth < 0) return tokens[k - 1]?.kind === "sub" || isIndex(tokens, k - 1);
  }
  return tokens[at - 1]?.kind === "sub";
}

/** A text as the document has it. */
export const withI = (text: string): string => (text.includes(NAME) ? text.replaceAll(`\\${NAME}`, "i") : text);
