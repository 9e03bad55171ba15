/** Shrinks a witness to small numbers that a person can check by hand. */
import { Fuel } from "../base/fuel";
import { inDoubles, type LaneOutcome } from "../checks/compare";
import { coordinateLabels } from "../checks/coordinates";
import type { Expr } from "../expression/tree";
import { Bench } from "../worlds/bench";
import { REALS } from "../worlds/draws";
import { WorldModel } from "../worlds/model";
import { smallTables } from "./small-tables";

export interface Shrunk {
  readonly bench: Bench;
  readonly world: number;
  readonly left: number;
  readonly right: number;
}

/** Tried in this order for every free number of the step. */
const SMALL = [1, 2, 3, 0, -1, 0.5, -2, 4, 5, 1.5, 0.25, -0.5, 6, 8, 10];
/** For entries of vectors and matrices, each begins elsewhere: a matrix of ones would hide what a step says. */
const ENTRIES = [1, 2, 0, -1, 3];
/** Single evaluations allowed. */
const WORK = 3_000_000;
const AT_MOST = 8;

/**
 * A witness near `world` in which as many free numbers as possible are small; the step must still fail there by `fails`.
 * Tables become small ones of simple fractions where the step fails with such, too; functions and large matrices stay as they were drawn.
 */
export function shrink(
  bench: Bench,
  sides: readonly [Expr, Expr],
  world: number,
  complex: boolean,
  fails: (outcome: LaneOutcome, left: number, right: number) => boolean,
): Shrunk | undefined {
  const fuel = new Fuel(WORK);
  let best: Shrunk | undefined;
  for (const small of smallTables(bench)) {
    const found = tryOut(small, sides, world, complex, new Map(), fuel);
    if (!found || !fails(found.outcome, found.left, found.right)) continue;
    best = found;
    break;
  }
  return shrinkNumbers(best?.bench ?? bench, sides, world, complex, fails, fuel) ?? best;
}

function shrinkNumbers(
  bench: Bench,
  sides: readonly [Expr, Expr],
  world: number,
  complex: boolean,
  fails: (outcome: LaneOutcome, left: number, right: number) => boolean,
  fuel: Fuel,
): Shrunk | undefined {
  const labels = coordinateLabels(bench, sides);
  if (labels.length === 0 || labels.filter((l) => !l.entry).length > AT_MOST) return undefined;
  let best: Shrunk | undefined;
  const fixed = new Map<string, number>();
  for (const [k, { label, within, integer, entry }] of labels.entries()) {
    for (const value of entry ? [...ENTRIES.slice(k % ENTRIES.length), ...ENTRIES.slice(0, k % ENTRIES.length)] : SMALL) {
      if (
        value <= within.low ||
        value >= within.high ||
        (integer && !Number.isInteger(value)) ||
        (integer && value < 1 && within.low === REALS.low) ||
        (!entry && taken(fixed, value, labels.length))
      )
        continue;
      const found = tryOut(bench, sides, world, complex, new Map([...fixed, [label, value]]), fuel);
      if (!found || !fails(found.outcome, found.left, found.right)) continue;
      fixed.set(label, value);
      best = found;
      break;
    }
  }
  return best;
}

/** Zero is used once, so that a witness stays telling. */
const taken = (fixed: ReadonlyMap<string, number>, value: number, count: number): boolean => value === 0 && count > 1 && [...fixed.values()].includes(0);

function tryOut(
  bench: Bench,
  [left, right]: readonly [Expr, Expr],
  world: number,
  complex: boolean,
  fixed: ReadonlyMap<string, number>,
  fuel: Fuel,
): (Shrunk & { outcome: LaneOutcome }) | undefined {
  try {
    fuel.spend(10);
    const model = new WorldModel({ ...bench.model.parts, fixed: new Map([...(bench.model.parts.fixed ?? []), ...fixed]) });
    const changed = new Bench(model, Math.min(fuel.left, 400_000));
    if (changed.met(Int32Array.of(world)).length === 0) return undefined;
    const before = changed.fuel.left;
    const sides = inDoubles(changed, left, right, Int32Array.of(world), complex);
    fuel.spend(before - changed.fuel.left);
    return { bench: changed, world, left: sides.left[0], right: sides.right[0], outcome: sides.outcomes[0] };
  } catch {
    // where these numbers have no value the witness stays as it is
    return undefined;
  }
}
