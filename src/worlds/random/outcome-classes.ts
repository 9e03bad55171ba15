/** Which class of a source, and which cell of a block, each outcome of a space belongs to, and columns chosen by them. */
import { column, indices } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import type { RandomSpace, Source } from "./random-space";

const classOf = (s: Source, outcome: number): number => Math.floor(outcome / s.stride) % s.size;

function cellOf(members: readonly Source[], outcome: number): number {
  let cell = 0;
  for (let i = members.length - 1; i >= 0; i--) cell = cell * members[i].size + classOf(members[i], outcome);
  return cell;
}

/** The classes and cells of one space's outcomes, told once. */
export class OutcomeClasses {
  private readonly bySource = new Map<Source, Int32Array>();
  private readonly byBlock = new Map<number, Int32Array>();
  /** Draws by the worlds of a root, by label, by class. */
  private readonly drawn = new WeakMap<Int32Array, Map<string, Float64Array[]>>();
  constructor(private readonly space: RandomSpace) {}

  /** The class of a source in every lane, whose outcomes are given. */
  classes(s: Source, outcome: Float64Array): Float64Array {
    const known = this.bySource.get(s) ?? indices(this.space.outcomes, (w) => classOf(s, w));
    this.bySource.set(s, known);
    return column(outcome.length, (lane) => known[outcome[lane]]);
  }

  /** The cell of a block, of which these are the sources, in every lane. */
  cells(members: readonly Source[], outcome: Float64Array): Int32Array {
    const { block } = members[0];
    const known = this.byBlock.get(block) ?? indices(this.space.outcomes, (w) => cellOf(members, w));
    this.byBlock.set(block, known);
    return indices(outcome.length, (lane) => known[outcome[lane]]);
  }

  /** In every lane the draw of its class in its world; `draw` is asked once for the worlds of a root. */
  draws(label: string, classes: Int32Array | Float64Array, { frame }: Evaluator<unknown>, draw: (c: number, worlds: Int32Array) => Float64Array): Float64Array {
    const { rootLane, root } = frame;
    const labels = this.drawn.get(root.world) ?? new Map<string, Float64Array[]>();
    this.drawn.set(root.world, labels);
    const drawn = labels.get(label) ?? [];
    labels.set(label, drawn);
    return column(classes.length, (lane) => {
      const c = classes[lane];
      drawn[c] ??= draw(c, root.world);
      return drawn[c][rootLane ? rootLane[lane] : lane];
    });
  }
}

/** In every lane the column of its class; the columns are in the lanes of the root. */
export function chosen<T>({ A, frame }: Evaluator<T>, columns: readonly T[], classes: Int32Array | Float64Array): T {
  if (A.pick)
    return A.pick(
      columns,
      indices(classes.length, (lane) => classes[lane]),
      frame.rootLane,
    );
  return columns.map((c) => (frame.rootLane ? A.gather(c, frame.rootLane) : c)).reduceRight((rest, c, i) => A.select(A.numbers(mask(classes, i)), c, rest));
}

/** One where a lane is of a class. */
export const mask = (classes: Int32Array | Float64Array, c: number): Float64Array => column(classes.length, (lane) => (classes[lane] === c ? 1 : 0));
