/** The rows and cells of an environment inside a formula: matrices, cases, arrays. */
import type { Parser } from "../../expression/parser";
import type { Token } from "../../latex/tokens";

/** Reads up to the matching `\end`; the `\begin` has been consumed. Cells are lists of tokens. */
export function environmentRows(p: Parser, opening: Token): Token[][][] {
  const rows: Token[][][] = [[[]]];
  let environments = 1;
  let braces = 0;
  if (opening.text === "array" && p.cursor.is("open")) p.cursor.argument();
  while (!p.cursor.done) {
    const token = p.cursor.next();
    if (token.kind === "begin") environments++;
    if (token.kind === "end" && --environments === 0) break;
    if (token.kind === "open") braces++;
    if (token.kind === "close") braces--;
    const row = rows[rows.length - 1];
    if (environments === 1 && braces === 0 && token.kind === "cell") row.push([]);
    else if (environments === 1 && braces === 0 && token.kind === "row") rows.push([[]]);
    else if (token.kind === "command" && /^(hline|cline|toprule|midrule|bottomrule)$/.test(token.text)) continue;
    else row[row.length - 1].push(token);
  }
  if (rows.length > 1 && rows[rows.length - 1].every((cell) => cell.length === 0)) rows.pop();
  return rows;
}
