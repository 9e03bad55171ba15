/** A step that fails somewhere: with a condition, or with its witness, where the sides differ, and the edits after which it holds. */
import { failing } from "../accusing/failing";
import { breaksNamedRule } from "../accusing/named-rules";
import type { Loose } from "../accusing/refutable";
import { breaksRules } from "../accusing/rules-of-probability";
import { SLIP } from "../accusing/slips";
import type { Step } from "../report";
import type { Tried } from "../trying/trial";
import { agreeing, agreesUnder } from "../trying/trials";
import { type Tested, withOwnWork } from "./judging";

/** `finals` are the trials that differ; `unmet` is what the document says of the step that could not be taken into account. */
export function failingStep({ item, shared, input: given }: Tested, finals: readonly Tried[], unmet?: Loose): Step {
  const input = withOwnWork(given);
  const holds = (changed: typeof item): boolean =>
    finals.some((t) => t.item === item && agreesUnder(changed, t, input)) || agreeing(changed, { ...input, rough: true });
  const sure = !unmet && finals.length > 0 && (breaksNamedRule(item, finals) || finals.every((t) => breaksRules(item, t, input)));
  return { ...shared, ...failing(item, finals, input, holds, unmet, SLIP, sure) };
}
