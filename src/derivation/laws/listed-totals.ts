/** What goes without saying of distributions that are lists of probabilities: their terms add up to one, and are any that do. */
import { node, number, symbol } from "../../expression/tree";
import type { Item } from "../facts/items";
import { listOf, sumOf } from "./listed-laws";

/** That the terms of a list add up to one. */
export const listedTotals = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => {
    const list = item.relation === "=" ? listOf(item.left, item.right, item.link) : undefined;
    if (!list) return [];
    const { span } = item.right;
    const left = sumOf(node("indexed", [symbol("i", span)], span, list.letter), "i", list.last);
    const right = number(1, span);
    return [{ ...item, order: item.order + 0.5, role: "given", left, right, fact: { kind: "equation", left, right, span, text: "" } }];
  });

/** The letters whose terms a step means as the probabilities of lists: what is said of their entropies is said of all lists. */
export const listedLetters = (item: Item, facts: readonly Item[]): Set<string> =>
  new Set(item.made ? facts.flatMap((f) => (f.fact?.kind === "definition" ? (listOf(f.left, f.right, f.link)?.letter ?? []) : [])) : []);
