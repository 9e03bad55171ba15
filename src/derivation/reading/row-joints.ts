/** Joins rows of a display that are one statement: broken after an operator or a relation, before an operator, or inside a bracket. */

import type { Token } from "../../latex/tokens";
import { RELATIONS } from "../../notation/sets/conditions";

const OPERATOR = /^([+*/·−-]|\\(cdot|times|pm|mp|div|circ))$/;
const keyOf = (t: Token | undefined): string => (t === undefined ? "" : t.kind === "command" ? `\\${t.text}` : t.kind === "symbol" ? t.text : "");
const isGap = (t: Token | undefined): boolean => t?.kind === "command" && /^q?quad$/.test(t.text);
const isRelation = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.kind === "command" || t.kind === "symbol") &&
  (t.text === "stackrel" || (RELATIONS[keyOf(t)] !== undefined && RELATIONS[keyOf(t)] !== "→"));

const BRACKET: Readonly<Record<string, number>> = {
  "(": 1,
  "[": 1,
  "\\{": 1,
  "\\lbrace": 1,
  "\\langle": 1,
  ")": -1,
  "]": -1,
  "\\}": -1,
  "\\rbrace": -1,
  "\\rangle": -1,
};

/** How many brackets of a row stay open; negative where it closes what it did not open. */
const balance = (row: readonly Token[]): number =>
  row.reduce((sum, t) => sum + (t.kind === "open" ? 1 : t.kind === "close" ? -1 : (BRACKET[keyOf(t)] ?? 0)), 0);

/** Whether a relation stands outside the brackets of a row. */
function hasRelation(row: readonly Token[]): boolean {
  let depth = 0;
  return row.some((t) => {
    depth += t.kind === "open" ? 1 : t.kind === "close" ? -1 : (BRACKET[keyOf(t)] ?? 0);
    return depth <= 0 && isRelation(t);
  });
}

const withoutGaps = (row: readonly Token[]): Token[] => {
  let [from, to] = [0, row.length];
  while (from < to && (isGap(row[from]) || row[from].kind === "cell")) from++;
  while (to > from && (isGap(row[to - 1]) || row[to - 1].kind === "cell")) to--;
  return row.slice(from, to);
};

/** Whether `next` goes on with the statement that `row` began. */
function goesOn(row: readonly Token[], next: readonly Token[], chained: boolean): boolean {
  const last = row[row.length - 1];
  const first = next[0];
  if (!last || !first) return false;
  if (isRelation(last)) return !isRelation(first);
  // the star of z^* is a mark
  const marks = /^su[bp]$/.test(row[row.length - 2]?.kind ?? "");
  if (OPERATOR.test(keyOf(last)) && last.side === undefined && !marks) return !isRelation(first);
  if (balance(row) > 0 && balance(next) < 0) return true;
  if (/^(\+|\\cdot|\\times|\\pm)$/.test(keyOf(first))) return true;
  return /^[-−]$/.test(keyOf(first)) && (chained || !hasRelation(next)) && hasRelation(row);
}

/** "(n = 1 \\text{ term})": words with a formula between them, in brackets. */
const isInBrackets = (part: readonly Token[]): boolean => keyOf(part[0]) === "(" && part.some((t) => t.kind === "text");

/** A row, and the words in a column of their own that give a reason for it. */
function atRemark(row: readonly Token[]): readonly [Token[], Token[]] {
  const at = row.findIndex((t, i) => isGap(t) && t.from === t.to && (row[i + 1]?.kind === "text" || isInBrackets(row.slice(i + 1))));
  return at < 0 ? [withoutGaps(row), []] : [withoutGaps(row.slice(0, at)), row.slice(at)];
}

/** Rows as lists of tokens, those that are one statement put together, with the reason of the first behind. `beginsLater` tells the rows whose first cell is empty. */
export function joinRows(rows: readonly (readonly Token[])[], beginsLater: readonly boolean[]): Token[][] {
  const joined: Token[][] = [];
  let chained = false;
  rows.forEach((row, i) => {
    const [before, reason] = atRemark(joined[joined.length - 1] ?? []);
    const bare = withoutGaps(row);
    const [own, remark] = atRemark(bare);
    if (goesOn(before, own, chained && beginsLater[i])) joined[joined.length - 1] = [...before, ...own, ...reason, ...remark];
    else {
      joined.push([...row]);
      chained = isRelation(bare[0]);
    }
  });
  return joined;
}

const isMinus = (t: Token | undefined): boolean => /^[-−]$/.test(keyOf(t));
const isPlus = (t: Token | undefined): boolean => t?.kind === "symbol" && t.text === "+";

/** Without the gaps beside a relation sign or a plus: `A \quad \le \quad B` and `A \quad + \quad B` are one statement. */
export const closeRanks = (row: readonly Token[]): Token[] =>
  row.filter((t, i) => {
    if (!isGap(t) || t.from === t.to) return true;
    const [last, next] = [lastSolid(row, i), nextSolid(row, i)];
    return !(isRelation(last) || isRelation(next) || isPlus(last) || isPlus(next) || closesIntegral(row, i));
  });

/** `\\int y^2 \\quad dy`: behind a gap stands the differential of an integral that has none yet. */
function closesIntegral(row: readonly Token[], gap: number): boolean {
  const isDifferential = (i: number): boolean => row[i]?.kind === "letter" && row[i].text === "d" && /^(letter|command)$/.test(row[i + 1]?.kind ?? "");
  let at = gap;
  while (isGap(row[at]) || row[at]?.kind === "cell") at++;
  if (!isDifferential(at)) return false;
  let open = 0;
  for (let i = gap - 1; i >= 0 && !isRelation(row[i]); i--) {
    if (/^i*int$/.test(row[i].text) && row[i].kind === "command") open++;
    else if (isDifferential(i)) open--;
  }
  return open > 0;
}

function lastSolid(row: readonly Token[], from: number): Token | undefined {
  let at = from - 1;
  while (isGap(row[at]) || row[at]?.kind === "cell") at--;
  return row[at];
}

function nextSolid(row: readonly Token[], from: number): Token | undefined {
  let at = from;
  while (isGap(row[at]) || row[at]?.kind === "cell") at++;
  return row[at];
}

/** `{}= b`: the empty group before a relation is there for its space. */
const withoutSpacer = (cell: readonly Token[]): readonly Token[] =>
  cell[0]?.kind === "open" && cell[1]?.kind === "close" && isRelation(cell[2]) ? cell.slice(2) : cell;

/** Whether equations stand side by side in some row: a = b & c = d. */
export const sideBySide = (rows: readonly (readonly (readonly Token[])[])[]): boolean =>
  rows.some((cells) =>
    cells.some(
      (cell, i) =>
        i >= 2 && i % 2 === 0 && cell.length > 0 && !isRelation(nextSolid(cell, 0)) && isRelation(nextSolid(cells[i + 1] ?? [], 0)) && hasRelation(cells[1]),
    ),
  );

/**
 * The cells of a row as one list. Cells after `&&` with a gap before them are remarks, unless a relation leads to or from them; where equations stand
 * side by side, a relation that opens a later pair of cells goes on with the equation above it.
 */
export function flatten(written: readonly (readonly Token[])[], paired = false): Token[] {
  const flat: Token[] = [];
  const cells = written.map(withoutSpacer);
  cells.forEach((cell, i) => {
    const solid = flat.filter((t) => !isGap(t));
    const remark =
      i >= 2 &&
      cell.length > 0 &&
      cells[i - 1].length === 0 &&
      !isRelation(nextSolid(cell, 0)) &&
      !isRelation(solid[solid.length - 1]) &&
      !OPERATOR.test(keyOf(cell[0])) &&
      !OPERATOR.test(keyOf(solid[solid.length - 1]));
    // columns of equations side by side: a = b & c = d
    const column =
      i >= 2 &&
      i % 2 === 0 &&
      cell.length > 0 &&
      !isRelation(nextSolid(cell, 0)) &&
      isRelation(nextSolid(cells[i + 1] ?? [], 0)) &&
      solid.length > 0 &&
      hasRelation(solid) &&
      !isRelation(solid[solid.length - 1]) &&
      (!OPERATOR.test(keyOf(cell[0])) || isMinus(cell[0]));
    // an equation within one cell beside another: a &= b & c = d
    const aside =
      i >= 2 &&
      i % 2 === 0 &&
      hasRelation(cell) &&
      !isRelation(nextSolid(cell, 0)) &&
      hasRelation(solid) &&
      !isRelation(solid[solid.length - 1]) &&
      !OPERATOR.test(keyOf(cell[0]));
    const below = paired && i >= 3 && i % 2 === 1 && cells[i - 1].length === 0 && isRelation(nextSolid(cell, 0));
    if (remark || column || aside || below) flat.push({ kind: "command", text: "qquad", from: cell[0].from, to: cell[0].from });
    flat.push(...cell);
  });
  return flat;
}
