/** Names of functions that were set as text, `\text{Dir}(x)`, as names in upright letters. */
import type { Token } from "./tokens";

const WORDS = /^(If|For|And|Or|When|Since|Thus|So|Hence|Then|Let|Where|With|By|As|In|On|At|Because|Therefore|That|Is|To|From|Note|But)$/;
const LOWER = /^(softmax|logit|proj|comp|sigmoid|logistic|expit|tr|det|rank|diag|vec|var|cov|corr|area|vol|volume|sgn|sign|erf|relu|length)$/;

const STATISTIC = /^(Var|Cov|Corr|Cor|Bias|bias|MSE|SE|SD|Pr|KL|var|cov)$/;

/** Whether a text is the name of a function that is applied to a bracket, or carries a subscript. */
const isFunction = (t: Token, next: Token | undefined): boolean => {
  const name = t.text.trim();
  if (next === undefined || !(next.kind === "sub" || (next.kind === "symbol" && /^[([]$/.test(next.text)))) return false;
  if (next.text === "[") return STATISTIC.test(name);
  return (/^[A-Z][A-Za-z]*$/.test(name) && name.length > 1 && !WORDS.test(name)) || LOWER.test(name);
};

/** The tokens with such texts spelled `\mathrm{…}`. */
export function uprightFunctions(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((t, at) => {
    if (t.kind !== "text" || !isFunction(t, tokens[at + 1])) return [t];
    const part = (kind: Token["kind"], text: string): Token => ({ kind, text, from: t.from, to: t.to, made: true });
    const letters = [...t.text.trim()].map((c) => part("letter", c));
    return [{ ...part("command", "mathrm"), ...(t.spaced ? { spaced: true } : {}) }, part("open", "{"), ...letters, part("close", "}")];
  });
}
