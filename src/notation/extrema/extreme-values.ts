/** The largest or smallest value of an expression over an interval, a ray or the whole numbers, in every lane at once: a grid, then closer grids about the best point. */
import { column, indices, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, node, symbol } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { limitLanes } from "../calculus/extrapolation";

export type Extreme = "max" | "min";

/** The signs of extreme values, by their names. */
export const EXTREMES: Readonly<Record<string, Extreme>> = { max: "max", min: "min", sup: "max", inf: "min" };

/** Points of the first grid, and of each closer one. */
const FIRST = 240;
const CLOSER = 24;
const ROUNDS = 11;
/** How near to an end that does not belong to the interval points are taken. */
const EDGE = 1e-12;
const ROUGH = 4e-11;
/** Points in all lanes that are evaluated at once, at most. */
const WIDEST = 2_000_000;

export interface Ends {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: { readonly low: boolean; readonly high: boolean };
}

/** From (0, 1) to the interval: evenly where it is finite, further and further where it is not. */
function place(low: number, high: number, t: number): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) * t;
  if (Number.isFinite(low)) return low + t / (1 - t);
  if (Number.isFinite(high)) return high - (1 - t) / t;
  return (2 * t - 1) / (t * (1 - t));
}

/** `\max-reals` and its like: the body, the ends, the name bound. */
export function extremeOverReals<T>(e: Expr, ev: Evaluator<T>, sign: 1 | -1): Value<T> {
  if (ev.A.complex || ev.A.name === "modular" || ev.A.name === "precise")
    throw new NotUnderstood("extremum/arithmetic", "an extreme value in this arithmetic", e.span);
  const [low, high] = e.args.slice(1, 3).map((bound) => ev.lanes(ev.scalar(bound)));
  const open = { low: e.data?.openLow === true, high: e.data?.openHigh === true };
  if (low.some((x, i) => !(x < high[i]))) return ev.frame.width === 0 || low.some((x, i) => x > high[i]) ? scalar(ev.A.number(Number.NaN)) : only(e, ev);
  return e.data?.whole ? overWhole(e, ev, low, high, sign) : overInterval(e, ev, { low, high, open }, sign);
}

const only = <T>(e: Expr, ev: Evaluator<T>): Value<T> => scalar(at(e, ev, ev.lanes(ev.scalar(e.args[1]))));

/** The body at one point a lane. */
const at = <T>(e: Expr, ev: Evaluator<T>, points: Float64Array): T => ev.with(String(e.data?.bound), scalar(ev.A.numbers(points))).scalar(e.args[0]);

/** The position of the best of `count` points a lane; -1 where the body is defined at none. */
function best<T>(e: Expr, ev: Evaluator<T>, count: number, sign: number, point: (lane: number, k: number) => number): Int32Array {
  const { width } = ev.frame;
  if (width * count > WIDEST) throw new NotUnderstood("work/too-much", "extreme values within extreme values take too many points", e.span);
  const map = repeated(width, count);
  const points = column(width * count, (k) => point(Math.floor(k / count), k % count));
  const wide = ev.widen(map);
  const values = wide.lanes(at(e, wide, points));
  return indices(width, (lane) => {
    let found = -1;
    for (let k = 0; k < count; k++)
      if (Number.isFinite(values[lane * count + k]) && (found < 0 || sign * values[lane * count + k] > sign * values[lane * count + found])) found = k;
    return found;
  });
}

interface Search {
  /** The best place of each lane, as a part of the interval; NaN where the body is defined nowhere. */
  readonly centre: Float64Array;
  /** The parts at which the ends are taken. */
  readonly first: number;
  readonly last: number;
}

const closed = (x: Float64Array, isOpen: boolean): boolean => !isOpen && x.every(Number.isFinite);

/** A grid, then closer grids about the best point. */
function searched<T>(e: Expr, ev: Evaluator<T>, { low, high, open }: Ends, sign: number): Search {
  const [first, last] = [closed(low, open.low) ? 0 : EDGE, closed(high, open.high) ? 1 : 1 - EDGE];
  const t0 = (k: number): number => (k === 0 ? first : k === FIRST - 1 ? last : k / (FIRST - 1));
  let centre = Float64Array.from(
    best(e, ev, FIRST, sign, (lane, k) => place(low[lane], high[lane], t0(k))),
    (k) => (k < 0 ? Number.NaN : t0(k)),
  );
  let step = 1 / (FIRST - 1);
  const near = (c: number, k: number): number => Math.min(last, Math.max(first, c + step * ((2 * k) / CLOSER - 1)));
  for (let round = 0; round < ROUNDS; round++) {
    const found = best(e, ev, CLOSER + 1, sign, (lane, k) => place(low[lane], high[lane], near(centre[lane], k)));
    centre = centre.map((c, lane) => (found[lane] < 0 ? c : near(c, found[lane])));
    step *= 2 / CLOSER;
  }
  return { centre, first, last };
}

/** Where the body is best in an interval, on the line; NaN where it grows towards an end that does not belong to it. */
export function placeOfExtreme<T>(e: Expr, ev: Evaluator<T>, ends: Ends, sign: number): Float64Array {
  const { centre, first, last } = searched(e, ev, ends, sign);
  const isEnd = (t: number, edge: number, end: Float64Array, open: boolean): boolean => Math.abs(t - edge) < 1e-9 && !closed(end, open);
  return centre.map((t, lane) =>
    isEnd(t, first, ends.low, ends.open.low) || isEnd(t, last, ends.high, ends.open.high) ? Number.NaN : place(ends.low[lane], ends.high[lane], t),
  );
}

function overInterval<T>(e: Expr, ev: Evaluator<T>, ends: Ends, sign: 1 | -1): Value<T> {
  const { low, high, open } = ends;
  const { centre, first, last } = searched(e, ev, ends, sign);
  const inner = at(
    e,
    ev,
    centre.map((t, lane) => place(low[lane], high[lane], t)),
  );
  const atEdge = (edge: number, end: Float64Array, direction: number, isClosed: boolean): T | undefined =>
    isClosed || !centre.some((t) => Math.abs(t - edge) < 1e-9) ? undefined : limitLanes(ev, e.args[0], String(e.data?.bound), ev.A.numbers(end), direction, e);
  const edges = [atEdge(first, low, 1, closed(low, open.low)), atEdge(last, high, -1, closed(high, open.high))];
  const { A } = ev;
  const chosen = edges.reduce<T>(
    (value, edge, i) => (edge === undefined ? value : A.select(A.numbers(centre.map((t) => (Math.abs(t - (i ? last : first)) < 1e-9 ? 1 : 0))), edge, value)),
    inner,
  );
  return scalar(rough(ev, chosen));
}

/** With the error that a search leaves. */
const rough = <T>(ev: Evaluator<T>, x: T): T =>
  ev.A.linear(x, (values, errors) => ({
    values: Float64Array.from(values),
    errors: Float64Array.from(errors, (r, i) => r + ROUGH * Math.abs(values[i]) + 1e-15),
  }));

/** Over whole numbers: the first of them one by one, those far out by their limit. */
function overWhole<T>(e: Expr, ev: Evaluator<T>, low: Float64Array, high: Float64Array, sign: 1 | -1): Value<T> {
  if (!low.every(Number.isFinite)) throw new NotUnderstood("extremum/set", "an extreme value over all whole numbers", e.span);
  const from = low.map((x) => Math.ceil(x - 1e-12) + (e.data?.openLow && Math.abs(x - Math.round(x)) < 1e-12 ? 1 : 0));
  const to = high.map((x) => Math.floor(x + 1e-12) - (e.data?.openHigh && Math.abs(x - Math.round(x)) < 1e-12 ? 1 : 0));
  const endless = to.every((x) => x === Number.POSITIVE_INFINITY);
  if (!endless && to.some((x, i) => !(x - from[i] < 5000))) throw new NotUnderstood("extremum/set", "an extreme value over very many whole numbers", e.span);
  const count = endless ? FIRST : Math.max(...to.map((x, i) => x - from[i] + 1));
  const found = best(e, ev, count, sign, (lane, k) => (k <= to[lane] - from[lane] ? from[lane] + k : Number.NaN));
  const value = at(
    e,
    ev,
    Float64Array.from(found, (k, lane) => (k < 0 ? Number.NaN : from[lane] + k)),
  );
  if (!endless) return scalar(value);
  const { A } = ev;
  const far = limitLanes(ev, e.args[0], String(e.data?.bound), A.number(Number.POSITIVE_INFINITY), 0, e);
  return scalar(A.call2(sign > 0 ? "max" : "min", value, far));
}

/** The node of the extreme value of a body over a range. */
export function extremeNode(
  kind: Extreme,
  body: Expr,
  range: { name: string; low: Expr; high: Expr; openLow: boolean; openHigh: boolean; whole: boolean; conditions: readonly Expr[] },
  span: Expr["span"],
  written: string,
): Expr {
  const nowhere = node("div", [node("number", [], span, "0"), node("number", [], span, "0")], span);
  const inner = range.conditions.reduceRight((e, c) => node("where", [e, c, nowhere], span), body);
  const { openLow, openHigh, whole } = range;
  const searched =
    range.conditions.length > 0 ||
    [range.low, range.high].some(
      (b) =>
        b.op !== "number" &&
        (b.op === "symbol" ? b.name === "\\infty" : b.op === "neg" && b.args[0].op === "symbol" && b.args[0].name === symbol("\\infty").name),
    );
  return node(`${kind}-reals`, [inner, range.low, range.high], span, range.name, { bound: range.name, openLow, openHigh, whole, written, searched });
}
