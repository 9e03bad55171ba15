/** What a value of a function says of the constants in its formula: T(10) = 50 of T(t) = 20 + 60 e^{-kt} is 20 + 60 e^{-10k} = 50. */
import { nthDerivative } from "../../expression/derivative-names";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite } from "../../expression/tree";
import { freeSymbols } from "../reading/targets";
import type { Definition } from "./facts";
import type { Item } from "./items";

/** The facts that values of functions are, each behind the item that says it. */
export const conditionsOnConstants = (items: readonly Item[]): Item[] => items.flatMap((item) => conditionOf(item, items) ?? []);

function conditionOf(item: Item, items: readonly Item[]): Item | undefined {
  const { fact, left } = item;
  if (fact?.kind !== "equation" || item.relation !== "=" || left.op !== "apply" || item.link.continued || namesOf(left, fact.right).symbols.size > 0)
    return undefined;
  const [at] = left.args;
  const order = left.data?.order ? Number(left.args[left.args.length - 1].name) : 0;
  if (left.args.length !== (order > 0 ? 2 : 1) || left.data?.indices || !(order <= 2)) return undefined;
  const said = items.filter((i) => i.order < item.order && i.scope === item.scope && i.fact?.kind === "definition" && i.fact.name === left.name).pop();
  const formula = said?.fact?.kind === "definition" ? formulaOf(said.fact) : undefined;
  if (!formula) return undefined;
  const { of, body } = formula;
  const value =
    order > 0
      ? node("bind", [nthDerivative(body, of, order), at], left.span, of, { bound: of })
      : rewrite(body, (n) => (n.op === "symbol" && n.name === of ? at : n));
  return { ...item, left: value, fact: { ...fact, left: value } };
}

/** A formula in one variable that leaves constants open. */
function formulaOf({ params, body, indexed, derived }: Definition): { readonly of: string; readonly body: Expr } | undefined {
  if (indexed || derived || params.length > 1) return undefined;
  const names = [...freeSymbols(body)];
  if (namesOf(body).bound.size > 0) return undefined;
  const [of] = params.length === 1 ? params : names.filter((n) => /^[xt]$/.test(n));
  return of !== undefined && names.some((n) => n !== of) ? { of, body } : undefined;
}
