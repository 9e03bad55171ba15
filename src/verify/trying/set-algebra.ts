/** The algebra of sets of which nothing is known: equal sets are equal for every element, and numbers of elements add up over the parts of a Venn diagram. */
import type { Plan } from "../../derivation/plans/plan";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";

/** More sets have too many parts. */
const MOST = 6;

const isOperation = (e: Expr): boolean => e.op === "set";
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

/** Whether two sets are equal whatever the sets are that they are made of; undefined where they are no such sets. */
export function sameSets(left: Expr, right: Expr, plan: Plan): { same: boolean; cases: number } | undefined {
  const sides = [left, right];
  if (!sides.some((e) => isOperation(e) || (complementOf(e) !== undefined && some(e, isOperation)))) return undefined;
  const names = new Set<string>();
  const [a, b] = sides.map((e) => membership(e, names));
  if (!a || !b || names.size > MOST || [...names].some((n) => plan.definitions.has(n))) return undefined;
  const cases = subsets([...names]);
  return { same: cases.every((s) => a(s) === b(s)), cases: cases.length };
}

/** The sides with the numbers of elements |A ∪ B| as sums over the parts that the sets cut each other into; undefined where there are none. */
export function countedParts(left: Expr, right: Expr, plan: Plan): { left: Expr; right: Expr } | undefined {
  const sides = [left, right];
  const isCount = (n: Expr): boolean => (n.op === "absolute" || n.op === "cardinality") && n.args.length === 1;
  if (!sides.some((e) => some(e, (n) => isCount(n) && isOperation(n.args[0])))) return undefined;
  const names = new Set<string>();
  const open: Expr[] = [];
  for (const side of sides) walk(side, (n) => void (isCount(n) && !membership(n.args[0], names) && open.push(n)));
  if (open.length > 0 || names.size === 0 || names.size > MOST || [...names].some((n) => plan.definitions.has(n))) return undefined;
  // outside of all sets there may be any number of elements
  const parts = subsets([...names]).map((s, i) => ({ s, count: node("pow", [symbol(`\\mathrm{part${i}}`), number(2)], left.span) }));
  const counted = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const inside = isCount(n) ? membership(n.args[0], new Set()) : undefined;
      return inside ? node("add", [number(0), ...parts.filter((p) => inside(p.s)).map((p) => p.count)], n.span) : n;
    });
  const [a, b] = sides.map(counted);
  return [a, b].some((e) => some(e, isOperation)) ? undefined : { left: a, right: b };
}
