/** All real roots of left = right in one name, for many worlds at once: a scan of mixed scales, bisection of sign changes, a search where the difference only touches zero. */
import type { Expr } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import type { Interval } from "../worlds/draws";
import { linearRoot, lowestPower } from "./linear-roots";
import { join, type Points, pick, pointsOf, valuesAt } from "./points";

/** The name that is looked for, and where. */
export interface Unknown {
  readonly name: string;
  readonly within: Interval;
  readonly integer: boolean;
}

/** Values that are tried: integers, steps of an odd size, magnitudes from 1e-3 to 1e6, and numbers that the text mentions. */
export function grid(unknown: Unknown, mentioned: readonly number[] = []): Float64Array {
  const found = new Set<number>([0, ...mentioned, ...mentioned.map((m) => -m)]);
  for (let n = 1; n <= 40; n++) for (const s of [-1, 1]) found.add(s * n);
  if (!unknown.integer) {
    for (let k = 0; k < 70; k++) for (const s of [-1, 1]) found.add(s * (0.0917 + 0.1731 * k));
    for (let k = 0; k <= 54; k++) for (const s of [-1, 1]) found.add(s * 1.037e-3 * 10 ** (k / 6));
    const { low, high } = unknown.within;
    if (Number.isFinite(low) && Number.isFinite(high)) for (let k = 1; k < 60; k++) found.add(low + ((high - low) * k) / 60);
  } else for (let n = 41; n <= 200; n += 1) found.add(n);
  const inside = [...found].filter((x) => x > unknown.within.low && x < unknown.within.high && (!unknown.integer || Number.isInteger(x)));
  return Float64Array.from(inside).sort();
}

/** `base` repeated for every value of the name. */
export function spread(base: Points, name: string, values: Float64Array): Points {
  const width = values.length;
  const map = Int32Array.from({ length: base.worlds.length * width }, (_, i) => Math.floor(i / width));
  return moved(
    base,
    map,
    name,
    Float64Array.from(map, (_, i) => values[i % width]),
  );
}

function moved(base: Points, map: Int32Array, name: string, column: Float64Array): Points {
  const at = new Map([...base.at].map(([n, v]): [string, Float64Array] => [n, Float64Array.from(map, (i) => v[i])]));
  return { worlds: Int32Array.from(map, (i) => base.worlds[i]), at: at.set(name, column), edge: new Uint8Array(map.length) };
}

/** The roots over each point of `base`, as points in which the name is set. */
export function rootsOf(bench: Bench, left: Expr, right: Expr, unknown: Unknown, base: Points, mentioned: readonly number[] = []): Points {
  const low = unknown.integer ? undefined : lowestPower(left, right, unknown.name);
  if (low !== undefined && base.worlds.length > 0) return alone(bench, left, right, unknown, base, low);
  const values = grid(unknown, mentioned);
  if (values.length === 0 || base.worlds.length === 0) return pointsOf(new Int32Array(0), new Map([[unknown.name, new Float64Array(0)]]));
  const all = spread(base, unknown.name, values);
  const d = differences(bench, left, right, all);
  const exact: number[] = [];
  const crossing: number[] = [];
  const touching: number[] = [];
  for (let b = 0; b < base.worlds.length; b++)
    for (let k = 0; k < values.length; k++) {
      const i = b * values.length + k;
      if (d.small[i]) exact.push(i);
      if (k === 0 || unknown.integer) continue;
      if (d.gap[i - 1] * d.gap[i] < 0 && !d.small[i] && !d.small[i - 1]) crossing.push(i);
      if (
        k > 1 &&
        Math.abs(d.gap[i - 1]) < Math.abs(d.gap[i]) &&
        Math.abs(d.gap[i - 1]) < Math.abs(d.gap[i - 2]) &&
        d.gap[i - 2] * d.gap[i] > 0 &&
        !d.small[i - 1]
      )
        touching.push(i);
    }
  // an expression that vanishes at very many points is no equation in this name
  const defined = d.gap.reduce((n, g) => n + (Number.isNaN(g) ? 0 : 1), 0);
  if (exact.length > defined * 0.5 && exact.length > MANY * base.worlds.length)
    return pointsOf(new Int32Array(0), new Map([[unknown.name, new Float64Array(0)]]));
  const column = all.at.get(unknown.name) as Float64Array;
  const rows = (list: readonly number[]) => {
    const chosen = new Set(list);
    return pick(all, (i) => chosen.has(i));
  };
  const kept = [
    rows(exact),
    narrowed(
      bench,
      left,
      right,
      rows(crossing),
      unknown.name,
      crossing.map((i) => column[i - 1]),
    ),
    touched(
      bench,
      left,
      right,
      rows(touching),
      unknown.name,
      touching.map((i) => column[i - 2]),
    ),
  ];
  return distinct(join(kept.map((p) => snapped(bench, left, right, p, unknown.name))), unknown.name);
}

/** The one root over each point of an equation that is linear by its form, where it lies within the range. */
function alone(bench: Bench, left: Expr, right: Expr, { name, within }: Unknown, base: Points, low: number): Points {
  const both = spread(base, name, Float64Array.of(1, -1));
  const { gap } = differences(bench, left, right, both);
  const roots = Float64Array.from(base.worlds, (_, i) => linearRoot(gap[2 * i], gap[2 * i + 1], low));
  const found = pick({ ...spread(base, name, Float64Array.of(0)), at: new Map(base.at).set(name, roots) }, (i) => {
    const x = roots[i];
    return Number.isFinite(x) && x > within.low && x < within.high && (low === 0 || x !== 0);
  });
  return snapped(bench, left, right, found, name);
}

/** Fewer roots of one equation may well be all that its sides have values at. */
const MANY = 20;

interface Differences {
  readonly gap: Float64Array;
  /** Within the rounding of the sides. */
  readonly small: readonly boolean[];
  readonly scale: Float64Array;
}

function differences(bench: Bench, left: Expr, right: Expr, p: Points): Differences {
  const [a, b] = valuesAt(bench, [left, right], p);
  const gap = Float64Array.from(p.worlds, (_, i) => a.v[i] - b.v[i]);
  const scale = Float64Array.from(p.worlds, (_, i) => Math.max(Math.abs(a.v[i]), Math.abs(b.v[i])) * 1e-12 + 1e4 * (a.e[i] + b.e[i]));
  return { gap, scale, small: Array.from(gap, (g, i) => g === 0 || Math.abs(g) <= 2 * (a.e[i] + b.e[i])) };
}

/** Bisection of each bracket [low, upper]; a pole is no root: there the difference does not fall. */
function narrowed(bench: Bench, left: Expr, right: Expr, upper: Points, name: string, low: readonly number[]): Points {
  if (upper.worlds.length === 0) return upper;
  const a = Float64Array.from(low);
  const b = Float64Array.from(upper.at.get(name) as Float64Array);
  const withName = (x: Float64Array): Points => ({ ...upper, at: new Map(upper.at).set(name, x) });
  const start = differences(bench, left, right, withName(b)).gap;
  const rising = start.map((g) => Math.sign(g));
  for (let step = 0; step < 56; step++) {
    const middle = Float64Array.from(a, (x, i) => (x + b[i]) / 2);
    const { gap } = differences(bench, left, right, withName(middle));
    gap.forEach((g, i) => {
      if (Math.sign(g) === rising[i]) b[i] = middle[i];
      else a[i] = middle[i];
    });
  }
  const found = withName(b);
  const end = differences(bench, left, right, found);
  return pick(found, (i) => Math.abs(end.gap[i]) <= Math.abs(start[i]) && Math.abs(end.gap[i]) <= end.scale[i] + 1e-9 * Math.abs(start[i]));
}

/** Golden section on |left - right| where it has a minimum without a change of sign; where a minimum stays well above zero, it ends early. */
function touched(bench: Bench, left: Expr, right: Expr, upper: Points, name: string, low: readonly number[]): Points {
  if (upper.worlds.length === 0) return upper;
  const top = upper.at.get(name) as Float64Array;
  const before = sizes(bench, left, right, upper, name, top);
  const early = golden(bench, left, right, upper, name, { a: Float64Array.from(low), b: top }, 12);
  const near = sizes(bench, left, right, upper, name, middles(early));
  const sinking = [...near.keys()].filter((i) => near[i] < SUNK * before[i]);
  const kept = new Set(sinking);
  const rest = pick(upper, (i) => kept.has(i));
  if (sinking.length === 0) return rest;
  const only = (column: Float64Array): Float64Array => Float64Array.from(sinking, (i) => column[i]);
  const bracket = golden(bench, left, right, rest, name, { a: only(early.a), b: only(early.b) }, 32);
  const found = snapped(bench, left, right, { ...rest, at: new Map(rest.at).set(name, middles(bracket)) }, name);
  const end = differences(bench, left, right, found);
  const was = only(before);
  return pick(found, (i) => Math.abs(end.gap[i]) <= end.scale[i] && Math.abs(end.gap[i]) <= 1e-9 * was[i]);
}
/** What a dozen steps leave of a difference that touches zero, at most. */
const SUNK = 0.05;

interface Bracket {
  readonly a: Float64Array;
  readonly b: Float64Array;
}
const middles = ({ a, b }: Bracket): Float64Array => Float64Array.from(a, (v, i) => (v + b[i]) / 2);

const sizes = (bench: Bench, left: Expr, right: Expr, p: Points, name: string, x: Float64Array): Float64Array =>
  differences(bench, left, right, { ...p, at: new Map(p.at).set(name, x) }).gap.map(Math.abs);

/** Some steps of golden section in each bracket; each step tries one new place. */
function golden(bench: Bench, left: Expr, right: Expr, p: Points, name: string, start: Bracket, steps: number): Bracket {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const [a, b] = [start.a.slice(), start.b.slice()];
  const x = Float64Array.from(a, (v, i) => b[i] - ratio * (b[i] - v));
  const y = Float64Array.from(a, (v, i) => v + ratio * (b[i] - v));
  const [fx, fy] = [x, y].map((c) => sizes(bench, left, right, p, name, c));
  for (let step = 0; step < steps; step++) {
    const lower = Array.from(fx, (f, i) => f < fy[i]);
    lower.forEach((isLower, i) => {
      if (isLower) [b[i], y[i], fy[i], x[i]] = [y[i], x[i], fx[i], y[i] - ratio * (y[i] - a[i])];
      else [a[i], x[i], fx[i], y[i]] = [x[i], y[i], fy[i], x[i] + ratio * (b[i] - x[i])];
    });
    const tried = sizes(
      bench,
      left,
      right,
      p,
      name,
      Float64Array.from(x, (v, i) => (lower[i] ? v : y[i])),
    );
    lower.forEach((isLower, i) => {
      if (isLower) fx[i] = tried[i];
      else fy[i] = tried[i];
    });
  }
  return { a, b };
}

/** Roots that lie within 1e-6 of a fraction with a small denominator, where that fraction is one at least as well, become it. */
function snapped(bench: Bench, left: Expr, right: Expr, p: Points, name: string): Points {
  if (p.worlds.length === 0) return p;
  const column = p.at.get(name) as Float64Array;
  const nice = column.map((x) => {
    for (const q of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 100])
      if (Math.abs(x * q - Math.round(x * q)) < 1e-6 * Math.max(q, Math.abs(x * q))) return Math.round(x * q) / q;
    return x;
  });
  const was = differences(bench, left, right, p);
  const is = differences(bench, left, right, { ...p, at: new Map(p.at).set(name, nice) });
  return {
    ...p,
    at: new Map(p.at).set(
      name,
      column.map((x, i) => (Math.abs(is.gap[i]) <= Math.abs(was.gap[i]) || is.small[i] ? nice[i] : x)),
    ),
  };
}

/** Without roots that repeat another of their world. */
function distinct(p: Points, name: string): Points {
  const column = p.at.get(name) as Float64Array | undefined;
  const others = [...p.at].filter(([n]) => n !== name).map(([, v]) => v);
  const seen: number[] = [];
  return pick(p, (i) => {
    if (!column) return true;
    const twin = seen.some(
      (j) =>
        p.worlds[j] === p.worlds[i] &&
        others.every((v) => v[j] === v[i]) &&
        Math.abs(column[j] - column[i]) <= 1e-7 * Math.max(1e-9, Math.abs(column[i]), Math.abs(column[j])),
    );
    if (!twin) seen.push(i);
    return !twin;
  });
}
