/** Definite integrals of an expression, in every lane at once. */
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { scalar } from "../expression/value";
import { integrate } from "../numeric/quadrature";

/** ∫ body d(bound) from `from` to `to`; undefined lanes where the integral diverges or could not be shown to converge. */
export function quadrature<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T, e: Expr): T {
  const { A } = ev;
  void e;
  const integrand = (lane: Int32Array, x: T): T => {
    ev.fuel.spend(lane.length);
    const value = ev.widen(lane).with(bound, scalar(x)).scalar(body);
    return A.width(value) === lane.length ? value : A.gather(value, new Int32Array(lane.length));
  };
  if (A.name !== "precise" && growsFarOut(ev, from, to, integrand)) return A.numbers(new Float64Array(ev.frame.width).fill(Number.NaN));
  return integrate(A, from, to, integrand, ev.frame.width, { panels: 60 });
}

const FAR = [1e3, 1e5, 1e7];

/** Whether |x f(x)| grows and grows towards an infinite end in every lane: no such integral converges, and the search for it is long. */
function growsFarOut<T>(ev: Evaluator<T>, from: T, to: T, integrand: (lane: Int32Array, x: T) => T): boolean {
  const { A } = ev;
  const { width } = ev.frame;
  const ends = [from, to].map((end) => A.toNumbers(end)).map((v) => (v.every((x) => x === v[0]) ? v[0] : Number.NaN));
  const sign = ends.includes(Number.POSITIVE_INFINITY) ? 1 : ends.includes(Number.NEGATIVE_INFINITY) ? -1 : 0;
  if (sign === 0) return false;
  const lanes = Int32Array.from({ length: width * FAR.length }, (_, i) => Math.floor(i / FAR.length));
  const points = Float64Array.from(lanes, (_, i) => sign * FAR[i % FAR.length]);
  const values = A.toNumbers(integrand(lanes, A.numbers(points)));
  const size = (i: number) => Math.abs(values[i] * points[i]);
  return Array.from({ length: width }, (_, k) => FAR.length * k).every(
    (i) => size(i) > 0 && size(i + 1) > 10 * size(i) && size(i + 2) > 10 * size(i + 1) && size(i + 2) < Number.POSITIVE_INFINITY,
  );
}
