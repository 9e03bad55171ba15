/** The same failure at numbers that a person can check by hand. */
import { slopeOf } from "../../checks/proportional";
import type { Item } from "../../derivation/facts/items";
import { shrink } from "../../fixes/shrink";
import type { Tried } from "../trying/trial";

/** A failure at a point that was chosen, on the bench on which it is. */
export const atPoint = (tried: Tried): Tried =>
  tried.outcome.kind === "differs" && tried.outcome.at && tried.setting ? { ...tried, setting: { ...tried.setting, bench: tried.outcome.at } } : tried;

/** The same failure at small numbers, where there are such. */
export function shrunken(item: Item, tried: Tried): Tried {
  const { outcome, setting } = tried;
  if (outcome.kind === "differs" && outcome.at) return atPoint(tried);
  if (outcome.kind !== "differs" || !setting || setting.closed || item.relation === "!=") return tried;
  const { left, right } = tried.derived ?? tried.item ?? item;
  const { along } = outcome;
  const found = shrink(
    setting.bench,
    along ? [slopeOf(left, along), slopeOf(right, along)] : [left, right],
    outcome.witness.world,
    setting.complex,
    (o, l, r) => o === "different" && Number.isFinite(l) && Number.isFinite(r) && broken(along ? "=" : item.relation, l, r),
  );
  if (!found) return tried;
  return {
    ...tried,
    setting: { ...setting, bench: found.bench },
    outcome: { ...outcome, witness: { world: found.world, left: found.left, right: found.right } },
  };
}

function broken(relation: string, left: number, right: number): boolean {
  if (Math.abs(left - right) <= 1e-6 * Math.max(Math.abs(left), Math.abs(right))) return false;
  return relation === "=" || (relation === "<" || relation === "<=" ? left > right : left < right);
}
