/** Steps over tokens: groups, options, single arguments. */
import type { Token } from "./tokens";

/** The index of the `close` that matches the `open` at `from`, or -1. */
export function closeOf(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at].kind === "open") depth++;
    else if (tokens[at].kind === "close" && --depth === 0) return at;
  }
  return -1;
}

export interface Argument {
  readonly tokens: readonly Token[];
  /** The index behind it. */
  readonly next: number;
}

/** A group without its braces, or one token. Undefined at the end of the tokens, of the group around, or if a brace is missing. */
export function readArgument(tokens: readonly Token[], at: number): Argument | undefined {
  const token = tokens[at];
  if (!token || token.kind === "close") return undefined;
  if (token.kind !== "open") return { tokens: [token], next: at + 1 };
  const close = closeOf(tokens, at);
  return close < 0 ? undefined : { tokens: tokens.slice(at + 1, close), next: close + 1 };
}

/** What stands in `[..]` at `at`, or undefined. */
export function readOption(tokens: readonly Token[], at: number): Argument | undefined {
  if (tokens[at]?.kind !== "symbol" || tokens[at].text !== "[") return undefined;
  let depth = 0;
  for (let index = at + 1; index < tokens.length; index++) {
    if (tokens[index].kind === "open") depth++;
    else if (tokens[index].kind === "close" && --depth < 0) return undefined;
    else if (depth === 0 && tokens[index].kind === "symbol" && tokens[index].text === "]") return { tokens: tokens.slice(at + 1, index), next: index + 1 };
  }
  return undefined;
}

/** A token list as LaTeX, good enough for the inside of a text box. */
export function sourceOf(tokens: readonly Token[]): string {
  return tokens.map((token, at) => (token.spaced && at > 0 ? " " : "") + sourceOfToken(token)).join("");
}

function sourceOfToken(token: Token): string {
  if (token.kind === "command") return `\\${token.text}${/[A-Za-z]$/.test(token.text) ? " " : ""}`;
  if (token.kind === "begin" || token.kind === "end") return `\\${token.kind}{${token.text}}`;
  return token.text;
}
