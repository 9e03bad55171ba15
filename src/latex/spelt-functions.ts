/** Names of functions that were written letter by letter, `sin(x)` or `Var(X)` without a backslash, as the functions they are. */
import type { Token } from "./tokens";

const COMMANDS = new Set("sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln exp max min gcd lcm det Pr".split(" "));
const UPRIGHT = new Set("Var Cov Corr".split(" "));
/** Those that are also written without brackets, or with a power of their own: sin x, cos^2 x. */
const BARE = /^(arc)?(sin|cos|tan)h?$|^(cot|sec|csc|log)$/;

const isLetter = (t: Token | undefined): boolean => t?.kind === "letter" && /^[a-zA-Z]$/.test(t.text);
const touches = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && isLetter(a) && isLetter(b) && !b.spaced;

/** The tokens with such words spelled `\sin`, `\mathrm{Var}`. */
export function speltFunctions(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, at) => touches(t, tokens[at + 1]))) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let end = at + 1;
    while (touches(tokens[end - 1], tokens[end])) end++;
    const letters = tokens.slice(at, end);
    const word = letters.map((t) => t.text).join("");
    out.push(...(isFunction(word, tokens[end], tokens) || isLaw(word, tokens[end], tokens[at - 1]) ? asFunction(word, letters) : letters));
    at = end - 1;
  }
  return out;
}

/** `X \\sim Binom(10, p)`: a family of distributions behind a tilde. */
const isLaw = (word: string, next: Token | undefined, before: Token | undefined): boolean =>
  before?.kind === "command" && before.text === "sim" && next?.text === "(" && LAWS.has(word);
const LAWS = new Set(
  "Binom Bin Binomial Bern Ber Bernoulli Unif Uniform Exp Expo Exponential Poisson Pois Poi Geom Geo Geometric Normal Norm Gamma Beta".split(" "),
);

/** Whether a word stands before what a function is applied to. */
function isFunction(word: string, next: Token | undefined, all: readonly Token[]): boolean {
  if (!next || !(COMMANDS.has(word) || UPRIGHT.has(word))) return false;
  // beside a length l, `ln` may be a product
  if (word === "ln" && all.some((t, at) => t.text === "l" && isLetter(t) && all[at + 1]?.text !== "n")) return false;
  if (next.kind === "symbol" && next.text === "(") return true;
  if (UPRIGHT.has(word)) return next.kind === "symbol" && next.text === "[";
  return (
    BARE.test(word) &&
    (next.kind === "sup" || next.kind === "letter" || (next.kind === "command" && /^(theta|alpha|beta|phi|varphi|omega|pi|frac)$/.test(next.text)))
  );
}

function asFunction(word: string, letters: readonly Token[]): Token[] {
  const span = { from: letters[0].from, to: letters[letters.length - 1].to };
  const spaced = letters[0].spaced ? { spaced: true } : {};
  if (COMMANDS.has(word)) return [{ kind: "command", text: word, ...span, ...spaced, made: true }];
  return [
    { kind: "command", text: "mathrm", ...span, ...spaced, made: true },
    { kind: "open", text: "{", ...span, made: true },
    ...letters,
    { kind: "close", text: "}", ...span, made: true },
  ];
}
