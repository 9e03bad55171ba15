/** Pieces of a row at depth zero: signs, arrows, words, commas, gaps, and the tokens between them. */
import type { Token } from "../latex/tokens";
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
      if (t.kind === "cell") continue;
    }
    if (t.kind === "open" || t.kind === "begin" || (t.kind === "symbol" && OPEN.test(t.text)) || (t.kind === "command" && OPEN_COMMAND.test(t.text))) depth++;
    if (t.kind === "close" || t.kind === "end" || (t.kind === "symbol" && CLOSE.test(t.text)) || (t.kind === "command" && CLOSE_COMMAND.test(t.text)))
      depth = Math.max(0, depth - 1);
    found.push({ kind: "token", tokens: [t] });
  }
  return found;
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
