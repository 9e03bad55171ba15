/** Addition, subtraction and signs. */
import { cover } from "../../base/span";
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { identityMultiple, matrix, NotUnderstood, type Scalar, scalar, type Value } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";
import { asVector } from "./products";

function addition(p: Parser, left: Expr, token: Token): Expr | undefined {
  p.cursor.next();
  const start = p.cursor.position;
  const term = p.expression(POWER.add);
  const isWide = p.reading.remainders === "wide" && term.op === "call" && term.name === "mod" && term.data === undefined;
  let right = isWide ? term.args[0] : term;
  if (token.text !== "+") right = node("neg", [right], cover(token, p.cursor.since(start)), undefined, { binary: true });
  const terms = left.op === "add" && !left.data?.braced && !left.data?.bracket ? [...left.args, right] : [left, right];
  const sum = node("add", terms, cover(left.span, right.span));
  return isWide ? { ...term, args: [sum, term.args[1]], span: cover(left.span, term.span) } : sum;
}

const isBar = (t: Token): boolean => (t.kind === "symbol" && t.text === "|") || (t.kind === "command" && t.text === "vert");

/** P(D | +), P(+ | D): the sign is the outcome of a test. Two bars are an absolute value, -|x|. */
function isOutcome({ cursor }: Parser): boolean {
  const next = cursor.peek();
  if (!next) return false;
  if ((next.kind === "symbol" && /^[),]$/.test(next.text)) || (next.kind === "command" && next.text === "mid")) return true;
  return isBar(next) && cursor.tokens.slice(cursor.position).filter(isBar).length === 1;
}

function sign(p: Parser, token: Token): Expr | undefined {
  if (isOutcome(p)) return node("symbol", [], token, token.text);
  const e = p.expression(POWER.unary - 4);
  // -1 mod 5 is the remainder of -1
  if (token.text !== "+" && e.op === "call" && e.name === "mod" && e.data === undefined)
    return { ...e, args: [node("neg", [e.args[0]], cover(token, e.args[0].span)), ...e.args.slice(1)], span: cover(token, e.span) };
  return token.text === "+" ? { ...e, span: cover(token, e.span) } : node("neg", [e], cover(token, e.span));
}

/** Sum of two values. A number is added to a matrix only where the matrix is 1×1 or the number is zero. */
export function addValues<T>(ev: Evaluator<T>, a: Value<T>, b: Value<T>, e: Expr): Value<T> {
  const { A } = ev;
  if (a.kind === "matrix" && b.kind === "matrix") {
    if (a.rows === b.rows && a.cols === b.cols) return { ...a, items: a.items.map((x, i) => A.add(x, b.items[i])) };
    if (a.rows * a.cols === 1) return addValues(ev, scalar(a.items[0]), b, e);
    if (b.rows * b.cols === 1) return addValues(ev, a, scalar(b.items[0]), e);
    throw new NotUnderstood("matrix/shape", `a ${a.rows}×${a.cols} matrix cannot be added to a ${b.rows}×${b.cols} matrix`, e.span);
  }
  if (a.kind === "tuple" && b.kind === "tuple" && a.items.length === b.items.length)
    return { ...a, items: a.items.map((x, i) => addValues(ev, x, b.items[i], e)) };
  if (a.kind === "tuple" && b.kind === "matrix") return addValues(ev, asVector(ev, a, e), b, e);
  if (a.kind === "matrix" && b.kind === "tuple") return addValues(ev, a, asVector(ev, b, e), e);
  if (a.kind === "matrix") return addNumber(ev, a, b, e);
  if (b.kind === "matrix") return addNumber(ev, b, a, e);
  if (isIdentity(a) && isIdentity(b)) return identityMultiple(A.add(a.x, b.x));
  if (isIdentity(a) !== isIdentity(b) && !isZeroValue(ev, isIdentity(a) ? b : a, e))
    throw new NotUnderstood("matrix/shape", "a number cannot be added to an identity matrix", e.span);
  const x = A.add(ev.number(a, e), ev.number(b, e));
  return isIdentity(a) || isIdentity(b) ? identityMultiple(x) : scalar(x);
}

const isIdentity = <T>(value: Value<T>): value is Scalar<T> & { identity: true } => value.kind === "scalar" && value.identity === true;
const isZeroValue = <T>(ev: Evaluator<T>, value: Value<T>, e: Expr): boolean => ev.A.toNumbers(ev.number(value, e)).every((v) => v === 0);

function addNumber<T>(ev: Evaluator<T>, m: Value<T> & { kind: "matrix" }, value: Value<T>, e: Expr): Value<T> {
  if (isIdentity(value)) {
    if (m.rows !== m.cols) throw new NotUnderstood("matrix/shape", `an identity matrix cannot be added to a ${m.rows}×${m.cols} matrix`, e.span);
    return matrix(
      m.rows,
      m.cols,
      m.items.map((x, i) => (i % (m.rows + 1) === 0 ? ev.A.add(x, value.x) : x)),
    );
  }
  const x = ev.number(value, e);
  if (m.rows * m.cols === 1) return scalar(ev.A.add(m.items[0], x));
  if (ev.A.toNumbers(x).every((v) => v === 0)) return m;
  throw new NotUnderstood("matrix/shape", `a number cannot be added to a ${m.rows}×${m.cols} matrix`, e.span);
}

export function negate<T>(ev: Evaluator<T>, a: Value<T>, e: Expr): Value<T> {
  if (a.kind === "matrix")
    return matrix(
      a.rows,
      a.cols,
      a.items.map((x) => ev.A.neg(x)),
      a.vector,
    );
  if (a.kind === "tuple") return { ...a, items: a.items.map((x) => negate(ev, x, e)) };
  if (isIdentity(a)) return identityMultiple(ev.A.neg(a.x));
  return scalar(ev.A.neg(ev.number(a, e)));
}

const termLatex = (arg: Expr, i: number, print: (e: Expr, power?: number) => string): string => {
  if (arg.op.endsWith("-minus") || arg.op === "minus-plus") return print(arg, POWER.add);
  if (arg.op === "neg" && i > 0) return `- ${print(arg.args[0], POWER.add + 1)}`;
  const text = print(arg, POWER.add);
  return i === 0 ? text : text.startsWith("-") ? `+ (${text})` : `+ ${text}`;
};

export const sumsOfTerms: Construct = {
  name: "addition and subtraction",
  prefix: { "-": sign, "+": sign, "−": sign },
  infix: {
    "+": { power: POWER.add, parse: addition },
    "-": { power: POWER.add, parse: addition },
    "−": { power: POWER.add, parse: addition },
  },
  meanings: {
    add: (e, ev) => e.args.slice(1).reduce((sum, arg) => addValues(ev, sum, ev.evaluate(arg), arg), ev.evaluate(e.args[0])),
    neg: (e, ev) => negate(ev, ev.evaluate(e.args[0]), e),
  },
  print: {
    add: { power: POWER.add, latex: (e, print) => e.args.map((arg, i) => termLatex(arg, i, print)).join(" ") },
    neg: { power: POWER.add + 1, latex: (e, print) => `-${print(e.args[0], POWER.add + 2)}` },
  },
  examples: [
    { latex: "a - (b - c) = a - b + c", verdict: "holds" },
    { latex: "a - (b - c) = a - b - c", verdict: "fails" },
  ],
};

/** A number or a matrix times a number. */
export function scaled<T>(ev: Evaluator<T>, value: Value<T>, by: T, e: Expr): Value<T> {
  if (value.kind === "matrix") return { ...value, items: value.items.map((x) => ev.A.mul(by, x)) };
  return scalar(ev.A.mul(by, ev.number(value, e)));
}
