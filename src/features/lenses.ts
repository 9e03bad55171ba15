/** One line above each derivation with its counts, and one above a code answer that opens the demo. */
import type { Derivation, FileReport } from "../verify/report";
import { type PlainRange, plainRange } from "./diagnostics";
import { openingLine } from "./places";
import { countVerdicts, withSigns } from "./summary";

export interface Lens {
  readonly range: PlainRange;
  readonly title: string;
  readonly command: "spotcheck.nextProblem" | "spotcheck.openDemo" | "";
  /** Where the derivation begins: its command starts there. */
  readonly at: PlainRange;
}

/** `lines` are the document's: a lens stands above the line that opens the display. */
export const lenses = (report: FileReport, lines: readonly string[]): Lens[] => report.derivations.flatMap((each) => ofDerivation(each, lines));

function ofDerivation(derivation: Derivation, lines: readonly string[]): Lens[] {
  const at = plainRange(derivation.range);
  if (derivation.steps.some((step) => step.relation === "code")) {
    return [
      { range: at, at, title: withSigns(countVerdicts(derivation.steps)), command: "" },
      { range: at, at, title: "Run this code: reparameterize demo", command: "spotcheck.openDemo" },
    ];
  }
  const claims = derivation.steps.filter((step) => step.verdict !== "defines" && step.verdict !== "given");
  if (claims.length < 2 && !claims.some((step) => step.verdict === "fails" || step.verdict === "holds-if")) return [];
  const counts = countVerdicts(claims);
  const opening = { line: Math.min(openingLine(derivation, lines), at.start.line), character: 0 };
  const command = counts.fails + counts["holds-if"] > 0 ? "spotcheck.nextProblem" : "";
  return [{ range: { start: opening, end: opening }, at, title: withSigns(counts), command }];
}
