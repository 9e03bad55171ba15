/** Elementary functions on whole numbers that stand for decimals of many places: BigInt needs microseconds where a library of decimals needs hundreds. */
import type { BigNumber, BigNumberClass } from "./bigNumber";

/** What is computed here; the library does the rest. */
export type FixedFunction = "exp" | "ln" | "sin" | "cos";

/** Places beyond the precision that is asked for: for small results, and for what the series lose. */
const SPARE = 32;
/** Digits of a result beyond the precision that must be known, so that rounding goes the library's way. */
const GUARD = 10;
/** Powers of two that an exponent is divided by before its series, and places that the squarings lose. */
const HALVINGS = 8;

/** 1/n ∓ 1/(3 n³) + 1/(5 n⁵) …: the inverse (`sign` -1) or hyperbolic inverse (1) tangent of 1/n. */
function inverseTangent(n: bigint, one: bigint, sign: 1n | -1n): bigint {
  let sum = 0n;
  let flips = 1n;
  for (let power = one / n, k = 1n; power !== 0n; power /= n * n, k += 2n, flips *= sign) sum += (flips * power) / k;
  return sum;
}

/** The functions in numbers of `places` places: π by Machin's formula, ln 10 by three inverse hyperbolic tangents, the rest by Taylor's series of a reduced argument. */
class FixedPoint {
  readonly one: bigint;
  private readonly quarter: bigint;
  private readonly ln10: bigint;
  constructor(readonly places: number) {
    this.one = 10n ** BigInt(places);
    const fine = this.one * 10n ** 10n;
    this.quarter = (8n * inverseTangent(5n, fine, -1n) - 2n * inverseTangent(239n, fine, -1n)) / 10n ** 10n;
    const [a, b, c] = [31n, 49n, 161n].map((n) => inverseTangent(n, fine, 1n));
    this.ln10 = (46n * a + 34n * b + 20n * c) / 10n ** 10n;
  }

  /** m · 10^k of a finite number, with m of `places` places: fixed at k = 0 for angles, at its own exponent for logarithms. */
  of(x: BigNumber, k: number): bigint {
    const { d, e, s } = x as unknown as { d: number[]; e: number; s: number };
    let digits = 0n;
    for (const word of d) digits = digits * 10_000_000n + BigInt(word);
    const shift = 7 * (Math.floor(e / 7) - (d.length - 1)) + this.places - k;
    const m = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
    return s < 0 ? -m : m;
  }

  /** e^x = m · 10^k. */
  exp(x: bigint): { m: bigint; k: number } {
    const k = nearest(x, this.ln10);
    const r = (x - k * this.ln10) >> BigInt(HALVINGS);
    let sum = this.one;
    for (let term = this.one, n = 1n; term !== 0n && term !== -1n; n++) {
      term = (term * r) / (this.one * n);
      sum += term;
    }
    for (let i = 0; i < HALVINGS; i++) sum = (sum * sum) / this.one;
    return { m: sum, k: Number(k) };
  }

  /** ln of m · 10^k, 1 <= m < 10: a double's logarithm, corrected by the series of what it leaves. */
  ln(m: bigint, k: number): bigint {
    const guess = BigInt(Math.round(Math.log(Number(m / 10n ** BigInt(this.places - 17)) / 1e17) * 2 ** 50)) * (this.one >> 50n);
    const back = this.exp(-guess);
    const rest = (m * back.m) / this.one;
    const t = (back.k < 0 ? rest / 10n ** BigInt(-back.k) : rest) - this.one;
    let sum = 0n;
    for (let power = t, n = 1n; power !== 0n && power !== -1n; power = (-power * t) / this.one, n++) sum += power / n;
    return guess + sum + BigInt(k) * this.ln10;
  }

  /** The sine of x plus `turns` quarter turns. */
  sin(x: bigint, turns: bigint): bigint {
    const n = nearest(x, this.quarter);
    const r = x - n * this.quarter;
    const at = Number((((n + turns) % 4n) + 4n) % 4n);
    const square = (r * r) / this.one;
    const odd = at % 2 === 0;
    let term = odd ? r : this.one;
    let sum = term;
    for (let k = odd ? 2n : 1n; term !== 0n && term !== -1n; k += 2n) {
      term = (-term * square) / (this.one * k * (k + 1n));
      sum += term;
    }
    return at < 2 ? sum : -sum;
  }
}

/** The whole number nearest to x/y, y > 0. */
const nearest = (x: bigint, y: bigint): bigint => (2n * x + (x < 0n ? -y : y)) / (2n * y);

const made = new Map<number, FixedPoint>();

/** A function of a decimal, rounded to `precision` digits; undefined where it is not computed here: huge arguments, results too small for the places at hand. */
export function fixed(name: FixedFunction, x: BigNumber, precision: number, Big: BigNumberClass): BigNumber | undefined {
  if (!x.isFinite() || x.isZero()) return undefined;
  const exponent = (x as unknown as { e: number }).e;
  if (name === "ln" ? x.isNegative() || Math.abs(exponent) > 1000 : exponent > 3 || exponent < -precision) return undefined;
  const F = made.get(precision) ?? new FixedPoint(precision + SPARE);
  made.set(precision, F);
  const result = (m: bigint, k = 0): BigNumber | undefined =>
    m === 0n || digitsOf(m) < precision + GUARD ? undefined : new Big(`${m}e${k - F.places}`).plus(0);
  switch (name) {
    case "exp": {
      const { m, k } = F.exp(F.of(x, 0));
      return result(m, k);
    }
    case "ln":
      return result(F.ln(F.of(x, exponent), exponent));
    case "sin":
      return result(F.sin(F.of(x, 0), 0n));
    case "cos":
      return result(F.sin(F.of(x, 0), 1n));
  }
}

const digitsOf = (m: bigint): number => (m < 0n ? -m : m).toString().length;
