/** Pieces of a row at depth zero: signs, arrows, words, commas, gaps, and the tokens between them. */
import { closeOf } from "../../latex/groups";
import type { Token } from "../../latex/tokens";
import { isUnitToken } from "../../latex/units";
import { type Sign, signAt } from "./signs";

/** One piece; words and signs have what they say. */
export interface Piece {
  readonly kind: "token" | "sign" | "arrow" | "text" | "comma" | "gap";
  readonly tokens: readonly Token[];
  readonly sign?: Sign;
  readonly text?: string;
}

const OPEN = /^(\(|\[)$/;
const CLOSE = /^(\)|\])$/;
const OPEN_COMMAND = /^(\{|lbrace|langle|lfloor|lceil|lvert|lVert|lbrack)$/;
const CLOSE_COMMAND = /^(\}|rbrace|rangle|rfloor|rceil|rvert|rVert|rbrack)$/;

/** Marks what stands at depth zero: signs, words, commas, gaps. */
export function pieces(tokens: readonly Token[]): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let condition = -1;
  let quantified = false;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (depth === 0 && isBar(t)) condition = tildeBehind(tokens, i);
    if (depth === 0 && i >= condition) {
      const sign = signAt(tokens, i);
      if (sign) {
        found.push({ kind: sign.arrow ? "arrow" : "sign", tokens: tokens.slice(i, i + sign.length), sign: sign.sign });
        i += sign.length - 1;
        continue;
      }
      if (t.kind === "text") {
        found.push({ kind: "text", tokens: [t], text: t.text });
        continue;
      }
      if (t.kind === "symbol" && (t.text === "," || t.text === ";")) {
        found.push({ kind: isThousands(tokens, i) ? "token" : "comma", tokens: [t] });
        continue;
      }
      if (t.kind === "command" && /^(quad|qquad|land|lor|wedge|vee|therefore|because)$/.test(t.text) && !/^(wedge|vee)$/.test(t.text)) {
        found.push({ kind: /quad/.test(t.text) ? "gap" : "text", tokens: [t], text: t.text === "lor" ? "or" : t.text === "land" ? "and" : t.text });
        continue;
      }
      // "∀ n > 2: …", "… ∀ x ∈ A"
      if (t.kind === "command" && t.text === "forall") {
        quantified = !found.some((p) => p.kind === "token" || p.kind === "sign");
        found.push({ kind: "text", tokens: [t], text: "for all" });
        continue;
      }
      if (quantified && ((t.kind === "symbol" && t.text === ":") || (t.kind === "command" && t.text === "colon"))) {
        quantified = false;
        found.push({ kind: "text", tokens: [t], text: ":" });
        continue;
      }
      if (t.kind === "cell") continue;
      if (isNextQuantity(tokens, i, found)) found.push({ kind: "gap", tokens: [{ ...t, kind: "command", text: "quad", to: t.from }] });
    }
    if (t.kind === "open" || t.kind === "begin" || (t.kind === "symbol" && OPEN.test(t.text)) || (t.kind === "command" && OPEN_COMMAND.test(t.text))) depth++;
    if (t.kind === "close" || t.kind === "end" || (t.kind === "symbol" && CLOSE.test(t.text)) || (t.kind === "command" && CLOSE_COMMAND.test(t.text)))
      depth = Math.max(0, depth - 1);
    found.push({ kind: "token", tokens: [t] });
  }
  return found;
}

/** `p = 25\\,\\mathrm{bar}\\ v = 0.1\\,\\mathrm{m^3}`: a name behind the unit of a quantity, with a sign behind it, begins the next one. */
function isNextQuantity(tokens: readonly Token[], at: number, before: readonly Piece[]): boolean {
  if (tokens[at].kind !== "letter" || !isUnitToken(tokens[at - 1]) || !before.some((p) => p.kind === "sign")) return false;
  const script = tokens[at + 1]?.kind === "sub" ? (tokens[at + 2]?.kind === "open" ? closeOf(tokens, at + 2) - at : 2) : 0;
  return tokens[at + 1 + script]?.text === "=";
}

const isBar = (t: Token): boolean => (t.kind === "command" && t.text === "mid") || (t.kind === "symbol" && t.text === "|");

/** Where the tilde of "X | N = n, M = m ∼ …" stands: what is between the bar and it is a condition, no statement. */
function tildeBehind(tokens: readonly Token[], bar: number): number {
  for (let i = bar + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (t.kind === "command" && /^(sim|thicksim)$/.test(t.text)) return i;
    if (t.kind === "text" || isBar(t) || (t.kind === "command" && /^(quad|qquad|left|right|in|le|ge|leq|geq|approx)$/.test(t.text))) return -1;
  }
  return -1;
}

/** The comma of 9,000. */
const isThousands = (tokens: readonly Token[], at: number): boolean => {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    tokens[at].text === "," &&
    before?.kind === "number" &&
    /^\d{1,3}$/.test(before.text) &&
    after?.kind === "number" &&
    !after.spaced &&
    /^\d{3}(\.|$)/.test(after.text)
  );
};
