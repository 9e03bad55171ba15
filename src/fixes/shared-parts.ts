/** What candidates for one step have in common is evaluated once. */
import type { Fuel } from "../base/fuel";
import { Evaluator, Frame, type Model } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import type { Value } from "../expression/value";
import { MEANINGS } from "../notation/index";
import type { Arithmetic } from "../numeric/arithmetic";

/** Makes one node of all that say the same, wherever they stand: the places of the result mean nothing. */
export class SharedParts {
  private readonly known = new Map<string, Expr>();
  private readonly numbers = new Map<Expr, number>();

  of(e: Expr): Expr {
    const args = e.args.map((a) => this.of(a));
    const key = `${e.op}\0${e.name ?? "\u0001"}\0${e.data ? JSON.stringify(e.data) : ""}\0${args.map((a) => this.numbers.get(a)).join()}`;
    const before = this.known.get(key);
    if (before) return before;
    const made: Expr = { ...e, args };
    this.known.set(key, made);
    this.numbers.set(made, this.numbers.size);
    return made;
  }
}

/** An evaluator that keeps what expressions are worth where no name is bound. */
export class KeepingEvaluator<T> extends Evaluator<T> {
  constructor(A: Arithmetic<T>, worlds: Int32Array, model: Model, fuel: Fuel) {
    super(A, new Frame(A, worlds.length, worlds), model, MEANINGS, fuel);
  }

  override evaluate(e: Expr): Value<T> {
    return e.args.length === 0 ? super.evaluate(e) : this.frame.once(e, () => super.evaluate(e));
  }
}
