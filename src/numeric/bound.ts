/** What two lanes of doubles say of each other, bounds considered: equal, different, or nothing. */
/** A bound below this part of the scale is informative. */
export const INFORMATIVE = 1e-9;

export interface Comparison {
  readonly outcome: "equal" | "different" | "unknown";
  /** |a - b|; NaN where a side is undefined. */
  readonly gap: number;
  /** The larger of |a| and |b|. */
  readonly scale: number;
  /** Sum of both error bounds. */
  readonly error: number;
}

/**
 * Compares two values with their error bounds. Equal: the gap is within the bounds (and a few ulp), and these within 1e-9 of the scale. Different: the gap is more than
 * 8 bounds and more than 1e-9 of the scale. Infinite values compare exactly. Undefined, underflown or cancelled lanes are unknown.
 */
export function compare(a: number, ea: number, b: number, eb: number): Comparison {
  const scale = Math.max(Math.abs(a), Math.abs(b));
  const gap = a === b ? 0 : Math.abs(a - b);
  const error = ea + eb;
  if (Number.isNaN(a) || Number.isNaN(b)) return { outcome: "unknown", gap: NaN, scale, error };
  if (scale === Infinity) return { outcome: a === b ? "equal" : "different", gap, scale, error };
  if (gap > 8 * error && gap > INFORMATIVE * scale) return { outcome: "different", gap, scale, error };
  const close = gap <= error + 4 * Number.EPSILON * scale && (error === 0 || error < INFORMATIVE * scale);
  return { outcome: close ? "equal" : "unknown", gap, scale, error };
}
