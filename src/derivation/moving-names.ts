/** Names that move with the variable of a derivative: where dy/dx or y' stands near, y is no constant in d/dx (x y). */
import { type Expr, walk } from "../expression/tree";
import type { Item } from "./items";

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
        const primed = n.op === "symbol" ? /^(.*[^'])'+$/.exec(n.name ?? "")?.[1] : undefined;
        if (primed && LETTER.test(primed)) found.push({ name: primed, item });
      });
  return found;
}

/** The names that stand beside others in a derivative of the item, and near it move with its variable: each with that variable. */
export function movingIn(item: Item, all: readonly Moving[]): ReadonlyMap<string, string> {
  const near = all.filter((m) => m.item.scope === item.scope && Math.abs(m.item.link.statement.block.paragraph - item.link.statement.block.paragraph) <= NEAR);
  const found = new Map<string, string>();
  if (near.length === 0) return found;
  const enter = (e: Expr, variable: string): void =>
    near.some((m) => m.name === variable && m.by === undefined)
      ? undefined
      : walk(e, (n) => {
          if (n.op === "symbol" && n.name !== variable && near.some((m) => m.name === n.name && (m.by ?? variable) === variable))
            found.set(n.name ?? "", variable);
        });
  for (const side of [item.left, item.right])
    walk(
      side,
      (n) =>
        void (n.op === "derivative" && !n.data?.partial && n.args[0].op !== "symbol" && n.args[1].op === "symbol" && enter(n.args[0], n.args[1].name ?? "")),
    );
  return found;
}
