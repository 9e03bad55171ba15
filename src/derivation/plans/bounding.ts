/** A step with terms anywhere below, above or between the bounds that are said of them: what holds then follows from the bounds. */
import { type Expr, node, number, some, symbol, walk } from "../../expression/tree";
import type { Condition } from "../facts/facts";
import type { Item } from "../facts/items";
import { isNonNegative, type SaidBound } from "../words/bounds-said";
import { keyOf, replaceTerm } from "./terms";

/** A step in which bounded terms stand free within their bounds. */
export interface BoundedStep {
  readonly item: Item;
  /** The same with every bound that may be met met: a strict order must hold there, too. */
  readonly tight?: Item;
  readonly used: readonly Item[];
  readonly conditions: readonly Condition[];
}

/** What a term may be at most and at least. */
interface Range {
  readonly term: Expr;
  readonly above?: SaidBound;
  readonly below?: SaidBound;
}

/** A step speaks of at most so many of them. */
const MOST = 4;

/** The step with all bounded terms that it has in their ranges; undefined where it has none, or where it only says a bound again. */
export function boundedStep(item: Item, bounds: readonly SaidBound[]): BoundedStep | undefined {
  const ranges = rangesIn(item, bounds);
  let { left, right } = item;
  let tight = { left, right };
  const conditions: Condition[] = [];
  const taken: Range[] = [];
  let met = false;
  for (const [i, range] of ranges.entries()) {
    const { above, below, term } = range;
    const letters = above?.letters ?? below?.letters ?? new Set();
    // f(c) of f(c) - ε < f(x) < f(c) + ε stays what it is
    const own = [above, below].flatMap((b) => (b ? partsOf(b.bound) : []));
    const isOwn = (b: ReadonlyMap<string, Expr>): boolean => b.size > 0 && own.includes(keyOf(placed(term, b)));
    const within = (e: Expr): Expr =>
      replaceTerm(e, term, letters, (b) => (isOwn(b) ? undefined : valueWithin(range, i, (x) => placed(x, b), [...b.values()], conditions))) ?? e;
    const [l, r] = [within(left), within(right)];
    if (l === left && r === right) continue;
    if (taken.length === MOST) return undefined;
    taken.push(range);
    // a bound that is met, where it may be
    const ends = above && !above.strict ? above : below && !below.strict ? below : undefined;
    const at = (e: Expr): Expr => (ends ? (replaceTerm(e, term, letters, (b) => (isOwn(b) ? undefined : placed(ends.bound, b))) ?? e) : within(e));
    tight = { left: at(tight.left), right: at(tight.right) };
    if (ends) met = true;
    [left, right] = [l, r];
  }
  if (taken.length === 0) return undefined;
  const used = taken.flatMap(({ above, below }) => [above, below].flatMap((b) => (b ? [b.fact] : [])));
  return { item: { ...item, left, right }, ...(met ? { tight: { ...item, ...tight } } : {}), used: [...new Set(used)], conditions };
}

/** The terms of the step that have bounds, the nearest bound on either side. */
function rangesIn(item: Item, bounds: readonly SaidBound[]): Range[] {
  const found = new Map<string, Range>();
  const sides = [keyOf(item.left), keyOf(item.right)];
  for (const b of bounds) {
    // what is said again follows from nothing
    if (!b.again && sides.includes(keyOf(b.term)) && sides.includes(keyOf(b.bound))) continue;
    const key = keyOf(b.term);
    const before = found.get(key);
    if (before && (b.above ? before.above : before.below)) continue;
    if (![item.left, item.right].some((e) => replaceTerm(e, b.term, b.letters, (at) => placed(b.bound, at)) !== undefined)) continue;
    found.set(key, { term: b.term, ...before, ...(b.above ? { above: b } : { below: b }) });
  }
  // the larger terms first: what stands inside one of them is no longer there
  return [...found.values()].sort((a, b) => keyOf(b.term).length - keyOf(a.term).length);
}

/** The keys of all parts of an expression. */
function partsOf(e: Expr): string[] {
  const found: string[] = [];
  walk(e, (n) => void found.push(keyOf(n)));
  return found;
}

const placed = (e: Expr, bindings: ReadonlyMap<string, Expr>): Expr => {
  const go = (n: Expr): Expr => (n.op === "symbol" && bindings.get(n.name ?? "")) || (n.args.length > 0 ? { ...n, args: n.args.map(go) } : n);
  return bindings.size > 0 ? go(e) : e;
};

/** A free value in the range: a number, or a function of what letters stand for. */
function valueWithin({ term, above, below }: Range, i: number, put: (e: Expr) => Expr, at: readonly Expr[], conditions: Condition[]): Expr {
  const { span } = term;
  const low = below ? put(below.bound) : isNonNegative(term) ? number(0, span) : undefined;
  const high = above && put(above.bound);
  const add = (a: Expr, b: Expr): Expr => node("add", [a, b], span);
  const times = (a: Expr, b: Expr): Expr => node("mul", [a, b], span);
  if (low && high) {
    // as a difference it is asked of names that a formula defines, too
    const isZero = low.op === "number" && Number(low.name) === 0;
    if (!some(high, (n) => at.includes(n))) conditions.push(condition(node("relation", [number(0, span), add(high, node("neg", [low], span))], span, "<=")));
    const share = free(i, at, span, conditions, true);
    return isZero ? times(high, share) : add(low, times(add(high, node("neg", [low], span)), share));
  }
  const slack = free(i, at, span, conditions, false);
  return high ? add(high, node("neg", [slack], span)) : add(low as Expr, slack);
}

/** A share between zero and one, or a positive number. */
function free(i: number, at: readonly Expr[], span: Expr["span"], conditions: Condition[], share: boolean): Expr {
  const name = `\u0003${i}`;
  if (at.length === 0) {
    const s = symbol(name, span);
    conditions.push(condition(node("relation", [s, number(0, span)], span, ">")));
    if (share) conditions.push(condition(node("relation", [s, number(1, span)], span, "<")));
    return s;
  }
  const value = node("apply", at, span, name, { split: at.length, indices: 0, order: false, bracket: "(", bound: "" });
  const square = node("pow", [value, number(2, span)], span);
  return share ? node("div", [number(1, span), node("add", [number(1, span), square], span)], span) : square;
}

const condition = (relation: Expr): Condition => ({ kind: "condition", relation, span: relation.span, text: "" });
