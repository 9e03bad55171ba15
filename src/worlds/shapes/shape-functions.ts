/** Shapes of functions, derivatives, statistics and of what runs over an index. */
import { type Expr, some, symbol, walk } from "../../expression/tree";
import { dottedList } from "../../notation/series/dotted-lists";
import { normalArguments } from "../gaussian-shapes";
import { demandMatrix, type ShapeContext, type ShapeRule } from "./shape-context";
import { looksLikeVector } from "./shape-names";
import { couldBeMatrix } from "./shape-terms";
import type { Type } from "./shape-types";

const call: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const types = e.args.map((a) => c.type(a, bound));
  switch (e.name) {
    case "det":
    case "tr":
      if (couldBeMatrix(e.args[0])) square(types[0], c);
      return store.number();
    case "rank":
      demandMatrix(c, types[0]);
      return store.number();
    case "rref":
      demandMatrix(c, types[0]);
      return types[0];
    case "diag":
      return diagonal(e, types, c);
    case "vec":
      demandMatrix(c, types[0]);
      return store.vector();
    case "conj":
    case "re":
    case "im":
      return types[0];
    case "exp":
      return exponential(types[0], c);
  }
  return store.number();
};

function square(t: Type, c: ShapeContext): void {
  demandMatrix(c, t);
  const { store } = c;
  c.later(() => {
    const m = store.read(t);
    if (m.kind === "unknown") store.unify(t, store.matrix());
    else if (m.kind === "matrix") store.unifyDims(m.rows, m.cols);
  });
}

/** diag of a vector is a square matrix of its size; of a matrix, the vector of its diagonal. */
function diagonal(e: Expr, types: readonly Type[], c: ShapeContext): Type {
  const { store } = c;
  const listed = dottedList(e.args);
  if (listed) return store.square(c.dimension(listed.count));
  if (types.length > 1 || e.args[0].op === "tuple") return store.square(store.dim(e.args[0].op === "tuple" ? e.args[0].args.length : types.length));
  const result = store.matrix();
  c.later(() => {
    const m = store.read(types[0]);
    if (m.kind === "matrix" && store.size(m.cols) === 1) store.unify(result, store.square(m.rows));
    const r = store.read(result);
    if (m.kind === "unknown" && r.kind === "matrix" && !couldBeMatrix(e.args[0])) store.unify(types[0], store.vector(r.rows));
  });
  return result;
}

/** The exponential of a square matrix is one. */
function exponential(t: Type, c: ShapeContext): Type {
  const { store } = c;
  const result = store.unknown();
  c.later(() => {
    const m = store.read(t);
    if (m.kind === "matrix" && store.size(m.cols) !== 1) store.unifyDims(m.rows, m.cols);
    if (m.kind !== "unknown" && store.read(result).kind === "unknown") store.unify(result, t);
  });
  return result;
}

/** The value of a function has one shape; its arguments too, place by place. */
const apply: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const count = e.args.length - Number(e.data?.indices ?? 0) - (e.data?.order ? 1 : 0);
  const types = e.args.map((a) => c.type(a, bound));
  types.forEach((t, i) => {
    if (i < count && e.data?.bound !== "|") store.attempt(() => store.unify(c.variable(`${e.name}()#${i}`), t));
  });
  normalArguments(e, types.slice(0, count), c);
  const value = c.variable(`${e.name}()`);
  if (looksLikeVector(e.name ?? "")) store.attempt(() => store.unify(value, c.variable(e.name ?? "")));
  return value;
};

const derivative: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const body = c.type(e.args[0], bound);
  // by each of several arguments
  if (!e.args[1] && e.op === "gradient" && e.args[0].op === "apply" && e.args[0].args.length > 1) return store.unknown();
  const byNode = e.args[1] ?? (e.args[0].op === "apply" ? e.args[0].args[0] : undefined);
  if (!byNode) return store.unknown();
  const by = c.type(byNode, bound);
  const result = store.unknown();
  c.later(() => {
    const [b, v] = [store.read(body), store.read(by)];
    if (v.kind === "number" && e.op === "derivative") store.unify(result, body);
    else if (v.kind === "matrix" && b.kind === "number") store.unify(result, e.op === "hessian" ? store.square(v.rows) : by);
    else if (e.op === "gradient" && b.kind === "number" && v.kind === "unknown") store.unify(result, by);
  });
  return result;
};

const extremum: ShapeRule = (e, bound, c) => {
  for (const a of e.args) c.type(a, bound);
  return c.store.number();
};

/** The place of something is a value of its variable. */
const optimizer: ShapeRule = (e, bound, c) => {
  for (const a of e.args) c.type(a, bound);
  return c.type(symbol(e.name ?? "", e.span), bound);
};

const statistic: ShapeRule = (e, bound, c) => {
  const { store } = c;
  const types = e.args.map((a) => c.type(a, bound));
  if (e.name === "expectation") return types[0] ?? store.unknown();
  if (e.name !== "variance" && e.name !== "covariance") return store.unknown();
  const result = store.unknown();
  c.later(() => {
    const [a, b] = [types[0], types[1] ?? types[0]].map((t) => store.read(t));
    if (a.kind === "matrix" && b.kind === "matrix") store.unify(result, store.matrix(a.rows, b.rows));
    else if (a.kind === "number" && b.kind === "number") store.unify(result, store.number());
    else if (a.kind === "unknown" && types.length === 1) {
      const r = store.read(result);
      if (r.kind === "matrix") store.unify(types[0], store.vector(r.rows));
    }
  });
  return result;
};

/** Sums, products, integrals: their body under one more bound name. Bounds are numbers. */
const bounded: ShapeRule = (e, bound, c) => {
  const name = typeof e.data?.bound === "string" ? e.data.bound : undefined;
  const inner = name === undefined ? bound : new Set([...bound, name]);
  for (const a of e.args.slice(1)) {
    const t = c.type(a, bound);
    if (e.op === "sum" || e.op === "prod") c.store.attempt(() => c.store.unify(t, c.store.number()));
  }
  const t = c.type(e.args[0], inner);
  if (name !== undefined && e.args.length === 3) runsOver(e, name, c);
  return t;
};

/** `\int_{\mathbb{R}^n} f(x) \, dx`: the variable is a vector of n numbers; the integral is what the integrand is. */
const overSpace: ShapeRule = (e, bound, c) => {
  const [body, set] = e.args;
  const name = typeof e.data?.bound === "string" ? e.data.bound : "";
  if (set.op === "pow" && /^\\math(bb|bf)\{?R\}?$/.test(set.args[0].name ?? "") && !bound.has(name))
    c.store.attempt(() => c.store.unify(c.variable(name), c.store.vector(c.dimension(set.args[1]))));
  else c.type(set, bound);
  return c.type(body, bound);
};

/** `\sum_{k=1}^n A_{ik}`: the index that runs from one to n numbers n columns. */
function runsOver(e: Expr, name: string, c: ShapeContext): void {
  const { store } = c;
  const [body, from, to] = e.args;
  if (from.name !== "1" || to.op !== "symbol" || !/^[a-zA-Z]$/.test(to.name ?? "")) return;
  const places: { of: Type; column: boolean }[] = [];
  walk(body, (n) => {
    if (n.op !== "entry" && n.op !== "indexed") return;
    const indices = n.op === "entry" ? n.args.slice(1) : n.args;
    const at = indices.findIndex((a) => a.op === "symbol" && a.name === name);
    if (at < 0 || indices.some((a) => a !== indices[at] && some(a, (x) => x.name === name))) return;
    const member = c.members.get(n.name ?? "");
    if (member && n.op === "indexed") {
      places.push({ of: c.variable(member.owner), column: member.by === "columns" });
      return;
    }
    const of = n.op === "entry" ? c.type(n.args[0], new Set([name])) : c.known(c.owners.get(n.name ?? "") ?? n.name ?? "");
    if (of !== undefined) places.push({ of, column: at === 1 });
  });
  if (places.length === 0) return;
  const count = c.count(to.name ?? "");
  c.later(() => {
    for (const { of, column } of places) {
      const m = store.read(of);
      if (m.kind !== "matrix") continue;
      const d = column ? m.cols : m.rows;
      if (store.size(d) === undefined) store.attempt(() => store.unifyDims(d, count));
    }
  });
}

/** Of a vector field: a number, or a vector of three entries. */
const field: ShapeRule = (e, bound, c) => {
  c.type(e.args[0], bound);
  return e.op === "divergence" ? c.store.number() : c.store.unknown();
};

/** Of vectors or of a matrix: the square matrix of the rows that span it. */
const space: ShapeRule = (e, bound, c) => {
  for (const a of e.args) demandMatrix(c, c.type(a, bound));
  return c.store.matrix();
};

export const FUNCTIONS: Readonly<Record<string, ShapeRule>> = {
  call,
  apply,
  derivative,
  gradient: derivative,
  hessian: derivative,
  divergence: field,
  curl: field,
  span: space,
  "space-of": space,
  statistic,
  optimizer,
  "integral-over": overSpace,
  "max-over": extremum,
  "min-over": extremum,
  ...Object.fromEntries(["sum", "prod", "sum-over", "integral", "limit", "evaluated", "bind"].map((op) => [op, bounded])),
};
