/** Kronecker and entry-by-entry products, stacked columns, rank, reduced rows, minors: products and functions of matrices beyond the plain product. */
import { cover } from "../../base/span";
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { asVector } from "../arithmetic/products";
import type { Construct } from "../construct";

const operator =
  (op: string) =>
  (p: Parser, left: Expr): Expr => {
    p.cursor.next();
    const right = p.expression(POWER.mul);
    return node(op, left.op === op && !left.data?.bracket ? [...left.args, right] : [left, right], cover(left.span, right.span));
  };

const asMatrix = <T>(ev: Evaluator<T>, e: Expr): Matrix<T> => {
  const v = asVector(ev, ev.evaluate(e), e);
  if (v.kind === "scalar" && !v.identity && e.op === "symbol") throw new NotUnderstood("matrix/unknown", `${e.name} is not said to be a matrix`, e.span);
  return v.kind === "matrix" ? v : matrix(1, 1, [ev.number(v, e)]);
};

/** The entry (i, j) of the Kronecker product of A and B is A[i div p, j div q] B[i mod p, j mod q]. */
function kronecker<T>(ev: Evaluator<T>, a: Matrix<T>, b: Matrix<T>, e: Expr): Matrix<T> {
  const [rows, cols] = [a.rows * b.rows, a.cols * b.cols];
  if (rows * cols > 900) throw new NotUnderstood("matrix/too-large", "a Kronecker product of this size", e.span);
  const items: T[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++)
      items.push(ev.A.mul(a.items[Math.floor(i / b.rows) * a.cols + Math.floor(j / b.cols)], b.items[(i % b.rows) * b.cols + (j % b.cols)]));
  return matrix(rows, cols, items, cols === 1 ? true : undefined);
}

function entrywise<T>(ev: Evaluator<T>, a: Value<T>, b: Value<T>, e: Expr): Value<T> {
  const [x, y] = [asVector(ev, a, e), asVector(ev, b, e)];
  if (x.kind !== "matrix" || y.kind !== "matrix") return scalar(ev.A.mul(ev.number(x, e), ev.number(y, e)));
  if (x.rows !== y.rows || x.cols !== y.cols)
    throw new NotUnderstood("matrix/shape", `a ${x.rows}×${x.cols} and a ${y.rows}×${y.cols} matrix have no product entry by entry`, e.span);
  return { ...x, items: x.items.map((item, i) => ev.A.mul(item, y.items[i])) };
}

/** The matrix without row i and column j, which may differ from lane to lane. */
function minorOf<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const m = ev.evaluate(e.args[0]);
  if (m.kind !== "matrix" || m.rows < 2 || m.cols < 2) throw new NotUnderstood("entry/not-a-matrix", "a minor of something that is not a matrix", e.span);
  const [row, col] = e.args.slice(1).map((a) => ev.lanes(ev.scalar(a)));
  const { A, frame } = ev;
  const columnOf = (test: (lane: number) => boolean): T => A.numbers(Float64Array.from({ length: frame.width }, (_, lane) => (test(lane) ? 1 : 0)));
  const outside = columnOf((l) => row[l] < 1 || row[l] > m.rows || col[l] < 1 || col[l] > m.cols);
  const items: T[] = [];
  for (let i = 0; i < m.rows - 1; i++)
    for (let j = 0; j < m.cols - 1; j++) {
      const [below, behind] = [columnOf((l) => i + 1 >= row[l]), columnOf((l) => j + 1 >= col[l])];
      const at = (r: number, c: number) => m.items[r * m.cols + c];
      const chosen = A.select(below, A.select(behind, at(i + 1, j + 1), at(i + 1, j)), A.select(behind, at(i, j + 1), at(i, j)));
      items.push(A.select(outside, A.number(Number.NaN), chosen));
    }
  return matrix(m.rows - 1, m.cols - 1, items);
}

export const matrixProducts: Construct = {
  name: "Kronecker and entrywise products",
  infix: {
    "\\otimes": { power: POWER.mul, parse: operator("kronecker") },
    "⊗": { power: POWER.mul, parse: operator("kronecker") },
    "\\odot": { power: POWER.mul, parse: operator("hadamard") },
    "⊙": { power: POWER.mul, parse: operator("hadamard") },
  },
  meanings: {
    kronecker: (e, ev) => {
      const product = e.args.map((a) => asMatrix(ev, a)).reduce((a, b) => kronecker(ev, a, b, e));
      return product.items.length === 1 ? scalar(product.items[0]) : product;
    },
    hadamard: (e, ev) => e.args.slice(1).reduce((a, b) => entrywise(ev, a, ev.evaluate(b), e), ev.evaluate(e.args[0])),
    minor: minorOf,
  },
  print: {
    kronecker: { power: POWER.mul - 0.5, latex: (e, print) => e.args.map((a) => print(a, POWER.mul + 1)).join(" \\otimes ") },
    hadamard: { power: POWER.mul - 0.5, latex: (e, print) => e.args.map((a) => print(a, POWER.mul + 1)).join(" \\odot ") },
    minor: { power: 99, latex: (e, print) => `${print(e.args[0], 99)}(${print(e.args[1])} | ${print(e.args[2])})` },
  },
  examples: [
    {
      latex:
        "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\otimes \\begin{pmatrix} 3 \\\\ 4 \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 4 \\\\ 6 \\\\ 8 \\end{pmatrix}",
      verdict: "holds",
    },
    {
      latex: "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\odot \\begin{pmatrix} 3 \\\\ 4 \\end{pmatrix} = \\begin{pmatrix} 4 \\\\ 6 \\end{pmatrix}",
      verdict: "fails",
    },
  ],
};
