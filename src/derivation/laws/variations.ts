/** Distributions under variation: from where on their entries are free, and equations solved for such an entry. */
import { hasSymbol } from "../../expression/occurrences";
import { some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Equation } from "../facts/facts";
import type { Item } from "../facts/items";
import { entryDefinition, inlined, normalisationOf, normalisedSequence, numericDefinition } from "./entries";

/** A distribution under variation, and the item from which on its entries are free. */
export interface Variation {
  readonly name: string;
  readonly scope: number;
  readonly from: number;
}

/** What comes before the constraint, or before the first multiplier where no constraint is written, speaks of a distribution as it is. */
export function variationsOf(items: readonly Item[]): Variation[] {
  const found = new Map<string, Variation>();
  for (const item of items)
    for (const name of varied(item)) {
      const key = `${item.scope} ${name}`;
      if (found.has(key)) continue;
      const before = items.filter((i) => i.scope === item.scope && i.order < item.order);
      const constraint = before.filter((i) => i.fact?.kind === "equation" && normalisationOf(i.fact) === name).pop();
      const multiplied = before.find((i) => [i.left, i.right].some((e) => some(e, (n) => n.op === "symbol" && MULTIPLIERS.includes(n.name ?? ""))));
      const from = Math.min(constraint?.order ?? Number.POSITIVE_INFINITY, multiplied?.order ?? Number.POSITIVE_INFINITY);
      found.set(key, { name, scope: item.scope, from: Number.isFinite(from) ? from : -1 });
    }
  return [...found.values()];
}

/** Applied names that a derivative is taken by. */
function varied(item: Item): string[] {
  const found: string[] = [];
  for (const side of [item.left, item.right])
    walk(side, (n) => void (n.op === "derivative" && n.args[1].op === "apply" && variablesOf(n.args[1]) && found.push(n.args[1].name ?? "")));
  return found;
}

/** Equations of a scope in which distributions are varied: each is solved for the entry it is about, and what uses such an entry for its multiplier. */
export function throughEntries(f: Item, names: ReadonlySet<string>, reach: readonly Item[], item: Item): Item[] {
  if (f.fact?.kind !== "equation" || f.scope !== item.scope || f.order >= item.order) return [f];
  const equation = f.fact;
  // a derivative that is worked out constrains nothing
  if ([equation.left, equation.right].some((e) => some(e, (n) => n.op === "derivative"))) return [];
  for (const name of names) {
    const solved = entryDefinition(equation, name);
    if (solved) return [{ ...f, fact: solved }];
  }
  const before = reach.filter((g) => g.order < f.order && g.scope === f.scope && g.fact?.kind === "equation");
  const definitions = [...names].flatMap((name) => before.flatMap((g) => entryDefinition(g.fact as Equation, name) ?? []).slice(-1));
  const inside: Equation = { ...equation, left: inlined(equation.left, definitions), right: inlined(equation.right, definitions) };
  const multiplier = MULTIPLIERS.find((m) => [inside.left, inside.right].some((e) => hasSymbol(e, m)));
  if (multiplier) return [{ ...f, fact: numericDefinition(inside, multiplier) }];
  return normalisationOf(equation) ? [] : [f];
}

/** A distribution's solved form, q(z | x) = …, of an earlier part: equations end there, what they were solved for stays. */
export function solvedForm(f: Item, item: Item): Item {
  const sequence = f.fact?.kind === "equation" && f.order < item.order ? normalisedSequence(f.fact) : undefined;
  // what a derivative is taken by is free, not normalised
  if (sequence) return variesTerm(item, sequence.name) ? f : { ...f, fact: sequence };
  if (f.fact?.kind !== "equation" || f.scope === item.scope || f.order > item.order || f.left.op !== "apply" || !/^[pPqQ](_|$)/.test(f.left.name ?? ""))
    return f;
  const solved = variablesOf(f.left) && entryDefinition(f.fact, f.left.name ?? "");
  return solved ? { ...f, fact: solved } : f;
}

/** Whether a step has a derivative by a term of a sequence. */
const variesTerm = (item: Item, name: string): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => (n.op === "derivative" || n.op === "gradient") && n.args[1]?.op === "indexed" && n.args[1].name === name));

const MULTIPLIERS = ["\\lambda", "\\nu", "\\mu", "\\eta", "\\gamma", "\\alpha", "\\beta", "\\lambda_{0}", "\\lambda_{1}"];
