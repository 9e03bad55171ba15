/** What the double arithmetic knows of a function: its value, the accuracy of that value, and how it carries the error of its argument. */

/** A function of one real argument. The error of the value is `ulps`·u·|f| + `absolute`·u, u = 2^-53; NaN outside the domain. */
export interface Real1 {
  readonly f: (x: number) => number;
  readonly ulps: number;
  readonly absolute?: number;
  /** Bound of |f(t) - f(x)| for |t - x| <= ex, NaN if the interval leaves the domain; without it differences of `f` are taken. */
  readonly carried?: (x: number, ex: number, value: number) => number;
  /** True where the value is exact for an exact argument. */
  readonly exact?: (x: number, value: number) => boolean;
}

export interface Real2 {
  readonly f: (x: number, y: number) => number;
  readonly ulps: number;
  readonly absolute?: number | ((x: number, y: number, value: number) => number);
  readonly carried?: (x: number, ex: number, y: number, ey: number, value: number) => number;
  readonly exact?: (x: number, y: number, value: number) => boolean;
}

/** True for an exact integer that a double holds with certainty. */
export const whole = (_: unknown, value: number): boolean => Number.isSafeInteger(value);

/**
 * How far f moves when its argument moves by `ex`: the larger one-sided difference over a step that rounding does not drown, scaled to `ex`
 * with a tenth of slack. NaN where the step `ex` itself leaves the domain.
 */
export function moved(f: (x: number) => number, x: number, ex: number, value: number): number {
  for (let h = Math.max(ex, 1e-6 * Math.abs(x), 1e-30); ; h = Math.max(ex, h / 100)) {
    const most = Math.max(Math.abs(f(x + h) - value), Math.abs(f(x - h) - value));
    // Next to the end of the domain a smaller step, as the slope may grow without bound there.
    if (!Number.isNaN(most)) return 1.1 * (most / h) * ex;
    if (!(h > ex)) return NaN;
  }
}
