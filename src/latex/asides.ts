/** Remarks in parentheses behind an expression that begin with a relation sign: what `\lim \frac{x}{e^x} \left(= \frac{\infty}{\infty}\right)` is of, in passing. */
import type { Token } from "./tokens";

const isParenthesis = (t: Token | undefined, text: "(" | ")"): boolean => t?.kind === "symbol" && t.text === text;
const isSign = (t: Token | undefined): boolean =>
  (t?.kind === "symbol" && t.text === "=") || (t?.kind === "command" && /^(approx|to|rightarrow|longrightarrow|sim|equiv)$/.test(t.text));

/** The tokens without such remarks. */
export function withoutAsides(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = at > 0 && isParenthesis(tokens[at], "(") && isSign(tokens[at + 1]) ? closing(tokens, at) : -1;
    if (end < 0) out.push(tokens[at]);
    else at = end;
  }
  return out;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isParenthesis(tokens[i], "(")) depth++;
    if (isParenthesis(tokens[i], ")") && --depth === 0) return i;
  }
  return -1;
}
