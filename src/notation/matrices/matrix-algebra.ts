/** Operations on matrices of columns: identity, transpose, inverse, determinant, trace, norm. */
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood } from "../../expression/value";

export function identity<T>({ A }: Evaluator<T>, n: number): Matrix<T> {
  return matrix(
    n,
    n,
    Array.from({ length: n * n }, (_, i) => A.number(i % (n + 1) === 0 ? 1 : 0)),
  );
}

export function transpose<T>(m: Matrix<T>): Matrix<T> {
  const items: T[] = [];
  for (let j = 0; j < m.cols; j++) for (let i = 0; i < m.rows; i++) items.push(m.items[i * m.cols + j]);
  return matrix(m.cols, m.rows, items, m.cols === 1 && m.rows > 1 ? undefined : m.rows === 1 ? true : undefined);
}

const minor = <T>(m: Matrix<T>, row: number, col: number): Matrix<T> =>
  matrix(
    m.rows - 1,
    m.cols - 1,
    m.items.filter((_, i) => Math.floor(i / m.cols) !== row && i % m.cols !== col),
  );

/** By expansion along the first row: no division, so it serves every arithmetic; up to 6×6. */
export function determinant<T>(ev: Evaluator<T>, m: Matrix<T>, e: Expr): T {
  if (m.rows !== m.cols) throw new NotUnderstood("matrix/not-square", `a ${m.rows}×${m.cols} matrix has no determinant`, e.span);
  if (m.rows > 6) throw new NotUnderstood("matrix/too-large", "a determinant larger than 6×6", e.span);
  if (m.rows === 1) return m.items[0];
  const { A } = ev;
  let sum: T | undefined;
  for (let j = 0; j < m.cols; j++) {
    const term = A.mul(m.items[j], determinant(ev, minor(m, 0, j), e));
    sum = sum === undefined ? term : j % 2 ? A.sub(sum, term) : A.add(sum, term);
  }
  return sum as T;
}

/** By the adjugate; undefined entries where the determinant vanishes. */
export function inverse<T>(ev: Evaluator<T>, m: Matrix<T>, e: Expr): Matrix<T> {
  if (m.rows !== m.cols) throw new NotUnderstood("matrix/not-square", `a ${m.rows}×${m.cols} matrix is not square: it has no inverse`, e.span);
  const { A } = ev;
  const det = determinant(ev, m, e);
  if (m.rows === 1) return matrix(1, 1, [A.div(A.number(1), det)]);
  const items: T[] = [];
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.cols; j++) {
      const cofactor = determinant(ev, minor(m, j, i), e);
      items.push(A.div((i + j) % 2 ? A.neg(cofactor) : cofactor, det));
    }
  return matrix(m.rows, m.cols, items);
}

export function trace<T>({ A }: Evaluator<T>, m: Matrix<T>, e: Expr): T {
  if (m.rows !== m.cols) throw new NotUnderstood("matrix/not-square", `a ${m.rows}×${m.cols} matrix has no trace`, e.span);
  return Array.from({ length: m.rows }, (_, i) => m.items[i * m.cols + i]).reduce((s, x) => A.add(s, x));
}

/** The Euclidean (Frobenius) norm, squared. */
export function normSquared<T>({ A }: Evaluator<T>, m: Matrix<T>): T {
  return m.items.map((x) => (A.complex === true ? A.mul(x, A.call1("conj", x)) : A.mul(x, x))).reduce((s, x) => A.add(s, x));
}
