/** Equations between differential operators, ∂/∂x = ∂/∂ξ + ∂/∂η: applied to any function of the new coordinates, which formulas express by the old ones. */
import type { Plan } from "../../derivation/plans/plan";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, some, symbol } from "../../expression/tree";

const FUNCTION = "\u0003U";

/** Both sides applied to an unknown function; undefined where they are no sums of multiples of operators, or nothing relates their variables. */
export function appliedOperators(left: Expr, right: Expr, plan: Plan): { left: Expr; right: Expr } | undefined {
  const isOperator = (n: Expr): boolean => n.op === "operator";
  if (![left, right].every((e) => some(e, isOperator))) return undefined;
  const by = new Set<string>();
  for (const e of [left, right]) some(e, (n) => n.op === "operator" && n.args.some((a) => by.add(a.name ?? "") === undefined));
  const related = [...by].filter((n) => plan.definitions.get(n)?.params.length === 0);
  // all coordinates that are expressed by the same names
  const outer = new Set(related.flatMap((n) => [...namesOf(plan.definitions.get(n)?.body as Expr).symbols]));
  const inner = [...plan.definitions]
    .filter(([n, d]) => related.includes(n) || (d.params.length === 0 && [...namesOf(d.body).symbols].some((x) => outer.has(x) && by.has(x))))
    .map(([n]) => n)
    .sort();
  if (related.length === 0 || inner.length > 3 || inner.some((n) => outer.has(n))) return undefined;
  const sides = [left, right].map((e) => applied(e, inner));
  return sides[0] && sides[1] ? { left: sides[0], right: sides[1] } : undefined;
}

/** Each term has one operator, as its last factor, or none where it is zero. */
function applied(e: Expr, inner: readonly string[]): Expr | undefined {
  if (e.op === "operator") return derivative(e, inner);
  if (e.op === "add" || e.op === "neg") {
    const args = e.args.map((a) => applied(a, inner));
    return args.every((a) => a !== undefined) ? { ...e, args: args as Expr[] } : undefined;
  }
  const isFree = (x: Expr): boolean => !some(x, (n) => n.op === "operator");
  if (e.op === "mul" && e.args.slice(0, -1).every(isFree)) {
    const last = applied(e.args[e.args.length - 1], inner);
    return last && { ...e, args: [...e.args.slice(0, -1), last] };
  }
  return e.op === "number" && Number(e.name) === 0 ? number(0, e.span) : undefined;
}

/** A new coordinate is varied with the others held; an old one with all that depends on it. */
function derivative(e: Expr, inner: readonly string[]): Expr {
  const { span } = e;
  const places = inner.map((_, i) => symbol(`\u0003${i}`, span));
  const own = e.args.every((v) => inner.includes(v.name ?? ""));
  const of = node("apply", own ? places : inner.map((n) => symbol(n, span)), span, FUNCTION, {
    split: inner.length,
    indices: 0,
    order: false,
    bracket: "(",
    bound: "",
  });
  const varied = e.args.reduceRight((x, v) => node("derivative", [x, own ? places[inner.indexOf(v.name ?? "")] : v], span, undefined, { partial: false }), of);
  return own ? inner.reduce((x, n, i) => node("bind", [x, symbol(n, span)], span, places[i].name, { bound: places[i].name }), varied) : varied;
}
