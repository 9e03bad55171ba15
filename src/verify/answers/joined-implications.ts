/** "x = 0 ⇒ u = 1, x = 2 ⇒ u = 5": a comma between two arrows may end one implication and begin the next. */
import type { ItemGroup } from "../../derivation/facts/items";
import type { ArrowRun } from "../../derivation/reading/arrows";

/** Whether statements beside a comma stand between this arrow and the one before or behind it. */
export function isJoined(groups: readonly ItemGroup[], { premise, conclusion }: ArrowRun): boolean {
  const block = groups[conclusion[0]].line.block;
  const arrowAt = (i: number | undefined): boolean => i !== undefined && groups[i]?.line.arrow !== undefined && groups[i].line.block === block;
  return (premise.length > 1 && premise.some(arrowAt)) || (conclusion.length > 1 && arrowAt(conclusion[conclusion.length - 1] + 1));
}
