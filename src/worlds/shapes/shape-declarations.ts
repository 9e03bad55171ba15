/** What a document says in words of its vectors and matrices, entered as constraints. */
import type { Structure } from "../matrix-draws";
import { isIdentityName } from "./shape-names";
import type { ShapeRules } from "./shape-rules";
import type { ShapeDeclaration, ShapeScope } from "./shape-table";

/** What was said of names beyond their sizes. */
export interface Said {
  readonly structure: ReadonlyMap<string, readonly Structure[]>;
  readonly complex: ReadonlySet<string>;
}

/** Enters what the document says in words. The last declaration of a name counts. */
export function declare(rules: ShapeRules, { declarations, equal }: ShapeScope): Said {
  const structure = new Map<string, readonly Structure[]>();
  const rectangular = rectangularOf(declarations, equal);
  const complex = new Set<string>();
  for (const d of declarations) if (d.kind === "covariance") for (const name of d.names) structure.set(name, ["definite"]);
  for (const [name, d] of lastOf(declarations)) {
    if (d.structure?.length) structure.set(name, d.structure);
    if (d.complex) complex.add(name);
    const pair = rectangular.get(name);
    rules.store.attempt(() => enter(rules, name, d, pair));
  }
  return { structure, complex };
}

function enter(rules: ShapeRules, name: string, d: ShapeDeclaration, pair: readonly [string, string] | undefined): void {
  const { store } = rules;
  const t = rules.variable(name);
  if (d.kind === "number" || d.kind === "integer") return store.unify(t, store.number());
  const rows = d.rows ? rules.dimension(d.rows) : store.dim();
  const cols = d.kind === "vector" ? store.dim(1) : d.cols ? rules.dimension(d.cols) : store.dim();
  store.unify(t, store.matrix(rows, cols));
  if (d.square) store.unifyDims(rows, cols);
  if (d.tall) rules.tall.add(name);
  if (pair) store.apart.push([...pair]);
}

function lastOf(declarations: readonly ShapeDeclaration[]): Map<string, ShapeDeclaration> {
  const last = new Map<string, ShapeDeclaration>();
  for (const d of declarations)
    for (const name of d.names) if (d.kind !== "covariance" && !isIdentityName(name.replace(/_\{.*$/, ""))) last.set(name, merge(last.get(name), d));
  return last;
}

/** Names that are declared as matrices with two different dimension symbols, which nothing says to be the same. */
export function rectangularOf(
  declarations: readonly ShapeDeclaration[],
  equal: readonly (readonly [string, string])[],
): Map<string, readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>();
  for (const [name, d] of lastOf(declarations)) {
    const [rows, cols] = [d.rows?.name ?? "", d.cols?.name ?? ""];
    if (d.kind !== "matrix" || d.rows?.op !== "symbol" || d.cols?.op !== "symbol" || rows === cols || d.square) continue;
    if (!equal.some((pair) => pair.includes(rows) && pair.includes(cols))) found.set(name, [rows, cols]);
  }
  return found;
}

/** Two statements about one name: the later adds to the earlier, or takes its place where it gives another shape. */
function merge(before: ShapeDeclaration | undefined, d: ShapeDeclaration): ShapeDeclaration {
  if (!before || before.kind !== d.kind || (d.rows && before.rows)) return d;
  return {
    ...before,
    ...d,
    rows: d.rows ?? before.rows,
    cols: d.cols ?? before.cols,
    structure: [...(before.structure ?? []), ...(d.structure ?? [])],
    square: d.square || before.square,
    tall: d.tall || before.tall,
  } as ShapeDeclaration;
}
