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
  const values = withoutConditions(rows);
  if (values !== rows) return values.map((cells) => cells.map((cell) => [...cell]));
  return rows.length > 0 && rows.every((cells) => hasSign(cells.flat()))
    ? rows.map((cells) => (cells.length > 1 && hasSign(cells[0]) && !goesOn(cells[1]) ? [cells[0]] : cells))
    : undefined;
}

/** Values beside their conditions, `u & 0 \\le t < a`, that no sign gives to a function: the values alone. Other rows stay as they are. */
export function withoutConditions(rows: readonly (readonly (readonly Token[])[])[]): readonly (readonly (readonly Token[])[])[] {
  const written = rows.filter((cells) => cells.some((c) => c.length > 0));
  return written.length > 1 && written.every(isValueOfCase) ? rows.map((cells) => cells.slice(0, 1)) : rows;
}

function isValueOfCase(cells: readonly (readonly Token[])[]): boolean {
  const [value, condition] = cells.filter((c) => c.length > 0);
  if (cells[0].length === 0 || !condition || value.every((t) => t.kind === "text") || hasSign(value) || goesOn(value)) return false;
  const conditions = statementsOf(condition);
  return (
    hasSign(condition) &&
    conditions.every((s) => !s.arrow && s.signs.every(({ relation }) => /^([<>]=?|∈)$/.test(relation)) && s.operands.every((o) => o.length > 0))
  );
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
