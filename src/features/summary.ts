/** Counts of verdicts, in words. */
import type { FileReport, Step, Verdict } from "../verify/report";

export const verdicts: readonly Verdict[] = ["holds", "fails", "holds-if", "defines", "given", "unchecked"];

const words: Record<Verdict, (count: number) => string> = {
  holds: (count) => `${count} ${count === 1 ? "holds" : "hold"}`,
  fails: (count) => `${count} ${count === 1 ? "fails" : "fail"}`,
  "holds-if": (count) => `${count} ${count === 1 ? "holds" : "hold"} under a condition`,
  defines: (count) => `${count} ${count === 1 ? "defines" : "define"}`,
  given: (count) => `${count} given`,
  unchecked: (count) => `${count} unchecked`,
};

/** "7 hold, 1 fails"; verdicts that do not occur are left out. */
export function inWords(counts: Readonly<Record<Verdict, number>>): string {
  const parts = verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => words[verdict](counts[verdict]));
  return parts.length > 0 ? parts.join(", ") : "no steps";
}

const signs: Record<Verdict, string> = { holds: "✓ ", fails: "✗ ", "holds-if": "! ", defines: "", given: "", unchecked: "? " };

/** The same with a sign before each count: "✓ 7 hold  ✗ 1 fails". */
export const withSigns = (counts: Readonly<Record<Verdict, number>>): string =>
  verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => signs[verdict] + words[verdict](counts[verdict]))
    .join("\u2002");

export function countVerdicts(steps: readonly Step[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 };
  for (const step of steps) counts[step.verdict] += 1;
  return counts;
}

/** The counts of several files together. */
export function addUp(files: readonly FileReport[]): Record<Verdict, number> {
  return countVerdicts(files.flatMap((file) => file.derivations.flatMap((derivation) => derivation.steps)));
}
