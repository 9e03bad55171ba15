/** Powers, roots, factorials, transposes and degrees: what hangs behind a factor. */
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node, number, some } from "../../expression/tree";
import { identityMultiple, type Matrix, matrix, NotUnderstood, type Scalar, scalar, type Value } from "../../expression/value";
import type { Construct } from "../construct";
import { identity, inverse, transpose } from "../matrices/matrix-algebra";
import { scriptTokens, turned } from "../matrices/transposes";
import { isVectorSquare } from "../matrices/vector-squares";
import { factorialPower } from "../series/factorial-powers";
import { asVector, matrixProduct } from "./products";

function superscript(p: Parser, left: Expr): Expr | undefined {
  const start = p.cursor.position;
  p.cursor.next();
  const place = p.cursor.here();
  // nobody writes two digits side by side for their product: 7^12 is meant as one power
  const tokens = left.op === "number" && p.cursor.is("number") ? [p.cursor.next()] : scriptTokens(p.cursor);
  const span = { from: left.span.from, to: Math.max(left.span.to, p.cursor.since(start).to) };
  if (tokens.length === 1 && tokens[0].text === "circ") return node("degrees", [left], span);
  const matrix = turned(p, left, tokens, span);
  if (matrix) return matrix;
  const factors = factorialPower(p, left, tokens, span);
  if (factors) return factors;
  if (tokens.length > 0 && tokens.every((t) => t.text === "prime")) return undefined;
  return node("pow", [left, p.inner(tokens, place)], span);
}

/** `20\\%` is 20/100. */
function percent(p: Parser, left: Expr): Expr | undefined {
  if (left.op !== "number" && !left.data?.bracket && left.op !== "symbol") return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  return node("div", [left, number(100)], { from: left.span.from, to: p.cursor.since(start).to }, undefined, { style: "slash", percent: true });
}

function factorial(p: Parser, left: Expr): Expr | undefined {
  const start = p.cursor.position;
  p.cursor.next();
  const double = p.cursor.take("symbol", "!") !== undefined;
  return node("call", [left], { from: left.span.from, to: Math.max(left.span.to, p.cursor.since(start).to) }, double ? "factorial2" : "factorial");
}

function root(p: Parser): Expr {
  const start = p.cursor.position - 1;
  let degree: Expr | undefined;
  if (p.cursor.take("symbol", "[")) {
    degree = p.bracketed(false, () => p.expression(0));
    p.cursor.take("symbol", "]");
  }
  const e = p.argument();
  return node("root", degree ? [e, degree] : [e], p.cursor.since(start));
}

const literal = (e: Expr): number | undefined =>
  e.op === "number" ? Number(e.name) : e.op === "neg" && e.args[0].op === "number" ? -Number(e.args[0].name) : undefined;

/** A quotient of two integers, where an exponent is written as one. */
function rational(e: Expr): { p: number; q: number } | undefined {
  if (e.op === "neg") {
    const r = rational(e.args[0]);
    return r && { p: -r.p, q: r.q };
  }
  if (e.op === "div") {
    const p = literal(e.args[0]);
    const q = literal(e.args[1]);
    return p !== undefined && q !== undefined && Number.isInteger(p) && Number.isInteger(q) && q !== 0 ? { p, q } : undefined;
  }
  const p = literal(e);
  return p !== undefined && Number.isInteger(p) ? { p, q: 1 } : undefined;
}

/** The real q-th root: of negative numbers too where q is odd. */
function realRoot<T>(ev: Evaluator<T>, x: T, q: number): T {
  const { A } = ev;
  if (q === 2) return A.call1("sqrt", x);
  const plain = A.pow(A.complex === true ? x : A.call1("abs", x), A.div(A.number(1), A.number(q)));
  if (A.complex === true) return plain;
  return q % 2 === 1 ? A.mul(A.call1("sign", x), plain) : A.select(A.less(x, A.number(0)), A.number(Number.NaN), plain);
}

function power<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const value = ev.evaluate(e.args[0]);
  const vector = isVectorSquare(e) ? asVector(ev, value, e) : undefined;
  if (vector?.kind === "matrix" && (vector.cols === 1 || vector.rows === 1)) return scalar(vector.items.map((x) => A.mul(x, x)).reduce((a, b) => A.add(a, b)));
  if (value.kind === "matrix" && value.rows * value.cols > 1) return matrixPower(e, ev, value);
  const x = ev.number(value, e.args[0]);
  if (value.kind === "scalar" && value.identity) return identityMultiple(A.pow(x, ev.scalar(e.args[1])));
  const r = rational(e.args[1]);
  if (r && r.q > 1 && r.q % 2 === 1 && A.complex !== true) return scalar(A.pow(realRoot(ev, x, r.q), A.number(r.p)));
  if (r && r.q === 2 && r.p === 1) return scalar(A.call1("sqrt", x));
  const isE = e.args[0].op === "symbol" && e.args[0].name === "e" && !ev.frame.find("e");
  const exponent = ev.evaluate(e.args[1]);
  if (isE && exponent.kind === "scalar" && isConstantE(ev, x)) return scalar(A.call1("exp", exponent.x));
  return scalar(A.pow(x, ev.number(exponent, e.args[1])));
}

const isConstantE = <T>(ev: Evaluator<T>, x: T): boolean => ev.A.toNumbers(x).every((v) => v === Math.E);

function matrixPower<T>(e: Expr, ev: Evaluator<T>, m: Matrix<T>): Value<T> {
  const n = literal(e.args[1]);
  if (n === undefined || !Number.isInteger(n) || Math.abs(n) > 12) {
    if (e.args[1].op === "symbol" && (e.args[1].name === "T" || e.args[1].name === "\\top")) return transpose(m);
    return symbolicPower(e, ev, m);
  }
  if (m.cols === 1 && n === 2) throw new NotUnderstood("matrix/shape", "the square of a vector", e.span);
  if (m.rows !== m.cols) throw new NotUnderstood("matrix/not-square", `a ${m.rows}×${m.cols} matrix is not square: it has no powers and no inverse`, e.span);
  const factor = n < 0 ? inverse(ev, m, e) : m;
  let result: Matrix<T> = identity(ev, m.rows);
  for (let k = 0; k < Math.abs(n); k++) result = asMatrix(matrixProduct(ev, result, factor));
  return result;
}

/** A power whose exponent is an integer variable: by squaring, lane by lane, up to 32. */
function symbolicPower<T>(e: Expr, ev: Evaluator<T>, m: Matrix<T>): Value<T> {
  const { A } = ev;
  const n = ev.scalar(e.args[1]);
  const values = ev.lanes(n);
  if (m.rows !== m.cols || values.some((v) => !Number.isInteger(v) || v < 0 || v > 32))
    throw new NotUnderstood("matrix/power", "a power of a matrix with this exponent", e.span);
  let result: Matrix<T> = identity(ev, m.rows);
  const most = Math.max(...values);
  for (let k = 0; k < most; k++) {
    const next = asMatrix(matrixProduct(ev, result, m));
    const more = A.less(A.number(k), n);
    result = matrix(
      m.rows,
      m.cols,
      next.items.map((x, i) => A.select(more, x, result.items[i])),
    );
  }
  return result;
}

const asMatrix = <T>(value: Value<T>): Matrix<T> => (value.kind === "matrix" ? value : matrix(1, 1, [(value as { x: T }).x]));

export const powers: Construct = {
  name: "powers and roots",
  prefix: {
    "\\sqrt": root,
    "\\cbrt": (p) => {
      const start = p.cursor.position - 1;
      const e = p.argument();
      return node("root", [e, number(3)], p.cursor.since(start));
    },
  },
  infix: {
    "\\%": { power: POWER.power + 1, parse: percent },
    "%": { power: POWER.power + 1, parse: percent },
    sup: { power: POWER.power, parse: superscript },
    "!": { power: POWER.power + 1, parse: factorial },
  },
  meanings: {
    pow: power,
    root: (e, ev) => {
      const x = ev.scalar(e.args[0]);
      if (e.args.length === 1) return scalar(ev.A.call1("sqrt", x));
      const q = literal(e.args[1]);
      if (q !== undefined && Number.isInteger(q) && q > 0) return scalar(realRoot(ev, x, q));
      return scalar(ev.A.pow(x, ev.A.div(ev.A.number(1), ev.scalar(e.args[1]))));
    },
    degrees: (e, ev) => scalar(ev.A.mul(ev.scalar(e.args[0]), ev.A.div(ev.A.constant("pi"), ev.A.number(180)))),
    transpose: (e, ev) => {
      const m = ev.evaluate(e.args[0]);
      if (m.kind === "matrix") return transpose(m);
      if (m.kind === "tuple") return transpose(asVector(ev, m, e) as Matrix<never>);
      // a letter above numbers is an exponent
      const { plain } = e.data ?? {};
      return typeof plain === "string" && !some(e.args[0], (n) => ev.model.shape?.(n.name ?? "") !== undefined || n.op === "matrix" || n.op === "apply")
        ? power(node("pow", [e.args[0], node("symbol", [], e.span, plain)], e.span), ev)
        : m;
    },
    adjoint: (e, ev) => {
      const m = ev.evaluate(e.args[0]);
      if (m.kind !== "matrix") return { ...(m as Scalar<never>), x: ev.A.call1("conj", ev.number(m, e)) };
      const t = transpose(m);
      return { ...t, items: t.items.map((x) => ev.A.call1("conj", x)) };
    },
  },
  print: {
    pow: { power: POWER.power, latex: (e, print) => `${wrap(e.args[0], print)}^{${print(e.args[1])}}` },
    root: { power: 99, latex: (e, print) => (e.args.length > 1 ? `\\sqrt[${print(e.args[1])}]{${print(e.args[0])}}` : `\\sqrt{${print(e.args[0])}}`) },
    degrees: { power: POWER.power, latex: (e, print) => `${wrap(e.args[0], print)}^\\circ` },
    transpose: { power: POWER.power, latex: (e, print) => `${wrap(e.args[0], print)}^\\top` },
    adjoint: { power: POWER.power, latex: (e, print) => `${wrap(e.args[0], print)}^*` },
  },
  examples: [
    { latex: "(a+b)^2 = a^2 + 2ab + b^2", verdict: "holds" },
    { latex: "(a+b)^2 = a^2 + b^2", verdict: "fails" },
    { latex: "\\sqrt{x^2} = |x|", verdict: "holds" },
    { latex: "\\sqrt[3]{x^3} = x", verdict: "holds" },
    { latex: "5! = 120", verdict: "holds" },
    { latex: "2^10 = 1024", verdict: "holds" },
    { latex: "2^10 = 1000", verdict: "fails" },
    { latex: "x^{\\underline{2}} = x (x - 1)", verdict: "holds" },
    { latex: "x^{\\underline{2}} = x (x + 1)", verdict: "fails" },
    { latex: "\\sin 30^\\circ = \\frac12", verdict: "holds" },
  ],
};

const wrap = (e: Expr, print: (e: Expr, power?: number) => string): string =>
  e.op === "pow" || e.op === "call" || e.op === "apply" ? `\\left(${print(e)}\\right)` : print(e, POWER.power + 1);
