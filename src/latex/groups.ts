/** Steps over tokens: groups, options, single arguments. */
import { type Token, UNIT_PREFIX } from "./tokens";

/** Groups of more tokens than this count as unclosed if nothing else is said: keeps nested unclosed braces linear. */
export const longestGroup = 2_500;

/** The index of the `close` that matches the `open` at `from`, or -1. */
export function closeOf(tokens: readonly Token[], from: number, longest = longestGroup): number {
  let depth = 0;
  const limit = Math.min(tokens.length, from + longest);
  for (let at = from; at < limit; at++) {
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
export function readArgument(tokens: readonly Token[], at: number, longest = longestGroup): Argument | undefined {
  const token = tokens[at];
  if (!token || token.kind === "close") return undefined;
  if (token.kind !== "open") return { tokens: [token], next: at + 1 };
  const close = closeOf(tokens, at, longest);
  return close < 0 ? undefined : { tokens: tokens.slice(at + 1, close), next: close + 1 };
}

/** What stands in `[..]` at `at`, or undefined. */
export function readOption(tokens: readonly Token[], at: number): Argument | undefined {
  if (tokens[at]?.kind !== "symbol" || tokens[at].text !== "[") return undefined;
  let depth = 0;
  const limit = Math.min(tokens.length, at + longestGroup);
  for (let index = at + 1; index < limit; index++) {
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
  // the unit behind a number is one token with its name
  if (token.kind === "command" && token.text.startsWith(UNIT_PREFIX)) return `\\,\\text{${token.text.slice(UNIT_PREFIX.length)}}`;
  if (token.kind === "command") return `\\${token.text}${/[A-Za-z]$/.test(token.text) ? " " : ""}`;
  if (token.kind === "begin" || token.kind === "end") return `\\${token.kind}{${token.text}}`;
  return token.text;
}
