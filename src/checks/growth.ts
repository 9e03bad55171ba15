/** The check of an equality up to terms of known growth, f(x) = x + O(x²): the difference of the sides is measured against the bound at two distances from the limit point. */

import { Fuel, OutOfFuel } from "../base/fuel";
import type { Evaluator } from "../expression/evaluator";
import { namesOf } from "../expression/names";
import { hasSymbol } from "../expression/occurrences";
import { type Expr, number, rewrite, some, walk } from "../expression/tree";
import { NotUnderstood, scalar } from "../expression/value";
import { hasLandau, isLandau, withBounds } from "../notation/calculus/landau";
import { print } from "../notation/print";
import { type Arithmetic, Unsupported } from "../numeric/arithmetic";
import { double } from "../numeric/lanes";
import { precise } from "../numeric/precise";
import { ENOUGH } from "./equality";
import type { Evidence, Outcome } from "./outcome";
import type { Trial } from "./trial";

/** The variable of the bounds and what it tends to. */
export interface Approach {
  readonly variable: string;
  readonly to: "infinity" | number | Expr;
}

/** Letters that count: they grow. */
const COUNTS = /^[nNmMkKT]$/;

/** What the variable of the bounds tends to: what the words say of it; infinity for what counts and for bounds like 1/x; else where the bounds vanish. */
export function approachOf(sides: readonly Expr[], said: (variable: string) => Approach["to"] | undefined): Approach | undefined {
  const bounds: Expr[] = [];
  for (const side of sides) walk(side, (n) => void (isLandau(n) && bounds.push(n.args[0])));
  const names = [...namesOf(...bounds).symbols].filter((n) => !/^(\\pi|e|\\infty)$/.test(n));
  const around = bounds.map(centreOf).find((c) => c !== undefined);
  if (around) return names.every((n) => n === around.variable || hasSymbol(around.to, n)) ? around : undefined;
  if (names.length !== 1) return undefined;
  const [variable] = names;
  const turned = bounds.some((b) => some(b, (n) => n.op === "div" && hasSymbol(n.args[1], variable)));
  return { variable, to: said(variable) ?? (COUNTS.test(variable) || turned ? "infinity" : 0) };
}

/** a for (x - a)^2. */
function centreOf(bound: Expr): { readonly variable: string; readonly to: Expr } | undefined {
  const base = bound.op === "pow" || bound.op === "absolute" ? bound.args[0] : bound;
  if (base !== bound && (base.op === "pow" || base.op === "absolute")) return centreOf(base);
  const [x, minus] = base.op === "add" && base.args.length === 2 ? base.args : [];
  return x?.op === "symbol" && minus?.op === "neg" ? { variable: x.name ?? "", to: minus.args[0] } : undefined;
}

/** Differences of the sides and bounds, in every world, at the far and at the near distance. */
interface Measured {
  readonly gap: readonly [Float64Array, Float64Array];
  readonly error: readonly [Float64Array, Float64Array];
  readonly bound: readonly [Float64Array, Float64Array];
  /** At the far distance: the variable, and the sides without their terms of known growth. */
  readonly x: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

const WORLDS = 6;
/** Digits in which differences are taken: h^5 at h = 2^-26 leaves some. */
const DIGITS = 50;
/** Bits of the near distance, times the order of the bound: more would drown in rounding. */
const BITS = 130;

/** Exponents of growth that are nothing but the next term, and that are growth. A logarithm is in between. */
const [FLAT, STEEP] = [0.05, 0.5];

/** `left` = `right` where both may hold Landau symbols; those of the left stand for any such terms. */
export function checkGrowth(given: Trial, approach: Approach | undefined): Outcome {
  const t: Trial = { ...given, left: withoutFactorials(given.left), right: withoutFactorials(given.right) };
  const open = (code: string, message: string, evidence?: Evidence): Outcome => ({ kind: "unknown", code, message, ...(evidence ? { evidence } : {}) });
  if (!hasLandau(t.right)) return open("growth/one-sided", "an exact value on the right side of an equation up to terms of known growth");
  if (!approach) return open("growth/where", "towards which point the terms of known growth are meant is not said");
  if (!namesOf(t.left, t.right).symbols.has(approach.variable)) return open("growth/bound", "terms of known growth under a limit or an integral");
  if (approach.to === "infinity" && isOpenFunction(t)) return open("growth/unknown-function", "how a function grows of which no formula is known");
  if (t.complex) return open("growth/complex", "terms of known growth between complex numbers");
  const little = some(t.right, (n) => isLandau(n) && n.name === "o");
  const worlds = t.bench.worlds(WORLDS);
  const found = [1, -1].flatMap((side) => (side < 0 && (approach.to === "infinity" || t.rough) ? [] : [measuredFrom(t, approach, worlds, side)]));
  const sided = found.filter((m) => m !== undefined);
  if (sided.length === 0) return open("growth/no-values", "near the point that is meant the sides could not be computed");
  let informative = 0;
  let wrong: { readonly world: number; readonly measured: Measured; readonly at: number } | undefined;
  let unclear = false;
  for (const m of sided)
    worlds.forEach((world, i) => {
      const says = compared(m, i, little, approach.to === "infinity");
      if (says === "within") informative++;
      else if (says === "beyond") wrong ??= { world, measured: m, at: i };
      else if (says === "unclear") unclear = true;
    });
  const evidence = { samples: worlds.length, informative, maxRelativeError: 0, digits: DIGITS };
  if (wrong)
    return {
      kind: "differs",
      witness: { world: wrong.world, left: wrong.measured.left[wrong.at], right: wrong.measured.right[wrong.at] },
      holdsIn: [],
      failsIn: [wrong.world],
      evidence: { ...evidence, informative: informative + 1 },
      growth: {
        near: nearOf(approach),
        order: orderOf(wrong.measured, wrong.at, approach),
        at: { [approach.variable]: wrong.measured.x[wrong.at] },
      },
    };
  if (unclear || informative < Math.max(1, Math.min(ENOUGH, worlds.length)))
    return open("growth/unclear", "whether the difference of the sides grows faster than this bound could not be told", evidence);
  return { kind: "agrees", exact: false, evidence };
}

/** 5! as a number, which has as many digits as are asked for. */
const withoutFactorials = (e: Expr): Expr =>
  rewrite(e, (n) => {
    const of = n.op === "call" && n.name === "factorial" && n.args[0].op === "number" && /^1?\d$/.test(n.args[0].name ?? "") ? Number(n.args[0].name) : -1;
    return of < 0
      ? n
      : number(
          Array.from({ length: of }, (_, i) => BigInt(i + 1))
            .reduce((product, i) => product * i, 1n)
            .toString(),
          n.span,
        );
  });

/** Names of functions that have no formula: what is drawn for them says nothing of how they grow. */
const isOpenFunction = (t: Trial): boolean =>
  [...namesOf(t.left, t.right).applied.keys()].some((name) => !t.bench.model.parts.definitions.has(name.replace(/'+$/, "")));

/** What one world says: the difference over the bound stays, or vanishes for o; it grows; or that could not be told. */
function compared({ gap, error, bound }: Measured, i: number, little: boolean, far: boolean): "within" | "beyond" | "unclear" | "undefined" {
  const [g0, g1, b0, b1] = [gap[0][i], gap[1][i], Math.abs(bound[0][i]), Math.abs(bound[1][i])];
  if (![g0, g1, b0, b1].every(Number.isFinite) || b0 === 0 || b1 === 0) return "undefined";
  const distance = far ? NEAR_INFINITY[1] / NEAR_INFINITY[0] : 2 ** HALVINGS;
  const [e0, e1] = [error[0][i], error[1][i]];
  const [r0, r1] = [Math.abs(g0) / b0, (Math.abs(g1) + e1) / b1];
  if (r1 <= 1e-12) return "within";
  // what drowns in rounding does not grow where even the rounding does not
  if (Math.abs(g1) <= 4 * e1 || (r0 > 0 && Math.abs(g0) <= 4 * e0)) return !little && r1 <= (Math.abs(g0) + e0) / b0 ? "within" : "unclear";
  const growth = r0 === 0 ? Number.POSITIVE_INFINITY : Math.log(r1 / r0) / Math.log(distance);
  if (little) return growth <= -0.3 ? "within" : growth >= -0.02 ? "beyond" : "unclear";
  return growth <= FLAT ? "within" : growth >= STEEP ? "beyond" : "unclear";
}

/** By how many halvings the two distances from a finite point differ. */
const HALVINGS = 10;
/** The two places where the variable counts. */
const NEAR_INFINITY = [64, 4096] as const;

const nearOf = ({ variable, to }: Approach): string => `$${variable} \\to ${to === "infinity" ? "\\infty" : typeof to === "number" ? to : print(to)}$`;

/** The order of the difference, as words: "like x^2". */
function orderOf({ gap }: Measured, i: number, { variable, to }: Approach): string {
  const distance = to === "infinity" ? NEAR_INFINITY[1] / NEAR_INFINITY[0] : 2 ** -HALVINGS;
  const power = Math.log(Math.abs(gap[1][i] / gap[0][i])) / Math.log(distance);
  const whole = Math.round(power);
  const from = typeof to === "object" ? "" : variable;
  if (!from || Math.abs(power - whole) > 0.02) return "";
  return whole === 0 ? "like a constant" : whole === 1 ? `like $${from}$` : `like $${from}^{${whole}}$`;
}

function measuredFrom(t: Trial, approach: Approach, worlds: Int32Array, side: number): Measured | undefined {
  const far = approach.to === "infinity";
  const fuel = new Fuel(far ? 2_000_000 : 200_000);
  const attempt = <T>(A: Arithmetic<T>, near: number): Measured | undefined => {
    try {
      const ev = t.bench.evaluator(A, worlds, fuel);
      const places = far ? NEAR_INFINITY : ([side * 2 ** -(near - HALVINGS), side * 2 ** -near] as const);
      const values = places.map((h) => at(t, ev, A, approach, h));
      return {
        gap: [values[0].gap, values[1].gap],
        error: [values[0].error, values[1].error],
        bound: [values[0].bound, values[1].bound],
        x: values[0].x,
        left: values[0].left,
        right: values[0].right,
      };
    } catch (error) {
      if (error instanceof NotUnderstood || error instanceof Unsupported || error instanceof OutOfFuel) return undefined;
      throw error;
    }
  };
  if (far) return attempt(double, 0);
  return attempt(precise(DIGITS, 60_000), Math.min(24, Math.floor(BITS / (1 + order(t, approach, worlds))))) ?? attempt(double, 12);
}

/** About how the bound vanishes: k for x^k. */
function order(t: Trial, approach: Approach, worlds: Int32Array): number {
  const ev = t.bench.evaluator(double, worlds.slice(0, 1));
  const size = (h: number): number => Math.abs(at(t, ev, double, approach, h, true).bound[0]);
  const k = Math.log2(size(2 ** -2) / size(2 ** -3));
  return Number.isFinite(k) ? Math.max(1, k) : 4;
}

/** A factor of the bounds on the left side, and the power of the distance with which those of o(…) vanish beside them. */
const [ANY, VANISHING] = [0.7, 0.4];

/** Both sides without their bounds, and the bound of the right side, where the variable has come within `h`. */
function at<T>(t: Trial, ev: Evaluator<T>, A: Arithmetic<T>, { variable, to }: Approach, h: number, boundOnly = false) {
  const step = A.number(h);
  const x = to === "infinity" ? step : typeof to === "number" ? A.add(A.number(to), step) : A.add(ev.scalar(to), step);
  const here = ev.with(variable, scalar(x));
  const plain = here.scalar(withBounds(t.right, 0));
  const bound = A.sub(here.scalar(withBounds(t.right, 1)), plain);
  const left = boundOnly ? plain : here.scalar(withBounds(t.left, ANY, ANY * Math.abs(h) ** (to === "infinity" ? -VANISHING : VANISHING)));
  const gap = A.sub(left, plain);
  const column = (c: T, of: (c: T) => Float64Array): Float64Array => {
    const values = of(c);
    return values.length === 1 ? new Float64Array(ev.frame.width).fill(values[0]) : values;
  };
  const numbers = (c: T): Float64Array => column(c, (y) => A.toNumbers(y));
  return { gap: numbers(gap), error: column(gap, (y) => A.errors(y)), bound: numbers(bound), x: numbers(x), left: numbers(left), right: numbers(plain) };
}
