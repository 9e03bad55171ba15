/** Brackets of every kind: grouping, points, absolute values, norms, floor and ceiling, inner products. */
import type { Evaluator } from "../../expression/evaluator";
import type { Parser, Prefix } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import { type Matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import { derivedAgain } from "../calculus/derivative-subscripts";
import { evaluationBinding } from "../calculus/evaluation-variable";
import type { Construct } from "../construct";
import { combinedFunctions } from "../functions/function-algebra";
import { determinant, normSquared } from "../matrices/matrix-algebra";
import { spanOf } from "../matrices/subspaces";
import { bracket, readArguments } from "../names/arguments";
import { cardinality, isSet } from "../sets/cardinality";
import { setByCondition } from "../sets/sets";
import { asVector, innerProduct } from "./products";
import { legendre } from "./remainders";

const group: Prefix = (p, token) => {
  const e = bracket(p, token, p.cursor.position - 1);
  const residue = p.reading.residues && token.text === "(" && e?.op === "div" && e.data?.style === "frac" && !p.cursor.is("sup");
  if (residue) return legendre(e, e.span);
  return (token.text === "(" && e && ((p.reading.named && risingFactorial(p, e)) || convolution(p, e) || derivedAgain(p, e) || combinedFunctions(p, e))) || e;
};

/** `(f * g)(t)`: a function that only its own definition says what it is. */
function convolution(p: Parser, e: Expr): Expr | undefined {
  if (e.op !== "mul" || e.data?.style !== "star" || !e.args.every((a) => a.op === "symbol") || !p.cursor.is("symbol", "(")) return undefined;
  const start = p.cursor.position;
  const read = readArguments(p);
  if (read?.args.length !== 1) {
    p.cursor.seek(start);
    return undefined;
  }
  const name = `(${e.args.map((a) => a.name).join(" * ")})`;
  const span = { from: e.span.from, to: p.cursor.since(start).to };
  return node("apply", read.args, span, name, { split: 1, indices: 0, order: false, bracket: "(", bound: "" });
}

/** `(a)_n`, Pochhammer's symbol: the rising factorial, or the falling one, where letters are read as mathematics uses them. */
function risingFactorial(p: Parser, base: Expr): Expr | undefined {
  if (/^(tuple|list|relation|error)$/.test(base.op) || !p.cursor.is("sub")) return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  const index = p.argument();
  // (BC)_{ij}: an entry of a product
  if (index.op === "mul" && index.args.every((a) => a.op === "symbol")) {
    p.cursor.seek(start);
    return undefined;
  }
  const falling = p.reading.named?.get(POCHHAMMER) === 1;
  return node("special", [base, index], { from: base.span.from, to: p.cursor.since(start).to }, falling ? "falling" : "rising", {
    key: POCHHAMMER,
    choices: 2,
    says: falling ? "the falling factorial" : "the rising factorial",
    whole: ["1"],
  });
}
const POCHHAMMER = "(a)_n/1/0/1";

const isBar = (t: Token | undefined, names: RegExp): boolean =>
  t !== undefined && ((t.kind === "symbol" && names.test(t.text)) || (t.kind === "command" && names.test(`\\${t.text}`)));

function between(p: Parser, close: RegExp, start: number, read: (e: Expr, span: Expr["span"]) => Expr): Expr | undefined {
  const e = p.bracketed(false, () => {
    p.bars = 1;
    return p.expression(4);
  });
  const token = p.cursor.peek();
  if (!isBar(token, close)) return failure("this bar is not closed", p.cursor.since(start));
  p.cursor.next();
  return read(e, p.cursor.since(start));
}

const absolute: Prefix = (p) => {
  const start = p.cursor.position - 1;
  if (isBar(p.cursor.peek(), /^\|$/)) {
    p.cursor.next();
    return between(p, /^\|$/, start, (e, span) => {
      p.cursor.take("symbol", "|");
      return normed(p, e, p.cursor.since(start).to > span.to ? p.cursor.since(start) : span);
    });
  }
  return between(p, /^(\||\\r?vert|\\mid)$/, start, (e, span) => atPlace(p, node("absolute", [e], span)));
};

/** `\left| dx/dy \right|_{y = a}`: the value there. */
function atPlace(p: Parser, e: Expr): Expr {
  const start = p.cursor.position;
  if (p.cursor.peek()?.kind !== "sub") return e;
  const { below, above } = p.bounds();
  const to = p.cursor.since(start).to;
  if (below?.op !== "relation") {
    p.cursor.seek(start);
    return e;
  }
  const there = node("evaluated", [e, below], { from: e.span.from, to }, undefined, { below: true, above: false, ...evaluationBinding(e, [below]) });
  return above ? node("pow", [there, above], there.span) : there;
}
const norm: Prefix = (p) => {
  const start = p.cursor.position - 1;
  return between(p, /^\\(\||r?Vert|parallel)$/, start, (e, span) => normed(p, e, span));
};

function normed(p: Parser, e: Expr, span: Expr["span"]): Expr {
  const start = p.cursor.position;
  if (!p.cursor.take("sub")) return node("norm", [e], span);
  const kind = p.cursor.word();
  return node("norm", [e], { from: span.from, to: p.cursor.since(start).to }, kind);
}

function rounding(name: string, close: string): Prefix {
  return (p) => {
    const start = p.cursor.position - 1;
    const e = p.bracketed(false, () => p.expression(0));
    if (!p.cursor.take("command", close)) return failure("this bracket is not closed", p.cursor.since(start));
    return node("call", [e], p.cursor.since(start), name);
  };
}

/** `\langle a, b \rangle`: a vector, or an inner product where both parts are vectors; `\langle x^2 \rangle` of one part: its mean. */
const angle: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  const e = bracket(p, token, start);
  if (e?.op !== "tuple") return e;
  const averaged = mean(p, e, start);
  if (averaged) return averaged;
  const space = e.args.length === 1 ? spanOf(e.args[0], e.span) : undefined;
  if (space) return space;
  if (e.args.length === 1 && token.text === "langle")
    return p.reading.functions.has("@generators")
      ? failure("a group, an ideal or a space is named here by what generates it", e.span)
      : node("statistic", [e.args[0]], e.span, "expectation", { split: 1, separators: "", under: false });
  return { ...e, data: { ...e.data, open: "langle" } };
};

/** `\\langle f(x) \\rangle_{p(x)}`: an expectation; the F of Frobenius says nothing more of an inner product. */
function mean(p: Parser, e: Expr, start: number): Expr | undefined {
  if (!p.cursor.is("sub")) return undefined;
  const before = p.cursor.position;
  p.cursor.next();
  const place = p.cursor.here();
  const tokens = p.cursor.argument();
  if (
    e.args.length === 2 &&
    tokens
      .filter((t) => t.kind === "letter")
      .map((t) => t.text)
      .join("") === "F"
  )
    return { ...e, data: { ...e.data, open: "langle" } };
  const under = e.args.length === 1 ? p.inner(tokens, place) : undefined;
  if (under?.op === "apply" && /^[pq](_|$)/.test(under.name ?? ""))
    return node("statistic", [e.args[0], under], p.cursor.since(start), "expectation", { split: 1, separators: "", under: true });
  p.cursor.seek(before);
  return undefined;
}

const braces: Prefix = (p, token) => {
  const set = setByCondition(p, p.cursor.position - 1);
  if (set) return set;
  const e = bracket(p, token, p.cursor.position - 1);
  return e?.op === "tuple" ? { ...e, data: { ...e.data, open: "{" } } : e;
};

function norms<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const v = asVector(ev, ev.evaluate(e.args[0]), e);
  if (v.kind !== "matrix") return scalar(A.call1("abs", ev.number(v, e)));
  const kind = (e.name ?? "").replace(/[{}]/g, "");
  if (kind === "1" && v.cols === 1) return scalar(v.items.map((x) => A.call1("abs", x)).reduce((s, x) => A.add(s, x)));
  if (/infty/.test(kind) && v.cols === 1) return scalar(v.items.map((x) => A.call1("abs", x)).reduce((s, x) => A.call2("max", s, x)));
  if (v.cols > 1 && v.rows > 1 && kind !== "F" && kind !== "\\mathrmF" && kind !== "") throw new NotUnderstood("norm/unknown", "this norm of a matrix", e.span);
  if (v.cols > 1 && v.rows > 1 && kind === "") throw new NotUnderstood("norm/unknown", "the norm of a matrix, without saying which", e.span);
  return scalar(A.call1("sqrt", normSquared(ev, v)));
}

function absoluteValue<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  if (isSet(e.args[0])) return cardinality(e.args[0], ev, e);
  const v = asVector(ev, ev.evaluate(e.args[0]), e);
  if (v.kind !== "matrix" || v.rows * v.cols === 1) return scalar(ev.A.call1("abs", ev.number(v, e)));
  if (v.rows === v.cols && v.rows > 1) return scalar(determinant(ev, v as Matrix<T>, e));
  return scalar(ev.A.call1("sqrt", normSquared(ev, v)));
}

function tuple<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const items = e.args.map((arg) => ev.evaluate(arg));
  if (e.data?.open === "langle") {
    const [a, b] = items.map((item) => asVector(ev, item, e));
    // over the complex numbers one of the two is conjugated, and documents differ on which
    if (ev.A.name === "complex" && a.kind === "matrix" && b?.kind === "matrix")
      throw new NotUnderstood("product/conjugate", "which argument of this inner product is conjugated is not said", e.span);
    if (items.length === 2 && a.kind === "matrix" && b.kind === "matrix") return innerProduct(ev, a, b, e);
    return asVector(ev, { kind: "tuple", items }, e);
  }
  if (e.data?.open === "{") throw new NotUnderstood("set/unknown", "a set stands where a number is needed", e.span);
  return { kind: "tuple", items };
}

export const groups: Construct = {
  name: "brackets",
  prefix: {
    "(": group,
    "[": group,
    "\\{": braces,
    "\\lbrace": braces,
    "\\lbrack": group,
    "\\langle": angle,
    "<": angle,
    "|": absolute,
    "\\vert": absolute,
    "\\lvert": absolute,
    "\\|": norm,
    "\\Vert": norm,
    "\\lVert": norm,
    "\\lfloor": rounding("floor", "rfloor"),
    "\\lceil": rounding("ceil", "rceil"),
  },
  meanings: {
    absolute: absoluteValue,
    norm: norms,
    tuple,
    "set-of": (e) => {
      throw new NotUnderstood("set/unknown", "a set stands where a number is needed", e.span);
    },
  },
  print: {
    absolute: { power: 99, latex: (e, print) => `\\left|${print(e.args[0])}\\right|` },
    norm: { power: 99, latex: (e, print) => `\\left\\|${print(e.args[0])}\\right\\|${e.name ? `_{${e.name}}` : ""}` },
    "set-of": {
      power: 99,
      latex: (e, print) =>
        `\\{ ${print(e.args[0])} : ${e.args
          .slice(1)
          .map((c) => print(c))
          .join(", ")} \\}`,
    },
    list: { power: 1, latex: (e, print) => e.args.map((a) => print(a)).join(", ") },
    tuple: {
      power: 99,
      latex: (e, print) => {
        const [open, close] = e.data?.open === "{" ? ["\\{", "\\}"] : ["(", ")"];
        return `\\left${open}${e.args.map((a) => print(a)).join(", ")}\\right${close}`;
      },
    },
  },
  examples: [
    { latex: "|x|^2 = x^2", verdict: "holds" },
    { latex: "\\lfloor 2.7 \\rfloor = 2", verdict: "holds" },
    { latex: "|x + y| \\le |x| + |y|", verdict: "holds" },
    { latex: "|x + y| = |x| + |y|", verdict: "holds-if" },
  ],
};
