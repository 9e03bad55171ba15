/** Numbers in messages. */

/** A number for a message: four significant digits, integers whole. */
export function figure(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : "−∞";
  return String(Number(x.toPrecision(4)));
}
