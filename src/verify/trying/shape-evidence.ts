/** Gathers what shapes are inferred from for each step: the words before it, the equations of its scope, memberships such as x ∈ R^n. */

import type { Item, ItemGroup } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { momentOf } from "../../derivation/random/moments";
import { lawOf, type RandomSetting } from "../../derivation/random/random";
import type { ReadDocument } from "../../derivation/reading/chains";
import { outlivedShapes } from "../../derivation/scopes/outlived-shapes";
import { type Declaration, declarationsOf } from "../../derivation/words/declarations";
import { gaussian } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import type { Reading } from "../../expression/parser";
import { type Expr, node, symbol } from "../../expression/tree";
import type { Structure } from "../../worlds/matrix-draws";
import { rectangularOf } from "../../worlds/shapes/shape-declarations";
import { isIdentityName, looksLikeMatrix } from "../../worlds/shapes/shape-names";
import type { ShapeDeclaration, ShapeScope } from "../../worlds/shapes/shape-table";
import { notSquare } from "../accusing/rectangular";
import { argumentVectors } from "./argument-vectors";
import { covariancesIn } from "./covariances";

/** Makes the scope of shapes of a step under a plan. */
export interface ShapeEvidence {
  scope(item: Item, plan: Plan): ShapeScope;
  /** Names declared before the item as matrices with two different dimensions. */
  rectangular(item: Item): ReadonlyMap<string, readonly [string, string]>;
}

/** What the words of a document say of its matrices, wherever they stand. */
export function matrixWords({ scanned }: ReadDocument, said: readonly Declaration[]): { readonly triangular: boolean; readonly normal: boolean } {
  const { triangular, normal } = spokenOf(scanned.blocks);
  return { triangular: triangular && !said.some((d) => [...d.properties].some((p) => p.includes("triangular"))), normal };
}

/** Whether the prose speaks of triangular and of normal matrices: looked up once for all windows of a document. */
function spokenOf(blocks: ReadDocument["scanned"]["blocks"]): { readonly triangular: boolean; readonly normal: boolean } {
  const says = (pattern: RegExp): boolean => blocks.some((b) => b.kind === "prose" && pattern.test(b.text));
  const found = spoken.get(blocks) ?? { triangular: says(/triangular/i), normal: says(/\bnormal (matri(x|ces)|operator|transformation)/i) };
  spoken.set(blocks, found);
  return found;
}

const spoken = new WeakMap<object, { readonly triangular: boolean; readonly normal: boolean }>();

/** Of its own part, or of what stands before the parts of its problem. */
const isInReach = (i: Item, { scope, within }: Item): boolean => i.scope === scope || i.scope === within;

/** `said`: what the words of the document declare. */
export function shapeEvidence(
  document: ReadDocument,
  groups: readonly ItemGroup[],
  reading: Reading,
  said: readonly Declaration[] = declarationsOf(document, reading),
): ShapeEvidence {
  const items = groups.flatMap((g) => g.items);
  const equal = items
    .filter((i) => i.relation === "=" && i.left.op === "symbol" && i.right.op === "symbol")
    .map((i): [string, string] => [i.left.name ?? "", i.right.name ?? ""]);
  const { triangular, normal } = matrixWords(document, said);
  const memberships = items.filter((i) => i.relation === "∈");
  const spread = items.flatMap((item) => spreadOf(item) ?? []);
  const covariances = items.map((item) => ({ item, found: covariancesIn(item) })).filter(({ found }) => found.length > 0);
  const equalities = items.filter((i) => i.relation === "=" && i.role !== "unread");
  const greater = items.map((item) => ({ item, found: greaterThan(item) })).filter(({ found }) => found.length > 0);
  const inWords = said.map((d) => ({ at: d.at, paragraph: document.scanned.blocks[d.at].paragraph, shapes: shapeOf(d) })).filter((d) => d.shapes.length > 0);
  const outlived = outlivedShapes(document, groups, said);
  /** What is said at a block, less what is over where an item stands. */
  const inForce = (shapes: readonly ShapeDeclaration[], block: number, item: Item): ShapeDeclaration[] =>
    shapes.flatMap((d) => {
      const names = d.names.filter((name) => !outlived.isOver(name, outlived.section(block), item));
      return names.length === 0 ? [] : [names.length === d.names.length ? d : { ...d, names }];
    });
  const byLink = new Map<Item["link"], readonly ShapeDeclaration[]>();
  const declared = (item: Item): readonly ShapeDeclaration[] => {
    const known = byLink.get(item.link);
    if (known) return known;
    const here = item.link.statement.block.paragraph;
    const members = memberships.filter((i) => i.order < item.order || i.link.statement.block.paragraph === here);
    const found = [
      ...inWords.filter((d) => d.at <= item.link.statement.at || d.paragraph <= here + 1).flatMap((d) => inForce(d.shapes, d.at, item)),
      ...members.flatMap((m) => inForce(membership(m), m.link.statement.at, item)),
      ...covariances.filter(({ item: i }) => isInReach(i, item) && i.order <= item.order).flatMap(({ found }) => found),
      ...spread.filter(({ item: i }) => isInReach(i, item) && i.order < item.order).map((s) => s.shape),
    ];
    const inOne = found.map((d) => (isOfOne(d, items, item) ? { names: d.names, kind: "number" as const } : d));
    byLink.set(item.link, inOne);
    return inOne;
  };
  return {
    rectangular: (item) => rectangularOf(declared(item), equal),
    scope(item, plan) {
      const declarations = declared(item);
      const rectangular = rectangularOf(declarations, equal);
      const near = nearest(equalities, item, (i) => !notSquare(i.left, rectangular) && !notSquare(i.right, rectangular));
      const definitions = [...plan.definitions.values()].flatMap((d): [Expr, Expr][] => {
        if (d.params.length === 0 && !d.indexed) return [[named(d.name), d.body]];
        return d.indexed && d.params.length === 1 ? [[node("indexed", [symbol(d.params[0])], ZERO, d.name), d.body]] : [];
      });
      const moments = momentShapes(plan.random, [item.left, item.right, ...definitions.map(([, body]) => body)]);
      const equations = [...definitions, ...moments, ...near.map((i): [Expr, Expr] => [i.left, i.right])];
      // what takes single values with probabilities is a number
      const numbers = [...(plan.random?.variables.values() ?? [])].filter((v) => v.points).map((v): ShapeDeclaration => ({ names: [v.name], kind: "number" }));
      const arguments_ = argumentVectors(plan.definitions.values(), (name) => declarations.some((d) => d.names.includes(name)));
      const { vector, matrices = [] } = item.ofVectors ?? {};
      const made: ShapeDeclaration[] =
        vector === undefined
          ? []
          : [{ names: [vector], kind: "vector" }, ...(matrices.length > 0 ? [{ names: matrices, kind: "matrix" as const, square: true }] : [])];
      const more = [...numbers, ...arguments_, ...made, ...blockShapes(item)];
      return {
        declarations: more.length > 0 ? [...declarations, ...more] : declarations,
        equations,
        defined: definitions.length + moments.length,
        greater: greater.filter(({ item: i }) => i.scope === item.scope || i.order < item.order).flatMap(({ found }) => found),
        equal,
        triangular,
        normal,
      };
    },
  };
}

/** The shapes of vectors and of the blocks between them. */
const blockShapes = ({ ofBlocks }: Item): ShapeDeclaration[] => [
  ...[...(ofBlocks?.vectors ?? [])].map(([name, size]): ShapeDeclaration => ({ names: [name], kind: "vector", rows: symbol(size, ZERO) })),
  ...[...(ofBlocks?.matrices ?? [])].map(
    ([name, [rows, cols]]): ShapeDeclaration => ({ names: [name], kind: "matrix", rows: symbol(rows, ZERO), cols: symbol(cols, ZERO) }),
  ),
];

/** A random name has the shape of its mean, and its covariance, where a letter of a matrix says it, that of the name times itself. */
function momentShapes(random: RandomSetting | undefined, spoken: readonly Expr[]): [Expr, Expr][] {
  return [...(random?.variables.values() ?? [])].flatMap((v): [Expr, Expr][] => {
    if (v.sequence || !spoken.some((e) => hasSymbol(e, v.name))) return [];
    const [mean, covariance] = v.law?.family === gaussian ? v.law.args : [v.mean, v.covariance];
    const name = named(v.name);
    const square = node("mul", [name, node("transpose", [name], ZERO)], ZERO, undefined, { style: "juxtaposed" });
    return [
      ...(mean && mean.op !== "number" ? [[name, mean] as [Expr, Expr]] : []),
      ...(covariance?.op === "symbol" && looksLikeMatrix(covariance.name ?? "") ? [[square, covariance] as [Expr, Expr]] : []),
    ];
  });
}

/** Var(ε) = σ² I, ε ∼ N(0, σ² I): a vector. */
function spreadOf(item: Item): { readonly item: Item; readonly shape: ShapeDeclaration } | undefined {
  const moment = item.relation === "=" && item.role === "given" ? momentOf(item.left) : undefined;
  const law = item.relation === "∼" && item.left.op === "symbol" ? lawOf(item.right)?.args[1] : undefined;
  const name = moment?.kind === "covariance" ? moment.name : law && item.left.name;
  const covariance = law ?? item.right;
  const isMatrix = (e: Expr): boolean => (e.op === "mul" ? e.args.some(isMatrix) : (e.op === "symbol" || e.op === "indexed") && isIdentityName(e.name ?? ""));
  return name !== undefined && isMatrix(covariance) ? { item, shape: { names: [name], kind: "vector" } } : undefined;
}

/** So many equations of a scope are looked at, and so many tell of shapes. */
const LOOKED_AT = 400;
const TOLD = 40;

/** The items of the same scope nearest to one, before and behind it, that pass a test; `items` are in reading order. */
function nearest(items: readonly Item[], item: Item, passes: (i: Item) => boolean): Item[] {
  const found: Item[] = [];
  let behind = items.findIndex((i) => i.order >= item.order);
  if (behind < 0) behind = items.length;
  let before = behind - 1;
  for (let looked = 0; looked < LOOKED_AT && found.length < TOLD && (before >= 0 || behind < items.length); looked++) {
    const isBefore = behind >= items.length || (before >= 0 && item.order - items[before].order <= items[behind].order - item.order);
    const next = isBefore ? items[before--] : items[behind++];
    if (next.scope === item.scope && next.order !== item.order && passes(next)) found.push(next);
  }
  return found;
}

/** The expression that a definition's name was read from. */
function named(name: string): Expr {
  const m = /^(.*)_\{([a-zA-Z0-9]|\\[a-z]+)\}$/.exec(name);
  return m && !name.includes("\\text") ? node("indexed", [/^\d/.test(m[2]) ? node("number", [], ZERO, m[2]) : symbol(m[2])], ZERO, m[1]) : symbol(name);
}
const ZERO = { from: 0, to: 0 };

const STRUCTURES: readonly (readonly [string, Structure])[] = [
  ["positive definite", "definite"],
  ["positive-definite", "definite"],
  ["covariance", "definite"],
  ["precision", "definite"],
  ["positive semidefinite", "definite"],
  ["symmetric", "symmetric"],
  ["skew-symmetric", "skew"],
  ["antisymmetric", "skew"],
  ["orthogonal", "orthogonal"],
  ["rotation", "rotation"],
  ["orthonormal columns", "orthogonal"],
  ["unitary", "unitary"],
  ["hermitian", "hermitian"],
  ["self-adjoint", "hermitian"],
  ["diagonal", "diagonal"],
  ["upper triangular", "upper"],
  ["upper-triangular", "upper"],
  ["lower triangular", "lower"],
  ["lower-triangular", "lower"],
  ["idempotent", "idempotent"],
  ...["invertible", "nonsingular", "non-singular", "regular", "full rank", "full column rank", "full row rank", "linearly independent columns"].map(
    (word): [string, Structure] => [word, "full"],
  ),
  ["unit", "unit"],
];
const SQUARE = [
  "square",
  "symmetric",
  "skew-symmetric",
  "antisymmetric",
  "unitary",
  "hermitian",
  "self-adjoint",
  "normal",
  "diagonal",
  "positive definite",
  "positive-definite",
  "positive semidefinite",
  "invertible",
  "nonsingular",
  "non-singular",
  "singular",
  "regular",
  "idempotent",
  "covariance",
  "rotation",
  "permutation",
  "projection",
];
/** Adjectives that by themselves tell a matrix. */
const MATRIX_ONLY = [
  "unitary",
  "hermitian",
  "self-adjoint",
  "invertible",
  "nonsingular",
  "non-singular",
  "idempotent",
  "positive definite",
  "positive-definite",
  "positive semidefinite",
];

function shapeOf(d: Declaration): ShapeDeclaration[] {
  const has = (p: string) => d.properties.has(p);
  if (d.kind === "number" || d.kind === "integer") return [{ names: d.names, kind: d.kind }];
  const matrixOnly =
    d.kind === "thing" &&
    (MATRIX_ONLY.some(has) ||
      (has("symmetric") && d.names.every((n) => /[A-Z]/.test(n))) ||
      (has("square") && d.names.every((n) => /^(\\mathbf\{)?[A-HJLMP-Z]\}?(_|$)/.test(n))) ||
      (has("orthogonal") && d.names.length === 1 && /^[A-Z]|\\mathbf\{[A-Z]/.test(d.names[0])));
  if (d.kind !== "matrix" && d.kind !== "vector" && !matrixOnly) return [];
  const kind = d.kind === "vector" ? "vector" : "matrix";
  const structure =
    kind === "vector" ? (has("unit") ? (["unit"] as const) : []) : [...new Set(STRUCTURES.filter(([word]) => word !== "unit" && has(word)).map(([, s]) => s))];
  const square = kind === "matrix" && (SQUARE.some(has) || (has("orthogonal") && !d.cols));
  return [
    {
      names: d.names,
      kind,
      ...(d.rows ? { rows: d.rows } : {}),
      ...(d.cols ? { cols: d.cols } : {}),
      structure,
      square,
      tall: has("full column rank") || has("orthonormal columns") || has("linearly independent columns"),
      ...(has("complex") || has("unitary") || has("hermitian") ? { complex: true } : {}),
    },
  ];
}

/** `A \in \mathbb{R}^{m \times n}`, `x, y \in \mathbb{R}^n`, `x \in \mathbb{R}`. */
function membership(item: Item): ShapeDeclaration[] {
  const names = (item.left.op === "list" || item.left.op === "tuple" ? item.left.args : [item.left])
    .filter((e) => e.op === "symbol" || e.op === "indexed")
    .map(symbolName);
  const set = item.right;
  if (names.length === 0) return [];
  const space = (e: Expr) => /^(\\math(bb|bf)\{[RC]\}|[RC])$/.test(e.name ?? "");
  if (set.op === "symbol" && space(set)) return [{ names, kind: "number" }];
  if (set.op !== "pow" || !space(set.args[0])) return [];
  const complex = /C/.test(set.args[0].name ?? "") ? { complex: true } : {};
  const size = set.args[1];
  if (size.op === "mul" && size.data?.style === "times" && size.args.length === 2)
    return [{ names, kind: size.args[1].name === "1" ? "vector" : "matrix", rows: size.args[0], cols: size.args[1], ...complex }];
  if (size.op === "symbol" && /[+*]/.test(size.name ?? "")) return [{ names, kind: "number" }];
  return [{ names, kind: "vector", rows: size, ...complex }];
}

/** x ∈ R^d behind "let d = 1": a number. */
function isOfOne({ kind, rows, cols }: ShapeDeclaration, items: readonly Item[], item: Item): boolean {
  const sizes = kind === "vector" ? [rows] : kind === "matrix" ? [rows, cols] : [];
  const isOne = (size: Expr | undefined): boolean => {
    if (size?.op !== "symbol") return false;
    const said = items.filter(
      (i) => i.order < item.order && i.relation === "=" && i.left.op === "symbol" && i.left.name === size.name && i.right.op === "number" && reaches(i, item),
    );
    return said[said.length - 1]?.right.name === "1";
  };
  return sizes.length > 0 && sizes.every(isOne);
}

/** Whether a value of a size still counts where an item stands: not in another section, and not behind the paragraph of a case, "for n = 1". */
function reaches(value: Item, item: Item): boolean {
  const { block, prose } = value.link.statement;
  const isCase = /\b(for|if|when|case)\s*$/i.test(prose);
  return (value.within ?? value.scope) === (item.within ?? item.scope) && (!isCase || block.paragraph === item.link.statement.block.paragraph);
}

/** `n > d`, where both may be dimensions. */
function greaterThan(item: Item): [string, string][] {
  if (item.left.op !== "symbol" || item.right.op !== "symbol") return [];
  const [a, b] = [item.left.name ?? "", item.right.name ?? ""];
  return item.relation === ">" || item.relation === ">=" ? [[a, b]] : item.relation === "<" || item.relation === "<=" ? [[b, a]] : [];
}
