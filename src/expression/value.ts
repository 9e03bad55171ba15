/** What an expression can evaluate to: columns of numbers, matrices of columns, tuples, elements of a finite space. */
import { column } from "../base/columns";
import type { Span } from "../base/span";
import type { Arithmetic } from "../numeric/arithmetic";

/** A number in every lane. */
export interface Scalar<T> {
  readonly kind: "scalar";
  readonly x: T;
  /** It is this multiple of an identity matrix whose size the company decides. */
  readonly identity?: true;
}
/** Row-major. Vectors are matrices of one column (`vector` remembers that they were written as such). */
export interface Matrix<T> {
  readonly kind: "matrix";
  readonly rows: number;
  readonly cols: number;
  readonly items: readonly T[];
  readonly vector?: boolean;
}
/** Also points, intervals and finite sets, told apart by `bracket`. */
export interface Tuple<T> {
  readonly kind: "tuple";
  readonly items: readonly Value<T>[];
}
/** An element of a finite space: its index in every lane. It becomes a number only through the space's own values. */
export interface Element {
  readonly kind: "element";
  readonly space: string;
  readonly index: Float64Array;
}
/** What an expression is worth. */
export type Value<T> = Scalar<T> | Matrix<T> | Tuple<T> | Element;

/** Thrown where an expression has no meaning here: what it could not be understood as, and where. */
export class NotUnderstood extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly span?: Span,
  ) {
    super(message);
  }
}

/** A column of numbers as a value. */
export const scalar = <T>(x: T): Scalar<T> => ({ kind: "scalar", x });
/** A multiple of an identity matrix of any size. */
export const identityMultiple = <T>(x: T): Scalar<T> => ({ kind: "scalar", x, identity: true });
/** A matrix of columns, row by row; a vector is one that was written as such. */
export const matrix = <T>(rows: number, cols: number, items: readonly T[], vector?: boolean): Matrix<T> => ({
  kind: "matrix",
  rows,
  cols,
  items,
  ...(vector ? { vector } : {}),
});

/** The same value seen from other lanes: lane `i` of the result is lane `map[i]`. */
export function gather<T>(A: Arithmetic<T>, value: Value<T>, map: Int32Array): Value<T> {
  const seen = (x: T) => (A.width(x) === 1 ? x : A.gather(x, map));
  switch (value.kind) {
    case "scalar":
      return { ...value, x: seen(value.x) };
    case "matrix":
      return { ...value, items: value.items.map(seen) };
    case "tuple":
      return { ...value, items: value.items.map((item) => gather(A, item, map)) };
    case "element":
      return { ...value, index: value.index.length === 1 ? value.index : column(map.length, (i) => value.index[map[i]]) };
  }
}
