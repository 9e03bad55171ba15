/** Moduli in words, `17 \equiv 2 \text{ mod } 5`, `\text{ (mod } 5)`, `\text{(mod 5)}`: as `\pmod{5}`; a remainder, `17 \text{ mod } 5`, as `\bmod`. */
import type { Token } from "./tokens";

const WHOLE = /^\s*\(?\s*mod(?:ulo)?\.?\s+([a-zA-Z]|\d+)\s*\)?[\s.,;]*$/;
const OPENED = /^\s*\(\s*mod(?:ulo)?\.?\s*$/;
const BARE = /^\s*mod(?:ulo)?\.?\s*$/;

const isCongruence = (t: Token): boolean => (t.kind === "command" && /^(n?equiv|cong)$/.test(t.text)) || t.text === "≡";
const ends = (t: Token | undefined): boolean => t === undefined || t.kind === "cell" || t.kind === "row" || t.kind === "text" || /^[.,;]$/.test(t.text);

/** A row with its moduli as commands; an equals sign before a modulus in parentheses is a congruence. */
export function spokenModuli(row: readonly Token[]): Token[] {
  if (!row.some((t) => (t.kind === "text" && /mod/.test(t.text)) || (t.kind === "command" && t.text === "pmod"))) return [...row];
  const congruent = row.some(isCongruence);
  const out: Token[] = [];
  let parenthesised = row.some((t) => t.kind === "command" && t.text === "pmod");
  for (let at = 0; at < row.length; at++) {
    const found = row[at].kind === "text" ? modulusAt(row, at, congruent) : undefined;
    if (!found) out.push(row[at]);
    else {
      parenthesised ||= found.parenthesised;
      out.push(...found.tokens);
      at = found.end - 1;
    }
  }
  return parenthesised && !congruent ? out.map((t) => (t.kind === "symbol" && t.text === "=" ? { ...t, kind: "command", text: "equiv" } : t)) : out;
}

function modulusAt(row: readonly Token[], at: number, congruent: boolean): { tokens: Token[]; end: number; parenthesised: boolean } | undefined {
  const t = row[at];
  const made = (kind: Token["kind"], text: string, of: Token = t): Token => ({ kind, text, from: of.from, to: of.to, made: true });
  const modulus = (inside: readonly Token[]): Token[] => [
    { kind: "command", text: "pmod", from: t.from, to: t.to },
    made("open", "{"),
    ...inside,
    made("close", "}"),
  ];
  const whole = WHOLE.exec(t.text)?.[1];
  if (whole !== undefined && (congruent || /\(/.test(t.text)))
    return { tokens: modulus([made(/\d/.test(whole) ? "number" : "letter", whole)]), end: at + 1, parenthesised: /\(/.test(t.text) };
  if (OPENED.test(t.text)) {
    const close = row.findIndex((x, i) => i > at && (x.text === ")" || (x.kind === "text" && /^\s*\)/.test(x.text))));
    return close > at + 1 ? { tokens: modulus(row.slice(at + 1, close)), end: close + 1, parenthesised: true } : undefined;
  }
  if (!BARE.test(t.text) || row[at - 1]?.text === "(") return undefined;
  if (congruent) {
    const end = row.findIndex((x, i) => i > at && ends(x));
    const to = end < 0 ? row.length : end;
    return to > at + 1 ? { tokens: modulus(row.slice(at + 1, to)), end: to, parenthesised: false } : undefined;
  }
  // 3 · 5 = 15 = 1 mod 7: of plain numbers that are equal nowhere else
  const end = row.findIndex((x, i) => i > at && ends(x));
  const to = end < 0 ? row.length : end;
  const sums = row.slice(0, at).filter((x) => x.text === "=");
  const isPlain = sums.length > 0 && row.slice(0, to).every((x) => x === t || (x.kind !== "letter" && x.kind !== "text"));
  if (isPlain && to > at + 1 && row.slice(at + 1, to).length === 1) return { tokens: modulus(row.slice(at + 1, to)), end: to, parenthesised: true };
  const isOperand = (x: Token | undefined): boolean => x !== undefined && (/^(number|letter|close)$/.test(x.kind) || /^[()]$/.test(x.text));
  return isOperand(row[at - 1]) && isOperand(row[at + 1])
    ? { tokens: [{ kind: "command", text: "bmod", from: t.from, to: t.to }], end: at + 1, parenthesised: false }
    : undefined;
}
