/** Types of shapes for inference: unknown, number, or matrix with dimension variables; unified by union-find that can be rolled back. */

/** A type variable: an index into the store. */
export type Type = number;
/** A dimension variable: an index into the store. */
export type Dim = number;

interface TypeCell {
  readonly parent?: Type;
  readonly kind: "unknown" | "number" | "matrix";
  readonly rows?: Dim;
  readonly cols?: Dim;
  /** Of a root: how far away what leads to it may be. */
  readonly height?: number;
}
interface DimCell {
  readonly parent?: Dim;
  readonly size?: number;
  /** The symbols that name this dimension. */
  readonly names: readonly string[];
  /** Of a root: how far away what leads to it may be. */
  readonly height?: number;
}

/** Thrown where two shapes cannot be the same: often, and caught near by, so it is no error and carries no stack. */
export class ShapeConflict {
  constructor(readonly message: string) {}
}

/** A cell as it was before it was replaced. */
type Replaced = { readonly at: Type; readonly type: TypeCell } | { readonly at: Dim; readonly dim: DimCell };

/** What is to be told when cells that it looked at are replaced, or put back. */
export interface Watcher {
  stale: boolean;
}

/** Cells that were looked at, as they were: places and, at the same indices, cells. */
export interface Looked {
  readonly types: LookedCells;
  readonly dims: LookedCells;
}
interface LookedCells {
  readonly at: readonly number[];
  readonly cells: readonly object[];
}

/** Of what was looked at, what was there before: the first `count` places. */
function lookedCells(looked: ReadonlyMap<number, object>, count: number): LookedCells {
  const at = [...looked.keys()].filter((k) => k < count);
  return { at, cells: at.map((k) => looked.get(k) as object) };
}

function watch(watchers: (Set<Watcher> | undefined)[], { at }: LookedCells, watcher: Watcher): void {
  for (const k of at) {
    let own = watchers[k];
    if (!own) {
      own = new Set();
      watchers[k] = own;
    }
    own.add(watcher);
  }
}

function tell(watchers: Set<Watcher> | undefined): void {
  if (watchers) for (const w of watchers) w.stale = true;
}

const areAsBefore = ({ at, cells }: LookedCells, now: readonly object[]): boolean => {
  for (let k = 0; k < at.length; k++) if (now[at[k]] !== cells[k]) return false;
  return true;
};

/** The cell that all that lead to it stand for; what is passed on the way is noted in `looked`. */
function rootIn<C extends { readonly parent?: number }>(cells: readonly C[], from: number, looked: Map<number, object> | undefined): number {
  let at = from;
  for (;;) {
    const cell = cells[at];
    looked?.set(at, cell);
    if (cell.parent === undefined) return at;
    at = cell.parent;
  }
}

/** How far back a state of the store lies. */
interface Mark {
  readonly types: number;
  readonly dims: number;
  readonly replaced: number;
  readonly state: number;
}

/** A store of types and dimensions. Cells are never changed, only replaced; what they were is kept as long as it may have to be taken back. */
export class ShapeStore {
  private readonly types: TypeCell[] = [];
  private readonly dims: DimCell[] = [];
  private readonly named = new Map<string, Dim>();
  /** Pairs of dimension symbols that are not to be the same. */
  readonly apart: [string, string][] = [];
  /** Counts what has been learned. */
  version = 0;
  /** A number for what is known of types and dimensions: the same number, the same knowledge. */
  state = 0;
  private states = 0;
  private readonly replaced: Replaced[] = [];
  /** How many actions are under way that may be taken back. */
  private open = 0;

  /** Who looked at a cell. */
  private readonly typeWatchers: (Set<Watcher> | undefined)[] = [];
  private readonly dimWatchers: (Set<Watcher> | undefined)[] = [];

  /** What is looked at for the moment. */
  private looked: { readonly types: Map<Type, object>; readonly dims: Map<Dim, object> } | undefined;

  /** Runs `action`, and tells which cells that were there before it has looked at; `watcher` hears from now on when they are replaced. */
  watching(action: () => void, watcher: Watcher): Looked {
    const looked = { types: new Map<Type, object>(), dims: new Map<Dim, object>() };
    const [types, dims] = [this.types.length, this.dims.length];
    this.looked = looked;
    try {
      action();
    } finally {
      this.looked = undefined;
    }
    const found = { types: lookedCells(looked.types, types), dims: lookedCells(looked.dims, dims) };
    watch(this.typeWatchers, found.types, watcher);
    watch(this.dimWatchers, found.dims, watcher);
    return found;
  }

  /** Whether all these cells are what they were: cells are replaced, never changed. */
  isAsBefore({ types, dims }: Looked): boolean {
    return areAsBefore(types, this.types) && areAsBefore(dims, this.dims);
  }

  /** Whether `action` would go through; nothing of it is kept. */
  would(action: () => void): boolean {
    const { version } = this;
    const mark = this.begin();
    try {
      action();
      return true;
    } catch (error) {
      if (!(error instanceof ShapeConflict)) throw error;
      return false;
    } finally {
      this.takeBack(mark);
      this.types.length = mark.types;
      this.dims.length = mark.dims;
      this.version = version;
      this.end();
    }
  }

  /** Runs `action`; where shapes conflict, everything it unified is taken back. */
  attempt(action: () => void): boolean {
    const mark = this.begin();
    try {
      action();
      return true;
    } catch (error) {
      if (!(error instanceof ShapeConflict)) throw error;
      this.takeBack(mark);
      // cells made meanwhile stay as they were made: others may refer to them
      for (let t = mark.types; t < this.types.length; t++) if (this.types[t].parent !== undefined) this.set(t, { kind: "unknown" });
      for (let d = mark.dims; d < this.dims.length; d++) if (this.dims[d].parent !== undefined) this.setDim(d, { names: [] });
      return false;
    } finally {
      this.end();
    }
  }

  private begin(): Mark {
    this.open++;
    return { types: this.types.length, dims: this.dims.length, replaced: this.replaced.length, state: this.state };
  }
  private end(): void {
    if (--this.open === 0) this.replaced.length = 0;
  }
  private takeBack(mark: Mark): void {
    while (this.replaced.length > mark.replaced) {
      const was = this.replaced.pop() as Replaced;
      if ("type" in was) {
        if (was.at < mark.types) this.set(was.at, was.type);
      } else if (was.at < mark.dims) this.setDim(was.at, was.dim);
    }
    this.state = mark.state;
  }
  private put(at: Type, type: TypeCell): void {
    if (this.open > 0) this.replaced.push({ at, type: this.types[at] });
    this.set(at, type);
  }
  private set(at: Type, type: TypeCell): void {
    this.types[at] = type;
    tell(this.typeWatchers[at]);
  }
  private putDim(at: Dim, dim: DimCell): void {
    if (this.open > 0) this.replaced.push({ at, dim: this.dims[at] });
    this.setDim(at, dim);
  }
  private setDim(at: Dim, dim: DimCell): void {
    this.dims[at] = dim;
    tell(this.dimWatchers[at]);
  }
  private learned(): void {
    this.version++;
    this.state = ++this.states;
  }

  dim(size?: number): Dim {
    this.dims.push({ names: [], ...(size === undefined ? {} : { size }) });
    return this.dims.length - 1;
  }
  /** The dimension that a symbol names. */
  dimNamed(name: string): Dim {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    this.dims.push({ names: [name] });
    this.named.set(name, this.dims.length - 1);
    return this.dims.length - 1;
  }
  get dimensionNames(): readonly string[] {
    return [...this.named.keys()];
  }
  rootDim(d: Dim): Dim {
    return rootIn(this.dims, d, this.looked?.dims);
  }
  size(d: Dim): number | undefined {
    return this.dims[this.rootDim(d)].size;
  }
  names(d: Dim): readonly string[] {
    return this.dims[this.rootDim(d)].names;
  }
  sameDim(a: Dim, b: Dim): boolean {
    const [x, y] = [this.rootDim(a), this.rootDim(b)];
    return x === y || (this.dims[x].size !== undefined && this.dims[x].size === this.dims[y].size);
  }
  unifyDims(a: Dim, b: Dim): void {
    const [x, y] = [this.rootDim(a), this.rootDim(b)];
    if (x === y) return;
    const [p, q] = [this.dims[x], this.dims[y]];
    if (p.size !== undefined && q.size !== undefined && p.size !== q.size) throw new ShapeConflict(`${p.size} and ${q.size}`);
    const size = p.size ?? q.size;
    if (size === 1 && (p.names.length > 0 || q.names.length > 0)) throw new ShapeConflict(`${[...p.names, ...q.names][0]} and 1`);
    for (const [a, b] of this.apart)
      if ((p.names.includes(a) && q.names.includes(b)) || (p.names.includes(b) && q.names.includes(a))) throw new ShapeConflict(`${a} and ${b}`);
    // the lower tree goes under the higher one: what is looked up most stays near its root
    const [low, high] = [p.height ?? 0, q.height ?? 0];
    const [root, child] = low > high ? [x, y] : [y, x];
    this.putDim(root, {
      names: [...q.names, ...p.names],
      height: low === high ? high + 1 : Math.max(low, high),
      ...(size === undefined ? {} : { size }),
    });
    this.putDim(child, { parent: root, names: [] });
    this.learned();
  }

  unknown(): Type {
    this.types.push({ kind: "unknown" });
    return this.types.length - 1;
  }
  number(): Type {
    this.types.push({ kind: "number" });
    return this.types.length - 1;
  }
  matrix(rows = this.dim(), cols = this.dim()): Type {
    this.types.push({ kind: "matrix", rows, cols });
    return this.types.length - 1;
  }
  vector(rows = this.dim()): Type {
    return this.matrix(rows, this.dim(1));
  }
  square(n = this.dim()): Type {
    return this.matrix(n, n);
  }
  root(t: Type): Type {
    return rootIn(this.types, t, this.looked?.types);
  }
  /** What is known of a type. A 1×1 matrix is a number. */
  read(t: Type): { kind: "unknown" | "number" } | { kind: "matrix"; rows: Dim; cols: Dim } {
    const cell = this.types[this.root(t)];
    if (cell.kind !== "matrix") return { kind: cell.kind };
    if (this.size(cell.rows as Dim) === 1 && this.size(cell.cols as Dim) === 1) return { kind: "number" };
    return { kind: "matrix", rows: cell.rows as Dim, cols: cell.cols as Dim };
  }
  /** Makes both types the same; a number and a matrix agree only where the matrix is 1×1. */
  unify(a: Type, b: Type): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return;
    const [p, q] = [this.types[x], this.types[y]];
    // of what is a number nothing more can be learned
    if (p.kind === "number" || q.kind === "number") return this.toNumber(p.kind === "number" ? y : x);
    if (p.kind === "matrix" && q.kind === "matrix") {
      this.unifyDims(p.rows as Dim, q.rows as Dim);
      this.unifyDims(p.cols as Dim, q.cols as Dim);
    }
    // the more informed cell becomes the root; of two that know as much, the higher
    const [low, high] = [p.height ?? 0, q.height ?? 0];
    const first = p.kind === q.kind ? low >= high : p.kind === "matrix" || q.kind === "unknown";
    const [root, child] = first ? [x, y] : [y, x];
    this.put(child, { ...this.types[child], parent: root });
    this.put(root, { ...this.types[root], height: Math.max(first ? low : high, (first ? high : low) + 1) });
    if (p.kind !== q.kind) this.learned();
    else if (p.kind === "unknown") this.state = ++this.states;
  }
  /** Makes a type a matrix with these numbers of rows and columns, where they are given. */
  make(t: Type, rows?: number, cols?: number): void {
    if (this.read(t).kind === "unknown") this.unify(t, this.matrix());
    const m = this.read(t);
    if (m.kind === "number") {
      if ((rows ?? 1) !== 1 || (cols ?? 1) !== 1) throw new ShapeConflict("a number");
      return;
    }
    if (m.kind !== "matrix") return;
    if (rows !== undefined && this.size(m.rows) !== rows) this.unifyDims(m.rows, this.dim(rows));
    if (cols !== undefined && this.size(m.cols) !== cols) this.unifyDims(m.cols, this.dim(cols));
  }
  private toNumber(root: Type): void {
    const cell = this.types[root];
    if (cell.kind === "unknown") {
      this.put(root, { kind: "number" });
      this.learned();
    } else if (cell.kind === "matrix") {
      for (const d of [cell.rows as Dim, cell.cols as Dim]) if (this.size(d) !== 1) this.unifyDims(d, this.dim(1));
    }
  }
}
