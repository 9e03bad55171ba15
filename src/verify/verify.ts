/** The pipeline: a document in, its report out, as a generator that a host pumps. */
import type { FileReport } from "./report";

export interface VerifyOptions {
  /** Seeds every world; the same text, seed and settings give the same report. Default 0. */
  readonly seed?: number;
  /** Worlds a step is sampled in. Default 24. */
  readonly samples?: number;
  /** The texts of style files and included preambles that the document names, for their macros. */
  readonly preambles?: readonly string[];
  /** Only derivations that meet this range of offsets are checked; the others are still read for their definitions. */
  readonly only?: { readonly from: number; readonly to: number };
  /** Verdicts of earlier runs, by region and context; the pipeline reads and fills it. */
  readonly cache?: VerdictCache;
}

/** What a host keeps between runs; opaque to it. */
export interface VerdictCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The step under way: where it stands. */
  readonly at: number;
}

/** Checks one document. Pump it to the end; between steps the host may look at its clock and its messages, and drop it. */
export function* verify(document: { readonly path: string; readonly text: string }, _options: VerifyOptions = {}): Generator<Progress, FileReport, void> {
  yield { done: 0, total: 0, at: 0 };
  return { path: document.path, derivations: [], problems: [], summary: { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 } };
}
