/** The pipeline: a document in, its report out, as a generator that a host pumps. */
import { lineIndex } from "../base/lines";
import type { Span } from "../base/span";
import { readDocument } from "../derivation/chains";
import { environmentOf } from "../derivation/environment";
import { readingOf, withResidual } from "../derivation/function-names";
import { itemsOf } from "../derivation/items";
import { scan } from "../document/scan";
import { judge } from "./judge";
import { shapeEvidence } from "./shape-evidence";
import type { Derivation, FileReport, Range, Step, Verdict } from "./report";

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
export function* verify(document: { readonly path: string; readonly text: string }, options: VerifyOptions = {}): Generator<Progress, FileReport, void> {
  const scanned = scan(document.path, document.text);
  const lines = lineIndex(document.text);
  const range = (span: Span): Range => lines.range(span) as Range;
  const read = readDocument(scanned, options.preambles);
  const formulas = read.lines.map((line) => [...line.links.flatMap((l, i) => (i === 0 ? [...l.left.tokens, ...l.right.tokens] : l.right.tokens)), ...(line.alone?.tokens ?? [])]);
  const prose = scanned.blocks.filter((b) => b.kind === "prose" || b.kind === "heading").map((b) => b.text).join(" ");
  const operands = read.lines.flatMap((line) => line.links.flatMap((l) => [l.left.tokens, l.right.tokens]));
  const reading = withResidual(readingOf(formulas, prose, operands), read.lines.flatMap((line) => line.links.map((l) => ({ left: l.left.tokens, right: l.right.tokens, relation: l.sign.relation }))));
  const groups = itemsOf(read, reading);
  const derivations: Derivation[] = [];
  const judged = judge({ groups, text: document.text, range, seed: options.seed ?? 0, samples: options.samples ?? 24, reading, environment: environmentOf(read, groups, reading), shapes: shapeEvidence(read, groups, reading) });
  let done = 0;
  let current: { block: unknown; steps: Step[] } | undefined;
  const flush = () => {
    if (current?.steps.length) derivations.push({ range: { start: current.steps[0].relationRange.start, end: current.steps[current.steps.length - 1].range.end }, steps: current.steps });
  };
  for (const found of judged) {
    if (!current || current.block !== found.block) {
      flush();
      current = { block: found.block, steps: [] };
    }
    current.steps.push(found.step);
    yield { done: ++done, total: groups.length, at: found.step.range.start.offset };
  }
  flush();
  const summary: Record<Verdict, number> = { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 };
  for (const d of derivations) for (const s of d.steps) summary[s.verdict]++;
  return { path: document.path, derivations, problems: read.problems.map((p) => ({ range: range(p.span), code: p.code, message: p.message })), summary };
}
