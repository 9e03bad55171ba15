/** Names of functions that were set as text, `\text{Dir}(x)`, as names in upright letters; braces around a function's name alone. */
import type { Token } from "./tokens";

const WORDS = /^(If|For|And|Or|When|Since|Thus|So|Hence|Then|Let|Where|With|By|As|In|On|At|Because|Therefore|That|Is|To|From|Note|But)$/;
const LOWER = /^(softmax|logit|proj|comp|sigmoid|logistic|expit|tr|det|rank|diag|vec|var|cov|corr|area|vol|volume|sgn|sign|erf|relu|length)$/;

/** Words that may stand right before a bracket of their sentence. */
const LEADING =
  /^(and|but|for|from|then|that|thus|hence|when|where|which|while|since|because|with|plus|minus|times|mod|see|note|let|has|have|are|was|the|all|any|both|each|some|units?|terms?|const(ant)?|otherwise|given|assuming|provided|equals?|namely|say|not|only|other|into|over|under|using|via|per|out|area of|set|sum|total|is)$/;

const OF_MATRICES = /^([tT]r|[dD]et|[rR]ank|[dD]iag|[vV]ec)$/;
const STATISTIC = /^(Var|Cov|Corr|Cor|Bias|bias|MSE|SE|SD|Pr|KL|var|cov)$/;

/** Whether a text is the name of a function that is applied to a bracket, or carries a subscript. */
const isFunction = (t: Token, next: Token | undefined): boolean => {
  const name = t.text.trim();
  if (next === undefined || !(next.kind === "sub" || (next.kind === "symbol" && /^[([]$/.test(next.text)) || isBrace(next))) return false;
  if (next.text === "[") return STATISTIC.test(name);
  // of \{…\} only what is a function of matrices or of random names: words stand before sets, too
  if (isBrace(next)) return STATISTIC.test(name) || OF_MATRICES.test(name);
  if (next.text === "(" && !next.spaced && t.text === name && /^[a-z]{3,}$/.test(name) && !LEADING.test(name)) return true;
  return (/^[A-Z][A-Za-z]*( [A-Z][A-Za-z]*){0,2}$/.test(name) && name.length > 1 && !name.split(" ").some((w) => WORDS.test(w))) || LOWER.test(name);
};

const isBrace = (t: Token): boolean => t.kind === "command" && /^(\{|lbrace)$/.test(t.text);

/** The tokens with such texts spelled `\mathrm{…}`. */
export function uprightFunctions(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((t, at) => {
    if (t.kind !== "text" || !isFunction(t, tokens[at + 1])) return [t];
    const part = (kind: Token["kind"], text: string): Token => ({ kind, text, from: t.from, to: t.to, made: true });
    const letters = [...t.text.replaceAll(" ", "")].map((c) => part("letter", c));
    return [{ ...part("command", "mathrm"), ...(t.spaced ? { spaced: true } : {}) }, part("open", "{"), ...letters, part("close", "}")];
  });
}

const FUNCTION = /^(a(rc)?)?(sin|cos|tan|cot|sec|csc)h?$|^(exp|ln|log)$/;

/** `{\sin}^{(n)}(x)`, `{\operatorname{atan}}'(x)`: a function in braces with a script is the function. */
export function bareFunctions(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, at) => t.kind === "open" && tokens[at + 1]?.kind === "command")) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = tokens[at].kind === "open" ? nameEnd(tokens, at + 1) : -1;
    const scripted = end > 0 && tokens[end]?.kind === "close" && (tokens[end + 1]?.kind === "sup" || tokens[end + 1]?.text === "'");
    if (scripted) {
      out.push(...tokens.slice(at + 1, end));
      at = end;
    } else out.push(tokens[at]);
  }
  return out;
}

/** The index behind a function's name, `\sin` or `\operatorname{sin}`; -1 where none stands. */
function nameEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== "command") return -1;
  if (FUNCTION.test(tokens[at].text)) return at + 1;
  if (!/^(operatorname|mathrm)$/.test(tokens[at].text) || tokens[at + 1]?.kind !== "open") return -1;
  const close = tokens.findIndex((t, i) => i > at + 1 && t.kind === "close");
  const name = tokens
    .slice(at + 2, close)
    .map((t) => t.text)
    .join("");
  return close > 0 && FUNCTION.test(name) ? close + 1 : -1;
}

/** Commands that take no argument: what stands in braces behind them is none of theirs. */
const ALONE = /^(o?i{1,3}nt|sum|prod|cdot|times|left|[bB]igg?l?|[,;!:]|q?quad|leq?|geq?|in|to|circ)$/;

/** `\int{f}(x)g'(x)`, `{f}'(x)`: the letter of a function in braces before its argument. */
export function bracedLetters(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, at) => t.kind === "open" && isFunctionLetter(tokens[at + 1]))) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const before = out[out.length - 1];
    const [open, letter, close, behind] = tokens.slice(at, at + 4);
    const isGroup = open.kind === "open" && isFunctionLetter(letter) && close?.kind === "close" && (behind?.text === "(" || behind?.text === "'");
    if (isGroup && (before === undefined || (before.kind === "command" ? ALONE.test(before.text) : /^(symbol|letter|number)$/.test(before.kind)))) {
      out.push(letter);
      at += 2;
    } else out.push(open);
  }
  return out;
}
const isFunctionLetter = (t: Token | undefined): t is Token => t?.kind === "letter" && /^[fghFGH]$/.test(t.text);
