/** Which names of a scope are vectors and matrices, and of what sizes: inferred from what is declared and from what is done with them. */
import { type Expr, some, walk } from "../expression/tree";
import type { Structure } from "./matrix-draws";
import { isIdentityName, isOnesName, isUnitVector, looksLikeMatrix, looksLikeVector, unitVectorsOf } from "./shape-names";
import { ShapeRules } from "./shape-rules";
import { type Dim, ShapeConflict, ShapeStore, type Type } from "./shape-types";

/** What a document says of a name in words. Dimensions are expressions such as n, 3 or n-1. */
export interface ShapeDeclaration {
  readonly names: readonly string[];
  readonly kind: "matrix" | "vector" | "number" | "integer";
  readonly rows?: Expr;
  readonly cols?: Expr;
  readonly structure?: readonly Structure[];
  readonly square?: boolean;
  /** Full column rank: at least as many rows as columns. */
  readonly tall?: boolean;
  /** "is a real matrix", "a complex vector". */
  readonly complex?: boolean;
}

/** Everything that shapes are inferred from. */
export interface ShapeScope {
  readonly declarations: readonly ShapeDeclaration[];
  /** Pairs of expressions that are said to be equal: definitions first, then the other equations of the scope, nearest first. */
  readonly equations: readonly (readonly [Expr, Expr])[];
  /** Pairs of dimension symbols of which the first is greater. */
  readonly greater: readonly (readonly [string, string])[];
  /** Pairs of dimension symbols that are said to be the same. */
  readonly equal: readonly (readonly [string, string])[];
  /** The words speak of triangular matrices, and do not say which in a way that was read. */
  readonly triangular?: boolean;
}

export interface Shape {
  readonly rows: number;
  readonly cols: number;
  readonly structure: readonly Structure[];
  readonly complex: boolean;
}

export interface ShapeTable {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The numbers that dimension symbols stand for. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Free letters that number the entries of vectors and matrices, with how many there are. */
  readonly indices: ReadonlyMap<string, number>;
  /** Whether I is an identity here. */
  readonly identities: boolean;
  readonly units: ReadonlySet<string>;
  /** Matrices that were declared with two different dimension symbols: their names with these. */
  readonly rectangular: ReadonlyMap<string, readonly [string, string]>;
  /** Why a disagreement would be no accusation: the shapes do not fit, or a matrix was only guessed. */
  readonly doubt?: string;
}

export const NO_SHAPES: ShapeTable = { shapes: new Map(), indices: new Map(), sizes: new Map(), identities: false, units: new Set(), rectangular: new Map() };

const MATRIX_OPERATIONS = /^(transpose|matrix|entry|determinant|tuple|gradient|hessian)$/;
/** Whether an expression shows that vectors or matrices are about. */
export const showsMatrices = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      MATRIX_OPERATIONS.test(n.op) ||
      (n.op === "call" && /^(det|tr|rank|diag)$/.test(n.name ?? "")) ||
      ((n.op === "symbol" || n.op === "indexed") &&
        (/^\\(vec|overrightarrow|mathbf|pmb)\{/.test(n.name ?? "") ||
          isUnitVector(n.name ?? "") !== undefined ||
          (n.op === "indexed" && isIdentityName(n.name ?? "")))) ||
      (n.op === "mul" && n.data?.style === "times" && n.args.some((a) => looksLikeVector(a.name ?? ""))),
  );

/** The shapes of the names of a step. `variant` 1 gives other sizes than 0. */
export function shapesOf(left: Expr, right: Expr, scope: ShapeScope, variant: 0 | 1 = 0): ShapeTable {
  const step = [left, right];
  const declared = scope.declarations.filter((d) => d.kind === "matrix" || d.kind === "vector");
  if (declared.length === 0 && !step.some(showsMatrices) && !scope.equations.some((pair) => pair.some(showsMatrices))) return NO_SHAPES;
  const names = new Set<string>();
  for (const e of [...step, ...scope.equations.flat()]) walk(e, (n) => void ((n.op === "symbol" || n.op === "indexed") && names.add(n.name ?? "")));
  const store = new ShapeStore();
  const units = unitVectorsOf(names);
  const identities = true;
  const rules = new ShapeRules(store, identities, units);
  const said = declare(rules, scope);
  // the step's own sides say most of what it is about, but not that they are equal
  let fits = true;
  for (const e of step) fits = rules.attempt(() => void rules.type(e, new Set())) && fits;
  for (const [a, b] of scope.equations) rules.attempt(() => rules.equate(a, b));
  fits = rules.attempt(() => rules.equate(left, right)) && fits;
  guess(rules, step, scope, units);
  const sizes = chooseSizes(rules, scope, variant);
  const shapes = new Map<string, Shape>();
  for (const [key, t] of rules.variables) {
    const m = store.read(t);
    if (m.kind !== "matrix" || key.includes("#")) continue;
    if (key === "unit vectors") continue;
    shapes.set(key, { rows: sizes.of(m.rows), cols: sizes.of(m.cols), structure: said.structure.get(key) ?? [], complex: said.complex.has(key) });
  }
  for (const unit of units)
    shapes.set(unit, {
      rows: sizes.of((store.read(rules.variable("unit vectors")) as { rows: Dim }).rows),
      cols: 1,
      structure: [`unit:${isUnitVector(unit) ?? 0}` as Structure],
      complex: false,
    });
  for (const name of names) if (isOnesName(name) && !shapes.has(name)) onesOf(name, store, rules, sizes.of, shapes);
  const any = shapes.size > 0 || step.some(showsMatrices);
  if (!any) return NO_SHAPES;
  const indices = new Map<string, number>();
  for (const { name, of, column } of rules.entryIndices) {
    const m = store.read(of);
    if (m.kind !== "matrix") continue;
    const size = sizes.of(column ? m.cols : sizes.of(m.cols) === 1 || m.rows !== undefined ? m.rows : m.cols);
    indices.set(name, Math.min(size, indices.get(name) ?? size));
  }
  return { shapes, indices, sizes: sizes.named, identities, units, rectangular: said.rectangular, ...doubtOf(fits, step, scope) };
}

/** Reasons against an accusation: shapes that do not fit, and an angle that stands beside lengths, which is the angle between vectors by convention. */
function doubtOf(fits: boolean, step: readonly Expr[], scope: ShapeScope): { doubt?: string } {
  if (!fits) return { doubt: "the shapes of its vectors and matrices do not fit together" };
  if (scope.triangular) return { doubt: "which of its matrices are triangular was not understood" };
  const angle = step.some((e) =>
    some(
      e,
      (n) =>
        n.op === "mul" &&
        n.args.some((a) => a.op === "call" && /^(sin|cos)$/.test(a.name ?? "") && a.args[0].op === "symbol") &&
        n.args.some((a) => a.op === "norm" || a.op === "absolute"),
    ),
  );
  return angle ? { doubt: "between which vectors the angle is taken is not said" } : {};
}

function onesOf(name: string, store: ShapeStore, rules: ShapeRules, size: (d: Dim) => number, shapes: Map<string, Shape>): void {
  const t = rules.variables.get(name);
  const m = t === undefined ? undefined : store.read(t);
  if (m?.kind === "matrix") shapes.set(name, { rows: size(m.rows), cols: size(m.cols), structure: ["ones"], complex: false });
}

/** Enters what the document says in words. The last declaration of a name counts. */
function declare(rules: ShapeRules, { declarations, equal }: ShapeScope) {
  const { store } = rules;
  const structure = new Map<string, readonly Structure[]>();
  const rectangular = rectangularOf(declarations, equal);
  const complex = new Set<string>();
  const last = lastOf(declarations);
  for (const [name, d] of last) {
    if (d.structure?.length) structure.set(name, d.structure);
    if (d.complex) complex.add(name);
    const t = rules.variable(name);
    store.attempt(() => {
      if (d.kind === "number" || d.kind === "integer") store.unify(t, store.number());
      else {
        const rows = d.rows ? rules.dimension(d.rows) : store.dim();
        const cols = d.kind === "vector" ? store.dim(1) : d.cols ? rules.dimension(d.cols) : store.dim();
        store.unify(t, store.matrix(rows, cols));
        if (d.square) store.unifyDims(rows, cols);
        if (d.tall) rules.tall.add(name);
        const pair = rectangular.get(name);
        if (pair) store.apart.push([...pair]);
      }
    });
  }
  return { structure, rectangular, complex };
}

function lastOf(declarations: readonly ShapeDeclaration[]): Map<string, ShapeDeclaration> {
  const last = new Map<string, ShapeDeclaration>();
  for (const d of declarations) for (const name of d.names) if (!isIdentityName(name.replace(/_\{.*$/, ""))) last.set(name, merge(last.get(name), d));
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

/** What is usual, where nothing was said: small letters are columns, bold ones vectors; each guess is kept only if everything still fits. */
function guess(rules: ShapeRules, step: readonly Expr[], scope: ShapeScope, units: ReadonlySet<string>): void {
  const { store } = rules;
  const kind = (t: Type) => store.read(t).kind;
  const tryIt = (action: () => void) => rules.attempt(action);
  const base = (key: string) => key.replace(/_\{.*$/, "").replace(/\(\)(#\d+)?$/, "");
  const columns = () => {
    for (const [key, t] of rules.variables)
      if (kind(t) === "matrix" && !looksLikeMatrix(base(key)) && !units.has(key)) tryIt(() => store.make(t, undefined, 1));
  };
  columns();
  const bound = boundVariables([...step, ...scope.equations.flat()]);
  for (const [key, t] of rules.variables)
    if (kind(t) === "unknown" && looksLikeVector(base(key)) && !bound.has(base(key)) && !key.includes("#")) tryIt(() => store.make(t, undefined, 1));
  for (const [key, t] of rules.variables) if (kind(t) === "unknown" && /^\\mathbf\{[A-Z]\}/.test(key) && !key.includes("#")) tryIt(() => store.make(t));
  numbers(rules, [...step, ...scope.equations.flat()], tryIt);
  operands(rules, [...step, ...scope.equations.flat()], tryIt);
  columns();
}

/** Names that integrals and expectations run over. */
function boundVariables(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const e of expressions)
    walk(e, (n) => {
      if (typeof n.data?.bound === "string" && n.op !== "apply") found.add(n.data.bound);
      if (n.op === "apply" && n.data?.bound === "|") for (const a of n.args) if (a.op === "symbol") found.add(a.name ?? "");
    });
  return found;
}

/** A plain small letter that a derivative is taken by, of which nothing else is known, is a number; so is an unknown capital's neighbour that is small. */
function numbers(rules: ShapeRules, expressions: readonly Expr[], tryIt: (action: () => void) => boolean): void {
  const { store } = rules;
  for (const e of expressions)
    walk(e, (n) => {
      if (n.op !== "derivative" || n.args[1]?.op !== "symbol" || looksLikeVector(n.args[1].name ?? "") || looksLikeMatrix(n.args[1].name ?? "")) return;
      const t = rules.variables.get(n.args[1].name ?? "");
      if (t !== undefined && store.read(t).kind === "unknown") tryIt(() => store.unify(t, store.number()));
    });
}

const USUAL_VECTOR = /^([bhpqr-z]|\\(beta|theta|mu|phi|xi|varepsilon|epsilon)|\\hat\{([bhpqr-z]|\\(beta|theta|mu))\})(_|$)/;
/** `A x`, with a matrix A before a small letter that often names a vector. */
function operands(rules: ShapeRules, expressions: readonly Expr[], tryIt: (action: () => void) => boolean): void {
  const { store } = rules;
  for (const e of expressions)
    walk(e, (n) => {
      if (n.op !== "mul" || n.args.length < 2) return;
      for (let k = 0; k + 1 < n.args.length; k++) neighbours(rules, n.args[k], n.args[k + 1], tryIt);
      const last = n.args[n.args.length - 1];
      const before = n.args[n.args.length - 2];
      if (last.op !== "symbol" || before.op !== "symbol" || !USUAL_VECTOR.test(last.name ?? "") || !looksLikeMatrix(before.name ?? "")) return;
      const [a, x] = [rules.variables.get(before.name ?? ""), rules.variables.get(last.name ?? "")];
      if (a === undefined || x === undefined || store.read(a).kind !== "matrix" || store.read(x).kind !== "unknown") return;
      tryIt(() => store.make(x, undefined, 1));
    });
}

/** A capital beside a matrix, in a product, is a matrix too if that fits. */
function neighbours(rules: ShapeRules, a: Expr, b: Expr, tryIt: (action: () => void) => boolean): void {
  const bare = (e: Expr): Expr => (e.op === "transpose" || e.op === "adjoint" || (e.op === "pow" && e.args[1].op !== "symbol") ? e.args[0] : e);
  const [x, y] = [bare(a), bare(b)].map((e) => (e.op === "symbol" && looksLikeMatrix(e.name ?? "") ? rules.variables.get(e.name ?? "") : undefined));
  if (x === undefined || y === undefined) return;
  const kinds = [x, y].map((t) => rules.store.read(t).kind);
  if (kinds[0] === "matrix" && kinds[1] === "unknown") tryIt(() => rules.store.make(y));
  if (kinds[1] === "matrix" && kinds[0] === "unknown") tryIt(() => rules.store.make(x));
}

const SIZES = [
  [3, 2, 4, 2, 3],
  [4, 3, 2, 3, 4],
] as const;

/** A number for every dimension: different ones for different dimensions, in an order that the scope allows. */
function chooseSizes(rules: ShapeRules, scope: ShapeScope, variant: 0 | 1) {
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
  const of = (d: Dim) => store.size(d) ?? found.get(store.rootDim(d)) ?? 3;
  for (let round = 0; round < 6; round++)
    for (const [big, small] of orders)
      if (of(big) <= of(small) && store.rootDim(big) !== store.rootDim(small)) {
        const [x, y] = [of(big), of(small)];
        if (store.size(big) === undefined) found.set(store.rootDim(big), Math.min(5, x === y ? x + 1 : y));
        if (x !== y && store.size(small) === undefined) found.set(store.rootDim(small), x);
      }
  const named = new Map(store.dimensionNames.map((name): [string, number] => [name, of(store.dimNamed(name))]));
  return { of, named };
}

export { ShapeConflict };
