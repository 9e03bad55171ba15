/** Limits of an expression, in every lane at once: sampled along geometric sequences and extrapolated, from both sides where no side is said. */

import { column, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, some } from "../../expression/tree";
import { NotUnderstood, scalar } from "../../expression/value";
import type { Arithmetic } from "../../numeric/arithmetic";
import {
  DENSE_GRID,
  FACTORIAL_GRID,
  FAR_GRID,
  INTEGER_GRID,
  LIMIT_GRID,
  type LimitGrid,
  LOGARITHM_GRID,
  limitOf,
  NEARER_GRID,
  SHORT_INTEGER_GRID,
  stepsOf,
} from "../../numeric/limits";
import { withFormulas } from "../functions/inlined-formulas";
import { gathered } from "../series/gathered";
import { centralLimit } from "./central-limits";
import { onLogarithmicScale } from "./logarithmic-scale";

/** An error above this share of a value leaves too little of it to compare. */
const VAGUE = 1e-10;

/** Whether a body makes sense only at whole numbers: it indexes by the variable, takes its factorial, alternates with it. */
function needsIntegers(body: Expr, bound: string): boolean {
  const mentions = (e: Expr): boolean => hasSymbol(e, bound);
  return some(body, (n) => {
    if (n.op === "indexed") return n.args.some(mentions);
    if (n.op === "call" && /^(factorial|binomial|factorial2|mod|gcd)$/.test(n.name ?? "")) return n.args.some(mentions);
    return n.op === "pow" && n.args[0].op === "neg" && mentions(n.args[1]);
  });
}

const sumsUpTo = (body: Expr, bound: string): boolean => some(body, (n) => /^(sum|prod)/.test(n.op) && n.args.slice(1).some((a) => hasSymbol(a, bound)));

function integerGrid(body: Expr, bound: string): LimitGrid | undefined {
  if (sumsUpTo(body, bound)) return SHORT_INTEGER_GRID;
  if (some(body, (n) => n.op === "call" && /^(factorial|binomial|factorial2|gamma)$/.test(n.name ?? "") && hasSymbol(n, bound))) return FACTORIAL_GRID;
  return needsIntegers(body, bound) || /^[nmkNM]$/.test(bound) ? INTEGER_GRID : undefined;
}

/**
 * lim body as `bound` tends to `to` (finite, or infinite in all lanes). Undefined lanes where the values do not settle, or settle at different values on the
 * two sides; where the body exists on one side only, that side counts.
 */
export function limitLanes<T>(ev: Evaluator<T>, whole: Expr, bound: string, to: T, side: number, e: Expr): T {
  const { A } = ev;
  const body = gathered(withFormulas(whole, bound, ev.model), bound);
  const targets = ev.lanes(to);
  const infinite = targets.filter((x) => Math.abs(x) === Number.POSITIVE_INFINITY).length;
  if (infinite > 0 && infinite < targets.length)
    throw new NotUnderstood("limit/point", "the point of this limit is finite in some places and infinite in others", e.span);
  if (infinite > 0) {
    const sign = Math.sign(targets[0]);
    const counted = sign > 0 ? integerGrid(body, bound) : undefined;
    const out = (grid: LimitGrid): T => along(ev, body, bound, grid, (h) => A.numbers(h.map((x) => (counted ? Math.round(1 / x) : sign / x))));
    if (sumsUpTo(body, bound) || needsIntegers(body, bound)) return out(counted ?? LIMIT_GRID);
    // what overflows soon, e^{x²}, has too few values in the others
    const dense = (): T => along(ev, body, bound, DENSE_GRID, (h) => A.numbers(h.map((x) => sign / x)));
    const found = orElse(
      A,
      orElse(A, out(counted ?? LIMIT_GRID), () => out(FAR_GRID)),
      dense,
    );
    const slow = sign > 0 ? onLogarithmicScale(body, bound) : undefined;
    const settled = (body: Expr, grid: LimitGrid): T => along(ev, body, bound, grid, (h) => A.numbers(h.map((x) => 1 / x)));
    return slow
      ? fartherOut(
          A,
          found,
          orElse(A, settled(slow, LIMIT_GRID), () => settled(slow, LOGARITHM_GRID)),
        )
      : found;
  }
  const near = (grid: LimitGrid, direction: number): T =>
    along(ev, body, bound, grid, (h, map) => A.add(A.width(to) === 1 ? to : A.gather(to, map), A.numbers(h.map((x) => direction * x))));
  const shifted = (direction: number): T =>
    targets.every((x) => x === 0)
      ? orElse(
          A,
          orElse(A, near(LIMIT_GRID, direction), () => near(FAR_GRID, direction)),
          () => near(DENSE_GRID, direction),
        )
      : near(LIMIT_GRID, direction);
  if (side !== 0) return shifted(side);
  const central = sharper(A, bothSides(ev, shifted(1), shifted(-1)), () => centralLimit(ev, body, bound, to));
  return sharper(A, central, () => centralLimit(ev, body, bound, to, NEARER_GRID));
}

/** A column, with its undefined lanes taken from another one. */
function orElse<T>(A: Arithmetic<T>, x: T, other: () => T): T {
  const missing = A.toNumbers(x).map((v) => (Number.isNaN(v) ? 1 : 0));
  return missing.includes(1) ? A.select(A.numbers(missing), other(), x) : x;
}

/** A column, with the lanes taken from one that looks farther out where that one knows otherwise: (log x)⁹ is above √x for long. */
function fartherOut<T>(A: Arithmetic<T>, x: T, far: T): T {
  const known = A.toNumbers(far);
  const take = A.toNumbers(x).map((v, k) => {
    const w = known[known.length === 1 ? 0 : k];
    const near = v === w || (Number.isFinite(v) && Math.abs(v - w) <= 1e-5 * Math.max(1, Math.abs(v)));
    return !Number.isNaN(w) && !near ? 1 : 0;
  });
  return take.includes(1) ? A.select(A.numbers(take), far, x) : x;
}

/** A column, with its undefined lanes and those whose error is too large to compare by taken from another one that knows them better. */
function sharper<T>(A: Arithmetic<T>, x: T, other: () => T): T {
  const [values, errors] = [A.toNumbers(x), A.errors(x)];
  const error = (e: Float64Array, k: number): number => e[e.length === 1 ? 0 : k];
  const isVague = (k: number): boolean => Number.isNaN(values[k]) || error(errors, k) > VAGUE * Math.abs(values[k]) + 1e-300;
  const found = values.some((v, k) => Math.abs(v) !== Number.POSITIVE_INFINITY && v !== 0 && isVague(k)) ? other() : undefined;
  if (found === undefined) return x;
  const [better, bounds] = [A.toNumbers(found), A.errors(found)];
  const at = (k: number): number => (better.length === 1 ? 0 : k);
  const take = values.map((v, k) => (isVague(k) && !Number.isNaN(better[at(k)]) && (Number.isNaN(v) || error(bounds, k) < error(errors, k)) ? 1 : 0));
  return take.includes(1) ? A.select(A.numbers(take), found, x) : x;
}

/** Samples the body at the points that a grid of h gives, and extrapolates every lane. */
function along<T>(ev: Evaluator<T>, body: Expr, bound: string, grid: LimitGrid, points: (h: Float64Array, map: Int32Array) => T): T {
  const { A } = ev;
  const steps = stepsOf(grid);
  const count = steps.length;
  const { width } = ev.frame;
  const map = repeated(width, count);
  const h = column(width * count, (k) => steps[k % count]);
  const x = ev
    .widen(map)
    .with(bound, scalar(points(h, map)))
    .scalar(body);
  // what does not depend on the variable is its own limit
  if (A.width(x) === 1) return x;
  const wide = A.width(x) === map.length ? x : A.gather(x, new Int32Array(map.length));
  // an extrapolation costs several evaluations a point
  ev.fuel.spend(8 * map.length);
  return A.linear(wide, (values, errors) => {
    const found = Array.from({ length: width }, (_, lane) =>
      limitOf(values.subarray(lane * count, (lane + 1) * count), errors.subarray(lane * count, (lane + 1) * count), grid),
    );
    return { values: Float64Array.from(found, (f) => f?.value ?? Number.NaN), errors: Float64Array.from(found, (f) => f?.error ?? 0) };
  });
}

/** The common value of both sides; the only one where the other is undefined. */
function bothSides<T>(ev: Evaluator<T>, right: T, left: T): T {
  const { A } = ev;
  const [r, l] = [right, left].map((x) => ({ values: ev.lanes(x), errors: A.errors(x) }));
  const at = (errors: Float64Array, lane: number) => errors[errors.length === 1 ? 0 : lane];
  const pick = Float64Array.from(r.values, (v, lane) => {
    const w = l.values[lane];
    if (Number.isNaN(v) || Number.isNaN(w)) return Number.isNaN(v) ? -1 : 1;
    if (v === w) return 1;
    if (Math.abs(v) === Number.POSITIVE_INFINITY || Math.abs(w) === Number.POSITIVE_INFINITY) return 0;
    const slack = 20 * (at(r.errors, lane) + at(l.errors, lane)) + 1e-9 * Math.max(Math.abs(v), Math.abs(w));
    return Math.abs(v - w) <= slack ? (at(r.errors, lane) <= at(l.errors, lane) ? 1 : -1) : 0;
  });
  const is = (value: number): T => A.numbers(pick.map((p) => (p === value ? 1 : 0)));
  return A.select(is(1), right, A.select(is(-1), left, A.number(Number.NaN)));
}
