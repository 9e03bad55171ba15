/** Unions and intersections over an index, `\bigcup_{i=1}^n A_i`, and with dots, `A_1 \cap \cdots \cap A_n`: read as products, of which an event makes its indicator. */
import { POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node, number, symbol } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Construct } from "../construct";
import { dottedList } from "../series/dotted-lists";
import { overIndex } from "../series/sums";

const SIGNS: Readonly<Record<string, string>> = { union: "\\bigcup", intersection: "\\bigcap" };

const reader =
  (name: string): Prefix =>
  (p, token) => {
    const e = overIndex("prod")(p, token);
    if (!e || e.op === "error") return e;
    return /^prod/.test(e.op) ? node("big-set", [e], e.span, name) : failure(`over which index this ${name} runs is not written`, e.span);
  };

/** `A_1 \cup \cdots \cup A_n` as the union over its index; what has no dots, or no general term, as it is. */
export function withoutDots(set: Expr): Expr {
  const [first, ...others] = operands(set, set.name ?? "");
  const list = dottedList([first, ...others]);
  if (!list) return set;
  const index = "\u0003i";
  return node(
    "big-set",
    [node("prod", [list.at(symbol(index, set.span)), number(1, set.span), list.count], set.span, index, { bound: index })],
    set.span,
    set.name,
  );
}

const operands = (e: Expr, name: string): Expr[] => (e.op === "set" && e.name === name ? e.args.flatMap((a) => operands(a, name)) : [e]);

/** A set over an index with other terms: in the place of A_i what `of` makes of it. */
export const overTerms = (product: Expr, of: (term: Expr) => Expr): Expr =>
  /^prod/.test(product.op) ? { ...product, args: [overTerms(product.args[0], of), ...product.args.slice(1)] } : of(product);

export const bigSets: Construct = {
  name: "unions and intersections over an index",
  prefix: { "\\bigcup": reader("union"), "\\bigcap": reader("intersection") },
  meanings: {
    "big-set": (e) => {
      throw new NotUnderstood("set/unknown", "a set stands where a number is needed", e.span);
    },
  },
  print: { "big-set": { power: POWER.add, latex: (e, print) => print(e.args[0]).replaceAll("\\prod_", `${SIGNS[e.name ?? ""]}_`) } },
  examples: [],
};
