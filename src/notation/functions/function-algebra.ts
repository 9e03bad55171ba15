/** Functions made of functions: `(f \circ g)(x)`, `(f + g)(x)`, `(fg)'(2)`, `f \circ g(x)`. */
import { cover } from "../../base/span";
import { symbolName } from "../../expression/names";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node, symbol } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Construct } from "../construct";
import { readArguments } from "../names/arguments";

/** The name that a function has where it is applied; undefined for what is no name of a function. */
function functionName(e: Expr, p: Parser): string | undefined {
  const full =
    e.op === "symbol" ? e.name : e.op === "indexed" && e.args.length === 1 && e.args[0].op === "number" ? `${e.name}_{${e.args[0].name}}` : undefined;
  return full !== undefined && !p.reading.functions.has(`!${full}`) && (p.reading.functions.has(full) || p.reading.functions.has(e.name ?? ""))
    ? full
    : undefined;
}

const isCombined = (e: Expr, p: Parser): boolean =>
  functionName(e, p) !== undefined ||
  e.op === "number" ||
  (/^(add|neg|mul|div|compose)$/.test(e.op) && e.args.every((a) => isCombined(a, p))) ||
  // f^{-1} is the inverse
  (e.op === "pow" && e.args[1].op === "number" && isCombined(e.args[0], p));

/** What a derivative is taken of may be made of one function, `(1/g)'(x)` or `(g^2)'(x)`; without a prime, g^2(x + 1) is a product. */
const enough = (names: readonly string[], derived: boolean, e: Expr): boolean => (derived ? names.length > 0 : names.length > 1 && !hasPower(e));
const hasPower = (e: Expr): boolean => e.op === "pow" || e.args.some(hasPower);

const namesIn = (e: Expr, p: Parser): string[] => {
  const name = functionName(e, p);
  return name !== undefined ? [name] : e.args.flatMap((a) => namesIn(a, p));
};

const call = (name: string, args: readonly Expr[], span: Expr["span"]): Expr =>
  node("apply", args, span, name, { split: args.length, indices: 0, order: false, bracket: "(", bound: "" });

/** A combination of functions at arguments: each of them there, the outer one of a composition at the value of the inner one. */
function at(e: Expr, args: readonly Expr[], nameOf: (e: Expr) => string | undefined): Expr {
  const name = nameOf(e);
  if (name !== undefined) return call(name, args, e.span);
  if (e.op === "compose") return at(e.args[0], [at(e.args[1], args, nameOf)], nameOf);
  return { ...e, args: e.args.map((a) => at(a, args, nameOf)) };
}

/** A plain or numbered name, f or f_1. */
export const plainName = (e: Expr): string | undefined =>
  e.op === "symbol" || (e.op === "indexed" && e.args.every((a) => a.op === "number")) ? symbolName(e) : undefined;

/** Such a combination in which plain and numbered names are functions, at arguments. */
export const combinationAt = (e: Expr, args: readonly Expr[]): Expr => at(e, args, plainName);

/** `(f + g)(x)`, `(f \circ g)'(2)`, with the bracket read and the cursor behind it. */
export function combinedFunctions(p: Parser, e: Expr): Expr | undefined {
  const names = namesIn(e, p);
  if (!/^(add|mul|div|pow|compose)$/.test(e.op) || names.length === 0 || !isCombined(e, p)) return undefined;
  // f^{-1} is the inverse function
  if (e.op === "pow" && functionName(e.args[0], p) !== undefined && e.args[1].op === "neg") return undefined;
  // (y + z)(t) is a product where these are variables, too
  if (e.op !== "compose" && names.some((n) => /^[nt-z]$/.test(n))) return undefined;
  // m(f + g)(x + y) may be a product of numbers
  const start = p.cursor.position;
  let primes = 0;
  while (p.cursor.take("symbol", "'")) primes++;
  const order = primes === 0 ? orderBehind(p) : undefined;
  const read = p.cursor.is("symbol", "(") && primes <= 3 ? readArguments(p) : undefined;
  const plain = read?.args.length === 1 && (e.op === "compose" || /^(symbol|number)$/.test(read.args[0].op));
  if (!read || !plain || read.separators || !enough(names, primes > 0 || order !== undefined, e)) {
    p.cursor.seek(start);
    return undefined;
  }
  const span = { from: e.span.from, to: p.cursor.since(start).to };
  const nameOf = (n: Expr): string | undefined => functionName(n, p);
  if (primes === 0 && !order) return { ...at(e, read.args, nameOf), span };
  const place = symbol(PLACE, span);
  if (order) {
    const ofOrder = node("derivative-order", [at(e, [place], nameOf), place, order], span, undefined, { partial: false });
    return node("bind", [ofOrder, read.args[0]], span, PLACE, { bound: PLACE });
  }
  const derivative = Array.from({ length: primes }).reduce<Expr>(
    (inner) => node("derivative", [inner, place], span, undefined, { partial: false }),
    at(e, [place], nameOf),
  );
  return node("bind", [derivative, read.args[0]], span, PLACE, { bound: PLACE });
}

/** The n of `(fg)^{(n)}`. */
function orderBehind(p: Parser): Expr | undefined {
  if (!p.cursor.is("sup")) return undefined;
  const before = p.cursor.position;
  p.cursor.next();
  const inside = p.cursor.argument();
  if (inside.length >= 3 && inside[0].text === "(" && inside[inside.length - 1].text === ")") return p.inner(inside.slice(1, -1), inside[0]);
  p.cursor.seek(before);
  return undefined;
}
const PLACE = "\u03be\u0002";

/** `f \circ g`; `f \circ g(x)` is f(g(x)). */
function composed(p: Parser, left: Expr): Expr | undefined {
  p.cursor.next();
  const right = p.expression(POWER.juxtaposed);
  const span = cover(left.span, right.span);
  const whole = node("compose", [left, right], span);
  if (right.op !== "apply" || right.data?.order || !isCombined(left, p)) return whole;
  return { ...at(left, [right], (n) => functionName(n, p)), span };
}

export const functionAlgebra: Construct = {
  name: "combinations of functions",
  infix: { "\\circ": { power: POWER.mul + 1, parse: composed } },
  meanings: {
    compose: (e) => {
      throw new NotUnderstood("function/alone", "functions stand here without an argument", e.span);
    },
  },
  print: { compose: { power: POWER.mul, latex: (e, print) => e.args.map((a) => print(a, POWER.mul + 1)).join(" \\circ ") } },
  examples: [
    { latex: "(f \\circ g)(x) = f(g(x))", verdict: "holds" },
    { latex: "f(g(x)) + 1 = (g \\circ f)(x) + 1", verdict: "given" },
    { latex: "f \\circ g(x) = f(g(x))", verdict: "holds" },
    { latex: "(f + g)(x) - f(x) = g(x)", verdict: "holds" },
    { latex: "(f + g)'(x) = f'(x) + g'(x)", verdict: "holds" },
    { latex: "(fg)'(x) = f'(x) g(x) + f(x) g'(x)", verdict: "holds" },
    { latex: "(fg)'(x) = f'(x) g(x) - f(x) g'(x)", verdict: "fails" },
    { latex: "(fg)^{(2)}(x) = f''(x) g(x) + 2f'(x) g'(x) + f(x) g''(x)", verdict: "holds" },
    { latex: "(fg)^{(n)}(x) = \\sum_{k=0}^n \\binom{n}{k} f^{(k)}(x) g^{(n-k)}(x)", verdict: "holds" },
    { latex: "(f \\circ g)'(x) = f'(g(x)) g'(x)", verdict: "holds" },
    { latex: "(f \\circ g)'(x) = f'(x) g'(x)", verdict: "given" },
  ],
};
