/** Derivatives whose variables are subscripts: `\partial_x f`, `\partial_{xy} f`, and `(f_x)_y`, the derivative of a partial derivative. */
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";
import { readArguments } from "../names/arguments";

/** Names by which is differentiated; an index i or μ counts coordinates. */
const VARIABLE = /^([abcopqr-z]|\\(theta|phi|varphi|xi|eta|tau|alpha|beta|omega|rho|psi))$/;
const FUNCTION = /^[fghuvwzFGHPQRT]$/;

/** `\partial_x u`, `\partial_x^2 u`, `\partial_{xx} u`: one factor is differentiated, as by `\nabla`. */
function bySubscript(p: Parser): Expr | undefined {
  const start = p.cursor.position - 1;
  if (!p.cursor.take("sub")) return undefined;
  const by = variables(p, p.cursor.argument());
  if (!by) return undefined;
  const order = orderAbove(p);
  if (order === undefined || (order > 1 && by.length > 1) || !p.startsFactor()) return undefined;
  const operand = factorAfter(p);
  const all = order > 1 ? new Array<Expr>(order).fill(by[0]) : by;
  return all.reduceRight((inner, v) => node("derivative", [inner, v], p.cursor.since(start), undefined, { partial: true }), operand);
}

/** `xx`, `x y`, `o_j`: one or several names. */
function variables(p: Parser, tokens: readonly Token[]): Expr[] | undefined {
  if (tokens.length === 0) return undefined;
  const separate = tokens.every((t) => t.kind === "letter" || (t.kind === "command" && VARIABLE.test(`\\${t.text}`)));
  const found = separate ? tokens.map((t) => p.inner([t], t)) : [p.inner(tokens, tokens[0])];
  const isVariable = (v: Expr): boolean => (v.op === "symbol" && VARIABLE.test(v.name ?? "")) || (v.op === "indexed" && !some(v, (n) => n.op === "error"));
  return found.length <= 3 && found.every(isVariable) ? found : undefined;
}

/** The number that stands above the sign; one where there is none. */
function orderAbove(p: Parser): number | undefined {
  if (!p.cursor.take("sup")) return 1;
  const order = p.argument();
  return order.op === "number" && /^[123]$/.test(order.name ?? "") ? Number(order.name) : undefined;
}

/** One factor, with the numbers before it. */
function factorAfter(p: Parser): Expr {
  const start = p.cursor.position;
  const factors = [p.expression(POWER.juxtaposed)];
  while (factors[factors.length - 1].op === "number" && p.startsFactor()) factors.push(p.expression(POWER.juxtaposed));
  return factors.length === 1 ? factors[0] : node("mul", factors, p.cursor.since(start), undefined, { style: "juxtaposed" });
}

/** `(f_x)_y` and `(f_x)_y(x, y)`, with the bracket read and the cursor behind it. */
export function derivedAgain(p: Parser, inner: Expr): Expr | undefined {
  const [by] = inner.op === "indexed" && inner.args.length === 1 && FUNCTION.test(inner.name ?? "") ? inner.args : [];
  if (by?.op !== "symbol" || !VARIABLE.test(by.name ?? "") || !p.cursor.is("sub")) return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  const variable = p.argument();
  const since = (): Expr["span"] => ({ from: inner.span.from, to: p.cursor.since(start).to });
  if (variable.op !== "symbol" || !VARIABLE.test(variable.name ?? "")) {
    p.cursor.seek(start);
    return undefined;
  }
  const again = (operand: Expr): Expr => node("derivative", [operand, variable], since(), undefined, { partial: true });
  if (!p.cursor.is("symbol", "(")) return again(inner);
  const read = readArguments(p);
  if (!read || read.args.length < 2) {
    p.cursor.seek(start);
    return undefined;
  }
  const called = (name: string): Expr =>
    node("apply", read.args, since(), name, { split: read.args.length, indices: 0, order: false, bracket: "(", bound: "" });
  // at a point it is a name of its own
  return read.args.some((a) => a.op === "symbol" && a.name === variable.name)
    ? again(called(`${inner.name}_{${by.name}}`))
    : called(`${inner.name}_{${by.name},${variable.name}}`);
}

export const derivativeSubscripts: Construct = {
  name: "derivative subscripts",
  prefix: { "\\partial": bySubscript },
  examples: [
    { latex: "\\partial_x (x^2 y) = 2xy", verdict: "holds" },
    { latex: "\\partial_x (x^2 y) = x^2 y", verdict: "fails" },
    { latex: "\\partial_x^2 x^3 + \\partial_y y^2 = 6x + 2y", verdict: "holds" },
    { latex: "\\partial_{xy} (x^2 y^3) = 6xy^2", verdict: "holds" },
    { latex: "\\partial_{xy} (x^2 y^3) = 6x^2y", verdict: "fails" },
    { latex: "\\partial_\\theta \\sin\\theta \\, \\partial_x x^2 = 2 x \\cos\\theta", verdict: "holds" },
  ],
};
