/** How many elements a set has: `\#\{1, 2, 3\}`, `|\{n : 1 \le n \le 10\}|` of listed numbers and of whole numbers under conditions. */
import type { Evaluator } from "../../expression/evaluator";
import { POWER, type Prefix } from "../../expression/parser";
import { type Expr, node, number } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Construct } from "../construct";
import { planIndex } from "../series/sum-index";

/** The sum of ones over a set of whole numbers by conditions; undefined where they do not bound its names. */
function counted(set: Expr): Expr | undefined {
  const member = set.args[0].op === "relation" && set.args[0].name === "∈" ? set.args[0] : undefined;
  const element = member ? member.args[0] : set.args[0];
  const names = element.op === "tuple" ? element.args : [element];
  const plan = planIndex(member ? [member, ...set.args.slice(1)] : set.args.slice(1), undefined, []);
  if (!plan || !names.every((n) => n.op === "symbol") || plan.indices.length !== names.length) return undefined;
  if (!plan.indices.every((i) => /^[a-z]$/.test(i.name) && ((i.from && i.to) || (i.set && isListed(i.set))) && names.some((n) => n.name === i.name)))
    return undefined;
  const inner = plan.conditions.reduceRight<Expr>((e, c) => node("where", [e, c, number(0)], set.span), number(1, set.span));
  return plan.indices.reduceRight((e, { name, from, to, set: over }) => {
    const data = { bound: name };
    return from && to
      ? node("sum", [e, from, to], set.span, name, data)
      : node("sum-where", [e, node("relation", [node("symbol", [], set.span, name), over as Expr], set.span, "∈")], set.span, name, data);
  }, inner);
}

const isListed = (e: Expr): boolean => (e.op === "tuple" && e.data?.open === "{") || (e.data?.bracket === "{" && e.op !== "relation");

/** How many different values a list has, in every lane. */
function distinct<T>(items: readonly Expr[], ev: Evaluator<T>): T {
  const lanes = items.map((item) => ev.lanes(ev.scalar(item)));
  const count = Float64Array.from({ length: ev.frame.width }, (_, lane) => new Set(lanes.map((x) => x[lane])).size);
  return ev.A.numbers(count);
}

/** The number of elements of a set, or of one that the document defines. */
export function cardinality<T>(set: Expr, ev: Evaluator<T>, e: Expr): Value<T> {
  const meaning = set.op === "symbol" ? (ev.model.meaning?.(set.name ?? "") ?? set) : set;
  if (isListed(meaning)) {
    const items = meaning.op === "tuple" ? meaning.args : [meaning];
    if (!items.every((i) => i.op !== "ellipsis" && i.op !== "tuple")) throw new NotUnderstood("set/unknown", "the elements of this set", e.span);
    return scalar(distinct(items, ev));
  }
  const sum = meaning.op === "set-of" ? counted(meaning) : undefined;
  if (!sum) throw new NotUnderstood("set/unknown", "how many elements this set has", e.span);
  return ev.evaluate(sum);
}

/** Whether bars around it count its elements. */
export const isSet = (e: Expr): boolean => isListed(e) || e.op === "set-of";

const count: Prefix = (p) => {
  const start = p.cursor.position - 1;
  if (!p.startsFactor()) return undefined;
  const set = p.expression(POWER.juxtaposed);
  return node("cardinality", [set], p.cursor.since(start));
};

export const cardinalities: Construct = {
  name: "cardinalities",
  prefix: { "\\#": count, "\\card": count },
  meanings: { cardinality: (e, ev) => cardinality(e.args[0], ev, e) },
  print: { cardinality: { power: POWER.juxtaposed, latex: (e, print) => `\\# ${print(e.args[0], 99)}` } },
  examples: [
    { latex: "\\#\\{1, 2, 3\\} = 3", verdict: "holds" },
    { latex: "\\#\\{1, 2, 2\\} = 3", verdict: "fails" },
    { latex: "|\\{n : 1 \\le n \\le 10\\}| = 10", verdict: "holds" },
    { latex: "\\#\\{(m, n) : 1 \\le m < n \\le 4\\} = 6", verdict: "holds" },
    { latex: "\\#\\{(m, n) : 1 \\le m < n \\le 4\\} = 16", verdict: "fails" },
  ],
};
