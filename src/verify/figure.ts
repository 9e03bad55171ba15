/** Numbers in messages. */

/** Integers below this are written out. */
const WRITTEN_OUT = 1e12;
/** Numbers from here on that are rounded are powers of ten: zeros behind four digits would look exact. */
const LARGE = 1e6;

/** A number for a message: four significant digits, integers whole. */
export function figure(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < WRITTEN_OUT) return String(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : "−∞";
  const rounded = Number(x.toPrecision(4));
  return Math.abs(rounded) < LARGE ? String(rounded) : rounded.toExponential();
}

/** So many values are named in a message. */
const NAMED = 5;

/** A point, the values of its names, for a message. */
export const pointInWords = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .slice(0, NAMED)
    .map(([name, value]) => `${name} = ${figure(value)}`)
    .join(", ");

/** A small number as LaTeX: a fraction where it is one. */
export function numberLatex(x: number): string {
  for (let q = 1; q <= 60; q++)
    if (Math.abs(x * q - Math.round(x * q)) < 1e-9) return q === 1 ? String(Math.round(x)) : `${x < 0 ? "-" : ""}\\frac{${Math.abs(Math.round(x * q))}}{${q}}`;
  return String(x);
}
