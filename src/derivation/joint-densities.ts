/** Expectations, variances and covariances of two random names with a joint density that the document gives, f(x, y) = x + y on [0, 1]², as iterated integrals. */
import type { Reading } from "../expression/parser";
import { type Expr, node, number, rewrite, same, some, symbol } from "../expression/tree";
import { parseOperand } from "./chains";
import type { Item, ItemGroup } from "./items";

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
    if (!params || !DENSITY.test(item.link.statement.prose)) return [];
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

type Ranges = Pick<Joint, "outer" | "inner">;

/** [a, b]², [a, b] × [c, d]. */
function boxOf(e: Expr, [x, y]: readonly string[]): Ranges | undefined {
  const sides = e.op === "pow" && e.args[1].name === "2" ? [e.args[0], e.args[0]] : e.op === "mul" ? e.args : [];
  if (sides.length !== 2 || !sides.every((s) => s.op === "tuple" && s.args.length === 2 && s.data?.open !== "{")) return undefined;
  const range = (name: string, { args: [low, high] }: Expr): Range => ({ name, low, high });
  return { outer: range(x, sides[0]), inner: range(y, sides[1]) };
}

/** 0 ≤ y ≤ x ≤ 1, 0 < x < 1 and 0 < y < 1: what bounds each of the two, not more than once. */
function chainOf(items: readonly Item[], names: readonly string[]): Ranges | undefined {
  const orders = items.filter((i) => /^<=?$/.test(i.relation));
  const isName = (e: Expr, name: string): boolean => e.op === "symbol" && e.name === name;
  const rangeOf = (name: string): Range | undefined => {
    const [low, high] = [orders.filter((o) => isName(o.right, name)), orders.filter((o) => isName(o.left, name))];
    return low.length === 1 && high.length === 1 ? { name, low: low[0].left, high: high[0].right } : undefined;
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
export function overJointDensity(item: Item, joints: readonly Joint[], facts: readonly Item[], text: string): { left: Expr; right: Expr } | undefined {
  const joint = joints.filter((j) => j.at < item.order).pop();
  if (!joint) return undefined;
  const capitals = joint.params.map((p) => p.toUpperCase());
  const isNew = facts.some((f) => f.order > joint.at && f.order < item.order && (f.relation === "∼" || f.fact) && capitals.includes(f.left.name ?? ""));
  if (isNew || !joint.params.every((p) => /^[a-z]$/.test(p))) return undefined;
  const put = (e: Expr): Expr => rewrite(e, (n) => (n.op === "statistic" ? (ofStatistic(n, joint, capitals) ?? n) : n));
  const [left, right] = [put(item.left), put(item.right)];
  if (left === item.left && right === item.right) return undefined;
  return ANOTHER.test(text.slice(joint.body.span.to, item.link.left.from)) ? undefined : { left, right };
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
  if (back.length > 0) return n.name === "expectation" && back.length === 1 ? given(front[0], back[0], joint, capitals) : undefined;
  if (n.name === "expectation" && front.length === 1) return mean(front[0]);
  const [a, b] = n.name === "variance" ? [front[0], front[0]] : front;
  if (!/^(variance|covariance)$/.test(n.name ?? "") || (n.name === "covariance" && front.length !== 2)) return undefined;
  return node("add", [mean(node("mul", [a, b], n.span)), node("neg", [node("mul", [mean(a), mean(b)], n.span)], n.span)], n.span);
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
