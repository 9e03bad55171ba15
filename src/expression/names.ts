/** The names of an expression: which symbols and functions occur free in it. */
import type { Expr } from "./tree";

/** A symbol with its subscripts as one name: what identifies it in a scope. */
export const symbolName = (e: Expr): string => (e.op === "indexed" ? `${e.name}_{${e.args.map(indexText).join("")}}` : (e.name ?? ""));
/** x_{t-1} is no x_{t+1}, c_{-n} no c_n, and a_{n/2} no a_{n^2}. */
const indexText = (e: Expr): string =>
  e.name ??
  (e.op === "neg"
    ? `-${indexText(e.args[0])}`
    : e.args
        .map(indexText)
        .join(BETWEEN[e.op] ?? " ")
        .replaceAll("+-", "-"));
const BETWEEN: Readonly<Record<string, string>> = { add: "+", div: "/", pow: "^" };

/** What the names of expressions are used as. */
export interface Names {
  /** Free symbols that are not indexed, by name. */
  readonly symbols: Set<string>;
  /** Indexed symbols, by base name: their nodes. */
  readonly indexed: Map<string, Expr[]>;
  /** Applied names: their nodes. */
  readonly applied: Map<string, Expr[]>;
  /** Names bound by sums, integrals, limits. */
  readonly bound: Set<string>;
  readonly statistics: Expr[];
}

const push = (map: Map<string, Expr[]>, name: string, e: Expr): void => {
  const known = map.get(name);
  if (known) known.push(e);
  else map.set(name, [e]);
};

/** Collects the free names of expressions. */
export function namesOf(...expressions: readonly Expr[]): Names {
  const names: Names = { symbols: new Set(), indexed: new Map(), applied: new Map(), bound: new Set(), statistics: [] };
  const visit = (e: Expr, bound: ReadonlySet<string>): void => {
    if (e.op === "symbol" && !bound.has(e.name ?? "")) names.symbols.add(e.name ?? "");
    if (e.op === "indexed") push(names.indexed, e.name ?? "", e);
    if (e.op === "apply") push(names.applied, e.name ?? "", e);
    if (e.op === "statistic") names.statistics.push(e);
    let inner = bound;
    if (typeof e.data?.bound === "string" && e.op !== "apply") {
      names.bound.add(e.data.bound);
      inner = new Set([...bound, e.data.bound]);
    }
    // a region that is written out binds its variables in its own conditions, too
    const region = e.data?.region;
    if (Array.isArray(region)) {
      for (const name of region) names.bound.add(name);
      for (const arg of e.args) visit(arg, new Set([...bound, ...region]));
      return;
    }
    // bounds and points are outside the scope of what they bind
    const { args } = e;
    if (e.op === "evaluated" && args[1]?.op === "relation" && args[1].args[0].name === e.data?.bound) {
      visit(args[0], inner);
      for (const point of args.slice(1)) visit(point.op === "relation" ? point.args[1] : point, bound);
      return;
    }
    for (let i = 0; i < args.length; i++) visit(args[i], i === 0 || inner === bound || e.op.endsWith("-where") ? inner : bound);
  };
  for (const e of expressions) visit(e, new Set());
  return names;
}
