/** Definite integrals of an expression, in every lane at once. */
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { NotUnderstood } from "../expression/value";

export function quadrature<T>(_ev: Evaluator<T>, _body: Expr, _bound: string, _from: T, _to: T, e: Expr): T {
  throw new NotUnderstood("integral/not-yet", "integrals", e.span);
}
