/** The entropy of a letter whose terms are probabilities, H(p) beside p_1, …, p_n: minus the sum of p_k log p_k, over what the other side sums. */
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { Item } from "../facts/items";
import type { ReadItem } from "../reading/readings";

/** The step with such entropies written out; nothing where it has none. */
export function sequenceEntropies(item: Item): (ReadItem & { readonly usual: false })[] {
  const sides = [item.left, item.right];
  const read = (e: Expr): Expr =>
    rewrite(e, (n) => {
      if (n.op !== "statistic" || n.name !== "entropy" || n.args.length !== 1 || n.args[0].op !== "symbol") return n;
      return writtenOut(n.args[0], sides) ?? n;
    });
  const [left, right] = sides.map(read);
  const letter = letterOf(item.left) ?? letterOf(item.right);
  return left === item.left && right === item.right
    ? []
    : [{ item: { ...item, left, right }, says: `H(${letter}) is the entropy of the probabilities ${letter}_k`, usual: false }];
}

const letterOf = (e: Expr): string | undefined => {
  let found: string | undefined;
  some(e, (n) => {
    if (n.op === "statistic" && n.name === "entropy") found ??= n.args[0]?.name;
    return found !== undefined;
  });
  return found;
};

function writtenOut(letter: Expr, sides: readonly Expr[]): Expr | undefined {
  let found: Expr | undefined;
  for (const side of sides)
    some(side, (n) => {
      if (!/^sum(-over)?$/.test(n.op)) return false;
      some(n.args[0], (t) => {
        if (t.op !== "indexed" || t.name !== letter.name || t.args.length !== 1 || t.args[0].name !== n.data?.bound) return false;
        const term = node("mul", [t, node("call", [t], t.span, "log")], t.span);
        found ??= node("neg", [{ ...n, args: [term, ...n.args.slice(1)] }], n.span);
        return true;
      });
      return found !== undefined;
    });
  return found;
}
