/** Estimates behind arrows: \hat p of "k/p - (n-k)/(1-p) = 0 ⇒ \hat p = k/n" is the p of what stands before. */
import { allNames } from "../../derivation/all-names";
import type { ArrowRun } from "../../derivation/arrows";
import type { Item, ItemGroup } from "../../derivation/items";
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";

const DECORATED = /^\\(?:hat|widehat|tilde|widetilde)\{(.*)\}$|^([a-zA-Z]|\\[a-z]+)\^\{?\\?(?:\*|star|ast|opt)\}?$/;

/** The name without the mark of an estimate; undefined where it has none. */
function plain(e: Expr): Expr | undefined {
  const found = e.op === "symbol" || e.op === "indexed" ? DECORATED.exec(e.name ?? "") : null;
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? undefined : { ...e, name };
}

/** The conclusion "\hat p = …" of a premise about p, of a \hat p that was never spoken of, as a statement about p; any other item as it is. */
export function withPlainName(item: Item, premise: readonly Item[], input: JudgeInput): Item {
  const left = item.relation === "=" && item.link.index === 0 ? plain(item.left) : undefined;
  if (!left || !item.link.statement.arrow) return item;
  const about = allNames(premise.flatMap((p) => [p.left, p.right]));
  const own = symbolName(item.left);
  const spoken =
    about.has(own) ||
    allNames([item.right]).has(own) ||
    input.environment.facts(item).some((f) => f.order < item.order && allNames([f.left, f.right]).has(own));
  return !spoken && about.has(symbolName(left)) && !allNames([item.right]).has(symbolName(left)) ? { ...item, left, role: "soft" } : item;
}

/** The groups of an arrow with such conclusions under their plain names. */
export function withPlainNames(groups: readonly ItemGroup[], run: ArrowRun, input: JudgeInput): readonly ItemGroup[] {
  const premise = run.premise.flatMap((k) => [...groups[k].items]);
  const changed = new Map(run.conclusion.map((k) => [k, groups[k].items.map((i) => withPlainName(i, premise, input))] as const));
  const same = [...changed].every(([k, items]) => items.every((i, at) => i === groups[k].items[at]));
  return same ? groups : groups.map((g, k) => (changed.has(k) ? { ...g, items: changed.get(k) ?? g.items } : g));
}
