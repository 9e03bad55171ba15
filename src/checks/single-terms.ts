/** Worlds in which a counted sum has one term or none: there formulas agree that differ wherever the sum is one. */
import { type Expr, walk } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { double } from "../numeric/lanes";
import type { Bench } from "../worlds/bench";

/** Whether some sum from a number to a count has at most one term, world by world. */
export function singleTerms(bench: Bench, worlds: Int32Array): readonly boolean[] {
  const counts = new Map<string, Expr>();
  for (const e of bench.model.parts.scope)
    walk(e, (n) => {
      const [, from, to] = n.args;
      if (/^(sum|prod)$/.test(n.op) && from?.op === "number" && to?.op === "symbol") counts.set(`${from.name} ${to.name}`, n);
    });
  const single = Array.from(worlds, () => false);
  for (const sum of counts.values())
    lastIndices(bench, worlds, sum.args[2]).forEach((last, i) => {
      if (last <= Number(sum.args[1].name)) single[i] = true;
    });
  return single;
}

/** The values of an upper bound; nothing where it has none outside of its sum. */
function lastIndices(bench: Bench, worlds: Int32Array, to: Expr): Float64Array {
  try {
    const ev = bench.evaluator(double, worlds);
    return ev.lanes(ev.scalar(to));
  } catch (error) {
    if (error instanceof NotUnderstood) return new Float64Array();
    throw error;
  }
}
