/** Estimates behind arrows: \hat p of "k/p - (n-k)/(1-p) = 0 ⇒ \hat p = k/n" is the p of what stands before. */

import type { Item, ItemGroup } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { ArrowRun } from "../../derivation/reading/arrows";
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
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

/** Statements between a condition and the estimate that solves it, at most. */
const NEAR = 3;

/** "∇J(w) = 0 gives \\hat w = …" with a \\hat w that is new: the item as a statement about the w of the equation before it. */
export function asSolution(item: Item, input: JudgeInput): Item | undefined {
  const left = item.relation === "=" && item.link.index === 0 && !item.link.continued ? plain(item.left) : undefined;
  if (!left) return undefined;
  const name = symbolName(left);
  const { statement } = item.link;
  const solves = (f: Item): boolean =>
    f.order < item.order &&
    f.scope === item.scope &&
    f.fact?.kind === "equation" &&
    f.relation === "=" &&
    (f.role === "given" || f.role === "soft") &&
    statement.id - f.link.statement.id <= NEAR &&
    f.right.op === "number" &&
    Number(f.right.name) === 0 &&
    some(f.left, (n) => (n.op === "symbol" || n.op === "indexed") && symbolName(n) === name);
  const facts = input.environment.facts(item);
  const isNew = !facts.some((f) => f.order < item.order && allNames([f.left, f.right]).has(symbolName(item.left)));
  return isNew && !allNames([item.right]).has(name) && facts.some(solves) ? { ...item, left, role: "soft", fact: undefined } : undefined;
}

/** The groups of an arrow with such conclusions under their plain names. */
export function withPlainNames(groups: readonly ItemGroup[], run: ArrowRun, input: JudgeInput): readonly ItemGroup[] {
  const premise = run.premise.flatMap((k) => [...groups[k].items]);
  const changed = new Map(run.conclusion.map((k) => [k, groups[k].items.map((i) => withPlainName(i, premise, input))] as const));
  const same = [...changed].every(([k, items]) => items.every((i, at) => i === groups[k].items[at]));
  return same ? groups : groups.map((g, k) => (changed.has(k) ? { ...g, items: changed.get(k) ?? g.items } : g));
}
