/** The derivative of a code answer's expression by one of its inputs: the chain rule over the kernel operators, with zeros and ones taken away. */
import { hasSymbol } from "../expression/occurrences";
import { type Expr, node, number } from "../expression/tree";

const ZERO = number(0);
const ONE = number(1);
const is = (e: Expr, value: string): boolean => e.op === "number" && e.name === value;

const add = (terms: readonly Expr[]): Expr => {
  const left = terms.filter((t) => !is(t, "0"));
  return left.length === 0 ? ZERO : left.length === 1 ? left[0] : node("add", left, left[0].span);
};
const mul = (...factors: readonly Expr[]): Expr => {
  if (factors.some((f) => is(f, "0"))) return ZERO;
  const left = factors.filter((f) => !is(f, "1"));
  return left.length === 0 ? ONE : left.length === 1 ? left[0] : node("mul", left, left[0].span);
};
const neg = (e: Expr): Expr => (is(e, "0") ? ZERO : node("neg", [e], e.span));
const div = (a: Expr, b: Expr): Expr => (is(a, "0") ? ZERO : node("div", [a, b], a.span));
const call = (name: string, e: Expr): Expr => node("call", [e], e.span, name);
const pow = (a: Expr, b: Expr): Expr => node("pow", [a, b], a.span);

/** What the functions of the subset come to, times the inner derivative. */
const CHAIN: Readonly<Record<string, (x: Expr) => Expr>> = {
  exp: (x) => call("exp", x),
  log: (x) => div(ONE, x),
  sqrt: (x) => div(number("0.5"), call("sqrt", x)),
  sin: (x) => call("cos", x),
  cos: (x) => neg(call("sin", x)),
  tanh: (x) => add([ONE, neg(pow(call("tanh", x), number(2)))]),
  abs: (x) => div(x, call("abs", x)),
};

/** d e / d name. Throws a RangeError for an operator outside of the subset; code answers that were read hold none. */
export function derivative(e: Expr, name: string): Expr {
  if (!hasSymbol(e, name)) return ZERO;
  const d = e.args.map((arg) => derivative(arg, name));
  switch (e.op) {
    case "symbol":
      return ONE;
    case "add":
      return add(d);
    case "neg":
      return neg(d[0]);
    case "mul":
      return add(e.args.map((_, i) => mul(d[i], ...e.args.filter((_arg, j) => j !== i))));
    case "div":
      return add([div(d[0], e.args[1]), neg(div(mul(e.args[0], d[1]), pow(e.args[1], number(2))))]);
    case "pow":
      return power(e, d);
    default:
      if (e.op === "call" && Object.hasOwn(CHAIN, e.name as string)) return mul(CHAIN[e.name as string](e.args[0]), d[0]);
      throw new RangeError(`no derivative of ${e.name ?? e.op}`);
  }
}

function power(e: Expr, d: readonly Expr[]): Expr {
  const [base, exponent] = e.args;
  const lowered = exponent.op === "number" ? number(Number(exponent.name) - 1) : node("add", [exponent, number(-1)], exponent.span);
  return add([mul(exponent, pow(base, lowered), d[0]), mul(e, call("log", base), d[1])]);
}
