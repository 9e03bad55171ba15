/** Brings scripts into one order and one form and takes signs out of braces: `x^2_i` is `x_i^2`, `x^\frac12` is `x^{\frac12}`, `{-}x` is `-x`. */
import { closeOf } from "./groups";
import type { Token } from "./tokens";

/** The index behind the script whose sign stands at `at`. */
function scriptEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.kind !== "open") return at + 2;
  const close = closeOf(tokens, at + 1);
  return close < 0 ? tokens.length : close + 1;
}

/** How many arguments follow a command that one may write as a script without braces. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries("frac dfrac tfrac cfrac binom dbinom tbinom".split(" ").map((name) => [name, 2])),
  ...Object.fromEntries("sqrt hat bar tilde vec dot ddot overline underline widehat widetilde".split(" ").map((name) => [name, 1])),
};

/** `x^\frac{n}{2}` and `x_\hat{k}` with braces around the script. */
export function bracedScripts(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    out.push(tokens[at]);
    const command = tokens[at + 1];
    const count = /^(sup|sub)$/.test(tokens[at].kind) && command?.kind === "command" ? (ARGUMENTS[command.text] ?? 0) : 0;
    if (count === 0) continue;
    let end = at + 2;
    if (command.text === "sqrt" && tokens[end]?.text === "[") end = tokens.findIndex((t, i) => i > end && t.text === "]") + 1;
    // the two digits of \frac12 are one token
    const digits = count === 2 && tokens[end]?.kind === "number" && tokens[end].text.length === 2;
    for (let i = digits ? 1 : 0; i < count && end > 0; i++) end = scriptEnd(tokens, end - 1);
    if (end <= at + 2 || end > tokens.length) continue;
    const brace = (kind: "open" | "close", { from, to }: Token): Token => ({ kind, text: kind === "open" ? "{" : "}", from, to, made: true });
    out.push(brace("open", command), ...bracedScripts(tokens.slice(at + 1, end)), brace("close", tokens[end - 1]));
    at = end - 1;
  }
  return out;
}

const GREEK = /^(alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|omega)$/;

/** Whether a power before a subscript is the power of the name with that subscript; of a matrix `A^{-1}_{ij}` it is not. */
function isPlain(base: Token | undefined, power: readonly Token[]): boolean {
  const name = base?.kind === "letter" || (base?.kind === "command" && GREEK.test(base.text));
  const digits = power.filter((t) => t.kind !== "open" && t.kind !== "close");
  const number = digits.length === 1 && digits[0].kind === "number";
  if (base?.kind === "letter" && /^[A-Z]$/.test(base.text)) return number;
  return name ? number || (digits.length === 1 && digits[0].kind === "letter" && !/^[T]$/.test(digits[0].text)) : base?.kind === "close" && number;
}

/** `\sigma^2_X` and `\hat{x}^2_i` with the subscript first. */
export function subscriptsFirst(tokens: readonly Token[]): Token[] {
  const out = [...tokens];
  for (let at = 1; at < out.length; at++) {
    if (out[at].kind !== "sup" || out[at - 1].kind === "sub" || out[at - 1].kind === "sup") continue;
    const end = scriptEnd(out, at);
    if (out[end]?.kind !== "sub" || !isPlain(out[at - 1], out.slice(at + 1, end))) continue;
    const last = scriptEnd(out, end);
    out.splice(at, last - at, ...out.slice(end, last), ...out.slice(at, end));
  }
  return out;
}

const SIGN = /^[-+*/−]$/;

/** `{-}`, `{+}`: the braces only change the space around. */
export function bareSigns(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [open, sign, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    const before = out[out.length - 1]?.kind;
    const alone =
      open.kind === "open" &&
      sign?.kind === "symbol" &&
      SIGN.test(sign.text) &&
      close?.kind === "close" &&
      before !== "sup" &&
      before !== "sub" &&
      before !== "command";
    if (alone) {
      out.push(sign);
      at += 2;
    } else out.push(open);
  }
  return out;
}

/** `\phi{(d)}`: braces around the parentheses behind a name hold nothing together that they do not. */
export function bareArguments(tokens: readonly Token[]): Token[] {
  const idle = new Set<number>();
  const wider = new Map<number, Token>();
  tokens.forEach((t, at) => {
    const before = tokens[at - 1];
    const isName = before?.kind === "letter" || (before?.kind === "command" && (GREEK.test(before.text) || APPLIED.test(before.text)));
    if (t.kind !== "open" || tokens[at + 1]?.text !== "(" || !isName) return;
    const close = closeOf(tokens, at);
    if (close < 0 || !isOnePair(tokens.slice(at + 1, close))) return;
    idle.add(at).add(close);
    wider.set(at + 1, { ...tokens[at + 1], from: t.from }).set(close - 1, { ...tokens[close - 1], to: tokens[close].to });
  });
  return idle.size === 0 ? [...tokens] : tokens.map((t, at) => wider.get(at) ?? t).filter((_, at) => !idle.has(at));
}

/** Parentheses that open at the beginning and close at the end. */
function isOnePair(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every((t, i) => {
    if (t.text === "(") depth++;
    if (t.text === ")") depth--;
    return depth > 0 || (depth === 0 && i === tokens.length - 1);
  });
}

/** Functions that are applied to parentheses, by their commands. */
const APPLIED = /^(Gamma|Phi|Psi|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|exp|ln|log)$/;
