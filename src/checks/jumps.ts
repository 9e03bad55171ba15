/** Equalities between functions that jump, roundings, signs, cases, indicators: what holds at random numbers is asked at the numbers where they may jump, too. */
import { Fuel } from "../base/fuel";
import { some } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import { alikePoints, benchAt, choosable, drawnPoints, type Point, specialPoints, valuesAtPoints } from "./chosen-points";
import { atHighPrecision } from "./compare";
import { excluding } from "./excluding";
import type { Trial } from "./trial";

/** A point at which two sides differ that agree around it. */
export interface Apart {
  /** On which world 0 is the point. */
  readonly bench: Bench;
  readonly left: number;
  readonly right: number;
  readonly unless: string;
}

const JUMPS = /^(floor|ceil|round|sign|heaviside|frac)$/;
/** Enough for a few points where integrals are taken. */
const WORK = 200_000;

/** A special point at which both sides are defined and differ, though they agree at random ones. */
export function jumpApart(t: Trial): Apart | undefined {
  const sides = [t.left, t.right] as const;
  const { scope, seed } = t.bench.model.parts;
  if (t.complex || !scope.some((e) => some(e, (n) => n.op === "cases" || n.op === "indicator" || (n.op === "call" && JUMPS.test(n.name ?? "")))))
    return undefined;
  const coordinates = choosable(t.bench, sides);
  if (!coordinates) return undefined;
  const drawn = drawnPoints(coordinates, 3, seed);
  const values = (points: readonly Point[]) => valuesAtPoints(t.bench, coordinates, sides, points, false, new Fuel(WORK));
  const found = values(specialPoints(coordinates, scope, drawn)) ?? values(alikePoints(coordinates, drawn.slice(0, 1)));
  const apart = (l: number, r: number): boolean => Number.isFinite(l) && Number.isFinite(r) && Math.abs(l - r) > 1e-6 * Math.max(Math.abs(l), Math.abs(r));
  const at = found?.points.findIndex((_, i) => found.sides.outcomes[i] === "different" && apart(found.sides.left[i], found.sides.right[i])) ?? -1;
  if (!found || at < 0) return undefined;
  const bench = benchAt(t.bench, coordinates, found.points[at]);
  const precise = atHighPrecision(bench, t.left, t.right, 0, false);
  if (precise && precise.gap <= 1e-9 * precise.scale) return undefined;
  return { bench, left: found.sides.left[at], right: found.sides.right[at], unless: excluding(t.bench, coordinates, sides, found.points[at], drawn, apart) };
}
