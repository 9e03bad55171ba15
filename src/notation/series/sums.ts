/** Sums and products over an index: with bounds, over a set, over the values of a variable, infinite. */
import { column, indices, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import { namesOf, symbolName } from "../../expression/names";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node, number, rewrite, symbol, walk } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { multiplyValues } from "../arithmetic/products";
import { addValues } from "../arithmetic/sums-of-terms";
import { integrateContinuous } from "../calculus/integrals";
import type { Construct } from "../construct";
import { infiniteSum } from "./infinite-sums";
import { type IndexPlan, planIndex, readClauses } from "./sum-index";

const MOST_TERMS = 200_000;

/** Reads the index below a large sign, the bound above it and what runs with the index, as a sum or as a product. */
export const overIndex =
  (op: "sum" | "prod"): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    const { below, above } = p.bounds(() => readClauses(p));
    const names = boundNames(below);
    const around = [...p.bound];
    p.bound.push(...names);
    const body = wideBody(p, names) ?? p.expression(POWER.mul - 1);
    p.bound.splice(p.bound.length - names.length, names.length);
    if (!below) return overOnlyIndex(op, body, p.bound, p.cursor.since(start)) ?? node("sum-unbounded", [body], p.cursor.since(start), op);
    const span = p.cursor.since(start);
    const other = op === "prod" ? (productBehind(body, names) ?? (p.reading.products === "short" ? factorsBehind(body, names, above) : undefined)) : undefined;
    const built = build(op, below, above, other?.before ?? body, span, around, p.reading.pairs === "other");
    return other ? node("mul", [built, other.product], span, undefined, { style: "juxtaposed" }) : built;
  };

/** `\\sum_i a_i + b_i` as the sum of both, where it is read so; undefined where nothing of the index is added behind it. */
function wideBody(p: Parser, names: readonly string[]): Expr | undefined {
  if (p.reading.sums !== "wide") return undefined;
  const start = p.cursor.position;
  const body = p.expression(POWER.add - 1);
  if (body.op === "add" && names.some((n) => standsFree(body.args[body.args.length - 1], n))) return body;
  p.cursor.seek(start);
  return undefined;
}

/** Whether a name stands in an expression where nothing binds it. */
export const standsFree = (e: Expr, name: string): boolean =>
  e.op === "symbol" ? e.name === name : (e.data?.bound === name ? e.args.slice(1) : e.args).some((a) => standsFree(a, name));

/** `\\prod_i a_i \\prod_j b_j`: the second product is a factor of its own where it speaks of no index of the first. */
function productBehind(body: Expr, names: readonly string[]): { readonly before: Expr; readonly product: Expr } | undefined {
  const product = body.args[body.args.length - 1];
  if (body.op !== "mul" || !/^prod/.test(product?.op ?? "")) return undefined;
  const { symbols } = namesOf(product);
  if (names.length === 0 || names.some((n) => symbols.has(n))) return undefined;
  const rest = body.args.slice(0, -1);
  return { before: rest.length === 1 ? rest[0] : { ...body, args: rest }, product };
}

/** `\\prod_{i=1}^n (2i - 1) \\sqrt{n}`: what speaks of the bound and not of the index, behind what speaks of the index. */
function factorsBehind(body: Expr, names: readonly string[], bound: Expr | undefined): { readonly before: Expr; readonly product: Expr } | undefined {
  if (body.op !== "mul" || names.length === 0) return undefined;
  const speaks = (e: Expr): boolean => names.some((n) => standsFree(e, n));
  const from = body.args.reduce((at, a, i) => (speaks(a) ? i + 1 : at), 0);
  const behind = body.args.slice(from);
  const ends = bound ? [...namesOf(bound).symbols] : [];
  if (from === 0 || !behind.some((e) => ends.some((n) => standsFree(e, n)))) return undefined;
  const of = (args: readonly Expr[]): Expr => (args.length === 1 ? args[0] : { ...body, args });
  return { before: of(body.args.slice(0, from)), product: of(behind) };
}

/** `\\sum x_i y_i`: over the one letter that stands as an index in it. */
function overOnlyIndex(op: string, body: Expr, bound: readonly string[], span: Expr["span"]): Expr | undefined {
  const letters = new Set<string>();
  walk(body, (n) => {
    if (n.op === "indexed") for (const a of n.args) if (a.op === "symbol" && !bound.includes(a.name ?? "")) letters.add(a.name ?? "");
  });
  const [name] = letters;
  return letters.size === 1 && /^[i-nr-t]$/.test(name) ? node(`${op}-over`, [body], span, name, { bound: name }) : undefined;
}

function boundNames(e: Expr | undefined): string[] {
  if (!e) return [];
  if (e.op === "symbol" || e.op === "indexed") return [e.name ?? ""];
  if (e.op === "relation" || e.op === "mul" || e.op === "tuple" || e.op === "list") return e.args.flatMap(boundNames);
  return [];
}

/** Nests one sum for each index name. */
function build(op: string, below: Expr, above: Expr | undefined, body: Expr, span: Expr["span"], around: readonly string[], otherPairs: boolean): Expr {
  if (below.op === "relation" && below.name === "=" && below.args[0].op === "symbol") {
    if (!above)
      return below.args[1]
        ? node(`${op}-from`, [body, below.args[1]], span, below.args[0].name, { bound: below.args[0].name ?? "" })
        : failure("a sum without an upper bound", span);
    return node(op, [body, below.args[1], above], span, below.args[0].name, { bound: below.args[0].name ?? "" });
  }
  if (below.op === "indexed" && below.args.every((a) => a.op === "number")) return overNumbered(op, below, body, span);
  const all = below.op === "symbol" && withinBinomials(op, below, body, span);
  if (all) return all;
  if (below.op === "symbol") return node(`${op}-over`, [body], span, below.name, { bound: below.name ?? "" });
  if (below.op === "mul" || below.op === "tuple" || below.op === "list") {
    if (below.args.every((a) => a.op === "symbol"))
      return below.args.reduceRight((inner, a) => node(`${op}-over`, [inner], span, a.name, { bound: a.name ?? "" }), body);
    if (below.op !== "mul" && below.args.every((a) => a.op === "symbol" || a.op === "indexed"))
      return below.args.reduceRight(
        (inner, a) => (a.op === "symbol" ? node(`${op}-over`, [inner], span, a.name, { bound: a.name ?? "" }) : overNumbered(op, a, inner, span)),
        body,
      );
    const last = below.args[below.args.length - 1];
    const equal = [...below.args.slice(0, -1), last.args[0]];
    if (last.op === "relation" && last.name === "=" && above && equal.every((a) => a?.op === "symbol"))
      return equal.reduceRight((inner, a) => node(op, [inner, last.args[1], above], span, a.name, { bound: a.name ?? "" }), body);
  }
  const within = withinBinomials(op, below, body, span);
  if (within) return within;
  const planned = planIndex(below.op === "list" ? below.args : [below], above, around, otherPairs);
  if (planned && (below.op !== "relation" || below.name !== "∈" || planned.indices[0].set === undefined) && !isOldCondition(below))
    return nested(op, planned, body, span);
  if (below.op === "relation" && /^(≤|<|≥|>|<=|>=|∈|!=)$/.test(below.name ?? ""))
    return node(`${op}-where`, [body, below], span, boundNames(below)[0], { bound: boundNames(below)[0] ?? "" });
  if (below.op === "indexed") return overNumbered(op, below, body, span);
  return failure("the index of this sum was not understood", below.span);
}

/** `\\sum_k \\binom{n}{k}`, `\\sum_{k \\le m} \\binom{n + k}{k}`: over all integers, of which those below zero add nothing, nor do those above n. */
function withinBinomials(op: string, below: Expr, body: Expr, span: Expr["span"]): Expr | undefined {
  const index = below.op === "relation" && /^(<|<=|≤)$/.test(below.name ?? "") ? below.args[0] : below;
  if (op !== "sum" || index.op !== "symbol" || (below !== index && standsFree(below.args[1], index.name ?? ""))) return undefined;
  const name = index.name ?? "";
  const chosen = factorsOf(body).filter((f) => f.op === "call" && f.name === "binomial" && f.args[1].op === "symbol" && f.args[1].name === name);
  const bound = below === index ? chosen.map((f) => f.args[0]).find((top) => !standsFree(top, name)) : below.args[1];
  if (chosen.length === 0 || !bound) return undefined;
  const to = below.name === "<" && below !== index ? node("add", [bound, node("neg", [number(1)], bound.span)], bound.span) : bound;
  return node(op, [body, number(0), to], span, name, { bound: name });
}

/** The factors of a term, without those below a line. */
const factorsOf = (e: Expr): readonly Expr[] => (e.op === "mul" ? e.args.flatMap(factorsOf) : e.op === "div" || e.op === "neg" ? factorsOf(e.args[0]) : [e]);

/** z_1 of a sum over all its values is a name of its own, no term of a sequence. */
function overNumbered(op: string, below: Expr, body: Expr, span: Expr["span"]): Expr {
  const name = symbolName(below);
  const named = rewrite(body, (n) => (n.op === "indexed" && symbolName(n) === name ? symbol(name, n.span) : n));
  return node(`${op}-over`, [named], span, name, { bound: name });
}

/** `k > 1`, `j \\ne i`, `i \\in S`: one condition on one name. */
const isOldCondition = (e: Expr): boolean =>
  e.op === "relation" && /^(>|>=|!=|∈)$/.test(e.name ?? "") && e.args[0].op === "symbol" && (e.name === "∈" || e.args[1].op === "number");

/** One sum inside another for each index of a plan; what the indices meet stands innermost. */
export function nested(op: string, { indices, conditions }: IndexPlan, body: Expr, span: Expr["span"]): Expr {
  const neutral = number(op === "prod" ? 1 : 0);
  const inner = conditions.reduceRight((e, c) => node("where", [e, c, neutral], span), body);
  return indices.reduceRight((e, { name, from, to, set }) => {
    const data = { bound: name };
    if (set) return node(`${op}-where`, [e, node("relation", [symbol(name), set], span, "∈")], span, name, data);
    return from && to ? node(op, [e, from, to], span, name, data) : node(`${op}-over`, [e], span, name, data);
  }, inner);
}

/** An integer column of a bound; infinite bounds stay infinite. */
function boundary<T>(ev: Evaluator<T>, e: Expr): Float64Array {
  return ev.lanes(ev.scalar(e));
}

interface Terms<T> {
  readonly starts: Int32Array;
  readonly inner: Evaluator<T>;
}

/** One lane for each term of each parent lane: the frame in which the body is evaluated. */
export function expand<T>(ev: Evaluator<T>, bound: string, from: Float64Array, to: Float64Array, e: Expr): Terms<T> {
  const starts = new Int32Array(from.length + 1);
  for (let j = 0; j < from.length; j++) {
    const count = Math.max(0, to[j] - from[j] + 1);
    if (!Number.isInteger(from[j]) || !Number.isInteger(to[j])) throw new NotUnderstood("sum/bounds", "the bounds of this sum are not integers", e.span);
    if (starts[j] + count > MOST_TERMS) throw new NotUnderstood("sum/too-long", "this sum has too many terms to be added up", e.span);
    starts[j + 1] = starts[j] + count;
  }
  const total = starts[from.length];
  const map = new Int32Array(total);
  const values = new Float64Array(total);
  for (let j = 0, k = 0; j < from.length; j++)
    for (let i = from[j]; i <= to[j]; i++, k++) {
      map[k] = j;
      values[k] = i;
    }
  const inner = ev.widen(map);
  return { starts, inner: inner.with(bound, scalar(ev.A.numbers(values))) };
}

/** Sums (or multiplies) each run of lanes of a value. */
export function collapse<T>(ev: Evaluator<T>, value: Value<T>, terms: Terms<T>, op: string, e: Expr): Value<T> {
  const { A } = ev;
  const wide = (x: T): T => (A.width(x) === 1 && terms.inner.frame.width !== 1 ? A.gather(x, new Int32Array(terms.inner.frame.width)) : x);
  const column = (x: T): T => (op === "sum" ? A.segmentSum(wide(x), terms.starts) : A.segmentProduct(wide(x), terms.starts));
  if (value.kind === "matrix") {
    if (op !== "sum") throw new NotUnderstood("product/matrices", "a product of matrices over an index", e.span);
    return { ...value, items: value.items.map(column) };
  }
  return scalar(column(ev.number(value, e)));
}

function bounded<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const op = e.op.startsWith("sum") ? "sum" : "prod";
  const from = boundary(ev, e.args[1]);
  const to = boundary(ev, e.args[2]);
  if (to.some((x) => x === Number.POSITIVE_INFINITY) || from.some((x) => x === Number.NEGATIVE_INFINITY)) return infiniteSum(ev, e, op, from, to);
  // a lane without a value for its bounds has an empty sum that is then undefined
  const undefinedLane = from.map((x, j) => (Number.isFinite(x) && Number.isFinite(to[j]) ? 0 : 1));
  if (undefinedLane.every((u) => u === 1)) throw new NotUnderstood("sum/bounds", "the bounds of this sum are undefined", e.span);
  const terms = expand(
    ev,
    String(e.data?.bound),
    from.map((x, j) => (undefinedLane[j] ? 1 : x)),
    to.map((x, j) => (undefinedLane[j] ? 0 : x)),
    e,
  );
  const total = terms.inner.frame.width === 0 ? emptyValue(ev, op) : collapse(ev, terms.inner.evaluate(e.args[0]), terms, op, e);
  if (!undefinedLane.some((u) => u === 1) || total.kind !== "scalar") return total;
  return scalar(ev.A.select(ev.A.numbers(Float64Array.from(undefinedLane)), ev.A.number(Number.NaN), total.x));
}

const emptyValue = <T>(ev: Evaluator<T>, op: string): Value<T> => scalar(ev.A.numbers(new Float64Array(ev.frame.width).fill(op === "sum" ? 0 : 1)));

/** Without bounds: over what the document says the index runs. */
function over<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const op = e.op.startsWith("sum") ? "sum" : "prod";
  const bound = String(e.data?.bound);
  const range = ev.model.range(bound, e.args[0]);
  if (!range) throw new NotUnderstood("sum/no-range", `over which values of ${bound} this runs is not said`, e.span);
  if (range.kind === "integers") {
    const expr = (x: Expr | number) => (typeof x === "number" ? number(x) : x);
    return bounded({ ...e, op, args: [e.args[0], expr(range.from), expr(range.to)] }, ev);
  }
  if (range.kind === "values") return listed(e, ev, op, bound, range.values);
  if (range.kind === "continuous") {
    if (op === "prod") throw new NotUnderstood("product/continuous", `a product over the continuous variable ${bound}`, e.span);
    return integrateContinuous(ev, e.args[0], bound, range.from, range.to, e);
  }
  return overElements(e, ev, op, bound, range.space, range.size);
}

function overElements<T>(e: Expr, ev: Evaluator<T>, op: string, bound: string, space: string, size: number): Value<T> {
  const width = ev.frame.width;
  const map = repeated(width, size);
  const starts = indices(width + 1, (j) => j * size);
  const index = column(width * size, (k) => k % size);
  const inner = ev.widen(map).with(bound, { kind: "element", space, index });
  return collapse(ev, inner.evaluate(e.args[0]), { starts, inner }, op, e);
}

/** A condition on the index: `\sum_{k \ge 1}`, `\sum_{j \ne i}`, `\sum_{i \in \{1,2\}}`. */
function where<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const op = e.op.startsWith("sum") ? "sum" : "prod";
  const bound = String(e.data?.bound);
  const condition = e.args[1];
  const [left, right] = condition.args;
  if (condition.args.length === 2 && left.op === "symbol" && left.name === bound) {
    if (condition.name === ">=") return bounded({ ...e, op, args: [e.args[0], right, symbol("\\infty")] }, ev);
    if (condition.name === ">") return bounded({ ...e, op, args: [e.args[0], node("add", [right, number(1)], right.span), symbol("\\infty")] }, ev);
    if (condition.name === "∈" && right.op === "tuple" && right.data?.open === "{") return listed(e, ev, op, bound, right.args);
    if (condition.name === "∈") return over({ ...e, op: `${op}-over`, args: [e.args[0]] }, ev);
    const range = ev.model.range(bound, e.args[0]);
    if (range?.kind === "integers" || range?.kind === "values" || range?.kind === "elements")
      return over({ ...e, op: `${op}-over`, args: [node("where", [e.args[0], condition, number(op === "sum" ? 0 : 1)], e.span)] }, ev);
  }
  throw new NotUnderstood("sum/condition", "this condition on the index is not understood", condition.span);
}

function listed<T>(e: Expr, ev: Evaluator<T>, op: string, bound: string, items: readonly Expr[]): Value<T> {
  const values = items.map((item) => ev.with(bound, ev.evaluate(item)).evaluate(e.args[0]));
  return values.reduce((a, b) => (op === "sum" ? addValues(ev, a, b, e) : multiplyValues(ev, a, b, e)));
}

const sumLatex = (e: Expr, print: (e: Expr, power?: number) => string): string => {
  const sign = e.op.startsWith("sum") ? "\\sum" : "\\prod";
  const body = print(e.args[0], POWER.mul);
  if (e.op.endsWith("-over")) return `${sign}_{${e.name}} ${body}`;
  if (e.op.endsWith("-where")) return `${sign}_{${print(e.args[1])}} ${body}`;
  if (e.op.endsWith("-from")) return `${sign}_{${e.name} = ${print(e.args[1])}} ${body}`;
  return `${sign}_{${e.name} = ${print(e.args[1])}}^{${print(e.args[2])}} ${body}`;
};
const printed = { power: POWER.add + 1, latex: sumLatex };
const ops = (of: unknown) => Object.fromEntries(["sum", "prod"].map((op) => [op, of]));
const suffixed = (suffix: string, of: unknown) => Object.fromEntries(["sum", "prod"].map((op) => [op + suffix, of]));

export const sums: Construct = {
  name: "sums and products over an index",
  prefix: { "\\sum": overIndex("sum"), "\\prod": overIndex("prod"), "∑": overIndex("sum") },
  meanings: {
    ...(ops(bounded) as Construct["meanings"]),
    ...(suffixed("-over", over) as Construct["meanings"]),
    ...(suffixed("-where", where) as Construct["meanings"]),
    ...(suffixed("-from", (e: Expr) => {
      throw new NotUnderstood("sum/no-range", "this sum has no upper bound", e.span);
    }) as Construct["meanings"]),
    where: (e, ev) => {
      const value = ev.evaluate(e.args[0]);
      const [condition, other] = [ev.scalar(e.args[1]), ev.scalar(e.args[2])];
      if (value.kind === "matrix") return { ...value, items: value.items.map((x) => ev.A.select(condition, x, other)) };
      return scalar(ev.A.select(condition, ev.number(value, e.args[0]), other));
    },
  },
  print: {
    ...(ops(printed) as Construct["print"]),
    ...(suffixed("-over", printed) as Construct["print"]),
    ...(suffixed("-where", printed) as Construct["print"]),
    ...(suffixed("-from", printed) as Construct["print"]),
    where: { power: POWER.mul, latex: (e, print) => `${print(e.args[0], POWER.mul)} \\, \\mathbf{1}_{${print(e.args[1])}}` },
  },
  examples: [
    { latex: "\\sum_{k=1}^n k = \\frac{n(n+1)}{2}", verdict: "holds" },
    { latex: "\\sum_{k=1}^n k = \\frac{n(n-1)}{2}", verdict: "fails" },
    { latex: "\\sum_{k=0}^\\infty \\frac{1}{2^k} = 2", verdict: "holds" },
    { latex: "\\prod_{k=1}^n k = n!", verdict: "holds" },
    { latex: "\\sum_k \\binom{n}{k} = 2^n", verdict: "holds" },
    { latex: "\\sum_{k \\le m} \\binom{r}{k} (-1)^k = (-1)^m \\binom{r - 1}{m}", verdict: "holds" },
    { latex: "\\sum_{k \\le m} \\binom{n + k}{k} = \\binom{n + m}{m}", verdict: "fails" },
    { latex: "\\sum_{1 \\le i < j \\le n} 1 = \\frac{n(n-1)}{2}", verdict: "holds" },
    { latex: "\\sum_{1 \\le i < j \\le n} 1 = \\frac{n(n+1)}{2}", verdict: "fails" },
    { latex: "\\sum_{1 \\le i, j \\le 3} i j = 36", verdict: "holds" },
    { latex: "\\sum_{\\substack{k=0 \\\\ k \\equiv 1 \\bmod 3}}^{12} k = 22", verdict: "holds" },
    { latex: "\\sum_{k=0}^{2n} \\mathbf{1}\\{k \\equiv 1 \\pmod 2\\} = n", verdict: "holds" },
    { latex: "\\sum_{k=0}^{2n} \\mathbf{1}\\{k \\equiv 0 \\pmod{2}\\} = n", verdict: "fails" },
    { latex: "\\sum_{\\substack{k=1 \\\\ k \\ne 3}}^5 k = 12", verdict: "holds" },
    { latex: "\\prod_{\\substack{1 \\le k \\le 5 \\\\ k \\ne 3}} k = 40", verdict: "holds" },
    { latex: "\\sum_{d \\mid 12} d = 28", verdict: "holds" },
    { latex: "\\sum_{d | 12} d = 27", verdict: "fails" },
    { latex: "\\sum_{i=1}^n \\sum_{j=1}^n a_i b_j = \\left(\\sum_{i=1}^n a_i\\right) \\left(\\sum_{j=1}^n b_j\\right)", verdict: "holds" },
  ],
};
