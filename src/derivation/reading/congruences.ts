/** Congruences: the modulus of a row, `\pmod{m}` or `(\bmod m)`, taken out of its tokens; that of a condition in brackets stays in it. */
import type { Token } from "../../latex/tokens";

export interface Congruence {
  /** The row without its moduli. */
  readonly tokens: readonly Token[];
  readonly modulus?: readonly Token[];
}

const isEquiv = (t: Token): boolean => (t.kind === "command" && t.text === "equiv") || t.text === "≡";

/** The modulus, where a row has congruences and one modulus for all of them. */
export function congruenceOf(tokens: readonly Token[]): Congruence {
  if (!tokens.some(isEquiv)) return { tokens };
  const rest: Token[] = [];
  const moduli: (readonly Token[])[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = opened(tokens, i) === 0 ? modulusAt(tokens, i) : undefined;
    if (found) moduli.push(found.modulus);
    else rest.push(tokens[i]);
    i = found ? found.end : i + 1;
  }
  const same = new Set(moduli.map((m) => m.map((t) => t.text).join(" ")));
  return same.size === 1 && moduli[0].length > 0 ? { tokens: rest, modulus: moduli[0] } : { tokens };
}

function modulusAt(tokens: readonly Token[], at: number): { modulus: readonly Token[]; end: number } | undefined {
  const t = tokens[at];
  if (t.kind === "command" && t.text === "pmod") return group(tokens, at + 1);
  const isMod = (x: Token | undefined) =>
    x !== undefined && ((x.kind === "command" && /^(bmod|mod|pmod)$/.test(x.text)) || (x.kind === "text" && /^\s*mod\s*$/.test(x.text)));
  if (t.kind === "command" && (t.text === "mod" || (t.text === "bmod" && isLast(tokens, at)))) return group(tokens, at + 1);
  if (t.text !== "(" || !isMod(tokens[at + 1])) return undefined;
  const close = tokens.findIndex((x, i) => i > at && x.text === ")");
  return close < 0 ? undefined : { modulus: tokens.slice(at + 2, close), end: close + 1 };
}

/** `a \equiv b \bmod m` at the end of a row, outside of all brackets: the modulus of the congruence, and no remainder. */
function isLast(tokens: readonly Token[], at: number): boolean {
  const [before] = tokens
    .slice(0, at)
    .filter((t) => isEquiv(t) || /^[=<>]$/.test(t.text))
    .reverse();
  const end = tokens[at + 1]?.kind === "open" ? tokens.findIndex((t, i) => i > at && t.kind === "close") + 1 : at + 2;
  return before !== undefined && isEquiv(before) && tokens.slice(end).every((t) => /^[.,;]$/.test(t.text)) && opened(tokens, at) === 0;
}

/** How many brackets are open in front of a token. */
const opened = (tokens: readonly Token[], at: number): number =>
  tokens.slice(0, at).reduce((n, t) => n + (t.kind === "open" || /^[([{]$/.test(t.text) ? 1 : t.kind === "close" || /^[)\]}]$/.test(t.text) ? -1 : 0), 0);

function group(tokens: readonly Token[], at: number): { modulus: readonly Token[]; end: number } {
  if (tokens[at]?.kind !== "open") return { modulus: tokens.slice(at, at + 1), end: at + 1 };
  const close = tokens.findIndex((x, i) => i > at && x.kind === "close");
  return close < 0 ? { modulus: tokens.slice(at + 1), end: tokens.length } : { modulus: tokens.slice(at + 1, close), end: close + 1 };
}
