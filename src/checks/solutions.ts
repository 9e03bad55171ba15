/** Points of the solution set of a statement: roots of its equations, or a region sampled up to its boundaries. */
import { isolate } from "../derivation/plans/solve";
import { type Assertion, casesOf, expressionsIn, type Relation } from "../expression/assertion";
import { namesOf, symbolName } from "../expression/names";
import { hasSymbol } from "../expression/occurrences";
import { type Expr, rewrite, some, walk } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import { REALS } from "../worlds/draws";
import { join, type Points, pick, pointsOf, truthAt, valuesAt } from "./points";
import { grid, rootsOf, spread, type Unknown } from "./roots";

/** Worlds in which the other names of a statement are drawn. */
const WORLDS = 6;
const CONSTANT = /^(\\pi|e|\\infty|\\mathrm\{e\})$/;

/** The free plain names of expressions, constants left out. */
export function freeNames(expressions: readonly Expr[]): Set<string> {
  return new Set([...namesOf(...expressions).symbols].filter((n) => !CONSTANT.test(n)));
}

/** Solution points and whether they are all there are: a finite set, in which every name is determined. */
export interface Solutions {
  readonly points: Points;
  /** The name that was solved for, or that a region was scanned in. */
  readonly name?: string;
  /** Nothing but the solved name is free. */
  readonly pinned: boolean;
}

/** Where statements are solved. */
export interface Scope {
  readonly bench: Bench;
  /** Names that definitions give values to: they are not free. */
  readonly defined: ReadonlySet<string>;
  /** Holds of every point that counts: conditions of the document. */
  readonly domain: readonly Relation[];
}

/** Solves `a`; `beside` are statements whose boundaries matter too, `wanted` names to solve for if there is a choice. */
export function solutionsOf(scope: Scope, a: Assertion, beside: readonly Assertion[], wanted: readonly string[]): Solutions | undefined {
  const cases = casesOf(a);
  if (!cases || cases.some((c) => c.length === 0)) return undefined;
  const parts = cases.map((c) => solveCase(scope, c, beside, wanted));
  if (parts.some((p) => p === undefined)) return undefined;
  const found = parts as Solutions[];
  const points = inDomain(scope, join(found.map((p) => p.points)));
  const holds = truthAt(scope.bench, a, points);
  return { points: pick(points, (i) => holds[i] === 1), pinned: found.every((p) => p.pinned), ...(found[0].name ? { name: found[0].name } : {}) };
}

function inDomain(scope: Scope, points: Points): Points {
  let kept = points;
  for (const d of scope.domain) {
    const t = truthAt(scope.bench, d, { ...kept, edge: new Uint8Array(kept.worlds.length).fill(1) });
    kept = pick(kept, (i) => t[i] === 1);
  }
  return kept;
}

const free = (scope: Scope, e: readonly Expr[]): string[] => [...freeNames(e)].filter((n) => !scope.defined.has(n));

function unknownOf(scope: Scope, name: string): Unknown | undefined {
  const sort = scope.bench.model.parts.sorts.of.get(name);
  if (sort && sort.kind !== "real" && sort.kind !== "integer") return undefined;
  return { name, within: sort?.within ?? REALS, integer: sort?.kind === "integer" };
}

const mentioned = (expressions: readonly Expr[]): number[] => {
  const found = new Set<number>();
  for (const root of expressions)
    walk(root, (n) => void (n.op === "number" && Number.isFinite(Number(n.name)) && found.size < 24 && found.add(Number(n.name))));
  return [...found];
};

function solveCase(scope: Scope, relations: readonly Relation[], beside: readonly Assertion[], wanted: readonly string[]): Solutions | undefined {
  const equations = relations.filter((r) => r.relation === "=" && !isIdentity(scope, r));
  const numbers = mentioned([...relations.flatMap((r) => [r.left, r.right]), ...beside.flatMap(expressionsIn)]);
  if (equations.length === 0) return region(scope, relations, beside, numbers);
  const { last, eliminated } = eliminate(scope, equations, wanted);
  if (!last) return undefined;
  const names = preferred(free(scope, [last.left, last.right]), wanted, last);
  const closed = names.length <= 1;
  // a number of terms is solved for last
  const integers = names.filter((n) => unknownOf(scope, n)?.integer);
  for (const name of [...names.filter((n) => !integers.includes(n)), ...integers].slice(0, 3)) {
    const unknown = unknownOf(scope, name);
    if (!unknown) continue;
    const base = pointsOf(Int32Array.from({ length: closed ? 1 : WORLDS }, (_, w) => w));
    const roots = rootsOf(scope.bench, last.left, last.right, unknown, base, numbers);
    const points = filled(scope, roots, eliminated);
    if (points.worlds.length > 0 || closed) return { points, name, pinned: closed };
  }
  return undefined;
}

/** True at every one of a few scattered points where its sides have values: it says nothing. */
function isIdentity(scope: Scope, r: Relation): boolean {
  const t = truthAt(scope.bench, r, pointsOf(Int32Array.from({ length: 12 }, (_, w) => w)));
  return t.every((x) => x !== 0) && t.filter((x) => x === 1).length >= 3;
}

/** All equations but one, turned into values of names one at a time: only steps that lose no solution. */
function eliminate(scope: Scope, equations: readonly Relation[], wanted: readonly string[]): { last?: Relation; eliminated: { name: string; body: Expr }[] } {
  let left = [...equations];
  const eliminated: { name: string; body: Expr }[] = [];
  while (left.length > 1) {
    const step = eliminateOne(scope, left, wanted);
    if (!step) return { eliminated };
    eliminated.push(step);
    left = left.filter((r) => r !== step.from).map((r) => ({ ...r, left: put(r.left, step), right: put(r.right, step) }));
    const telling = left.filter((r) => !isIdentity(scope, r));
    left = telling.length ? telling : left.slice(0, 1);
  }
  return { last: left[0], eliminated };
}

function eliminateOne(scope: Scope, equations: readonly Relation[], wanted: readonly string[]): { name: string; body: Expr; from: Relation } | undefined {
  const lone = (r: Relation) => (r.left.op === "symbol" || r.right.op === "symbol" ? 0 : 1);
  for (const from of [...equations].sort((a, b) => lone(a) - lone(b)))
    for (const name of preferred(free(scope, [from.left, from.right]), wanted, from).reverse()) {
      if (!unknownOf(scope, name) || unknownOf(scope, name)?.integer) continue;
      const body = uniquely(from.left, from.right, name);
      if (body) return { name, body, from };
    }
  return undefined;
}

/** A value that follows from the equation and has no rival: no even root on the way. */
function uniquely(left: Expr, right: Expr, name: string): Expr | undefined {
  const under = (e: Expr): boolean => (e.op === "pow" || e.op === "absolute" || e.op === "call" || e.op === "root" ? hasSymbol(e, name) : e.args.some(under));
  if (under(left) || under(right)) return undefined;
  const body = isolate(left, right, name);
  return body && !some(body, (n) => n.op === "bind" && some(n.args[0], (m) => m.data?.bound !== undefined)) ? body : undefined;
}

const put = (e: Expr, step: { name: string; body: Expr }): Expr => rewrite(e, (n) => (n.op === "symbol" && n.name === step.name ? step.body : n));

function filled(scope: Scope, points: Points, eliminated: readonly { name: string; body: Expr }[]): Points {
  let done = points;
  for (const step of [...eliminated].reverse()) {
    const [value] = valuesAt(scope.bench, [step.body], done);
    done = { ...done, at: new Map(done.at).set(step.name, value.v) };
  }
  return pick(done, (i) => [...done.at.values()].every((v) => Number.isFinite(v[i])));
}

/** A lone side first, then names that the other statement speaks of, then late letters. */
function preferred(names: readonly string[], wanted: readonly string[], r: Relation): string[] {
  const lone = [r.left, r.right].filter((e) => e.op === "symbol").map((e) => e.name ?? "");
  const rank = (n: string) => (wanted.includes(n) ? wanted.indexOf(n) : 20) + (lone.includes(n) ? 0 : 5) + (/^[xyzt]/.test(n) ? 0 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? 1 : -1));
}

/** Points of a region: scattered ones, and for each inequality of either statement its boundary and both sides of it. */
function region(scope: Scope, relations: readonly Relation[], beside: readonly Assertion[], numbers: readonly number[]): Solutions | undefined {
  const names = free(scope, [...relations.flatMap((r) => [r.left, r.right]), ...beside.flatMap(expressionsIn)]);
  const own = names.filter((n) => freeNames(relations.flatMap((r) => [r.left, r.right])).has(n));
  const base = pointsOf(Int32Array.from({ length: names.length <= 1 ? 1 : 12 }, (_, w) => w));
  const parts: Points[] = [];
  for (const name of (own.length ? own : names).slice(0, 3)) {
    const unknown = unknownOf(scope, name);
    if (!unknown) continue;
    parts.push(spread(base, name, grid(unknown, numbers)));
    for (const r of [...relations, ...beside.flatMap((b) => (casesOf(b) ?? []).flat())]) {
      if (!freeNames([r.left, r.right]).has(name)) continue;
      const roots = rootsOf(scope.bench, r.left, r.right, unknown, base, numbers);
      const column = roots.at.get(name) as Float64Array;
      parts.push({ ...roots, edge: new Uint8Array(roots.worlds.length).fill(1) });
      for (const factor of [1 - 1e-3, 1 + 1e-3])
        parts.push({
          ...roots,
          at: new Map(roots.at).set(
            name,
            column.map((x) => (x === 0 ? factor - 1 : x * factor)),
          ),
        });
    }
  }
  if (parts.length === 0) return names.length === 0 ? { points: base, pinned: true } : undefined;
  const points = join(parts);
  // a name that one part moves is drawn as usual in the others
  const whole = new Map([...points.at].map(([n, v]): [string, Float64Array] => [n, v]));
  return { points: { ...points, at: fillDraws(scope, points, whole) }, name: (own[0] ?? names[0]) as string, pinned: names.length <= 1 };
}

function fillDraws(scope: Scope, points: Points, at: ReadonlyMap<string, Float64Array>): Map<string, Float64Array> {
  const result = new Map<string, Float64Array>();
  for (const [name, column] of at) {
    if (!column.some(Number.isNaN)) {
      result.set(name, column);
      continue;
    }
    const [drawn] = valuesAt(scope.bench, [{ op: "symbol", args: [], span: { from: 0, to: 0 }, name }], pointsOf(points.worlds));
    result.set(
      name,
      column.map((x, i) => (Number.isNaN(x) ? drawn.v[i] : x)),
    );
  }
  return result;
}

/** A value of another name at which an equation in several names is true whatever the rest is: a = 0 for ab = ac. */
export interface Branch {
  readonly name: string;
  readonly value: number;
  readonly points: Points;
}

/** Whether an expression computes with a name: not where it only counts or numbers terms, k of γ_k and n of Σ_{i ≤ n}. */
export function isReckonedWith(e: Expr, name: string): boolean {
  if (e.op === "symbol") return e.name === name;
  if (e.op === "indexed") return symbolName(e) === name;
  return (/^(sum|prod)/.test(e.op) ? e.args.slice(0, 1) : e.args).some((a) => isReckonedWith(a, name));
}

/** Branches of a single equation that solving it for one name cannot meet: roots in another name that are the same in every world. */
export function branchesOf(scope: Scope, a: Assertion, solvedFor: string | undefined): Branch[] {
  const cases = casesOf(a) ?? [];
  const [equation] = cases[0] ?? [];
  if (cases.length !== 1 || cases[0].length !== 1 || equation.relation !== "=") return [];
  const names = free(scope, [equation.left, equation.right]).filter((n) => [equation.left, equation.right].some((e) => isReckonedWith(e, n)));
  if (names.length < 2) return [];
  const base = pointsOf(Int32Array.from({ length: WORLDS }, (_, w) => w));
  return names
    .filter((n) => n !== solvedFor)
    .slice(0, 3)
    .flatMap((name): Branch[] => {
      const unknown = unknownOf(scope, name);
      if (!unknown) return [];
      const roots = inDomain(scope, rootsOf(scope.bench, equation.left, equation.right, unknown, base, mentioned([equation.left, equation.right])));
      const column = roots.at.get(name) ?? new Float64Array(0);
      return [...new Set(column)].flatMap((value) => {
        const points = pick(roots, (i) => column[i] === value);
        return points.worlds.length === WORLDS ? [{ name, value, points }] : [];
      });
    });
}
