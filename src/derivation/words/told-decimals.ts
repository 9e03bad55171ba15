/** Decimals that words give as data, "If P(A) = 0.5", "with r = 0.05": they are meant as they stand, and nobody has rounded them. */

import type { Item, ItemGroup } from "../facts/items";
import { isChain } from "../reading/chains";
import { cueOf } from "../roles/words-before";

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

/** The decimals of one digit that may have been rounded: those that an equation before an item comes to, "so p ≈ 0.3", 0.3 where ⅓ stands beside it, and where words speak of rounding. */
export function resultingDecimals(item: Item, groups: readonly ItemGroup[], text: string): ReadonlySet<string> {
  const around = text.slice(Math.max(0, item.link.left.from - AROUND), item.link.right.to + AROUND);
  const found = roundedQuotients(around);
  if (/\bround(?:ed|ing|s)?\b/i.test(around)) for (const [name] of around.matchAll(/(?<![\d.])0*\.0*[1-9](?!\d)/g)) found.add(name);
  for (const { items } of groups)
    for (const { order, left, right, relation } of items) {
      const isResult = relation === "≈" || !(left.op === "symbol" || left.op === "indexed" || left.op === "statistic");
      if (order < item.order && isResult && right.op === "number" && (right.name ?? "").includes(".")) found.add(right.name ?? "");
    }
  return found;
}

/** Characters around a formula in which a quotient may be what a decimal was before. */
const AROUND = 250;
const QUOTIENT = /\\[dt]?frac\s*(?:\{(\d+)\}|(\d))\s*(?:\{(\d+)\}|(\d))|\b(\d+)\s*\/\s*(\d+)\b/g;

/** 0.3 and .3 of 1/3: quotients of whole numbers, with one digit. */
function roundedQuotients(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, ...parts] of text.matchAll(QUOTIENT)) {
    const [top, bottom] = parts.filter((p) => p !== undefined).map(Number);
    const value = top / bottom;
    const rounded = value.toPrecision(1);
    if (value > 0 && value < 1 && Number(rounded) !== value) for (const name of [rounded, rounded.slice(1)]) found.add(name);
  }
  return found;
}
