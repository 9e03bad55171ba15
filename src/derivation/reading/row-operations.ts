/** Elimination: an arrow between two matrices claims that the second comes from the first by the row operations written over it, or that both have the same reduced form. */
import { type Expr, node, number } from "../../expression/tree";
import { splitRows } from "../../latex/rows";
import type { Token } from "../../latex/tokens";

/** A step of elimination as an equation: what the operations make of the left matrix, and the right one. */
export interface RowReduction {
  readonly left: Expr;
  readonly right: Expr;
}

const isMatrix = (e: Expr): boolean => e.op === "matrix";
const sizeOf = (e: Expr): string => `${e.data?.rows}x${e.data?.cols}`;

/** The equation that an arrow or `\sim` between two explicit matrices claims; undefined where they are none, or of different sizes. */
export function rowReduction(
  relation: string,
  over: readonly Token[],
  left: Expr,
  right: Expr,
  parse: (tokens: readonly Token[]) => Expr,
): RowReduction | undefined {
  if ((relation !== "→" && relation !== "∼") || !isMatrix(left) || !isMatrix(right) || sizeOf(left) !== sizeOf(right)) return undefined;
  const operations = operationsOf(over, parse);
  if (operations?.every((o) => o.terms.every((t) => t.row <= Number(left.data?.rows)) && o.target <= Number(left.data?.rows)))
    return { left: operations.reduce(applied, left), right };
  // any two columns have the same reduced form: that says nothing
  if (Number(left.data?.cols) < 2) return undefined;
  const reduced = (e: Expr): Expr => node("call", [e], e.span, "rref");
  if (/^\s*(reduced )?(r\.?r\.?e\.?f\.?|row[- ]reduced?|row reduction)\s*$/i.test(over.map((t) => t.text).join(""))) return { left: reduced(left), right };
  return { left: reduced(left), right: reduced(right) };
}

interface Term {
  readonly row: number;
  readonly factor: Expr;
  /** No factor was written. */
  readonly plain: boolean;
}
interface Operation {
  readonly target: number;
  readonly terms: readonly Term[];
  readonly swap?: boolean;
}

/** The operations over an arrow: between commas, semicolons or in rows; undefined where one is not understood, or none stands there. */
function operationsOf(over: readonly Token[], parse: (tokens: readonly Token[]) => Expr): Operation[] | undefined {
  const parts = clauses(over).map((c) => operationOf(c, parse));
  return parts.length > 0 && parts.every((p) => p !== undefined) ? (parts as Operation[]) : undefined;
}

function clauses(over: readonly Token[]): Token[][] {
  if (over[0]?.kind === "begin" && over[1]?.kind === "open") {
    const close = over.findIndex((t) => t.kind === "close");
    return clauses([over[0], ...over.slice(close + 1)]);
  }
  const isWrapped = over[0]?.kind === "begin" || over[0]?.text === "substack";
  const inner = isWrapped ? over.filter((t) => t.kind !== "begin" && t.kind !== "end" && t.text !== "substack") : over;
  const bare = inner[0]?.kind === "open" && inner[inner.length - 1]?.kind === "close" && isWrapped ? inner.slice(1, -1) : inner;
  return splitRows(bare)
    .map((cells) => cells.flat())
    .flatMap((row) => atCommas(row))
    .filter((c) => c.length > 0);
}

/** The parts of a note between commas, semicolons, gaps and the word and. */
export function atCommas(row: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const t of row)
    if ((t.kind === "symbol" && /^[,;]$/.test(t.text)) || (t.kind === "text" && /^\s*(and|,)\s*$/.test(t.text)) || t.text === "quad") parts.push([]);
    else parts[parts.length - 1].push(t);
  return parts;
}

const isArrow = (t: Token): boolean => t.kind === "command" && /^(to|rightarrow|longrightarrow|mapsto|leftarrow|longleftarrow|gets)$/.test(t.text);
const isSwap = (t: Token): boolean =>
  t.kind === "command" && /^(leftrightarrow|longleftrightarrow|rightleftarrows|rightleftharpoons|updownarrow)$/.test(t.text);

/** `R_2 - 3R_1`, `R_2 \to R_2 - 3R_1`, `R_2 - 3R_1 \to R_2`, `R_1 \leftrightarrow R_2`, `\frac12 R_1`. */
function operationOf(tokens: readonly Token[], parse: (tokens: readonly Token[]) => Expr): Operation | undefined {
  const swap = tokens.findIndex(isSwap);
  if (swap > 0) {
    const [a, b] = [termsOf(parse(tokens.slice(0, swap))), termsOf(parse(tokens.slice(swap + 1)))].map((t) =>
      t?.length === 1 && t[0].plain ? t[0] : undefined,
    );
    return a && b ? { target: a.row, terms: [b], swap: true } : undefined;
  }
  const assigned = tokens.findIndex((t) => isArrow(t) || (t.kind === "symbol" && t.text === "="));
  if (assigned < 0) return untargeted(termsOf(parse(tokens)));
  const [before, behind] = [tokens.slice(0, assigned), tokens.slice(assigned + 1)].map((part) => (part.length > 0 ? termsOf(parse(part)) : undefined));
  if (!before || !behind) return undefined;
  // the side that is one plain row is the target: in `R_2 \to R_2 - 3R_1` the first, in `R_2 - 3R_1 \to R_2` the last
  if (isPlain(before)) return { target: before[0].row, terms: behind };
  return isPlain(behind) ? { target: behind[0].row, terms: before } : undefined;
}

const isPlain = (terms: readonly Term[]): boolean => terms.length === 1 && terms[0].plain;

/** Without a target: the row without a factor, the first of two. */
function untargeted(terms: readonly Term[] | undefined): Operation | undefined {
  if (!terms || isPlain(terms)) return undefined;
  const target = terms.length === 1 ? terms[0] : terms[0].plain ? terms[0] : (terms.find((t) => t.plain) ?? terms[0]);
  return { target: target.row, terms };
}

/** A linear combination of rows. */
function termsOf(e: Expr): Term[] | undefined {
  const parts = (e.op === "add" ? e.args : [e]).map(termOf);
  return parts.every((t) => t !== undefined) ? (parts as Term[]) : undefined;
}

function termOf(e: Expr): Term | undefined {
  const one = number(1, e.span);
  if (e.op === "neg") {
    const inner = termOf(e.args[0]);
    return inner && { row: inner.row, factor: node("neg", [inner.factor], e.span), plain: false };
  }
  const row = rowOf(e);
  if (row) return { row, factor: one, plain: true };
  if (e.op === "div") {
    const inner = termOf(e.args[0]);
    return inner && { row: inner.row, factor: node("div", [inner.factor, e.args[1]], e.span), plain: false };
  }
  if (e.op !== "mul") return undefined;
  const at = e.args.findIndex((a) => rowOf(a) !== undefined);
  const rest = e.args.filter((_, i) => i !== at);
  if (at < 0 || rest.some((a) => rowOf(a) !== undefined)) return undefined;
  return { row: rowOf(e.args[at]) as number, factor: rest.length === 1 ? rest[0] : { ...e, args: rest }, plain: false };
}

/** R_2, r_2, \rho_2, L_2. */
const rowOf = (e: Expr): number | undefined =>
  e.op === "indexed" && /^([RrL]|\\rho|\\mathrm\{R\})$/.test(e.name ?? "") && e.args.length === 1 && /^[1-9]$/.test(e.args[0].name ?? "")
    ? Number(e.args[0].name)
    : undefined;

/** What an operation makes of an explicit matrix. */
function applied(m: Expr, { target, terms, swap }: Operation): Expr {
  const cols = Number(m.data?.cols);
  const entry = (row: number, col: number): Expr => m.args[(row - 1) * cols + col];
  const combined = (col: number): Expr => {
    const parts = terms.map((t) => (t.plain ? entry(t.row, col) : node("mul", [t.factor, entry(t.row, col)], m.span)));
    return parts.length === 1 ? parts[0] : node("add", parts, m.span);
  };
  const args = m.args.map((e, i) => {
    const [row, col] = [Math.floor(i / cols) + 1, i % cols];
    if (row === target) return combined(col);
    return swap && row === terms[0].row ? entry(target, col) : e;
  });
  return { ...m, args };
}
