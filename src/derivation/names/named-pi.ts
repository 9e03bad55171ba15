/** The letter π as a name: a mixing weight, a policy, a probability. Where a document gives it such a meaning, its tokens become a name of their own; `withPi` puts the letter back. */
import type { Token } from "../../latex/tokens";

/** The name that stands for the letter, as a command. */
const NAME = "piparameter";

const MATH = String.raw`(?:\$\$?|\\\(|\\\[)`;
const END = String.raw`(?:\$\$?|\\\)|\\\])`;
const PI = String.raw`\\pi(?![a-zA-Z])\s*`;
/** What no one writes of the number: derivatives by it, values below one, sets it is in, words that say what it is, values at numbers, policies and priors with a bar. */
const MEANINGS: readonly RegExp[] = [
  new RegExp(String.raw`\\partial\s*${PI}(?![_^])`),
  new RegExp(String.raw`${PI}(?:\\in\s*(?:\\left)?\s*(?:[[(]\s*0\s*,\s*1|S_|\\Delta|\\Pi\b|\\\{)|\\sim(?![a-zA-Z])\s*[^\d\s])`),
  new RegExp(String.raw`(?:${MATH}|,|;|&)\s*${PI}=\s*(?:0?\.\d|\\[td]?frac\s*(?:\{\s*1\s*\}|1)\s*\{?\s*\d|1\s*/\s*\d)`),
  // odds, logarithms and powers of 1 - π
  new RegExp(
    String.raw`\\[dt]?frac\s*\{\s*${PI}\}\s*\{\s*1\s*-\s*${PI}\}|\\(?:log|ln)\s*(?:\\left\s*)?\(\s*1\s*-\s*${PI}(?:\\right\s*)?\)|\(\s*1\s*-\s*${PI}\)\s*\^`,
  ),
  new RegExp(String.raw`0\s*(?:<|\\leq?)\s*${PI}(?:<|\\leq?)\s*1(?!\d)`),
  new RegExp(
    String.raw`\b(?:probabilit(?:y|ies)|distribution|proportions?|weights?|parameters?|coefficients?|fraction|policy|policies|prior|bias|share|permutation)\s*${MATH}\s*${PI}${END}`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:let|where|with|and|for)\s*${MATH}\s*${PI}${END}\s*(?:be|is|denotes?)\s+(?:the|a|an)\s+(?!number\b|constant\b|ratio\b|circle|irrational|transcendental|area|circumference|angle)`,
    "i",
  ),
  new RegExp(String.raw`(?<![\d}]\s?)${PI}(?:\(\s*\d+\s*\)\s*=\s*\d+(?!\d|\s?\\pi)|(?:\\colon|:)\s*(?:\\\{|\\mathbb|\\mathcal|[A-Z]))`),
  // values at several numbers: nobody writes π · 0 so
  new RegExp(String.raw`(?:${MATH}|[=+\-,&{])\s*${PI}\(\s*0\s*\)(?!\s*\^)[\s\S]*?(?:${MATH}|[\w=+\-,&{])\s*${PI}\(\s*[12]\s*\)`),
  // a row of probabilities: its entries, or what a matrix of transitions makes of it
  new RegExp(String.raw`${PI}(?:=|&=|=&)\s*(?:\\left\s*)?(?:\\begin\s*\{[pb]?matrix\}|[([]\s*[^()\[\]$=]*(?:,|\\quad))`),
  new RegExp(String.raw`${PI}(?:\\mathbf\s*\{?)?[A-Z]\}?\s*(?:=|&=|=&)\s*${PI}`),
  /\\pi(?:_\\[a-zA-Z]+|_\{\\[a-zA-Z]+\}|_\w)?\s*(?:\\left\s*)?\(\s*\w+(?:_\w|_\{\w+\})?\s*(?:\||\\mid|\\vert)/,
  /\\pi_(?:\{\s*\\theta\s*\}|\\theta)\s*\(/,
];
/** Of a text about chances also: an argument of a function that a formula defines. */
const CHANCES = /mixture|mixing|Bernoulli|likelihood|policy|posterior|\bcoins?\b/i;
const ARGUMENT =
  /(?:^|[^a-zA-Z\\])(?:\\(?:mathcal|mathrm|mathbf)\{[A-Z]\}|\\ell|\\Lambda|[A-Za-z])\s*(?:\\left\s*)?\((?:\s*|[^()=$]*,\s*)\\pi(?![a-zA-Z_])\s*(?:[,;][^()=$]*)?\)\s*(?:&\s*)?=/;

/** Of a text about firms: a profit that is set to something. */
const FIRMS = /\b(?:profits?|monopol\w+|revenues?)\b/i;
const PROFIT = new RegExp(String.raw`(?:${MATH}|,|;|&|\\quad|\\\\)\s*${PI}(?:_\w|_\{\w+\}|\^\*)?\s*(?:\([^()$]{1,20}\)\s*)?(?:=|&=|=&)`);

/** π(x'): a function of a variable with a prime, the number beside it stays what it is. */
const APPLIED = new RegExp(String.raw`(?<![\d}]\s?)${PI}(?:\\left\s*)?\(\s*[a-z](?:_\w)?'\s*(?:\\right\s*)?\)(?!\s*\^)`);

/** How a document uses π as a name: wherever it is no number by its form, or as a function alone; undefined where it does not. */
export function namesPi(text: string): "everywhere" | "applied" | undefined {
  if (!text.includes("\\pi")) return undefined;
  const isName = MEANINGS.some((m) => m.test(text)) || (CHANCES.test(text) && ARGUMENT.test(text)) || (FIRMS.test(text) && PROFIT.test(text));
  return isName ? "everywhere" : APPLIED.test(text) ? "applied" : undefined;
}

/** The tokens of a row with π as a name, except where it stands behind a number as the constant does: \sqrt{2\pi}, \log(2\pi), 2\pi\sigma^2, (2\pi)^d, e^{2\pi i}. */
export const withNamedPi = (tokens: readonly Token[], where: "everywhere" | "applied"): Token[] =>
  tokens.map((t, at) => (isPi(t) && (where === "everywhere" ? !isNumber(tokens, at) : isAppliedTo(tokens, at)) ? { ...t, text: NAME } : t));

/** Whether one letter in parentheses stands behind a token that no number stands before. */
function isAppliedTo(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind === "number" || tokens[at + 1]?.text !== "(") return false;
  const close = tokens.findIndex((t, i) => i > at && t.text === ")");
  const inside = tokens.slice(at + 2, close);
  return (
    close > 0 &&
    inside[0]?.kind === "letter" &&
    inside.slice(1).every((t) => t.text === "'" || t.kind === "sub" || t.kind === "number" || t.kind === "letter") &&
    inside.filter((t) => t.kind === "letter").length <= 2
  );
}

const isPi = (t: Token | undefined): boolean => t?.kind === "command" && t.text === "pi";

function isNumber(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind !== "number" || tokens[at + 1]?.kind === "sub") return false;
  const next = tokens[at + 1];
  if (next && /^(sigma|Sigma|tau|e|i|v|s|\||mathrm|mathbf|boldsymbol|hbar|det)$/.test(next.text)) return true;
  const open = opening(tokens, at);
  const before = tokens[open - 1];
  if (before && /^(sqrt|log|ln|exp|sin|cos)$/.test(before.text)) return true;
  return closesBeforePower(tokens, at);
}

/** Where the bracket or brace around a token opens; -1 outside of all. */
function opening(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (isClose(tokens[i])) depth++;
    if (isOpen(tokens[i]) && --depth < 0) return i;
  }
  return -1;
}
/** (2π)^…: the number alone in its bracket, with a power behind it. */
const closesBeforePower = (tokens: readonly Token[], at: number): boolean =>
  isOpen(tokens[at - 2]) && isClose(tokens[at + 1]) && tokens[at + 2]?.kind === "sup";

const isOpen = (t: Token | undefined): boolean => t?.kind === "open" || (t?.kind === "symbol" && /^[([]$/.test(t.text));
const isClose = (t: Token | undefined): boolean => t?.kind === "close" || (t?.kind === "symbol" && /^[)\]]$/.test(t.text));

/** Whether a name is the letter as a name. */
export const isNamedPi = (name: string): boolean => name.replace(/[_^].*$/, "") === `\\${NAME}`;

/** A text as the document has it. */
export const withPi = (text: string): string => (text.includes(NAME) ? text.replaceAll(`\\${NAME}`, "\\pi") : text);
