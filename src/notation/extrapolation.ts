/** Limits of an expression, in every lane at once. */
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { NotUnderstood } from "../expression/value";

export function limitLanes<T>(_ev: Evaluator<T>, _body: Expr, _bound: string, _to: T, _side: number, e: Expr): T {
  throw new NotUnderstood("limit/not-yet", "limits", e.span);
}
