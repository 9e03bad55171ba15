/** Names that an earlier section calls vectors or matrices and that a later one uses for something else: introduced anew there, or only as the terms of a sequence. */
import type { Block } from "../../document/blocks";
import { walk } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import type { ReadDocument } from "../reading/chains";
import type { Declaration } from "../words/declarations";
import { listedNames } from "./declared-anew";
import { scopesOf } from "./scopes";

/** Which declarations of shapes are over. */
export interface OutlivedShapes {
  /** The section of a block. */
  section(block: number): number;
  /** Whether what a section says of the shape of a name is over where an item of another stands. */
  isOver(name: string, said: number, item: Item): boolean;
}

/** Where a name is introduced. */
interface Introduction {
  readonly section: number;
  readonly order: number;
}

/** How the names of a section stand there: alone, or with an index only. */
interface Spelling {
  readonly alone: ReadonlySet<string>;
  readonly indexed: ReadonlySet<string>;
}

/** The section of every block, counted from the first; the parts of a problem are of one section. */
export function sectionsOf(blocks: readonly Block[]): readonly number[] {
  const found = known.get(blocks) ?? scopesOf(blocks).map((s) => s.within ?? s.scope);
  known.set(blocks, found);
  return found;
}

/** They are asked for once for every window of a long document. */
const known = new WeakMap<readonly Block[], readonly number[]>();

/** `said`: what the words of the document declare. */
export function outlivedShapes({ scanned }: ReadDocument, groups: readonly ItemGroup[], said: readonly Declaration[]): OutlivedShapes {
  const sections = sectionsOf(scanned.blocks);
  const section = (block: number): number => sections[block] ?? 0;
  const bySection = new Map<number, Item[]>();
  const introductions = new Map<string, Introduction[]>();
  const firstOrder = new Map<number, number>();
  for (const { line, items } of groups)
    for (const item of items) {
      const of = section(line.at);
      listAt(bySection, of).push(item);
      if (!firstOrder.has(line.at)) firstOrder.set(line.at, item.order);
      for (const name of introducedBy(item)) listAt(introductions, name).push({ section: of, order: item.order });
    }
  const blocks = [...firstOrder.keys()];
  for (const d of said) {
    const next = blocks.find((block) => block >= d.at);
    const order = next === undefined ? Number.POSITIVE_INFINITY : (firstOrder.get(next) ?? 0) - 0.5;
    for (const name of d.names) listAt(introductions, name).push({ section: section(d.at), order });
  }
  const spelt = new Map<number, Spelling>();
  const spelling = (of: number): Spelling => {
    const known = spelt.get(of) ?? spellingOf(bySection.get(of) ?? []);
    spelt.set(of, known);
    return known;
  };
  return {
    section,
    isOver(name, from, item) {
      const here = section(item.link.statement.at);
      if (from >= here) return false;
      if (introductions.get(name)?.some((i) => i.section > from && i.section <= here && i.order <= item.order)) return true;
      const { alone, indexed } = spelling(here);
      return indexed.has(name) && !alone.has(name);
    },
  };
}

/** The list that a map holds for a key, made where there is none. */
function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  let found = map.get(key);
  if (!found) {
    found = [];
    map.set(key, found);
  }
  return found;
}

/** X of "X ∼ …", "X ∈ …", and of a formula that defines it. */
function introducedBy(item: Item): string[] {
  if (item.relation === "∼" || item.relation === "∈") return listedNames(item.left);
  return item.fact?.kind === "definition" && item.fact.params.length === 0 && !item.fact.indexed ? [item.fact.name] : [];
}

function spellingOf(items: readonly Item[]): Spelling {
  const alone = new Set<string>();
  const indexed = new Set<string>();
  for (const { left, right } of items)
    for (const side of [left, right])
      walk(side, (n) => {
        if (n.op === "symbol") alone.add(n.name ?? "");
        else if (n.op === "indexed") indexed.add(n.name ?? "");
      });
  return { alone, indexed };
}
