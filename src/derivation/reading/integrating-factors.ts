/** Exponentials of indefinite integrals, `e^{\int p \, dt} = e^{2t}`: equations between their exponents, up to constants. */
import { type Expr, node, some } from "../../expression/tree";

/** What e is raised to; undefined where an expression is no exponential. */
function exponentOf(e: Expr): Expr | undefined {
  if (e.op === "pow" && e.args[0].op === "symbol" && /^(e|\\mathrm\{e\})$/.test(e.args[0].name ?? "")) return e.args[1];
  return e.op === "call" && e.name === "exp" && e.args.length === 1 ? e.args[0] : undefined;
}

const isIndefinite = (e: Expr): boolean => some(e, (n) => n.op === "antiderivative");

/** The equation between the logarithms of both sides, where one is the exponential of an indefinite integral and neither is a lone name. */
export function betweenExponents(left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  const sides = [left, right];
  if (!sides.some((e) => isIndefinite(exponentOf(e) ?? e)) || sides.some((e) => /^(symbol|indexed|apply)$/.test(e.op))) return undefined;
  if (sides.some((e) => isIndefinite(e) && exponentOf(e) === undefined)) return undefined;
  const [a, b] = sides.map((e) => exponentOf(e) ?? node("call", [node("absolute", [e], e.span)], e.span, "log"));
  return { left: a, right: b };
}
