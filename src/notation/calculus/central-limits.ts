/** Two-sided limits where cancellation grows faster than the sides come together: extrapolated from the mean of both sides, at some distance. */
import { column, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { scalar } from "../../expression/value";
import { richardson } from "../../numeric/acceleration";
import { CENTRAL_GRID, type LimitGrid, limitOf, stepsOf } from "../../numeric/limits";

/** Half the difference of the sides must go to zero up to this share of their mean: a jump has no limit. */
const JUMP = 1e-6;

/** lim body as `bound` tends to the finite `to`; undefined lanes where a side is undefined, the mean does not settle, or the sides differ at the point. */
export function centralLimit<T>(ev: Evaluator<T>, body: Expr, bound: string, to: T, grid: LimitGrid = CENTRAL_GRID): T {
  const { A } = ev;
  const steps = stepsOf(grid);
  const { length: count } = steps;
  const { width } = ev.frame;
  const map = repeated(width, count);
  const h = column(width * count, (k) => steps[k % count]);
  const side = (direction: number): T => {
    const x = A.add(A.width(to) === 1 ? to : A.gather(to, map), A.numbers(h.map((step) => direction * step)));
    const value = ev.widen(map).with(bound, scalar(x)).scalar(body);
    return A.width(value) === map.length ? value : A.gather(value, new Int32Array(map.length));
  };
  const [right, left] = [side(1), side(-1)];
  const half = A.number(0.5);
  // an extrapolation costs several evaluations a point
  ev.fuel.spend(16 * map.length);
  const lanes = <R>(values: Float64Array, of: (lane: Float64Array, k: number) => R): R[] =>
    Array.from({ length: width }, (_, k) => of(values.subarray(k * count, (k + 1) * count), k));
  const mean = A.linear(A.mul(half, A.add(right, left)), (values, errors) => {
    const found = lanes(values, (v, k) => limitOf(v, errors.subarray(k * count, (k + 1) * count), grid));
    return { values: Float64Array.from(found, (f) => f?.value ?? Number.NaN), errors: Float64Array.from(found, (f) => f?.error ?? 0) };
  });
  const apart = lanes(A.toNumbers(A.mul(half, A.sub(right, left))), (v) => gapAtPoint(v, grid));
  const meets = Float64Array.from(ev.lanes(mean), (m, k) => (Number.isFinite(m) && apart[k] <= JUMP * Math.max(1, Math.abs(m)) ? 1 : 0));
  return A.select(A.numbers(meets), mean, A.number(Number.NaN));
}

/** How far the sides are apart at the point, from half their difference along the grid. */
function gapAtPoint(differences: Float64Array, grid: LimitGrid): number {
  let [from, gap] = [0, 0];
  for (const { ratio, count } of grid) {
    gap = Math.max(gap, Math.abs(richardson([...differences.subarray(from, from + count)], ratio, 1).value));
    from += count;
  }
  return gap;
}
