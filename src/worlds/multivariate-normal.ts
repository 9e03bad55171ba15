/** The density of the normal distribution of a vector: exp(-(x-m)^T S^{-1} (x-m) / 2) / sqrt((2π)^d det S). */
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../expression/value";
import { asVector, matrixProduct } from "../notation/arithmetic/products";
import { addValues, negate } from "../notation/arithmetic/sums-of-terms";
import { determinant, identity, inverse, transpose } from "../notation/matrices/matrix-algebra";

/** A covariance as a matrix of size d: a multiple of the identity takes the size of the vector. */
function covariance<T>(ev: Evaluator<T>, s: Value<T>, d: number, e: Expr): Matrix<T> {
  if (s.kind === "matrix" && s.rows === d && s.cols === d) return s;
  if (s.kind === "scalar" && s.identity) return { ...identity(ev, d), items: identity(ev, d).items.map((x) => ev.A.mul(s.x, x)) };
  throw new NotUnderstood("matrix/shape", "the covariance of this normal distribution does not fit its mean", e.span);
}

/** The density at a vector; undefined where neither the point nor the mean is one. */
export function multivariateNormal<T>(ev: Evaluator<T>, at: Value<T>, mean: Value<T>, s: Value<T>, e: Expr): Value<T> | undefined {
  const [x, m] = [asVector(ev, at, e), asVector(ev, mean, e)];
  const column = x.kind === "matrix" ? x : m.kind === "matrix" ? m : undefined;
  if (!column || column.rows * column.cols === 1) return undefined;
  if (column.cols !== 1) throw new NotUnderstood("matrix/shape", "a normal distribution of something that is no vector", e.span);
  const { A } = ev;
  const gap = addValues(ev, x, negate(ev, m, e), e);
  if (gap.kind !== "matrix") throw new NotUnderstood("matrix/shape", "the mean of this normal distribution does not fit its variable", e.span);
  const sigma = covariance(ev, s, gap.rows, e);
  const form = matrixProduct(ev, transpose(gap), asMatrix(matrixProduct(ev, inverse(ev, sigma, e), gap)));
  const exponent = A.call1("exp", A.mul(A.number(-0.5), ev.number(form, e)));
  const volume = A.mul(A.pow(A.mul(A.number(2), A.constant("pi")), A.number(gap.rows)), determinant(ev, sigma, e));
  return scalar(A.div(exponent, A.call1("sqrt", volume)));
}

const asMatrix = <T>(v: Value<T>): Matrix<T> => (v.kind === "matrix" ? v : matrix(1, 1, [(v as { x: T }).x]));
