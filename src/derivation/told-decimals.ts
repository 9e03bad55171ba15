/** Decimals that words give as data, "If P(A) = 0.5", "with r = 0.05": they are meant as they stand, and nobody has rounded them. */
import { isChain } from "./chains";
import type { Item, ItemGroup } from "./items";
import { cueOf } from "./roles/words-before";

/** More digits than this are a measurement, or a result that was carried on. */
const DIGITS = 3;

/** The decimals, as they are written, that facts before an item give as the values of names or of probabilities. */
export function toldDecimals(item: Item, facts: readonly Item[]): ReadonlySet<string> {
  const told = new Set<string>();
  /** Paragraphs in which words give data. */
  const open = new Set<number>();
  for (const f of [...facts].sort((a, b) => a.order - b.order)) {
    const { link, right } = f;
    if (f.order >= item.order || f.scope !== item.scope || f.relation !== "=" || link.continued || isChain(link)) continue;
    const { paragraph } = link.statement.block;
    const cue = cueOf(link);
    // the next of a list is what the first is
    if (cue === "given" || cue === "define") open.add(paragraph);
    else if (cue === "claim") open.delete(paragraph);
    const text = right.op === "number" ? (right.name ?? "") : "";
    // "the rate $p = 0.03$": a name that has its value from here
    const isNamed = f.role === "defines" && cue === undefined && (f.left.op === "symbol" || f.left.op === "indexed");
    if ((open.has(paragraph) || isNamed) && text.includes(".") && text.replace(/^0*\.?0*|\./g, "").length <= DIGITS) told.add(text);
  }
  return told;
}

/** The decimals that an equation before an item comes to: "so p ≈ 0.3"; they may have been rounded. */
export function resultingDecimals(item: Item, groups: readonly ItemGroup[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { items } of groups)
    for (const { order, left, right, relation } of items) {
      const isResult = relation === "≈" || !(left.op === "symbol" || left.op === "indexed" || left.op === "statistic");
      if (order < item.order && isResult && right.op === "number" && (right.name ?? "").includes(".")) found.add(right.name ?? "");
    }
  return found;
}
