/** Derivatives: Leibniz fractions, partial derivatives, operators that act on what follows. Their values are exact, by dual numbers. */

import { Cursor } from "../../expression/cursor";
import type { Evaluator } from "../../expression/evaluator";
import { namesOf, symbolName } from "../../expression/names";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, failure, node, same, some } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";
import { readArguments } from "../names/arguments";
import { differentiate } from "./differentiation";
import { gradientInCoordinates, laplacianInCoordinates, nablaProduct } from "./vector-calculus";

/** The number of tokens that a `d`, `\partial` or upright d takes at `at`; 0 where there is none. */
function differentialSign(tokens: readonly Token[], at: number): number {
  const t = tokens[at];
  if (!t) return 0;
  if (t.kind === "command" && t.text === "partial") return 1;
  if (t.kind === "letter" && (t.text === "d" || t.text === "∂")) return 1;
  if (
    t.kind === "command" &&
    /^(mathrm|mathbf|text|rm|operatorname)$/.test(t.text) &&
    tokens[at + 1]?.kind === "open" &&
    tokens[at + 2]?.text === "d" &&
    tokens[at + 3]?.kind === "close"
  )
    return 4;
  return t.kind === "text" && t.text.trim() === "d" ? 1 : 0;
}

/** `\frac{d}{dx}`, `\frac{d^2 y}{dx^2}`, `\frac{\partial^2 f}{\partial x \partial y}`; undefined where the fraction is none of these. */
export function leibniz(p: Parser, over: readonly Token[], below: readonly Token[], start: number): Expr | undefined {
  const under = unbraced(below);
  const d = differentialSign(over, 0);
  if (!d || !differentialSign(under, 0)) return undefined;
  // d_{n+1} over d_n: terms of a sequence
  if (over[d]?.kind === "sub" || under[differentialSign(under, 0)]?.kind === "sub") return undefined;
  const jacobian = jacobianOf(p, over.slice(d), under.slice(differentialSign(under, 0)), start);
  if (jacobian) return jacobian;
  let at = d;
  let order = 1;
  if (over[at]?.kind === "sup") {
    const group = new Cursor(over.slice(at + 1));
    const digits = group.argument();
    if (digits.length !== 1 || digits[0].kind !== "number") return ofAnyOrder(p, over, at + 1 + group.position, digits, under, start);
    order = Number(digits[0].text);
    at += 1 + group.position;
  }
  const plain = denominators(p, under);
  const by = plain && plain.length === order ? plain : powerBelow(p, under, order);
  if (!by || by.length !== order || order < 1 || order > 4) return undefined;
  const partial = over[0].text === "partial";
  const rest = over.slice(at);
  const written = rest.length ? p.inner(rest, over[0]) : undefined;
  const elsewhere = written && partial ? partialElsewhere(p, written, by) : undefined;
  if (elsewhere) return { ...elsewhere, span: p.cursor.since(start) };
  const place = written && isName(written) && by.every((v) => same(v, by[0])) ? placeBehind(p, written, by[0]) : undefined;
  const operand = written ? (place ? ofPlace(p, written, rest, place, by[0]) : withArguments(p, written)) : operandAfter(p);
  if (operand === undefined) return node("operator", by, p.cursor.since(start), undefined, { partial });
  const span = p.cursor.since(start);
  const derived = by.reduceRight((inner, variable) => node("derivative", [inner, variable], span, undefined, { partial }), operand);
  if (!place || same(place, by[0])) return derived;
  return node("evaluated", [derived, node("relation", [by[0], place], span, "=")], span, undefined, { below: true, above: false, bound: by[0].name ?? "" });
}

/** `\\frac{dq}{dt}(t)`, `\\frac{df}{dt}(2)` of a function f: where a derivative is taken. One letter in parentheses is no factor if it is the variable. */
function placeBehind(p: Parser, operand: Expr, by: Expr): Expr | undefined {
  if (by.op !== "symbol" || !p.cursor.is("symbol", "(")) return undefined;
  const start = p.cursor.position;
  const [place, ...others] = readArguments(p)?.args ?? [];
  const isAlone = place !== undefined && others.length === 0 && p.cursor.position === start + 3;
  if (isAlone && (same(place, by) || ((place.op === "number" || isName(place)) && p.reading.functions.has(operand.name ?? "")))) return place;
  p.cursor.seek(start);
  return undefined;
}

/** q(t) of `\\frac{dq}{dt}(t)` where q is read as a function; else the name. */
function ofPlace(p: Parser, written: Expr, tokens: readonly Token[], place: Expr, by: Expr): Expr {
  if (!same(place, by)) return written;
  const applied = p.inner([...tokens, ...p.cursor.tokens.slice(p.cursor.position - 3, p.cursor.position)], tokens[0]);
  return applied.op === "apply" ? applied : written;
}

/** `\\frac{\\partial(x, y)}{\\partial(u, v)}`: the determinant of the partial derivatives. */
function jacobianOf(p: Parser, over: readonly Token[], under: readonly Token[], start: number): Expr | undefined {
  if (over[0]?.text !== "(" || under[0]?.text !== "(") return undefined;
  const [of, by] = [over, under].map((tokens) => p.inner(tokens, tokens[0]));
  if (of.op !== "tuple" || by.op !== "tuple" || of.args.length !== by.args.length || ![...of.args, ...by.args].every(isName)) return undefined;
  const size = of.args.length;
  const span = p.cursor.since(start);
  const entries = of.args.flatMap((x) => by.args.map((u) => node("derivative", [x, u], span, undefined, { partial: true })));
  return node("determinant", entries, span, "vmatrix", { rows: size, cols: size });
}

/** `\\frac{d^n f}{dx^n}`: the same order above and below, of one variable. */
function ofAnyOrder(p: Parser, over: readonly Token[], from: number, order: readonly Token[], under: readonly Token[], start: number): Expr | undefined {
  const sign = differentialSign(under, 0);
  const sup = under.findIndex((t) => t.kind === "sup");
  const below = sup < 0 ? [] : new Cursor(under.slice(sup + 1)).argument();
  const text = (tokens: readonly Token[]) => tokens.map((t) => t.text).join(" ");
  const end = sup + 1 + (under[sup + 1]?.kind === "open" ? below.length + 2 : 1);
  if (sup <= sign || order.length === 0 || text(below) !== text(order) || end !== under.length) return undefined;
  const rest = over.slice(from);
  const variable = p.inner(under.slice(sign, sup), under[0]);
  const operand = rest.length ? withArguments(p, p.inner(rest, over[0])) : operandAfter(p);
  if (!operand || !isName(variable)) return undefined;
  return node("derivative-order", [operand, variable, p.inner(order, order[0])], p.cursor.since(start), undefined, { partial: over[0].text === "partial" });
}

/** `{dx}^2` is `dx^2`. */
function unbraced(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== "open") return tokens;
  const end = new Cursor(tokens).groupEnd(0);
  return [...tokens.slice(1, end - 1), ...tokens.slice(end)];
}

/** `\\frac{\\partial f}{\\partial y}(y, z)`: the arguments of f stand behind the fraction. */
function withArguments(p: Parser, operand: Expr): Expr {
  if (operand.op !== "symbol" || !p.cursor.is("symbol", "(")) return operand;
  const start = p.cursor.position;
  const read = readArguments(p);
  const plain = read && read.args.length > 1 && read.args.every((a) => a.op === "symbol" || a.op === "indexed");
  if (!plain) {
    p.cursor.seek(start);
    return operand;
  }
  return node("apply", read.args, operand.span, operand.name, { split: read.args.length, indices: 0, order: false, bound: "", bracket: "(" });
}

/** `\\frac{\\partial f}{\\partial u}(a, b)`: f_u(a, b), the derivative by a variable of f at values of its variables. */
function partialElsewhere(p: Parser, operand: Expr, by: readonly Expr[]): Expr | undefined {
  const letters = by.map((v) => (v.op === "symbol" && /^([r-z]|\\[a-z]+)$/.test(v.name ?? "") ? (v.name ?? "") : ""));
  if (operand.op !== "symbol" || !p.cursor.is("symbol", "(") || letters.includes("") || letters.length > 3) return undefined;
  const start = p.cursor.position;
  const read = readArguments(p);
  const isPoint = read && read.args.length > 1 && read.args.some((a) => a.op !== "symbol" && a.op !== "indexed");
  if (!isPoint) {
    p.cursor.seek(start);
    return undefined;
  }
  const name = `${operand.name}_{${letters.join("")}}`;
  return node("apply", read.args, operand.span, name, { split: read.args.length, indices: 0, order: false, bound: "", bracket: "(" });
}

/** The variables of a denominator, each as often as its order says. */
function denominators(p: Parser, under: readonly Token[]): Expr[] | undefined {
  const found: Expr[] = [];
  for (let at = 0; at < under.length; ) {
    const d = differentialSign(under, at);
    if (!d) return undefined;
    at += d;
    let end = at;
    while (end < under.length && !(under[end].kind === "sup") && !(end > at && differentialSign(under, end))) {
      if (under[end].kind === "open") end = new Cursor(under).groupEnd(end);
      else if (under[end].kind === "sub")
        end = new Cursor(under).groupEnd(end + 1) > end + 1 && under[end + 1]?.kind === "open" ? new Cursor(under).groupEnd(end + 1) : end + 2;
      else if (under[end].kind === "symbol" && under[end].text === "(") {
        let depth = 0;
        do {
          if (under[end].text === "(") depth++;
          if (under[end].text === ")") depth--;
          end++;
        } while (end < under.length && depth > 0);
      } else end++;
    }
    let times = 1;
    const from = at;
    if (under[end]?.kind === "sup") {
      const group = new Cursor(under.slice(end + 1));
      const digits = group.argument();
      const marked =
        digits.length > 0 && digits.every((t) => /^(symbol|letter|number)$/.test(t.kind)) && /^(\(.*\)|\*|T)$/.test(digits.map((t) => t.text).join(""));
      if (!marked && (digits.length !== 1 || digits[0].kind !== "number")) return undefined;
      times = marked ? 1 : Number(digits[0].text);
      at = end + 1 + group.position;
      if (marked) end = at;
    } else at = end;
    const variable = p.inner(under.slice(from, end), under[0]);
    for (let i = 0; i < times; i++) found.push(variable);
  }
  return found.length ? found : undefined;
}

/** `\partial\sigma^2`, `\partial(\sigma^2)^2` below: the variable is the power of a name. */
function powerBelow(p: Parser, under: readonly Token[], order: number): Expr[] | undefined {
  const rest = under.slice(differentialSign(under, 0));
  if (rest.some((t, i) => differentialSign(rest, i) > 0 && t.kind === "command")) return undefined;
  const last = rest.map((t) => t.kind).lastIndexOf("sup");
  const bracketed = order > 1 && last > 0 && rest[last - 1].text === ")" && rest[last + 1]?.text === String(order) && last + 2 === rest.length;
  if (order > 1 && !bracketed) return undefined;
  const variable = p.inner(order > 1 ? rest.slice(0, last) : rest, under[0]);
  const isPower = variable.op === "pow" && isName(variable.args[0]) && variable.args[1].op === "number";
  return isPower ? new Array<Expr>(order).fill(variable) : undefined;
}

/** What an operator acts on: the product that follows it. */
function operandAfter(p: Parser): Expr | undefined {
  if (!p.startsFactor()) return undefined;
  if (p.reading.operators === "wide") return p.expression(POWER.add - 1);
  return (p.reading.operators === "bracket" ? bracketAfter(p) : undefined) ?? p.expression(POWER.mul);
}

/** The bracket behind an operator. Two pairs of parentheses are a product that is differentiated. */
function bracketAfter(p: Parser): Expr | undefined {
  const start = p.cursor.position;
  const opening = p.cursor.peek()?.text ?? "";
  const bracket = /^([([{]|lbrace)$/.test(opening) ? p.expression(POWER.juxtaposed) : undefined;
  if (bracket && !(opening === "(" && p.cursor.is("symbol", "("))) return bracket;
  p.cursor.seek(start);
  return undefined;
}

/** `\nabla f(w)`, `\nabla_w f`: the gradient; `\nabla^2` the Hessian. */
function nabla(p: Parser): Expr | undefined {
  const start = p.cursor.position - 1;
  let by: Expr | undefined;
  let second = false;
  for (;;) {
    if (!by && p.cursor.take("sub")) by = p.argument();
    else if (!second && p.cursor.is("sup")) {
      p.cursor.next();
      const power = p.argument();
      if (power.name !== "2") return undefined;
      second = true;
    } else break;
  }
  const product = second || by ? undefined : nablaProduct(p, start);
  if (product) return product;
  if (!p.startsFactor()) return failure("a gradient of nothing", p.cursor.since(start));
  const body = scalarOperand(p);
  return node(second ? "hessian" : "gradient", by ? [body, by] : [body], p.cursor.since(start));
}

/** One factor; where that is a number or a row, which have no gradient, the product that it begins: ½|x|², xᵀAx. */
function scalarOperand(p: Parser): Expr {
  const start = p.cursor.position;
  const factors = [p.expression(POWER.juxtaposed)];
  const [first] = factors;
  const isOpen = /^(transpose|adjoint)$/.test(first.op) || !some(first, (n) => n.op === "symbol" || n.op === "indexed" || n.op === "apply");
  while (isOpen && p.startsFactor()) factors.push(p.expression(POWER.juxtaposed));
  return factors.length === 1 ? first : node("mul", factors, p.cursor.since(start));
}

/** Whether an operator without its variables is taken in coordinates: of a function of several numbers, or of an expression. */
function inCoordinates<T>(e: Expr, ev: Evaluator<T>): boolean {
  const body = e.args[0];
  if (e.args[1]) return false;
  if (body.op !== "apply") return true;
  const vector = body.args[0] && isName(body.args[0]) && ev.evaluate(body.args[0]).kind === "matrix";
  return body.args.length >= 2 && !vector;
}

/** What a gradient is taken by when that is not written: the only argument of the function it acts on. */
function variableOf(e: Expr): Expr {
  if (e.args[1]) return e.args[1];
  const body = e.args[0];
  if (body.op === "apply" && body.args.length >= 1 && (body.args[0].op === "symbol" || body.args[0].op === "indexed")) return body.args[0];
  throw new NotUnderstood("gradient/by-what", "by which variable this gradient is taken is not said", e.span);
}

/** f^{-1} of a function. */
const isInverse = ({ op, args }: Expr, p: Parser): boolean =>
  op === "pow" && args[0].op === "symbol" && p.reading.functions.has(args[0].name ?? "") && args[1].op === "neg" && args[1].args[0].name === "1";

/** `(fg)'`: the derivative of a bracket by its variable; by x where it has none that is usual. */
function primedBracket(p: Parser, left: Expr): Expr | undefined {
  if (p.reading.functions.has("'T"))
    return p.cursor.next() && node("transpose", [left], { from: left.span.from, to: p.cursor.tokens[p.cursor.position - 1].to });
  if (left.data?.bracket !== "(" && left.data?.bracket !== "[") return undefined;
  const start = p.cursor.position;
  if (isInverse(left, p)) {
    p.cursor.next();
    const read = p.cursor.is("symbol", "(") ? readArguments(p) : undefined;
    const span = { from: left.span.from, to: p.cursor.since(start).to };
    return read?.args.length === 1
      ? node("apply", [read.args[0], node("number", [], span, "1")], span, `${left.args[0].name}^{-1}`, {
          split: 1,
          indices: 0,
          order: true,
          bracket: "(",
          bound: "",
        })
      : failure("the derivative of an inverse function", span);
  }
  const names = namesOf(left).symbols;
  const plain = [...names].filter((n) => !/^(e|i|\\pi|\\infty|C)$/.test(n));
  const functions = plain.length > 1 && plain.every((n) => /^[fghuvw]$/.test(n));
  // beside u' u is a function
  const primed = new Set(plain.filter((n) => n.endsWith("'")).map((n) => n.replace(/'+$/, "")));
  const by =
    (functions ? "x" : undefined) ??
    ["x", "t", "u", "s", "\\theta", "y", "z", "r"].find((n) => names.has(n) && !primed.has(n)) ??
    (primed.size > 0 ? "x" : undefined) ??
    (plain.length === 1 && !/^[fghuvw]$/.test(plain[0]) ? plain[0] : "x");
  let e = left;
  while (p.cursor.is("symbol", "'") || p.cursor.is("symbol", "′") || p.cursor.is("symbol", "’")) {
    p.cursor.next();
    const data = { partial: false, guessed: true };
    e = node("derivative", [e, node("symbol", [], left.span, by)], { from: left.span.from, to: p.cursor.since(start).to }, undefined, data);
  }
  return e;
}

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** Whether what a name means speaks of another, by itself or through other names. */
function leadsTo<T>(name: string, other: string, ev: Evaluator<T>): boolean {
  const seen = new Set([name]);
  for (const n of seen) {
    const body = ev.model.meaning?.(n);
    if (body) for (const next of namesOf(body).symbols) seen.add(next);
  }
  return seen.has(other);
}

export const derivatives: Construct = {
  name: "derivatives",
  prefix: { "\\nabla": nabla },
  infix: Object.fromEntries(["'", "′", "’"].map((key) => [key, { power: POWER.power + 2, parse: primedBracket }])),
  meanings: {
    // d/dx that acts on nothing yet
    operator: (e) => {
      throw new NotUnderstood("expression/not-read", "a derivative of nothing", e.span);
    },
    derivative: (e, ev) => {
      const value = differentiate(ev, e.args[0], e.args[1], e);
      if (
        value.kind === "scalar" &&
        e.data?.partial &&
        !e.data.apart &&
        isName(e.args[0]) &&
        isName(e.args[1]) &&
        symbolName(e.args[0]) !== symbolName(e.args[1]) &&
        ev.lanes(value.x).every((x) => x === 0) &&
        !leadsTo(symbolName(e.args[0]), symbolName(e.args[1]), ev)
      )
        throw new NotUnderstood("derivative/unknown-dependence", `how ${e.args[0].name} depends on ${e.args[1].name} is not said`, e.span);
      return value;
    },
    gradient: (e, ev) => (inCoordinates(e, ev) ? gradientInCoordinates(e, ev) : differentiate(ev, e.args[0], variableOf(e), e)),
    hessian: (e, ev) =>
      inCoordinates(e, ev) ? laplacianInCoordinates(e, ev) : differentiate(ev, node("derivative", [e.args[0], variableOf(e)], e.span), variableOf(e), e),
  },
  print: {
    operator: {
      power: POWER.mul,
      latex: (e, print) =>
        `\\frac{${e.data?.partial ? "\\partial" : "d"}}{${e.args.map((a) => `${e.data?.partial ? "\\partial" : "d"} ${print(a)}`).join(" ")}}`,
    },
    derivative: {
      power: POWER.add + 1,
      latex: (e, print) => {
        const d = e.data?.partial ? "\\partial" : "d";
        const plain = `\\frac{${d}}{${d} ${print(e.args[1])}} ${print(e.args[0], POWER.juxtaposed)}`;
        return e.data?.held ? `\\left(${plain}\\right)_{${e.data.held}}` : plain;
      },
    },
    gradient: { power: POWER.add + 1, latex: (e, print) => `\\nabla${e.args[1] ? `_{${print(e.args[1])}}` : ""} ${print(e.args[0], POWER.juxtaposed)}` },
    hessian: { power: POWER.add + 1, latex: (e, print) => `\\nabla${e.args[1] ? `_{${print(e.args[1])}}` : ""}^2 ${print(e.args[0], POWER.juxtaposed)}` },
  },
  examples: [
    { latex: "\\frac{d^2}{{dx}^2} x^3 = 6x", verdict: "holds" },
    { latex: "\\frac{d}{dx} x^3 = 3x^2", verdict: "holds" },
    { latex: "\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)", verdict: "fails" },
    { latex: "\\frac{\\partial^2}{\\partial x \\partial y} x^2 y^3 = 6 x y^2", verdict: "holds" },
    { latex: "\\frac{\\partial}{\\partial s^2} \\log(s^2) = \\frac{1}{s^2}", verdict: "holds" },
    { latex: "\\frac{\\partial}{\\partial s^2} \\log(s^2) = \\frac{2}{s^2}", verdict: "fails" },
    { latex: "(x^2)' = 2x", verdict: "holds" },
    { latex: "(x^2 \\sin x)' = 2x \\cos x", verdict: "fails" },
    { latex: "\\frac{d}{dx}\\left( x e^x \\right) = (1 + x) e^x", verdict: "holds" },
  ],
};
