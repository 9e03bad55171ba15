/** Numbers as people read them: short, rounded, the same on every machine. */

/** Six significant digits, no exponent between 1e-4 and 1e7; a string (a non-finite value) stays. */
export function plain(value: number | string | readonly number[]): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return `(${value.map(plain).join(", ")})`;
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1e7 || size < 1e-4 ? value.toExponential(4).replace(/\.?0+e/, "e") : String(Number(value.toPrecision(6)));
  return text.replace("-", "−").replace("e+", "e");
}

/** A message as it is shown: with minus signs that are some before its numbers. */
export const typeset = (message: string): string => message.replace(/(^|[\s(,;])-(?=[\d.∞])/g, "$1−");

/** "1 step fails", "3 steps fail". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
