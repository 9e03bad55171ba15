/** A small mark behind every step that holds, so that a reader sees what was checked and is right. */
import type { FileReport, Step } from "../verify/report";
import { type PlainPosition, type PlainRange, plainPosition } from "./diagnostics";
import { stepsIn } from "./places";

export interface Mark {
  readonly position: PlainPosition;
  readonly label: string;
  readonly tooltip: string;
}

/** Within a range; one mark a place, though several steps may end there. */
export function marks(report: FileReport, range: PlainRange): Mark[] {
  const steps = stepsIn(report, range);
  const wrong = new Set(steps.filter((step) => step.verdict === "fails").map((step) => step.range.end.offset));
  const found = new Map<number, Mark>();
  for (const step of steps) {
    const { offset } = step.range.end;
    if (step.verdict === "holds" && !wrong.has(offset) && !found.has(offset))
      found.set(offset, { position: plainPosition(step.range.end), label: "✓", tooltip: tooltip(step) });
  }
  return [...found.values()];
}

const tooltip = (step: Step): string => (step.relation === "⇒" || step.relation === "⇔" ? `The arrow: ${step.message}` : step.message);
