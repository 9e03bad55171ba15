/** What excludes the chosen points at which a step fails, in the shortest words: a value of one name, two names that are equal, a vector of zeros, whole numbers. */
import { Fuel } from "../base/fuel";
import type { Expr } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import { allows, type Point, put, valuesAtPoints } from "./chosen-points";
import type { Coordinate } from "./coordinates";

const WORK = 60_000;

/** `fails` tells a failing point by its two sides; `point` is one. LaTeX of a condition. */
export function excluding(
  bench: Bench,
  coordinates: readonly Coordinate[],
  sides: readonly [Expr, Expr],
  point: Point,
  drawn: readonly Point[],
  fails: (left: number, right: number) => boolean,
): string {
  const fuel = new Fuel(WORK);
  const allFail = (points: readonly Point[]): boolean => {
    const found = valuesAtPoints(bench, coordinates, sides, points, false, fuel);
    return found?.points.every((_, i) => fails(found.sides.left[i], found.sides.right[i])) ?? false;
  };
  const free = coordinates.map((c, i) => ({ c, i }));
  // of two indices that are equal, their value hardly matters
  for (const a of free)
    for (const b of free.slice(a.i + 1))
      if (a.c.integer && b.c.integer && point[a.i] === point[b.i] && allFail(drawn.slice(0, 2).map((p) => put(p, b.i, p[a.i]))))
        return `${a.c.name} \\ne ${b.c.name}`;
  for (const { c, i } of free) {
    const whole = [1, 2, 3, 5].filter((x) => allows(c, x));
    if (!c.integer && !c.entry && whole.length > 2 && allFail(drawn.flatMap((p) => whole.map((x) => put(p, i, x))))) return `${c.name} \\notin \\mathbb{Z}`;
    if (!c.entry && allFail(drawn.map((p) => put(p, i, point[i])))) return `${c.name} \\ne ${latex(point[i])}`;
  }
  for (const a of free)
    for (const b of free.slice(a.i + 1))
      for (const sign of a.c.entry || b.c.entry ? [] : [1, -1])
        if (allFail(drawn.filter((p) => allows(b.c, sign * p[a.i])).map((p) => put(p, b.i, sign * p[a.i]))))
          return `${a.c.name} \\ne ${sign < 0 ? "-" : ""}${b.c.name}`;
  for (const name of new Set(coordinates.filter((c) => c.entry).map((c) => c.name)))
    if (allFail(drawn.map((p) => p.map((x, i) => (coordinates[i].name === name ? 0 : x))))) return `${name} \\ne 0`;
  const names = [...new Set(coordinates.map((c) => c.name))];
  const plain = coordinates.filter((c) => !c.entry);
  if (plain.length === coordinates.length && allFail(drawn.map((p) => p.map(() => p[0])))) return `${names.join(", ")} \\text{ not all equal}`;
  return plain.length === coordinates.length
    ? plain.map((c, i) => `${c.name} \\ne ${latex(point[i])}`).join(" \\text{ or } ")
    : `${names.join(", ")} \\text{ in general position}`;
}

/** A short number, as a fraction or a part of π where it is one. */
function latex(x: number): string {
  for (const [unit, name] of [
    [1, ""],
    [Math.PI, "\\pi"],
  ] as const)
    for (let q = 1; q <= 12; q++) {
      const n = (x / unit) * q;
      if (Math.abs(n - Math.round(n)) > 1e-9 || (name && Math.round(n) === 0)) continue;
      const top = `${name && Math.abs(Math.round(n)) === 1 ? "" : Math.abs(Math.round(n))}${name}`;
      return `${n < 0 ? "-" : ""}${q === 1 ? top : `\\frac{${top}}{${q}}`}`;
    }
  return String(Number(x.toPrecision(6)));
}
