/** One number of the high-precision arithmetic: a decimal with the logarithm of its error bound, and the operations on such pairs. */
import type { BigNumber, BigNumberClass } from "./bigNumber";

/** Value and log10 of the absolute error bound (-Infinity: exact); a NaN value is undefined. Logarithms, because the bounds leave the range of doubles. */
export interface Entry {
  readonly v: BigNumber;
  readonly e: number;
}

export const EXACT = Number.NEGATIVE_INFINITY;

/** log10(10^a + 10^b), rounded up a little. */
export function plus10(a: number, b: number): number {
  const high = Math.max(a, b);
  const gap = Math.min(a, b) - high;
  // beyond 17 places one term is nothing beside the other; a NaN goes the long way and stays one
  return high === EXACT ? EXACT : gap < -17 ? high + 1e-12 : high + Math.log10(1 + 10 ** gap) + 1e-12;
}

/** log10|x|; -Infinity for zero. */
export function magnitude(x: BigNumber): number {
  if (x.isZero()) return EXACT;
  const { d, e } = x as unknown as { d: number[] | null; e: number };
  if (d === null) return x.isNaN() ? Number.NaN : Number.POSITIVE_INFINITY;
  let unit = 1;
  while (unit * 10 <= d[0]) unit *= 10;
  return e + Math.log10((d[0] + 1) / unit);
}

export type EntryKit = ReturnType<typeof entryKit>;

export function entryKit(Big: BigNumberClass, digits: number) {
  const undefinedEntry: Entry = { v: new Big(Number.NaN), e: EXACT };
  /** Relative error of one rounded operation, as log10: two units of the last of the guarded digits. */
  const unit = -(digits + 5) + 1.3;
  /** The double itself, not its shortest decimal: x = n/2^k = n 5^k/10^k. */
  const exact = (x: number): Entry => {
    if (Number.isSafeInteger(x) || !Number.isFinite(x)) return { v: new Big(x), e: EXACT };
    if (Number.isInteger(x)) return integer(BigInt(x));
    let k = 0;
    for (let y = x; !Number.isInteger(y); k++) y *= 2;
    // In two steps: 2^k itself may overflow.
    const v = new Big(`${BigInt(x * 2 ** Math.min(k, 500) * 2 ** (k - Math.min(k, 500))) * 5n ** BigInt(k)}e-${k}`);
    return k > 200 ? rounded(v.plus(0)) : { v, e: EXACT };
  };
  const integer = (n: bigint): Entry => fitted(new Big(n.toString()), n.toString().length);
  const fitted = (v: BigNumber, length: number): Entry => (length <= 80 ? { v, e: EXACT } : rounded(v.plus(0)));
  /** A value that carries one rounding, and an error `e` of its inputs. */
  const rounded = (v: BigNumber, e = EXACT): Entry => (v.isFinite() ? { v, e: plus10(e, magnitude(v) + unit) } : finiteOnly(v));
  const finiteOnly = (v: BigNumber): Entry => (v.isNaN() ? undefinedEntry : { v, e: EXACT });
  const fromDigits = (text: string, places: number): Entry => rounded(new Big(text), -places);
  /** The rounding is left out where the result has room to spare, and so is exact. */
  const perhapsExact = (v: BigNumber, e: number): Entry =>
    v.isFinite() && (v as unknown as { precision(): number }).precision() < digits ? { v, e } : rounded(v, e);

  const add = (a: Entry, b: Entry): Entry => perhapsExactSum(a.v.plus(b.v), a, b);
  /** A sum is exact if its result and the gap of its terms fit: cancelled digits do not count as spare room. */
  const perhapsExactSum = (v: BigNumber, a: Entry, b: Entry): Entry => {
    const e = plus10(a.e, b.e);
    if (!v.isFinite()) return finiteOnly(v);
    const low = Math.min(lowest(a.v), lowest(b.v));
    return Math.max(magnitude(a.v), magnitude(b.v)) - low < digits ? { v, e } : rounded(v, e);
  };
  /** Place of the last nonzero digit. */
  const lowest = (x: BigNumber): number =>
    x.isZero() ? Number.POSITIVE_INFINITY : (x as unknown as { e: number }).e - (x as unknown as { precision(): number }).precision() + 1;
  const neg = (a: Entry): Entry => ({ v: a.v.neg(), e: a.e });
  const mul = (a: Entry, b: Entry): Entry => {
    if ((a.v.isZero() && a.e === EXACT && b.v.isFinite()) || (b.v.isZero() && b.e === EXACT && a.v.isFinite())) return exact(0);
    const v = a.v.times(b.v);
    const e = plus10(plus10(magnitude(a.v) + b.e, magnitude(b.v) + a.e), a.e + b.e);
    const p = (x: BigNumber) => (x as unknown as { precision(): number }).precision();
    if (!v.isFinite() || Number.isNaN(e)) return finiteOnly(v);
    return p(a.v) + p(b.v) <= digits ? { v, e } : rounded(v, e);
  };
  const div = (a: Entry, b: Entry): Entry => {
    const room = magnitude(b.v);
    if (!(b.e < room) || b.v.isNaN()) return undefinedEntry;
    const v = a.v.div(b.v);
    if (!v.isFinite() || !b.v.isFinite()) return finiteOnly(v);
    if (a.v.isZero() && a.e === EXACT) return exact(0);
    const gap = room + Math.log10(Math.max(1 - 10 ** (b.e - room), 1e-300));
    const e = plus10(a.e, magnitude(v) + b.e) - gap;
    return perhapsExact(v, e);
  };

  const signOf = (a: Entry): number | undefined => {
    if (a.v.isNaN()) return undefined;
    if (a.v.isZero()) return a.e === EXACT ? 0 : undefined;
    return magnitude(a.v) > a.e ? (a.v.isNegative() ? -1 : 1) : undefined;
  };
  const less = (a: Entry, b: Entry): boolean | undefined => {
    if (!a.v.isFinite() || !b.v.isFinite()) return a.v.isNaN() || b.v.isNaN() ? undefined : a.v.lt(b.v);
    const s = signOf(add(b, neg(a)));
    return s === undefined ? undefined : s > 0;
  };
  /** Equal if exactly so, or within a bound of half the digits of the scale. */
  const equal = (a: Entry, b: Entry): boolean | undefined => {
    if (!a.v.isFinite() || !b.v.isFinite()) return a.v.isNaN() || b.v.isNaN() ? undefined : a.v.eq(b.v);
    const gap = add(a, neg(b));
    const s = signOf(gap);
    if (s !== undefined) return s === 0;
    return gap.e < Math.max(magnitude(a.v), magnitude(b.v)) - digits / 2 ? true : undefined;
  };

  return { Big, digits, unit, undefinedEntry, exact, integer, rounded, fromDigits, add, neg, mul, div, signOf, less, equal };
}
