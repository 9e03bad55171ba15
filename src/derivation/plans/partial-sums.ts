/** Infinite sums of terms that nothing defines, as far as they converge: what holds between all their partial sums holds between the sums. */
import { namesOf } from "../../expression/names";
import { type Expr, node, some, symbol } from "../../expression/tree";
import type { Condition, Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { keyOf } from "./terms";

/** How many terms are added beyond what the step adds up. */
const MORE = "\u0003N";

/** The step with every infinite sum cut off at one and the same place, or after the same number of terms; none where a limit or an integral stands around one. */
export function withPartialSums(item: Item, definitions: ReadonlyMap<string, Definition>): { item: Item; conditions: readonly Condition[] }[] {
  if (!/^(=|[<>]=)$/.test(item.relation)) return [];
  const sums: Expr[] = [];
  const finite: Expr[] = [];
  if (![item.left, item.right].every((e) => collect(e, sums, finite)) || sums.length === 0) return [];
  const isOpen = (e: Expr): boolean => [...namesOf(e).indexed.keys(), ...namesOf(e).applied.keys()].some((n) => !definitions.has(n));
  if (!sums.every((s) => isOpen(s.args[0]))) return [];
  const [first] = sums;
  const beside = finite.find((f) => f.args[2].op !== "number" && keyOf(f.args[1]) === keyOf(first.args[1]));
  const { span } = first;
  const more = symbol(MORE, span);
  const relation = node("relation", [more, node("number", [], span, "0")], span, ">=");
  const conditions: Condition[] = [{ kind: "condition", relation, span, text: "" }];
  const after = (from: Expr): Expr => node("add", [from, more], span);
  const cutAt = (end: (sum: Expr) => Expr): { item: Item; conditions: readonly Condition[] } => {
    const cut = (e: Expr): Expr =>
      sums.includes(e) ? { ...e, args: [e.args[0], e.args[1], end(e)] } : e.args.length > 0 ? { ...e, args: e.args.map(cut) } : e;
    return { item: { ...item, left: cut(item.left), right: cut(item.right) }, conditions };
  };
  const together = cutAt(() => after(beside ? beside.args[2] : first.args[1]));
  return sums.some((s) => keyOf(s.args[1]) !== keyOf(first.args[1])) ? [together, cutAt((s) => after(s.args[1]))] : [together];
}

const isEndless = (e: Expr): boolean => e.op === "sum" && e.args.length === 3 && e.args[2].op === "symbol" && e.args[2].name === "\\infty";

/** Takes the sums of an expression that stand under sums of terms, products and absolute values only; false where an infinite one stands elsewhere. */
function collect(e: Expr, sums: Expr[], finite: Expr[]): boolean {
  if (isEndless(e)) {
    sums.push(e);
    return !some(e.args[0], isEndless);
  }
  if (e.op === "sum" && e.args.length === 3) finite.push(e);
  if (/^(add|mul|neg|absolute|div)$/.test(e.op)) return e.args.every((a) => collect(a, sums, finite));
  return !some(e, isEndless);
}
