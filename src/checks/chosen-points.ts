/** Points that are chosen for a step, and not drawn: numbers at which orders are tight and functions jump, and what both sides are worth there. */
import { Fuel } from "../base/fuel";
import { namesOf } from "../expression/names";
import { type Expr, walk } from "../expression/tree";
import { Bench } from "../worlds/bench";
import { drawInteger, drawReal } from "../worlds/draws";
import { WorldModel } from "../worlds/model";
import { inDoubles, type Sides } from "./compare";
import { type Coordinate, coordinateLabels } from "./coordinates";

/** A value for every coordinate, in their order. */
export type Point = readonly number[];

/** Most coordinates of a step whose points are chosen. */
const MOST = 12;
/** Fewer of these are crossed with one another. */
const GRID = 2;
const SPECIAL = [0, 1, -1, 2, 0.5, -2, 3, Math.PI / 2, Math.PI, 10, -10, 50, 1000, 0.001, -0.001];

/** What was drawn for a step, where numbers are all there is to it: no functions, tables or random names of which more would have to be chosen. */
export function choosable(bench: Bench, sides: readonly Expr[]): readonly Coordinate[] | undefined {
  const { definitions, families, random } = bench.model.parts;
  const names = namesOf(...sides, ...[...definitions.values()].map((d) => d.body));
  const functions = [...names.applied.keys()].some((n) => !definitions.has(n));
  if (functions || random || families.families.size > 0 || names.statistics.length > 0) return undefined;
  const labels = coordinateLabels(bench, sides);
  return labels.length > 0 && labels.length <= MOST ? labels : undefined;
}

/** Two expressions, and the conditions of the step that tie their names to others: a ≤ b ≤ c of a < c. */
export function withFilters(bench: Bench, sides: readonly Expr[]): readonly Expr[] {
  const found = [...sides];
  let rest = bench.model.parts.sorts.filters;
  for (;;) {
    const reached = namesOf(...found).symbols;
    const more = rest.filter((f) => [...namesOf(f).symbols].some((n) => reached.has(n)));
    if (more.length === 0) return found;
    found.push(...more);
    rest = rest.filter((f) => !more.includes(f));
  }
}

/** A point with another value for one coordinate. */
export const put = (p: Point, i: number, x: number): Point => p.map((old, k) => (k === i ? x : old));

/** A coordinate may have a value: it is within its bounds, and whole where it must be. */
export function allows(c: Coordinate, value: number): boolean {
  const [low, high] = [end(c.within.low), end(c.within.high)];
  if (low.closed ? value < low.at : value <= low.at) return false;
  if (high.closed ? value > high.at : value >= high.at) return false;
  return !c.integer || (Number.isInteger(value) && (value >= 1 || Number.isFinite(low.at)));
}

/** The bound that a condition sets: one that may be met stands a billionth outside. */
function end(x: number): { at: number; closed: boolean } {
  const at = Number(x.toFixed(6));
  return Number.isFinite(x) && x !== at && Math.abs(x - at) < 2e-9 ? { at, closed: true } : { at: x, closed: false };
}

/** Points as they would be drawn. */
export const drawnPoints = (coordinates: readonly Coordinate[], count: number, seed: number): Point[] =>
  Array.from({ length: count }, (_, k) =>
    coordinates.map((c) => (c.integer ? drawInteger(c.label, k, seed, c.within) : drawReal(c.label, k, seed, c.entry ? { low: -3, high: 3 } : c.within))),
  );

/** Values that tend to matter: small whole numbers, those that the step writes, the ends of what is allowed. */
function specialValues(c: Coordinate, sides: readonly Expr[]): number[] {
  const written = new Set<number>();
  for (const side of sides) walk(side, (n) => void (n.op === "number" && Number.isFinite(Number(n.name)) && written.add(Number(n.name))));
  const own = [...written].slice(0, 6).flatMap((x) => [x, -x]);
  const { low, high } = c.within;
  const ends = [end(low).at, end(high).at].filter(Number.isFinite).flatMap((x) => [x, x + 1e-3, x - 1e-3, x + 1e-6, x - 1e-6]);
  return [...new Set([...SPECIAL, ...own, ...ends])].filter((x) => allows(c, x));
}

/** Points with one coordinate special, all of them alike, two of them alike. */
export function specialPoints(coordinates: readonly Coordinate[], sides: readonly Expr[], drawn: readonly Point[]): Point[] {
  const points: Point[] = [];
  const values = coordinates.map((c) => specialValues(c, sides));
  for (const x of new Set(values.flat())) if (coordinates.every((c) => allows(c, x))) points.push(coordinates.map(() => x));
  for (const base of drawn) {
    coordinates.forEach((_, i) => {
      for (const x of values[i]) points.push(put(base, i, x));
      for (let j = i + 1; j < coordinates.length; j++) if (allows(coordinates[j], base[i])) points.push(put(base, j, base[i]));
    });
  }
  if (coordinates.length === GRID) for (const x of values[0]) for (const y of values[1]) points.push([x, y]);
  return points.slice(0, 1200);
}

/** Points with two coordinates alike. */
export const alikePoints = (coordinates: readonly Coordinate[], drawn: readonly Point[]): Point[] =>
  drawn.flatMap((base) =>
    coordinates.flatMap((_, i) =>
      coordinates.flatMap((c, j) => (j > i && c.integer === coordinates[i].integer && allows(c, base[i]) ? [put(base, j, base[i])] : [])),
    ),
  );

/** Points, and both sides there. */
export interface Valued {
  readonly points: readonly Point[];
  readonly sides: Sides;
}

/** Both sides at those of the points that meet the conditions of the step; undefined where that cannot be computed. */
export function valuesAtPoints(
  bench: Bench,
  coordinates: readonly Coordinate[],
  sides: readonly [Expr, Expr],
  points: readonly Point[],
  complex: boolean,
  fuel: Fuel,
): Valued | undefined {
  if (points.length === 0) return undefined;
  try {
    const at = new Map(coordinates.map((c, i) => [c.label, Float64Array.from(points, (p) => p[i])]));
    const own = new Bench(new WorldModel({ ...bench.model.parts, points: at }), fuel.left, fuel);
    const worlds = own.met(Int32Array.from(points.keys()));
    return worlds.length === 0 ? undefined : { points: [...worlds].map((w) => points[w]), sides: inDoubles(own, sides[0], sides[1], worlds, complex) };
  } catch {
    // what cannot be computed there says nothing
    return undefined;
  }
}

/** A bench on which the coordinates have these values in every world. */
export const benchAt = (bench: Bench, coordinates: readonly Coordinate[], point: Point, fuel = new Fuel(200_000)): Bench =>
  new Bench(new WorldModel({ ...bench.model.parts, fixed: new Map(coordinates.map((c, i) => [c.label, point[i]])) }), fuel.left, fuel);
