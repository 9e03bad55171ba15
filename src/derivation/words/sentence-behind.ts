/** The words behind a formula, with those between the formulas that follow, up to the end of the sentence. */
import type { ItemGroup } from "../facts/items";

/** Formulas of one sentence that are looked at. */
const NEAR = 6;

export function sentenceBehind(groups: readonly ItemGroup[], at: number): string {
  const { paragraph } = groups[at].line.block;
  let text = "";
  for (let k = at; k < groups.length && groups[k].line.block.paragraph === paragraph && k < at + NEAR; k++) {
    if (groups[k + 1]?.line.block === groups[k].line.block) continue;
    text += ` ${groups[k].line.after}`;
    if (/[.;](?:\s|$)/.test(groups[k].line.after)) break;
  }
  return text.split(/[.;](?:\s|$)/)[0];
}
