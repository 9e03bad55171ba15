/** Functions that words name, "where $u(t)$ is the unit step": their formulas, as statements that are no steps. */
import type { Formula } from "../../document/blocks";
import { tokenize } from "../../latex/lexer";
import type { Token } from "../../latex/tokens";
import { type Statement, statementsOf } from "../reading/statements";

/** What words call a function, and its formula in x. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [String.raw`(?:unit|Heaviside)(?:['’]s)?[- ]step`, String.raw`\begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}`],
  [
    String.raw`(?:standard normal|standard Gaussian)(?: cumulative)?(?: distribution function| CDF)|(?:cumulative )?(?:distribution function|CDF) of (?:the|a) standard (?:normal|Gaussian)`,
    String.raw`\frac{1}{2} \left( 1 + \operatorname{erf}\left( \frac{x}{\sqrt{2}} \right) \right)`,
  ],
  [
    String.raw`(?:standard normal|standard Gaussian)(?: probability)? density|(?:probability )?density(?: function)? of (?:the|a) standard (?:normal|Gaussian)`,
    String.raw`\frac{1}{\sqrt{2 \pi}} \exp\left( -\frac{x^2}{2} \right)`,
  ],
  [String.raw`(?:logistic|sigmoid) function`, String.raw`\frac{1}{1 + \exp(-x)}`],
].map(([words, body]) => [new RegExp(words, "i"), body] as const);

/** A letter or Greek name, applied to a letter or not. */
const FUNCTION = /^\s*(\\?[a-zA-Z]+)\s*(?:\(\s*([a-zA-Z])\s*\))?\s*$/;
const BEHIND = /^[\s,]*(?:is|be|denotes|denoting|stands for|represents|for)\s+(?:the|a)\s+(?:usual |so-called )?/i;
const BEFORE = /\b(?:the|a)\s+(?:usual )?$/i;

/** "since x is zero", "because v is the origin": what comes of it, as it is written. */
const ZERO = /^\s*(?:is|are|equals?)\s+(?:(?:equal|identical) to\s+)?(zero|the (?:origin|zero vector|null vector))\b(?! (?:mean|for|if|when|on|in|at)\b)/i;

const inPlace = (block: Formula, text: string): readonly Statement[] => {
  const at = (t: Token): Token => ({ ...t, from: block.span.from, to: block.span.to, made: true });
  return statementsOf(tokenize(text).map(at)).map((s) => ({ ...s, lead: "where", aside: true, hidden: true }));
};

/** The formula of what a lone name in running text is called by the words around it. */
export function namedInWords(block: Formula, before: string, after: string): readonly Statement[] {
  if (block.display) return [];
  const zero = /\b(?:since|because|as)\s*$/i.test(before) && /^[^=<>~&]{1,60}$/.test(block.text) ? ZERO.exec(after) : null;
  if (zero) return inPlace(block, `${block.text} = ${zero[1] === "zero" ? "0" : "\\mathbf{0}"}`);
  const read = FUNCTION.exec(block.text);
  if (!read || (read[1].length > 1 && !read[1].startsWith("\\"))) return [];
  for (const [words, body] of NAMED) {
    const behind = BEHIND.exec(after);
    const follows = behind && new RegExp(`^(?:${words.source})\\b`, "i").test(after.slice(behind[0].length));
    const precedes = new RegExp(`(?:${words.source})(?: function)?(?: by| as)?\\s*$`, "i").exec(before);
    if (!follows && !(precedes && BEFORE.test(before.slice(0, precedes.index)))) continue;
    return inPlace(block, `${read[1]}(x) := ${body}`);
  }
  return [];
}
