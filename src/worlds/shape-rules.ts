/** What every construct says about shapes: sums have one shape, factors fit, an inverse is square. */
import { symbolName } from "../expression/names";
import type { Expr } from "../expression/tree";
import { isIdentityName, isOnesName, isUnitVector, isZeroName, looksLikeMatrix, looksLikeVector, plainName } from "./shape-names";
import { ShapeConflict, type ShapeStore, type Type } from "./shape-types";

/** A product whose shape depends on which of its factors are numbers. It is looked at again until nothing changes. */
interface Pending {
  readonly settle: () => void;
}

/** Collects the constraints of expressions in a store. */
export class ShapeRules {
  readonly variables = new Map<string, Type>();
  readonly pending: Pending[] = [];
  readonly entryIndices: { readonly name: string; readonly of: Type; readonly column: boolean }[] = [];
  /** Names whose products have a transposed copy of themselves inverted: they have at least as many rows as columns, or the other way round. */
  readonly tall = new Set<string>();
  readonly wide = new Set<string>();
  /** Names with an operation that only matrices have. */
  readonly evident = new Set<string>();

  constructor(
    readonly store: ShapeStore,
    /** Whether matrices are about, so that I is an identity. */
    readonly identities: boolean,
    /** Whether i, j, k (bold or under a hat) are the unit vectors of space. */
    readonly units: ReadonlySet<string>,
  ) {}

  variable(key: string): Type {
    const known = this.variables.get(key);
    if (known !== undefined) return known;
    const made = this.store.unknown();
    this.variables.set(key, made);
    return made;
  }

  /** Enters constraints; where they contradict what is known, they are forgotten as a whole. */
  attempt(action: () => void): boolean {
    const before = this.pending.length;
    const ok = this.store.attempt(() => {
      action();
      this.settle();
    });
    if (!ok) this.pending.length = before;
    return ok;
  }

  /** Looks at the open products until they say nothing new. */
  settle(): void {
    for (let round = 0; round < 12; round++) {
      const before = this.store.version;
      for (const p of this.pending) p.settle();
      if (this.store.version === before) return;
    }
  }

  equate(left: Expr, right: Expr): void {
    const a = this.type(left, new Set());
    const b = this.type(right, new Set());
    if (!isZero(left) && !isZero(right)) this.store.unify(a, b);
    this.settle();
  }

  type(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const at = (i: number) => this.type(e.args[i], bound);
    const rest = (from: number) => e.args.slice(from).forEach((a) => void this.type(a, bound));
    switch (e.op) {
      case "number":
        return isZero(e) ? store.unknown() : store.number();
      case "symbol":
        return this.symbol(e, bound);
      case "indexed":
        return this.indexed(e, bound);
      case "add":
        return e.args
          .filter((a) => !isZero(a))
          .map((a) => this.type(a, bound))
          .reduce((a, b) => (store.unify(a, b), a), store.unknown());
      case "neg":
      case "conj":
        return at(0);
      case "mul":
        return this.product(e, bound);
      case "div": {
        const t = at(0);
        store.unify(at(1), store.number());
        return t;
      }
      case "pow":
        return this.power(e, bound);
      case "transpose":
      case "adjoint":
        return this.transposed(e, at(0));
      case "matrix":
        return this.explicit(e, bound);
      case "determinant":
        rest(0);
        return store.number();
      case "norm":
        rest(0);
        return store.number();
      case "absolute":
        rest(0);
        return store.number();
      case "entry":
        this.demand(e.args[0], at(0));
        rest(1);
        this.note(e.args.slice(1), at(0), bound);
        return store.number();
      case "tuple":
        return this.tuple(e, bound);
      case "call":
        return this.call(e, bound);
      case "apply":
        return this.apply(e, bound);
      case "derivative":
      case "gradient":
      case "hessian":
        return this.derivative(e, bound);
      case "statistic":
        return this.statistic(e, bound);
      case "sum":
      case "prod":
      case "sum-over":
      case "integral":
      case "limit":
      case "evaluated":
      case "bind": {
        const inner = typeof e.data?.bound === "string" ? new Set([...bound, e.data.bound]) : bound;
        e.args.slice(1).forEach((a) => void this.type(a, bound));
        return this.type(e.args[0], inner);
      }
      default:
        rest(0);
        return store.unknown();
    }
  }

  private symbol(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const name = e.name ?? "";
    if (bound.has(name)) return looksLikeVector(name) ? store.unknown() : store.number();
    if (name === "\\pi" || name === "\\infty") return store.number();
    if (this.units.has(name)) {
      const t = this.variable("unit vectors");
      store.make(t, isUnitVector(name) === 2 ? 3 : undefined, 1);
      return t;
    }
    if (isIdentityName(name)) return this.identities ? store.square() : store.unknown();
    if (isZeroName(name)) return store.unknown();
    if (isOnesName(name)) return store.unknown();
    return this.variable(name);
  }

  /** A subscript makes an entry, or a name of its own: a vector x_1 is told from an entry by what is done with it. */
  private indexed(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const base = e.name ?? "";
    if (isIdentityName(base) && e.args.length === 1 && this.identities) return store.square(this.dimension(e.args[0]));
    if (isZeroName(base)) return store.unknown();
    if (isOnesName(base)) return e.args.length === 1 ? store.vector(this.dimension(e.args[0])) : store.unknown();
    if (e.args.length > 1) {
      this.note(e.args, this.variable(base), bound);
      return store.unknown();
    }
    if (!looksLikeVector(base) && !looksLikeMatrix(base)) this.note(e.args, this.variable(base), bound);
    const counted = e.args[0].op !== "symbol" || bound.has(e.args[0].name ?? "") || /^[ijklmnrst]$/.test(e.args[0].name ?? "");
    return this.variable(counted && (looksLikeVector(base) || looksLikeMatrix(base) || bound.has(e.args[0].name ?? "")) ? `${base}_{*}` : symbolName(e));
  }

  /** Free letters that number rows and columns. */
  private note(indices: readonly Expr[], of: Type, bound: ReadonlySet<string>): void {
    indices.forEach((index, k) => {
      if (index.op === "symbol" && !bound.has(index.name ?? "") && /^([a-z]|\\ell)$/.test(index.name ?? ""))
        this.entryIndices.push({ name: index.name ?? "", of, column: k === 1 });
    });
  }

  /** A point is a vector of as many entries; two vectors in angle brackets are an inner product. */
  private tuple(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const types = e.args.map((a) => this.type(a, bound));
    if (e.data?.open === "{") return store.unknown();
    if (e.data?.open !== "langle" || types.length !== 2) return store.vector(store.dim(types.length));
    const result = store.unknown();
    this.pending.push({
      settle: () => {
        const kinds = types.map((t) => store.read(t).kind);
        if (kinds.every((k) => k === "matrix")) {
          store.unify(types[0], types[1]);
          if (store.read(result).kind !== "number") store.unify(result, store.number());
        } else if (kinds.every((k) => k === "number")) store.make(result, 2, 1);
        else if (kinds.includes("matrix")) for (const t of types) store.make(t);
      },
    });
    return result;
  }

  /** The dimension that an expression such as n, 3 or n-1 is. */
  dimension(e: Expr) {
    if (e.op === "number") return this.store.dim(Number(e.name));
    if (e.op === "symbol") return this.store.dimNamed(e.name ?? "");
    return this.store.dim();
  }

  /** A name stands where only a matrix can. */
  private demand(e: Expr, t: Type): void {
    if (e.op === "symbol" || e.op === "indexed") this.evident.add(e.op === "symbol" ? (e.name ?? "") : symbolName(e));
    if (this.store.read(t).kind === "unknown") this.store.unify(t, this.store.matrix());
  }

  private transposed(e: Expr, t: Type): Type {
    if (e.op === "adjoint" && !looksLikeMatrix(plainName(e.args[0]) ?? "")) {
      const known = this.store.read(t);
      if (known.kind !== "matrix") {
        const result = this.store.unknown();
        this.pending.push({
          settle: () => {
            const inner = this.store.read(t);
            const outer = this.store.read(result);
            if (inner.kind === "matrix" && outer.kind === "unknown") this.store.unify(result, this.store.matrix(inner.cols, inner.rows));
            else if (outer.kind === "matrix" && inner.kind === "unknown") this.store.unify(t, this.store.matrix(outer.cols, outer.rows));
          },
        });
        return result;
      }
    }
    this.demand(e.args[0], t);
    const known = this.store.read(t);
    return known.kind === "matrix" ? this.store.matrix(known.cols, known.rows) : t;
  }

  private power(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const base = e.args[0].op === "symbol" && e.args[0].name === "e" ? store.number() : this.type(e.args[0], bound);
    const exponent = this.type(e.args[1], bound);
    this.inverseOf(e);
    const result = store.unknown();
    this.pending.push({
      settle: () => {
        const b = store.read(base);
        if (b.kind === "matrix") {
          store.unifyDims(b.rows, b.cols);
          store.unify(result, base);
        } else if (b.kind === "number" && store.read(exponent).kind !== "matrix" && store.read(result).kind !== "number") store.unify(result, store.number());
        else if (store.read(result).kind === "matrix") store.unify(result, base);
      },
    });
    return result;
  }

  /** (XᵀX)^{-1} exists where X is at least as tall as wide. */
  private inverseOf(e: Expr): void {
    if (!isMinusOne(e.args[1])) return;
    const f = e.args[0];
    if (f.op !== "mul") return;
    const [first, last] = [f.args[0], f.args[f.args.length - 1]];
    if ((first.op === "transpose" || first.op === "adjoint") && plainName(first.args[0]) && plainName(first.args[0]) === plainName(last))
      this.tall.add(plainName(last) as string);
    if ((last.op === "transpose" || last.op === "adjoint") && plainName(last.args[0]) && plainName(last.args[0]) === plainName(first))
      this.wide.add(plainName(first) as string);
  }

  private explicit(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const cols = Number(e.data?.cols);
    const cells = e.args.map((a) => this.type(a, bound));
    const dots = e.args.some((a) => a.op === "ellipsis");
    const result = store.matrix();
    this.pending.push({
      settle: () => {
        if (dots || cells.some((c) => store.read(c).kind === "matrix")) return;
        if (cells.every((c, i) => store.read(c).kind === "number" || !couldBeMatrix(e.args[i]))) store.make(result, e.args.length / cols, cols);
      },
    });
    return result;
  }

  private product(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const types = e.args.map((a) => this.type(a, bound));
    const result = store.unknown();
    const style = e.data?.style;
    this.pending.push({ settle: () => (style === "times" ? this.cross(types, result) : this.chain(types, result, style === "cdot" || style === "star")) });
    return result;
  }

  private cross(types: readonly Type[], result: Type): void {
    const { store } = this;
    const kinds = types.map((t) => store.read(t).kind);
    if (kinds.every((k) => k === "number")) return store.unify(result, store.number());
    if (types.length !== 2 || !kinds.includes("matrix") || kinds.includes("number")) return;
    for (const t of [...types, result]) store.make(t, 3, 1);
  }

  /** Numbers scale; neighbouring matrices fit; a dot between vectors is a number. */
  private chain(types: readonly Type[], result: Type, dotted: boolean): void {
    const { store } = this;
    const read = types.map((t) => store.read(t));
    const open = types.filter((_, i) => read[i].kind === "unknown");
    const matrices = types.filter((_, i) => read[i].kind === "matrix");
    if (open.length === 1 && matrices.length > 0 && !dotted) this.mustBeMatrix(types, result, open[0]);
    if (open.length > 0) {
      if (store.read(result).kind === "number" && matrices.length === 0 && open.length === types.length && !dotted) return;
      if (open.length === 1 && matrices.length === 0 && store.read(result).kind === "matrix") store.unify(open[0], result);
      return;
    }
    if (matrices.length === 0) {
      if (store.read(result).kind !== "number") store.unify(result, store.number());
      return;
    }
    if (dotted && matrices.length === 2 && matrices.every((m) => isColumn(store, m))) {
      store.unify(matrices[0], matrices[1]);
      return store.unify(result, store.number());
    }
    const shape = this.fold(types);
    if (shape) store.unify(result, shape);
  }

  /** The shape of a product of known factors. */
  private fold(types: readonly Type[]): Type | undefined {
    const { store } = this;
    let current: Type | undefined;
    for (const t of types) {
      const next = store.read(t);
      if (next.kind !== "matrix") continue;
      const before = current === undefined ? undefined : store.read(current);
      if (before?.kind !== "matrix") {
        current = t;
        continue;
      }
      store.unifyDims(before.cols, next.rows);
      current = store.matrix(before.rows, next.cols);
    }
    return current;
  }

  /** The one factor that is not known, where the others do not make the result by themselves. */
  private mustBeMatrix(types: readonly Type[], result: Type, open: Type): void {
    const { store } = this;
    if (store.read(result).kind === "unknown") return;
    const fits = store.would(() => {
      const shape = this.fold(types.filter((t) => t !== open));
      if (shape !== undefined) store.unify(shape, result);
      if (shape !== undefined && contradicts(store, shape, result)) throw new ShapeConflict("a declared dimension");
    });
    if (!fits) store.make(open);
  }

  private call(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const types = e.args.map((a) => this.type(a, bound));
    if (e.name === "det" || e.name === "tr") {
      if (couldBeMatrix(e.args[0])) {
        this.demand(e.args[0], types[0]);
        this.pending.push({
          settle: () => {
            const t = store.read(types[0]);
            if (t.kind === "unknown") store.unify(types[0], store.matrix());
            else if (t.kind === "matrix") store.unifyDims(t.rows, t.cols);
          },
        });
      }
      return store.number();
    }
    if (e.name === "rank") {
      this.demand(e.args[0], types[0]);
      return store.number();
    }
    if (e.name === "diag") return store.square();
    if (e.name === "conj" || e.name === "re" || e.name === "im") return types[0];
    return store.number();
  }

  /** The value of a function has one shape; its arguments too, place by place. */
  private apply(e: Expr, bound: ReadonlySet<string>): Type {
    const count = e.args.length - Number(e.data?.indices ?? 0) - (e.data?.order ? 1 : 0);
    e.args.forEach((a, i) => {
      const t = this.type(a, bound);
      if (i < count && e.data?.bound !== "|") this.store.attempt(() => this.store.unify(this.variable(`${e.name}()#${i}`), t));
    });
    const value = this.variable(`${e.name}()`);
    if (looksLikeVector(e.name ?? "")) this.store.attempt(() => this.store.unify(value, this.variable(e.name ?? "")));
    return value;
  }

  private derivative(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const body = this.type(e.args[0], bound);
    const byNode = e.args[1] ?? (e.args[0].op === "apply" ? e.args[0].args[0] : undefined);
    if (!byNode) return store.unknown();
    const by = this.type(byNode, bound);
    const result = store.unknown();
    this.pending.push({
      settle: () => {
        const [b, v] = [store.read(body), store.read(by)];
        if (v.kind === "number" && e.op === "derivative") store.unify(result, body);
        else if (v.kind === "matrix" && b.kind === "number") store.unify(result, e.op === "hessian" ? store.square(v.rows) : by);
        else if (e.op === "gradient" && b.kind === "number" && v.kind === "unknown") store.unify(result, by);
      },
    });
    return result;
  }

  private statistic(e: Expr, bound: ReadonlySet<string>): Type {
    const { store } = this;
    const types = e.args.map((a) => this.type(a, bound));
    if (e.name === "expectation") return types[0] ?? store.unknown();
    if (e.name !== "variance" && e.name !== "covariance") return store.unknown();
    const result = store.unknown();
    this.pending.push({
      settle: () => {
        const [a, b] = [types[0], types[1] ?? types[0]].map((t) => store.read(t));
        if (a.kind === "matrix" && b.kind === "matrix") store.unify(result, store.matrix(a.rows, b.rows));
        else if (a.kind === "number" && b.kind === "number") store.unify(result, store.number());
        else if (a.kind === "unknown" && types.length === 1) {
          const r = store.read(result);
          if (r.kind === "matrix") store.unify(types[0], store.vector(r.rows));
        }
      },
    });
    return result;
  }
}

const isZero = (e: Expr): boolean => (e.op === "number" && Number(e.name) === 0) || (e.op === "symbol" && isZeroName(e.name ?? ""));
const isMinusOne = (e: Expr): boolean => e.op === "neg" && e.args[0].op === "number" && e.args[0].name === "1";
const isColumn = (store: ShapeStore, t: Type): boolean => {
  const m = store.read(t);
  return m.kind === "matrix" && store.size(m.cols) === 1;
};
/** Whether unifying two shapes has joined dimensions that bear different names. */
function contradicts(store: ShapeStore, a: Type, b: Type): boolean {
  const m = store.read(a);
  void b;
  return m.kind === "matrix" && [m.rows, m.cols].some((d) => new Set(store.names(d)).size > 1 || (store.names(d).length > 0 && store.size(d) === 1));
}
/** Numbers and names that are written like numbers cannot be blocks of a matrix. */
const couldBeMatrix = (e: Expr): boolean => {
  if (e.op === "number" || e.op === "ellipsis") return false;
  if (e.op === "symbol" || e.op === "indexed") return looksLikeMatrix(e.name ?? "") || looksLikeVector(e.name ?? "") || isIdentityName(e.name ?? "");
  return (
    e.op === "matrix" ||
    e.op === "transpose" ||
    (e.args.length > 0 && e.op !== "absolute" && e.op !== "norm" && e.op !== "determinant" && e.args.some(couldBeMatrix))
  );
};
