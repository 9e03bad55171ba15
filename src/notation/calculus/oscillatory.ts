/** Integrals out to infinity of a wave, sin(ax + b) or cos(ax + b), whose amplitude dies away slowly. */

import type { Evaluator } from "../../expression/evaluator";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, some } from "../../expression/tree";
import { scalar } from "../../expression/value";
import { fourierRule } from "../../numeric/fourier";

type Integrand<T> = (lane: Int32Array, x: T) => T;

/** Two steps of the rule, of which the results must agree. */
const STEPS = [0.06, 0.04] as const;
const AGREE = 1e-8;
/** Wavelengths out where the amplitude is looked at; farther out it must be less than this part of it. */
const FAR = [160, 16000] as const;
const LESS = 0.5;
/** What has died away by then is nothing slow. */
const GONE = 1e-30;
const PARTS = 8;

/** The wave of an integrand: sin or cos of a formula in the variable, the only function of several values in it; undefined where there is none or more than one. */
function waveIn(body: Expr, bound: string): Expr | undefined {
  const speaks = (e: Expr): boolean => hasSymbol(e, bound);
  let found: Expr | undefined;
  let others = false;
  some(body, (n) => {
    if (n.op === "call" && speaks(n) && !/^(exp|log|sqrt)$/.test(n.name ?? "")) {
      if (found || !/^(sin|cos)$/.test(n.name ?? "") || n.data?.primes) others = true;
      else found = n;
    }
    if (/^(integral|sum|prod|limit|derivative|apply|absolute|floor|ceil|where|cases)/.test(n.op) && speaks(n)) others = true;
    return others;
  });
  return others ? undefined : found;
}

interface Ray {
  /** Where it begins, a number a lane, and which way it goes. */
  readonly end: Float64Array;
  readonly sign: 1 | -1;
}

function raysOf(from: Float64Array, to: Float64Array): Ray[] | undefined {
  const all = (x: Float64Array, test: (v: number) => boolean): boolean => x.every(test);
  const [up, down] = [all(to, (v) => v === Number.POSITIVE_INFINITY), all(from, (v) => v === Number.NEGATIVE_INFINITY)];
  if (up && all(from, Number.isFinite)) return [{ end: from, sign: 1 }];
  if (down && all(to, Number.isFinite)) return [{ end: to, sign: -1 }];
  const origin = new Float64Array(to.length);
  return up && down
    ? [
        { end: origin, sign: 1 },
        { end: origin, sign: -1 },
      ]
    : undefined;
}

/** The integral in every lane; undefined where the integrand is no such wave, or the rule does not settle. */
export function oscillatory<T>(ev: Evaluator<T>, body: Expr, bound: string, from: T, to: T, integrand: Integrand<T>): T | undefined {
  const { A } = ev;
  if (A.name !== "double" || ev.seeds.length > 0) return undefined;
  const rays = raysOf(ev.lanes(from), ev.lanes(to));
  const wave = rays && waveIn(body, bound);
  if (!rays || !wave) return undefined;
  const at = (x: number): Float64Array => ev.lanes(ev.with(bound, scalar(A.number(x))).scalar(wave.args[0]));
  const [zero, one, two] = [at(0), at(1), at(2)];
  const slope = one.map((v, i) => v - zero[i]);
  const isLinear = slope.every((a, i) => Math.abs(two[i] - one[i] - a) <= 1e-12 * Math.max(1, Math.abs(two[i])) && Math.abs(a) > 1e-3);
  if (!isLinear || !rays.every((ray) => diesAway(ray, slope, integrand, ev))) return undefined;
  const quarter = wave.name === "cos" ? Math.PI / 2 : 0;
  const totals = STEPS.map((h) => rays.map((ray) => along(ray, slope, zero, quarter, h, integrand, ev)).reduce((a, b) => A.add(a, b)));
  const [rough, fine] = totals.map((t) => A.toNumbers(t));
  if (!fine.every((v, i) => Math.abs(v - rough[i]) <= AGREE * Math.max(1, Math.abs(v)))) return undefined;
  return A.linear(totals[1], (values, errors) => ({ values, errors: errors.map((e, i) => e + 2 * Math.abs(fine[i] - rough[i])) }));
}

/** One ray by the rule of one step. */
function along<T>(ray: Ray, slope: Float64Array, zero: Float64Array, quarter: number, h: number, integrand: Integrand<T>, ev: Evaluator<T>): T {
  const { A } = ev;
  const [lanes, points, weights, starts]: [number[], number[], number[], number[]] = [[], [], [], [0]];
  for (let lane = 0; lane < slope.length; lane++) {
    const speed = slope[lane] * ray.sign;
    const phase = slope[lane] * ray.end[lane] + zero[lane] + quarter;
    const rule = fourierRule(Math.abs(speed), speed < 0 ? -phase : phase, h);
    rule.points.forEach((u, k) => {
      if (rule.weights[k] === 0 || u <= 0) return;
      lanes.push(lane);
      points.push(ray.end[lane] + ray.sign * u);
      weights.push(rule.weights[k]);
    });
    starts.push(lanes.length);
  }
  const values = integrand(Int32Array.from(lanes), A.numbers(Float64Array.from(points)));
  return A.segmentSum(A.mul(values, A.numbers(Float64Array.from(weights))), Int32Array.from(starts));
}

/** Whether the amplitude falls far out, but slowly. */
function diesAway<T>(ray: Ray, slope: Float64Array, integrand: Integrand<T>, ev: Evaluator<T>): boolean {
  const { A } = ev;
  const count = slope.length;
  const size = FAR.length * PARTS;
  const lanes = new Int32Array(count * size);
  const points = new Float64Array(count * size);
  for (let i = 0; i < points.length; i++) {
    const lane = Math.floor(i / size);
    const [far, part] = [FAR[Math.floor((i % size) / PARTS)], i % PARTS];
    lanes[i] = lane;
    points[i] = ray.end[lane] + ray.sign * ((2 * Math.PI * (far + part / PARTS)) / Math.abs(slope[lane]));
  }
  const values = A.toNumbers(integrand(lanes, A.numbers(points))).map(Math.abs);
  const most = (from: number): number => Math.max(...values.subarray(from, from + PARTS));
  for (let lane = 0; lane < count; lane++) {
    const [near, far] = [most(lane * size), most(lane * size + PARTS)];
    if (!(near > GONE && far < LESS * near)) return false;
  }
  return true;
}
