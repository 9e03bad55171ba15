/** Functions whose argument is a matrix: determinant, trace, rank, diagonal, stacked columns, reduced rows, exponential. */
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, number } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { asVector } from "../arithmetic/products";
import { dottedList } from "../series/dotted-lists";
import { determinant, identity, trace } from "./matrix-algebra";
import { rankOf, reducedRows } from "./row-reduction";

/** Names of functions that take a matrix as one. */
export const MATRIX_FUNCTIONS: ReadonlySet<string> = new Set(["det", "tr", "diag", "rank", "vec", "rref"]);

/** The value of such a function. */
export function matrixCall<T>(name: string, e: Expr, ev: Evaluator<T>): Value<T> {
  if (name === "diag") return diagonal(e, ev);
  const m = ev.evaluate(e.args[0]);
  if (m.kind === "scalar" && m.identity)
    throw new NotUnderstood("matrix/size", `the size of this identity matrix is not known, so its ${WORDS[name] ?? name} is not`, e.span);
  if (m.kind !== "matrix") {
    if (name === "rank" || name === "rref") throw new NotUnderstood("matrix/shape", `the ${name} of something that is not a matrix`, e.span);
    return scalar(ev.number(m, e));
  }
  switch (name) {
    case "det":
      return scalar(determinant(ev, m, e));
    case "tr":
      return scalar(trace(ev, m, e));
    case "vec":
      return stacked(m);
    case "rank":
      return scalar(rankOf(ev, m));
  }
  return reducedRows(ev, m);
}

const WORDS: Readonly<Record<string, string>> = { det: "determinant", tr: "trace" };

/** The columns of a matrix below each other. */
function stacked<T>(m: Matrix<T>): Value<T> {
  const items: T[] = [];
  for (let j = 0; j < m.cols; j++) for (let i = 0; i < m.rows; i++) items.push(m.items[i * m.cols + j]);
  return matrix(items.length, 1, items, true);
}

/** The diagonal matrix of a vector or of listed numbers; of a square matrix, the vector of its diagonal. */
function diagonal<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const args = entriesOf(e, ev);
  const v = asVector(ev, args.length > 1 ? { kind: "tuple", items: args.map((a) => ev.evaluate(a)) } : ev.evaluate(args[0]), e);
  if (v.kind === "matrix" && v.cols === v.rows && v.rows > 1)
    return matrix(
      v.rows,
      1,
      v.items.filter((_, i) => i % (v.cols + 1) === 0),
      true,
    );
  if (v.kind !== "matrix" || v.cols !== 1) throw new NotUnderstood("matrix/shape", "diag needs a vector", e.span);
  const zero = identity(ev, v.rows);
  return { ...zero, items: zero.items.map((_x, i) => (i % (v.rows + 1) === 0 ? v.items[i / (v.rows + 1)] : ev.A.number(0))) };
}

/** The entries of diag(r_1, …, r_n), as many as there are in every world. */
function entriesOf<T>(e: Expr, ev: Evaluator<T>): readonly Expr[] {
  const listed = dottedList(e.args);
  if (!listed) return e.args;
  const [count, ...others] = ev.lanes(ev.scalar(listed.count));
  if (!(count < MOST_ENTRIES) || others.some((n) => n !== count))
    throw new NotUnderstood("matrix/size", "how many entries this diagonal has is not known", e.span);
  return Array.from({ length: count }, (_, i) => listed.at(number(i + 1)));
}
const MOST_ENTRIES = 20;
