/** Special functions on columns: lane by lane through complex numbers with error bounds. */
import { type Ball, ball } from "../ball";
import { specialValue } from "./index";

/** Real and imaginary parts of the lanes of one argument, with their error bounds; a column of one entry stands for all lanes. */
export interface Parts {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly err: (lane: number) => number;
}

const at = (xs: Float64Array, lane: number): number => xs[xs.length === 1 ? 0 : lane];

/** The value of a special function (or of a partial derivative of it) in every lane. */
export function specialColumn(name: string, args: readonly Parts[], orders: readonly number[], width: number): Ball[] {
  const known = new Map<string, Ball>();
  return Array.from({ length: width }, (_, lane) => {
    const balls = args.map((a) => ball(at(a.re, lane), at(a.im, lane), a.err(lane)));
    if (balls.some((x) => Number.isNaN(x.re) || Number.isNaN(x.im))) return ball(Number.NaN, Number.NaN, Number.POSITIVE_INFINITY);
    const key = balls.map((x) => `${x.re},${x.im},${x.err}`).join(";");
    const value = known.get(key) ?? specialValue(name, balls, orders);
    known.set(key, value);
    return value;
  });
}

/** The real value that a complex one is within its bound; NaN where the value is not real. */
export const realPart = (x: Ball): { value: number; error: number } =>
  x.im === 0 || Math.abs(x.im) <= 2 * x.err + 1e-14 * Math.abs(x.re) ? { value: x.re, error: x.err } : { value: Number.NaN, error: 0 };
