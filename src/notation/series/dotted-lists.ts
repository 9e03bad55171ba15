/** Lists with dots, a_1, …, a_n: their general term, and how many they are. */
import { type Expr, rewrite, same, walk } from "../../expression/tree";

export interface DottedList {
  /** The term with an index in the place of its number. */
  at(index: Expr): Expr;
  /** The number of the last one. */
  readonly count: Expr;
}

/** A list whose dots stand before its last term, where that is the first with another number. */
export function dottedList(args: readonly Expr[]): DottedList | undefined {
  if (args.length < 3 || args[args.length - 2].op !== "ellipsis") return undefined;
  const [first, last] = [args[0], args[args.length - 1]];
  const at = (index: Expr): Expr => rewrite(first, (n) => (n.op === "indexed" && n.args.length === 1 && n.args[0].name === "1" ? { ...n, args: [index] } : n));
  const count = subscriptOf(last);
  return count && same(at(count), last) ? { at, count } : undefined;
}

/** The subscript of the last entry. */
function subscriptOf(e: Expr): Expr | undefined {
  let found: Expr | undefined;
  walk(e, (n) => {
    if (n.op === "indexed" && n.args.length === 1 && n.args[0].op === "symbol") found ??= n.args[0];
  });
  return found;
}
