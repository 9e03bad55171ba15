/** Rates at one moment: dV/dt = 4π · 2² · 3, where dV/dt = 4πr² dr/dt stands before it and dr/dt = 3 was said. */
import { namesOf } from "../../expression/names";
import { type Expr, rewrite, same, some, symbol, walk } from "../../expression/tree";
import { rateName } from "../../latex/made-names";
import type { Item } from "../facts/items";
import { isClosed } from "../reading/targets";
import { isolate } from "./solve";

export interface AtMoment {
  readonly left: Expr;
  readonly right: Expr;
  /** The equation between the rates. */
  readonly by: Item;
}

/** Paragraphs behind which a rate need not be the same any more. */
const NEAR = 3;

/** dr/dt */
const isRate = (e: Expr): boolean => e.op === "derivative" && !e.data?.partial && e.args[0].op === "symbol" && e.args[1].op === "symbol";

function ratesIn(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void (isRate(n) && !found.some((f) => same(f, n)) && found.push(n)));
  return found;
}

/** A rate as a name of its own. */
const nameOf = ({ args: [of, by] }: Expr): string => rateName(of.name, by.name);
const named = (e: Expr): Expr => rewrite(e, (n) => (isRate(n) ? symbol(nameOf(n), n.span) : n));

/**
 * The sides of an equation for a rate with what the nearest equation between rates says it is, and with the values of the other rates;
 * undefined where there is no such equation. `items` are those of the document, `isFalse` those that were found to be wrong.
 */
export function atMoment(item: Item, items: readonly Item[], isFalse: (i: Item) => boolean): AtMoment | undefined {
  if (item.relation !== "=" || !isRate(item.left) || some(item.right, (n) => n.op === "derivative" && !isRate(n))) return undefined;
  const before = items.filter((i) => i.relation === "=" && i.order < item.order && i.scope === item.scope && isNear(i, item) && !isFalse(i)).reverse();
  const by = before.find((i) => [i.left, i.right].some((e) => some(e, (n) => same(n, item.left))) && !isValue(i, item.left));
  if (!by || same(by.right, item.right)) return undefined;
  const value = isolate(named(by.left), named(by.right), nameOf(item.left));
  if (!value) return undefined;
  const values = new Map<string, Expr>();
  for (const rate of ratesIn(by.left).concat(ratesIn(by.right))) {
    const told = before.find((i) => same(i.left, rate) && isClosed(i.right));
    if (told) values.set(nameOf(rate), told.right);
  }
  const put = (e: Expr): Expr => rewrite(named(e), (n) => (n.op === "symbol" ? (values.get(n.name ?? "") ?? n) : n));
  const sides = { left: put(value), right: put(item.right) };
  for (const name of namesOf(sides.left, sides.right).symbols) {
    const told = before.find((i) => i.left.op === "symbol" && i.left.name === name && isClosed(i.right));
    if (told) values.set(name, told.right);
  }
  const there = { left: put(value), right: put(item.right) };
  return { ...(isClosed(there.left) && isClosed(there.right) ? there : sides), by };
}

/** dr/dt = 3, said of the rate itself. */
const isValue = (i: Item, rate: Expr): boolean => same(i.left, rate) && ratesIn(i.right).length === 0;

const isNear = (i: Item, item: Item): boolean => item.link.statement.block.paragraph - i.link.statement.block.paragraph <= NEAR;
