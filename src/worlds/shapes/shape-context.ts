/** What a rule of shapes sees: the store, the names, the products that are still open. */
import type { Expr } from "../../expression/tree";
import type { Membership } from "./shape-table";
import type { Dim, ShapeStore, Type } from "./shape-types";

/** The letters that number the entries of something, and in which position. */
export interface EntryIndex {
  readonly name: string;
  readonly of: Type;
  readonly column: boolean;
  /** The number, where it is one. */
  readonly at?: number;
}

export interface ShapeContext {
  readonly store: ShapeStore;
  /** Whether matrices are about, so that I is an identity. */
  readonly identities: boolean;
  /** Whether i, j, k (bold or under a hat) are the unit vectors of space. */
  readonly units: ReadonlySet<string>;
  /** Names of entries with the name of what they are entries of. */
  readonly owners: ReadonlyMap<string, string>;
  /** Families of vectors with the matrix whose rows or columns they are. */
  readonly members: ReadonlyMap<string, Membership>;
  readonly entryIndices: EntryIndex[];
  /** Names whose products have a transposed copy of themselves inverted: they have at least as many rows as columns, or the other way round. */
  readonly tall: Set<string>;
  readonly wide: Set<string>;
  /** The type of a name that was met before. */
  known(key: string): Type | undefined;
  /** The type of a name. */
  variable(key: string): Type;
  /** The type of an expression under bound names. */
  type(e: Expr, bound: ReadonlySet<string>): Type;
  /** A rule that waits for what is not known yet: looked at again until nothing changes. */
  later(settle: () => void): void;
  /** The dimension that an expression such as n, 3 or n-1 is. */
  dimension(e: Expr): Dim;
  /** The dimension of a symbol that ends a sum: it is one only if something has as many entries. */
  count(name: string): Dim;
}

/** What one operator says about shapes. */
export type ShapeRule = (e: Expr, bound: ReadonlySet<string>, c: ShapeContext) => Type;

/** A name stands where only a matrix can. */
export function demandMatrix({ store }: ShapeContext, t: Type): void {
  if (store.read(t).kind === "unknown") store.unify(t, store.matrix());
}

/** Free letters that number rows and columns. */
export function noteIndices(c: ShapeContext, indices: readonly Expr[], of: Type, bound: ReadonlySet<string>): void {
  indices.forEach((index, k) => {
    if (index.op === "symbol" && !bound.has(index.name ?? "") && /^([a-z]|\\ell)$/.test(index.name ?? ""))
      c.entryIndices.push({ name: index.name ?? "", of, column: k === 1 });
    if (index.op === "number" && indices.length === 2) c.entryIndices.push({ name: "", of, column: k === 1, at: Number(index.name) });
  });
}
