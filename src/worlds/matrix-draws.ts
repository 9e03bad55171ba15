/** Raw matrices of a given structure: symmetric, orthogonal, positive definite … made from free coordinates in the arithmetic at hand. */
import type { Evaluator } from "../expression/evaluator";
import { NOWHERE, node } from "../expression/tree";
import { type Matrix, matrix, NotUnderstood } from "../expression/value";
import { matrixProduct } from "../notation/arithmetic/products";
import { identity, inverse, transpose } from "../notation/matrices/matrix-algebra";

/** What matrices are drawn to be. */
export type Structure =
  | "symmetric"
  | "skew"
  | "orthogonal"
  | "rotation"
  | "definite"
  | "diagonal"
  | "upper"
  | "lower"
  | "unit"
  | "ones"
  | "hermitian"
  | "unitary"
  | "idempotent"
  | "full"
  | "unit:0"
  | "unit:1"
  | "unit:2";

/** A free coordinate of an entry: `diagonal` entries of square matrices are kept away from zero. */
export type Draw<T> = (row: number, col: number) => T;

const asMatrix = <T>(value: { kind: string }): Matrix<T> => value as Matrix<T>;

/** A matrix with the structure that was declared; several may be said of one matrix. */
export function structured<T>(ev: Evaluator<T>, rows: number, cols: number, structure: readonly Structure[], draw: Draw<T>): Matrix<T> {
  const { A } = ev;
  const zero = A.number(0);
  const fill = (entry: Draw<T>): Matrix<T> =>
    matrix(
      rows,
      cols,
      Array.from({ length: rows * cols }, (_, k) => entry(Math.floor(k / cols), k % cols)),
      cols === 1 ? true : undefined,
    );
  const has = (s: Structure) => structure.includes(s);
  const unit = structure.find((s) => s.startsWith("unit:"));
  if (unit) return fill((i) => A.number(i === Number(unit.slice(5)) ? 1 : 0));
  if (has("ones")) return fill(() => A.number(1));
  if (has("unit") && cols === 1) return normalised(ev, fill(draw));
  if (rows !== cols) {
    if (has("orthogonal") || has("unitary")) return firstColumns(orthogonal(ev, rows, draw, has("unitary")), cols);
    return fill(draw);
  }
  const complex = has("unitary") || has("hermitian");
  const half = (other: number) => (i: number) => A.number(i * 2 < rows ? 1 : other);
  if (has("diagonal")) {
    const onDiagonal =
      has("orthogonal") || has("unitary") ? half(-1) : has("idempotent") ? half(0) : has("definite") ? positive(ev, draw) : (i: number) => draw(i, i);
    return fill((i, j) => (i === j ? onDiagonal(i) : zero));
  }
  // its eigenvalues are 1 and -1, or 1 and 0
  if (has("symmetric") || has("hermitian")) {
    if (has("orthogonal") || has("unitary")) return ofEigenvalues(ev, rows, half(-1), draw, complex);
    if (has("idempotent")) return ofEigenvalues(ev, rows, half(0), draw, complex);
  }
  if (has("rotation")) return orthogonal(ev, rows, draw, false);
  if (has("orthogonal")) return reflected(ev, orthogonal(ev, rows, draw, false));
  if (has("unitary")) return orthogonal(ev, rows, draw, true);
  if (has("definite")) return definite(ev, fill(draw), rows);
  if (has("idempotent")) return projection(ev, rows, draw);
  if (has("hermitian") && A.complex === true) return fill((i, j) => (i < j ? draw(i, j) : i > j ? A.call1("conj", draw(j, i)) : A.call1("re", draw(i, i))));
  if (has("symmetric") || has("hermitian")) return fill((i, j) => draw(Math.min(i, j), Math.max(i, j)));
  if (has("skew")) return fill((i, j) => (i === j ? zero : i < j ? draw(i, j) : A.neg(draw(j, i))));
  if (has("upper")) return fill((i, j) => (i <= j ? draw(i, j) : zero));
  if (has("lower")) return fill((i, j) => (i >= j ? draw(i, j) : zero));
  return fill(draw);
}

function normalised<T>(ev: Evaluator<T>, v: Matrix<T>): Matrix<T> {
  const { A } = ev;
  const square = (x: T) => (A.complex === true ? A.mul(x, A.call1("conj", x)) : A.mul(x, x));
  const length = A.call1(
    "sqrt",
    v.items.map(square).reduce((s, x) => A.add(s, x)),
  );
  return { ...v, items: v.items.map((x) => A.div(x, length)) };
}

const firstColumns = <T>(m: Matrix<T>, cols: number): Matrix<T> => {
  if (cols > m.rows) throw new NotUnderstood("matrix/shape", "more orthonormal columns than rows");
  return matrix(
    m.rows,
    cols,
    m.items.filter((_, k) => k % m.cols < cols),
  );
};

/** Cayley's transform (I - S)(I + S)^{-1} of a skew-symmetric (skew-Hermitian) matrix: rational, so it is exact in every arithmetic. */
function orthogonal<T>(ev: Evaluator<T>, n: number, draw: Draw<T>, complex: boolean): Matrix<T> {
  const { A } = ev;
  const one = identity(ev, n);
  const flip = (x: T) => A.neg(complex && A.complex === true ? A.call1("conj", x) : x);
  const s = (i: number, j: number): T =>
    i === j ? (complex && A.complex === true ? A.mul(A.imaginary(), A.call1("re", draw(i, i))) : A.number(0)) : i < j ? draw(i, j) : flip(draw(j, i));
  const sum = matrix(
    n,
    n,
    one.items.map((x, k) => A.add(x, s(Math.floor(k / n), k % n))),
  );
  const difference = matrix(
    n,
    n,
    one.items.map((x, k) => A.sub(x, s(Math.floor(k / n), k % n))),
  );
  return asMatrix(asProduct(ev, difference, inverse(ev, sum, node("matrix", [], NOWHERE))));
}

/** With its first row turned round in half of the worlds: an orthogonal matrix need not be a rotation. */
function reflected<T>(ev: Evaluator<T>, m: Matrix<T>): Matrix<T> {
  const sign = ev.A.numbers(Float64Array.from(ev.frame.world, (w) => (w % 4 < 2 ? 1 : -1)));
  return { ...m, items: m.items.map((x, k) => (k < m.cols ? ev.A.mul(sign, x) : x)) };
}

const asProduct = <T>(ev: Evaluator<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> => {
  const p = matrixProduct(ev, a, b);
  return p.kind === "matrix" ? p : matrix(1, 1, [(p as { x: T }).x]);
};

/** L Lᵀ + I/4 (the adjoint where numbers are complex). */
function definite<T>(ev: Evaluator<T>, m: Matrix<T>, n: number): Matrix<T> {
  const { A } = ev;
  const t = transpose(m);
  const p = asProduct(ev, m, A.complex === true ? { ...t, items: t.items.map((x) => A.call1("conj", x)) } : t);
  return matrix(
    n,
    n,
    p.items.map((x, k) => (k % (n + 1) === 0 ? A.add(x, A.number(0.25)) : x)),
  );
}

/** Positive numbers from the diagonal. */
const positive =
  <T>({ A }: Evaluator<T>, draw: Draw<T>) =>
  (i: number): T =>
    A.add(A.mul(draw(i, i), draw(i, i)), A.number(0.25));

/** Q D Q* with an orthogonal (unitary) Q. */
function ofEigenvalues<T>(ev: Evaluator<T>, n: number, value: (i: number) => T, draw: Draw<T>, complex: boolean): Matrix<T> {
  const q = orthogonal(ev, n, draw, complex);
  const turned = transpose(q);
  const adjoint = complex && ev.A.complex === true ? { ...turned, items: turned.items.map((x) => ev.A.call1("conj", x)) } : turned;
  return asProduct(ev, { ...q, items: q.items.map((x, k) => ev.A.mul(x, value(k % n))) }, adjoint);
}

/** S D S^{-1} with zeros and ones in D. */
function projection<T>(ev: Evaluator<T>, n: number, draw: Draw<T>): Matrix<T> {
  const s = matrix(
    n,
    n,
    Array.from({ length: n * n }, (_, k) => draw(Math.floor(k / n), k % n)),
  );
  const d = identity(ev, n);
  const half = matrix(
    n,
    n,
    d.items.map((x, k) => (Math.floor(k / n) * 2 < n ? x : ev.A.number(0))),
  );
  return asProduct(ev, asProduct(ev, s, half), inverse(ev, s, node("matrix", [], NOWHERE)));
}

/** Of lower rank in a quarter of the worlds, with a row or a column twice; where it is square, nilpotent in another quarter. `draw` is a number between 0 and 1 in every world. */
export function ofAnyRank<T>(ev: Evaluator<T>, m: Matrix<T>, draw: Float64Array): Matrix<T> {
  const { A } = ev;
  const twice = A.numbers(draw.map((x) => (x < 0.25 ? 1 : 0)));
  const kept = A.numbers(draw.map((x) => (x < 0.25 ? 0 : 1)));
  const below = A.numbers(draw.map((x) => (x > 0.75 && m.rows === m.cols ? 0 : 1)));
  const tall = m.rows > m.cols;
  const isLast = (k: number): boolean => (tall ? k % m.cols === m.cols - 1 : k >= (m.rows - 1) * m.cols);
  const firstOf = (k: number): T => m.items[tall ? k - m.cols + 1 : k % m.cols];
  return {
    ...m,
    items: m.items.map((x, k) => {
      const own = isLast(k) ? A.add(A.mul(twice, firstOf(k)), A.mul(kept, x)) : x;
      return k % m.cols <= Math.floor(k / m.cols) ? A.mul(below, own) : own;
    }),
  };
}
