/** Maxima and minima: of listed values, over an index, over the values of a finite variable. */
import type { Evaluator } from "../expression/evaluator";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, failure, node, number, symbol } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import type { Construct } from "./construct";
import { FUNCTION_NAMES, readCall } from "./functions";
import { type Index, planIndex, readClauses } from "./sum-index";
import { expand } from "./sums";

type Kind = "max" | "min";

/** `\max(a, b)`, `\max\{a, b\}`, `\max_{1 \le k \le n} f(k)`. */
const reader =
  (kind: Kind): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    if (p.cursor.take("sub")) return overIndex(p, kind, start);
    const next = p.cursor.peek();
    if (next?.kind === "command" && /^(\{|lbrace)$/.test(next.text)) return ofSet(p, kind, start);
    return next?.kind === "symbol" && /^[([]$/.test(next.text) ? readCall(p, kind, start) : failure(`\\${kind} of what is not listed`, p.cursor.since(start));
  };

/** A listed set, `\max\{a, b\}`. */
function ofSet(p: Parser, kind: Kind, start: number): Expr {
  const set = p.expression(POWER.juxtaposed);
  const listed = set.op === "tuple" || (set.data?.bracket !== undefined && set.op !== "relation");
  return listed
    ? node("call", set.op === "tuple" ? set.args : [set], p.cursor.since(start), kind, { based: false })
    : failure(`the ${kind} of a set that is not listed`, p.cursor.since(start));
}

function overIndex(p: Parser, kind: Kind, start: number): Expr {
  const below = readClauses(p);
  const around = [...p.bound];
  const plan = planIndex(below.op === "list" ? below.args : [below], undefined, around, p.reading.pairs === "other");
  const names = plan?.indices.map((i) => i.name) ?? [];
  p.bound.push(...names);
  const body = p.expression(POWER.mul - 1);
  p.bound.splice(p.bound.length - names.length, names.length);
  const span = p.cursor.since(start);
  if (!plan || plan.conditions.length > 0) return failure(`over what this ${kind} is taken was not understood`, span);
  return plan.indices.reduceRight((e, index) => wrapped(kind, e, index, span), body);
}

function wrapped(kind: Kind, body: Expr, { name, from, to, set }: Index, span: Expr["span"]): Expr {
  const data = { bound: name };
  if (set) return node(`${kind}-in`, [body, set], span, name, data);
  return from && to ? node(`${kind}-from`, [body, from, to], span, name, data) : node(`${kind}-over`, [body], span, name, data);
}

const kindOf = (e: Expr): Kind => (e.op.startsWith("max") ? "max" : "min");

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
function extremeOfRuns<T>({ A }: Evaluator<T>, kind: Kind, x: T, starts: Int32Array): T {
  const runs = starts.length - 1;
  const pick = (k: number): T =>
    A.gather(
      x,
      Int32Array.from({ length: runs }, (_, j) => Math.min(starts[j] + k, starts[j + 1] - 1)),
    );
  const most = Math.max(...Array.from({ length: runs }, (_, j) => starts[j + 1] - starts[j]));
  let best = pick(0);
  for (let k = 1; k < most; k++) best = A.call2(kind, best, pick(k));
  return best;
}

/** Over what the document says the index runs. */
function over<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const bound = String(e.data?.bound);
  const range = ev.model.range(bound, e.args[0]);
  if (range?.kind === "integers") {
    const expr = (x: Expr | number) => (typeof x === "number" ? number(x) : x);
    return between({ ...e, args: [e.args[0], expr(range.from), expr(range.to)] }, ev);
  }
  if (range?.kind !== "elements") throw new NotUnderstood("extremum/set", `over which values of ${bound} this ${kindOf(e)} is taken is not said`, e.span);
  const { width } = ev.frame;
  const inner = ev.widen(Int32Array.from({ length: width * range.size }, (_, k) => Math.floor(k / range.size)));
  const index = Float64Array.from({ length: width * range.size }, (_, k) => k % range.size);
  const body = inner.with(bound, { kind: "element", space: range.space, index }).scalar(e.args[0]);
  const starts = Int32Array.from({ length: width + 1 }, (_, j) => j * range.size);
  return scalar(extremeOfRuns(ev, kindOf(e), ev.A.width(body) === 1 ? ev.A.gather(body, new Int32Array(width * range.size)) : body, starts));
}

/** Over a listed set. */
function inSet<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const set = e.args[1];
  if (set.op !== "tuple" || set.data?.open !== "{") throw new NotUnderstood("extremum/set", `the ${kindOf(e)} over a set that is not listed`, set.span);
  const bound = String(e.data?.bound);
  return scalar(set.args.map((item) => ev.with(bound, ev.evaluate(item)).scalar(e.args[0])).reduce((a, b) => ev.A.call2(kindOf(e), a, b)));
}

const KINDS: readonly Kind[] = ["max", "min"];
const each = <V>(suffix: string, value: V): Record<string, V> => Object.fromEntries(KINDS.map((kind) => [kind + suffix, value]));
const printer = (below: (e: Expr, print: (e: Expr) => string) => string) => ({
  power: POWER.add + 1,
  latex: (e: Expr, print: (e: Expr, power?: number) => string) => `\\${kindOf(e)}_{${below(e, print)}} ${print(e.args[0], POWER.mul)}`,
});

/** `\mathrm{max}` and `\operatorname{min}` in a font are the same signs. */
const named: Prefix = (p) => {
  const start = p.cursor.position;
  const name = p.cursor
    .argument()
    .map((t) => t.text)
    .join("");
  const kind = FUNCTION_NAMES[name];
  if ((kind === "max" || kind === "min") && p.cursor.is("sub")) return reader(kind)(p, p.cursor.tokens[start]);
  return undefined;
};

export const extrema: Construct = {
  name: "maxima and minima",
  prefix: { "\\max": reader("max"), "\\min": reader("min"), ...Object.fromEntries(["operatorname", "operatorname*", "mathrm"].map((f) => [`\\${f}`, named])) },
  meanings: { ...each("-from", between), ...each("-over", over), ...each("-in", inSet) } as Construct["meanings"],
  print: {
    ...each(
      "-from",
      printer((e, print) => `${print(e.args[1])} \\le ${print(symbol(e.name ?? ""))} \\le ${print(e.args[2])}`),
    ),
    ...each(
      "-over",
      printer((e) => e.name ?? ""),
    ),
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
    { latex: "1 + \\min_{k \\in \\{1, 2, 3\\}} (k - 2)^2 = 1", verdict: "holds" },
    { latex: "1 + \\max_{0 \\le x} x = 1", verdict: "unchecked" },
  ],
};
