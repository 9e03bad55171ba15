/** Cuts a document into windows: runs of formulas that are judged together, each with the facts from elsewhere that it may use. */

import { allNames } from "../derivation/all-names";
import type { ReadDocument } from "../derivation/chains";
import type { Item, ItemGroup } from "../derivation/items";
import type { Block } from "../document/blocks";

/** What one run of formulas is judged with. Nothing outside of it has a say in its verdicts. */
export interface Window {
  /** The formulas that are judged. */
  readonly own: readonly ItemGroup[];
  /** The run before and the one behind it in the same scope, and facts from further away, all in reading order. */
  readonly groups: readonly ItemGroup[];
  /** Facts from further away. */
  readonly outside: readonly Item[];
  /** The stretch of text that holds the formulas of the window with the words around them. */
  readonly from: number;
  readonly to: number;
}

/** A run ends at the first paragraph behind this many relation signs. */
const RUN = 40;
/** Equations of the same scope from further away that share names, at most. */
const FAR = 20;

/** `spoken` formulas stand in comments and are in reach everywhere. */
export function windowsOf(read: ReadDocument, groups: readonly ItemGroup[], spoken: ReadonlySet<Block>): Window[] {
  const runs = runsOf(groups);
  const facts = new FactIndex(groups, spoken);
  const length = read.scanned.text.length;
  const place = new Map(groups.map((group, at) => [group, at]));
  return runs.map((run, k) => {
    const near = (other: number): readonly ItemGroup[] => (runs[other] && scopeOf(runs[other]) === scopeOf(run) ? runs[other] : []);
    const window = [...near(k - 1), ...run, ...near(k + 1)];
    const [first, last] = [place.get(window[0]) as number, place.get(window[window.length - 1]) as number];
    const outside = facts.reaching(window, first);
    const kept = new Map<ItemGroup, Item[]>();
    for (const { item, group } of outside) kept.set(group, [...(kept.get(group) ?? []), item]);
    for (const g of facts.bareBefore(first, run)) if (!kept.has(g)) kept.set(g, []);
    const far = [...kept].sort(([a], [b]) => a.line.id - b.line.id).map(([g, items]): ItemGroup => ({ line: g.line, items }));
    return {
      own: run,
      groups: [...far, ...window],
      outside: outside.map((o) => o.item),
      from: first > 0 ? groups[first - 1].line.block.span.to : 0,
      to: last + 1 < groups.length ? groups[last + 1].line.block.span.from : length,
    };
  });
}

const scopeOf = (run: readonly ItemGroup[]): number => run.find((g) => g.items.length)?.items[0].scope ?? -1;

function runsOf(groups: readonly ItemGroup[]): ItemGroup[][] {
  const runs: ItemGroup[][] = [];
  let signs = 0;
  let scope: number | undefined;
  groups.forEach((group, i) => {
    const before = groups[i - 1];
    const here = group.items[0]?.scope ?? scope;
    const joined =
      before &&
      (before.line.block === group.line.block ||
        before.line.block.paragraph === group.line.block.paragraph ||
        group.line.arrow ||
        group.items[0]?.link.continued);
    if (!before || (scope !== undefined && here !== scope && !joined) || (signs >= RUN && !joined)) {
      runs.push([]);
      signs = 0;
    }
    scope = here;
    signs += group.items.length;
    runs[runs.length - 1].push(group);
  });
  return runs;
}

interface Placed {
  readonly item: Item;
  readonly group: ItemGroup;
  readonly at: number;
}

/** Facts by the names that they say something of. */
class FactIndex {
  private readonly byName = new Map<string, Placed[]>();

  constructor(
    private readonly groups: readonly ItemGroup[],
    private readonly spoken: ReadonlySet<Block>,
  ) {
    groups.forEach((group, at) => {
      for (const item of group.items) if (item.fact) this.enter({ item, group, at });
    });
  }

  private enter(placed: Placed): void {
    for (const name of namesOfFact(placed.item)) {
      const known = this.byName.get(name);
      if (known) known.push(placed);
      else this.byName.set(name, [placed]);
    }
  }

  /** Facts in front of group `first` that may matter to a window, through the names that they share with it. */
  reaching(window: readonly ItemGroup[], first: number): Placed[] {
    const scope = scopeOf(window);
    const found = new Map<Item, Placed>();
    const seen = new Set<string>();
    const todo = window.flatMap((g) => g.items.flatMap((i) => [...namesOfItem(i)]));
    while (todo.length) {
      const name = todo.pop() as string;
      if (seen.has(name)) continue;
      seen.add(name);
      for (const placed of this.about(name, first, scope)) {
        if (found.has(placed.item)) continue;
        found.set(placed.item, placed);
        todo.push(...namesOfItem(placed.item));
      }
    }
    return [...found.values()].sort((a, b) => a.item.order - b.item.order);
  }

  /** Nearest first: the last definitions of a name, equations of its scope; conditions (they tell shapes), solved forms and norms of any. */
  private about(name: string, first: number, scope: number): Placed[] {
    const all = this.byName.get(name) ?? [];
    const chosen: Placed[] = [];
    const count = { definition: 0, condition: 0, equation: 0 };
    for (let k = all.length - 1; k >= 0 && chosen.length < FAR; k--) {
      const { item, at } = all[k];
      if (at >= first || !item.fact) continue;
      const { kind } = item.fact;
      const own = item.scope === scope || this.spoken.has(item.link.statement.block);
      const lasting =
        kind === "definition"
          ? item.fact.kind === "definition" && (item.fact.name === name || isDistribution(item.fact.name))
          : kind === "condition" || /^(apply|symbol|indexed)$/.test(item.left.op) || item.right.name === "1";
      if ((!own && !lasting) || (kind === "definition" && !lasting) || count[kind] >= (kind === "definition" ? 4 : FAR / 2)) continue;
      count[kind]++;
      chosen.push(all[k]);
    }
    return chosen;
  }

  /** Formulas without a relation sign not far in front: objectives, names that are arbitrary. */
  bareBefore(first: number, run: readonly ItemGroup[]): ItemGroup[] {
    const found: ItemGroup[] = [];
    for (let at = first - 1; at >= 0 && run[0].line.block.paragraph - this.groups[at].line.block.paragraph < RUN; at--) {
      const group = this.groups[at];
      if (group.line.alone && group.items.length === 0) found.push(group);
    }
    return found;
  }
}

const isDistribution = (name: string): boolean => /^([pqPQ]|\\pi|\\phi|f)(_|$)/.test(name);
const kept = new WeakMap<Item, Set<string>>();
function namesOfItem(item: Item): Set<string> {
  const known = kept.get(item) ?? allNames([item.left, item.right]);
  kept.set(item, known);
  return known;
}
const namesOfFact = (item: Item): Set<string> =>
  new Set([...namesOfItem(item), ...(item.fact?.kind === "definition" ? [item.fact.name, ...item.fact.params] : [])]);
