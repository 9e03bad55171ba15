/** A lane: a column of doubles with a first-order absolute error bound beside every value. */
import { zeros } from "../base/columns";

/**
 * Value `v` and absolute error bound `e` of each lane; NaN in `v` is undefined. Exact numbers have `e` = 0. An infinite `v` comes only from the
 * constant infinity (overflow gives NaN). A nonzero quantity that underflows keeps v = 0 with e >= 2^-1074: honest in a sum, no information alone.
 */
export interface Lane {
  readonly v: Float64Array;
  readonly e: Float64Array;
}

/** Unit roundoff 2^-53, with a little slack for the rounding of the bounds themselves. */
export const U = 2 ** -53 * 1.0001;
/** The smallest positive double: what underflow may cost. */
export const TINY = 2 ** -1074;

export const emptyLane = (n: number): { v: Float64Array; e: Float64Array } => ({ v: zeros(n), e: zeros(n) });

/** A column of one entry, which stands for all lanes. */
export function laneOf(value: number, error = 0): Lane {
  const out = emptyLane(1);
  out.v[0] = value;
  out.e[0] = error;
  return out;
}

/** Width of a result: equal widths, or width 1 against any other. */
export function commonWidth(a: number, b: number): number {
  if (a === b || b === 1) return a;
  if (a === 1) return b;
  throw new RangeError(`columns of widths ${a} and ${b}`);
}

/** The column of lanes with width `n`, repeating a single entry. */
export function widen(x: Lane, n: number): Lane {
  if (x.v.length === n || x.v.length !== 1) return x;
  return { v: zeros(n).fill(x.v[0]), e: zeros(n).fill(x.e[0]) };
}
