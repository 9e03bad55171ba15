/** Boxes around statements, \boxed{x = 1, \quad y = 2}, and environments that only frame: the statements without them. A box around an operand stays. */
import type { Token } from "./tokens";

const BOX = /^(boxed|fbox|Aboxed|tcboxmath|underline)$/;
const RELATION =
  /^(leq?|geq?|leqslant|geqslant|lt|gt|neq?|approx|propto|sim|Rightarrow|implies|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|in|triangleq|coloneqq|equiv)$/;

/** Environments with rows or cells of their own, those that lay out rows of a display, and drawings. */
const OF_MATHEMATICS =
  /matrix|array|cases|tabu|align|split|gather|multline|equation|eqn|math|picture|tikz|xy|diagram|CD|forest|asy|subequations|list|enumerate|itemize|item/i;

/** The tokens without boxes in which a relation sign stands, at any depth of boxes, and without environments that mathematics knows nothing of. */
export function unboxed(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [from, end] = boxAt(tokens, at) ?? frameAt(tokens, at) ?? [at, -1];
    if (end < 0) out.push(tokens[at]);
    else {
      out.push(...unboxed(tokens.slice(from, end)));
      at = end;
    }
  }
  return out;
}

/** Where the inside of a box around statements begins and ends. */
function boxAt(tokens: readonly Token[], at: number): [number, number] | undefined {
  if (tokens[at].kind !== "command" || !BOX.test(tokens[at].text) || tokens[at + 1]?.kind !== "open") return undefined;
  const end = closing(tokens, at + 1);
  return end > 0 && relates(tokens.slice(at + 2, end)) ? [at + 2, end] : undefined;
}

/** `a \begin{prompt} = b \end{prompt}`: where an environment that stands around one row begins and ends. */
function frameAt(tokens: readonly Token[], at: number): [number, number] | undefined {
  if (tokens[at].kind !== "begin" || OF_MATHEMATICS.test(tokens[at].text)) return undefined;
  const end = tokens.findIndex((t, i) => i > at && t.kind === "end" && t.text === tokens[at].text);
  return end > 0 && !tokens.slice(at, end).some((t) => t.kind === "row") ? [at + 1, end] : undefined;
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
