/** Cuts a document into windows: runs of formulas that are judged together, each with the facts from elsewhere that it may use. */

import type { Item, ItemGroup } from "../derivation/facts/items";
import { allNamesOnce } from "../derivation/names/all-names";
import type { ReadDocument } from "../derivation/reading/chains";
import { isApart } from "../derivation/scopes/exercises";
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
/** Even within a paragraph, at the next formula that begins a statement behind this many. */
const LONGEST = 200;
/** Equations of the same scope from further away that share names, at most. */
const FAR = 20;

/** `spoken` formulas stand in comments and are in reach everywhere. */
export function windowsOf(read: ReadDocument, groups: readonly ItemGroup[], spoken: ReadonlySet<Block>): Window[] {
  const runs = runsOf(groups);
  const facts = new FactIndex(groups, spoken);
  const length = read.scanned.text.length;
  const place = new Map(groups.map((group, at) => [group, at]));
  return runs.map((run, k) => {
    const near = (other: number): readonly ItemGroup[] => (runs[other] && isTogether(runs[other][0], run[0]) ? runs[other] : []);
    const window = [...near(k - 1), ...run, ...near(k + 1)];
    const [first, last] = [place.get(window[0]) as number, place.get(window[window.length - 1]) as number];
    const outside = facts.reaching(window, first);
    const kept = new Map<ItemGroup, Item[]>();
    for (const { item, group } of outside) kept.set(group, [...(kept.get(group) ?? []), item]);
    for (const g of facts.bareBefore(first, run)) if (!kept.has(g)) kept.set(g, []);
    for (const g of facts.proportionsBefore(first, run)) kept.set(g, [...g.items]);
    const far = [...kept]
      .sort(([a], [b]) => a.line.id - b.line.id)
      .map(
        ([g, items]): ItemGroup => ({
          line: g.line,
          items,
          scope: g.scope,
          ...(g.within === undefined ? {} : { within: g.within }),
          exercise: g.exercise,
          task: g.task,
        }),
      );
    return {
      own: run,
      groups: [...far, ...window],
      outside: outside.map((o) => o.item),
      from: first > 0 ? groups[first - 1].line.block.span.to : 0,
      to: last + 1 < groups.length ? groups[last + 1].line.block.span.from : length,
    };
  });
}

/** In one scope, and in no exercises that are apart. */
const isTogether = (a: ItemGroup, b: ItemGroup): boolean => a.scope === b.scope && !isApart(a.exercise, b.exercise);

/** Its own scope, and that of what stands before the parts of its problem. */
const scopesOf = ([first]: readonly ItemGroup[]): number[] => (first.within === undefined ? [first.scope] : [first.scope, first.within]);

function runsOf(groups: readonly ItemGroup[]): ItemGroup[][] {
  const runs: ItemGroup[][] = [];
  let signs = 0;
  groups.forEach((group, i) => {
    const before = groups[i - 1];
    const joined =
      before &&
      (before.line.block === group.line.block ||
        (before.line.block.paragraph === group.line.block.paragraph && signs < LONGEST) ||
        group.line.arrow ||
        group.items[0]?.link.continued);
    if (!before || ((!isTogether(group, before) || signs >= RUN) && !joined)) {
      runs.push([]);
      signs = 0;
    }
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

/** The facts about one name, each list in reading order. Equations of the second kind end with their scope. */
interface Shelf {
  readonly definition: Placed[];
  readonly condition: Placed[];
  readonly equation: Placed[];
  readonly scoped: Map<number, Placed[]>;
}

/** X of "Let X have the density f(x) = …": a statistic of it needs the formula. */
const capitalsOf = ({ fact, link }: Item): string[] =>
  fact?.kind === "definition" && fact.params.length === 1 && /^[a-z]$/.test(fact.params[0]) && /\b(densit|pdf|pmf|mass function)/i.test(link.statement.prose)
    ? [fact.params[0].toUpperCase()]
    : [];

/** Facts by the names that they say something of. */
class FactIndex {
  private readonly byName = new Map<string, Shelf>();
  /** The names of every item. */
  private readonly names: string[][] = [];

  constructor(
    private readonly groups: readonly ItemGroup[],
    private readonly spoken: ReadonlySet<Block>,
  ) {
    groups.forEach((group, at) => {
      for (const item of group.items) {
        this.names[item.order] = [...allNamesOnce([item.left, item.right])];
        if (item.fact) this.enter({ item, group, at });
      }
    });
  }

  private enter(placed: Placed): void {
    for (const name of this.namesOfFact(placed.item)) {
      let shelf = this.byName.get(name);
      if (!shelf) {
        shelf = { definition: [], condition: [], equation: [], scoped: new Map() };
        this.byName.set(name, shelf);
      }
      this.listFor(shelf, name, placed.item)?.push(placed);
    }
  }

  private namesOfFact(item: Item): Iterable<string> {
    const { fact, order } = item;
    const names = this.names[order];
    return fact?.kind === "definition" ? new Set([...names, fact.name, ...fact.params, ...capitalsOf(item)]) : names;
  }

  /** Definitions of the name; conditions (they tell shapes), solved forms and norms of any scope; equations by their scope. */
  private listFor(shelf: Shelf, name: string, item: Item): Placed[] | undefined {
    const { fact, left, right, scope, link } = item;
    if (fact?.kind === "definition") return fact.name === name || isDistribution(fact.name) || capitalsOf(item).includes(name) ? shelf.definition : undefined;
    if (fact?.kind === "condition") return shelf.condition;
    if (/^(apply|symbol|indexed)$/.test(left.op) || right.name === "1" || this.spoken.has(link.statement.block)) return shelf.equation;
    const own = shelf.scoped.get(scope) ?? [];
    if (own.length === 0) shelf.scoped.set(scope, own);
    return own;
  }

  /** Facts in front of group `first` that may matter to a window, through the names that they share with it. */
  reaching(window: readonly ItemGroup[], first: number): Placed[] {
    const scopes = scopesOf(window);
    const exercise = window.find((g) => g.exercise !== 0)?.exercise ?? 0;
    const found = new Map<Item, Placed>();
    const seen = new Set<string>();
    const todo: string[] = [];
    for (const g of window) for (const i of g.items) for (const name of this.names[i.order]) todo.push(name);
    while (todo.length) {
      const name = todo.pop() as string;
      if (seen.has(name)) continue;
      seen.add(name);
      for (const placed of this.about(name, first, scopes)) {
        if (found.has(placed.item) || isApart(exercise, placed.group.exercise)) continue;
        found.set(placed.item, placed);
        todo.push(...this.names[placed.item.order]);
      }
    }
    return [...found.values()].sort((a, b) => a.item.order - b.item.order);
  }

  /** Nearest first, so many of each kind, and `FAR` in all. */
  private about(name: string, first: number, scopes: readonly number[]): Placed[] {
    const shelf = this.byName.get(name);
    if (!shelf) return [];
    const lists = [
      newest(shelf.definition, first, 4),
      newest(shelf.condition, first, FAR / 2),
      [shelf.equation, ...scopes.map((scope) => shelf.scoped.get(scope) ?? [])]
        .map((list) => newest(list, first, FAR / 2))
        .reduce(merged)
        .slice(0, FAR / 2),
    ];
    return lists.reduce(merged).slice(0, FAR);
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

  /** What is said up to a factor not far in front: densities, whose laws are known by their form. */
  proportionsBefore(first: number, run: readonly ItemGroup[]): ItemGroup[] {
    const found: ItemGroup[] = [];
    for (let at = first - 1; at >= 0 && run[0].line.block.paragraph - this.groups[at].line.block.paragraph < RUN; at--)
      if (this.groups[at].items[0]?.relation === "∝") found.push(this.groups[at]);
    return found;
  }
}

/** The last `count` of a list that stand in front of group `first`, nearest first. */
function newest(list: readonly Placed[], first: number, count: number): Placed[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].at < first) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - count), low).reverse();
}

/** Two lists that are nearest first, as one. */
function merged(a: readonly Placed[], b: readonly Placed[]): Placed[] {
  if (b.length === 0) return [...a];
  return a.length === 0 ? [...b] : [...a, ...b].sort((x, y) => y.item.order - x.item.order);
}

const isDistribution = (name: string): boolean => /^([pqPQ]|\\pi|\\phi|f)(_|$)/.test(name);
