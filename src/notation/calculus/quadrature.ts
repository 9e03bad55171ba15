/** Definite integrals of an expression, in every lane at once. */
import { column, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { NotUnderstood, scalar } from "../../expression/value";
import { Unsupported } from "../../numeric/arithmetic";
import { closedIntegral, diverges } from "../../numeric/closedIntegrals";
import { integrate } from "../../numeric/quadrature";
import { breaksOf } from "./breaks";
import { integrandOnLogarithmicScale } from "./logarithmic-scale";
import { oscillatory } from "./oscillatory";
import { nearEnds } from "./singular-ends";

/** ∫ body d(bound) from `from` to `to`; undefined lanes where the integral diverges or could not be shown to converge. */
export function quadrature<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T, e: Expr): T {
  const { A } = ev;
  void e;
  const closed = inClosedForm(ev, body, bound, from, to);
  if (closed !== undefined) return closed;
  const integrand = (lane: Int32Array, x: T): T => {
    ev.fuel.spend(lane.length);
    const value = ev.widen(lane).with(bound, scalar(x)).scalar(body);
    return A.width(value) === lane.length ? value : A.gather(value, new Int32Array(lane.length));
  };
  if (A.name !== "precise" && growsFarOut(ev, from, to, integrand)) return A.numbers(new Float64Array(ev.frame.width).fill(Number.NaN));
  const wave = oscillatory(ev, body, bound, from, to, integrand);
  if (wave !== undefined) return wave;
  const found = integrate(A, from, to, integrand, ev.frame.width, { panels: 60, breaks: breaksOf(ev, body, bound) });
  return A.toNumbers(found).every(Number.isNaN) ? (slowly(ev, body, bound, from, to, e) ?? fromEnds(ev, body, bound, from, to, e) ?? found) : found;
}

/** Half of a finite range from each end, in the distance from that end. */
function fromEnds<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T, e: Expr): T | undefined {
  const { A } = ev;
  const near = e.op === "integral" && [from, to].every((x) => ev.lanes(x).every(Number.isFinite)) ? nearEnds(body, bound, e.args[1], e.args[2]) : undefined;
  if (!near) return undefined;
  const half = A.mul(A.sub(to, from), A.number(0.5));
  const part = (f: Expr): T =>
    integrate(
      A,
      A.number(0),
      half,
      (lane, u) => {
        ev.fuel.spend(lane.length);
        const value = ev.widen(lane).with(bound, scalar(u)).scalar(f);
        return A.width(value) === lane.length ? value : A.gather(value, new Int32Array(lane.length));
      },
      ev.frame.width,
      { panels: 60 },
    );
  return A.add(part(near.lower), part(near.upper));
}

/** Out to infinity with log x for the variable, where the integrand dies away no faster than 1/(x log² x). */
function slowly<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T, e: Expr): T | undefined {
  const { A } = ev;
  const scaled =
    ev.lanes(to).every((x) => x === Number.POSITIVE_INFINITY) && ev.lanes(from).every((x) => x > 0) ? integrandOnLogarithmicScale(body, bound) : undefined;
  return scaled && quadrature(ev, scaled, bound, A.call1("log", from), to, e);
}

/** A closed form is taken where it keeps this many digits; where a polynomial cancels more of them, nodes see more. */
const KEPT = 1e-11;

/** The integral of polynomials and exponentials; undefined where the integrand is something else, or too much cancels. */
function inClosedForm<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T): T | undefined {
  const { A } = ev;
  if (A.complex === true || A.name === "modular" || (ev.seeds.length > 0 && ev.frame.rootLane)) return undefined;
  try {
    const f = ev.exponentials(bound).scalar(body);
    if (diverges(A, f, from, to)) return A.number(Number.NaN);
    const value = closedIntegral(A, f, from, to);
    const errors = A.errors(value);
    return A.toNumbers(value).every((x, i) => errors[i] <= KEPT * Math.max(Math.abs(x), 0.01)) ? value : undefined;
  } catch (error) {
    if (error instanceof Unsupported || error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

const FAR = [1e3, 1e5, 1e7];

/** Whether |x f(x)| grows and grows towards an infinite end in every lane: no such integral converges, and the search for it is long. */
function growsFarOut<T>(ev: Evaluator<T>, from: T, to: T, integrand: (lane: Int32Array, x: T) => T): boolean {
  const { A } = ev;
  const { width } = ev.frame;
  const ends = [from, to].map((end) => A.toNumbers(end)).map((v) => (v.every((x) => x === v[0]) ? v[0] : Number.NaN));
  const sign = ends.includes(Number.POSITIVE_INFINITY) ? 1 : ends.includes(Number.NEGATIVE_INFINITY) ? -1 : 0;
  if (sign === 0) return false;
  const lanes = repeated(width, FAR.length);
  const points = column(lanes.length, (i) => sign * FAR[i % FAR.length]);
  const values = A.toNumbers(integrand(lanes, A.numbers(points)));
  const size = (i: number) => Math.abs(values[i] * points[i]);
  return Array.from({ length: width }, (_, k) => FAR.length * k).every(
    (i) => size(i) > 0 && size(i + 1) > 10 * size(i) && size(i + 2) > 10 * size(i + 1) && size(i + 2) < Number.POSITIVE_INFINITY,
  );
}
