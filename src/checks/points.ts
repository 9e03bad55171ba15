/** Points: values for chosen names in chosen worlds, and what expressions and assertions are worth there. */
import type { Assertion, Relation } from "../expression/assertion";
import type { Expr } from "../expression/tree";
import { NotUnderstood, scalar } from "../expression/value";
import { double, type Lane } from "../numeric/lanes";
import type { Bench } from "../worlds/bench";

/** Row `i`: world `worlds[i]` with the values `at.get(name)[i]`; `edge[i]` is 1 where it lies on a boundary on purpose. */
export interface Points {
  readonly worlds: Int32Array;
  readonly at: ReadonlyMap<string, Float64Array>;
  readonly edge: Uint8Array;
}

/** Worlds as they are drawn, or with chosen values of some names; none lies on a boundary. */
export const pointsOf = (worlds: Int32Array, at: ReadonlyMap<string, Float64Array> = new Map()): Points => ({
  worlds,
  at,
  edge: new Uint8Array(worlds.length),
});

/** The rows for which `keep` is true. */
export function pick(p: Points, keep: (row: number) => boolean): Points {
  const rows = Array.from(p.worlds.keys()).filter(keep);
  return {
    worlds: Int32Array.from(rows, (i) => p.worlds[i]),
    at: new Map([...p.at].map(([n, v]) => [n, Float64Array.from(rows, (i) => v[i])])),
    edge: Uint8Array.from(rows, (i) => p.edge[i]),
  };
}

/** The rows of several; a name that some do not have is undefined there. */
export function join(parts: readonly Points[]): Points {
  const names = new Set(parts.flatMap((p) => [...p.at.keys()]));
  const total = parts.reduce((n, p) => n + p.worlds.length, 0);
  const worlds = new Int32Array(total);
  const edge = new Uint8Array(total);
  const at = new Map([...names].map((n): [string, Float64Array] => [n, new Float64Array(total).fill(Number.NaN)]));
  let from = 0;
  for (const p of parts) {
    worlds.set(p.worlds, from);
    edge.set(p.edge, from);
    for (const [n, v] of p.at) (at.get(n) as Float64Array).set(v, from);
    from += p.worlds.length;
  }
  return { worlds, at, edge };
}

/** A value that is no short binary fraction is a root that was rounded: sin x vanishes at π, not at the double beside it. */
const rounding = (x: number): number => (Number.isInteger(x * 1024) || !Number.isFinite(x) ? 0 : Math.abs(x) * 2 ** -52);

/** The values of expressions at points, as full columns. Throws NotUnderstood for what is no number. */
export function valuesAt(bench: Bench, expressions: readonly Expr[], p: Points): Lane[] {
  const ev = bench.evaluator<Lane>(double, p.worlds);
  for (const [name, column] of p.at) ev.frame.bind(name, scalar({ v: column, e: column.map(rounding) }));
  return expressions.map((e) => {
    const value = ev.evaluate(e);
    if (value.kind !== "scalar" && !(value.kind === "matrix" && value.items.length === 1))
      throw new NotUnderstood("implication/not-numbers", "a statement about things that are not numbers", e.span);
    const x = ev.number(value, e);
    const n = p.worlds.length;
    return x.v.length === n ? x : { v: new Float64Array(n).fill(x.v[0]), e: new Float64Array(n).fill(x.e[0]) };
  });
}

/** 1 true, 0 false, NaN not known. Ties count only at edges and for equations. */
export type Truth = Float64Array;

/** A relative gap below `CLOSE` is a tie, one above `APART` is a difference; between them nothing is known. */
const CLOSE = 1e-8;
const APART = 1e-5;

/** Whether a statement is true at each point. */
export function truthAt(bench: Bench, a: Assertion, p: Points): Truth {
  if (a.kind === "relation") return relationAt(bench, a, p);
  const parts = a.parts.map((part) => truthAt(bench, part, p));
  return Float64Array.from(p.worlds, (_, i) => {
    const here = parts.map((t) => t[i]);
    const decisive = a.kind === "all" ? 0 : 1;
    if (here.some((t) => t === decisive)) return decisive;
    return here.some((t) => Number.isNaN(t)) ? Number.NaN : 1 - decisive;
  });
}

function relationAt(bench: Bench, r: Relation, p: Points): Truth {
  const [left, right] = valuesAt(bench, [r.left, r.right], p);
  return Float64Array.from(p.worlds, (_, i) => {
    const order = compareAt(left.v[i], left.e[i], right.v[i], right.e[i]);
    if (Number.isNaN(order)) return Number.NaN;
    if (r.relation === "=") return order === 0 ? 1 : 0;
    if (r.relation === "!=") return order === 0 ? 0 : 1;
    if (order === 0 && !p.edge[i]) return Number.NaN;
    switch (r.relation) {
      case "<":
        return order < 0 ? 1 : 0;
      case ">":
        return order > 0 ? 1 : 0;
      case "<=":
        return order <= 0 ? 1 : 0;
      case ">=":
        return order >= 0 ? 1 : 0;
    }
    return Number.NaN;
  });
}

/** -1, 0, 1 for less, a tie, more; NaN where that cannot be told. */
function compareAt(a: number, ea: number, b: number, eb: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.sign(a - b);
  const scale = Math.max(Math.abs(a), Math.abs(b));
  const gap = Math.abs(a - b);
  const noise = 1e7 * (ea + eb);
  if (gap <= CLOSE * scale + noise) return 0;
  return gap > APART * scale + noise ? Math.sign(a - b) : Number.NaN;
}
