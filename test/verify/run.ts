/** Runs a check to its end. */
import type { FileReport, Step } from "../../src/verify/report";
import { type VerifyOptions, verify } from "../../src/verify/verify";

export function check(text: string, options: VerifyOptions = {}, path = "a.md"): FileReport {
  const run = verify({ path, text }, options);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

export const stepsOf = (report: FileReport): Step[] => report.derivations.flatMap((d) => [...d.steps]);

/** Verdicts in reading order. */
export const verdicts = (text: string, path = "a.md"): string[] => stepsOf(check(text, {}, path)).map((s) => s.verdict);
