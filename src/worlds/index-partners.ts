/** Free names that are compared with the index of a sum, the i of `\sum_{j \ne i}`: they are indices of the same range. */
import { type Expr, walk } from "../expression/tree";

export interface Partner {
  readonly name: string;
  /** The bounds of the sum; undefined where it runs over what the document says. */
  readonly from?: Expr;
  readonly to?: Expr;
}

export function indexPartners(expressions: readonly Expr[]): Partner[] {
  const found = new Map<string, Partner>();
  for (const e of expressions)
    walk(e, (sum) => {
      if (!/^(sum|prod)(-over)?$/.test(sum.op) || typeof sum.data?.bound !== "string") return;
      const bound = sum.data.bound;
      const [from, to] = sum.args.slice(1);
      walk(sum.args[0], (n) => {
        if (n.op !== "where" || n.args[1].op !== "relation" || n.args[1].name !== "!=") return;
        const [left, right] = n.args[1].args;
        const other = left.name === bound ? right : right.name === bound ? left : undefined;
        if (other?.op === "symbol" && other.name && !found.has(other.name)) found.set(other.name, { name: other.name, ...(from && to ? { from, to } : {}) });
      });
    });
  return [...found.values()];
}
