/** Labels before an equation: `H_0: \; x = 0`, `L_1 : y = 2x`. What they name is the equation; they say nothing about its values. */
import type { Token } from "./tokens";

const isSpace = (t: Token): boolean => t.kind === "command" && /^(quad|qquad)$/.test(t.text);

/** The end of a label and its colon at `from`; -1 where none stands there. */
function labelEnd(row: readonly Token[], from: number): number {
  let at = from;
  if (row[at]?.kind !== "letter" || !/^[A-Z]$/.test(row[at].text)) return -1;
  at++;
  if (row[at]?.kind === "sub") {
    at++;
    if (row[at]?.kind === "open") while (at < row.length && row[at].kind !== "close") at++;
    at++;
  }
  while (row[at]?.text === "'" || (row[at] && isSpace(row[at]))) at++;
  if (row[at]?.text !== ":" || row[at + 1]?.text === "=") return -1;
  return at + 1;
}

/** A row without a label at its beginning: one colon, an equals sign behind it, and no arrow, which would make it a map. */
export function withoutLabel(row: readonly Token[]): readonly Token[] {
  let from = 0;
  while (row[from] && (row[from].kind === "cell" || isSpace(row[from]))) from++;
  const end = labelEnd(row, from);
  if (end < 0) return row;
  const rest = row.slice(end);
  if (!rest.some((t) => t.text === "=" || t.text === "neq" || t.text === "ne")) return row;
  if (rest.some((t) => t.text === ":" || /^(to|rightarrow|longrightarrow|mapsto)$/.test(t.text))) return row;
  return [...row.slice(0, from), ...rest];
}
