/** Characters that come with pasted text: x², x⁻¹, a₁, ½. */
import type { Token } from "./tokens";

const RAISED = new Map([..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣ"].map((c, i) => [c, "0123456789+-()nix"[i]]));
const LOWERED = new Map([..."₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙᵢⱼₖ"].map((c, i) => [c, "0123456789+-()nijk"[i]]));
const FRACTIONS: ReadonlyMap<string, readonly [string, string]> = new Map(
  "½12 ⅓13 ⅔23 ¼14 ¾34 ⅕15 ⅖25 ⅗35 ⅘45 ⅙16 ⅚56 ⅛18 ⅜38 ⅝58 ⅞78".split(" ").map((w) => [w[0], [w[1], w[2]]]),
);

/** The tokens with such characters as the scripts and fractions that they show. */
export function pasted(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t) => RAISED.has(t.text) || LOWERED.has(t.text) || FRACTIONS.has(t.text))) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const t = tokens[at];
    const fraction = FRACTIONS.get(t.text);
    const script = [RAISED, LOWERED].find((s) => s.has(t.text));
    if (fraction) out.push(made(t, "command", "frac"), ...braced(t, [made(t, "number", fraction[0])]), ...braced(t, [made(t, "number", fraction[1])]));
    else if (script) {
      let end = at + 1;
      while (script.has(tokens[end]?.text)) end++;
      const inside = tokens.slice(at, end).map((c) => plain(c, script.get(c.text) as string));
      out.push(made(t, script === RAISED ? "sup" : "sub", script === RAISED ? "^" : "_"), ...braced(t, digitsJoined(inside)));
      at = end - 1;
    } else out.push(t);
  }
  return out;
}

const made = (t: Token, kind: Token["kind"], text: string): Token => ({ kind, text, from: t.from, to: t.to, made: true });
const braced = (t: Token, inside: readonly Token[]): Token[] => [made(t, "open", "{"), ...inside, made(t, "close", "}")];
const plain = (t: Token, text: string): Token => made(t, /\d/.test(text) ? "number" : /[a-z]/.test(text) ? "letter" : "symbol", text);

/** ¹⁰ is one number. */
function digitsJoined(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const t of tokens) {
    const last = out[out.length - 1];
    if (t.kind === "number" && last?.kind === "number") out[out.length - 1] = { ...last, text: last.text + t.text, to: t.to };
    else out.push(t);
  }
  return out;
}
