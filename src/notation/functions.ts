/** Named functions: `\sin^2 x`, `\log_2 8`, `\max(a, b)`, with and without parentheses. */
import { cover } from "../base/span";
import type { Evaluator } from "../expression/evaluator";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, failure, node, number } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import { FUNCTIONS_1, FUNCTIONS_2, type Function1, type Function2 } from "../numeric/arithmetic";
import { dualOver } from "../numeric/dual";
import { bracket, readArguments } from "./arguments";
import type { Construct } from "./construct";
import { ofOrder } from "./derivative-orders";
import { formalDeterminant } from "./formal-determinants";
import { MATRIX_FUNCTIONS, matrixCall } from "./matrix-functions";
import { exactResidue } from "./remainders";

/** The names of documents → the names of the arithmetic. */
export const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries("exp sin cos tan cot sec csc sinh cosh tanh coth sech csch gamma erf erfc det tr max min gcd lcm sinc".split(" ").map((n) => [n, n])),
  ln: "log",
  log: "log",
  lg: "log10",
  tg: "tan",
  ctg: "cot",
  cosec: "csc",
  sh: "sinh",
  ch: "cosh",
  th: "tanh",
  sgn: "sign",
  sign: "sign",
  signum: "sign",
  ...Object.fromEntries(
    "sin cos tan cot sec csc sinh cosh tanh coth sech csch".split(" ").flatMap((n) => [
      [`arc${n}`, `a${n}`],
      [`ar${n}`, `a${n}`],
      [`a${n}`, `a${n}`],
    ]),
  ),
  Re: "re",
  Im: "im",
  arg: "arg",
  Arg: "arg",
  Log: "log",
  Ln: "log",
  trace: "tr",
  Tr: "tr",
  diag: "diag",
  rank: "rank",
  rk: "rank",
  rref: "rref",
  Diag: "diag",
  Det: "det",
  Vec: "vec",
  atan: "atan",
  asin: "asin",
  acos: "acos",
  arctg: "atan",
  sigmoid: "sigmoid",
  logit: "logit",
  expm: "exp",
  atan2: "atan2",
  erfi: "erfi",
  floor: "floor",
  ceil: "ceil",
  round: "round",
  lb: "log2",
  vec: "vec",
  logsumexp: "logsumexp",
  softplus: "softplus",
  abs: "abs",
  sqrt: "sqrt",
  Ei: "Ei",
  Si: "Si",
  Ci: "Ci",
  li: "li",
  conj: "conj",
};

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
  for (;;) {
    if (!power && p.cursor.is("sup")) {
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
  const primes = order ? 0 : countPrimes(p);
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

/** The derivative of a call, of the order that its second operand has. */
const callOfOrder = <T>(e: Expr, ev: Evaluator<T>): Value<T> =>
  ofOrder(e.args[1], ev, (m) => ev.scalar({ ...e.args[0], data: { ...e.args[0].data, ...(m > 0 ? { primes: m } : {}) } }));

/** `\\det A(i|j)`: the determinant of a matrix without a row and a column. */
const asMinor = (e: Expr): Expr =>
  e.op === "apply" && e.data?.bound === "|" && e.args.length === 2 && e.data.split === 1 && /^[A-Z]$/.test(e.name ?? "")
    ? node("minor", [node("symbol", [], e.span, e.name), ...e.args], e.span)
    : e;

function countPrimes(p: Parser): number {
  let n = 0;
  while (p.cursor.take("symbol", "'")) n++;
  return n;
}

const isMinusOne = (e: Expr): boolean => e.op === "neg" && e.args[0].op === "number" && e.args[0].name === "1";

function functionArguments(p: Parser, name: string): Expr[] {
  const next = p.cursor.peek();
  if (
    next &&
    ((next.kind === "symbol" && (next.text === "(" || next.text === "[")) || (next.kind === "command" && (next.text === "{" || next.text === "lbrace")))
  ) {
    const start = p.cursor.position;
    const read = next.kind === "command" ? undefined : readArguments(p);
    if (read?.args.length === 2 && !MANY.has(name) && read.args.every((a) => a.op === "number") && /^\d{3}$/.test(read.args[1].name ?? ""))
      return [node("number", [], read.args[0].span, `${read.args[0].name}${read.args[1].name}`)];
    if (read && read.args.length > 0 && (read.args.length === 1 || MANY.has(name))) return read.args;
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

const prefix =
  (name: string): Prefix =>
  (p) =>
    readCall(p, name, p.cursor.position - 1);

/** `\log x \log y`: a function's name ends the bare argument before it. */
export const FUNCTION_KEYS: ReadonlySet<string> = new Set([...Object.keys(FUNCTION_NAMES).map((n) => `\\${n}`), "\\int", "\\iint", "\\lim"]);

const VECTORS: ReadonlySet<string> = new Set(["\\hat", "\\mathbf", "\\vec", "\\boldsymbol", "\\bm", "\\widehat", "\\overrightarrow"]);
/** A vector behind a scalar argument is no part of it: `\\cos t\\,\\hat\\imath`. */
const BEFORE_VECTORS: ReadonlySet<string> = new Set([...FUNCTION_KEYS, ...VECTORS]);

const known1 = new Set<string>(FUNCTIONS_1);
const known2 = new Set<string>(FUNCTIONS_2);

/** What a special function costs, in evaluations. */
const SPECIAL = 15;
const CHEAP = /^(sqrt|exp|log|a?(sin|cos|tan)h?|arc(sin|cos|tan)|abs|sign|floor|ceil)$/;

function call<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const name = e.name ?? "";
  if (e.data?.primes) return derivativeOfCall(e, ev);
  if (e.data?.based) return based(e, ev);
  if (MATRIX_FUNCTIONS.has(name)) return matrixCall(name, e, ev);
  if (name === "max" || name === "min") return extreme(name, e, ev);
  const residue = name === "mod" ? exactResidue(e.args[0], e.args[1]) : undefined;
  if (residue !== undefined) return scalar(A.number(residue));
  const x = ev.scalar(e.args[0]);
  const made = COMPOSED[name];
  if (made) return scalar(made(ev as Evaluator<unknown>, x) as T);
  if (!CHEAP.test(name)) ev.fuel.spend(SPECIAL * ev.frame.width);
  if (e.args.length === 1 && known1.has(name)) return scalar(A.call1(name as Function1, x));
  if (e.args.length === 2 && known2.has(name)) return scalar(A.call2(name as Function2, x, ev.scalar(e.args[1])));
  throw new NotUnderstood("function/unknown", `the function "${name}" is not known`, e.span);
}

function derivativeOfCall<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const x = ev.evaluate(e.args[0]);
  const t = node("symbol", [], e.span, "\u0000t");
  const value = ev.dual("\u0000t", x, t).scalar({ ...e, args: [t], data: { ...e.data, primes: Number(e.data?.primes) - 1 } });
  return scalar(dualOver(ev.A).tangent(value));
}

const COMPOSED: Record<string, <T>(ev: Evaluator<T>, x: T) => T> = {
  log10: ({ A }, x) => A.div(A.call1("log", x), A.call1("log", A.number(10))),
  log2: ({ A }, x) => A.div(A.call1("log", x), A.call1("log", A.number(2))),
  sigmoid: ({ A }, x) => A.div(A.number(1), A.add(A.number(1), A.call1("exp", A.neg(x)))),
  softplus: ({ A }, x) => A.call1("log", A.add(A.number(1), A.call1("exp", x))),
  normcdf: ({ A }, x) => A.mul(A.number(0.5), A.call1("erfc", A.div(A.neg(x), A.call1("sqrt", A.number(2))))),
  logit: ({ A }, x) => A.call1("log", A.div(x, A.sub(A.number(1), x))),
  factorial2: ({ A }, x) => {
    const n = A.div(x, A.number(2));
    const even = A.mul(A.pow(A.number(2), n), A.call1("gamma", A.add(n, A.number(1))));
    const odd = A.mul(A.pow(A.number(2), A.add(n, A.number(0.5))), A.div(A.call1("gamma", A.add(n, A.number(1))), A.call1("sqrt", A.constant("pi"))));
    return A.select(A.equal(A.call2("mod", x, A.number(2)), A.number(0)), even, odd);
  },
};

/** A logarithm with its base. */
function based<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  if (e.name !== "log") throw new NotUnderstood("function/subscript", `"${e.name}" with a subscript is not known`, e.span);
  const { A } = ev;
  const base = e.args[e.args.length - 1];
  const x = A.call1("log", ev.scalar(e.args[0]));
  if (base.op === "symbol" && base.name === "e") return scalar(x);
  return scalar(A.div(x, A.call1("log", ev.scalar(base))));
}

function extreme<T>(name: "max" | "min", e: Expr, ev: Evaluator<T>): Value<T> {
  if (e.args.some((a) => a.op === "relation")) throw new NotUnderstood("extremum/condition", `${name} over a condition`, e.span);
  const items = e.args.length === 1 && e.args[0].op === "tuple" ? e.args[0].args : e.args;
  if (items.length === 1) throw new NotUnderstood("extremum/set", `the ${name} of a set that is not listed`, e.span);
  return scalar(items.map((a) => ev.scalar(a)).reduce((x, y) => ev.A.call2(name, x, y)));
}

const LATEX: Record<string, string> = {
  log10: "\\log_{10}",
  log2: "\\log_2",
  tr: "\\operatorname{tr}",
  sign: "\\operatorname{sgn}",
  abs: "\\operatorname{abs}",
  re: "\\Re",
  im: "\\Im",
  gamma: "\\Gamma",
  normcdf: "\\Phi",
};

function callLatex(e: Expr, print: (e: Expr, power?: number) => string): string {
  const inside = (i: number) => print(e.args[i]);
  if (e.name === "factorial") return `${print(e.args[0], POWER.power + 1)}!`;
  if (e.name === "factorial2") return `${print(e.args[0], POWER.power + 1)}!!`;
  if (e.name === "floor") return `\\lfloor ${inside(0)} \\rfloor`;
  if (e.name === "ceil") return `\\lceil ${inside(0)} \\rceil`;
  if (e.name === "conj") return `\\overline{${inside(0)}}`;
  if (e.name === "binomial") return `\\binom{${inside(0)}}{${inside(1)}}`;
  const inverse = /^a(sin|cos|tan|cot|sec|csc)$/.test(e.name ?? "") ? `\\arc${e.name?.slice(1)}` : undefined;
  const name =
    inverse ??
    LATEX[e.name ?? ""] ??
    (/^(exp|log|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|det|max|min|gcd|arg)$/.test(e.name ?? "") ? `\\${e.name}` : `\\operatorname{${e.name}}`);
  const args = e.data?.based ? e.args.slice(0, -1) : e.args;
  return `${name}${e.data?.based ? `_{${print(e.args[e.args.length - 1])}}` : ""}${e.data?.primes ? "'".repeat(Number(e.data.primes)) : ""}\\left(${args.map((a) => print(a)).join(", ")}\\right)`;
}

/** `\\operatorname{tr}`, `\\mathrm{diag}`: a known function in upright letters. */
const uprightName: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const name = p.cursor.word().trim();
  const known = Object.hasOwn(FUNCTION_NAMES, name) ? FUNCTION_NAMES[name] : undefined;
  return known && name.length > 1 && (p.startsFactor() || p.cursor.is("sup") || p.cursor.is("sub")) ? readCall(p, known, start) : undefined;
};

/** `\\Gamma(x)`: the gamma function, unless the document applies \\Gamma as a function of its own. */
const gammaFunction: Prefix = (p) =>
  p.cursor.is("symbol", "(") && !p.reading.named && !p.reading.functions.has("!\\Gamma") ? readCall(p, "gamma", p.cursor.position - 1) : undefined;

/** `\\zeta(3)`, `\\zeta(s)`: Riemann's function; elsewhere a name. */
const zeta: Prefix = (p) => {
  if (p.reading.named) return undefined;
  const [open, argument, close] = [p.cursor.peek(), p.cursor.peek(1), p.cursor.peek(2)];
  if (open?.text !== "(" || close?.text !== ")" || !(argument?.kind === "number" || argument?.text === "s")) return undefined;
  return readCall(p, "zeta", p.cursor.position - 1);
};

export const functions: Construct = {
  name: "functions",
  prefix: {
    "\\zeta": zeta,
    "\\operatorname": uprightName,
    "\\operatorname*": uprightName,
    "\\mathrm": uprightName,
    "\\Gamma": gammaFunction,
    ...Object.fromEntries(
      Object.entries(FUNCTION_NAMES)
        .filter(([n]) => !/^(vec|sqrt|max|min|gamma)$/.test(n))
        .map(([written, name]) => [`\\${written}`, prefix(name)]),
    ),
  },
  meanings: { call, "call-derivative": callOfOrder },
  print: {
    "call-derivative": { power: POWER.juxtaposed + 1, latex: (e, print) => callLatex(e.args[0], print).replace("\\left(", `^{(${print(e.args[1])})}\\left(`) },
    call: { power: POWER.juxtaposed + 1, latex: callLatex },
  },
  examples: [
    { latex: "\\sin^2 x + \\cos^2 x = 1", verdict: "holds" },
    { latex: "\\sin 2x = 2 \\sin x \\cos x", verdict: "holds" },
    { latex: "\\sin 2x = \\sin x \\cos x", verdict: "fails" },
    { latex: "\\log_2 8 = 3", verdict: "holds" },
    { latex: "\\ln(ab) = \\ln a + \\ln b", verdict: "holds" },
    { latex: "\\sin^{-1} \\frac12 = \\frac{\\pi}{6}", verdict: "holds" },
    { latex: "\\exp(x + y) = e^x e^y", verdict: "holds" },
    { latex: "\\exp(2|x|^{-1}) = \\exp(|x|^{-1})^2", verdict: "holds" },
    { latex: "\\exp(2|x|^{-1}) = \\exp(|x|^{-1})^3", verdict: "fails" },
    { latex: "\\sin^{(3)}(x) = -\\cos x", verdict: "holds" },
    { latex: "\\sin^{(3)}(x) = \\cos x", verdict: "fails" },
    { latex: "{\\sin}^{(n + 2)}(x) = -{\\sin}^{(n)}(x)", verdict: "holds" },
  ],
};
