/** Limits and integrals out to infinity of what changes with the logarithm of its variable: x = e^s, log x = s. */
import { type Expr, node, rewrite, some, symbol } from "../../expression/tree";
import { evaluationVariable } from "./evaluation-variable";

const isName = (e: Expr, name: string): boolean => e.op === "symbol" && e.name === name;
const isLog = (e: Expr, name: string): boolean => e.op === "call" && e.name === "log" && e.args.length === 1 && isName(e.args[0], name);

/** The expression in s, for the same name, where it speaks of log x; undefined where it does not. */
export function onLogarithmicScale(given: Expr, name: string): Expr | undefined {
  const e = rewrite(given, (n) => withoutBar(n, name));
  if (!some(e, (n) => isLog(n, name)) || some(e, (n) => n.data?.bound === name)) return undefined;
  const kept = "\u0000s";
  const logs = rewrite(e, (n) => (isLog(n, name) ? symbol(kept, n.span) : n));
  const powers = rewrite(logs, (n) => (isName(n, name) ? node("call", [symbol(kept, n.span)], n.span, "exp") : n));
  return rewrite(powers, (n) => (isName(n, kept) ? symbol(name, n.span) : n));
}

/** A difference of values where a bar ends at the variable. */
function withoutBar(e: Expr, name: string): Expr {
  const [f, below, above] = e.args;
  if (e.op !== "evaluated" || !above || !e.data?.below || !isName(above, name) || below.op === "relation") return e;
  const variable = evaluationVariable(f);
  if (variable === undefined || variable === name) return e;
  const at = (point: Expr): Expr => rewrite(f, (n) => (isName(n, variable) ? point : n));
  return node("add", [at(above), node("neg", [at(below)], e.span)], e.span);
}

/** f(e^s) e^s of a quotient f with a factor x in its denominator, which cancels; undefined where there is none. */
export function integrandOnLogarithmicScale(f: Expr, name: string): Expr | undefined {
  if (f.op !== "div") return undefined;
  const factors = f.args[1].op === "mul" ? f.args[1].args : [f.args[1]];
  const at = factors.findIndex((x) => isName(x, name));
  if (at < 0) return undefined;
  const rest = factors.filter((_, i) => i !== at);
  const below = rest.length === 0 ? node("number", [], f.span, "1") : rest.length === 1 ? rest[0] : node("mul", rest, f.span);
  return onLogarithmicScale(node("div", [f.args[0], below], f.span), name);
}
