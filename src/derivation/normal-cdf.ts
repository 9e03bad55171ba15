/** Φ(1.5) in documents about normal laws: the standard normal distribution function, unless they use the letter for something else. */
import { type Expr, node, rewrite, some } from "../expression/tree";
import type { Token } from "../latex/tokens";

const NORMAL =
  /\b(normal(ly)?|gaussian)[- ](distribut\w*|random|approximation|variables?|cdf|table|quantiles?|law|r\.?v\.?)|\bstandard(ized)? normal|\bcentral limit|\bz[- ]?(scores?|values?|tables?)\b|\bprobit\b/i;
const ELSE = /\b(features?|kernels?|potentials?|flux|flows?|maps?|mapping|isomorph\w*|homomorph\w*|golden|basis|design matrix)\b/i;

/** The mark of documents in which Φ(x) is that. */
export const NORMAL_CDF = "@normal";

/** Whether Φ(x) is the distribution function of N(0, 1), by the sides of all signs and the words. */
export const isNormalCdfMeant = (operands: readonly (readonly Token[])[], prose: string): boolean =>
  (operands.some(isNormalLaw) || NORMAL.test(prose)) && !ELSE.test(prose) && operands.every(isOnlyApplied);

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
