/** Orthogonal polynomials of degree n at x, by their three-term recurrences (DLMF 18.9). */
import type { Function2 } from "../arithmetic";
import type { Real2 } from "./real";

const HIGHEST = 5000;
/** p_{k+1} from k, p_k, p_{k-1} at x. */
type Step = (k: number, p: number, before: number, x: number) => number;

function recurrence(first: (x: number) => number, step: Step): (n: number, x: number) => readonly [value: number, before: number] {
  return (n, x) => {
    if (!Number.isInteger(n) || n < 0 || n > HIGHEST) return [NaN, NaN];
    if (n === 0) return [1, 0];
    let before = 1;
    let p = first(x);
    for (let k = 1; k < n; k++) [p, before] = [step(k, p, before, x), p];
    return [p, before];
  };
}

/** The error of a forward recurrence grows with n² at most, on the scale of two neighbours. */
function family(run: (n: number, x: number) => readonly [number, number], scale: (n: number, x: number) => number, least: number): Real2 {
  return {
    f: (n, x) => (n === -1 ? 0 : run(n, x)[0]),
    ulps: 2,
    absolute: (n, x, v) => (n <= 0 ? 0 : 2 * n * n * (Math.abs(v) + scale(n, x) * Math.abs(run(n, x)[1]) + least)),
    exact: (n, x, v) => n <= 0 || (Number.isInteger(x) && Number.isSafeInteger(v) && least > 0 && Math.abs(x) <= 1),
  };
}

const twice: Step = (_, p, before, x) => 2 * x * p - before;

export const POLYNOMIALS: Partial<Record<Function2, Real2>> = {
  chebyshevt: family(
    recurrence((x) => x, twice),
    () => 1,
    1,
  ),
  chebyshevu: family(
    recurrence((x) => 2 * x, twice),
    () => 1,
    1,
  ),
  legendre: family(
    recurrence(
      (x) => x,
      (k, p, before, x) => ((2 * k + 1) * x * p - k * before) / (k + 1),
    ),
    () => 1,
    1,
  ),
  hermite: family(
    recurrence(
      (x) => 2 * x,
      (k, p, before, x) => 2 * x * p - 2 * k * before,
    ),
    (n) => Math.sqrt(2 * n),
    0,
  ),
  laguerre: family(
    recurrence(
      (x) => 1 - x,
      (k, p, before, x) => ((2 * k + 1 - x) * p - k * before) / (k + 1),
    ),
    () => 1,
    1,
  ),
};
