/** Integrals over discs and balls about the origin, x² + y² ≤ c: in polar and in spherical coordinates. */
import { type Expr, node, number, symbol } from "../../expression/tree";

const [RADIUS, ANGLE, POLAR] = ["\u0000r", "\u0000\u03b8", "\u0000\u03c6"];

/** The integral of a body over a disc or a ball in these variables; undefined where the set is another. */
export function overBall(body: Expr, set: Expr, names: readonly string[], span: Expr["span"]): Expr | undefined {
  const squared = squaredRadius(set, names);
  if (!squared || names.length < 2 || names.length > 3) return undefined;
  const [r, angle, polar, pi] = [RADIUS, ANGLE, POLAR, "\\pi"].map((n) => symbol(n, span));
  const times = (...factors: Expr[]) => node("mul", factors, span);
  const call = (f: string, x: Expr) => node("call", [x], span, f);
  const flat = names.length === 2;
  const [turned, weight] = flat ? [r, r] : [times(r, call("sin", polar)), times(r, r, call("sin", polar))];
  const places = [times(turned, call("cos", angle)), times(turned, call("sin", angle)), times(r, call("cos", polar))];
  const at = names.reduce((e, name, i) => node("bind", [e, places[i]], span, name, { bound: name }), body);
  const integral = (e: Expr, name: string, to: Expr) => node("integral", [e, number(0, span), to], span, name, { bound: name });
  const out = integral(times(at, weight), RADIUS, call("sqrt", squared));
  return integral(flat ? out : integral(out, POLAR, pi), ANGLE, times(number(2, span), pi));
}

/** c in x² + y² ≤ c; undefined where the names are others, or not all. */
function squaredRadius(set: Expr, names: readonly string[]): Expr | undefined {
  const isSet = set.op === "set-of" && set.args.length === 2;
  const condition = isSet ? set.args[1] : set;
  if (condition.op !== "relation" || !/^[<>]=?$/.test(condition.name ?? "")) return undefined;
  const [small, large] = condition.name?.startsWith("<") ? condition.args : [condition.args[1], condition.args[0]];
  const squares = small.op === "add" ? small.args.map(base) : [];
  return squares.length === names.length && names.every((n) => squares.includes(n)) ? large : undefined;
}

/** x in x². */
const base = (e: Expr): string | undefined =>
  e.op === "pow" && e.args[0].op === "symbol" && e.args[1].op === "number" && e.args[1].name === "2" ? e.args[0].name : undefined;
