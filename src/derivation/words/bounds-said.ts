/** What a document says terms are bounded by: |x_n - a| < δ/2, f(c) - ε < f(x) < f(c) + ε, z ∈ B(a, r), x ∈ [a - r, a + r]. */
import { namesOf } from "../../expression/names";
import { type Expr, node, same, some } from "../../expression/tree";
import type { Item } from "../facts/items";
import { keyOf } from "../plans/terms";

/** A term and a bound of it. */
export interface SaidBound {
  readonly term: Expr;
  readonly bound: Expr;
  /** The bound lies above the term. */
  readonly above: boolean;
  readonly strict: boolean;
  /** Letters for which it holds whatever they are. */
  readonly letters: ReadonlySet<string>;
  readonly fact: Item;
  /** It was supposed, in the course of the same argument: saying it again follows. */
  readonly again: boolean;
  /** It is said of the absolute value of the term. */
  readonly inner: boolean;
}

/** So many relations are looked at, nearest first. */
const MOST = 24;
const GENERAL = /\b(all|any|every|each|such|whenever|arbitrary)\b/i;

/** Where a proof begins: what stands before it may be what is to be shown. */
const PROOF = /\\begin\{proof\}|\bproof\b\s*[.:*]/i;

/** The bounds that relations before an item in its part set, taken together along chains. Of claims only those of the same proof count. */
export function boundsSaid(item: Item, items: readonly Item[], text: string): SaidBound[] {
  const inProof = (i: Item): boolean => !PROOF.test(text.slice(i.link.right.to, item.link.left.from));
  const before = items
    .filter((i) => i.order < item.order && i.scope === item.scope && i.link.statement !== item.link.statement && (isSaid(i) || inProof(i)))
    .slice(-MOST)
    .reverse();
  const isBound = anyLetter(item);
  return before.flatMap((i) => {
    // a given that is said again is given
    const again = item.role === "claim" && i.role === "given" && inProof(i);
    return [...relationsAt(i, items)].flatMap((r) => boundsOf(r, i, isBound, again));
  });
}

/** Letters that are any: variables of the step's integrals and sums, and those of a function or a sequence that the step has at such variables only. */
function anyLetter(item: Item): (letter: string, head: Expr) => boolean {
  const names = namesOf(item.left, item.right);
  const isBound = (n: string): boolean => names.bound.has(n) && !names.symbols.has(n);
  const varies = (n: Expr): boolean =>
    n.args.every((a) => a.op !== "symbol" || names.bound.has(a.name ?? "")) && n.args.some((a) => some(a, (x) => names.bound.has(x.name ?? "")));
  return (letter, head) => {
    if (isBound(letter)) return true;
    const all = (head.op === "indexed" ? names.indexed : names.applied).get(head.name ?? "") ?? [];
    return all.length > 0 && all.every(varies);
  };
}

const isSaid = (i: Item): boolean => /^(given|soft|defines)$/.test(i.role);

interface Order {
  readonly small: Expr;
  readonly large: Expr;
  readonly strict: boolean;
}

/** The relation of an item, and that of the beginning of its chain to its right side where all signs go one way. */
function* relationsAt(i: Item, items: readonly Item[]): Generator<Order> {
  if (i.relation === "∈") yield* ofMembership(i.left, i.right);
  const own = orderOf(i.left, i.right, i.relation);
  if (own) yield own;
  if (!i.link.continued && i.link.index === 0) return;
  const chain = items.filter((j) => j.link.statement === i.link.statement && j.order <= i.order);
  const signs = chain.map((j) => j.relation);
  const [first] = chain;
  const strict = signs.some((s) => s === "<" || s === ">");
  if (signs.every((s) => s === "=") || chain.length < 2) return;
  if (signs.every((s) => /^(=|<=?)$/.test(s))) yield { small: first.left, large: i.right, strict };
  else if (signs.every((s) => /^(=|>=?)$/.test(s))) yield { small: i.right, large: first.left, strict };
}

function orderOf(left: Expr, right: Expr, relation: string): Order | undefined {
  if (!/^[<>]=?$/.test(relation)) return undefined;
  const [small, large] = relation.startsWith("<") ? [left, right] : [right, left];
  return { small, large, strict: relation.length === 1 };
}

/** z ∈ B(a, r): nearer to a than r, by whatever distances are written; x ∈ [m - r, m + r]: |x - m| at most r. */
function* ofMembership(left: Expr, set: Expr): Generator<Order> {
  if (set.op === "apply" && set.args.length === 2 && /^(B|C|D|N|U|K|\\(bar|overline|mathcal|mathbb)\{[BCDNU]\})$/.test(set.name ?? "")) {
    const [centre, radius] = set.args;
    const strict = set.name === "B";
    const apart = difference(left, centre);
    for (const small of [node("absolute", [apart], left.span), node("norm", [apart], left.span), distance(left, centre), distance(centre, left)])
      yield { small, large: radius, strict };
  }
  if (set.op !== "tuple" || set.args.length !== 2 || !/^[[(]$/.test(String(set.data?.open ?? "("))) return;
  const [low, high] = set.args;
  yield { small: low, large: left, strict: false };
  yield { small: left, large: high, strict: false };
  const half = halfWidth(low, high);
  if (half) yield { small: node("absolute", [half.middle ? difference(left, half.middle) : left], left.span), large: half.radius, strict: false };
}

const difference = (a: Expr, b: Expr): Expr => node("add", [a, node("neg", [b], b.span)], a.span);
const distance = (a: Expr, b: Expr): Expr => node("apply", [a, b], a.span, "d", { split: 2, indices: 0, order: false, bracket: "(", bound: "" });

/** The middle and half the width of an interval that is written symmetrically; no middle where it is zero. */
function halfWidth(low: Expr, high: Expr): { middle?: Expr; radius: Expr } | undefined {
  if (low.op === "neg" && same(low.args[0], high)) return { radius: high };
  if (low.op !== "add" || high.op !== "add" || low.args.length !== 2 || high.args.length !== 2) return undefined;
  const [m, r] = high.args;
  const [n, s] = low.args;
  return same(m, n) && s.op === "neg" && same(s.args[0], r) ? { middle: m, radius: r } : undefined;
}

/** Both sides of an order as terms that the other side bounds; |x - y| also as |y - x|, and x - y between its bounds. */
function boundsOf({ small, large, strict }: Order, fact: Item, isBound: (letter: string, head: Expr) => boolean, again: boolean): SaidBound[] {
  const made = (term: Expr, bound: Expr, above: boolean, inner = false): SaidBound[] =>
    (inner || isTerm(term)) && keyOf(term) !== keyOf(bound)
      ? [{ term, bound, above, strict, letters: generalLetters(term, bound, fact, isBound), fact, again, inner }]
      : [];
  const direct = [...made(small, large, true), ...made(large, small, false)];
  const inside = small.args[0];
  if (!/^(absolute|norm)$/.test(small.op)) return direct;
  if (inside.op === "add") direct.push(...made({ ...small, args: [negative(inside)] }, large, true));
  if (small.op === "absolute") direct.push(...made(inside, large, true, true), ...made(inside, node("neg", [large], large.span), false, true));
  return direct;
}

/** A sum with all its signs turned. */
const negative = (e: Expr): Expr => ({ ...e, args: e.args.map((a) => (a.op === "neg" ? a.args[0] : node("neg", [a], a.span))) });

const isTerm = (e: Expr): boolean => /^(absolute|norm|apply|indexed|integral|antiderivative|sum|derivative)$/.test(e.op) && !isClosed(e);
const isClosed = (e: Expr): boolean => {
  const names = namesOf(e);
  return names.symbols.size + names.applied.size + names.indexed.size === 0;
};

/** The letters of which the words say that it holds for all of them, as arguments and indices of the term. */
function generalLetters(term: Expr, bound: Expr, fact: Item, isBound: (letter: string, head: Expr) => boolean): ReadonlySet<string> {
  const { statement } = fact.link;
  const words = `${statement.prose.slice(-120)} ${statement.lead} ${statement.trail} ${statement.after.slice(0, 60)}`;
  const letters: [string, Expr][] = [];
  some(term, (n) => {
    if (n.op === "apply" || n.op === "indexed")
      letters.push(...n.args.flatMap((a): [string, Expr][] => (a.op === "symbol" && /^(\\[a-z]+|[a-zA-Z])$/.test(a.name ?? "") ? [[a.name ?? "", n]] : [])));
    return false;
  });
  const own = namesOf(term).bound;
  const general = letters.filter(
    ([n, head]) => !own.has(n) && (isBound(n, head) || fact.quantified?.has(n) || (GENERAL.test(words) && !namesOf(bound).bound.has(n))),
  );
  return new Set(general.map(([n]) => n));
}

/** Whether a term has no negative value. */
export const isNonNegative = (e: Expr): boolean =>
  e.op === "absolute" || e.op === "norm" || (e.op === "apply" && e.name === "d" && e.args.length === 2) || (e.op === "number" && Number(e.name) >= 0);
