/** Conclusions that stand side by side: in "so $x = 2$ and $y = 3$" the word that leads to the first leads to all. */
import { isNextOfList } from "../../derivation/facts/initial-values";
import type { Item, ItemGroup } from "../../derivation/facts/items";

/** The lone names that stand before an item in its list, first to last; none where it is no lone name, or stands alone. */
export function joinedBefore(item: Item, groups: readonly ItemGroup[]): readonly Item[] {
  const found: Item[] = [];
  let at = groups.findIndex((g) => g.items.some((i) => i.order === item.order));
  for (let now = item; at > 0 && isLoneName(now); at--) {
    const [before] = groups[at - 1].items;
    if (!before || before.scope !== item.scope || before.relation !== "=" || !isLoneName(before) || !isJoined(now, before)) break;
    found.unshift(before);
    now = before;
  }
  return found;
}

const isLoneName = ({ left, link }: Item): boolean => link.index === 0 && !link.continued && (left.op === "symbol" || left.op === "indexed");

/** Nothing but "and" or a comma stands between them. */
function isJoined({ link: { statement: b } }: Item, { link: { statement: a } }: Item): boolean {
  if (b.arrow || a.block.paragraph !== b.block.paragraph) return false;
  return a.block === b.block ? a.row === b.row && b.order > 0 && /^[\s,;]*(and)?[\s,]*$/i.test(b.lead) : isNextOfList(b) && b.lead.trim() === "";
}
