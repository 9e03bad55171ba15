/** Numbers in messages. */

/** A number for a message: four significant digits, integers whole. */
export function figure(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : "−∞";
  return String(Number(x.toPrecision(4)));
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
