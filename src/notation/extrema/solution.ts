/** The value of a name for which an expression vanishes: what an equation that cannot be undone step by step says of one unknown. */
import { column, repeated } from "../../base/columns";
import { Evaluator, Frame } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { dualOver } from "../../numeric/dual";
import { double, type Lane } from "../../numeric/lanes";
import type { Construct } from "../construct";

/** Places where a change of sign is looked for: dense near zero, out to a million on both sides. */
const GRID = (() => {
  const half = [1e-6, 1e-3, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1, 1.25, 1.5, 1.8, 2.2, 2.7, 3.3, 4, 5, 6.5, 8, 11, 15, 22, 35, 60, 120, 400, 2e3, 2e4, 1e6];
  return Float64Array.from([...half.map((x) => -x * 1.00037).reverse(), ...half.map((x) => x * 0.99917)]);
})();
/** Enough for Newton's method to take over, in the worst case. */
const STEPS = 90;

/** f at `count` candidates in every lane, lane-major, in doubles. */
type Probe = (x: Float64Array, count: number) => Float64Array;

/** The changes of sign in every lane, as the places in the grid behind them. */
function changes(f: Probe, width: number): number[][] {
  const n = GRID.length;
  const values = f(
    column(width * n, (k) => GRID[k % n]),
    n,
  );
  return Array.from({ length: width }, (_, lane) => {
    const found: number[] = [];
    for (let k = 1; k < n; k++) if (values[lane * n + k - 1] * values[lane * n + k] < 0) found.push(k);
    return found;
  });
}

/** So many changes of sign are tried in a lane: at a pole there is no root. */
const TURNS = 4;

/** Worlds take turns between the brackets, so that every root is met by some world; where a function jumps, the next bracket is tried. */
function roots(f: Probe, worlds: Int32Array): Float64Array {
  const found = changes(f, worlds.length);
  const x = new Float64Array(worlds.length).fill(Number.NaN);
  for (let turn = 0; turn < TURNS; turn++) {
    const at = found.map((ks, lane) => (Number.isNaN(x[lane]) && turn < ks.length ? ks[(worlds[lane] + turn) % ks.length] : -1));
    // a few worlds with a root suffice
    if (at.every((k) => k < 0) || x.filter((root) => !Number.isNaN(root)).length * 4 >= x.length) break;
    const end = (shift: number) => Float64Array.from(at, (k) => (k < 0 ? Number.NaN : GRID[k - shift]));
    closed(f, end(1), end(0)).forEach((root, lane) => {
      if (!Number.isNaN(root)) x[lane] = root;
    });
  }
  return x;
}

/** Closes the brackets (all lanes at once); NaN where no sign change was found or the function jumps there instead of vanishing. */
function closed(f: Probe, low: Float64Array, high: Float64Array): Float64Array {
  const first = f(low, 1);
  const [atLow, atHigh] = [first.slice(), f(high, 1).slice()];
  const moved = new Int8Array(low.length);
  for (let step = 0; step < STEPS && low.some((l, i) => isOpen(l, high[i])); step++) {
    const at = low.map((l, i) => (isOpen(l, high[i]) ? between(l, high[i], atLow[i], atHigh[i], step) : l));
    const values = f(at, 1);
    at.forEach((x, i) => {
      if (!isOpen(low[i], high[i])) return;
      const side = values[i] * first[i] > 0 ? -1 : 1;
      // an end that stays twice counts half as much (the Illinois method), so that it moves too
      const weight = moved[i] === side ? 0.5 : 1;
      moved[i] = side;
      if (values[i] === 0) low[i] = high[i] = x;
      else if (side < 0) [low[i], atLow[i], atHigh[i]] = [x, values[i], atHigh[i] * weight];
      else [high[i], atHigh[i], atLow[i]] = [x, values[i], atLow[i] * weight];
    });
  }
  const ends = [f(low, 1), f(high, 1)];
  return low.map((l, i) => (Math.abs(ends[0][i]) + Math.abs(ends[1][i]) < 1e-6 * (1 + Math.abs(first[i])) ? (l + high[i]) / 2 : Number.NaN));
}

const isOpen = (low: number, high: number): boolean => high - low > 1e-10 * (1e-6 + Math.abs(low) + Math.abs(high));

/** Where the chord crosses zero; every third time, and where there is no chord, the middle. */
function between(low: number, high: number, atLow: number, atHigh: number, step: number): number {
  const chord = low + ((high - low) * atLow) / (atLow - atHigh);
  return step % 3 === 2 || !(chord > low && chord < high) ? (low + high) / 2 : chord;
}

/** Newton's method in the arithmetic at hand, from roots that doubles found: doubles the digits with every step. */
function polished<T>(ev: Evaluator<T>, e: Expr, name: string, from: Float64Array, steps: number): T {
  const { A } = ev;
  const D = dualOver(A);
  let x = A.numbers(from);
  for (let step = 0; step < steps; step++) {
    const at = ev.with(name, scalar(x));
    const f = at.dual(name, scalar(x), { op: "symbol", args: [], span: e.span, name }).scalar(e.args[0]);
    x = A.sub(x, A.div(f.v, D.tangent(f)));
  }
  return x;
}

/** The roots in double precision, from which more digits are grown. */
function inDoubles<T>(e: Expr, name: string, ev: Evaluator<T>): Float64Array {
  const plain = new Evaluator(double, new Frame(double, ev.frame.width, ev.frame.world), ev.model, ev.meanings, ev.fuel);
  const probe: Probe = (x, count) => {
    const wide = count === 1 ? plain : plain.widen(repeated(x.length / count, count));
    return wide.lanes(wide.with(name, scalar(double.numbers(x))).scalar(e.args[0]));
  };
  return roots(probe, ev.frame.world);
}

function solution<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const name = String(e.data?.bound);
  const { A } = ev;
  if (A.name === "dual" && ev.frame.rootLane === undefined) return constant(e, ev);
  if (A.name !== "double" && A.name !== "precise") throw new NotUnderstood("solution/arithmetic", "the solution of an equation in this arithmetic", e.span);
  const probe: Probe = (x, count) => {
    const wide = count === 1 ? ev : ev.widen(repeated(x.length / count, count));
    return wide.lanes(wide.with(name, scalar(A.numbers(x))).scalar(e.args[0]));
  };
  const start = A.name === "precise" && ev.frame.boundNames().size === 0 ? inDoubles(e, name, ev) : roots(probe, ev.frame.world);
  if (start.every(Number.isNaN)) throw new NotUnderstood("equation/no-solution", `no value of ${name} was found that solves the equation`, e.span);
  const x = polished(ev, e, name, start, A.name === "double" ? 2 : 5);
  if (A.name !== "double") return scalar(x);
  // the error of a root is its last step and the rounding of the function over its slope; both are below a few ulp of the root for simple roots
  const lane = x as unknown as Lane;
  return scalar({ v: lane.v, e: lane.v.map((v) => 2e-14 * Math.max(1e-3, Math.abs(v))) } as unknown as T);
}

/** Under a derivative the value that an equation gives a name is a constant: a condition at a point is not differentiated. */
function constant<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const below = ev.seeds[ev.seeds.length - 1].below;
  const D = ev.A as unknown as { lift(x: unknown): T };
  return scalar(D.lift(below.scalar(e)));
}

export const solutions: Construct = {
  name: "solutions of equations",
  meanings: { solution },
  print: { solution: { power: 99, latex: (e) => `${e.name}` } },
  examples: [],
};
