/** Sides whose value is the same in every world, whatever their symbols are. */
import type { Expr } from "../../expression/tree";
import { double, type Lane } from "../../numeric/lanes";
import type { Tried } from "../trying/trial";

/** A side whose value is the same in every world whatever its symbols are: then a number can be wrong for it. */
export const constantSide = (e: Expr, tried: Tried): boolean => constantsOf(e, tried) !== undefined;

/** The entries of what has the same value in every world; undefined where it has not. */
export function constantsOf(e: Expr, tried: Tried): number[] | undefined {
  if (!tried.setting) return undefined;
  try {
    const worlds = tried.setting.bench.worlds(8);
    const ev = tried.setting.bench.evaluator<Lane>(double, worlds);
    const value = ev.evaluate(e);
    const entries = (value.kind === "matrix" ? value.items : [ev.number(value, e)]).map((entry) => {
      const lane = entry as Lane;
      const bound = (i: number): number => lane.e[lane.e.length === 1 ? 0 : i] ?? 0;
      const values = [...ev.lanes(entry)].map((v, i) => ({ v, e: bound(i) })).filter(({ v }) => Number.isFinite(v));
      // a small value is no constant because it is small
      const [first] = values;
      const same = values.length >= 3 && values.every(({ v, e }) => Math.abs(v - first.v) <= 1e-9 * Math.abs(first.v) + 8 * (e + first.e));
      return same ? first.v : undefined;
    });
    return entries.every((v): v is number => v !== undefined) ? entries : undefined;
  } catch {
    return undefined;
  }
}
