/** A number for every dimension: different ones for different dimensions, in an order that the scope allows. */
import type { ShapeRules } from "./shape-rules";
import type { ShapeScope } from "./shape-table";
import type { Dim, Type } from "./shape-types";

/** What is first greater is then smaller: no dimension is greater than another by accident. */
const SIZES = [
  [3, 2, 4, 2, 3],
  [2, 3, 4, 3, 2],
] as const;

export interface Sizes {
  readonly of: (d: Dim) => number;
  /** The numbers that dimension symbols stand for. */
  readonly named: ReadonlyMap<string, number>;
}

/** `variant` 1 gives other sizes than 0. */
export function chooseSizes(rules: ShapeRules, scope: ShapeScope, variant: 0 | 1): Sizes {
  const { store } = rules;
  const classes: Dim[] = [];
  const note = (d: Dim) => {
    const root = store.rootDim(d);
    if (store.size(root) === undefined && !classes.includes(root)) classes.push(root);
  };
  const orders: [Dim, Dim][] = [];
  for (const [key, t] of rules.variables) {
    const m = store.read(t);
    if (m.kind !== "matrix") continue;
    note(m.rows);
    note(m.cols);
    if (rules.tall.has(key)) orders.push([m.rows, m.cols]);
    if (rules.wide.has(key)) orders.push([m.cols, m.rows]);
  }
  for (const name of store.dimensionNames) note(store.dimNamed(name));
  for (const [a, b] of scope.greater)
    if (store.dimensionNames.includes(a) && store.dimensionNames.includes(b)) orders.push([store.dimNamed(a), store.dimNamed(b)]);
  const found = new Map<Dim, number>();
  for (const [i, c] of classes.entries()) found.set(c, SIZES[variant][i % 5]);
  for (const [d, most] of largestEntries(rules)) found.set(d, most);
  const of = (d: Dim) => store.size(d) ?? found.get(store.rootDim(d)) ?? 3;
  for (let round = 0; round < 6; round++)
    for (const [big, small] of orders)
      if (of(big) <= of(small) && store.rootDim(big) !== store.rootDim(small)) {
        const [x, y] = [of(big), of(small)];
        if (store.size(big) === undefined) found.set(store.rootDim(big), Math.min(5, x === y ? x + 1 : y));
        if (x !== y && store.size(small) === undefined) found.set(store.rootDim(small), x);
      }
  const used = new Set([...rules.variables.values()].flatMap((t) => dimensionsOf(rules, t)));
  const names = store.dimensionNames.filter((name) => !rules.counts.has(name) || used.has(store.rootDim(store.dimNamed(name))));
  const named = new Map(names.map((name): [string, number] => [name, of(store.dimNamed(name))]));
  return { of, named };
}

/** A matrix whose entries are listed by number ends where the list does. */
function largestEntries({ store, entryIndices }: ShapeRules): Map<Dim, number> {
  const found = new Map<Dim, number>();
  for (const { of, column, at } of entryIndices) {
    const m = store.read(of);
    if (m.kind !== "matrix" || at === undefined || !Number.isInteger(at) || at < 1 || at > 6) continue;
    const d = store.rootDim(column ? m.cols : m.rows);
    if (store.size(d) === undefined) found.set(d, Math.max(2, at, found.get(d) ?? 1));
  }
  return found;
}

function dimensionsOf({ store }: ShapeRules, t: Type): Dim[] {
  const m = store.read(t);
  return m.kind === "matrix" ? [store.rootDim(m.rows), store.rootDim(m.cols)] : [];
}
