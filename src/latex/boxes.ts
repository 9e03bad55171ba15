/** Boxes around statements, \boxed{x = 1, \quad y = 2}: the statements without the box. A box around an operand stays. */
import type { Token } from "./tokens";

const BOX = /^(boxed|fbox|Aboxed|tcboxmath|underline)$/;
const RELATION =
  /^(leq?|geq?|leqslant|geqslant|lt|gt|neq?|approx|propto|sim|Rightarrow|implies|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|in|triangleq|coloneqq|equiv)$/;

/** The tokens without boxes in which a relation sign stands, at any depth of boxes. */
export function unboxed(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = tokens[at].kind === "command" && BOX.test(tokens[at].text) && tokens[at + 1]?.kind === "open" ? closing(tokens, at + 1) : -1;
    const inside = end > 0 ? tokens.slice(at + 2, end) : [];
    if (end < 0 || !relates(inside)) out.push(tokens[at]);
    else {
      out.push(...unboxed(inside));
      at = end;
    }
  }
  return out;
}

/** Whether a relation sign stands outside of all braces of some tokens. */
function relates(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.some((t) => {
    if (t.kind === "open") depth++;
    if (t.kind === "close") depth--;
    return depth === 0 && ((t.kind === "symbol" && /^[=<>≤≥≈]$/.test(t.text)) || (t.kind === "command" && RELATION.test(t.text)));
  });
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return i;
  }
  return -1;
}
