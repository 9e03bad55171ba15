/** Functions that nobody defines: random smooth functions whose derivatives and integrals are consistent because they are ordinary expressions. */

import { uniform } from "../base/random";
import type { Evaluator } from "../expression/evaluator";
import { scalar } from "../expression/value";
import type { Arithmetic } from "../numeric/arithmetic";
import type { DrawMemo } from "./draws";

/** Draws of one coefficient: a name within the function, its least and its greatest value. */
type Drawn = readonly [label: string, low: number, high: number];

/** The coefficients of a wave. */
const wave = (label: string): Drawn[] => [
  [`${label}slope`, -0.8, 0.8],
  [`${label}frequency`, 0.5, 1.3],
  [`${label}phase`, 0, 6],
  [`${label}height`, 0.4, 0.9],
];

/**
 * A sum of waves, a slope and a constant in every argument and in their sum: analytic, different in every world. In even worlds
 * it is positive, so that its logarithm exists.
 */
export function smoothFunction<T>(ev: Evaluator<T>, name: string, args: readonly T[], seed: number, memo: DrawMemo): T {
  const { A } = ev;
  ev.fuel.spend(8 * args.length * ev.frame.width);
  const given = coefficients(ev, name, args.length, seed, memo);
  let sum = given[0];
  args.forEach((x, i) => {
    sum = A.add(sum, at(A, x, given, 1 + 4 * i));
  });
  if (args.length > 1) {
    const from = 1 + 4 * args.length;
    const mixed = args.map((x, i) => A.mul(given[from + 4 + i], x)).reduce((s, x) => A.add(s, x));
    sum = A.add(sum, at(A, mixed, given, from));
  }
  return sum;
}

/** The derivative of a smooth function of one argument, of an order that may differ from lane to lane: d^n sin/dx^n = sin(x + nπ/2). */
export function smoothDerivative<T>(ev: Evaluator<T>, name: string, x: T, orders: Float64Array, seed: number, memo: DrawMemo): T {
  const { A } = ev;
  ev.fuel.spend(8 * ev.frame.width);
  const given = coefficients(ev, name, 1, seed, memo);
  const where = (test: (n: number) => boolean): T => A.numbers(orders.map((n) => (test(n) ? 1 : 0)));
  const phase = A.add(A.mul(given[2], x), given[3]);
  const turned = (k: number): T =>
    A.sub(
      where((n) => n % 4 === k),
      where((n) => n % 4 === k + 2),
    );
  const turn = A.add(A.mul(turned(0), A.call1("sin", phase)), A.mul(turned(1), A.call1("cos", phase)));
  const waves = A.mul(A.mul(given[4], A.pow(given[2], A.numbers(orders))), turn);
  const line = A.add(
    A.mul(
      where((n) => n === 0),
      A.add(given[0], A.mul(given[1], x)),
    ),
    A.mul(
      where((n) => n === 1),
      given[1],
    ),
  );
  return A.add(waves, line);
}

/** The constant, four for the wave of every argument, four for that of their mixture, one an argument for the mixture: drawn once a world, seen from the lanes at hand. */
function coefficients<T>(ev: Evaluator<T>, name: string, count: number, seed: number, memo: DrawMemo): readonly T[] {
  const { root } = ev.frame;
  const key = `\u0003${name}`;
  const kept = root.free.get(key) ?? { kind: "tuple", items: drawn(ev.A, root.world, name, count, seed, memo).map((x) => scalar(x)) };
  root.free.set(key, kept);
  const here = ev.fromRoot(kept);
  return here.kind === "tuple" ? here.items.map((item) => (item as { x: T }).x) : [];
}

function drawn<T>(A: Arithmetic<T>, worlds: Int32Array, name: string, count: number, seed: number, memo: DrawMemo): T[] {
  const ofWorlds = (label: string, draw: (world: number) => number): T => A.numbers(memo.column(`\u0003${label}`, worlds, draw));
  const coefficient = ([label, low, high]: Drawn): T => ofWorlds(`${name} ${label}`, (w) => low + (high - low) * uniform("function", name, label, w, seed));
  const positive = ofWorlds("even", (w) => (w % 2 === 0 ? 1 : 0));
  const slopes = A.sub(A.number(1), positive);
  const waves = [...indicesBelow(count).map(String), ...(count > 1 ? ["mix"] : [])].flatMap((label) =>
    wave(label).map((d, k) => (k === 0 ? A.mul(slopes, coefficient(d)) : coefficient(d))),
  );
  const mixture = count > 1 ? indicesBelow(count).map((i) => coefficient([`mix${i}`, 0.4, 1.1])) : [];
  return [A.add(coefficient(["constant", -0.5, 0.5]), A.mul(positive, A.number(3))), ...waves, ...mixture];
}

const indicesBelow = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The wave whose four coefficients begin at `from`. */
function at<T>(A: Arithmetic<T>, x: T, given: readonly T[], from: number): T {
  const phase = A.add(A.mul(given[from + 1], x), given[from + 2]);
  return A.add(A.mul(given[from], x), A.mul(given[from + 3], A.call1("sin", phase)));
}
