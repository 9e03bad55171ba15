/** One rounded operation on one lane: value and running error bound (Higham, Accuracy and Stability of Numerical Algorithms, ch. 3; residuals after Knuth and Dekker). */
import { TINY, U } from "./lane";

/** Writes the outcome of an operation on (x ± ex) and (y ± ey) at index `i`. */
export type Operation = (v: Float64Array, e: Float64Array, i: number, x: number, ex: number, y: number, ey: number) => void;

const SPLIT = 134217729;

/** x·y - fl(x·y), exactly where nothing over- or underflows, else NaN (Dekker 1971). */
function productResidual(x: number, y: number, p: number): number {
  if (Math.abs(p) < 1e-280 || Math.abs(x) > 1e280 || Math.abs(y) > 1e280) return NaN;
  const cx = SPLIT * x;
  const hx = cx - (cx - x);
  const lx = x - hx;
  const cy = SPLIT * y;
  const hy = cy - (cy - y);
  const ly = y - hy;
  return hx * hy - p + hx * ly + lx * hy + lx * ly;
}

/** x + y - fl(x + y), exactly (Knuth, two-sum). */
export function sumResidual(x: number, y: number, s: number): number {
  const z = s - x;
  return x - (s - z) + (y - z);
}

/** An infinite value is kept only if an operand was infinite; overflow is undefined. */
function settle(v: Float64Array, e: Float64Array, i: number, value: number, fromInfinity: boolean): void {
  v[i] = fromInfinity ? value : NaN;
  e[i] = 0;
}

const infinite = (x: number, y: number) => x === Infinity || x === -Infinity || y === Infinity || y === -Infinity;

export const addAt: Operation = (v, e, i, x, ex, y, ey) => {
  const s = x + y;
  if (!(s - s === 0)) return settle(v, e, i, s, infinite(x, y));
  v[i] = s;
  const z = s - x;
  e[i] = ex + ey + Math.abs(x - (s - z) + (y - z));
};

export const subAt: Operation = (v, e, i, x, ex, y, ey) => addAt(v, e, i, x, ex, -y, ey);

export const mulAt: Operation = (v, e, i, x, ex, y, ey) => {
  const p = x * y;
  if (!(p - p === 0)) return settle(v, e, i, p, infinite(x, y));
  v[i] = p;
  if (ex === 0 && ey === 0) {
    if (x === 0 || y === 0) e[i] = 0;
    else {
      const r = Math.abs(productResidual(x, y, p));
      e[i] = !Number.isNaN(r) ? r : U * Math.abs(p) + TINY;
    }
  } else if ((x === 0 && ex === 0) || (y === 0 && ey === 0)) e[i] = 0;
  else e[i] = Math.abs(x) * ey + Math.abs(y) * ex + ex * ey + U * Math.abs(p) + TINY;
};

export const divAt: Operation = (v, e, i, x, ex, y, ey) => {
  const room = Math.abs(y) - ey;
  if (!(room > 0)) return settle(v, e, i, NaN, true);
  const q = x / y;
  if (!(q - q === 0) || infinite(x, y)) return settle(v, e, i, q, infinite(x, y));
  v[i] = q;
  if (x === 0 && ex === 0) e[i] = 0;
  else if (ex === 0 && ey === 0 && q * y === x && productResidual(q, y, x) === 0) e[i] = 0;
  else e[i] = ex / room + Math.abs(q) * (ey / room) + U * Math.abs(q) + TINY;
};

function integerPower(v: Float64Array, e: Float64Array, i: number, x: number, ex: number, n: number): void {
  if (n === 2) return mulAt(v, e, i, x, ex, x, ex);
  if (n < 0 && !(Math.abs(x) > ex)) return settle(v, e, i, NaN, true);
  if (n === -1) return divAt(v, e, i, 1, 0, x, ex);
  const p = exactPower(x, n);
  const far = n > 0 ? Math.abs(x) + ex : Math.abs(x) - ex;
  if (!(p - p === 0)) return settle(v, e, i, p, infinite(x, n));
  v[i] = p;
  const exact = ex === 0 && (x === 0 || Math.abs(x) === 1 || (n > 0 && Number.isInteger(x) && Math.abs(p) <= 2 ** 53));
  const carried = ex === 0 ? 0 : Math.abs(n) * far ** (n - 1) * ex;
  e[i] = exact ? 0 : carried + 4 * U * Math.abs(p) + TINY;
}

/** Repeated squaring where that is exact (small integers), else `Math.pow`. */
function exactPower(x: number, n: number): number {
  if (!(n > 0 && n <= 64 && Number.isInteger(x))) return x ** n;
  let result = 1;
  for (let square = x, k = n; k > 0; k = Math.floor(k / 2), square *= square) if (k % 2 === 1) result *= square;
  return Math.abs(result) <= 2 ** 53 ? result : x ** n;
}

/** Real power of a nonnegative base; the bound covers both arguments. */
function realPower(v: Float64Array, e: Float64Array, i: number, x: number, ex: number, y: number, ey: number): void {
  if (x < 0 || (x === 0 && y - ey <= 0)) return settle(v, e, i, NaN, true);
  const p = x ** y;
  if (!(p - p === 0) || infinite(x, y)) return settle(v, e, i, p, infinite(x, y));
  v[i] = p;
  if (x <= ex) {
    e[i] = y - ey > 0 && !(x === 0 && ex === 0) ? Math.max((x + ex) ** (y - ey), (x + ex) ** (y + ey)) + TINY : x === 0 && ex === 0 ? 0 : Infinity;
    return;
  }
  const relative = (Math.abs(Math.log(x)) + 1e-16) * ey + (Math.abs(y) + ey) * (ex / (x - ex));
  const carried = p === 0 ? (relative < 700 ? TINY * Math.expm1(relative) : Infinity) : p * Math.expm1(relative);
  e[i] = x === 1 && ex === 0 ? 0 : carried + 4 * U * p + TINY;
}

/** x^y on the reals: any base with exact integer exponents (0^0 = 1), a positive one (or zero, to a positive power) otherwise. */
export const powAt: Operation = (v, e, i, x, ex, y, ey) => {
  if (Number.isNaN(x) || Number.isNaN(y)) return settle(v, e, i, NaN, true);
  if (ey === 0 && y === Math.floor(y) && Math.abs(y) < 2 ** 53) {
    if (y === 1 || y === 0) {
      v[i] = y === 1 ? x : 1;
      e[i] = y === 1 ? ex : 0;
    } else integerPower(v, e, i, x, ex, y);
  } else if (ey === 0 && y === 0.5) rootAt(v, e, i, x, ex);
  else realPower(v, e, i, x, ex, y, ey);
};

/** Square root; where the bound reaches zero, the bound of the root is that of its upper end. */
export function rootAt(v: Float64Array, e: Float64Array, i: number, x: number, ex: number): void {
  const r = Math.sqrt(x);
  v[i] = r;
  if (r === Infinity || Number.isNaN(r)) e[i] = 0;
  else if (ex === 0) e[i] = r === 0 || (r * r === x && productResidual(r, r, x) === 0) ? 0 : U * r;
  else e[i] = (x > ex ? ex / (r + Math.sqrt(x - ex)) : Math.sqrt(x + ex)) + U * r;
}
