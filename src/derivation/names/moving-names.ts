/** Names that move with the variable of a derivative: where dy/dx or y' stands near, y is no constant in d/dx (x y). */
import { derivativeName } from "../../expression/derivative-names";
import { walk } from "../../expression/tree";
import type { Item } from "../facts/items";

/** Paragraphs in which a name is the same function. */
const NEAR = 1;

/** A name and what it moves with; a prime does not say with what. */
interface Moving {
  readonly name: string;
  readonly by?: string;
  readonly item: Item;
}

const LETTER = /^([a-zA-Z]|\\(alpha|beta|gamma|theta|phi|varphi|psi|rho|omega))$/;

/** The names of which derivatives by a name, or with a prime, stand in the items. */
export function movingNames(items: readonly Item[]): readonly Moving[] {
  const found: Moving[] = [];
  for (const item of items)
    for (const side of [item.left, item.right])
      walk(side, (n) => {
        const [of, by] = n.args;
        if (n.op === "derivative" && !n.data?.partial && of.op === "symbol" && by.op === "symbol" && LETTER.test(of.name ?? ""))
          found.push({ name: of.name ?? "", by: by.name ?? "", item });
        const primed = n.op === "symbol" ? derivativeName(n.name ?? "") : undefined;
        if (primed && !primed.dotted && LETTER.test(primed.base)) found.push({ name: primed.base, item });
      });
  return found;
}

/** The names that stand beside others in a derivative of the item, and near it move with its variable: each with that variable. */
export function movingIn(item: Item, all: readonly Moving[]): ReadonlyMap<string, string> {
  const near = all.filter((m) => m.item.scope === item.scope && Math.abs(m.item.link.statement.block.paragraph - item.link.statement.block.paragraph) <= NEAR);
  const found = new Map<string, string>();
  if (near.length === 0) return found;
  const movesBy = (name: string, variable: string): boolean => name !== variable && near.some((m) => m.name === name && (m.by ?? variable) === variable);
  for (const side of [item.left, item.right])
    walk(side, ({ op, args: [body, by], data }) => {
      if (op !== "derivative" || data?.partial || body.op === "symbol" || by.op !== "symbol") return;
      const variable = by.name ?? "";
      // beside u', u is a function and not what another is differentiated by
      if (near.some((m) => m.name === variable && m.by === undefined)) return;
      walk(body, (n) => void (n.op === "symbol" && movesBy(n.name ?? "", variable) && found.set(n.name ?? "", variable)));
    });
  return found;
}
