/** Tells equations between power series and analytic formulas: by the identity theorem they hold on all of their common domain or nowhere but at isolated points. */
import { isImaginaryUnit } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";

/** Functions that are analytic on the real points where they have values. */
const ANALYTIC = /^(exp|log|sqrt|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|factorial|binomial|gamma|fact)$/;
const PLAIN = /^(number|symbol|indexed|add|neg|mul|div|pow|sqrt|root|sum|sum-over|factorial|binomial)$/;

/** Whether both sides are put together from series of powers and elementary functions, over real names. */
export function areAnalytic(parts: readonly Expr[]): boolean {
  return parts.every((part) => !some(part, (n) => !(PLAIN.test(n.op) || (n.op === "call" && ANALYTIC.test(n.name ?? ""))) || isImaginaryUnit(n)));
}

/** Σ of terms that depend on names only through powers whose exponents are made of the index. */
export function isPowerSeries(e: Expr): boolean {
  if (e.op !== "sum" || typeof e.data?.bound !== "string") return false;
  const index = e.data.bound;
  const names = new Set([...namesOf(e.args[0]).symbols].filter((n) => n !== index && !/^(\\pi|e|\\infty)$/.test(n)));
  return names.size > 0 && isTerm(e.args[0], index, names);
}

function isTerm(e: Expr, index: string, names: ReadonlySet<string>): boolean {
  const speaks = (of: Expr, what: (name: string) => boolean): boolean => [...namesOf(of).symbols].some(what);
  const hasName = (of: Expr): boolean => speaks(of, (n) => names.has(n));
  const hasIndex = (of: Expr): boolean => speaks(of, (n) => n === index);
  if (!hasName(e)) return !some(e, (n) => n.op === "apply" || n.op === "indexed");
  if (e.op === "pow") return !hasName(e.args[1]) && !hasIndex(e.args[0]);
  if (e.op === "symbol") return true;
  // a factor before the powers
  if (!hasIndex(e)) return e.op !== "call";
  return (e.op === "mul" || e.op === "div" || e.op === "neg" || e.op === "add") && e.args.every((a) => isTerm(a, index, names));
}

/** A series of powers of one name and a formula in the same name alone: no equation about the name makes this a claim about its value there. */
export function isSeriesIdentity(left: Expr, right: Expr): boolean {
  const [a, b] = [left, right].map((e) => [...namesOf(e).symbols].filter((n) => !/^(\\pi|e|\\infty)$/.test(n)));
  return a.length === 1 && b.length === 1 && a[0] === b[0] && areAnalytic([left, right]) && [left, right].some((e) => some(e, isPowerSeries));
}
