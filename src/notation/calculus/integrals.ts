/** Integrals: definite, improper, repeated; indefinite ones are kept for the check that differentiates. */
import { isNumberName } from "../../expression/constants";
import type { Evaluator, Model } from "../../expression/evaluator";
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { ONLY_LETTER, type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node, number, rewrite, some, symbol } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { evaluated } from "../annotations";
import type { Construct } from "../construct";
import { listBelow } from "../series/sum-index";
import { contour, contourLatex } from "./contours";
import { DENSITY_VARIABLE } from "./density-variable";
import { gaussianIntegral, isWeighed } from "./gaussian-integrals";
import { quadrature } from "./quadrature";
import { regionIntegral, regionPrinter, variablesOf, weighed } from "./region-integrals";

/** Takes the differential out of an integrand: what it is by, and what is left. */
function takeDifferential(e: Expr): { by: Expr; rest: Expr } | undefined {
  if (e.op === "differential") return { by: e.args[0], rest: node("number", [], e.span, "1") };
  if (e.op === "mul") {
    // the last one written belongs to the innermost integral only if it comes first in reading order
    const at = e.args.findIndex((a) => takeDifferential(a) !== undefined);
    if (at < 0) return undefined;
    const found = takeDifferential(e.args[at]) as { by: Expr; rest: Expr };
    const args = e.args[at].op === "differential" ? e.args.filter((_, i) => i !== at) : e.args.map((a, i) => (i === at ? found.rest : a));
    return { by: found.by, rest: args.length === 1 ? args[0] : { ...e, args } };
  }
  if (e.op === "div") {
    const found = takeDifferential(e.args[0]);
    return found && { by: found.by, rest: { ...e, args: [found.rest, e.args[1]] } };
  }
  // what ∂/∂θ acts on goes on to the differential
  if (/^(sum|prod)|^(derivative|gradient)$/.test(e.op)) {
    const found = takeDifferential(e.args[0]);
    return found && { by: found.by, rest: { ...e, args: [found.rest, ...e.args.slice(1)] } };
  }
  if (e.op === "neg") {
    const found = takeDifferential(e.args[0]);
    return found && { by: found.by, rest: { ...e, args: [found.rest] } };
  }
  if (e.op === "add") {
    const last = e.args.length - 1;
    const found = takeDifferential(e.args[last]);
    return found && { by: found.by, rest: { ...e, args: [...e.args.slice(0, last), found.rest] } };
  }
  return undefined;
}

const integral =
  (times: number): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    const { below, above } = p.bounds(() => regionBelow(p));
    const outer = { stops: p.stops, differentials: p.differentials };
    p.integrals += times;
    p.stops = new Set();
    p.differentials = times;
    let body = readIntegrand(p);
    p.integrals -= times;
    p.stops = outer.stops;
    p.differentials = outer.differentials;
    const span = p.cursor.since(start);
    const by: Expr[] = [];
    for (let i = 0; i < times; i++) {
      const found = takeDifferential(body);
      const leftOut = !found && i === 0 && times === 1 ? variableLeftOut(p, body) : undefined;
      if (leftOut && below && above) {
        const e = build(body, leftOut, below, above, span);
        return { ...e, data: { ...e.data, leftOut: true } };
      }
      const functions = !found && i === 0 && times === 1 ? ofFunctions(p, body, below, above, span) : undefined;
      if (functions) return functions;
      if (!found && (i === 0 || !ELEMENT.test(by[0].name ?? ""))) return failure(NO_DIFFERENTIAL, span);
      if (!found) break;
      by.push(found.by);
      body = found.rest;
    }
    while (times === 1 && below && !above && isRegion(below) && p.grammar.isDifferential(p.cursor)) {
      p.integrals++;
      const next = p.expression(POWER.juxtaposed);
      p.integrals--;
      if (next.op !== "differential" || next.args[0].op !== "symbol") break;
      by.push(next.args[0]);
    }
    if (by.length > 1 && times === 1) return overRegion(body, by, below, p.cursor.since(start));
    const around = times === 1 && below && !above && by[0].op === "symbol" ? contour(body, by[0].name ?? "", below, span) : undefined;
    if (around) return around;
    if (times === 1 && by[0].op !== "symbol" && by[0].op !== "indexed") return bySubstitution(body, by[0], below, above, span);
    if (times > 1) return overRegion(body, by, below, span);
    return build(body, by[0], below ?? (above ? undefined : wholeSpace(by[0])), above, span);
  };

/** `\\int d^n x`: over all x with n entries. */
const wholeSpace = ({ data, span }: Expr): Expr | undefined => {
  if (typeof data?.dimension !== "string") return undefined;
  const size = /^\d+$/.test(data.dimension) ? number(Number(data.dimension), span) : symbol(data.dimension, span);
  return node("pow", [symbol("\\mathbb{R}", span), size], span);
};

/** A multiple integral; a region that is written out binds the variables. */
function overRegion(body: Expr, by: readonly Expr[], below: Expr | undefined, span: Expr["span"]): Expr {
  const names = by.map((b) => b.name ?? "");
  const written = below && below.op !== "symbol" ? { region: variablesOf(names) } : undefined;
  return node("integral-region", [body, ...(below ? [below] : [])], span, names.join(" "), written);
}

/** What stands below an integral: a bound, a region, or the conditions of one. */
const regionBelow = (p: Parser): Expr => listBelow(p, (clauses) => clauses.every((c) => c.some((t) => /^(le|leq|leqslant|<|>|ge|geq|geqslant)$/.test(t.text))));

/** A space of several dimensions, a product of intervals, conditions. */
const isRegion = (e: Expr): boolean =>
  e.op === "list" ||
  e.op === "and" ||
  (e.op === "relation" && e.name !== "=") ||
  (e.op === "mul" && e.data?.style === "times") ||
  (e.op === "pow" && e.args[0].op === "symbol");

/** Whether an integral over a named set runs over a range that the document knows. */
export function hasRange(e: Expr, model: Model): boolean {
  const set = e.args[1];
  const bound = String(e.data?.bound);
  if (/^\\math(bb|bf)\{?R\}?$/.test(set.name ?? "") || (set.op === "tuple" && set.args.length === 2)) return true;
  if (isOverVectors(e, model)) return true;
  const named = set.name === bound || /^\\math(cal|bb|scr)\{/.test(set.name ?? "") || /^[A-Z]$|^\\Omega$/.test(set.name ?? "");
  const kind = named ? model.range(bound, e.args[0])?.kind : undefined;
  return kind === "continuous" || kind === "elements";
}

/** Whether an integral runs over all vectors of the size of its variable, of what a Gaussian weighs. */
const isOverVectors = (e: Expr, model: Model): boolean =>
  isSpace(e.args[1], String(e.data?.bound)) &&
  vectorSize(String(e.data?.bound), model) !== undefined &&
  isWeighed(e.args[0], String(e.data?.bound), (d) => model.hasDensity?.(d) === true);

/** `\\mathbb{R}^n`, or no set but the variable itself. */
const isSpace = (set: Expr, bound: string): boolean =>
  set.name === bound || (set.op === "pow" && /^\\math(bb|bf)\{?R\}?$/.test(set.args[0].name ?? "")) || /^\\mathcal\{/.test(set.name ?? "");

/** How many numbers a name is a column of; undefined for a number. */
const vectorSize = (name: string, model: Model): number | undefined => {
  const shape = model.shape?.(name);
  return shape && shape.cols === 1 && shape.rows > 1 ? shape.rows : undefined;
};

/** Elements of area, of surface, of volume. */
const ELEMENT = /^(A|S|V|\\sigma|\\mathbf\{?[SA]\}?|\\vec\{[SA]\}|\\Omega)$/;

/** `\int f(x) \, d(g(x))` is `\int f(x) g'(x) \, dx`, with bounds for x. */
function bySubstitution(body: Expr, by: Expr, below: Expr | undefined, above: Expr | undefined, span: Expr["span"]): Expr {
  const inside = [...namesOf(by).symbols].filter((n) => !isNumberName(n));
  const used = namesOf(body).symbols;
  const name = inside.length === 1 ? inside[0] : inside.find((n) => used.has(n));
  if (!name) return failure("what this integral is taken by is not a name", by.span);
  const variable = symbol(name, by.span);
  return build(node("mul", [body, node("derivative", [by, variable], by.span)], span, undefined, { style: "juxtaposed" }), variable, below, above, span);
}

export const NO_DIFFERENTIAL = "this integral has no differential";

/** By what an integral without a differential is taken, as the reading says. */
function variableLeftOut(p: Parser, body: Expr): Expr | undefined {
  const { integrates } = p.reading;
  if (integrates === undefined) return undefined;
  const names = [...namesOf(body).symbols].filter((n) => !isNumberName(n));
  const name = integrates === ONLY_LETTER ? (names.length === 1 && LETTER.test(names[0]) ? names[0] : undefined) : integrates;
  return name !== undefined && hasSymbol(body, name) ? symbol(name, body.span) : undefined;
}

/** Letters that are integrated by. */
const LETTER = /^([r-z]|\\theta|\\phi|\\varphi|\\tau)$/;

/** Terms up to and with the one that holds the differential; only the first, where it is of functions and no differential follows. */
function readIntegrand(p: Parser): Expr {
  const first = p.expression(POWER.mul - 1);
  const after = p.cursor.position;
  const whole = readTerms(p, first);
  if (takeDifferential(whole) || (p.reading.integrates === undefined && !isOfFunctions(p, first))) return whole;
  p.cursor.seek(after);
  return first;
}

function readTerms(p: Parser, first: Expr): Expr {
  let e = first;
  for (;;) {
    const token = p.cursor.peek();
    const barred = token && /^(\||mid|vert|rvert)$/.test(token.text) && !takeDifferential(e) ? evaluated(p, e, token) : undefined;
    if (barred) {
      e = p.startsFactor() ? product(barred, p.expression(POWER.mul - 1)) : barred;
      continue;
    }
    if (takeDifferential(e) || !token || token.kind !== "symbol" || !/^[-+−]$/.test(token.text)) return e;
    const before = p.cursor.position;
    p.cursor.next();
    let right = p.expression(POWER.mul - 1);
    if (token.text !== "+") right = node("neg", [right], right.span, undefined, { binary: true });
    e = node("add", e.op === "add" && !e.data?.bracket ? [...e.args, right] : [e, right], { from: e.span.from, to: right.span.to });
    if (p.cursor.position === before) return e;
  }
}

const product = (left: Expr, right: Expr): Expr =>
  node("mul", [left, ...(right.op === "mul" && !right.data?.bracket ? right.args : [right])], { from: left.span.from, to: right.span.to }, undefined, {
    style: "juxtaposed",
  });

/** `\\int_a^b f`, `\\int_a^b (f + g)`: functions are integrated over their argument. */
function ofFunctions(p: Parser, body: Expr, below: Expr | undefined, above: Expr | undefined, span: Expr["span"]): Expr | undefined {
  if (!below || !above || !isOfFunctions(p, body)) return undefined;
  const t = symbol("\u03c4", span);
  const applied = rewrite(body, (n) =>
    n.op === "symbol" && p.reading.functions.has(n.name ?? "")
      ? node("apply", [t], n.span, n.name, { split: 1, indices: 0, order: false, bracket: "(", bound: "" })
      : n,
  );
  return build(applied, t, below, above, span);
}

/** Functions and numbers, added and multiplied. */
function isOfFunctions(p: Parser, e: Expr): boolean {
  if (e.op === "symbol") return p.reading.functions.has(e.name ?? "");
  if (e.op === "number") return true;
  return /^(add|neg|mul|absolute|pow)$/.test(e.op) && e.args.every((a) => isOfFunctions(p, a)) && some(e, (n) => n.op === "symbol");
}

/** A closed curve or surface is a region. */
const closed =
  (times: number): Prefix =>
  (p, token) => {
    const e = integral(times)(p, token);
    return e?.op === "antiderivative" ? node("integral-over", [e.args[0], symbol("\\oint", e.span)], e.span, e.name, { bound: e.name ?? "" }) : e;
  };

/** `\int_{y = 0}^{y = 4}`: a bound may name the variable again. */
function bound(e: Expr, name: string): Expr {
  if (e.op !== "relation") return e;
  return e.name === "=" && symbolName(e.args[0]) === name ? e.args[1] : failure("these bounds are of another variable than the integral", e.span);
}

function build(body: Expr, by: Expr, below: Expr | undefined, above: Expr | undefined, span: Expr["span"]): Expr {
  const name = symbolName(by);
  if (below && above) return node("integral", [body, bound(below, name), bound(above, name)], span, name, { bound: name });
  if (below) return node("integral-over", [body, below], span, name, { bound: name });
  return node("antiderivative", [body], span, name, { by: name });
}

/** ∫ body d(bound) from a to b in every lane. */
function definite<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  return scalar(quadrature(ev, e.args[0], String(e.data?.bound), ev.scalar(e.args[1]), ev.scalar(e.args[2]), e));
}

/** Over a range given as doubles: what a sum over a continuous variable means. */
export function integrateContinuous<T>(ev: Evaluator<T>, body: Expr, bound: string, from: number, to: number, e: Expr): Value<T> {
  const size = vectorSize(bound, ev.model);
  if (size !== undefined && !Number.isFinite(from) && !Number.isFinite(to)) return gaussianIntegral(ev, body, bound, size, e);
  const end = (x: number) => (Number.isFinite(x) ? ev.A.number(x) : x < 0 ? ev.A.neg(ev.A.constant("infinity")) : ev.A.constant("infinity"));
  return scalar(quadrature(ev, node("density-scope", [body], body.span, bound, { bound }), bound, end(from), end(to), e));
}

/** `\int_{\mathbb R} f dx`, `\int_x f dx`, `\int_{[0,1]} f dx`: over a set, or over the whole range of the variable. */
function over<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const set = e.args[1];
  const bound = String(e.data?.bound);
  if (/^\\math(bb|bf)\{?R\}?$/.test(set.name ?? "")) return integrateContinuous(ev, e.args[0], bound, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, e);
  if (set.op === "tuple" && set.args.length === 2) return scalar(quadrature(ev, e.args[0], bound, ev.scalar(set.args[0]), ev.scalar(set.args[1]), e));
  if (isOverVectors(e, ev.model)) return gaussianIntegral(ev, e.args[0], bound, vectorSize(bound, ev.model) ?? 1, e);
  const range = ev.model.range(bound, e.args[0]);
  const named = set.name === bound || /^\\math(cal|bb|scr)\{/.test(set.name ?? "") || /^[A-Z]$|^\\Omega$/.test(set.name ?? "");
  if (named && range?.kind === "continuous") return integrateContinuous(ev, e.args[0], bound, range.from, range.to, e);
  if (named && range?.kind === "elements") return ev.evaluate({ ...e, op: "sum-over", args: [e.args[0]] });
  return weighed(e, ev, [bound]);
}

const sign = (e: Expr, print: (e: Expr, power?: number) => string): string => `${print(e.args[0], POWER.mul)} \\, d${e.name}`;

export const integrals: Construct = {
  name: "integrals",
  prefix: {
    "\\int": integral(1),
    "\\iint": integral(2),
    "\\iiint": integral(3),
    "∫": integral(1),
    "\\oint": closed(1),
    "\\oiint": closed(2),
  },
  meanings: {
    integral: definite,
    "density-scope": (e, ev) => ev.with(DENSITY_VARIABLE, ev.frame.find(e.name ?? "") ?? ev.model.symbol(e.name ?? "", ev, e)).evaluate(e.args[0]),
    "integral-over": over,
    antiderivative: (e) => {
      throw new NotUnderstood("integral/indefinite", "an indefinite integral stands where a number is needed", e.span);
    },
    "integral-region": regionIntegral,
    differential: (e) => {
      throw new NotUnderstood("differential/alone", "a differential stands without an integral", e.span);
    },
  },
  print: {
    integral: {
      power: POWER.add + 1,
      latex: (e, print) => contourLatex(e, print) ?? `\\int_{${print(e.args[1])}}^{${print(e.args[2])}} ${sign(e, print)}`,
    },
    "integral-over": { power: POWER.add + 1, latex: (e, print) => `\\int_{${print(e.args[1])}} ${sign(e, print)}` },
    antiderivative: { power: POWER.add + 1, latex: (e, print) => `\\int ${sign(e, print)}` },
    "integral-region": regionPrinter,
    differential: { power: POWER.mul, latex: (e, print) => `d${print(e.args[0])}` },
  },
  examples: [
    { latex: "\\int_0^1 x^2 \\, dx = \\frac13", verdict: "holds" },
    { latex: "\\int_0^1 x^2 \\, dx = \\frac12", verdict: "fails" },
    { latex: "\\int_{x=0}^{x=1} x^2 \\, dx = \\left. \\frac{x^3}{3} \\right|_{x=0}^{x=1}", verdict: "holds" },
    { latex: "\\int_{-\\infty}^\\infty e^{-x^2} dx = \\sqrt{\\pi}", verdict: "holds" },
    { latex: "\\int \\cos x \\, dx = \\sin x + C", verdict: "holds" },
    { latex: "\\int \\frac{dx}{x} = \\ln|x| + C", verdict: "holds" },
    { latex: "\\int_2^\\infty \\frac{dx}{x (\\ln x)^2} = \\frac{1}{\\ln 2}", verdict: "holds" },
    { latex: "\\int_2^\\infty \\frac{dx}{x (\\ln x)^3} = \\frac{1}{(\\ln 2)^2}", verdict: "fails" },
    { latex: "\\int_0^\\infty \\frac{\\sin x}{x} \\, dx = \\frac{\\pi}{2}", verdict: "holds" },
    { latex: "\\int_{-\\infty}^\\infty \\frac{\\cos x}{x^2 + 1} \\, dx = \\frac{\\pi}{e}", verdict: "holds" },
    { latex: "\\int_{-\\infty}^\\infty \\frac{\\cos x}{x^2 + 1} \\, dx = \\pi e", verdict: "fails" },
    { latex: "\\int_0^\\infty \\cos x \\, dx = 0", verdict: "unchecked" },
    { latex: "\\int_0^1 \\frac{dx}{\\sqrt{1 - x^2}} = \\frac{\\pi}{2}", verdict: "holds" },
    { latex: "\\int_0^1 \\frac{dx}{\\sqrt{x (1 - x)}} = \\sqrt{\\pi}", verdict: "fails" },
    { latex: "\\int_1^2 \\frac{dx}{\\sqrt{x - 1}} = 2", verdict: "holds" },
    { latex: "\\int_{-1}^1 \\frac{x^2 \\, dx}{\\sqrt{1 - x^2}} = \\frac{\\pi}{2}", verdict: "holds" },
    { latex: "\\int_0^1 \\frac{dx}{1 - x} = 1", verdict: "unchecked" },
    { latex: "\\int_0^1 \\int_0^x y \\, dy \\, dx = \\frac16", verdict: "holds" },
  ],
};
