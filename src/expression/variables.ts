/** The variables that a name is applied to, as the arguments of a distribution or a function of plain variables. */
import { symbolName } from "./names";
import type { Expr } from "./tree";

/** The space of a variable: primes and marks share it. */
export const spaceOf = (name: string): string => name.replace(/'+$|\^.*$/, "");

/** A plain name or one with indices. */
export const isVariable = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** The variables of an applied name, in front of the bar and behind it; undefined where an argument is no variable. */
export function variablesOf(e: Expr): { front: string[]; back: string[] } | undefined {
  const count = e.args.length - Number(e.data?.indices ?? 0) - (e.data?.order ? 1 : 0);
  const args = e.args.slice(0, count);
  if (e.data?.order || args.length === 0 || !args.every(isVariable)) return undefined;
  const split = Number(e.data?.split ?? args.length);
  return { front: args.slice(0, split).map((a) => symbolName(a)), back: args.slice(split).map((a) => symbolName(a)) };
}
