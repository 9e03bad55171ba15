/** Divergences of distributions that go by capitals, KL[P || Q], whose densities have the small letters: beside p(x) and q(x) they are those of p and q. */
import { type Expr, rewrite, some, symbol } from "../../expression/tree";
import type { Item } from "../facts/items";
import type { ReadItem } from "../reading/readings";

/** The step with such capitals as the densities; nothing where it has none. */
export function capitalDistributions(item: Item): (ReadItem & { readonly usual: false })[] {
  const sides = [item.left, item.right];
  const densityOf = (e: Expr): string | undefined => {
    const small = e.op === "symbol" && /^[A-Z]$/.test(e.name ?? "") ? (e.name ?? "").toLowerCase() : undefined;
    return small !== undefined && sides.some((s) => some(s, (n) => n.op === "apply" && n.name === small)) ? small : undefined;
  };
  const read = (e: Expr): Expr =>
    rewrite(e, (n) => {
      if (n.op !== "statistic" || n.name !== "divergence" || n.args.length !== 2) return n;
      const names = n.args.map(densityOf);
      return names.every((name) => name !== undefined) ? { ...n, args: n.args.map((a, i) => symbol(names[i] as string, a.span)) } : n;
    });
  const [left, right] = sides.map(read);
  return left === item.left && right === item.right
    ? []
    : [{ item: { ...item, left, right }, says: "small letters are the densities of the distributions with capitals", usual: false }];
}
