/** p_X(x), f_X(x) of a random name X, or x, that has a law: the density of that law, where no formula gives another. */
import { type Expr, rewrite } from "../../expression/tree";
import type { Item } from "../facts/items";
import type { Law, RandomSetting } from "../random/random";
import { densityAt } from "./posterior-laws";

/** The sides with the densities of the laws; undefined where there are none. */
export function overNamedDensities(item: Item, { variables }: RandomSetting, facts: readonly Item[]): { left: Expr; right: Expr } | undefined {
  if (variables.size === 0 || item.role === "defines" || item.role === "unread") return undefined;
  const isDefined = (name: string): boolean => facts.some((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === name);
  const lawNamed = (name: string): Law | undefined => {
    const [, letter] = /^[pf]_\{?([a-zA-Z])\}?$/.exec(name) ?? [];
    if (letter === undefined || isDefined(name)) return undefined;
    const own = [letter, letter.toLowerCase(), letter.toUpperCase()].map((n) => variables.get(n)).find((v) => v?.law !== undefined);
    return own && !own.sequence && !own.posteriors?.length ? own.law : undefined;
  };
  const put = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const law = n.op === "apply" && n.args.length === 1 && !n.data?.order ? lawNamed(n.name ?? "") : undefined;
      return law ? densityAt(law, n.args[0]) : n;
    });
  const [left, right] = [put(item.left), put(item.right)];
  return left === item.left && right === item.right ? undefined : { left, right };
}
