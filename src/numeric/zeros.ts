/** The zeros of a function on an interval about zero, found by a scan: simple ones by bisection, double ones where its size is least. */

type Columns = (xs: Float64Array) => Float64Array;

/** Points of the scan, and the distance between two of them. */
const [POINTS, STEP] = [4001, 0.025];
/** A computed value this near to zero is one. */
const ZERO = 1e-12;

/** The zeros on [-50, 50], as near as doubles show them; those nearer to each other than the scan sees may be missed. */
export function zerosOf(of: Columns): number[] {
  const xs = Float64Array.from({ length: POINTS }, (_, i) => (i - (POINTS - 1) / 2) * STEP);
  const at = of(xs);
  const found: number[] = [];
  for (let i = 1; i < POINTS - 1; i++) {
    const size = Math.abs(at[i]);
    if (at[i] === 0) found.push(xs[i]);
    else if (at[i] * at[i + 1] < 0) found.push(bisected(of, xs[i], xs[i + 1], at[i]));
    else if (size <= Math.abs(at[i - 1]) && size <= Math.abs(at[i + 1])) found.push(...touching(of, xs[i]));
  }
  return found.map((x) => (Math.abs(x - Math.round(x)) < 1e-9 ? Math.round(x) : x));
}

function bisected(of: Columns, from: number, to: number, first: number): number {
  let [a, b] = [from, to];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (of(Float64Array.of(middle))[0] * first > 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** The point near x at which a function that does not change its sign is zero, by steps that are halved; none where it stays away from zero. */
function touching(of: Columns, x: number): number[] {
  let best = x;
  for (let step = STEP; step > 1e-13; step /= 2) {
    const around = Float64Array.of(best - step, best, best + step);
    const sizes = of(around).map(Math.abs);
    best = around[sizes.indexOf(Math.min(...sizes))];
  }
  return Math.abs(of(Float64Array.of(best))[0]) < ZERO ? [best] : [];
}
