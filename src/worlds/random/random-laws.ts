/** Expectations and probabilities of one random name with a named law, as sums and integrals over its density. */

import { type Law, placed } from "../../derivation/random/random";
import { formula } from "../../derivation/reading/formula";
import { endsOf } from "../../distributions/family";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { eventOfName } from "./event-roots";

/** The variable that stands for the random name: one that the body has not got. */
const variableFor = (body: Expr): string => `\u0003x${"x".repeat(levels(body))}`;
const levels = (e: Expr): number => Math.max(/^\u0003x+$/.test(e.name ?? "") ? (e.name?.length ?? 0) - 1 : 0, ...e.args.map(levels));

/** E[body] as a sum or an integral; `isName` tells the random name from other symbols. */
export function lawExpectation(body: Expr, law: Law, isName: (e: Expr) => boolean): Expr {
  const [low, high] = ends(law);
  return over(body, law, low, high, isName);
}

/** P(event) where the event is an interval or a value of the name itself. */
export function lawProbability(written: Expr, law: Law, isName: (e: Expr) => boolean): Expr {
  // of whole numbers the ends would have to be whole, too
  const { event, outside } = law.family.discrete ? { event: written, outside: false } : eventOfName(written, isName);
  const inside = lawPart([event], number(1), law, isName, false);
  return outside ? node("add", [number(1), node("neg", [inside], written.span)], written.span) : inside;
}

/**
 * E[body; events]: the part of an expectation in which the name lies in an interval or has a value. With `density`, a value of a name with a density counts
 * with that density; else it has no part.
 */
export function lawPart(events: readonly Expr[], body: Expr, law: Law, isName: (e: Expr) => boolean, density: boolean): Expr {
  const [event] = events;
  const bounds = boundsOf(
    events.reduce((a, b) => node("and", [a, b], a.span)),
    isName,
  );
  if (!bounds || [bounds.low, bounds.high, bounds.equal].some((e) => e && some(e, isName)))
    throw new NotUnderstood("event/unknown", "this event is not understood", event.span);
  const [least, most] = ends(law);
  const { discrete } = law.family;
  if (bounds.equal) {
    const { equal } = bounds;
    if (!discrete && !density) return number(0, event.span);
    const there = rewrite(body, (n) => (isName(n) ? equal : n));
    return there.op === "number" && there.name === "1"
      ? placedDensity(law, equal)
      : node("mul", [there, placedDensity(law, equal)], event.span, undefined, { style: "cdot" });
  }
  const shift = (e: Expr, by: number): Expr => node("add", [e, number(by)], e.span);
  const low = bounds.low && (discrete && bounds.openLow ? shift(bounds.low, 1) : bounds.low);
  const high = bounds.high && (discrete && bounds.openHigh ? node("add", [bounds.high, node("neg", [number(1)], event.span)], event.span) : bounds.high);
  // beyond the ends of the range nothing is added
  const from = low ? (isInfinite(least) ? low : call("max", low, least)) : least;
  const to = high ? (isInfinite(most) ? high : call("min", high, most)) : most;
  return (body.op === "number" && body.name === "1" && between(law, low && from, high && to)) || over(body, law, from, to, isName);
}

/** The probability of an interval by the distribution function; an end that is left out is that of the range. */
function between(law: Law, from: Expr | undefined, to: Expr | undefined): Expr | undefined {
  const { cumulative, parameters } = law.family;
  if (!cumulative) return undefined;
  const at = (x: Expr): Expr => placed(formula(cumulative), [...parameters, "x"], [...law.args, x]);
  const above = to ? at(to) : number(1);
  return from ? node("add", [above, node("neg", [at(from)], from.span)], from.span) : above;
}

const call = (name: string, a: Expr, b: Expr): Expr => node("call", [a, b], a.span, name);
const isInfinite = (e: Expr): boolean => some(e, (n) => n.name === "\\infty");

function over(body: Expr, law: Law, from: Expr, to: Expr, isName: (e: Expr) => boolean): Expr {
  const x = variableFor(node("list", [body, ...law.args, from, to], body.span));
  const density = placedDensity(law, symbol(x));
  const there = rewrite(body, (n) => (isName(n) ? symbol(x, n.span) : n));
  const inside = node("mul", [there, density], body.span, undefined, { style: "cdot" });
  return node(law.family.discrete ? "sum" : "integral", [inside, from, to], body.span, x, { bound: x });
}

const ends = (law: Law): [Expr, Expr] => endsOf(law.family).map((latex) => placed(formula(latex), law.family.parameters, law.args)) as [Expr, Expr];

const placedDensity = (law: Law, at: Expr): Expr => placed(formula(law.family.density), [...law.family.parameters, "x"], [...law.args, at]);

interface EventBounds {
  readonly low?: Expr;
  readonly high?: Expr;
  readonly openLow?: boolean;
  readonly openHigh?: boolean;
  readonly equal?: Expr;
}

const FLIP: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=" };

/** The bounds that an event sets on the name: X = k, X ≤ a, a < X < b, |X| > … not. */
function boundsOf(e: Expr, isName: (e: Expr) => boolean): EventBounds | undefined {
  if (e.op === "and") {
    const [a, b] = e.args.map((x) => boundsOf(x, isName));
    if (
      !a ||
      !b ||
      a.equal ||
      b.equal ||
      (a.low && b.low && (a.openLow ?? false) !== (b.openLow ?? false)) ||
      (a.high && b.high && (a.openHigh ?? false) !== (b.openHigh ?? false))
    )
      return undefined;
    const low = a.low && b.low ? call("max", a.low, b.low) : (a.low ?? b.low);
    const high = a.high && b.high ? call("min", a.high, b.high) : (a.high ?? b.high);
    return { ...a, ...b, ...(low ? { low } : {}), ...(high ? { high } : {}) };
  }
  if (e.op !== "relation") return undefined;
  const flipped = !isName(e.args[0]);
  if (flipped && !isName(e.args[1])) return undefined;
  const sign = flipped ? FLIP[e.name ?? ""] : e.name;
  const at = e.args[flipped ? 0 : 1];
  if (sign === "=") return { equal: at };
  if (sign === "<" || sign === "<=") return { high: at, ...(sign === "<" ? { openHigh: true } : {}) };
  if (sign === ">" || sign === ">=") return { low: at, ...(sign === ">" ? { openLow: true } : {}) };
  return undefined;
}
