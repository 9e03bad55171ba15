/** Names that a row renews: λ^{new} = … λ … speaks of the λ before the update, which no equation said elsewhere is about. */
import { symbolName } from "../../expression/names";
import type { Item } from "../facts/items";
import { allNames } from "../names/all-names";

const NEW = /\^\{(?:\\(?:text|textrm|mathrm|textit)\{)?(?:new|neu|next|updated?)\}?\}|\^\{\(?[a-z]add1\)?\}/;

/** λ of λ^{new}, x of x^{(t+1)}: what the operand is without the mark that a chain begins with. */
function renewedBy(chain: readonly Item[]): string[] {
  const head = chain[0]?.left;
  return head && NEW.test(head.name ?? "") ? [head.name ?? "", symbolName(head)].map((name) => name.replace(NEW, "")) : [];
}

/** Whether a fact gives a name that the chain of a step renews. */
export const isBeforeUpdate = ({ fact }: Item, chain: readonly Item[]): boolean => fact?.kind === "definition" && renewedBy(chain).includes(fact.name);

/** λ of an equation inside of such a chain, where it comes in behind the sign: what its value before was made of is said by another update. */
export function enteringRenewed({ left, right }: Item, chain: readonly Item[]): string | undefined {
  const old = renewedBy(chain).at(-1);
  return old !== undefined && allNames([right]).has(old) && !allNames([left]).has(old) ? old : undefined;
}
