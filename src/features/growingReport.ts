/** A report while its check is under way: what was found so far, and where the check has not come yet what the one before found. */
import type { Derivation, FileReport, Step } from "../verify/report";
import type { FoundStep } from "../verify/verify";
import { countVerdicts } from "./summary";

export class GrowingReport {
  /** By the place of the relation sign. */
  private readonly found = new Map<number, FoundStep>();

  /** `before` is of the same text, as `carriedOver` makes it. */
  constructor(private readonly before: FileReport) {
    for (const { range, steps } of before.derivations) this.add(steps.map((step) => ({ step, formula: range.start.offset })));
  }

  add(found: readonly FoundStep[]): void {
    for (const each of found) this.found.set(each.step.relationRange.start.offset, each);
  }

  report(): FileReport {
    const derivations = new Map<number, Step[]>();
    const inOrder = [...this.found].sort(([a], [b]) => a - b).map(([, found]) => found);
    for (const { step, formula } of inOrder) derivations.set(formula, [...(derivations.get(formula) ?? []), step]);
    return {
      ...this.before,
      derivations: [...derivations].map(([formula, steps]) => covering(formula, steps)),
      summary: countVerdicts(inOrder.map(({ step }) => step)),
    };
  }
}

/** From the first expression on, if it stands in the formula. */
function covering(formula: number, steps: readonly Step[]): Derivation {
  const [{ leftRange, relationRange }] = steps;
  const start = leftRange && leftRange.start.offset >= formula ? leftRange.start : relationRange.start;
  return { range: { start, end: steps[steps.length - 1].range.end }, steps };
}
