/** Where an expression is largest or smallest, `\arg\max_x f(x)`: a number by a search over the line or an interval, a vector by the root of an affine gradient. */
import { column } from "../base/columns";
import type { Evaluator, Model } from "../expression/evaluator";
import { symbolName } from "../expression/names";
import { hasName, isSymbol } from "../expression/occurrences";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, failure, node, number, rewrite, some, symbol } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import type { Token } from "../latex/tokens";
import { affineRoot } from "./affine-root";
import type { Construct } from "./construct";
import { differentiate } from "./differentiation";
import { type Ends, placeOfExtreme } from "./extreme-values";
import { realRange } from "./real-ranges";
import { clauseTokens } from "./sum-index";

type Kind = "max" | "min";

const KINDS: Readonly<Record<string, Kind>> = { max: "max", min: "min", sup: "max", inf: "min" };
const SPACE = /^([,;:! ]|q?quad|limits|nolimits|displaystyle)$/;

const skipSpace = (p: Parser): void => {
  while (p.cursor.is("command") && SPACE.test(p.cursor.peek()?.text ?? "")) p.cursor.next();
};

/** `\arg\max_x f`, `\arg\,\min_{x > 0} f`. */
const arg: Prefix = (p) => {
  const start = p.cursor.position - 1;
  skipSpace(p);
  const next = p.cursor.peek();
  const kind = next?.kind === "command" ? KINDS[next.text] : undefined;
  if (!kind) return undefined;
  p.cursor.next();
  return below(p, kind, start);
};

const kindOf = (word: string): Kind | undefined => {
  const found = /^(?:\\?(?:operatorname|mathrm|text|mathop|textrm)\*?\{?)?\\?arg[\\,;:! ~]*(max|min)\}*$/.exec(word);
  return found ? (found[1] as Kind) : undefined;
};

/** `\operatorname{argmax}_x f`, `\operatorname*{arg\,max}_x f`. */
const word: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const kind = kindOf(p.cursor.word());
  return kind && below(p, kind, start);
};

/** `\argmax_x f`, where it is a command of the author's. */
const command =
  (kind: Kind): Prefix =>
  (p) =>
    below(p, kind, p.cursor.position - 1);

/** `\underset{x}{\arg\max}\, f`. */
const under: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const place = p.cursor.here();
  const names = p.cursor.argument();
  const kind = kindOf(
    p.cursor
      .argument()
      .map((t) => (t.kind === "open" ? "{" : t.kind === "close" ? "}" : t.text))
      .join(""),
  );
  return kind && overNames(p, kind, names, place, start);
};

function below(p: Parser, kind: Kind, start: number): Expr | undefined {
  skipSpace(p);
  const place = p.cursor.here();
  return p.cursor.take("sub") ? overNames(p, kind, p.cursor.argument(), place, start) : undefined;
}

/** x of "x", "x > 0", "0 \\le x \\le 1", "x \\in S". */
function variedBy(clause: Expr): Expr {
  if (clause.op === "and") return clause.args[0].args[1] ?? clause;
  return clause.op === "relation" ? clause.args[0] : clause;
}

/** "x \\in \\mathbb{R}^d". */
const isEverywhere = ({ op, name, args }: Expr): boolean =>
  op === "relation" && name === "∈" && args[1].op === "pow" && /^\\(math(bb|bf)\{?R\}?|R|Re|reals)$/.test(args[1].args[0].name ?? "");

/** The name that varies, with the conditions that stand below the sign. */
function overNames(p: Parser, kind: Kind, names: readonly Token[], place: Expr["span"], start: number): Expr {
  const clauses = clauseTokens(names).map((clause) => p.inner(clause, place));
  const varied = clauses.map(variedBy);
  skipSpace(p);
  if (varied.length === 0 || !varied.every(isName)) return failure(`over what this arg${kind} is taken was not understood`, p.cursor.since(start));
  const bound = varied.map((v) => (v.op === "pow" ? `${v.args[0].name}^2` : symbolName(v)));
  p.bound.push(...bound);
  // unlike a value, a place is not added to what follows
  const body = p.expression(POWER.add - 1);
  p.bound.splice(p.bound.length - bound.length, bound.length);
  const several = bound.length > 1;
  const span = p.cursor.since(start);
  return clauses.reduceRight((inner, clause, i) => {
    const condition = several || clause === varied[i] || isEverywhere(clause) ? [] : [clause];
    return node("optimizer", [ofSquare(inner, varied[i], bound[i]), ...condition], span, bound[i], { bound: bound[i], kind, several });
  }, body);
}

/** x, σ², β_0. */
const isName = (e: Expr): boolean =>
  e.op === "symbol" ||
  (e.op === "indexed" && e.args.every((a) => a.op === "number")) ||
  (e.op === "pow" && e.args[0].op === "symbol" && e.args[1].name === "2");

/** A body in which σ is the root of the variable σ². */
function ofSquare(body: Expr, varied: Expr, name: string): Expr {
  if (varied.op !== "pow") return body;
  const half = node("div", [number(1, body.span), number(2, body.span)], body.span);
  return rewrite(body, (n) => (isSymbol(n, varied.args[0].name) ? node("pow", [symbol(name, n.span), half], n.span) : n));
}

/** Whether a body speaks of a name through a function or a distribution that no formula gives. */
export const isOfUnknown = (body: Expr, name: string, { model }: { readonly model: Model }): boolean =>
  some(body, (n) => ((n.op === "apply" && model.formula?.(n.name ?? "") === undefined) || n.op === "statistic") && hasName(n, name));

function optimizer<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const [body, condition] = e.args;
  const name = e.name ?? "";
  const unclear = (why: string): never => {
    throw new NotUnderstood("optimizer/unknown", why, e.span);
  };
  if (ev.A.complex || ev.A.name !== "double") return unclear("where an expression is largest, in this arithmetic");
  if (e.data?.several) return unclear("where an expression of several names is largest");
  if (!hasName(body, name)) return unclear(`the expression does not speak of ${name}`);
  if (isOfUnknown(body, name, ev)) return unclear(`where a function of ${name} is largest that is not known`);
  const shape = ev.model.shape?.(name);
  const sign = e.data?.kind === "max" ? 1 : -1;
  if (shape && shape.rows * shape.cols > 1) return condition ? unclear("a vector under conditions") : ofVector(body, name, sign, e, ev);
  const range = condition ? realRange(name, [condition]) : undefined;
  if (condition && (!range || range.whole || range.conditions.length > 0)) return unclear("the set over which it is taken is no interval");
  const ends = range
    ? { low: ev.lanes(ev.scalar(range.low)), high: ev.lanes(ev.scalar(range.high)), open: { low: range.openLow, high: range.openHigh } }
    : { low: lane(ev, Number.NEGATIVE_INFINITY), high: lane(ev, Number.POSITIVE_INFINITY), open: { low: true, high: true } };
  const found = placeOfExtreme({ ...e, args: [body] }, ev, ends, sign);
  return scalar(refined(ev, body, name, attained(ev, body, name, found, ends), e));
}

/** A place at an end of an interval is one only where there is a value. */
function attained<T>(ev: Evaluator<T>, body: Expr, name: string, found: Float64Array, { low, high }: Ends): Float64Array {
  const end = found.map((x, i) => {
    const near = (to: number): boolean => Number.isFinite(to) && Math.abs(x - to) <= NEAR * Math.max(1, Math.abs(to));
    return near(low[i]) ? low[i] : near(high[i]) ? high[i] : x;
  });
  const values = (x: Float64Array): Float64Array => ev.lanes(ev.with(name, scalar(ev.A.numbers(x))).scalar(body));
  const [at, mirrored] = [values(end), values(end.map((x) => -x))];
  // of two that are each other's mirror image the positive one is meant
  const isMirrored = (i: number): boolean => end[i] < 0 && -end[i] <= high[i] && Math.abs(at[i] - mirrored[i]) <= 1e-12 * Math.abs(at[i]);
  return end.map((x, i) => (Number.isFinite(at[i]) ? (isMirrored(i) ? -x : x) : Number.NaN));
}
const NEAR = 1e-8;

/** The largest or smallest value on the line, or of a vector: the value at its place. */
export function bestValue<T>(kind: Kind, body: Expr, name: string, ev: Evaluator<T>, e: Expr): Value<T> {
  const place = optimizer(node("optimizer", [body], e.span, name, { bound: name, kind }), ev);
  return ev.with(name, place).evaluate(body);
}

const lane = <T>(ev: Evaluator<T>, x: number): Float64Array => column(ev.frame.width, () => x);

/** Half the width of the stretch about a place that is found by values alone, in parts of its size. */
const ABOUT = 1e-5;
const STEPS = 60;
/** What a value may change by at its ends, in parts of it. */
const STEEP = 0.02;
/** How far off the places are: roots of a derivative, and others. */
const CLOSE = 1e-13;
const ROUGH = 1e-10;

/** Closer to the place, by the sign of the derivative; where that does not change there, the place stays. */
function refined<T>(ev: Evaluator<T>, body: Expr, name: string, found: Float64Array, e: Expr): T {
  const { A } = ev;
  const slope = (x: Float64Array): T => ev.number(differentiate(ev.with(name, scalar(A.numbers(x))), body, symbol(name, e.span), e), e);
  const signs = (x: Float64Array): Float64Array => ev.lanes(slope(x));
  const about = found.map((x) => ABOUT * Math.max(1, Math.abs(x)));
  const sides = [found.map((x, i) => x - about[i]), found.map((x, i) => x + about[i])];
  let [low, high] = sides;
  const values = (x: Float64Array): Float64Array => ev.lanes(ev.with(name, scalar(A.numbers(x))).scalar(body));
  // a value that runs away is not attained
  const settled = (x: Float64Array): Float64Array => {
    const [at, ...beside] = [x, ...sides].map(values);
    const far = (v: number, i: number): boolean => Math.abs(v - at[i]) > STEEP * Math.max(1, Math.abs(at[i]));
    return x.map((place, i) => (Number.isFinite(at[i]) && !beside.some((v) => far(v[i], i)) ? place : Number.NaN));
  };
  const [first, last] = [signs(low), signs(high)];
  const crosses = found.map((_, i) => (first[i] * last[i] < 0 ? 1 : 0));
  for (let step = 0; step < STEPS && crosses.includes(1); step++) {
    const middle = low.map((x, i) => (x + high[i]) / 2);
    const at = signs(middle);
    [low, high] = [low.map((x, i) => (at[i] * first[i] > 0 ? middle[i] : x)), high.map((x, i) => (at[i] * first[i] > 0 ? x : middle[i]))];
  }
  const places = A.numbers(settled(found.map((x, i) => (crosses[i] ? (low[i] + high[i]) / 2 : x))));
  return A.linear(places, (values, errors) => ({
    values: Float64Array.from(values),
    errors: Float64Array.from(errors, (error, i) => error + (crosses[i] ? CLOSE : ROUGH) * Math.max(1e-3, Math.abs(values[i]))),
  }));
}

/** The root of the gradient, where it is affine and the values about it are all on one side. */
function ofVector<T>(body: Expr, name: string, sign: number, e: Expr, ev: Evaluator<T>): Value<T> {
  const gradient = node("derivative", [body, symbol(name, e.span)], e.span);
  const root = affineRoot(node("affine-root", [gradient], e.span, name, { bound: name }), ev);
  if (root.kind !== "matrix") return root;
  const { A } = ev;
  const value = (entries: readonly T[]): Float64Array => ev.lanes(ev.with(name, { ...root, items: entries }).scalar(body));
  const there = value(root.items);
  const isBest = column(ev.frame.width, () => 1);
  root.items.forEach((_, k) => {
    for (const step of [-1, 1]) {
      const beside = value(root.items.map((x, i) => (i === k ? A.add(x, A.number(step)) : x)));
      beside.forEach((v, i) => {
        if (!(sign * (there[i] - v) > 0)) isBest[i] = Number.NaN;
      });
    }
  });
  return { ...root, items: root.items.map((x) => A.mul(x, A.numbers(isBest))) };
}

/** The body with σ in place of the root of σ². */
const asWritten = ({ args: [body], name = "" }: Expr): Expr =>
  name.endsWith("^2") ? rewrite(body, (n) => (n.op === "pow" && isSymbol(n.args[0], name) ? symbol(name.slice(0, -2), n.span) : n)) : body;

export const optimizers: Construct = {
  name: "where an expression is largest or smallest",
  prefix: {
    "\\arg": arg,
    "\\argmax": command("max"),
    "\\argmin": command("min"),
    "\\underset": under,
    ...Object.fromEntries(["operatorname", "operatorname*", "mathrm", "text", "mathop"].map((f) => [`\\${f}`, word])),
  },
  meanings: { optimizer },
  print: {
    optimizer: {
      power: POWER.add + 1,
      latex: (e, print) => `\\arg\\${e.data?.kind}_{${e.args[1] ? print(e.args[1]) : e.name}} ${print(asWritten(e), POWER.mul)}`,
    },
  },
  examples: [
    { latex: "1 + \\arg\\max_t (6t - t^2) = 4", verdict: "holds" },
    { latex: "1 + \\arg\\max_t (6t - t^2) = 7", verdict: "fails" },
    { latex: "2\\operatorname{argmin}_{u} \\left( (u - a)^2 + (u - b)^2 \\right) = a + b", verdict: "holds" },
    { latex: "2\\operatorname*{arg\\,min}_{u} \\left( (u - a)^2 + (u - b)^2 \\right) = a - b", verdict: "fails" },
    { latex: "\\underset{x \\ge 0}{\\arg\\max}\\; x e^{-x/2} = 2", verdict: "holds" },
    { latex: "1 + \\arg\\max_{0 \\le x \\le 3} x^2 = 4", verdict: "holds" },
    { latex: "1 + \\arg\\max_{x} x^2 = 4", verdict: "unchecked" },
    { latex: "2\\arg\\max_{s^2} \\left( -\\ln s^2 - \\frac{3}{s^2} \\right) = 6", verdict: "holds" },
    { latex: "2\\arg\\max_{s^2} \\left( -\\ln s^2 - \\frac{3}{s^2} \\right) = 3", verdict: "fails" },
  ],
};
