/** Runs the pipeline on one document to its end, in one thread or in several; an error of ours becomes a problem of the report. */
import type { FileReport, Verdict } from "../../verify/report";
import { type Progress, type VerifyOptions, verify } from "../../verify/verify";
import { type Crew, Helpers } from "./helpers";

export interface Source {
  readonly path: string;
  readonly text: string;
}

export function checkDocument(source: Source, options: VerifyOptions): FileReport {
  try {
    const run = verify(source, options);
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
    }
  } catch (error) {
    return defectReport(source.path, error);
  }
}

/** The same report, by so many threads where the document is long. */
export async function checkTogether(source: Source, options: VerifyOptions, crew: Crew, onProgress: (progress: Progress) => void): Promise<FileReport> {
  const helpers = new Helpers(source, options, crew);
  try {
    const run = verify(source, { ...options, share: helpers.share });
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
      if (value.waiting) await helpers.news();
      else onProgress(value);
    }
  } catch (error) {
    return defectReport(source.path, error);
  } finally {
    helpers.stop();
  }
}

function defectReport(path: string, error: unknown): FileReport {
  const message = error instanceof Error ? error.message : String(error);
  return brokenReport(path, "internal/error", `This document could not be checked; this is a defect of Spotcheck: ${message}`);
}

/** A report that holds nothing but one problem at the start of the document. */
export function brokenReport(path: string, code: string, message: string): FileReport {
  const start = { line: 0, character: 0, offset: 0 };
  return { path, derivations: [], problems: [{ range: { start, end: start }, code, message }], summary: emptySummary() };
}

const emptySummary = (): Record<Verdict, number> => ({ holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 });
