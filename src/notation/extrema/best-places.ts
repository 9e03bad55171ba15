/** Where an expression has its largest or smallest value: a number by a search over the line or an interval, a vector by the root of an affine gradient. */
import { column } from "../../base/columns";
import type { Evaluator, Model } from "../../expression/evaluator";
import { hasName } from "../../expression/occurrences";
import { type Expr, node, some, symbol } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { differentiate } from "../calculus/differentiation";
import { realRange } from "../calculus/real-ranges";
import { affineRoot } from "../matrices/affine-root";
import { type Ends, type Extreme, placeOfExtreme } from "./extreme-values";

/** Whether a name numbers the terms of something. */
export const isIndexIn = (body: Expr, name: string): boolean => some(body, (n) => n.op === "indexed" && n.args.some((a) => hasName(a, name)));

/** Whether a body speaks of a name through a function or a distribution that no formula gives. */
export const isOfUnknown = (body: Expr, name: string, { model }: { readonly model: Model }): boolean =>
  some(body, (n) => ((n.op === "apply" && model.formula?.(n.name ?? "") === undefined) || n.op === "statistic") && hasName(n, name));

/** The place of an `optimizer` node: NaN where no value is the largest. */
export function optimizer<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const [body, condition] = e.args;
  const name = e.name ?? "";
  const unclear = (why: string): never => {
    throw new NotUnderstood("optimizer/unknown", why, e.span);
  };
  if (ev.A.complex || ev.A.name !== "double") return unclear("where an expression is largest, in this arithmetic");
  if (e.data?.several) return unclear("where an expression of several names is largest");
  if (!hasName(body, name)) return unclear(`the expression does not speak of ${name}`);
  if (isIndexIn(body, name)) return unclear(`over which numbers ${name} runs is not said`);
  if (isOfUnknown(body, name, ev)) return unclear(`where a function of ${name} is largest that is not known`);
  const shape = ev.model.shape?.(name);
  const sign = e.data?.kind === "max" ? 1 : -1;
  if (shape && shape.rows * shape.cols > 1) return condition ? unclear("a vector under conditions") : ofVector(body, name, sign, e, ev);
  const range = condition ? realRange(name, [condition]) : undefined;
  if (condition && (!range || range.whole || range.conditions.length > 0)) return unclear("the set over which it is taken is no interval");
  const ends = range
    ? { low: ev.lanes(ev.scalar(range.low)), high: ev.lanes(ev.scalar(range.high)), open: { low: range.openLow, high: range.openHigh } }
    : { low: lane(ev, Number.NEGATIVE_INFINITY), high: lane(ev, Number.POSITIVE_INFINITY), open: { low: true, high: true } };
  const found = placeOfExtreme({ ...e, args: [body] }, ev, ends, sign);
  return scalar(refined(ev, body, name, attained(ev, body, name, found, ends), ends, e));
}

/** The values of the body at one place a lane. */
const valuesOf =
  <T>(ev: Evaluator<T>, body: Expr, name: string) =>
  (x: Float64Array): Float64Array =>
    ev.lanes(ev.with(name, scalar(ev.A.numbers(x))).scalar(body));

/** A place at an end of an interval is one only where there is a value. */
function attained<T>(ev: Evaluator<T>, body: Expr, name: string, found: Float64Array, { low, high }: Ends): Float64Array {
  const end = found.map((x, i) => {
    const near = (to: number): boolean => Number.isFinite(to) && Math.abs(x - to) <= NEAR * Math.max(1, Math.abs(to));
    return near(low[i]) ? low[i] : near(high[i]) ? high[i] : x;
  });
  const values = valuesOf(ev, body, name);
  const [at, mirrored] = [values(end), values(end.map((x) => -x))];
  // of two that are each other's mirror image the positive one is meant
  const isMirrored = (i: number): boolean => end[i] < 0 && -end[i] <= high[i] && Math.abs(at[i] - mirrored[i]) <= 1e-12 * Math.abs(at[i]);
  return end.map((x, i) => (Number.isFinite(at[i]) ? (isMirrored(i) ? -x : x) : Number.NaN));
}
const NEAR = 1e-8;

/** The largest or smallest value on the line, or of a vector: the value at its place. */
export function bestValue<T>(kind: Extreme, body: Expr, name: string, ev: Evaluator<T>, e: Expr): Value<T> {
  const place = optimizer(node("optimizer", [body], e.span, name, { bound: name, kind }), ev);
  return ev.with(name, place).evaluate(body);
}

const lane = <T>(ev: Evaluator<T>, x: number): Float64Array => column(ev.frame.width, () => x);

/** Half the width of the stretch about a place that is found by values alone, in parts of its size. */
const ABOUT = 1e-5;
const STEPS = 60;
/** What a value may change by at its ends, in parts of it. */
const STEEP = 0.02;
/** How far off the places are: roots of a derivative, and others. */
const CLOSE = 1e-13;
const ROUGH = 1e-10;

/** Closer to the place, by the sign of the derivative; where that does not change there, only an end of the interval is one. */
function refined<T>(ev: Evaluator<T>, body: Expr, name: string, found: Float64Array, ends: Ends, e: Expr): T {
  const { A } = ev;
  const slope = (x: Float64Array): T => ev.number(differentiate(ev.with(name, scalar(A.numbers(x))), body, symbol(name, e.span), e), e);
  const signs = (x: Float64Array): Float64Array => ev.lanes(slope(x));
  const about = found.map((x) => ABOUT * Math.max(1, Math.abs(x)));
  const sides = [found.map((x, i) => x - about[i]), found.map((x, i) => x + about[i])];
  let [low, high] = sides;
  const values = valuesOf(ev, body, name);
  // a value that runs away is not attained
  const settled = (x: Float64Array): Float64Array => {
    const [at, ...beside] = [x, ...sides].map(values);
    const far = (v: number, i: number): boolean => Math.abs(v - at[i]) > STEEP * Math.max(1, Math.abs(at[i]));
    return x.map((place, i) => (Number.isFinite(at[i]) && !beside.some((v) => far(v[i], i)) ? place : Number.NaN));
  };
  const [first, last] = [signs(low), signs(high)];
  const crosses = found.map((_, i) => (first[i] * last[i] < 0 ? 1 : 0));
  // elsewhere the search has ended where values could not be computed, or are all the same
  const isEnd = (i: number): boolean => found[i] === ends.low[i] || found[i] === ends.high[i];
  for (let step = 0; step < STEPS && crosses.includes(1); step++) {
    const middle = low.map((x, i) => (x + high[i]) / 2);
    const at = signs(middle);
    [low, high] = [low.map((x, i) => (at[i] * first[i] > 0 ? middle[i] : x)), high.map((x, i) => (at[i] * first[i] > 0 ? x : middle[i]))];
  }
  const places = A.numbers(settled(found.map((x, i) => (crosses[i] ? (low[i] + high[i]) / 2 : isEnd(i) ? x : Number.NaN))));
  return A.linear(places, (values, errors) => ({
    values: Float64Array.from(values),
    errors: Float64Array.from(errors, (error, i) => error + (crosses[i] ? CLOSE : ROUGH) * Math.max(1e-3, Math.abs(values[i]))),
  }));
}

/** The root of the gradient, where it is affine and the values about it are all on one side. */
function ofVector<T>(body: Expr, name: string, sign: number, e: Expr, ev: Evaluator<T>): Value<T> {
  const gradient = node("derivative", [body, symbol(name, e.span)], e.span);
  const root = affineRoot(node("affine-root", [gradient], e.span, name, { bound: name }), ev);
  if (root.kind !== "matrix") return root;
  const { A } = ev;
  const value = (entries: readonly T[]): Float64Array => ev.lanes(ev.with(name, { ...root, items: entries }).scalar(body));
  const there = value(root.items);
  const isBest = column(ev.frame.width, () => 1);
  root.items.forEach((_, k) => {
    for (const step of [-1, 1]) {
      const beside = value(root.items.map((x, i) => (i === k ? A.add(x, A.number(step)) : x)));
      beside.forEach((v, i) => {
        if (!(sign * (there[i] - v) > 0)) isBest[i] = Number.NaN;
      });
    }
  });
  return { ...root, items: root.items.map((x) => A.mul(x, A.numbers(isBest))) };
}
