/** Compares the two sides of a step lane by lane: equal, different, or no information. */
import { Fuel, OutOfFuel } from "../base/fuel";
import type { Evaluator } from "../expression/evaluator";
import { namesOf } from "../expression/names";
import { type Expr, NOWHERE, some } from "../expression/tree";
import { NotUnderstood, type Value } from "../expression/value";
import { type Arithmetic, Unsupported } from "../numeric/arithmetic";
import { compare } from "../numeric/bound";
import { type Complex, complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import { precise } from "../numeric/precise";
import type { Bench } from "../worlds/bench";
import { isZeroName } from "../worlds/shapes/shape-names";

/** What one lane says. */
export type LaneOutcome = "equal" | "different" | "near-zero" | "unknown";

/** Both sides in every lane, and what the lanes say. */
export interface Sides {
  readonly outcomes: readonly LaneOutcome[];
  /** The first component that differs in each lane, or the first: as numbers for a message. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly maxRelativeError: number;
  /** The greatest absolute value of any component. */
  readonly largest: number;
  /** Absolute error bound of left − right at that component. */
  readonly error: Float64Array;
}

/** The columns of a value in a fixed order, with its shape as a text. */
export function columnsOf<T>(ev: Evaluator<T>, value: Value<T>, e: Expr): { columns: T[]; shape: string; identity?: boolean } {
  if (value.kind === "matrix")
    return value.rows * value.cols === 1
      ? { columns: [...value.items], shape: "" }
      : { columns: [...value.items], shape: value.cols === 1 || value.rows === 1 ? `vector of ${value.items.length}` : `${value.rows}×${value.cols} matrix` };
  if (value.kind === "tuple") return { columns: value.items.map((item) => ev.number(item, e)), shape: `vector of ${value.items.length}` };
  if (value.kind === "element") return { columns: [ev.A.numbers(value.index)], shape: "" };
  return value.identity ? { columns: [value.x], shape: "multiple of the identity", identity: true } : { columns: [value.x], shape: "" };
}

/** Both sides as pairs of columns. Zero stands for a zero of any shape. */
export function pairs<T>(ev: Evaluator<T>, left: Expr, right: Expr, evaluate = (e: Expr): Value<T> => ev.evaluate(e)): [T, T][] {
  const [l, r] = [evaluate(left), evaluate(right)];
  const a = columnsOf(ev, l, left);
  const b = columnsOf(ev, r, right);
  if (left.op === "matrix" && right.op === "matrix" && l.kind === "matrix" && r.kind === "matrix" && (l.rows !== r.rows || l.cols !== r.cols))
    throw new NotUnderstood("matrix/shape", `the left side is a ${l.rows}×${l.cols} matrix, the right side a ${r.rows}×${r.cols} matrix`, right.span);
  if (a.shape !== b.shape && (a.identity || b.identity)) {
    const [m, s] = a.identity ? [b, a] : [a, b];
    const n = Math.sqrt(m.columns.length);
    if (m.shape === `${n}×${n} matrix`) {
      const other = m.columns.map((_, i) => (i % (n + 1) === 0 ? s.columns[0] : ev.A.number(0)));
      return m.columns.map((x, i) => (a.identity ? [other[i], x] : [x, other[i]]));
    }
  }
  if (a.shape !== b.shape) {
    const zero = (e: Expr) => (e.op === "number" && Number(e.name) === 0) || isZeroName(e.name ?? "");
    if (zero(right)) return a.columns.map((x) => [x, b.columns[0]]);
    if (zero(left)) return b.columns.map((x) => [a.columns[0], x]);
    throw new NotUnderstood("matrix/shape", `the left side is a ${a.shape || "number"}, the right side a ${b.shape || "number"}`, right.span);
  }
  return a.columns.map((x, i) => [x, b.columns[i]]);
}

const NEAR = 1e-10;

/** Compares columns of doubles; for complex numbers both parts. */
function compareSides(left: readonly Lane[], right: readonly Lane[], width: number): Sides {
  const outcomes = new Array<LaneOutcome>(width).fill("equal");
  const l = new Float64Array(width);
  const r = new Float64Array(width);
  const error = new Float64Array(width);
  let worst = 0;
  let largest = 0;
  for (let lane = 0; lane < width; lane++) {
    // a lane in which a part of the value is undefined says nothing, whatever the other parts are
    let undefinedPart = false;
    for (let c = 0; c < left.length; c++) {
      const at = (x: Float64Array) => x[x.length === 1 ? 0 : lane];
      const [a, ea, b, eb] = [at(left[c].v), at(left[c].e), at(right[c].v), at(right[c].e)];
      const found = compare(a, ea, b, eb);
      if (found.scale > largest) largest = found.scale;
      let outcome: LaneOutcome = found.outcome;
      if (outcome === "unknown" && Number.isFinite(a) && Number.isFinite(b) && found.gap <= found.error && found.error < NEAR) outcome = "near-zero";
      if (c === 0 || RANK[outcome] > RANK[outcomes[lane]]) {
        l[lane] = a;
        r[lane] = b;
        error[lane] = ea + eb;
        if (c === 0 || RANK[outcome] > RANK[outcomes[lane]]) outcomes[lane] = c === 0 ? outcome : worse(outcomes[lane], outcome);
      }
      if (!Number.isFinite(a) || !Number.isFinite(b)) undefinedPart ||= Number.isNaN(a) || Number.isNaN(b);
      if (outcome === "equal" && found.scale > 0) worst = Math.max(worst, found.gap / found.scale);
    }
    if (undefinedPart) outcomes[lane] = "unknown";
  }
  return { outcomes, left: l, right: r, maxRelativeError: worst, largest, error };
}
/** What two sets of worlds say, one after the other. */
export function joined(a: Sides, b: Sides): Sides {
  const both = (x: Float64Array, y: Float64Array): Float64Array => Float64Array.of(...x, ...y);
  return {
    outcomes: [...a.outcomes, ...b.outcomes],
    left: both(a.left, b.left),
    right: both(a.right, b.right),
    maxRelativeError: Math.max(a.maxRelativeError, b.maxRelativeError),
    largest: Math.max(a.largest, b.largest),
    error: both(a.error, b.error),
  };
}
const RANK: Record<LaneOutcome, number> = { equal: 0, "near-zero": 1, unknown: 2, different: 3 };
const worse = (a: LaneOutcome, b: LaneOutcome): LaneOutcome => (RANK[a] >= RANK[b] ? a : b);

/** A side with integrals that speaks of real numbers only: over these integrals reach further. */
const isRealIntegral = (side: Expr, bench: Bench): boolean =>
  some(side, (n) => n.op === "integral") &&
  !some(side, (n) => n.op === "call" && /^(re|im|conj|arg)$/.test(n.name ?? "")) &&
  [...namesOf(side).symbols].every((n) => /^(\\pi|e|\\infty)$/.test(n) || bench.model.parts.sorts.of.get(n)?.kind === "real") &&
  namesOf(side).applied.size === 0;

const lifted = (value: Value<Lane>): Value<Complex<Lane>> => {
  const lift = (re: Lane): Complex<Lane> => ({ re, im: double.number(0) });
  if (value.kind === "scalar") return { kind: "scalar", x: lift(value.x) };
  if (value.kind === "matrix") return { ...value, items: value.items.map(lift) };
  throw new NotUnderstood("expression/not-a-number", "an integral that is no number", NOWHERE);
};

/** Evaluates and compares both sides in doubles over the worlds, in real or complex numbers as the scope asks. */
export function inDoubles(bench: Bench, left: Expr, right: Expr, worlds: Int32Array, complex: boolean): Sides {
  if (complex) {
    const C = complexOver(double);
    const ev = bench.evaluator(C, worlds);
    const real = bench.evaluator(double, worlds);
    const found = pairs<Complex<Lane>>(ev, left, right, (e) => (isRealIntegral(e, bench) ? lifted(real.evaluate(e)) : ev.evaluate(e)));
    return compareSides(
      found.flatMap(([a]) => [a.re, a.im]),
      found.flatMap(([, b]) => [b.re, b.im]),
      worlds.length,
    );
  }
  const found = pairs<Lane>(bench.evaluator(double, worlds), left, right);
  return compareSides(
    found.map(([a]) => a),
    found.map(([, b]) => b),
    worlds.length,
  );
}

/** What high precision, of 50 digits or of as many as are asked for, says of one world: how far apart the sides are, their scale, the error bound of the gap and the sign of the greatest difference; undefined where it has no path. */
export function atHighPrecision(
  bench: Bench,
  left: Expr,
  right: Expr,
  world: number,
  complex: boolean,
  digits = 50,
): { gap: number; scale: number; error: number; digits: number; sign: number } | undefined {
  try {
    const P = precise(digits, 60_000);
    const worlds = Int32Array.of(world);
    let gap = 0;
    let scale = 0;
    let error = 0;
    let sign = 0;
    const look = <T>(A: Arithmetic<T>, ev: Evaluator<T>): boolean => {
      for (const [a, b] of pairs(ev, left, right)) {
        const signed = A.sub(a, b);
        const difference = A.call1("abs", signed);
        const size = [a, b].map((x) => A.toNumbers(A.call1("abs", x))[0]);
        const d = A.toNumbers(difference)[0];
        if (Number.isNaN(d)) return false;
        if (d > gap) {
          gap = d;
          sign = Math.sign(A.toNumbers(signed)[0]);
        }
        error = Math.max(error, A.errors(difference)[0]);
        scale = Math.max(scale, ...size);
      }
      return true;
    };
    const fuel = new Fuel(40_000);
    const ok = complex ? look(complexOver(P), bench.evaluator(complexOver(P), worlds, fuel)) : look(P, bench.evaluator(P, worlds, fuel));
    return ok ? { gap, scale, error, digits, sign } : undefined;
  } catch (error) {
    if (error instanceof Unsupported || error instanceof NotUnderstood || error instanceof OutOfFuel) return undefined;
    throw error;
  }
}
