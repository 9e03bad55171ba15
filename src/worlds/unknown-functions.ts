/** Functions that nobody defines: random smooth functions whose derivatives and integrals are consistent because they are ordinary expressions. */

import { uniform } from "../base/random";
import type { Evaluator } from "../expression/evaluator";
import { scalar } from "../expression/value";
import type { Arithmetic } from "../numeric/arithmetic";
import type { DrawMemo } from "./draws";

/**
 * A sum of waves, a slope and a constant in every argument and in their sum: analytic, different in every world. In even worlds
 * it is positive, so that its logarithm exists.
 */
export function smoothFunction<T>(ev: Evaluator<T>, name: string, args: readonly T[], seed: number, memo: DrawMemo): T {
  const { A } = ev;
  ev.fuel.spend(8 * args.length * ev.frame.width);
  const coefficient = (label: string, low: number, high: number): T =>
    ofWorlds(ev, `${name} ${label}`, (w) => low + (high - low) * uniform("function", name, label, w, seed), memo);
  const positive = ofWorlds(ev, "even", (w) => (w % 2 === 0 ? 1 : 0), memo);
  let sum: T = A.add(coefficient("constant", -0.5, 0.5), A.mul(positive, A.number(3)));
  args.forEach((x, i) => {
    sum = A.add(
      sum,
      wave(A, x, (label, low, high) => coefficient(`${i}${label}`, low, high), positive),
    );
  });
  if (args.length > 1) {
    const mixed = args.map((x, i) => A.mul(coefficient(`mix${i}`, 0.4, 1.1), x)).reduce((s, x) => A.add(s, x));
    sum = A.add(
      sum,
      wave(A, mixed, (label, low, high) => coefficient(`mix${label}`, low, high), positive),
    );
  }
  return sum;
}

/** A number of every world: drawn once, made a column once for the root, and seen from the lanes at hand. */
function ofWorlds<T>(ev: Evaluator<T>, label: string, draw: (world: number) => number, memo: DrawMemo): T {
  const { root } = ev.frame;
  const key = `\u0003${label}`;
  const kept = root.free.get(key) ?? scalar(ev.A.numbers(memo.column(key, root.world, draw)));
  root.free.set(key, kept);
  const here = ev.fromRoot(kept);
  return (here as { x: T }).x;
}

function wave<T>(A: Arithmetic<T>, x: T, coefficient: (label: string, low: number, high: number) => T, positive: T): T {
  const slope = A.mul(A.sub(A.number(1), positive), A.mul(coefficient("slope", -0.8, 0.8), x));
  const phase = A.add(A.mul(coefficient("frequency", 0.5, 1.3), x), coefficient("phase", 0, 6));
  return A.add(slope, A.mul(coefficient("height", 0.4, 0.9), A.call1("sin", phase)));
}
