/** Looks for a point that violates an order which held at all random ones: special points, and a search by steps (Hooke and Jeeves 1961) downhill on what is left between the sides. */
import { Fuel } from "../base/fuel";
import type { Expr } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import { allows, benchAt, choosable, drawnPoints, type Point, put, specialPoints, valuesAtPoints, withFilters } from "./chosen-points";
import { atHighPrecision } from "./compare";
import { excluding } from "./excluding";
import type { Trial } from "./trial";

/** A point at which an order does not hold. */
export interface Violation {
  /** On which world 0 is the point. */
  readonly bench: Bench;
  readonly small: number;
  readonly large: number;
  /** The order is strict, and at some points the sides are equal; nowhere is it reversed. */
  readonly unless?: string;
}

const WORK = 600_000;
const STARTS = 5;
const ROUNDS = 30;
/** Coordinates of a search. */
const MOST = 6;

interface Place {
  readonly point: Point;
  /** What is left between the sides, and in parts of their size. */
  readonly slack: number;
  readonly relative: number;
  readonly small: number;
  readonly large: number;
}

/** A point at which `small` is greater than `large`, or equal where the order is strict. */
export function violationOf(t: Trial, small: Expr, large: Expr, strict: boolean): Violation | undefined {
  if (t.complex) return undefined;
  const sides = [small, large] as const;
  const coordinates = choosable(t.bench, withFilters(t.bench, sides));
  if (!coordinates) return undefined;
  const fuel = new Fuel(WORK);
  const { seed } = t.bench.model.parts;
  const look = (points: readonly Point[]): Place[] => {
    const found = valuesAtPoints(t.bench, coordinates, sides, points, false, fuel);
    return found ? found.points.flatMap((point, i) => placeAt(point, found.sides.left[i], found.sides.right[i])) : [];
  };
  const drawn = drawnPoints(coordinates, STARTS, seed);
  let places = [...look(drawn), ...look(specialPoints(coordinates, sides, drawn.slice(0, 3)))];
  if (coordinates.length <= MOST)
    for (const by of ["slack", "relative"] as const) {
      const starts = [...places].sort((a, b) => a[by] - b[by]);
      places = [...places, ...descended([...starts.slice(0, 3), ...starts.filter((_, i) => i % 7 === 3).slice(0, 3)], by)];
    }
  const worst = places.filter((p) => p.slack < -1e-9 * size(p)).sort((a, b) => a.relative - b.relative);
  for (const p of worst.slice(0, 2)) {
    const bench = benchAt(t.bench, coordinates, p.point);
    const precise = atHighPrecision(bench, small, large, 0, false);
    if (precise ? precise.sign > 0 && precise.gap > 1e-9 * precise.scale : p.slack < -1e-6 * size(p)) return { bench, small: p.small, large: p.large };
  }
  return strict && worst.length === 0 ? tied() : undefined;

  /** Steps in every coordinate from each place; halved where none helps. */
  function descended(starts: readonly Place[], by: "slack" | "relative"): Place[] {
    let here = starts.map((place) => ({ place, step: 0.5 }));
    for (let round = 0; round < ROUNDS && here.length > 0; round++) {
      const around = here.map(({ place, step }) => neighbours(place.point, step));
      // in one go: a model is made for every look
      const found = new Map(look(around.flat()).map((p) => [p.point, p]));
      const tried = around.map((points) => points.flatMap((p) => found.get(p) ?? []));
      if (tried.every((list) => list.length === 0)) break;
      here = here.map(({ place, step }, k) => {
        const best = tried[k].reduce((a, b) => (b[by] < a[by] ? b : a), place);
        return best === place ? { place, step: step / 2 } : { place: best, step };
      });
    }
    return here.map(({ place }) => place);
  }

  function neighbours(point: Point, step: number): Point[] {
    return (coordinates ?? []).flatMap((c, i) => {
      const x = point[i];
      const h = c.integer ? Math.max(1, Math.round(step * 4)) : step * Math.max(Math.abs(x), step);
      const moves = c.integer ? [x + h, x - h, x * 2] : [x + h, x - h, ...(step > 0.2 ? [x * 4, x / 4] : [])];
      return moves.filter((m) => allows(c, m)).map((m) => put(point, i, m));
    });
  }

  /** A point at which the sides are exactly equal. */
  function tied(): Violation | undefined {
    const near = places.filter((p) => Math.abs(p.slack) <= 1e-6 * size(p) || Math.abs(p.slack) < 1e-9).sort((a, b) => Math.abs(a.slack) - Math.abs(b.slack));
    const exact = near.filter((p) => p.slack === 0);
    for (const { point } of [...exact.slice(0, 3), ...near.slice(0, 3)]) {
      const rounded = point.map((x, i) => (coordinates?.[i].integer ? x : plain(x)));
      if (!coordinates?.every((c, i) => allows(c, rounded[i]))) continue;
      const bench = benchAt(t.bench, coordinates, rounded);
      const [place] = look([rounded]);
      if (!place) continue;
      const precise = atHighPrecision(bench, small, large, 0, false);
      // a part of π is no double: the sides are as near as it is
      const room = rounded.some((x) => !Number.isInteger(x * 1200)) ? 1e-28 * Math.max(precise?.scale ?? 1, 1) : 1e-40 * Math.max(precise?.scale ?? 0, 1e-20);
      if (precise ? precise.gap <= room : place.slack === 0)
        return {
          bench,
          small: place.small,
          large: place.large,
          unless: excluding(t.bench, coordinates, sides, rounded, drawn, (a, b) => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), 1)),
        };
    }
    return undefined;
  }
}

const size = (p: { small: number; large: number }): number => Math.max(Math.abs(p.small), Math.abs(p.large));

function placeAt(point: Point, small: number, large: number): Place[] {
  if (!Number.isFinite(small) || !Number.isFinite(large)) return [];
  const slack = large - small;
  const scale = Math.max(Math.abs(small), Math.abs(large));
  return [{ point, slack, relative: scale > 0 ? slack / scale : 0, small, large }];
}

/** The short number that a search came near to: a fraction, or a part of π. */
function plain(x: number): number {
  for (const unit of [1, 2, 3, 4, 12, 10, 100]) if (Math.abs(x * unit - Math.round(x * unit)) < 2e-3) return Math.round(x * unit) / unit;
  const turns = (x / Math.PI) * 12;
  return Math.abs(turns - Math.round(turns)) < 1e-2 ? (Math.round(turns) / 12) * Math.PI : x;
}
