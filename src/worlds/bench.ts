/** Where a step is tried: a model, the worlds that meet its conditions, and evaluators over them. */
import { Fuel, OutOfFuel } from "../base/fuel";
import { Evaluator, Frame } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { MEANINGS } from "../notation/index";
import type { Arithmetic } from "../numeric/arithmetic";
import { complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import type { WorldModel } from "./model";

export const FUEL = 6_000_000;

export class Bench {
  readonly fuel: Fuel;
  constructor(
    readonly model: WorldModel,
    fuel = FUEL,
    /** What all trials of a step share. */
    whole?: Fuel,
  ) {
    this.fuel = new Fuel(fuel, whole);
  }

  evaluator<T>(A: Arithmetic<T>, worlds: Int32Array, fuel: Fuel = this.fuel): Evaluator<T> {
    return new Evaluator(A, new Frame(A, worlds.length, worlds), this.model, MEANINGS, fuel);
  }

  /**
   * The first `count` worlds that meet the filters of the scope, from `first` on; fewer where they are rare. Worlds in which a filter is undefined are passed over.
   */
  worlds(count: number, first = 0): Int32Array {
    const { filters } = this.model.parts.sorts;
    if (filters.length === 0) return Int32Array.from({ length: count }, (_, i) => first + i);
    const found: number[] = [];
    for (let batch = 0; batch < 12 && found.length < count; batch++) {
      const ids = Int32Array.from({ length: 128 }, (_, i) => first + batch * 128 + i);
      const met = this.meets(filters, ids);
      ids.forEach((id, i) => {
        if (met[i] && found.length < count) found.push(id);
      });
    }
    return Int32Array.from(found);
  }

  private meets(filters: readonly Expr[], ids: Int32Array): boolean[] {
    return this.model.parts.sorts.complex
      ? this.truths(this.evaluator(complexOver(double), ids), filters, ids)
      : this.truths(this.evaluator<Lane>(double, ids), filters, ids);
  }

  private truths<T>(ev: Evaluator<T>, filters: readonly Expr[], ids: Int32Array): boolean[] {
    const ok = new Array<boolean>(ids.length).fill(true);
    for (const filter of filters) {
      try {
        const truth = ev.lanes(ev.scalar(filter));
        truth.forEach((t, i) => {
          if (t !== 1) ok[i] = false;
        });
      } catch (error) {
        if (error instanceof OutOfFuel) throw error;
        // a filter that cannot be evaluated restricts nothing here; the ledger has said that it was not understood
      }
    }
    return ok;
  }
}
