/** Shrinks a witness to small numbers that a person can check by hand. */
import { Fuel } from "../base/fuel";
import { inDoubles, type LaneOutcome } from "../checks/compare";
import { namesOf } from "../expression/names";
import type { Expr } from "../expression/tree";
import { Bench } from "../worlds/bench";
import { REALS } from "../worlds/draws";
import { WorldModel } from "../worlds/model";
import type { Sort } from "../worlds/sorts";
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
/** Most entries in all that are made small. */
const MOST_ENTRIES = 40;
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
  const labels = labelsOf(bench, sides);
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
    const met = changed.model.parts.sorts.filters.length === 0 || changed.worlds(1, world)[0] === world;
    if (!met) return undefined;
    const before = changed.fuel.left;
    const sides = inDoubles(changed, left, right, Int32Array.of(world), complex);
    fuel.spend(before - changed.fuel.left);
    return { bench: changed, world, left: sides.left[0], right: sides.right[0], outcome: sides.outcomes[0] };
  } catch {
    // where these numbers have no value the witness stays as it is
    return undefined;
  }
}

interface Label {
  readonly label: string;
  readonly within: { readonly low: number; readonly high: number };
  readonly integer: boolean;
  /** An entry of a vector or a matrix. */
  readonly entry?: boolean;
}

/** The free scalar coordinates that the sides or the definitions they use mention, by the label they are drawn with. */
function labelsOf(bench: Bench, sides: readonly [Expr, Expr]): Label[] {
  const { sorts, definitions, random } = bench.model.parts;
  const found = new Map<string, Label>();
  const names = namesOf(...sides, ...[...definitions.values()].map((d) => d.body));
  const subscripts = new Set([...names.indexed.values()].flat().flatMap((n) => n.args.map((a) => a.name ?? "")));
  const add = (label: string, name: string) => {
    const sort = sorts.of.get(name);
    if (sort && sort.kind !== "real" && sort.kind !== "integer") return;
    const scale = /^\\(sigma|tau)\[/.test(label) ? { low: 0, high: Number.POSITIVE_INFINITY } : REALS;
    found.set(label, { label, within: sort?.kind === "real" || sort?.kind === "integer" ? sort.within : scale, integer: sort?.kind === "integer" });
  };
  for (const name of names.symbols) {
    if (
      /^(\\pi|e|i|\\infty|\\mathrm\{e\})$/.test(name) ||
      definitions.has(name) ||
      random?.names.has(name) ||
      (subscripts.has(name) && !sorts.of.has(name) && !sorts.indices.has(name)) ||
      name.endsWith("'")
    )
      continue;
    add(name, name);
  }
  for (const [base, nodes] of names.indexed)
    for (const n of nodes) {
      if (
        definitions.has(base) ||
        random?.names.has(base) ||
        n.args.some(
          (a) =>
            (a.op !== "symbol" && a.op !== "number") ||
            sorts.indices.has(a.name ?? "") ||
            names.bound.has(a.name ?? "") ||
            sorts.of.get(a.name ?? "")?.kind === "integer",
        )
      )
        continue;
      add(`${base}[${n.args.map((a) => (a.op === "number" ? Number(a.name) : a.name)).join(",")}]`, `${base}_{${n.args.map((a) => a.name ?? "").join("")}}`);
    }
  const entries = [...names.symbols].filter((n) => !definitions.has(n)).flatMap((n) => entriesOf(n, sorts.of.get(n)));
  return [...found.values(), ...(entries.length <= MOST_ENTRIES ? entries : [])];
}

/** The coordinates of a free vector or matrix of real entries. */
function entriesOf(name: string, sort: Sort | undefined): Label[] {
  if (sort?.kind !== "matrix") return [];
  const { rows, cols } = sort;
  return Array.from({ length: rows * cols }, (_, k) => ({ label: `${name}[${Math.floor(k / cols)},${k % cols}]`, within: REALS, integer: false, entry: true }));
}
