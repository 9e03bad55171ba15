/** The algebra of sets of which nothing is known: equal sets are equal for every element, and numbers of elements add up over the parts of a Venn diagram. */
import type { Outcome } from "../../checks/outcome";
import type { Plan } from "../../derivation/plans/plan";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";

/** The outcome where sets differ: it may be known how they lie to each other. */
export const NOT_OF_ALL_SETS: Outcome = {
  kind: "unknown",
  code: "set/unknown",
  message: "it does not hold for all sets, and what is known of these is not said",
};

/** More sets have too many parts. */
const MOST = 6;

const isOperation = (e: Expr): boolean => e.op === "set" || e.op === "big-set";
const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
const nameOf = (e: Expr): string => `${e.name ?? ""}${e.args.map((a) => `_${a.name ?? ""}`).join("")}`;
const EMPTY = /^\\(emptyset|varnothing)$/;

/** Whether an element is in a set, by the names of sets that it is in; undefined where the expression is no set of plain names. */
type Membership = (inside: ReadonlySet<string>) => boolean;

function membership(e: Expr, names: Set<string>): Membership | undefined {
  if (e.op === "set") {
    const [a, b] = e.args.map((x) => membership(x, names));
    if (!a || !b) return undefined;
    if (e.name === "union") return (s) => a(s) || b(s);
    return e.name === "intersection" ? (s) => a(s) && b(s) : (s) => a(s) && !b(s);
  }
  const complemented = complementOf(e);
  if (complemented) {
    const inner = membership(complemented, names);
    return inner && ((s) => !inner(s));
  }
  if (!isName(e)) return undefined;
  if (EMPTY.test(e.name ?? "")) return () => false;
  const name = nameOf(e);
  if (!/^([A-Z]|\\(mathcal|mathbf|mathrm)\{[A-Z]\})(_|$)/.test(name)) return undefined;
  names.add(name);
  return (s) => s.has(name);
}

/** What `A^c`, `\overline{A \cup B}` is the complement of. */
function complementOf(e: Expr): Expr | undefined {
  if (e.op === "pow" && e.args[1].op === "symbol" && /^(c|C|\\complement|\\mathrm\{c\}|\\mathsf\{c\})$/.test(e.args[1].name ?? "")) return e.args[0];
  if (e.op === "call" && e.name === "conj") return e.args[0];
  const bar = e.op === "symbol" ? /^\\bar\{([A-Z])\}$/.exec(e.name ?? "") : null;
  return bar ? symbol(bar[1], e.span) : undefined;
}

const subsets = (names: readonly string[]): ReadonlySet<string>[] =>
  Array.from({ length: 2 ** names.length }, (_, bits) => new Set(names.filter((_, i) => (bits >> i) & 1)));

/** What is found of an equation between sets: in how many cases it was tried, and of which sets an element is in one side only. */
export interface SetsCompared {
  readonly same: boolean;
  readonly cases: number;
  readonly apart?: { readonly inside: readonly string[]; readonly outside: readonly string[]; readonly side: "left" | "right" };
}

/** Whether two sets are equal whatever the sets are that they are made of, how many ever; undefined where they are no such sets. */
export function sameSets(left: Expr, right: Expr, plan: Plan, constraints: readonly Constraint[] = []): SetsCompared | undefined {
  const counts = [left, right].some((e) => some(e, isCounted)) ? COUNTS : [0];
  let cases = 0;
  for (const count of counts) {
    const [a, b] = [left, right].map((e) => unrolled(e, count));
    const found = a && b && sameExplicit(a, b, plan, constraints);
    if (!found) return undefined;
    if (!found.same) return found;
    cases += found.cases;
  }
  return { same: true, cases };
}

/** Sets that are written out at most. */
const TERMS = 64;

/** Numbers of sets that stand for any number of them. */
const COUNTS = [2, 3];

const isCounted = (e: Expr): boolean => e.op === "big-set" && some(e.args[0], (n) => /^prod/.test(n.op) && n.args[n.args.length - 1].op !== "number");

/** With each union and intersection over an index written out, for a number of sets where that is a name; undefined where its bounds are something else. */
function unrolled(e: Expr, count: number): Expr | undefined {
  let open = false;
  let terms = 1;
  const unroll = (product: Expr, name: string): Expr => {
    const [body, from, to] = product.args;
    const last = to?.op === "symbol" ? count : Number(to?.op === "number" ? to.name : Number.NaN);
    // `\\bigcup_a` has no bounds
    if (product.op !== "prod" || from?.op !== "number" || !(last >= Number(from.name) && last <= MOST)) open = true;
    if (open) return product;
    terms *= last - Number(from.name) + 1;
    if (terms > TERMS) open = true;
    if (open) return product;
    const inner = /^prod/.test(body.op) ? unroll(body, name) : body;
    const each = Array.from({ length: last - Number(from.name) + 1 }, (_, i) =>
      rewrite(inner, (n) => (n.op === "symbol" && n.name === product.name ? number(Number(from.name) + i, n.span) : n)),
    );
    return each.reduce((a, b) => node("set", [a, b], product.span, name));
  };
  const written = rewrite(e, (n) => (n.op === "big-set" ? unroll(n.args[0], n.name ?? "") : n));
  return open ? undefined : written;
}

function sameExplicit(left: Expr, right: Expr, plan: Plan, constraints: readonly Constraint[]): SetsCompared | undefined {
  const sides = [left, right];
  if (!sides.some((e) => isOperation(e) || (complementOf(e) !== undefined && some(e, isOperation)))) return undefined;
  const names = new Set<string>();
  const [a, b] = sides.map((e) => membership(e, names));
  if (!a || !b || names.size > MOST || [...names].some((n) => plan.definitions.has(n))) return undefined;
  const cases = casesOf(names, constraints);
  if (!cases) return undefined;
  const apart = cases.filter((s) => a(s) !== b(s)).sort((s, t) => s.size - t.size)[0];
  if (!apart) return { same: true, cases: cases.length };
  const outside = [...names].filter((n) => !apart.has(n));
  return { same: false, cases: cases.length, apart: { inside: [...apart], outside, side: a(apart) ? "left" : "right" } };
}

/** What is said of how sets lie to each other, for an element. */
type Constraint = (names: Set<string>) => Membership | undefined;

/** A ∩ B = ∅, A = B ∪ C; undefined of a statement about something else. */
export function constraintOf({ left, right, relation }: { readonly left: Expr; readonly right: Expr; readonly relation: string }): Constraint | undefined {
  const open = new Set<string>();
  if (relation !== "=" || !membership(left, open) || !membership(right, open)) return undefined;
  return (names) => {
    const [a, b] = [left, right].map((e) => membership(e, names));
    return a && b && ((s) => a(s) === b(s));
  };
}

/** Of which of the sets an element may be, by what is said of them, as far as it speaks of few others; undefined where no element can be anywhere. */
function casesOf(own: ReadonlySet<string>, constraints: readonly Constraint[]): ReadonlySet<string>[] | undefined {
  let names = new Set(own);
  const told = constraints.flatMap((c) => {
    const more = new Set(names);
    const holds = c(more);
    if (!holds || more.size > MOST) return [];
    names = more;
    return [holds];
  });
  const cases = subsets([...names]).filter((s) => told.every((t) => t(s)));
  return cases.length > 0 ? cases : undefined;
}

/** The sides with the numbers of elements |A ∪ B| as sums over the parts that the sets cut each other into; undefined where there are none. */
export function countedParts(left: Expr, right: Expr, plan: Plan, constraints: readonly Constraint[] = []): { left: Expr; right: Expr } | undefined {
  const sides = [left, right];
  const isCount = (n: Expr): boolean => (n.op === "absolute" || n.op === "cardinality") && n.args.length === 1;
  if (!sides.some((e) => some(e, (n) => isCount(n) && isOperation(n.args[0])))) return undefined;
  const names = new Set<string>();
  const open: Expr[] = [];
  for (const side of sides) walk(side, (n) => void (isCount(n) && !membership(n.args[0], names) && open.push(n)));
  if (open.length > 0 || names.size === 0 || names.size > MOST || [...names].some((n) => plan.definitions.has(n))) return undefined;
  // outside of all sets there may be any number of elements
  const parts = casesOf(names, constraints)?.map((s, i) => ({ s, count: node("pow", [symbol(`\\mathrm{part${i}}`), number(2)], left.span) }));
  if (!parts) return undefined;
  const counted = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const inside = isCount(n) ? membership(n.args[0], new Set()) : undefined;
      return inside ? node("add", [number(0), ...parts.filter((p) => inside(p.s)).map((p) => p.count)], n.span) : n;
    });
  const [a, b] = sides.map(counted);
  return [a, b].some((e) => some(e, isOperation)) ? undefined : { left: a, right: b };
}
