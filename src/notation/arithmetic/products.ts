/** Products: juxtaposed, dotted, crossed; quotients with a slash. */
import { cover } from "../../base/span";
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { identityMultiple, type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";

/** A differential, also one that hides in a numerator: `\frac{dx}{x}`. */
const hasDifferential = (e: Expr): boolean =>
  e.op === "differential" || (e.op === "mul" && e.args.some(hasDifferential)) || (e.op === "div" && hasDifferential(e.args[0]));

/** Whether the differential of the integral around has just been read, so that its product ends. A leading one (`\int dx\, f`) does not end it. */
function endsIntegral(p: Parser, left: Expr): boolean {
  if (p.integrals === 0) return false;
  const plain = left.op === "neg" && !left.data?.bracket ? left.args[0] : left;
  const factors = plain.op === "mul" ? plain.args : [plain];
  if (p.differentials > 1 && factors.filter(hasDifferential).length < p.differentials && p.grammar.isDifferential(p.cursor)) return false;
  // `\\int\\int dy\\,dx`: each differential belongs to its integral
  const alone = factors.every((f) => f.op === "differential");
  if (alone && factors.length === p.differentials && p.integrals > p.differentials && p.grammar.isDifferential(p.cursor)) return true;
  return hasDifferential(factors[factors.length - 1]) && !alone && !(factors.length === 1 && goesOn(p, factors[0]));
}

/** `\\int \\frac{dx}{\\sqrt{2\\pi}} e^{-x^2/2}`: what stands behind a leading fraction speaks of its variable. */
function goesOn({ cursor }: Parser, first: Expr): boolean {
  const letter = /([a-zA-Z]+)\}*$/.exec(byOf(first)?.name ?? "")?.[1];
  let depth = 0;
  for (let ahead = 0; letter !== undefined; ahead++) {
    const t = cursor.peek(ahead);
    if (!t || (depth === 0 && t.kind === "symbol" && /^[-+,;]$/.test(t.text))) return false;
    if (t.text === letter) return true;
    depth += t.kind === "open" || /^[([]$/.test(t.text) ? 1 : t.kind === "close" || /^[)\]]$/.test(t.text) ? -1 : 0;
    if (depth < 0) return false;
  }
  return false;
}

/** What the differential in a factor is by. */
const byOf = (e: Expr): Expr | undefined =>
  e.op === "differential" ? e.args[0] : e.op === "mul" ? e.args.map(byOf).find((by) => by !== undefined) : e.op === "div" ? byOf(e.args[0]) : undefined;

const factors = (e: Expr): readonly Expr[] => (e.op === "mul" && !e.data?.braced && !e.data?.bracket ? e.args : [e]);

function product(style: string) {
  return (p: Parser, left: Expr): Expr | undefined => {
    if (endsIntegral(p, left)) return undefined;
    p.cursor.next();
    // 6 ÷ 2(1 + 2): the reading says what is divided by
    const right = p.expression(style === "slash" && p.reading.slash === "loose" ? POWER.juxtaposed : POWER.mul);
    const span = cover(left.span, right.span);
    if (style === "slash") return node("div", [left, right], span, undefined, { style });
    const together = style !== "times" && left.data?.style !== "times";
    return node("mul", together ? [...factors(left), right] : [left, right], span, undefined, { style });
  };
}

function quotient(p: Parser, left: Expr): Expr | undefined {
  if (endsIntegral(p, left)) return undefined;
  p.cursor.next();
  const numeric = left.op === "number" && p.cursor.is("number") && p.cursor.peek(1)?.spaced === true;
  const { slash } = p.reading;
  const tight = slash === "tight" && !numeric ? POWER.juxtaposed - 1 : POWER.juxtaposed;
  const right = p.expression(slash === "whole" && !p.cursor.is("number") ? POWER.mul - 1 : tight);
  return node("div", [left, right], cover(left.span, right.span), undefined, { style: "slash" });
}

const isInteger = (e: Expr): boolean => e.op === "number" && /^\d+$/.test(e.name ?? "");
const isMixed = (left: Expr, right: Expr): boolean =>
  isInteger(left) &&
  !left.data?.braced &&
  !left.data?.bracket &&
  right.op === "div" &&
  right.data?.style === "frac" &&
  !right.data.bracket &&
  !right.data.braced &&
  right.args.every(isInteger);

function juxtaposed(p: Parser, left: Expr, _token: Token): Expr | undefined {
  if (!p.startsFactor() || endsIntegral(p, left)) return undefined;
  const right = p.expression(POWER.juxtaposed);
  const span = cover(left.span, right.span);
  if (p.reading.mixed !== "product" && isMixed(left, right)) return node("mixed", [left, right], span);
  if (left.data?.style === "times")
    return node(
      "mul",
      [
        ...left.args.slice(0, -1),
        node("mul", [left.args[left.args.length - 1], right], cover(left.args[left.args.length - 1].span, right.span), undefined, { style: "juxtaposed" }),
      ],
      span,
      undefined,
      { style: "times" },
    );
  // 100 \frac{1}{365} q^{99}
  if (left.op === "mixed" && right.op === "pow" && p.reading.mixed === "product")
    return node("mul", [...left.args, right], span, undefined, { style: "juxtaposed" });
  return node("mul", [...factors(left), right], span, undefined, { style: left.data?.style === "cdot" ? "cdot" : "juxtaposed" });
}

const isVector = <T>(m: Value<T>): m is Matrix<T> => m.kind === "matrix" && m.cols === 1 && m.rows > 1;

/** The product of two values: matrices by rows and columns, a 1×1 matrix as a number, a dot between vectors as their inner product. */
export function multiplyValues<T>(ev: Evaluator<T>, left: Value<T>, right: Value<T>, e: Expr, style?: string): Value<T> {
  const { A } = ev;
  const a = asVector(ev, left, e);
  const b = asVector(ev, right, e);
  if (a.kind === "matrix" && b.kind === "matrix") {
    if (style === "times" && isVector(a) && isVector(b)) return cross(ev, a, b, e);
    if (a.rows * a.cols === 1) return multiplyValues(ev, scalar(a.items[0]), b, e);
    if (b.rows * b.cols === 1) return multiplyValues(ev, a, scalar(b.items[0]), e);
    if (a.cols === b.rows) return matrixProduct(ev, a, b);
    if (isVector(a) && isVector(b) && style === "cdot") return innerProduct(ev, a, b, e);
    throw new NotUnderstood("matrix/shape", `a ${a.rows}×${a.cols} matrix cannot be multiplied by a ${b.rows}×${b.cols} matrix`, e.span);
  }
  if (a.kind === "matrix") return scale(ev, a, ev.number(b, e));
  if (b.kind === "matrix") return scale(ev, b, ev.number(a, e));
  const x = A.mul(ev.number(a, e), ev.number(b, e));
  return (a.kind === "scalar" && a.identity) || (b.kind === "scalar" && b.identity) ? identityMultiple(x) : scalar(x);
}

const scale = <T>({ A }: Evaluator<T>, m: Matrix<T>, x: T): Value<T> => ({ ...m, items: m.items.map((item) => A.mul(x, item)) });

/** A point written (a, b, c), where a vector is meant. */
export function asVector<T>(ev: Evaluator<T>, value: Value<T>, e: Expr): Value<T> {
  return value.kind === "tuple"
    ? matrix(
        value.items.length,
        1,
        value.items.map((item) => ev.number(item, e)),
        true,
      )
    : value;
}

export function matrixProduct<T>({ A }: Evaluator<T>, a: Matrix<T>, b: Matrix<T>): Value<T> {
  const items: T[] = [];
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.cols; j++) {
      let sum = A.mul(a.items[i * a.cols], b.items[j]);
      for (let k = 1; k < a.cols; k++) sum = A.add(sum, A.mul(a.items[i * a.cols + k], b.items[k * b.cols + j]));
      items.push(sum);
    }
  return a.rows === 1 && b.cols === 1 ? scalar(items[0]) : matrix(a.rows, b.cols, items);
}

export function innerProduct<T>({ A }: Evaluator<T>, a: Matrix<T>, b: Matrix<T>, e: Expr): Value<T> {
  if (a.items.length !== b.items.length)
    throw new NotUnderstood("matrix/shape", `vectors with ${a.items.length} and ${b.items.length} entries have no inner product`, e.span);
  return scalar(a.items.map((x, i) => A.mul(x, b.items[i])).reduce((s, x) => A.add(s, x)));
}

function cross<T>({ A }: Evaluator<T>, a: Matrix<T>, b: Matrix<T>, e: Expr): Value<T> {
  if (a.rows !== 3 || b.rows !== 3) throw new NotUnderstood("matrix/shape", "a cross product needs vectors with three entries", e.span);
  const part = (i: number, j: number) => A.sub(A.mul(a.items[i], b.items[j]), A.mul(a.items[j], b.items[i]));
  return matrix(3, 1, [part(1, 2), part(2, 0), part(0, 1)], true);
}

function divideValues<T>(ev: Evaluator<T>, left: Value<T>, b: Value<T>, e: Expr): Value<T> {
  const y = ev.number(b, e);
  const a = asVector(ev, left, e);
  if (a.kind === "matrix") return { ...a, items: a.items.map((x) => ev.A.div(x, y)) };
  const x = ev.A.div(ev.number(a, e), y);
  return a.kind === "scalar" && a.identity ? identityMultiple(x) : scalar(x);
}

function productLatex(e: Expr, print: (e: Expr, power?: number) => string): string {
  const style = e.data?.style;
  return e.args
    .map((arg, i) => {
      const text = print(arg, i === 0 ? POWER.mul : POWER.juxtaposed);
      if (i === 0) return text;
      const factor = text.startsWith("-") ? `(${text})` : text;
      return (style === "times" ? "\\times " : style === "cdot" || style === "star" || /^\d/.test(factor) ? "\\cdot " : "") + factor;
    })
    .join(" ");
}

export const products: Construct = {
  name: "products and quotients",
  infix: {
    ...Object.fromEntries(["\\cdot", "\\bullet", "·"].map((key) => [key, { power: POWER.mul, parse: product("cdot") }])),
    ...Object.fromEntries(["\\times", "×"].map((key) => [key, { power: POWER.mul, parse: product("times") }])),
    ...Object.fromEntries(["*", "\\ast"].map((key) => [key, { power: POWER.mul, parse: product("star") }])),
    "/": { power: POWER.mul, parse: quotient },
    "\\slash": { power: POWER.mul, parse: quotient },
    "\\div": { power: POWER.mul, parse: product("slash") },
  },
  meanings: {
    mul: (e, ev) => e.args.slice(1).reduce((prod, arg) => multiplyValues(ev, prod, ev.evaluate(arg), e, e.data?.style as string), ev.evaluate(e.args[0])),
    div: (e, ev) => divideValues(ev, ev.evaluate(e.args[0]), ev.evaluate(e.args[1]), e),
    mixed: (e, ev) => scalar(ev.A.add(ev.scalar(e.args[0]), ev.scalar(e.args[1]))),
  },
  print: {
    mul: { power: POWER.mul, latex: productLatex },
    div: {
      power: POWER.mul,
      latex: (e, print) =>
        e.data?.style === "slash"
          ? `${print(e.args[0], POWER.mul)} / ${print(e.args[1], POWER.juxtaposed + 1)}`
          : `\\frac{${print(e.args[0])}}{${print(e.args[1])}}`,
    },
    mixed: { power: POWER.mul, latex: (e, print) => `${print(e.args[0])}${print(e.args[1])}` },
  },
  examples: [
    { latex: "x(x+1) = x^2 + x", verdict: "holds" },
    { latex: "6/2a = \\frac{3}{a}", verdict: "holds" },
    { latex: "2 \\cdot 3x = 5x", verdict: "fails" },
    { latex: "3\\tfrac{1}{2} = 3.5", verdict: "holds" },
  ],
};

/** Implicit multiplication: tried for any token that can begin a factor. */
export const juxtaposition = { power: POWER.juxtaposed, parse: juxtaposed };
