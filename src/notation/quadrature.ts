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
  return integrate(A, from, to, integrand, ev.frame.width, { panels: 60 });
}
