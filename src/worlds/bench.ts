/** Where a step is tried: a model, the worlds that meet its conditions, and evaluators over them. */
import { Fuel, OutOfFuel } from "../base/fuel";
import { Evaluator, Frame } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { MEANINGS } from "../notation/index";
import type { Arithmetic } from "../numeric/arithmetic";
import { complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import type { WorldModel } from "./model";

/** Work that one trial may take, in evaluations of a node in a lane. */
export const FUEL = 6_000_000;

/** Where a scope is tried: its model, its worlds, and the work that is left. */
export class Bench {
  readonly fuel: Fuel;
  /** Filters that could not be evaluated: what they cost is not paid again. */
  private readonly open = new Set<Expr>();
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
    // most filters are met by most worlds
    const few = count <= FEW ? this.truths(run(first, FEW)) : undefined;
    if (few?.whole) for (let i = 0; i < FEW && found.length < count; i++) if (few.met[i]) found.push(first + i);
    if (few?.whole && found.length === count) return Int32Array.from(found);
    found.length = 0;
    for (let batch = 0; batch < BATCHES && found.length < count; batch++) {
      const ids = run(first + batch * BATCH, BATCH);
      const { met } = this.truths(ids);
      ids.forEach((id, i) => {
        if (met[i] && found.length < count) found.push(id);
      });
    }
    return Int32Array.from(found);
  }

  /** Those of some worlds that meet the filters of the scope. */
  met(worlds: Int32Array): Int32Array {
    if (this.model.parts.sorts.filters.length === 0) return worlds;
    const { met } = this.truths(worlds);
    return worlds.filter((_, i) => met[i]);
  }

  private truths(ids: Int32Array): Truths {
    const { filters, complex } = this.model.parts.sorts;
    return complex
      ? truthsIn(this.evaluator(complexOver(double), ids), filters, ids, this.open)
      : truthsIn(this.evaluator<Lane>(double, ids), filters, ids, this.open);
  }
}

/** Worlds that are looked at together, how many times at most, and before that. */
const BATCH = 128;
const BATCHES = 12;
const FEW = 32;

/** `count` worlds from `first` on. */
const run = (first: number, count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => first + i);

interface Truths {
  readonly met: readonly boolean[];
  /** All filters could be evaluated. */
  readonly whole: boolean;
}

function truthsIn<T>(ev: Evaluator<T>, filters: readonly Expr[], ids: Int32Array, open: Set<Expr>): Truths {
  const met = new Array<boolean>(ids.length).fill(true);
  let whole = open.size === 0;
  for (const filter of filters) {
    if (open.has(filter)) continue;
    try {
      const truth = ev.lanes(ev.scalar(filter));
      truth.forEach((t, i) => {
        if (t !== 1) met[i] = false;
      });
    } catch (error) {
      if (error instanceof OutOfFuel) throw error;
      // a filter that cannot be evaluated restricts nothing here; the ledger has said that it was not understood
      whole = false;
      open.add(filter);
    }
  }
  return { met, whole };
}
