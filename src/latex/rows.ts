/** Cuts the tokens of a display into rows and cells. */
import type { Token } from "./tokens";

/** Environments that only lay out rows: theirs are the rows of the display. */
const wrappers: ReadonlySet<string> = new Set(
  "aligned split gathered alignedat multlined align alignat flalign gather multline equation eqnarray IEEEeqnarray IEEEeqnarraybox dmath displaymath lgathered rgathered subequations".split(
    " ",
  ),
);

const isWrapper = (token: Token, row: readonly Token[], at: number): boolean =>
  token.kind === "begin" && (wrappers.has(token.text.replace(/\*$/, "")) || (token.text === "array" && at === 0 && isAlignedArray(row)));

const RELATION = /^(=|<|>|le|leq|leqslant|ge|geq|geqslant|neq|ne|approx|equiv|sim|propto|Rightarrow|implies|iff|Leftrightarrow|to|rightarrow)$/;

/** `\begin{array}{rcl} a & = & b \\ & = & c \end{array}` alone in a display: a relation by itself in the second of three cells of every row. */
function isAlignedArray(row: readonly Token[]): boolean {
  const end = row[row.length - 1];
  const last = end?.kind === "end" ? row.length - 1 : row.length - 2;
  if (row[last]?.kind !== "end" || row[last].text !== "array" || row[1]?.kind !== "open") return false;
  const rows = cut(row.slice(bodyStart(row, 0), last), "row").filter((r) => r.length > 0);
  return rows.length > 1 && rows.every((r) => isAligned(cut(r, "cell")));
}

const isAligned = (cells: readonly (readonly Token[])[]): boolean =>
  cells.length >= 2 && cells.length <= 4 && cells[1].length === 1 && RELATION.test(cells[1][0].text);

/**
 * Rows, each a list of cells, each a list of tokens. `\\` and `&` cut only outside braces and environments. A row that holds exactly one
 * wrapper environment gives the rows of that environment, with what stands before it on the first and what stands behind it
 * on the last. Rows without a token are left out.
 */
export function splitRows(tokens: readonly Token[]): Token[][][] {
  return openRows(tokens, 0).filter((row) => row.some((cell) => cell.length > 0));
}

function openRows(tokens: readonly Token[], depth: number): Token[][][] {
  const rows: Token[][][] = [];
  for (const row of cut(tokens, "row")) {
    const inner = depth < 8 ? opened(row) : undefined;
    if (inner) for (const deeper of openRows(inner, depth + 1)) rows.push(deeper);
    else rows.push(cut(row, "cell"));
  }
  return rows;
}

/** Cuts at tokens of a kind that stand outside braces and environments. */
function cut(tokens: readonly Token[], kind: "row" | "cell"): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === kind && depth === 0) parts.push([]);
    else parts[parts.length - 1].push(token);
    if (token.kind === "open" || token.kind === "begin") depth++;
    else if ((token.kind === "close" || token.kind === "end") && depth > 0) depth--;
  }
  return parts;
}

/** The row with its one wrapper environment taken away, or undefined if it has none, several, or one that a brace makes a system of cases. */
function opened(row: readonly Token[]): Token[] | undefined {
  const places = wrapperPlaces(row);
  if (places.length !== 1) return undefined;
  const [begin, end] = places[0];
  let before = row.slice(0, begin);
  let after = row.slice(end + 1);
  if (isOpening(before[before.length - 1])) {
    if (before.length > 1) return undefined;
    before = [];
    if (isClosing(after[0])) after = after.slice(1);
  }
  return [...before, ...row.slice(bodyStart(row, begin), end), ...after];
}

/** Where wrapper environments outside braces and other environments begin and end; an unclosed one ends with the row. */
function wrapperPlaces(row: readonly Token[]): [number, number][] {
  const places: [number, number][] = [];
  let depth = 0;
  let begin = -1;
  row.forEach((token, at) => {
    if (token.kind === "open" || token.kind === "begin") {
      if (depth++ === 0 && isWrapper(token, row, at)) begin = at;
    } else if ((token.kind === "close" || token.kind === "end") && depth > 0 && --depth === 0 && begin >= 0) {
      places.push([begin, at]);
      begin = -1;
    }
  });
  if (begin >= 0) places.push([begin, row.length]);
  return places;
}

const isOpening = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.kind === "command" && (token.text === "{" || token.text === "lbrace")) || (token.side === "open" && token.text !== "nulldelim"));
const isClosing = (token: Token | undefined): boolean =>
  token !== undefined && (token.side === "close" || (token.kind === "command" && (token.text === "nulldelim" || token.text === "}")));

/** Behind `\begin{..}` and its placement `[t]` or column arguments `{2}`. */
function bodyStart(row: readonly Token[], begin: number): number {
  let at = begin + 1;
  if (row[at]?.text === "[" && /^[tcb]$/.test(row[at + 1]?.text ?? "") && row[at + 2]?.text === "]") at += 3;
  if (!/^(?:x*alignat|alignedat|IEEEeqnarray|array)/.test(row[begin].text) || row[at]?.kind !== "open") return at;
  for (let depth = 0; at < row.length; at++) {
    if (row[at].kind === "open") depth++;
    if (row[at].kind === "close" && --depth === 0) break;
  }
  return at + 1;
}
