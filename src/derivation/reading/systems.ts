/** The rows of a system of equations: a formula that is nothing but one environment of cases with relations in it. */
import { splitRows } from "../../latex/rows";
import type { Token } from "../../latex/tokens";
import { statementsOf, trim } from "./statements";

/** Rows without their column of conditions; undefined where the formula is something else. */
export function systemRows(tokens: readonly Token[]): Token[][][] | undefined {
  const inside = trim(tokens).filter((t) => t.kind !== "cell");
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (first?.kind !== "begin" || !/^d?cases$/.test(first.text) || last?.kind !== "end" || matching(inside) !== inside.length - 1) return undefined;
  const at = tokens.indexOf(first);
  const rows = splitRows(tokens.slice(at + 1, tokens.lastIndexOf(last)));
  return rows.length > 0 && rows.every((cells) => hasSign(cells.flat()))
    ? rows.map((cells) => (cells.length > 1 && hasSign(cells[0]) && !goesOn(cells[1]) ? [cells[0]] : cells))
    : undefined;
}

/** A cell that begins with a sign or an arrow belongs to the row, and is no condition beside it. */
const goesOn = (cell: readonly Token[]): boolean =>
  statementsOf(cell).some((s, i) => i === 0 && (s.arrow !== undefined || (s.signs.length > 0 && s.operands[0].length === 0)));

const hasSign = (tokens: readonly Token[]): boolean => statementsOf(tokens).some((s) => s.signs.length > 0 && s.operands.every((o) => o.length > 0));

/** Where the environment that opens first ends. */
function matching(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex((t) => {
    if (t.kind === "begin") depth++;
    return t.kind === "end" && --depth === 0;
  });
}
