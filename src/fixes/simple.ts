/** Recognises numbers that a person would have written: small fractions, also times π, e or a root. */

export interface SimpleNumber {
  readonly value: number;
  readonly latex: string;
}

const close = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-8 * Math.max(1e-3, Math.abs(x), Math.abs(y));

/** `x` as p/q with a small denominator, or times a common constant; undefined if it is nothing of the kind. */
export function simple(x: number, mostDenominator = 60): SimpleNumber | undefined {
  if (!Number.isFinite(x)) return undefined;
  const plain = fraction(x, mostDenominator);
  if (plain) return plain;
  for (const [factor, latex] of CONSTANTS) {
    const found = fraction(x / factor, 12);
    if (found && found.value !== 0) return { value: x, latex: timesConstant(found, latex) };
  }
  return undefined;
}

const CONSTANTS: readonly (readonly [number, string])[] = [
  [Math.PI, "\\pi"],
  [Math.PI ** 2, "\\pi^2"],
  [1 / Math.PI, "\\frac{1}{\\pi}"],
  [Math.SQRT2, "\\sqrt{2}"],
  [Math.sqrt(3), "\\sqrt{3}"],
  [Math.sqrt(5), "\\sqrt{5}"],
  [Math.sqrt(Math.PI), "\\sqrt{\\pi}"],
  [Math.sqrt(2 * Math.PI), "\\sqrt{2\\pi}"],
  [Math.E, "e"],
  [Math.LN2, "\\ln 2"],
];

const timesConstant = (q: SimpleNumber, constant: string): string => (q.value === 1 ? constant : q.value === -1 ? `-${constant}` : `${q.latex} ${constant}`);

function fraction(x: number, most: number): SimpleNumber | undefined {
  for (let q = 1; q <= most; q++) {
    const p = Math.round(x * q);
    if (Math.abs(p) <= (q === 1 ? 1e7 : 2000) && close(p / q, x) && (p !== 0 || Math.abs(x) < 1e-11)) return { value: p / q, latex: fractionLatex(p, q) };
  }
  return undefined;
}

const fractionLatex = (p: number, q: number): string => (q === 1 ? String(p) : `${p < 0 ? "-" : ""}\\frac{${Math.abs(p)}}{${q}}`);

/** One number alone is some fraction of any other: only small denominators say anything. */
const LONE = 4;

/** The one simple number that all values are, within rounding. */
export function common(values: readonly number[]): SimpleNumber | undefined {
  const finite = values.filter((v) => Number.isFinite(v));
  if (finite.length < Math.min(2, values.length)) return undefined;
  // what no two of them share need not be looked for
  const first = finite[0];
  if (finite.some((v) => Math.abs(v - first) > 3e-8 * Math.max(1e-3, Math.abs(v), Math.abs(first)))) return undefined;
  const found = simple(first, finite.length === 1 ? LONE : undefined);
  return found && finite.every((v) => close(v, found.value)) ? found : undefined;
}
