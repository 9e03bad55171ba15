/** How a call is read: the power and the base behind the name, then the arguments, with and without parentheses. */
import { cover } from "../../base/span";
import { isMinusOne } from "../../expression/constants";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, failure, node, number } from "../../expression/tree";
import { formalDeterminant } from "../matrices/formal-determinants";
import { bracket, readArguments } from "../names/arguments";
import { FUNCTION_NAMES } from "./function-table";

const INVERSES: Record<string, string> = {
  sin: "asin",
  cos: "acos",
  tan: "atan",
  cot: "acot",
  sec: "asec",
  csc: "acsc",
  sinh: "asinh",
  cosh: "acosh",
  tanh: "atanh",
  exp: "log",
  log: "exp",
};

/** After the name of a function: its power, its base, its arguments. */
export function readCall(p: Parser, name: string, start: number): Expr {
  let power: Expr | undefined;
  let base: Expr | undefined;
  const order = orderOfDerivative(p);
  let raised = 0;
  for (;;) {
    if (!power && p.cursor.is("sup")) {
      raised += raisedPrimes(p);
      if (!p.cursor.is("sup")) continue;
      p.cursor.next();
      power = p.argument();
    } else if (!base && p.cursor.is("sub")) {
      p.cursor.next();
      base = p.argument();
    } else break;
  }
  const written = p.cursor.tokens[start]?.text ?? "";
  if (!base && p.reading.logarithm === "ten" && written === "log") base = number(10, p.cursor.since(start));
  const isBinary = !base && p.reading.logarithm === "two" && /^(log|lg)$/.test(written);
  if (isBinary) base = number(2, p.cursor.since(start));
  const primes = order ? 0 : raised + countPrimes(p);
  let inner = isBinary ? "log" : name;
  if (power && isMinusOne(power) && INVERSES[name]) {
    inner = INVERSES[name];
    power = undefined;
  }
  const args = functionArguments(p, inner);
  if (args.length === 0) return failure(`\\${name} has no argument`, p.cursor.since(start));
  const formal =
    inner === "det" && args[0].op === "matrix" && !power ? formalDeterminant(args[0].args, Number(args[0].data?.cols), p.cursor.since(start)) : undefined;
  if (formal) return formal;
  if (name === "det") args[0] = asMinor(args[0]);
  // a law by its shape and its rate
  if (inner === "gamma" && args.length === 2 && !power && !base && primes === 0)
    return node("apply", args, p.cursor.since(start), "\\mathrm{Gamma}", { split: 2, indices: 0, order: false, bracket: "(", bound: "" });
  if (order) return derivativeOfOrder(args, order, inner, p.cursor.since(start));
  let e = node("call", base ? [...args, base] : args, p.cursor.since(start), inner, { based: base !== undefined, ...(primes ? { primes } : {}) });
  if (p.reading.functionPower === "argument" && !power && p.cursor.is("sup")) {
    p.cursor.next();
    const exponent = p.argument();
    e = { ...e, args: [node("pow", [args[0], exponent], p.cursor.since(start)), ...e.args.slice(1)], span: p.cursor.since(start) };
  }
  return power ? node("pow", [e, power], p.cursor.since(start), undefined, { functionPower: true }) : e;
}

/** `\\sin^{(n)}(x)`: the order of a derivative, in parentheses. */
function orderOfDerivative(p: Parser): Expr | undefined {
  const { tokens, position } = p.cursor;
  if (!p.cursor.is("sup") || tokens[position + 1]?.kind !== "open" || tokens[position + 2]?.text !== "(") return undefined;
  const end = p.cursor.groupEnd(position + 1) - 1;
  const closes = tokens.findIndex((t, i) => i > position + 2 && t.text === ")");
  if (tokens[end - 1]?.text !== ")" || closes !== end - 1 || tokens[end + 1]?.text !== "(") return undefined;
  p.cursor.seek(end + 1);
  return p.inner(tokens.slice(position + 3, end - 1), tokens[position]);
}

/** By a number, so many primes; by a name, whatever order it has in each world. */
const derivativeOfOrder = (args: readonly Expr[], order: Expr, name: string, span: Expr["span"]): Expr =>
  order.op === "number" && /^[0-6]$/.test(order.name ?? "")
    ? node("call", args, span, name, { based: false, ...(order.name === "0" ? {} : { primes: Number(order.name) }) })
    : node("call-derivative", [node("call", args, span, name, { based: false }), order], span);

/** `\\det A(i|j)`: the determinant of a matrix without a row and a column. */
const asMinor = (e: Expr): Expr =>
  e.op === "apply" && e.data?.bound === "|" && e.args.length === 2 && e.data.split === 1 && /^[A-Z]$/.test(e.name ?? "")
    ? node("minor", [node("symbol", [], e.span, e.name), ...e.args], e.span)
    : e;

/** The primes of `\\sin^{\\prime\\prime}`, with the cursor behind them. */
function raisedPrimes(p: Parser): number {
  const { position } = p.cursor;
  p.cursor.next();
  const inside = p.cursor.argument();
  if (inside.length > 0 && inside.every((t) => t.text === "prime" || t.text === "'")) return inside.length;
  p.cursor.seek(position);
  return 0;
}

function countPrimes(p: Parser): number {
  let n = 0;
  while (p.cursor.take("symbol", "'")) n++;
  return n;
}

/** `\\sec^2{(x)} (y)`: parentheses in a group of their own are the whole argument. */
function groupedArgument(p: Parser): Expr | undefined {
  if (!p.cursor.is("open") || !p.cursor.is("symbol", "(", 1)) return undefined;
  const { tokens, position } = p.cursor;
  const end = p.cursor.groupEnd(position) - 1;
  let depth = 0;
  const closes = tokens.findIndex((t, i) => {
    if (i <= position) return false;
    if (t.text === "(") depth++;
    else if (t.text === ")") depth--;
    return depth === 0;
  });
  if (tokens[end]?.kind !== "close" || closes !== end - 1) return undefined;
  p.cursor.seek(end + 1);
  return p.inner(tokens.slice(position + 2, end - 1), tokens[position]);
}

/** What a function is applied to; in `\\ln (n - 1)!` the factorial is the argument's. */
function functionArguments(p: Parser, name: string): Expr[] {
  const grouped = MANY.has(name) ? undefined : groupedArgument(p);
  if (grouped) return [grouped];
  const next = p.cursor.peek();
  if (
    next &&
    ((next.kind === "symbol" && (next.text === "(" || next.text === "[")) || (next.kind === "command" && (next.text === "{" || next.text === "lbrace")))
  ) {
    const start = p.cursor.position;
    const read = next.kind === "command" ? undefined : readArguments(p);
    if (read?.args.length === 2 && !MANY.has(name) && read.args.every((a) => a.op === "number") && /^\d{3}$/.test(read.args[1].name ?? ""))
      return [node("number", [], read.args[0].span, `${read.args[0].name}${read.args[1].name}`)];
    if (read?.args.length === 1 && /^log/.test(name) && p.cursor.take("symbol", "!"))
      return [node("call", read.args, { from: read.args[0].span.from, to: p.cursor.since(start).to }, "factorial")];
    if (read && read.args.length > 0 && (read.args.length === 1 || MANY.has(name) || (name === "gamma" && read.args.length === 2))) return read.args;
    const whole = read && read.args.length > 1 ? bracketOfBars(p, start) : undefined;
    if (whole) return [whole];
    if (read) return [failure(`\\${name} takes one argument`, read.args[0]?.span ?? p.cursor.here())];
  }
  return [bareArgument(p)];
}

/** `\\exp(2|x|^{-1})`: bars in the argument of a function of one variable are absolute values, and separate nothing. */
function bracketOfBars(p: Parser, start: number): Expr | undefined {
  const end = p.cursor.position;
  p.cursor.seek(start);
  const opening = p.cursor.next();
  const e = bracket(p, opening, start);
  if (e && p.cursor.position === end && e.op !== "tuple" && e.op !== "error") return e;
  p.cursor.seek(end);
  return undefined;
}

const MANY = new Set(["max", "min", "gcd", "lcm", "atan2", "diag", "logsumexp"]);

/** `18^\circ (`: an angle in degrees is a whole argument. */
function degreesAhead(p: Parser): boolean {
  const { tokens, position } = p.cursor;
  if (tokens[position]?.kind !== "number" || tokens[position + 1]?.kind !== "sup") return false;
  const braced = tokens[position + 2]?.kind === "open" ? 1 : 0;
  return tokens[position + 2 + braced]?.text === "circ";
}

/** An argument without parentheses: a product of juxtaposed factors, ended by the next function. */
function bareArgument(p: Parser): Expr {
  if (p.reading.shortArguments) return p.expression(POWER.juxtaposed);
  if (p.cursor.is("symbol", "-")) {
    const start = p.cursor.position;
    p.cursor.next();
    const e = bareArgument(p);
    return node("neg", [e], p.cursor.since(start));
  }
  if (degreesAhead(p)) return p.expression(POWER.power - 1);
  const outer = p.stops;
  const first = p.cursor.peek();
  p.stops = first?.kind === "command" && VECTORS.has(`\\${first.text}`) ? FUNCTION_KEYS : BEFORE_VECTORS;
  const before = p.bareFrom;
  p.bareFrom = p.cursor.position;
  const e = p.expression(POWER.juxtaposed - 1);
  p.bareFrom = before;
  p.stops = outer;
  return partOfTurn(p, e);
}

/** `\cos \pi/4`: a multiple of π and the number below its slash are one angle. */
function partOfTurn(p: Parser, angle: Expr): Expr {
  const factors = angle.op === "mul" ? angle.args : [angle];
  const last = factors[factors.length - 1];
  const isMultiple = last.op === "symbol" && last.name === "\\pi" && factors.slice(0, -1).every((f) => f.op === "number");
  if (!isMultiple || !p.cursor.is("symbol", "/") || !p.cursor.is("number", undefined, 1)) return angle;
  p.cursor.next();
  const below = p.expression(POWER.juxtaposed);
  return node("div", [angle, below], cover(angle.span, below.span));
}

/** `\log x \log y`: a function's name ends the bare argument before it. */
const FUNCTION_KEYS: ReadonlySet<string> = new Set([...Object.keys(FUNCTION_NAMES).map((n) => `\\${n}`), "\\int", "\\iint", "\\lim"]);

const VECTORS: ReadonlySet<string> = new Set(["\\hat", "\\mathbf", "\\vec", "\\boldsymbol", "\\bm", "\\widehat", "\\overrightarrow"]);

/** A vector behind a scalar argument is no part of it: `\\cos t\\,\\hat\\imath`. */
const BEFORE_VECTORS: ReadonlySet<string> = new Set([...FUNCTION_KEYS, ...VECTORS]);
