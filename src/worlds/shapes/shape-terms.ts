/** Shapes of names, entries, points and explicit matrices. */
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { demandMatrix, noteIndices, type ShapeContext, type ShapeRule } from "./shape-context";
import { isIdentityName, isOnesName, isUnitVector, isZeroName, looksLikeMatrix, looksLikeVector } from "./shape-names";
import type { Type } from "./shape-types";

export const isZero = (e: Expr): boolean => (e.op === "number" && Number(e.name) === 0) || (e.op === "symbol" && isZeroName(e.name ?? ""));

const symbol: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const name = e.name ?? "";
  if (bound.has(name)) return looksLikeVector(name) ? store.unknown() : store.number();
  if (name === "\\pi" || name === "\\infty") return store.number();
  if (c.units.has(name)) {
    const t = c.variable("unit vectors");
    store.make(t, isUnitVector(name) === 2 ? 3 : undefined, 1);
    return t;
  }
  if (isIdentityName(name)) return c.identities ? store.square() : store.unknown();
  if (isZeroName(name)) return store.unknown();
  if (isOnesName(name)) store.make(c.variable(name), undefined, 1);
  return c.variable(name);
};

/** A subscript makes an entry, or a name of its own: a vector x_1 is told from an entry by what is done with it. */
const indexed: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const base = e.name ?? "";
  if (isIdentityName(base) && e.args.length === 1 && c.identities) return store.square(c.dimension(e.args[0]));
  if (isZeroName(base)) return store.unknown();
  if (isOnesName(base)) {
    if (e.args.length === 1) store.unify(c.variable(symbolName(e)), store.vector(c.dimension(e.args[0])));
    else if (e.args.length === 2) store.unify(c.variable(symbolName(e)), store.matrix(c.dimension(e.args[0]), c.dimension(e.args[1])));
    return c.variable(symbolName(e));
  }
  const owner = c.owners.get(base);
  if (owner === "" && e.args.length === 1) return c.variable(symbolName(e));
  if (owner) {
    noteIndices(c, e.args, c.variable(owner), bound);
    return store.number();
  }
  if (e.args.length > 1) {
    noteIndices(c, e.args, c.variable(base), bound);
    return store.unknown();
  }
  if (!looksLikeVector(base) && !looksLikeMatrix(base)) noteIndices(c, e.args, c.variable(base), bound);
  if (c.members.has(base)) return c.variable(`${base}_{*}`);
  const [index] = e.args;
  const counted = index.op !== "symbol" || bound.has(index.name ?? "") || /^[ijklmnrst]$/.test(index.name ?? "");
  return c.variable(counted && (looksLikeVector(base) || looksLikeMatrix(base) || bound.has(index.name ?? "")) ? `${base}_{*}` : symbolName(e));
};

/** A point is a vector of as many entries; two vectors in angle brackets are an inner product. */
const tuple: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const types = e.args.map((a) => c.type(a, bound));
  if (e.data?.open === "{") return store.unknown();
  if (e.data?.open !== "langle" || types.length !== 2) return store.vector(store.dim(types.length));
  const result = store.unknown();
  c.later(() => {
    const kinds = types.map((t) => store.read(t).kind);
    if (kinds.every((k) => k === "matrix")) {
      store.unify(types[0], types[1]);
      if (store.read(result).kind !== "number") store.unify(result, store.number());
    } else if (kinds.every((k) => k === "number")) store.make(result, 2, 1);
    else if (kinds.includes("matrix")) for (const t of types) store.make(t);
  });
  return result;
};

const entry: ShapeRule = (e, bound, c) => {
  const t = c.type(e.args[0], bound);
  demandMatrix(c, t);
  for (const a of e.args.slice(1)) c.type(a, bound);
  noteIndices(c, e.args.slice(1), t, bound);
  return c.store.number();
};

const explicit: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const cols = Number(e.data?.cols);
  const cells = e.args.map((a) => c.type(a, bound));
  const dots = e.args.some((a) => a.op === "ellipsis");
  const result = store.matrix();
  c.later(() => {
    if (dots) return;
    if (cells.some((t) => store.read(t).kind === "matrix")) return blocks(e, cells, cols, c);
    if (cells.every((t, i) => store.read(t).kind === "number" || !couldBeMatrix(e.args[i]))) store.make(result, e.args.length / cols, cols);
  });
  return result;
};

/** Blocks of one row of blocks have one height, those of one column one width. */
function blocks(e: Expr, cells: readonly Type[], cols: number, { store }: ShapeContext): void {
  for (const [i, a] of cells.entries())
    for (const [j, b] of cells.entries()) {
      if (j <= i || isZero(e.args[i]) || isZero(e.args[j])) continue;
      const [p, q] = [store.read(a), store.read(b)];
      if (p.kind !== "matrix" || q.kind !== "matrix") continue;
      if (Math.floor(i / cols) === Math.floor(j / cols)) store.unifyDims(p.rows, q.rows);
      if (i % cols === j % cols) store.unifyDims(p.cols, q.cols);
    }
}

/** Numbers and names that are written like numbers cannot be blocks of a matrix. */
export const couldBeMatrix = (e: Expr): boolean => {
  if (e.op === "number" || e.op === "ellipsis") return false;
  if (e.op === "symbol" || e.op === "indexed") return looksLikeMatrix(e.name ?? "") || looksLikeVector(e.name ?? "") || isIdentityName(e.name ?? "");
  return (
    e.op === "matrix" ||
    e.op === "transpose" ||
    (e.args.length > 0 && e.op !== "absolute" && e.op !== "norm" && e.op !== "determinant" && e.args.some(couldBeMatrix))
  );
};

const someNumber: ShapeRule = (e, bound, c) => {
  for (const a of e.args) c.type(a, bound);
  return c.store.number();
};

/** A matrix without a row and a column. */
const minor: ShapeRule = (e, bound, c) => {
  const t = c.type(e.args[0], bound);
  demandMatrix(c, t);
  for (const a of e.args.slice(1)) c.type(a, bound);
  noteIndices(c, e.args.slice(1), t, bound);
  const result = c.store.matrix();
  c.later(() => {
    const [whole, part] = [c.store.read(t), c.store.read(result)];
    if (whole.kind === "matrix" && part.kind === "matrix" && c.store.sameDim(part.rows, part.cols)) c.store.unifyDims(whole.rows, whole.cols);
  });
  return result;
};

export const TERMS: Readonly<Record<string, ShapeRule>> = {
  number: (e, _bound, { store }) => (isZero(e) ? store.unknown() : store.number()),
  symbol,
  indexed,
  tuple,
  entry,
  minor,
  matrix: explicit,
  determinant: someNumber,
  norm: someNumber,
  absolute: someNumber,
};
