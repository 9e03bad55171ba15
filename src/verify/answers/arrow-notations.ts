/** Arrows between statements whose notation has another reading: ln(a)^t as the logarithm of a power. */

import type { ItemGroup } from "../../derivation/facts/items";
import type { ArrowRun } from "../../derivation/reading/arrows";
import { powersOfArguments } from "../../derivation/reading/readings";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { arrowStep } from "./arrows";

/** The step of the arrow that leads to `groups[at]`, in the usual notation, and in the other one where it does not hold in that. */
export function arrowInNotations(groups: readonly ItemGroup[], at: number, run: ArrowRun, input: JudgeInput): Step {
  const step = arrowStep(groups, at, run, input);
  if (step.verdict !== "fails") return step;
  const around = new Set([...run.premise, ...run.conclusion]);
  let says: string | undefined;
  const read = groups.map((group, k) => {
    if (!around.has(k)) return group;
    const items = group.items.map((item) => {
      const [other] = powersOfArguments(item, input.reading);
      says ??= other?.says;
      return other?.item ?? item;
    });
    return { ...group, items };
  });
  const again = says === undefined ? undefined : arrowStep(read, at, run, input);
  return again && says !== undefined && /^holds/.test(again.verdict) ? { ...again, reading: [says] } : step;
}
