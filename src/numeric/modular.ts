/** Integers modulo a prime: exact arithmetic for polynomial and rational steps (Schwartz 1980, Zippel 1979). */
import { type Arithmetic, Unsupported } from "./arithmetic";
import { decimalFraction } from "./decimal";

/** A column of residues in [0, p); -1n is undefined (a division by zero). */
export type Residues = readonly bigint[];

/** The Mersenne prime 2^61 - 1. */
export const PRIME = 2n ** 61n - 1n;
const NONE = -1n;

/**
 * The field of integers modulo `p` (a prime). Doubles enter as the rational numbers they are, decimals as written; powers need exact integer exponents,
 * which are plain integers and are given as small residues (up to 2^20, or p minus that much for negative ones). Anything irrational throws Unsupported.
 */
export function modular(p: bigint = PRIME): Arithmetic<Residues> {
  const reduce = (n: bigint) => ((n % p) + p) % p;
  const refuse = (what: string) => (): never => {
    throw new Unsupported(`${what} modulo a prime`);
  };

  function power(base: bigint, exponent: bigint): bigint {
    let result = 1n;
    for (let square = base, k = exponent; k > 0n; k >>= 1n, square = (square * square) % p) if (k & 1n) result = (result * square) % p;
    return result;
  }
  const inverse = (x: bigint) => (x === 0n ? NONE : power(x, p - 2n));

  function fromDouble(x: number): bigint {
    if (!Number.isFinite(x)) return NONE;
    let shift = 0;
    for (let y = x; !Number.isInteger(y); shift++) y *= 2;
    const whole = reduce(BigInt(shift > 1000 ? 0 : x * 2 ** shift));
    return shift > 1000 ? NONE : (whole * power(inverse(2n), BigInt(shift))) % p;
  }

  function zip(x: Residues, y: Residues, of: (a: bigint, b: bigint) => bigint): Residues {
    const n = x.length === 1 ? y.length : x.length;
    const at = (z: Residues, i: number) => z[z.length === 1 ? 0 : i];
    return Array.from({ length: n }, (_, i) => {
      const [a, b] = [at(x, i), at(y, i)];
      return a === NONE || b === NONE ? NONE : of(a, b);
    });
  }

  function integerPower(a: bigint, n: bigint): bigint {
    const limit = 1n << 20n;
    if (n <= limit) return power(a, n);
    if (p - n > limit) throw new Unsupported("a power that is no small integer modulo a prime");
    return a === 0n ? NONE : power(inverse(a), p - n);
  }

  function fold(x: Residues, starts: Int32Array, first: bigint, of: (a: bigint, b: bigint) => bigint): Residues {
    return Array.from({ length: Math.max(0, starts.length - 1) }, (_, j) => {
      let total = first;
      for (let i = starts[j]; i < starts[j + 1] && total !== NONE; i++) {
        const next = x[x.length === 1 ? 0 : i];
        total = next === NONE ? NONE : of(total, next);
      }
      return total;
    });
  }

  const add = (a: bigint, b: bigint) => (a + b) % p;
  const mul = (a: bigint, b: bigint) => (a * b) % p;

  return {
    name: "modular",
    number: (x) => [fromDouble(x)],
    numbers: (xs) => Array.from(xs, fromDouble),
    decimal: (text) => {
      const fraction = decimalFraction(text);
      if (!fraction) return [NONE];
      const under = inverse(reduce(fraction.denominator));
      return [under === NONE ? NONE : mul(reduce(fraction.numerator), under)];
    },
    constant: (name) => refuse(name)(),
    imaginary: refuse("the imaginary unit"),
    width: (x) => x.length,
    add: (x, y) => zip(x, y, add),
    sub: (x, y) => zip(x, y, (a, b) => reduce(a - b)),
    mul: (x, y) => zip(x, y, mul),
    div: (x, y) => zip(x, y, (a, b) => (b === 0n ? NONE : mul(a, inverse(b)))),
    neg: (x) => x.map((a) => (a === NONE ? NONE : reduce(-a))),
    pow: (x, y) => zip(x, y, integerPower),
    call1: (name) => refuse(name)(),
    call2: (name) => refuse(name)(),
    special: (name) => refuse(name)(),
    sign: refuse("a sign"),
    less: refuse("an order"),
    equal: (x, y) => zip(x, y, (a, b) => (a === b ? 1n : 0n)),
    select: (c, x, y) => {
      const at = (z: Residues, i: number) => z[z.length === 1 ? 0 : i];
      return Array.from({ length: Math.max(c.length, x.length, y.length) }, (_, i) => (at(c, i) === 1n ? at(x, i) : at(c, i) === 0n ? at(y, i) : NONE));
    },
    gather: (x, map) => (x.length === 1 ? x : Array.from(map, (i) => x[i])),
    segmentSum: (x, starts) => fold(x, starts, 0n, add),
    segmentProduct: (x, starts) => fold(x, starts, 1n, mul),
    toNumbers: (x) => Float64Array.from(x, (a) => (a === NONE ? NaN : Number(a))),
    errors: (x) => new Float64Array(x.length),
    linear: refuse("a computation in doubles"),
  };
}
