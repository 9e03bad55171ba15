/** Sums of terms over an index without a range, \sum_i x_i, beside the mean of these terms: they run over i = 1, …, n, by whatever letter counts them. */
import { namesOf } from "../../expression/names";
import { type Expr, number, rewrite, some, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";
import { isBarOfTerms } from "../laws/sample-means";
import type { ReadItem } from "./readings";

/** Letters that count what is observed. */
const COUNT = ["n", "N", "m"];

/** The step with such ranges; nothing where a sum has one, or no bar is the mean of terms. */
export function rangedSums(item: Item): ReadItem[] {
  const sides = [item.left, item.right];
  const { symbols } = namesOf(...sides);
  const count = COUNT.find((n) => symbols.has(n)) ?? COUNT[0];
  if (![...symbols].some((name) => sides.some((e) => isBarOfTerms(name, e)))) return [];
  const indices = new Set<string>();
  let ranged = false;
  for (const side of sides)
    walk(side, (n) => {
      if (n.op === "sum-over" && isOfTerms(n)) indices.add(n.name ?? "");
      if (n.op === "sum") ranged = true;
    });
  if (indices.size !== 1 || ranged) return [];
  const [index] = indices;
  const read = (side: Expr): Expr =>
    rewrite(side, (n) => (n.op === "sum-over" && n.name === index ? { ...n, op: "sum", args: [n.args[0], number(1, n.span), symbol(count, n.span)] } : n));
  return [{ item: { ...item, left: read(item.left), right: read(item.right) }, says: `sums over ${index} run from 1 to ${count}` }];
}

/** Σ_i … x_i … */
const isOfTerms = (n: Expr): boolean =>
  n.args.length === 1 && /^[a-z]$/.test(n.name ?? "") && some(n.args[0], (t) => t.op === "indexed" && t.args.length === 1 && t.args[0].name === n.name);
