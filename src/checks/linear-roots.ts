/** The root of an equation that is linear in its unknown, or in the reciprocal of it: a x^k + b x^(k+1) = 0 by its form, whatever a and b are. */
import { hasName } from "../expression/occurrences";
import type { Expr } from "../expression/tree";

/** Powers of the unknown that the terms of an equation have, where it is a sum of multiples of x^k and x^(k+1) with k from -2 to 0; undefined elsewhere. */
export function lowestPower(left: Expr, right: Expr, name: string): number | undefined {
  const powers = [left, right].map((e) => powersOf(e, name));
  if (powers.some((p) => p === undefined)) return undefined;
  const all = powers.flatMap((p) => [...(p as Set<number>)]);
  const low = Math.min(...all);
  return Math.max(...all) === low + 1 && low >= -2 && low <= 0 ? low : undefined;
}

/** The root from the values of the difference at 1 and at -1, a + b and (-1)^k (a - b). */
export function linearRoot(atOne: number, atMinusOne: number, low: number): number {
  const other = low % 2 === 0 ? atMinusOne : -atMinusOne;
  return -(atOne + other) / (atOne - other);
}

function powersOf(e: Expr, name: string): Set<number> | undefined {
  if (!hasName(e, name)) return new Set([0]);
  const of = (i: number): Set<number> | undefined => powersOf(e.args[i], name);
  const all = (): (Set<number> | undefined)[] => e.args.map((a) => powersOf(a, name));
  switch (e.op) {
    case "symbol":
      return new Set([1]);
    case "neg":
    case "add":
      return united(all());
    case "mul":
      return all().reduce((a, b) => a && b && combined(a, b, 1));
    case "div": {
      const [above, below] = all();
      return above && below?.size === 1 ? combined(above, below, -1) : undefined;
    }
    case "sum":
    case "sum-over":
      return e.args.slice(1).some((a) => hasName(a, name)) || e.data?.bound === name ? undefined : of(0);
    case "pow": {
      const base = of(0);
      const n = Number(e.args[1].name);
      return e.args[1].op === "number" && Number.isInteger(n) && base?.size === 1 ? new Set([[...base][0] * n]) : undefined;
    }
  }
  return undefined;
}

function united(sets: readonly (ReadonlySet<number> | undefined)[]): Set<number> | undefined {
  const found = new Set<number>();
  for (const s of sets) {
    if (!s) return undefined;
    for (const k of s) found.add(k);
  }
  return found;
}

const combined = (a: ReadonlySet<number>, b: ReadonlySet<number>, sign: 1 | -1): Set<number> => new Set([...a].flatMap((x) => [...b].map((y) => x + sign * y)));
