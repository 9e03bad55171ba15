/** Facts that stand before the parts (a), (b), … of a problem, as facts of the part that uses them. */
import type { Item } from "../facts/items";

export class SharedFacts {
  /** Every fact as one of a part, so that it is the same each time. */
  private readonly made = new Map<number, Map<Item, Item>>();

  /** The facts of the document, those before the parts of the problem as if they stood in the part of the item. */
  within(item: Item, facts: readonly Item[]): readonly Item[] {
    const { within, scope, order } = item;
    if (within === undefined) return facts;
    return facts.map((f) => (f.scope === within && f.order < order ? this.asOf(f, scope) : f));
  }

  private asOf(f: Item, scope: number): Item {
    const known = this.made.get(scope) ?? new Map<Item, Item>();
    this.made.set(scope, known);
    const made = known.get(f) ?? { ...f, scope };
    known.set(f, made);
    return made;
  }
}
