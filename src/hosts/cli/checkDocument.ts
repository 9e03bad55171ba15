/** Runs the pipeline on one document to its end, telling a listener how far it is; an error of ours becomes a problem of the report. */
import type { FileReport, Verdict } from "../../verify/report";
import { type Progress, type VerifyOptions, verify } from "../../verify/verify";

export interface Source {
  readonly path: string;
  readonly text: string;
}

export function checkDocument(source: Source, options: VerifyOptions, onProgress?: (progress: Progress) => void): FileReport {
  try {
    const run = verify(source, options);
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
      onProgress?.(value);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return brokenReport(source.path, "internal/error", `This document could not be checked; this is a defect of Spotcheck: ${message}`);
  }
}

/** A report that holds nothing but one problem at the start of the document. */
export function brokenReport(path: string, code: string, message: string): FileReport {
  const start = { line: 0, character: 0, offset: 0 };
  return { path, derivations: [], problems: [{ range: { start, end: start }, code, message }], summary: emptySummary() };
}

export const emptySummary = (): Record<Verdict, number> => ({ holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 });
