/** Explicit matrices and vectors. */
import type { Evaluator } from "../../expression/evaluator";
import type { Prefix } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Construct } from "../construct";
import { environmentRows } from "./environments";
import { formalDeterminant } from "./formal-determinants";
import { determinant } from "./matrix-algebra";

const explicit: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  const rows = environmentRows(p, token).filter((row) => row.some((cell) => cell.length > 0));
  const span = p.cursor.since(start);
  if (rows.length === 0) return failure("an empty matrix", span);
  const cols = Math.max(...rows.map((row) => row.length));
  if (rows.some((row) => row.length !== cols)) return failure("the rows of this matrix have different lengths", span);
  const cells = rows.flat().map((cell) => (cell.length ? p.inner(cell, token) : failure("an empty entry", token)));
  const formal = /^vmatrix/.test(token.text) ? formalDeterminant(cells, cols, span) : undefined;
  return formal ?? node(/^[vV]matrix/.test(token.text) ? "determinant" : "matrix", cells, span, token.text, { rows: rows.length, cols });
};

/** Entries that are matrices themselves are put together as blocks. */
function assemble<T>(e: Expr, ev: Evaluator<T>): Matrix<T> {
  const cols = Number(e.data?.cols);
  const cells = e.args.map((arg) => ev.evaluate(arg));
  if (cells.every((c) => c.kind !== "matrix" && c.kind !== "tuple"))
    return matrix(
      e.args.length / cols,
      cols,
      cells.map((c, i) => ev.number(c, e.args[i])),
      cols === 1 ? true : undefined,
    );
  const blocks = cells.map((c, i): Matrix<T> => (c.kind === "matrix" ? c : filled(ev, c, e.args[i], cells, i, cols)));
  const items: T[] = [];
  let width = 0;
  for (let r = 0; r < blocks.length; r += cols) {
    const row = blocks.slice(r, r + cols);
    if (row.some((b) => b.rows !== row[0].rows)) throw new NotUnderstood("matrix/shape", "the blocks of a row have different heights", e.span);
    const total = row.reduce((n, b) => n + b.cols, 0);
    if (width && width !== total) throw new NotUnderstood("matrix/shape", "the rows of blocks have different widths", e.span);
    width = total;
    for (let i = 0; i < row[0].rows; i++) for (const b of row) for (let j = 0; j < b.cols; j++) items.push(b.items[i * b.cols + j]);
  }
  return matrix(items.length / width, width, items);
}

/** A zero or an identity among blocks has the height of its row and the width of its column. */
function filled<T>(ev: Evaluator<T>, c: Value<T>, e: Expr, cells: readonly Value<T>[], at: number, cols: number): Matrix<T> {
  const { A } = ev;
  const x = ev.number(c, e);
  const height = (k: number): number | undefined => {
    const m = cells.slice(k - (k % cols), k - (k % cols) + cols).find((b) => b.kind === "matrix");
    return m?.kind === "matrix" ? m.rows : undefined;
  };
  const width = (k: number): number | undefined => {
    const m = cells.filter((_, i) => i % cols === k % cols).find((b) => b.kind === "matrix");
    return m?.kind === "matrix" ? m.cols : undefined;
  };
  const identityHere = c.kind === "scalar" && c.identity === true;
  const zero = A.toNumbers(x).every((v) => v === 0);
  if (!identityHere && !zero) return matrix(1, 1, [x]);
  const rows = height(at) ?? (identityHere ? width(at) : undefined) ?? 1;
  const columns = width(at) ?? (identityHere ? height(at) : undefined) ?? 1;
  return matrix(
    rows,
    columns,
    Array.from({ length: rows * columns }, (_, k) => (identityHere && Math.floor(k / columns) === k % columns ? x : A.number(0))),
  );
}

const ENVIRONMENTS = [
  "matrix",
  "pmatrix",
  "bmatrix",
  "Bmatrix",
  "smallmatrix",
  "psmallmatrix",
  "bsmallmatrix",
  "vmatrix",
  "Vmatrix",
  "array",
  "matrix*",
  "pmatrix*",
  "bmatrix*",
  "vmatrix*",
];

function binomial(p: Parameters<Prefix>[0]): Expr {
  const start = p.cursor.position - 1;
  const n = p.argument();
  const k = p.argument();
  return node("call", [n, k], p.cursor.since(start), "binomial");
}

export const matrices: Construct = {
  name: "matrices",
  prefix: {
    ...Object.fromEntries(ENVIRONMENTS.map((name) => [`begin:${name}`, explicit])),
    ...Object.fromEntries(["binom", "dbinom", "tbinom"].map((n) => [`\\${n}`, binomial])),
  },
  infix: {
    "\\choose": {
      power: 0.5,
      parse: (p, left) => {
        p.cursor.next();
        const right = p.expression(0.5);
        return node("call", [left, right], { from: left.span.from, to: right.span.to }, "binomial");
      },
    },
  },
  meanings: {
    matrix: (e, ev) => assemble(e, ev),
    determinant: (e, ev): Value<never> => scalar(determinant(ev, assemble(e, ev), e)) as Value<never>,
  },
  print: {
    matrix: { power: 99, latex: (e, print) => `\\begin{pmatrix} ${rowsLatex(e, print)} \\end{pmatrix}` },
    determinant: { power: 99, latex: (e, print) => `\\begin{vmatrix} ${rowsLatex(e, print)} \\end{vmatrix}` },
  },
  examples: [
    {
      latex: "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 7 \\end{pmatrix}",
      verdict: "holds",
    },
    { latex: "\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix} = ad - bc", verdict: "holds" },
    {
      latex: "\\begin{vmatrix} \\hat\\imath & \\hat\\jmath & \\hat k \\\\ 1 & 0 & 0 \\\\ 0 & 1 & 2 \\end{vmatrix} = \\langle 0, -2, 1 \\rangle",
      verdict: "holds",
    },
    {
      latex:
        "\\begin{vmatrix} \\mathbf{i} & \\mathbf{j} & \\mathbf{k} \\\\ \\frac{\\partial}{\\partial x} & \\frac{\\partial}{\\partial y} & \\frac{\\partial}{\\partial z} \\\\ -y & x & xz \\end{vmatrix} = \\langle 0, -z, 2 \\rangle",
      verdict: "holds",
    },
    { latex: "\\binom31 2^4 + 2^3 3^2 = 120", verdict: "holds" },
    { latex: "\\binom{n}{2} = \\frac{n(n-1)}{2}", verdict: "holds" },
  ],
};

function rowsLatex(e: Expr, print: (e: Expr) => string): string {
  const cols = Number(e.data?.cols);
  return Array.from({ length: e.args.length / cols }, (_, i) =>
    e.args
      .slice(i * cols, (i + 1) * cols)
      .map((c) => print(c))
      .join(" & "),
  ).join(" \\\\ ");
}
