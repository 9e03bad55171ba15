/** An integral over a region of which nothing is said, beside an iterated one: it holds if the region is what the limits describe. */
import { describedRegion, regionDefinition } from "../../derivation/facts/described-regions";
import type { Item } from "../../derivation/facts/items";
import { print } from "../../notation/print";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** The verdict of such a step; undefined where the integrands differ all the same. */
export function overDescribedRegion(item: Item, last: Tried, input: JudgeInput): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (item.relation !== "=" || last.outcome.kind !== "unknown" || last.outcome.code !== "integral/region") return undefined;
  const region = describedRegion(item.left, item.right);
  if (!region || last.plan.definitions.has(region.name)) return undefined;
  const definitions = new Map([...last.plan.definitions, [region.name, regionDefinition(region)]]);
  const { outcome, assumes } = tryPlan(item, { ...last.plan, definitions, unused: [] }, { ...input, hasty: true });
  if (outcome.kind !== "agrees" || assumes !== undefined) return undefined;
  const holdsIf = `${region.name} = ${print(region.set)}`;
  return { verdict: "holds-if", code: "step/holds-if", holdsIf, message: `Holds if $${holdsIf}$, which no formula of the document says.` };
}
