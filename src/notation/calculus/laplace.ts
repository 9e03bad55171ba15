/** Laplace transforms, `\mathcal{L}\{f(t)\}(s)`, as the integrals that they are; inverse transforms by transforming the other side (Lerch's theorem: a transform has one original). */
import { hasSymbol, isSymbol } from "../../expression/occurrences";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, node, number, some, symbol } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Construct } from "../construct";

/** Names that stand for functions of the variable where they stand alone. */
const isFunction = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && /^([fghuvwxyFGHUVWXY]|\\(phi|psi|delta))'*$/.test(n.name ?? ""));

/** `\mathcal{L}` with a brace behind it, `\mathcal{L}^{-1}` too. */
const transform: Prefix = (p) => {
  const start = p.cursor.position - 1;
  if (p.cursor.word().trim() !== "L") return undefined;
  const inverse = p.cursor.take("sup") !== undefined;
  if (inverse && p.cursor.word().replace(/\s|−/g, (c) => (c === "−" ? "-" : "")) !== "-1") return undefined;
  const open = p.cursor.peek();
  if (open?.kind !== "command" || !/^(\{|lbrace)$/.test(open.text)) return undefined;
  const e = p.expression(POWER.power);
  if (e.data?.bracket !== "\\{" && e.data?.bracket !== "{" && e.data?.bracket !== "lbrace") return undefined;
  const body: Expr = { ...e, data: { ...e.data, bracket: undefined } };
  const at = argumentBehind(p);
  return inverse ? original(body, at ?? "t", p.cursor.since(start)) : image(body, at ?? "s", p.cursor.since(start));
};

/** `(s)` behind the braces. */
function argumentBehind(p: Parser): string | undefined {
  const [open, name, close] = [p.cursor.peek(), p.cursor.peek(1), p.cursor.peek(2)];
  if (open?.text !== "(" || name?.kind !== "letter" || close?.text !== ")") return undefined;
  p.cursor.seek(p.cursor.position + 3);
  return name.text;
}

function image(body: Expr, s: string, span: Expr["span"]): Expr | undefined {
  const t = hasSymbol(body, "t") ? "t" : hasSymbol(body, "x") && s !== "x" ? "x" : "t";
  if (hasSymbol(body, s) || (isFunction(body) && t === "t")) return undefined;
  return transformOf(body, t, s, span);
}

const transformOf = (body: Expr, t: string, s: string, span: Expr["span"]): Expr => node("laplace", [body, symbol(s, span)], span, t, { bound: t });

function original(body: Expr, t: string, span: Expr["span"]): Expr | undefined {
  const s = ["s", "p", "z"].find((name) => hasSymbol(body, name));
  return !s || isFunction(body) ? undefined : node("inverse-laplace", [body, symbol(t, span)], span, s, { bound: s });
}

const isInverse = (e: Expr): boolean => e.op === "inverse-laplace";
const hasInverse = (e: Expr): boolean => some(e, isInverse);

/** An equation that holds inverse transforms as one between transforms; undefined where it holds none, or is no sum of them. */
export function withoutInverses(left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  if (!hasInverse(left) && !hasInverse(right)) return undefined;
  const found = [...inversesIn(left), ...inversesIn(right)];
  if ([left, right].some((e) => e.op === "symbol" || e.op === "apply")) return undefined;
  const [s, t] = [found[0].name ?? "", found[0].args[1].name ?? ""];
  if (found.some((e) => e.name !== s || e.args[1].name !== t)) return undefined;
  const sides = [left, right].map((e) => transformed(e, t, s));
  return sides[0] && sides[1] ? { left: sides[0], right: sides[1] } : undefined;
}

const inversesIn = (e: Expr): Expr[] => (isInverse(e) ? [e] : e.args.flatMap(inversesIn));

/** The transform of a sum of inverse transforms and functions of t, with constant factors. */
function transformed(e: Expr, t: string, s: string): Expr | undefined {
  if (isInverse(e)) return e.args[0];
  // what a function is integrated to from 0 on is the original of its transform over s
  if (e.op === "integral" && e.args[1].name === "0" && isSymbol(e.args[2], t) && (hasInverse(e) || !hasSymbol(e.args[0], t))) {
    const [body] = e.args;
    const bound = e.name ?? t;
    const image = hasInverse(body) ? !hasSymbol(body, bound) && transformed(body, t, s) : !hasSymbol(body, s) && transformOf(body, bound, s, e.span);
    return image ? node("div", [image, symbol(s, e.span)], e.span) : undefined;
  }
  if (!hasInverse(e)) return hasSymbol(e, s) ? undefined : transformOf(e, t, s, e.span);
  if (e.op === "add" || e.op === "neg") {
    const args = e.args.map((a) => transformed(a, t, s));
    return args.every((a) => a !== undefined) ? { ...e, args: args as Expr[] } : undefined;
  }
  const at = e.args.findIndex(hasInverse);
  const others = e.args.filter((_, i) => i !== at);
  const linear = (e.op === "mul" || (e.op === "div" && at === 0)) && others.every((a) => !hasInverse(a) && !hasSymbol(a, t) && !hasSymbol(a, s));
  const inner = linear ? transformed(e.args[at], t, s) : undefined;
  return inner && { ...e, args: e.args.map((a, i) => (i === at ? inner : a)) };
}

export const laplaceTransforms: Construct = {
  name: "Laplace transforms",
  prefix: Object.fromEntries(["mathcal", "mathscr", "mathfrak"].map((f) => [`\\${f}`, transform])),
  meanings: {
    laplace: (e, ev) => {
      const [body, s] = e.args;
      const t = symbol(e.name ?? "t", e.span);
      const kernel = node("call", [node("neg", [node("mul", [s, t], e.span)], e.span)], e.span, "exp");
      return ev.evaluate(node("integral", [node("mul", [body, kernel], e.span), number(0), symbol("\\infty", e.span)], e.span, e.name, { bound: e.name }));
    },
    "inverse-laplace": (e) => {
      throw new NotUnderstood("laplace/inverse", "an inverse Laplace transform inside another expression", e.span);
    },
  },
  print: {
    laplace: { power: 90, latex: (e, print) => `\\mathcal{L}\\{${print(e.args[0])}\\}(${print(e.args[1])})` },
    "inverse-laplace": { power: 90, latex: (e, print) => `\\mathcal{L}^{-1}\\{${print(e.args[0])}\\}(${print(e.args[1])})` },
  },
  examples: [
    { latex: "\\mathcal{L}\\{t^2\\} = \\frac{2}{s^3}", verdict: "holds" },
    { latex: "\\mathcal{L}\\{t^2\\} = \\frac{2}{s^2}", verdict: "fails" },
    { latex: "\\mathcal{L}^{-1}\\left\\{\\frac{1}{s(s+1)}\\right\\} = 1 - e^{-t}", verdict: "holds" },
    { latex: "\\mathcal{L}^{-1}\\left\\{\\frac{1}{s(s+1)}\\right\\} = 1 + e^{-t}", verdict: "fails" },
    {
      latex: "\\mathcal{L}^{-1}\\left\\{\\frac{1}{s(s+3)}\\right\\} = \\int_0^t {\\mathcal L}^{-1}\\left\\{\\frac{1}{s+3}\\right\\} \\, d\\tau",
      verdict: "holds",
    },
    { latex: "\\int_0^t {\\mathcal{L}}^{-1}\\left\\{\\frac{1}{s+3}\\right\\} \\, d\\tau = \\int_0^t e^{3\\tau} \\, d\\tau", verdict: "fails" },
  ],
};
