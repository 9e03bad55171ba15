/** A value or a formula that answers an equation before it: whether it is a solution. */
import { functionAnswer } from "../answers/function-answers";
import { rootAnswer } from "../answers/root-answers";
import { termAnswer } from "../answers/term-answers";
import type { Step } from "../report";
import { type Judging, withOwnWork } from "./judging";

export function answered({ item, input, shared }: Judging): Step | undefined {
  const own = withOwnWork(input);
  const found = rootAnswer(item, own) ?? termAnswer(item, own) ?? functionAnswer(item, own);
  return found && { ...shared, ...found };
}
