/** A step that fails at some point: a condition under which it holds, or the verdict with a small witness, the place of the mistake and its fixes. */

import type { Item } from "../../derivation/facts/items";
import { some } from "../../expression/tree";
import type { Found } from "../../fixes/find";
import { evidenceOf, failureMessage, messageFor, remedyOf } from "../messages";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { vanishesUnder } from "../trying/trials";
import { assumption, conditional, holdsSomewhere } from "./assumed";
import { cureOf } from "./cures";
import { doubtOf } from "./doubt";
import { soughtFunction } from "./doubts/functions";
import { slipOnTheLeft } from "./left-slips";
import type { Loose } from "./refutable";
import { fixesOf, repairsFor } from "./repairs";
import { mendedBefore, noteAt, RETURNS, returnsTo } from "./returning";
import { isMeant, SLIP, shortensSums } from "./slips";
import { shrunken } from "./small-failure";
import { witnessOf } from "./witness";

/**
 * `finals` are the trials of the readings, most conventional first, all of which fail; `holds` is the full check of a changed step; `unmet` is what the
 * document says of the step that could not be taken into account; `sure` where nothing that the step rests on leaves a doubt.
 */
export function failing(
  item: Item,
  finals: readonly Tried[],
  input: JudgeInput,
  holds: (changed: Item) => boolean,
  unmet?: Loose,
  most = SLIP,
  sure = false,
): Judgement {
  return soughtLater(item, finals, input) ?? conditionally(item, finals, input, unmet) ?? accused(item, finals, input, holds, most, sure ? "sure" : unmet);
}

/** A step that asks for a function, which no difference refutes. */
function soughtLater(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  const sought = finals.map((t) => soughtFunction(item, t, input)).find((d) => d !== undefined);
  return sought && { verdict: "unchecked", ...sought, evidence: evidenceOf(finals[finals.length - 1].outcome, input.seed) };
}

/** A step that holds under a condition. */
function conditionally(item: Item, finals: readonly Tried[], input: JudgeInput, unmet: Loose | undefined): Judgement | undefined {
  for (const tried of finals) {
    const assumed = unmet && !holdsSomewhere(tried) ? undefined : assumption(item, tried, input);
    const evidence = assumed && evidenceOf(tried.outcome, input.seed);
    // what could not be taken into account may say it
    if (assumed) return unmet ? { verdict: "unchecked", ...unmet, evidence } : conditional(item, assumed, evidence);
  }
  return undefined;
}

/** The accusation with its fixes, or the doubt that no edit outweighs. */
function accused(
  item: Item,
  finals: readonly Tried[],
  input: JudgeInput,
  holds: (changed: Item) => boolean,
  most: number,
  unmet: Loose | "sure" | undefined,
): Judgement {
  const returned = returnsTo(item, finals, input, holds);
  const doubt = unmet === "sure" ? undefined : (unmet ?? finals.map((t) => doubtOf(item, t, input)).find((d) => d !== undefined));
  const cure = doubt && cureOf(doubt);
  const last = finals[finals.length - 1];
  // no probability is mended by what makes all of it zero
  const isOfChance = [item.left, item.right].some((e) => some(e, (n) => n.op === "statistic"));
  const mended = (changed: Item): boolean => holds(changed) && !(isOfChance && finals.some((t) => vanishesUnder(changed, t, input)));
  const mends = cure ? (changed: Item): boolean => mended(changed) && isMeant(changed, item, last, input) && cure.right?.(changed, item) !== false : mended;
  const { found, tried } = bestRepairs(item, finals, input, returned || (input.unmended && !doubt) ? undefined : mends);
  const evidence = evidenceOf(tried.outcome, input.seed);
  if (doubt && !found.candidates.some((c) => c.cost <= Math.max(most, cure?.most ?? 0)))
    return (returned ? undefined : wrongBefore(item, tried, input, mended, doubt)) ?? { verdict: "unchecked", ...doubt, evidence };
  const small = shrunken(item, tried);
  const fixes = returned ? mendedBefore(item, returned, input) : fixesOf(found, input.range);
  return {
    verdict: "fails",
    code: "step/fails",
    message: returned ? `${messageFor(item, small)} ${RETURNS}` : failureMessage(item, small, found),
    witness: witnessOf(item, small),
    ...(fixes.length ? { fixes } : {}),
    ...(returned ? { notes: [noteAt(returned, input)] } : {}),
    evidence,
  };
}

/** The judgement of a step in doubt whose left side has the slip. */
function wrongBefore(item: Item, tried: Tried, input: JudgeInput, holds: (changed: Item) => boolean, doubt: Loose): Judgement | undefined {
  const { left } = cureOf(doubt);
  const found =
    left === false
      ? undefined
      : slipOnTheLeft(item, tried, input, (changed) => left?.(changed, item) !== false && !shortensSums(changed, item) && holds(changed), SLIP);
  if (!found) return undefined;
  const small = shrunken(item, tried);
  return {
    verdict: "fails",
    code: "step/fails",
    message: `${messageFor(item, small)}${remedyOf(found.candidates[0]).replace(/\.$/, " on the left side.")}`,
    witness: witnessOf(item, small),
    fixes: fixesOf(found, input.range),
    evidence: evidenceOf(tried.outcome, input.seed),
  };
}

/** The reading under which the smallest edit helps, with what was found under it; without `holds` only where the sides differ. */
function bestRepairs(item: Item, finals: readonly Tried[], input: JudgeInput, holds: ((changed: Item) => boolean) | undefined): { found: Found; tried: Tried } {
  const all = finals.slice(-READINGS).map((tried) => ({ tried, found: repairsFor(item, tried, input, holds) }));
  const cost = (f: Found): number => f.candidates[0]?.cost ?? (f.clue ? 1000 : 2000);
  return all.reduce((best, each) => (cost(each.found) < cost(best.found) ? each : best));
}
const READINGS = 3;
