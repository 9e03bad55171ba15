/** Raw coordinates: the one source of randomness. Each is a double that depends on nothing but its name, its world and the seed. */
import { column, zeros } from "../base/columns";
import { uniform } from "../base/random";

/** What values a real coordinate may take. Open bounds. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** All real numbers. */
export const REALS: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** A moderate number within an interval. Worlds take turns: in even ones every unrestricted coordinate is positive, in odd ones signs are mixed. */
export function drawReal(name: string, world: number, seed: number, within: Interval): number {
  const u = uniform(name, world, seed);
  const { low, high } = within;
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) * (0.02 + 0.96 * u);
  const size = Math.exp(Math.log(0.25) + u * Math.log(12));
  if (Number.isFinite(low)) return low + size;
  if (Number.isFinite(high)) return high - size;
  const negative = world % 2 === 1 && uniform(name, world, seed, "sign") < 0.5;
  return negative ? -size : size;
}

/** A small integer within an interval; 1 to 6 where nothing restricts it. */
export function drawInteger(name: string, world: number, seed: number, within: Interval, most = 6): number {
  const from = Number.isFinite(within.low) ? Math.floor(within.low) + 1 : 1;
  const to = Number.isFinite(within.high) ? Math.ceil(within.high) - 1 : from + most - 1;
  const span = Math.max(1, Math.min(to - from + 1, Number.isFinite(within.high) ? 12 : most));
  return from + Math.floor(uniform(name, world, seed, "integer") * span);
}

/** A point of a finite set of `size` elements. */
export const drawElement = (name: string, world: number, seed: number, size: number): number => Math.floor(uniform(name, world, seed, "element") * size);

/** An unnormalised positive weight of mixed concentration (a gamma variate's shape, roughly): entries of joint tables; `cell` is a table's entry where they have a name in common. */
export function drawWeight(name: string, world: number, seed: number, cell = 0): number {
  const sharp = 0.5 + 2 * uniform(name, world, seed, "sharp", cell);
  return (-Math.log(uniform(name, world, seed, "weight", cell))) ** sharp + 0.02;
}

/** One draw a world for each lane; lanes of one world share it. */
export function byWorld(worlds: Int32Array, draw: (world: number) => number): Float64Array {
  const known = new Map<number, number>();
  const drawn = zeros(worlds.length);
  let [last, value] = [Number.NaN, 0];
  for (let lane = 0; lane < worlds.length; lane++) {
    const world = worlds[lane];
    if (world !== last) {
      value = known.get(world) ?? draw(world);
      known.set(world, value);
      last = world;
    }
    drawn[lane] = value;
  }
  return drawn;
}

/** Tables of weights of all scopes, by seed, label and size, then world: a step is tried in many contexts with the same tables. */
const tables = new Map<string, Map<number, Float64Array>>();
/** How many weights are kept; when there are more, all are forgotten. */
const KEPT = 2_000_000;
let kept = 0;

/** A table's weights in one world. */
function tableIn(label: string, size: number, seed: number): (world: number) => Float64Array {
  if (kept > KEPT) {
    tables.clear();
    kept = 0;
  }
  const key = `${seed} ${size} ${label}`;
  const own = tables.get(key) ?? new Map<number, Float64Array>();
  tables.set(key, own);
  return (world) => {
    const known = own.get(world);
    if (known) return known;
    const table = column(size, (c) => drawWeight(label, world, seed, c));
    own.set(world, table);
    kept += size;
    return table;
  };
}

/** One cell of a table of `size` weights, for each lane's world. */
export function tableCell(label: string, size: number, cell: number, worlds: Int32Array, seed: number): Float64Array {
  const table = tableIn(label, size, seed);
  return byWorld(worlds, (world) => table(world)[cell]);
}

/** Every cell of such a table. */
export function tableCells(label: string, size: number, worlds: Int32Array, seed: number): readonly Float64Array[] {
  const drawn = Array.from(worlds, tableIn(label, size, seed));
  return Array.from({ length: size }, (_, cell) => column(worlds.length, (lane) => drawn[lane][cell]));
}

type Branch = Map<number, Branch | number>;

/** Draws of the terms of sequences, by label, indices and world. */
export class TermMemo {
  private readonly known = new Map<string, Branch>();

  /** The draw for each lane: `draw` is asked once for what lanes with the same indices and world share. */
  column(label: string, indices: readonly Float64Array[], worlds: Int32Array, draw: (lane: number) => number): Float64Array {
    const trunk: Branch = this.known.get(label) ?? new Map();
    this.known.set(label, trunk);
    const drawn = zeros(worlds.length);
    for (let lane = 0; lane < worlds.length; lane++) {
      let branch = trunk;
      for (const index of indices) {
        const at = index[index.length === 1 ? 0 : lane];
        let next = branch.get(at) as Branch | undefined;
        if (next === undefined) {
          next = new Map();
          branch.set(at, next);
        }
        branch = next;
      }
      let value = branch.get(worlds[lane]) as number | undefined;
      if (value === undefined) {
        value = draw(lane);
        branch.set(worlds[lane], value);
      }
      drawn[lane] = value;
    }
    return drawn;
  }
}

/** Draws that are asked for again and again, by label and world. */
export class DrawMemo {
  private readonly known = new Map<string, Map<number, number>>();

  /** The draw for each lane's world. */
  column(label: string, worlds: Int32Array, draw: (world: number) => number): Float64Array {
    const own = this.known.get(label) ?? new Map<number, number>();
    this.known.set(label, own);
    return byWorld(worlds, (world) => {
      const value = own.get(world) ?? draw(world);
      own.set(world, value);
      return value;
    });
  }
}
