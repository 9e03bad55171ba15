/** Φ(1.5) and P(Z > 1.5) in documents about normal laws: the standard normal law, unless they use the letters for something else. */
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";

const NORMAL =
  /\b(is|are|be)( approximately| roughly| about| asymptotically)? (normal|gaussian)\b|\bCLT\b|\bp-?values?\b|\bcontinuity correction|\b(normal(ly)?|gaussian)[- ](distribut\w*|random|approximation|variables?|cdf|table|quantiles?|law|r\.?v\.?)|\bstandard(ized)? normal|\bcentral limit|\bz[- ]?(scores?|values?|tables?)\b|\bprobit\b/i;
const ELSE = /\b(features?|kernels?|potentials?|flux|flows?|maps?|mapping|isomorph\w*|homomorph\w*|golden|basis|design matrix)\b/i;

/** The mark of documents in which Φ(x) is that. */
export const NORMAL_CDF = "@normal";

/** Whether Φ(x) is the distribution function of N(0, 1), by the sides of all signs and the words. */
export const isNormalCdfMeant = (operands: readonly (readonly Token[])[], prose: string): boolean =>
  (operands.some(isNormalLaw) || NORMAL.test(prose) || (operands.some(isAtNumber) && (operands.some(isEventOfZ) || LIKELY.test(prose)))) &&
  !ELSE.test(prose) &&
  operands.every(isOnlyApplied);

/** The mark of documents in which Z is a standard normal variable though nothing says so. */
export const STANDARD_Z = "@standard-z";

/** Whether Z in P(Z > 1.5) is a standard normal variable: no formula says what it is, and no tilde. */
export const isStandardZMeant = (formulas: readonly (readonly Token[])[], operands: readonly (readonly Token[])[], prose: string): boolean =>
  (NORMAL.test(prose) || formulas.some(isAtNumber)) && formulas.some(isEventOfZ) && !operands.some((tokens) => tokens.length === 1 && tokens[0].text === "Z");

const isEventOfZ = (tokens: readonly Token[]): boolean => EVENT_OF_Z.test(tokens.map((t) => t.text).join(" "));
const EVENT_OF_Z =
  /(?:^| )(?:Pr|P|mathbb \{ P \}|mathrm \{ P(?: r)? \}) (?:left |[bB]igg?l? )?[([{] (?:left )?(?:[|] |lvert |[-\d.]+(?: [\d.]+)* (?:<|le|leq|leqslant) )?Z (?:right )?(?:[|] |rvert )?(?:<|>|le|ge|leq|geq|leqslant|geqslant) /;

/** Φ(1.25), Φ(-1): tables end at four. */
const isAtNumber = (tokens: readonly Token[]): boolean =>
  tokens.some((t, i) => {
    if (t.text !== "Phi") return false;
    const [open, first, second] = tokens.slice(i + 1, i + 6).filter((n) => !/^(left|[bB]igg?l?)$/.test(n.text));
    const number = first?.text === "-" ? second : first;
    return open?.text === "(" && number?.kind === "number" && Number(number.text) < LAST;
  });
const LAST = 5;
/** Words beside which Φ(1.25) is a value from a table. */
const LIKELY = /\b(probabilit\w*|tables?|quantiles?|percentiles?|critical values?|confidence|significan\w*|distributions?)\b/i;

const isNormalLaw = (tokens: readonly Token[]): boolean => {
  const text = tokens.map((t) => t.text).join("");
  return /^(math(cal|rm|sf)|operatorname|text)?\W*(N|Normal)\W*\(/.test(text);
};

/** Φ(…) of something, and nothing that says what it is: no Φ = …, no Φ(x) = …. */
const isOnlyApplied = (tokens: readonly Token[]): boolean =>
  tokens.every((t, i) => t.text !== "Phi" || (/^(\(|left|big\w*|Big\w*|bigg\w*|Bigg\w*)$/.test(tokens[i + 1]?.text ?? "") && !isWhole(tokens, i)));

/** Φ(x) alone, as the left side of a definition. */
const isWhole = (tokens: readonly Token[], at: number): boolean => at === 0 && tokens.length === 4 && tokens[2].kind !== "number";

const isNormalCdf = (n: Expr): boolean => n.op === "apply" && n.name === "\\Phi" && n.args.length === 1 && !n.data?.order;

/** With the distribution function in the place of the letter. */
export const withNormalCdf = (e: Expr): Expr =>
  some(e, isNormalCdf) ? rewrite(e, (n) => (isNormalCdf(n) ? node("call", n.args, n.span, "normcdf", { based: false }) : n)) : e;
