/** Expectations, variances and covariances of two random names with a joint density that the document gives, f(x, y) = x + y on [0, 1]², as iterated integrals. */

import type { Reading } from "../../expression/parser";
import { type Expr, node, number, rewrite, same, some, symbol } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import { conjuncts, rowsNotZero } from "../reading/case-rows";
import { parseOperand } from "../reading/chains";
import { sentenceBehind } from "../words/sentence-behind";

/** A joint density with the ends of its variables; those of the inner one may speak of the outer one. */
export interface Joint {
  readonly params: readonly string[];
  readonly body: Expr;
  readonly outer: Range;
  readonly inner: Range;
  readonly at: number;
}
interface Range {
  readonly name: string;
  readonly low: Expr;
  readonly high: Expr;
}

const DENSITY = /\b(densit(y|ies)|pdf|p\.d\.f\.?|uniform\w*)\b/i;
const ON = /^[\s,]*(on|over|in)(\s+the)?(\s+(unit)?\s*(square|rectangle))?\s*$/i;

/** The joint densities of a document in two variables of which the region is said. */
export function jointDensities(groups: readonly ItemGroup[], reading: Reading): Joint[] {
  return groups.flatMap(({ items, line }, at): Joint[] => {
    const [item] = items;
    const params = item && parametersOf(item);
    if (!params || !(DENSITY.test(item.link.statement.prose) || /\bjoint (?:probability )?(?:densit|pdf)/i.test(sentenceBehind(groups, at)))) return [];
    const cut = cutOff(item.right, params);
    if (cut) return [{ params, ...cut, at: item.order }];
    const isNear = (g: ItemGroup): boolean => g.line.block.paragraph === line.block.paragraph;
    const [before, near] = [groups.slice(Math.max(0, at - 2), at).filter(isNear), groups.slice(at + 1, at + 4).filter(isNear)];
    const alone = near[0]?.line.alone && ON.test(near[0].line.prose) ? parseOperand(near[0].line.alone, reading) : undefined;
    const behind = [...items.slice(1), ...near.flatMap((g) => g.items)];
    const ranges = (alone && boxOf(alone, params)) ?? chainOf(behind, params) ?? chainOf([...before.flatMap((g) => g.items), ...behind], params);
    return ranges ? [{ params, body: item.right, ...ranges, at: item.order }] : [];
  });
}

/** The variables of f(x, y) = …, a formula or a constant. */
function parametersOf({ left, right, relation, fact, link }: Item): readonly string[] | undefined {
  if (fact?.kind === "definition") return !fact.indexed && fact.params.length === 2 && fact.split === 2 ? fact.params : undefined;
  const isPlain = left.op === "apply" && left.args.length === 2 && left.args.every((a) => a.op === "symbol") && left.data?.bound !== "|";
  return relation === "=" && link.index === 0 && isPlain && right.op === "number" ? left.args.map((a) => a.name ?? "") : undefined;
}

/** A formula that is meant in a region and is zero everywhere else. */
function cutOff(body: Expr, params: readonly string[]): (Ranges & { readonly body: Expr }) | undefined {
  if (body.op !== "cases") return undefined;
  const told = rowsNotZero(body);
  if (told.length !== 1 || told[0].condition.op === "otherwise") return undefined;
  const all = conjuncts(told[0].condition);
  const ranges = all.every((c) => c.op === "relation" && /^<=?$/.test(c.name ?? ""))
    ? chainOf(
        all.map((c) => ({ relation: c.name ?? "", left: c.args[0], right: c.args[1] })),
        params,
      )
    : undefined;
  return ranges && { ...ranges, body: told[0].value };
}

type Ranges = Pick<Joint, "outer" | "inner">;

/** [a, b]², [a, b] × [c, d]. */
function boxOf(e: Expr, [x, y]: readonly string[]): Ranges | undefined {
  const sides = e.op === "pow" && e.args[1].name === "2" ? [e.args[0], e.args[0]] : e.op === "mul" ? e.args : [];
  if (sides.length !== 2 || !sides.every((s) => s.op === "tuple" && s.args.length === 2 && s.data?.open !== "{")) return undefined;
  const range = (name: string, { args: [low, high] }: Expr): Range => ({ name, low, high });
  return { outer: range(x, sides[0]), inner: range(y, sides[1]) };
}

/** 0 ≤ y ≤ x ≤ 1, 0 < x < 1 and 0 < y < 1: what bounds each of the two, not more than once. */
function chainOf(items: readonly Pick<Item, "relation" | "left" | "right">[], names: readonly string[]): Ranges | undefined {
  const orders = items.flatMap(({ left, right, relation }) =>
    /^<=?$/.test(relation) ? [{ left, right }] : /^>=?$/.test(relation) ? [{ left: right, right: left }] : [],
  );
  const isName = (e: Expr, name: string): boolean => e.op === "symbol" && e.name === name;
  const rangeOf = (name: string): Range | undefined => {
    const [low, high] = [orders.filter((o) => isName(o.right, name)), orders.filter((o) => isName(o.left, name))];
    return low.length === 1 && high.length < 2 ? { name, low: low[0].left, high: high[0]?.right ?? symbol("\\infty") } : undefined;
  };
  const [a, b] = names.map(rangeOf);
  if (!a || !b) return undefined;
  const speaks = (r: Range, name: string): boolean => [r.low, r.high].some((e) => isName(e, name));
  // the one that is bounded by the other is inside; the other runs as far as the chain
  if (speaks(a, b.name) && speaks(b, a.name))
    return isName(a.high, b.name) ? { inner: a, outer: { ...b, low: a.low } } : { inner: b, outer: { ...a, low: b.low } };
  return speaks(a, b.name) ? { inner: a, outer: b } : { inner: b, outer: a };
}

/** Words behind a density after which it need not be meant any more. */
const ANOTHER = /\b(instead|independen\w*|another|other|different|suppose|assume|now let|let now|consider)\b/i;

/**
 * The sides with expectations of the two names of a joint density as integrals; undefined where there is none, where the words since speak of something
 * else, or where a name has been given something else.
 */
export function overJointDensity(
  item: Item,
  joints: readonly Joint[],
  facts: readonly Item[],
  text: string,
): { left: Expr; right: Expr; joint: Joint } | undefined {
  const joint = joints.filter((j) => j.at < item.order).pop();
  if (!joint) return undefined;
  const capitals = joint.params.map((p) => p.toUpperCase());
  const isOutcome = (f: Item): boolean => f.right.op === "symbol" && f.right.name === f.left.name?.toLowerCase();
  const isNew = facts.some(
    (f) => f.order > joint.at && f.order < item.order && (f.relation === "∼" || f.fact) && capitals.includes(f.left.name ?? "") && !isOutcome(f),
  );
  if (isNew || !joint.params.every((p) => /^[a-z]$/.test(p))) return undefined;
  const put = (e: Expr): Expr =>
    rewrite(e, (n) => (n.op === "statistic" ? (ofStatistic(n, joint, capitals) ?? n) : n === item.left ? (marginal(n, joint, capitals) ?? n) : n));
  const [left, right] = [put(item.left), put(item.right)];
  if (left === item.left && right === item.right) return undefined;
  return ANOTHER.test(text.slice(joint.body.span.to, item.link.left.from)) ? undefined : { left, right, joint };
}

function ofStatistic(written: Expr, joint: Joint, capitals: readonly string[]): Expr | undefined {
  // "XY" beside a figure is read as one name
  const isBoth = (e: Expr): boolean => e.op === "symbol" && [capitals.join(""), [...capitals].reverse().join("")].includes(e.name ?? "");
  const product = (e: Expr): Expr => node("mul", [symbol(e.name?.[0] ?? "", e.span), symbol(e.name?.[1] ?? "", e.span)], e.span);
  const n = rewrite(written, (e) => (isBoth(e) ? product(e) : e));
  const speaks = (e: Expr): boolean => some(e, (x) => x.op === "symbol" && capitals.includes(x.name ?? ""));
  const isOther = (x: Expr): boolean => x.op === "symbol" && /^[A-Z]$/.test(x.name ?? "") && !capitals.includes(x.name ?? "");
  const split = Number(n.data?.split ?? n.args.length);
  const [front, back] = [n.args.slice(0, split), n.args.slice(split)];
  if (n.data?.under || !front.every(speaks) || front.some((e) => some(e, isOther))) return undefined;
  const mean = (e: Expr): Expr => average(e, joint, capitals);
  if (n.name === "probability") return back.length === 0 ? probability(front, joint, capitals, n) : undefined;
  if (back.length > 0) return n.name === "expectation" && back.length === 1 ? given(front[0], back[0], joint, capitals) : undefined;
  if (n.name === "expectation" && front.length === 1) return mean(front[0]);
  const [a, b] = n.name === "variance" ? [front[0], front[0]] : front;
  if (!/^(variance|covariance)$/.test(n.name ?? "") || (n.name === "covariance" && front.length !== 2)) return undefined;
  return node("add", [mean(node("mul", [a, b], n.span)), node("neg", [node("mul", [mean(a), mean(b)], n.span)], n.span)], n.span);
}

/** The region with what linear events leave of it, X < Y, X + Y ≤ 1; undefined where an event is another one. */
function within(joint: Joint, events: readonly Expr[]): Joint | undefined {
  let found: Joint | undefined = joint;
  for (const e of events.flatMap((x) => (x.op === "and" ? x.args : [x]))) {
    if (!found || e.op !== "relation" || !/^[<>]=?$/.test(e.name ?? "")) return undefined;
    const { inner, outer } = found as Joint;
    const difference = node("add", [e.args[0], node("neg", [e.args[1]], e.span)], e.span);
    const isInner = some(difference, (n) => n.op === "symbol" && n.name === inner.name);
    const cut: Range | undefined = isInner ? cutRange(inner, difference, /^</.test(e.name ?? "")) : cutRange(outer, difference, /^</.test(e.name ?? ""));
    found = cut && { ...found, ...(isInner ? { inner: cut } : { outer: cut }) };
  }
  return found;
}

/** What is left of a range where a difference that is linear in its variable is below zero, or above; never less than nothing. */
function cutRange(range: Range, difference: Expr, below: boolean): Range | undefined {
  const parts = linearIn(difference, range.name);
  if (!parts || parts.slope === 0) return undefined;
  const { span } = difference;
  const root = node("div", [node("neg", [node("add", [number(0, span), ...parts.rest], span)], span), numeral(parts.slope, span)], span);
  const isInfinite = (e: Expr): boolean => some(e, (n) => n.name === "\\infty");
  const call = (name: string, a: Expr, b: Expr): Expr => (isInfinite(a) ? b : isInfinite(b) ? a : node("call", [a, b], span, name));
  return below === parts.slope > 0
    ? { ...range, high: call("max", range.low, call("min", range.high, root)) }
    : { ...range, low: call("min", range.high, call("max", range.low, root)) };
}

const numeral = (x: number, span: Expr["span"]): Expr => (x < 0 ? node("neg", [number(-x, span)], span) : number(x, span));

/** a x + the rest, with a number a. */
function linearIn(e: Expr, name: string): { slope: number; rest: readonly Expr[] } | undefined {
  const speaks = (x: Expr): boolean => some(x, (n) => n.op === "symbol" && n.name === name);
  if (!speaks(e)) return { slope: 0, rest: [e] };
  if (e.op === "symbol") return { slope: 1, rest: [] };
  if (e.op === "neg" || e.op === "add") {
    const parts = e.args.map((a) => linearIn(a, name));
    if (parts.some((p) => p === undefined)) return undefined;
    const sign = e.op === "neg" ? -1 : 1;
    const all = parts as { slope: number; rest: readonly Expr[] }[];
    return {
      slope: sign * all.reduce((sum, p) => sum + p.slope, 0),
      rest: all.flatMap((p) => p.rest).map((r) => (sign < 0 ? node("neg", [r], r.span) : r)),
    };
  }
  const [factor, of] = e.op === "mul" && e.args.length === 2 ? (e.args[0].op === "number" ? e.args : [e.args[1], e.args[0]]) : [];
  return factor?.op === "number" && of?.op === "symbol" ? { slope: Number(factor.name), rest: [] } : undefined;
}

/** P(X < Y): the density over what the event leaves of the region. */
function probability(events: readonly Expr[], joint: Joint, capitals: readonly string[], { span }: Expr): Expr | undefined {
  const region = within(
    joint,
    events.map((e) => small(e, capitals)),
  );
  return region && average(number(1, span), region, capitals);
}

/** f_X(x), f_{Y|X}(y | x) of the names of the joint density, at its variables. */
function marginal(n: Expr, joint: Joint, capitals: readonly string[]): Expr | undefined {
  const [, front, back] = /^[fp]_\{?([A-Z])(?:\W+([A-Z]))?\}?$/.exec(n.name ?? "") ?? [];
  const isAt = (e: Expr | undefined, capital: string | undefined): boolean => e?.op === "symbol" && e.name === capital?.toLowerCase();
  if (front === undefined || n.data?.order || ![front, ...(back ? [back] : [])].every((c) => capitals.includes(c)) || front === back) return undefined;
  if (back === undefined) return n.args.length === 1 && isAt(n.args[0], front) ? density(front, joint, capitals) : undefined;
  const given = n.args.length === 2 && isAt(n.args[0], front) && isAt(n.args[1], back) ? density(back, joint, capitals) : undefined;
  return given && node("div", [joint.body, given], n.span);
}

/** The density of one of the two names: the other is averaged over where the region has it. */
function density(capital: string, joint: Joint, capitals: readonly string[]): Expr | undefined {
  const range = capitals[joint.params.indexOf(joint.outer.name)] === capital ? joint.inner : acrossOf(joint);
  if (!range) return undefined;
  // a letter of its own, beside a formula that speaks of the variable
  const name = `${range.name}'`;
  const body = rewrite(joint.body, (n) => (n.op === "symbol" && n.name === range.name ? symbol(name, n.span) : n));
  return over(body, { ...range, name });
}

/** What the outer variable runs over at a value of the inner one. */
function acrossOf({ inner, outer }: Joint): Range | undefined {
  const isOuter = (e: Expr): boolean => same(e, symbol(outer.name));
  const speaks = (e: Expr): boolean => some(e, isOuter);
  const own = symbol(inner.name);
  if (isOuter(inner.high) && !speaks(inner.low)) return { ...outer, low: own };
  if (isOuter(inner.low) && !speaks(inner.high)) return { ...outer, high: own };
  return speaks(inner.low) || speaks(inner.high) ? undefined : outer;
}

const small = (e: Expr, capitals: readonly string[]): Expr =>
  rewrite(e, (n) => (n.op === "symbol" && capitals.includes(n.name ?? "") ? symbol((n.name ?? "").toLowerCase(), n.span) : n));
const over = (body: Expr, { name, low, high }: Range): Expr => node("integral", [body, low, high], body.span, name, { bound: name });
const weighted = (e: Expr, { body }: Joint): Expr => node("mul", [e, body], e.span, undefined, { style: "cdot" });

const average = (e: Expr, joint: Joint, capitals: readonly string[]): Expr => over(over(weighted(small(e, capitals), joint), joint.inner), joint.outer);

/** E[g | X = x] where X is the outer variable, or both have ends of their own. */
function given(e: Expr, condition: Expr, joint: Joint, capitals: readonly string[]): Expr | undefined {
  const [name, value] = condition.op === "relation" && condition.name === "=" ? condition.args : [];
  if (name?.op !== "symbol" || value?.op !== "symbol" || !capitals.includes(name.name ?? "") || value.name !== name.name?.toLowerCase()) return undefined;
  const isFree = [joint.inner.low, joint.inner.high].every((x) => !same(x, symbol(joint.outer.name)));
  const along = joint.outer.name === value.name ? joint.inner : isFree ? joint.outer : undefined;
  return along && node("div", [over(weighted(small(e, capitals), joint), along), over(weighted(number(1, e.span), joint), along)], e.span);
}
