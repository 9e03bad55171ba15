/** One line above each derivation with its counts, and one above a code answer that opens the demo. */
import type { Derivation, FileReport } from "../verify/report";
import { type PlainRange, plainRange } from "./diagnostics";
import { countVerdicts, inWords } from "./summary";

export interface Lens {
  readonly range: PlainRange;
  readonly title: string;
  readonly command: "spotcheck.nextProblem" | "spotcheck.openDemo" | "";
}

export const lenses = (report: FileReport): Lens[] => report.derivations.flatMap(ofDerivation);

function ofDerivation(derivation: Derivation): Lens[] {
  const range = plainRange(derivation.range);
  if (derivation.steps.some((step) => step.relation === "code")) {
    return [
      { range, title: inWords(countVerdicts(derivation.steps)), command: "" },
      { range, title: "Run this code: reparameterize demo", command: "spotcheck.openDemo" },
    ];
  }
  const claims = derivation.steps.filter((step) => step.verdict !== "defines" && step.verdict !== "given");
  if (claims.length < 2 && !claims.some((step) => step.verdict === "fails" || step.verdict === "holds-if")) return [];
  const counts = countVerdicts(claims);
  return [{ range, title: inWords(counts), command: counts.fails + counts["holds-if"] > 0 ? "spotcheck.nextProblem" : "" }];
}
