/** Where a document measures in bits, the logarithms in its formulas are to base two also where a step only speaks of what the formulas define. */
import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import type { ReadItem } from "../../derivation/reading/readings";
import { type Expr, number, rewrite, some } from "../../expression/tree";
import type { JudgeInput } from "./trial";

const SAYS = "log is the logarithm to base 2";

const isLogarithm = (n: Expr, text: string): boolean =>
  n.op === "call" && n.name === "log" && !n.data?.based && /^\\?l(o)?g/.test(text.slice(n.span.from, n.span.from + 4));

/** The step itself under this reading; nothing where it has a logarithm of its own, or no formula for its names has one. */
export function inBits(item: Item, facts: readonly Item[], { reading, text }: JudgeInput): ReadItem[] {
  if (!reading.functions.has("@bits") || [item.left, item.right].some((e) => some(e, (n) => n.op === "call" && n.name === "log"))) return [];
  const own = allNames([item.left, item.right]);
  const hasLogarithm = ({ fact }: Item): boolean => fact?.kind === "definition" && own.has(fact.name) && some(fact.body, (n) => isLogarithm(n, text));
  return facts.some(hasLogarithm) ? [{ item, says: SAYS, notation: { logarithm: "two" } }] : [];
}

/** A plan whose formulas have their logarithms to base two, where a reading says so. */
export function withBinaryLogarithms(plan: Plan, { notation }: ReadItem, { text }: JudgeInput): Plan {
  if (notation?.logarithm !== "two") return plan;
  const based = (e: Expr): Expr =>
    rewrite(e, (n) => (isLogarithm(n, text) ? { ...n, args: [...n.args, number(2, n.span)], data: { ...n.data, based: true } } : n));
  const definitions = new Map([...plan.definitions].map(([name, d]): [string, Definition] => [name, { ...d, body: based(d.body) }]));
  return { ...plan, definitions };
}
