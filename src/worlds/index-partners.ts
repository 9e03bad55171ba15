/** Free names that are indices of the range of a sum: the i of `\sum_{j \ne i}` and of `\sum_j \delta_{ij}`, the k of `\partial/\partial w_k \sum_j w_j`. */
import { type Expr, some, walk } from "../expression/tree";

/** A free index and the bounds that it shares with a sum. */
export interface Partner {
  readonly name: string;
  /** The bounds of the sum; undefined where it runs over what the document says. */
  readonly from?: Expr;
  readonly to?: Expr;
}

/** The free indices of expressions that run where a sum of them does. */
export function indexPartners(expressions: readonly Expr[]): Partner[] {
  const found = new Map<string, Partner>();
  for (const e of expressions)
    walk(e, (sum) => {
      if (!/^(sum|prod)(-over)?$/.test(sum.op) || typeof sum.data?.bound !== "string") return;
      const bound = sum.data.bound;
      const [from, to] = boundsOf(sum, expressions);
      walk(sum.args[0], (n) => {
        const pair = pairOf(n);
        if (!pair) return;
        const [left, right] = pair;
        const other = left.name === bound ? right : right.name === bound ? left : undefined;
        if (other?.op === "symbol" && other.name && !found.has(other.name)) found.set(other.name, { name: other.name, ...(from && to ? { from, to } : {}) });
      });
    });
  for (const by of differentiated(expressions))
    by.args.forEach((at, place) => {
      if (at.op !== "symbol" || !at.name || found.has(at.name)) return;
      const sum = sumOver(expressions, by.name ?? "", place, at.name);
      const [from, to] = sum ? boundsOf(sum, expressions) : [];
      if (sum) found.set(at.name, { name: at.name, ...(from && to ? { from, to } : {}) });
    });
  return [...found.values()];
}

/** The bounds of a sum; those of another over the same letter where it has none itself. */
function boundsOf(sum: Expr, expressions: readonly Expr[]): readonly Expr[] {
  if (sum.args.length === 3) return sum.args.slice(1);
  let found: readonly Expr[] | undefined;
  for (const e of expressions)
    walk(e, (n) => {
      if (/^(sum|prod)$/.test(n.op) && n.data?.bound === sum.data?.bound) found ??= n.args.slice(1);
    });
  return found ?? [];
}

/** The two indices of a condition j ≠ i, or of a Kronecker delta. */
const pairOf = (n: Expr): readonly Expr[] | undefined =>
  n.op === "where" && n.args[1].op === "relation" && n.args[1].name === "!="
    ? n.args[1].args
    : n.op === "special" && n.name === "kronecker0" && n.args.length === 2
      ? n.args
      : undefined;

/** Terms of sequences that derivatives are taken by. */
function differentiated(expressions: readonly Expr[]): Expr[] {
  const found: Expr[] = [];
  for (const e of expressions) walk(e, (n) => void ((n.op === "derivative" || n.op === "gradient") && n.args[1]?.op === "indexed" && found.push(n.args[1])));
  return found;
}

/** The first sum or product whose index numbers the terms of a sequence at a place; of one with bounds, another letter than `name`, whose bounds are known anyway. */
function sumOver(expressions: readonly Expr[], base: string, place: number, name: string): Expr | undefined {
  let found: Expr | undefined;
  for (const e of expressions)
    walk(e, (n) => {
      const bound = n.data?.bound;
      if (found || !/^(sum|prod)(-over)?$/.test(n.op) || typeof bound !== "string" || (bound === name && n.args.length === 3)) return;
      if (some(n.args[0], (x) => x.op === "indexed" && x.name === base && x.args[place]?.name === bound)) found = n;
    });
  return found;
}
