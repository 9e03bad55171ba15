/** Sums to infinity: terms in blocks, accelerated lane by lane, refused where they do not converge. */
import type { Evaluator } from "../expression/evaluator";
import { type Expr, node, symbol } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import { seriesLanes } from "../numeric/series";

/** Adds up (or, through logarithms, multiplies) the terms from `from`; undefined lanes where no limit could be shown. */
export function infiniteSum<T>(ev: Evaluator<T>, e: Expr, op: string, from: Float64Array, to: Float64Array): Value<T> {
  if (op !== "sum") throw new NotUnderstood("product/infinite", "an infinite product", e.span);
  if (from.some((x) => x === Number.NEGATIVE_INFINITY)) return bothWays(ev, e, from, to);
  if (!to.every((x) => x === Number.POSITIVE_INFINITY)) throw new NotUnderstood("sum/bounds", "the bounds of this sum are not integers", e.span);
  return scalar(seriesLanes(ev.A, ev.frame.width, (first, count, lanes) => {
    const map = new Int32Array(lanes.length * count);
    const index = new Float64Array(lanes.length * count);
    lanes.forEach((lane, l) => {
      for (let k = 0; k < count; k++) {
        map[l * count + k] = lane;
        index[l * count + k] = from[lane] + first + k;
      }
    });
    const inner = ev.widen(map).with(String(e.data?.bound), scalar(ev.A.numbers(index)));
    const x = inner.scalar(e.args[0]);
    return ev.A.width(x) === map.length ? x : ev.A.gather(x, new Int32Array(map.length));
  }));
}

/** From minus infinity: the terms below zero are added from zero down. */
function bothWays<T>(ev: Evaluator<T>, e: Expr, from: Float64Array, to: Float64Array): Value<T> {
  if (!from.every((x) => x === Number.NEGATIVE_INFINITY) || !to.every((x) => x === Number.POSITIVE_INFINITY)) throw new NotUnderstood("sum/bounds", "the bounds of this sum", e.span);
  const { A } = ev;
  const up = infiniteSum(ev, e, "sum", new Float64Array(ev.frame.width), to);
  const bound = String(e.data?.bound);
  const flipped = node("bind", [e.args[0], node("neg", [symbol(bound)], e.span)], e.span, bound, { bound });
  const down = infiniteSum(ev, { ...e, args: [flipped, e.args[1], e.args[2]] }, "sum", new Float64Array(ev.frame.width).fill(1), to);
  return scalar(A.add(ev.number(up, e), ev.number(down, e)));
}
