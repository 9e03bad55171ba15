/** Decimal literals as exact rational numbers, and as doubles with the error of that rounding. */

/** Numerator and denominator (a power of ten) of a literal such as "-1.25e3"; undefined if it is none, or of absurd size. */
export function decimalFraction(text: string): { numerator: bigint; denominator: bigint } | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
  if (!match || !(match[2] || match[3]) || text.length > 5000) return undefined;
  const digits = BigInt(`${match[2]}${match[3] ?? ""}`) * (match[1] === "-" ? -1n : 1n);
  const scale = Number(match[4] ?? 0) - (match[3] ?? "").length;
  return scale >= 0 ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n } : { numerator: digits, denominator: 10n ** BigInt(-scale) };
}

/** True if the finite double `x` equals the literal. */
export function isExactDecimal(x: number, text: string): boolean {
  const fraction = decimalFraction(text);
  if (!fraction || !Number.isFinite(x)) return false;
  let shift = 0;
  for (let y = x; !Number.isInteger(y); shift++) y = x * 2 ** (shift + 1);
  return BigInt(x * 2 ** shift) * fraction.denominator === fraction.numerator * 2n ** BigInt(shift);
}
