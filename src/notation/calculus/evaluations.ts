/** The meaning of evaluation bars, entries of matrices, and names bound to a value. */

import type { Evaluator } from "../../expression/evaluator";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, rewrite, some } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { asVector } from "../arithmetic/products";
import { addValues, negate } from "../arithmetic/sums-of-terms";
import type { Construct } from "../construct";
import { evaluationVariable } from "./evaluation-variable";
import { limitLanes } from "./extrapolation";

/** An expression whose bars of evaluation say which name they bind. */
export function withBarVariables(e: Expr): Expr {
  if (!some(e, (n) => n.op === "evaluated")) return e;
  return rewrite(e, (n) => {
    if (n.op !== "evaluated" || n.args[1]?.op === "tuple" || n.args[1]?.op === "list") return n;
    const named = n.args[1]?.op === "relation" ? n.args[1].args[0].name : undefined;
    const bound = named ?? boundIn(n) ?? evaluationVariable(n.args[0], n.args.slice(1));
    return bound ? { ...n, data: { ...n.data, bound } } : n;
  });
}

/** What it was read to bind, where that still stands in it. */
const boundIn = ({ args: [body], data }: Expr): string | undefined =>
  typeof data?.bound === "string" && data.bound !== "" && hasSymbol(body, data.bound) ? data.bound : undefined;

/** The variable of a bar without one: the only free letter of the expression, or the letter of a preceding integral. */
function variable(e: Expr): string {
  const name = boundIn(e) ?? evaluationVariable(e.args[0], e.args.slice(1));
  if (!name) throw new NotUnderstood("bar/variable", "in which variable this is evaluated is not said", e.span);
  return name;
}

function at<T>(e: Expr, ev: Evaluator<T>, point: Expr): Value<T> {
  const named = point.op === "relation" && point.name === "=" && point.args[0].op === "symbol";
  const name = named ? (point.args[0].name as string) : (variable(e) as string);
  const place = ev.evaluate(named ? point.args[1] : point);
  if (place.kind !== "scalar") return ev.with(name, place).evaluate(e.args[0]);
  const to = ev.lanes(place.x);
  if (to.every((x) => Math.abs(x) === Number.POSITIVE_INFINITY)) return scalar(limitLanes(ev, e.args[0], name, place.x, 0, e));
  const value = ev.with(name, place).evaluate(e.args[0]);
  // an antiderivative such as x ln x at 0 has its limit there
  if (value.kind === "scalar" && e.data?.above && e.data.below && ev.lanes(value.x).every(Number.isNaN))
    return scalar(limitLanes(ev, e.args[0], name, place.x, 0, e));
  return value;
}

/** Several conditions `x=1, y=2` at once. */
function atAll<T>(e: Expr, ev: Evaluator<T>, point: Expr): Value<T> {
  if (point.op !== "tuple" && point.op !== "list") return at(e, ev, point);
  let inner = ev;
  for (const part of point.args) {
    if (part.op !== "relation" || part.args[0].op !== "symbol") throw new NotUnderstood("bar/point", "the point of this evaluation", point.span);
    inner = inner.with(part.args[0].name as string, ev.evaluate(part.args[1]));
  }
  return inner.evaluate(e.args[0]);
}

function evaluated<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  if (e.data?.below && e.data.above) {
    const lower = e.args[1].op === "relation" ? e.args[1] : e.args[1];
    const name = lower.op === "relation" ? lower.args[0].name : undefined;
    const upper = name && e.args[2].op !== "relation" ? { ...lower, args: [lower.args[0], e.args[2]] } : e.args[2];
    return addValues(ev, at(e, ev, upper), negate(ev, at(e, ev, lower), e), e);
  }
  return atAll(e, ev, e.args[1]);
}

function entry<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const m = asVector(ev, ev.evaluate(e.args[0]), e);
  if (m.kind !== "matrix") throw new NotUnderstood("entry/not-a-matrix", "an entry of something that is not a matrix", e.span);
  const index = e.args.slice(1).map((a) => ev.lanes(ev.scalar(a)));
  const { A } = ev;
  // a row of a matrix has no number: [A]_i says nothing unless A is a vector
  if (index.length === 1 && m.rows > 1 && m.cols > 1) throw new NotUnderstood("entry/of-matrix", "an entry of a matrix with one index", e.span);
  const at = (lane: number) =>
    index.length === 1 ? index[0][lane] - 1 : index[1][lane] < 1 || index[1][lane] > m.cols ? -1 : (index[0][lane] - 1) * m.cols + index[1][lane] - 1;
  let result = A.number(Number.NaN);
  m.items.forEach((item, k) => {
    const here = Float64Array.from({ length: ev.frame.width }, (_, lane) => (at(lane) === k ? 1 : 0));
    result = A.select(A.numbers(here), item, result);
  });
  return scalar(result);
}

export const evaluations: Construct = {
  name: "evaluation at a point",
  meanings: {
    evaluated,
    entry,
    // a number of the whole world: evaluated once at the root, where no name bound here occurs in it
    "at-root": (e, ev) => {
      const bound = ev.frame.boundNames();
      const names = namesOf(e.args[0]);
      if ([...names.symbols].some((n) => bound.has(n))) return ev.evaluate(e.args[0]);
      const root = ev.frame.root;
      const kept = root.free.get(`at-root:${e.name}`);
      if (kept) return ev.fromRoot(kept);
      const value = ev.atRoot().call(new Map()).evaluate(e.args[0]);
      root.free.set(`at-root:${e.name}`, value);
      return ev.fromRoot(value);
    },
    bind: (e, ev) => ev.with(String(e.data?.bound), ev.evaluate(e.args[1])).evaluate(e.args[0]),
  },
  print: {
    bind: { power: 30, latex: (e, print) => `\\left. ${print(e.args[0])} \\right|_{${e.data?.bound} = ${print(e.args[1])}}` },
    evaluated: {
      power: 30,
      latex: (e, print) =>
        `\\left. ${print(e.args[0])} \\right|${e.data?.below ? `_{${print(e.args[1])}}` : ""}${e.data?.above ? `^{${print(e.args[e.args.length - 1])}}` : ""}`,
    },
    entry: {
      power: 50,
      latex: (e, print) =>
        `\\left[${print(e.args[0])}\\right]_{${e.args
          .slice(1)
          .map((a) => print(a))
          .join(",")}}`,
    },
  },
  examples: [
    { latex: "\\left. x^2 + x \\right|_0^2 = 6", verdict: "holds" },
    { latex: "\\int_0^1 \\ln x \\, dx = (x \\ln x - x) \\Big|_0^1", verdict: "holds" },
    { latex: "\\frac{x^2}{2} \\Big|_1^3 = 5", verdict: "fails" },
    { latex: "\\int_0^2 \\left. x y \\right|_{-x}^{3x} \\, dx = \\frac{32}{3}", verdict: "holds" },
    { latex: "\\int_0^2 \\left. x y \\right|_{-x}^{3x} \\, dx = 16", verdict: "fails" },
  ],
};
