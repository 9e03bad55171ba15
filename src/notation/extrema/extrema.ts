/** Maxima and minima, suprema and infima: of listed values, over an index, an interval, a set by a condition, the values of a finite variable. */
import { column, indices, repeated } from "../../base/columns";
import type { Evaluator } from "../../expression/evaluator";
import { namesOf } from "../../expression/names";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, NOWHERE, node, number, symbol } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { memberOf, type RealRange, realRange } from "../calculus/real-ranges";
import type { Construct } from "../construct";
import { readCall } from "../functions/function-calls";
import { FUNCTION_NAMES } from "../functions/function-table";
import { type Index, planIndex, readClauses } from "../series/sum-index";
import { expand } from "../series/sums";
import { bestValue, isIndexIn, isOfUnknown } from "./best-places";
import { EXTREMES, type Extreme, extremeNode, extremeOverReals } from "./extreme-values";

/** `\max(a, b)`, `\max\{a, b\}`, `\max_{1 \le k \le n} f(k)`, `\sup\{f(x) : x \in [0, 1]\}`, `\sup S`. */
const reader =
  (written: string): Prefix =>
  (p) => {
    const kind = EXTREMES[written];
    const start = p.cursor.position - 1;
    if (p.cursor.take("sub")) return overIndex(p, kind, start, written);
    const next = p.cursor.peek();
    if (next?.kind === "command" && /^(\{|lbrace)$/.test(next.text)) return ofSet(p, kind, start, written);
    if (next?.kind === "letter" && /^[A-Z]$/.test(next.text))
      return node(`${kind}-of`, [p.expression(POWER.juxtaposed)], p.cursor.since(start), undefined, { written });
    return next?.kind === "symbol" && /^[([]$/.test(next.text)
      ? readCall(p, kind, start)
      : failure(`\\${written} of what is not listed`, p.cursor.since(start));
  };

/** A listed set, `\max\{a, b\}`, or one by a condition. */
function ofSet(p: Parser, kind: Extreme, start: number, written: string): Expr {
  const set = p.expression(POWER.juxtaposed);
  if (set.op === "set-of")
    return ofValues(set, kind, p.cursor.since(start), written) ?? failure(`over what this ${written} is taken was not understood`, p.cursor.since(start));
  const listed = set.op === "tuple" || (set.data?.bracket !== undefined && set.op !== "relation");
  return listed
    ? node("call", set.op === "tuple" ? set.args : [set], p.cursor.since(start), kind, { based: false })
    : failure(`the ${written} of a set that is not listed`, p.cursor.since(start));
}

/** The extreme value of a set by conditions: over each name that they bound. */
function ofValues(set: Expr, kind: Extreme, span: Expr["span"], written: string): Expr | undefined {
  const member = set.args[0].op === "relation" && set.args[0].name === "∈" ? set.args[0] : undefined;
  const element = member ? member.args[0] : set.args[0];
  const clauses = member ? [member, ...set.args.slice(1)] : set.args.slice(1);
  const names = [...namesOf(element).symbols].filter((n) => clauses.some((c) => namesOf(c).symbols.has(n)));
  const bounded = names.flatMap((n) => realRange(n, clauses) ?? []);
  const free = bounded.length > 0 ? bounded : names.length === 1 && element.op === "symbol" ? [onTheLine(names[0], clauses)] : [];
  return nested(free, clauses, element, kind, span, written);
}

const onTheLine = (name: string, conditions: readonly Expr[]): RealRange => {
  const infinity = symbol("\\infty");
  return { name, low: node("neg", [infinity], infinity.span), high: infinity, openLow: true, openHigh: true, whole: false, conditions };
};

/** One range within the other; every condition has to be one that speaks of their names. */
function nested(ranges: readonly RealRange[], clauses: readonly Expr[], body: Expr, kind: Extreme, span: Expr["span"], written: string): Expr | undefined {
  if (ranges.length === 0 || ranges.length > 2) return undefined;
  const left = clauses.filter((c) => ranges.every((r) => r.conditions.includes(c)));
  const outside = (i: number) => ranges.slice(i).some((inner) => [ranges[i].low, ranges[i].high].some((e) => namesOf(e).symbols.has(inner.name)));
  if (ranges.some((_, i) => outside(i)) || left.some((c) => c.op !== "relation" && c.op !== "and" && c.op !== "or")) return undefined;
  return ranges.reduceRight((e, range, i) => extremeNode(kind, e, { ...range, conditions: i === ranges.length - 1 ? left : [] }, span, written), body);
}

function overIndex(p: Parser, kind: Extreme, start: number, written: string): Expr {
  const below = readClauses(p);
  const clauses = below.op === "list" ? below.args : [below];
  const around = [...p.bound];
  const plan = planIndex(clauses, undefined, around, p.reading.pairs === "other");
  const ranges = continuous(clauses, plan?.indices.map((i) => i.name) ?? []);
  const alone = !plan && !ranges && below.op === "symbol" ? (below.name ?? "") : undefined;
  const names = ranges?.map((r) => r.name) ?? plan?.indices.map((i) => i.name) ?? (alone ? [alone] : []);
  p.bound.push(...names);
  const body = p.expression(POWER.mul - 1);
  p.bound.splice(p.bound.length - names.length, names.length);
  const span = p.cursor.since(start);
  const real = ranges && nested(ranges, clauses, body, kind, span, written);
  if (real) return real;
  if (alone) return wrapped(kind, body, { name: alone }, span);
  if (!plan || plan.conditions.length > 0) return failure(`over what this ${written} is taken was not understood`, span);
  return plan.indices.reduceRight((e, index) => wrapped(kind, e, index, span), body);
}

/** Names that run over intervals, rays, or endlessly: not those over finitely many whole numbers. */
function continuous(clauses: readonly Expr[], names: readonly string[]): RealRange[] | undefined {
  const bounded = new Set(clauses.flatMap((c) => [...namesOf(c).symbols]));
  const ranges = (names.length > 0 ? names : [...bounded]).map((n) => realRange(n, clauses));
  if (ranges.length === 0 || ranges.some((r) => r === undefined)) return undefined;
  const real = ranges as RealRange[];
  const endless = (r: RealRange): boolean => r.high.op === "symbol" && r.high.name === "\\infty";
  return real.every((r) => !r.whole || endless(r)) ? real : undefined;
}

function wrapped(kind: Extreme, body: Expr, { name, from, to, set }: Index, span: Expr["span"]): Expr {
  const data = { bound: name };
  if (set) return node(`${kind}-in`, [body, set], span, name, data);
  return from && to ? node(`${kind}-from`, [body, from, to], span, name, data) : node(`${kind}-over`, [body], span, name, data);
}

const kindOf = (e: Expr): Extreme => (e.op.startsWith("max") ? "max" : "min");

/** Over the integers between two bounds. */
function between<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const [from, to] = e.args.slice(1).map((bound) => ev.lanes(ev.scalar(bound)));
  if (!to.every((x, i) => x >= from[i] && Number.isFinite(x)))
    throw new NotUnderstood("extremum/empty", `the ${kindOf(e)} of nothing, or of infinitely many values`, e.span);
  const { starts, inner } = expand(ev, String(e.data?.bound), from, to, e);
  const body = inner.scalar(e.args[0]);
  return scalar(extremeOfRuns(ev, kindOf(e), ev.A.width(body) === 1 ? ev.A.gather(body, new Int32Array(inner.frame.width)) : body, starts));
}

/** The largest (smallest) of each run of lanes. */
function extremeOfRuns<T>({ A }: Evaluator<T>, kind: Extreme, x: T, starts: Int32Array): T {
  const runs = starts.length - 1;
  const pick = (k: number): T =>
    A.gather(
      x,
      indices(runs, (j) => Math.min(starts[j] + k, starts[j + 1] - 1)),
    );
  const most = Math.max(...Array.from({ length: runs }, (_, j) => starts[j + 1] - starts[j]));
  let best = pick(0);
  for (let k = 1; k < most; k++) best = A.call2(kind, best, pick(k));
  return best;
}

/** Values of a name of which nothing is said, under a function of which nothing is known: what holds in any set holds in this one. */
const ANY = node(
  "tuple",
  [-1.75, -0.5, 0.25, 1.5, 2.25].map((x) => number(x)),
  NOWHERE,
  undefined,
  { open: "{" },
);

/** Over what the document says the index runs. */
function over<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const bound = String(e.data?.bound);
  const range = ev.model.range(bound, e.args[0]);
  if (range?.kind === "integers") {
    const expr = (x: Expr | number) => (typeof x === "number" ? number(x) : x);
    return between({ ...e, args: [e.args[0], expr(range.from), expr(range.to)] }, ev);
  }
  if (!range && !isIndexIn(e.args[0], bound) && isOfUnknown(e.args[0], bound, ev)) return inSet({ ...e, args: [e.args[0], ANY] }, ev);
  if (!range && !isIndexIn(e.args[0], bound)) return bestValue(kindOf(e), e.args[0], bound, ev, e);
  if (range?.kind !== "elements") throw new NotUnderstood("extremum/set", `over which values of ${bound} this ${kindOf(e)} is taken is not said`, e.span);
  const { width } = ev.frame;
  const inner = ev.widen(repeated(width, range.size));
  const index = column(width * range.size, (k) => k % range.size);
  const body = inner.with(bound, { kind: "element", space: range.space, index }).scalar(e.args[0]);
  const starts = indices(width + 1, (j) => j * range.size);
  return scalar(extremeOfRuns(ev, kindOf(e), ev.A.width(body) === 1 ? ev.A.gather(body, new Int32Array(width * range.size)) : body, starts));
}

/** Of a set that the document defines. */
function ofNamed<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const [set] = e.args;
  const meaning = set.op === "symbol" ? ev.model.meaning?.(set.name ?? "") : undefined;
  const interval = meaning && memberOf(meaning);
  const kind = kindOf(e);
  if (interval?.low && interval.high) return ev.evaluate(kind === "max" ? interval.high : interval.low);
  if (meaning?.op === "tuple" && meaning.data?.open === "{")
    return scalar(meaning.args.map((item) => ev.scalar(item)).reduce((a, b) => ev.A.call2(kind, a, b)));
  const values = meaning?.op === "set-of" ? ofValues(meaning, kind, e.span, String(e.data?.written)) : undefined;
  if (!values) throw new NotUnderstood("extremum/set", `the ${e.data?.written} of a set that is not known`, e.span);
  return ev.evaluate(values);
}

/** Over a listed set, or a set that the document defines. */
function inSet<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const set = e.args[1];
  if (set.op !== "tuple" || set.data?.open !== "{") throw new NotUnderstood("extremum/set", `the ${kindOf(e)} over a set that is not listed`, set.span);
  const bound = String(e.data?.bound);
  return scalar(set.args.map((item) => ev.with(bound, ev.evaluate(item)).scalar(e.args[0])).reduce((a, b) => ev.A.call2(kindOf(e), a, b)));
}

const KINDS: readonly Extreme[] = ["max", "min"];
const each = <V>(suffix: string, value: V): Record<string, V> => Object.fromEntries(KINDS.map((kind) => [kind + suffix, value]));
const printer = (below: (e: Expr, print: (e: Expr) => string) => string) => ({
  power: POWER.add + 1,
  latex: (e: Expr, print: (e: Expr, power?: number) => string) => `\\${kindOf(e)}_{${below(e, print)}} ${print(e.args[0], POWER.mul)}`,
});

/** `\mathrm{max}` and `\operatorname{min}` in a font are the same signs. */
const named: Prefix = (p) => {
  const start = p.cursor.position;
  const name = p.cursor.word();
  const kind = FUNCTION_NAMES[name];
  if ((kind === "max" || kind === "min") && p.cursor.is("sub")) return reader(kind)(p, p.cursor.tokens[start]);
  if (name === "sup" || name === "inf") return reader(name)(p, p.cursor.tokens[start]);
  return undefined;
};

export const extrema: Construct = {
  name: "maxima and minima",
  prefix: {
    ...Object.fromEntries(Object.keys(EXTREMES).map((name) => [`\\${name}`, reader(name)])),
    ...Object.fromEntries(["operatorname", "operatorname*", "mathrm"].map((f) => [`\\${f}`, named])),
  },
  meanings: {
    ...each("-from", between),
    ...each("-over", over),
    ...each("-in", inSet),
    ...each("-of", ofNamed),
    "max-reals": (e, ev) => extremeOverReals(e, ev, 1),
    "min-reals": (e, ev) => extremeOverReals(e, ev, -1),
  } as Construct["meanings"],
  print: {
    ...each(
      "-from",
      printer((e, print) => `${print(e.args[1])} \\le ${print(symbol(e.name ?? ""))} \\le ${print(e.args[2])}`),
    ),
    ...each(
      "-over",
      printer((e) => e.name ?? ""),
    ),
    ...each("-of", {
      power: POWER.add + 1,
      latex: (e: Expr, print: (e: Expr, power?: number) => string) => `\\${e.data?.written} ${print(e.args[0], POWER.mul)}`,
    }),
    ...each("-reals", {
      power: POWER.add + 1,
      latex: (e: Expr, print: (e: Expr, power?: number) => string) => {
        const [low, high] = [e.data?.openLow ? "<" : "\\le", e.data?.openHigh ? "<" : "\\le"];
        return `\\${e.data?.written}_{${print(e.args[1])} ${low} ${e.name} ${high} ${print(e.args[2])}} ${print(e.args[0], POWER.mul)}`;
      },
    }),
    ...each(
      "-in",
      printer((e, print) => `${e.name} \\in ${print(e.args[1])}`),
    ),
  },
  examples: [
    { latex: "1 + \\max(2, 3) = 4", verdict: "holds" },
    { latex: "a + b = \\max\\{a, b\\} + \\min\\{a, b\\}", verdict: "holds" },
    { latex: "\\max\\{a, b\\} = \\frac{a + b - |a - b|}{2}", verdict: "fails" },
    { latex: "2\\max_{1 \\le k \\le 4} k(5 - k) = 12", verdict: "holds" },
    { latex: "2\\max_{1 \\le k \\le 4} k(5 - k) = 8", verdict: "fails" },
    { latex: "1 + \\max_t (6t - t^2) = 10", verdict: "holds" },
    { latex: "1 + \\max_t (6t - t^2) = 9", verdict: "fails" },
    { latex: "1 + \\min_{k \\in \\{1, 2, 3\\}} (k - 2)^2 = 1", verdict: "holds" },
    { latex: "1 + \\max_{0 \\le x} x = 1", verdict: "unchecked" },
    { latex: "\\sup \\{x^2 : x \\in [-1, 3]\\} = 9", verdict: "holds" },
    { latex: "\\sup \\{x^2 : x \\in [-1, 3]\\} = 3", verdict: "fails" },
    { latex: "\\inf_{n \\ge 1} \\frac{n + 1}{n} = 1", verdict: "holds" },
    { latex: "\\sup \\{x \\in \\mathbb{R} : x^2 < 2\\} = \\sqrt{2}", verdict: "holds" },
    { latex: "\\min_{0 \\le t \\le 1} (t^2 - t) = -\\frac14", verdict: "holds" },
  ],
};
