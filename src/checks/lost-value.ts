/** A symbol that the right side lost: is there one constant value of it that makes the step true everywhere? */
import { namesOf, symbolName } from "../expression/names";
import { type Expr, walk } from "../expression/tree";
import { withBarVariables } from "../notation/calculus/evaluations";
import { Bench } from "../worlds/bench";
import { WorldModel } from "../worlds/model";
import { inDoubles } from "./compare";
import { type Coordinate, coordinatesOf, holdsWith, type Question } from "./conditions";

/** A name, and the value with which the step would hold. */
export interface LostValue {
  readonly name: string;
  readonly value: number;
}

const TRIED = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 100, 0.5, 0.25, 0.1, 1.5, -1, -2, -3];
const CONFIRMED = 12;

/** The value, other than 0 (a lost term) and, unless `mentioned` says that the document speaks of it, 1 (a lost factor). */
export function lostValue(q: Question, mentioned: (name: string, value: number) => boolean): LostValue | undefined {
  if (q.relation !== "=") return undefined;
  const [left, right] = [namesOf(withBarVariables(q.left)), namesOf(withBarVariables(q.right))];
  const keeps = new Set([...right.symbols, ...right.indexed.values()].map((n) => (typeof n === "string" ? n : n.map(symbolName).join())));
  if (right.symbols.size + right.indexed.size + right.applied.size === 0) return undefined;
  try {
    const lost = coordinatesOf(q.bench, q, Int32Array.of(0)).filter((c) => left.symbols.has(c.name) && !keeps.has(c.name) && !right.bound.has(c.name));
    // the size of the vectors drawn here is not a value that the document could mean
    if (lost.length !== 1 || (lost[0].integer && hasMatrices(q))) return undefined;
    const [c] = lost;
    for (const value of new Set([...solved(q, c), ...literals(q.right), ...TRIED, 1]))
      if (value !== 0 && (value !== 1 || mentioned(c.name, 1)) && allowed(q, c, value) && holdsWith(q, new Map([[c.label, value]]), CONFIRMED))
        return { name: c.name, value };
  } catch {
    return undefined;
  }
  return undefined;
}

/** The numbers that the right side writes: one of them may stand where the symbol stood. */
function literals(e: Expr): number[] {
  const found = new Set<number>();
  walk(e, (n) => void (n.op === "number" && found.add(Number(n.name))));
  return [...found].filter(Number.isFinite).slice(0, 8);
}

const hasMatrices = (q: Question): boolean => [...q.bench.model.parts.sorts.of.values()].some((sort) => sort.kind === "matrix");

/** An integer that must be the number of entries of the vectors in play: the step holds where it is. */
export function asDimension(q: Question): string | undefined {
  if (!hasMatrices(q)) return undefined;
  try {
    const counts = coordinatesOf(q.bench, q, Int32Array.of(0)).filter((c) => c.integer);
    return counts.find((c) => holdsWith(q, new Map([[c.label, q.bench.model.dimension]]), CONFIRMED))?.name;
  } catch {
    return undefined;
  }
}

const allowed = (q: Question, c: Coordinate, value: number): boolean => {
  const sort = q.bench.model.parts.sorts.of.get(c.name);
  if (c.integer && !Number.isInteger(value)) return false;
  return sort?.kind !== "real" && sort?.kind !== "integer" ? true : value > sort.within.low && value < sort.within.high;
};

/** A value from two points of the difference, if it is linear in the symbol. */
function solved(q: Question, c: Coordinate): number[] {
  const at = (x: number): number => {
    const bench = new Bench(new WorldModel({ ...q.bench.model.parts, fixed: new Map([[c.label, x]]) }), 200_000);
    const sides = inDoubles(bench, q.left, q.right, Int32Array.of(0), q.complex);
    return sides.left[0] - sides.right[0];
  };
  const [d1, d2] = [at(2), at(3)];
  const x = 2 - d1 / (d2 - d1);
  const rounded = Math.round(x * 60) / 60;
  return Number.isFinite(x) && Math.abs(x - rounded) < 1e-8 ? [rounded] : [];
}
