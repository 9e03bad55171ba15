/** Shapes of sums, products, powers and transposes: sums have one shape, neighbouring factors fit, an inverse is square. */
import type { Expr } from "../../expression/tree";
import { isVectorSquare } from "../../notation/matrices/vector-squares";
import { demandMatrix, type ShapeContext, type ShapeRule } from "./shape-context";
import { looksLikeMatrix, plainName } from "./shape-names";
import { isZero } from "./shape-terms";
import { ShapeConflict, type ShapeStore, type Type } from "./shape-types";

/** All terms, and all operands entry by entry, have one shape. */
const alike: ShapeRule = (e, bound, c) => {
  const shared = c.store.unknown();
  for (const a of e.args) if (!isZero(a)) c.store.unify(c.type(a, bound), shared);
  return shared;
};

const kronecker: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const types = e.args.map((a) => c.type(a, bound));
  e.args.forEach((a, i) => void (looksLikeMatrix(plainName(a) ?? "") && store.make(types[i])));
  const result = store.unknown();
  c.later(() => {
    const kinds = types.map((t) => store.read(t).kind);
    if (kinds.every((k) => k === "number")) store.unify(result, store.number());
    else if (kinds.includes("matrix")) {
      for (const t of types) store.make(t);
      if (types.every((t) => isColumn(store, t))) store.make(result, undefined, 1);
      else store.make(result);
    }
  });
  return result;
};

const quotient: ShapeRule = (e, bound, c) => {
  const t = c.type(e.args[0], bound);
  c.store.unify(c.type(e.args[1], bound), c.store.number());
  return t;
};

const transposed: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const t = c.type(e.args[0], bound);
  // a star may be a conjugate, or a mark
  if (e.op === "transpose" || looksLikeMatrix(plainName(e.args[0]) ?? "")) demandMatrix(c, t);
  const known = store.read(t);
  if (known.kind === "matrix") return store.matrix(known.cols, known.rows);
  if (known.kind === "number") return t;
  const result = store.unknown();
  c.later(() => {
    const [inner, outer] = [store.read(t), store.read(result)];
    if (inner.kind === "matrix" && outer.kind === "unknown") store.unify(result, store.matrix(inner.cols, inner.rows));
    else if (inner.kind === "number" && outer.kind === "unknown") store.unify(result, store.number());
    else if (outer.kind === "matrix" && inner.kind === "unknown") store.unify(t, store.matrix(outer.cols, outer.rows));
  });
  return result;
};

const power: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const base = e.args[0].op === "symbol" && e.args[0].name === "e" ? store.number() : c.type(e.args[0], bound);
  const exponent = c.type(e.args[1], bound);
  inverseOf(e, c);
  const result = store.unknown();
  c.later(() => {
    const b = store.read(base);
    if (b.kind === "matrix" && isVectorSquare(e)) {
      if (store.size(b.cols) === undefined) store.attempt(() => store.unifyDims(b.cols, store.dim(1)));
      store.unify(result, store.number());
    } else if (b.kind === "matrix") {
      store.unifyDims(b.rows, b.cols);
      store.unify(result, base);
    } else if (b.kind === "number" && store.read(exponent).kind !== "matrix" && store.read(result).kind !== "number") store.unify(result, store.number());
    else if (store.read(result).kind === "matrix") store.unify(result, base);
  });
  return result;
};

/** (XᵀX)^{-1}, and any other negative power, exists where X is at least as tall as wide. */
function inverseOf(e: Expr, c: ShapeContext): void {
  if (e.args[1].op !== "neg" || e.args[1].args[0].op !== "number") return;
  const f = e.args[0];
  if (f.op !== "mul") return;
  const [first, last] = [f.args[0], f.args[f.args.length - 1]];
  const turned = (a: Expr) => (a.op === "transpose" || a.op === "adjoint" ? plainName(a.args[0]) : undefined);
  if (turned(first) && turned(first) === plainName(last)) c.tall.add(plainName(last) as string);
  if (turned(last) && turned(last) === plainName(first)) c.wide.add(plainName(first) as string);
}

const product: ShapeRule = (e, bound, c) => {
  const types = e.args.map((a) => c.type(a, bound));
  const result = c.store.unknown();
  const style = e.data?.style;
  c.later(() => (style === "times" ? cross(types, result, c) : chain(types, result, style === "cdot" || style === "star", c)));
  return result;
};

function cross(types: readonly Type[], result: Type, { store }: ShapeContext): void {
  const kinds = types.map((t) => store.read(t).kind);
  if (kinds.every((k) => k === "number")) return store.unify(result, store.number());
  if (types.length !== 2 || !kinds.includes("matrix") || kinds.includes("number")) return;
  for (const t of [...types, result]) store.make(t, 3, 1);
}

/** Numbers scale; neighbouring matrices fit; a dot between vectors is a number. */
function chain(types: readonly Type[], result: Type, dotted: boolean, c: ShapeContext): void {
  const { store } = c;
  const matrices: Type[] = [];
  let open: Type | undefined;
  for (const t of types) {
    const kind = store.read(t).kind;
    if (kind === "matrix") matrices.push(t);
    if (kind !== "unknown") continue;
    // two that are not known leave it open, whatever the others are: nothing else is looked at
    if (open !== undefined) return;
    open = t;
  }
  if (open !== undefined) {
    if (matrices.length > 0 && !dotted) mustBeMatrix(types, result, open, c);
    if (matrices.length === 0 && store.read(result).kind === "matrix") store.unify(open, result);
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
  const shape = fold(types, store);
  if (shape !== undefined) store.unify(result, shape);
}

/** The shape of a product of known factors. */
function fold(types: readonly Type[], store: ShapeStore): Type | undefined {
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
function mustBeMatrix(types: readonly Type[], result: Type, open: Type, { store }: ShapeContext): void {
  if (store.read(result).kind === "unknown") return;
  const fits = store.would(() => {
    const shape = fold(
      types.filter((t) => t !== open),
      store,
    );
    if (shape !== undefined) store.unify(shape, result);
    if (shape !== undefined && contradicts(store, shape)) throw new ShapeConflict("a declared dimension");
  });
  if (!fits) store.make(open);
}

/** Whether unifying shapes has joined dimensions that bear different names. */
function contradicts(store: ShapeStore, t: Type): boolean {
  const m = store.read(t);
  return m.kind === "matrix" && [m.rows, m.cols].some((d) => new Set(store.names(d)).size > 1 || (store.names(d).length > 0 && store.size(d) === 1));
}

export const isColumn = (store: ShapeStore, t: Type): boolean => {
  const m = store.read(t);
  return m.kind === "matrix" && store.size(m.cols) === 1;
};

const same: ShapeRule = (e, bound, c) => c.type(e.args[0], bound);

export const PRODUCTS: Readonly<Record<string, ShapeRule>> = {
  add: alike,
  neg: same,
  conj: same,
  mul: product,
  div: quotient,
  pow: power,
  transpose: transposed,
  adjoint: transposed,
  hadamard: alike,
  kronecker,
};
