/** `\left\{ \begin{array}{ll} … \end{array} \right.` is the environment of cases, by its parts. */
import type { Token } from "./tokens";

const ROWS = /^(array|aligned|alignedat|matrix|gathered|tabular|split)$/;
const isBrace = (t: Token | undefined): boolean => t?.kind === "command" && /^(\{|lbrace)$/.test(t.text);

/** The tokens, with rows behind an opening brace that is closed by nothing as cases. */
export function bracedRows(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, at) => t.kind === "begin" && ROWS.test(t.text) && isBrace(tokens[at - 1]))) return [...tokens];
  const out: Token[] = [];
  const ends = new Set<number>();
  const left = new Set<number>();
  tokens.forEach((t, at) => {
    const next = tokens[at + 1];
    const end = isBrace(t) && next?.kind === "begin" && ROWS.test(next.text) ? closing(tokens, at + 1) : -1;
    const closed = end > 0 && tokens[end + 1]?.side === "close" && tokens[end + 1].text !== "nulldelim";
    if (end > 0 && !closed) {
      left.add(at);
      if (tokens[at + 2]?.kind === "open" && /^(array|tabular|alignedat)$/.test(next.text))
        for (let i = at + 2; i <= groupEnd(tokens, at + 2); i++) left.add(i);
      if (tokens[end + 1]?.text === "nulldelim") left.add(end + 1);
      ends.add(at + 1).add(end);
    }
    if (!left.has(at)) out.push(ends.has(at) ? { ...t, text: "cases" } : t);
  });
  return out;
}

/** The `\end` of the environment that begins at `at`; -1 where it does not end. */
function closing(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i].kind === "begin") depth++;
    if (tokens[i].kind === "end" && --depth === 0) return i;
  }
  return -1;
}

function groupEnd(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return i;
  }
  return at;
}
