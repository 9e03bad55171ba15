/** What candidates for one step have in common is evaluated once. */
import type { Fuel } from "../base/fuel";
import { Evaluator, Frame, type Model } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import type { Value } from "../expression/value";
import { MEANINGS } from "../notation/index";
import type { Arithmetic } from "../numeric/arithmetic";

/** An evaluator that keeps what expressions are worth where no name is bound. */
export class KeepingEvaluator<T> extends Evaluator<T> {
  constructor(A: Arithmetic<T>, worlds: Int32Array, model: Model, fuel: Fuel) {
    super(A, new Frame(A, worlds.length, worlds), model, MEANINGS, fuel);
  }

  override evaluate(e: Expr): Value<T> {
    return e.args.length === 0 ? super.evaluate(e) : this.frame.once(e, () => super.evaluate(e));
  }
}
