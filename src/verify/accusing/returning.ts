/** Chains that return to a value after a false step: the mistake is in the step before. */
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Fix, Note, Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";

/** How far back in a chain a value is looked for. */
const BACK = 4;

/** Worlds in which it is seen whether a row could return to an earlier value at all. */
const FEW = 4;

/** The earlier step of the chain to whose left side this step returns, where a step between them fails. */
export function returnsTo(item: Item, finals: readonly Tried[], input: JudgeInput, holds: (changed: Item) => boolean): Item | undefined {
  if (item.relation !== "=" || !item.link.continued) return undefined;
  const own = allNames([item.left, item.right]);
  const afterFailure = input.groups.some((g) => g.items.some((i) => i.link.right === item.link.left && input.failed?.has(i.link) === true));
  // a row that speaks of other names rests on other facts
  const mayHold = (changed: Item): boolean =>
    (afterFailure && [...allNames([changed.left])].some((n) => !own.has(n))) || finals.some((t) => agreesUnder(changed, t, { ...input, samples: FEW }));
  const items = input.groups.flatMap((g) => g.items);
  let before = items.find((i) => i.link.right === item.link.left);
  for (let steps = 0; before && before.relation === "=" && steps < BACK; steps++) {
    const changed = { ...item, left: before.left };
    if (mayHold(changed) && holds(changed)) return before;
    const { link }: Item = before;
    before = link.continued ? items.find((i) => i.link.right === link.left) : undefined;
  }
  return undefined;
}

/** What mends the one failing step on the way back to `returned`: with it the value that returns was never left. */
export function mendedBefore(item: Item, returned: Item, { groups, failed }: JudgeInput): Fix[] {
  const items = groups.flatMap((g) => g.items);
  const failures: Step[] = [];
  for (let before = items.find((i) => i.link.right === item.link.left); before; before = items.find((i) => i.link.right === before?.link.left)) {
    const failure = failed?.get(before.link);
    if (failure) failures.push(failure);
    if (before === returned) break;
  }
  return failures.length === 1 ? (failures[0].fixes ?? []).slice(0, 1).map((fix) => ({ ...fix, title: `In the step before: ${fix.title}` })) : [];
}

/** What is said of such a step beside its counterexample, and at the earlier value. */
export const RETURNS = "The right side is what stood earlier in this chain: the mistake is in a step before this one.";
export const noteAt = (returned: Item, input: JudgeInput): Note => ({
  range: input.range(returned.link.left),
  code: "chain/returns",
  message: "A later row returns to this value, after a step that does not hold.",
});
