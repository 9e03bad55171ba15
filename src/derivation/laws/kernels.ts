/** Posteriors that the text has up to a factor, "p(θ | y) ∝ … ∝ …": the formula that such a chain ends with. */
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import { baseOf, randomNames } from "../random/random";

/** A density up to a factor, and its variable. */
export interface Kernel {
  readonly name: string;
  readonly formula: Expr;
  /** Where its chain begins. */
  readonly order: number;
}

/** The posterior, given these names, that was stated last before an item, worked out as far as its chain goes; of a variable that `isMeant`. `isFalse` are signs that were found to be wrong. */
export function kernelBefore(
  isMeant: (name: string) => boolean,
  back: readonly string[],
  item: Item,
  groups: readonly ItemGroup[],
  isFalse: (i: Item) => boolean,
): Kernel | undefined {
  const before = groups.flatMap((g) => g.items).filter((i) => i.order < item.order);
  for (let at = before.length - 1; at >= 0; at--) {
    const first = before[at];
    if (first.relation !== "∝" || first.left.op !== "apply" || first.link.continued || !isNear(first, item)) continue;
    const split = Number(first.left.data?.split ?? first.left.args.length);
    const [name, ...rest] = first.left.args.slice(0, split);
    const given = first.left.args.slice(split).flatMap(randomNames).map(baseOf);
    if (name?.op !== "symbol" || rest.length > 0 || given.length === 0 || !given.every((x) => back.includes(x)) || !back.every((x) => given.includes(x)))
      continue;
    if (!isMeant(symbolName(name))) continue;
    const end = before.findIndex((i, n) => n > at && !(i.link.continued && /^[=∝]$/.test(i.relation)));
    const chain = before.slice(at, end < 0 ? undefined : end);
    const { right } = chain[chain.length - 1];
    if (chain.some(isFalse) || some(right, (n) => n.op === "apply" || n.op === "statistic" || n.op === "ellipsis")) return undefined;
    return { name: symbolName(name), formula: right, order: first.order };
  }
  return undefined;
}

const isNear = (said: Item, item: Item): boolean => said.scope === item.scope || (item.within !== undefined && said.within === item.within);
