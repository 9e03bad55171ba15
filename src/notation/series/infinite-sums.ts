/** Sums to infinity: terms in blocks, accelerated lane by lane, refused where they do not converge. */
import { column, indices, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, some, symbol } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { seriesLanes } from "../../numeric/series";
import { limitLanes } from "../calculus/extrapolation";

/** Adds up (or, through logarithms, multiplies) the terms from `from`; undefined lanes where no limit could be shown. */
export function infiniteSum<T>(ev: Evaluator<T>, e: Expr, op: string, from: Float64Array, to: Float64Array): Value<T> {
  if (op !== "sum") return infiniteProduct(ev, e, from, to);
  if (from.some((x) => x === Number.NEGATIVE_INFINITY)) return bothWays(ev, e, from, to);
  if (!to.every((x) => x === Number.POSITIVE_INFINITY)) throw new NotUnderstood("sum/bounds", "the bounds of this sum are not integers", e.span);
  const { A } = ev;
  for (const count of hasFreeTerms(ev, e) ? [64] : [256, 4096]) {
    const total = A.linear(termColumn(ev, e, from, count), (values, errors) => accelerate(values, errors, ev.frame.width, count));
    if (!A.toNumbers(total).some(Number.isNaN)) return scalar(total);
    if (count === 4096) return scalar(fromOne(ev, e, from, total));
  }
  throw new NotUnderstood("sum/not-converged", "this sum was not seen to converge", e.span);
}

/** Whether terms of a sequence that nothing defines are added: where they do not end soon there is no pattern to accelerate. */
const hasFreeTerms = <T>(ev: Evaluator<T>, e: Expr): boolean =>
  some(e.args[0], (n) => n.op === "indexed" && ev.model.formula?.(n.name ?? "") === undefined && n.args.some((a) => hasSymbol(a, String(e.data?.bound))));

/** Factors that are multiplied one by one before logarithms are summed: those far out are near one. */
const HEAD = 32;

/** The first factors, times the exponential of the sum of the logarithms of the others. */
function infiniteProduct<T>(ev: Evaluator<T>, e: Expr, from: Float64Array, to: Float64Array): Value<T> {
  if (!to.every((x) => x === Number.POSITIVE_INFINITY) || !from.every(Number.isFinite))
    throw new NotUnderstood("product/infinite", "an infinite product", e.span);
  const bound = String(e.data?.bound);
  const [body, first] = e.args;
  const later = node("add", [first, node("number", [], e.span, String(HEAD))], e.span);
  const last = node("add", [first, node("number", [], e.span, String(HEAD - 1))], e.span);
  const tail = node("sum", [node("call", [body], e.span, "log"), later, e.args[2]], e.span, bound, { bound });
  const product = ev.scalar(node("mul", [{ ...e, args: [body, first, last] }, node("call", [tail], e.span, "exp")], e.span));
  if (!ev.A.toNumbers(product).some(Number.isNaN)) return scalar(product);
  // factors whose difference from one cancels: the partial products are extrapolated
  const count = symbol("\u0000count", e.span);
  return scalar(limitLanes(ev, { ...e, args: [body, first, count] }, "\u0000count", ev.A.constant("infinity"), 0, e));
}

/** Sums that begin late, as the sum from 1 without its first terms: extrapolation in powers of 1/n wants terms counted by their own index. */
function fromOne<T>(ev: Evaluator<T>, e: Expr, from: Float64Array, total: T): T {
  const { A } = ev;
  const late = from[0];
  if (!(late > 1 && late <= 64) || !from.every((x) => x === late)) return total;
  const count = 4096;
  const { width } = ev.frame;
  const all = termColumn(ev, e, new Float64Array(width).fill(1), count);
  const whole = A.linear(all, (values, errors) => accelerate(values, errors, width, count));
  const head = termColumn(ev, e, new Float64Array(width).fill(1), late - 1);
  const first = A.segmentSum(
    A.width(head) === 1 ? A.gather(head, new Int32Array(width * (late - 1))) : head,
    indices(width + 1, (i) => i * (late - 1)),
  );
  const missing = A.numbers(A.toNumbers(total).map((v) => (Number.isNaN(v) ? 1 : 0)));
  return A.select(missing, A.sub(whole, first), total);
}

/** `count` terms of every lane, lane-major. */
function termColumn<T>(ev: Evaluator<T>, e: Expr, from: Float64Array, count: number): T {
  const width = ev.frame.width;
  ev.fuel.spend(2 * width * count);
  const map = repeated(width, count);
  const index = column(width * count, (k) => from[Math.floor(k / count)] + (k % count));
  const x = ev
    .widen(map)
    .with(String(e.data?.bound), scalar(ev.A.numbers(index)))
    .scalar(e.args[0]);
  return ev.A.width(x) === map.length ? x : ev.A.gather(x, new Int32Array(map.length));
}

/** The sums of the series whose first `count` terms are given, by acceleration; NaN where they do not settle it. */
function accelerate(values: Float64Array, errors: Float64Array, lanes: number, count: number): { values: Float64Array; errors: Float64Array } {
  const block = (all: Float64Array, first: number, n: number) => column(lanes * n, (k) => all[Math.floor(k / n) * count + first + (k % n)]);
  const sums = seriesLanes(lanes, (first, n) => ({ values: block(values, first, n), errors: block(errors, first, n) }), { terms: count });
  return { values: Float64Array.from(sums, (s) => s.value), errors: Float64Array.from(sums, (s) => s.error) };
}

/** From minus infinity: the terms below zero are added from zero down. */
function bothWays<T>(ev: Evaluator<T>, e: Expr, from: Float64Array, to: Float64Array): Value<T> {
  if (!from.every((x) => x === Number.NEGATIVE_INFINITY) || !to.every((x) => x === Number.POSITIVE_INFINITY))
    throw new NotUnderstood("sum/bounds", "the bounds of this sum", e.span);
  const { A } = ev;
  const up = infiniteSum(ev, e, "sum", new Float64Array(ev.frame.width), to);
  const bound = String(e.data?.bound);
  const flipped = node("bind", [e.args[0], node("neg", [symbol(bound)], e.span)], e.span, bound, { bound });
  const down = infiniteSum(ev, { ...e, args: [flipped, e.args[1], e.args[2]] }, "sum", new Float64Array(ev.frame.width).fill(1), to);
  return scalar(A.add(ev.number(up, e), ev.number(down, e)));
}
