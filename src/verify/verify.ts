/** The pipeline: a document in, its report out, as a generator that a host pumps. */
import { lineIndex } from "../base/lines";
import type { Span } from "../base/span";
import { type ReadDocument, readDocument } from "../derivation/chains";
import { type Directives, withDirectives } from "../derivation/directives";
import { type Environment, environmentOf } from "../derivation/environment";
import { readingOf, withResidual } from "../derivation/function-names";
import { itemsOf } from "../derivation/items";
import { scan } from "../document/scan";
import { codeAnswers, codeDerivation } from "./code-answers";
import { Derivations } from "./derivations";
import { judge } from "./judge";
import type { JudgeInput } from "./trial";
import { shapeEvidence } from "./shape-evidence";
import type { Derivation, FileReport, Range, Verdict } from "./report";

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
  const lines = lineIndex(document.text);
  const range = (span: Span): Range => lines.range(span) as Range;
  const prepared = prepare(document, options, range);
  if (typeof prepared === "string") return reportOf(document.path, [], [{ range: range({ from: 0, to: 0 }), code: "internal/error", message: prepared }]);
  const { scanned, directives, read, input } = prepared;
  const derivations = new Derivations(directives, range);
  const total = input.groups.length;
  let done = 0;
  for (const found of judge(input)) {
    derivations.add(found);
    yield { done: Math.min(++done, total), total, at: found.step.range.start.offset };
  }
  const answers = codeAnswers(scanned.blocks).flatMap((run) => codeDerivation(run, range, run.some((block) => directives.silenced.has(block))) ?? []);
  const all = [...derivations.all(), ...answers].sort((a, b) => a.range.start.offset - b.range.start.offset);
  return reportOf(
    document.path,
    all,
    read.problems.map((p) => ({ range: range(p.span), code: p.code, message: p.message })),
  );
}

/** Everything that is read before the first step is judged. */
function prepare(document: { readonly path: string; readonly text: string }, options: VerifyOptions, range: (span: Span) => Range) {
  try {
    const { scanned, directives } = withDirectives(scan(document.path, document.text));
    const read: ReadDocument = { ...readDocument(scanned, options.preambles), rulings: directives.rulings };
    const formulas = read.lines.map((line) => [...line.links.flatMap((l, i) => (i === 0 ? [...l.left.tokens, ...l.right.tokens] : l.right.tokens)), ...(line.alone?.tokens ?? [])]);
    const prose = scanned.blocks.filter((b) => b.kind === "prose" || b.kind === "heading").map((b) => b.text).join(" ");
    const operands = read.lines.flatMap((line) => line.links.flatMap((l) => [l.left.tokens, l.right.tokens]));
    const reading = withResidual(readingOf(formulas, prose, operands), read.lines.flatMap((line) => line.links.map((l) => ({ left: l.left.tokens, right: l.right.tokens, relation: l.sign.relation }))));
    const groups = itemsOf(read, reading);
    const environment = spokenEverywhere(environmentOf(read, groups, reading), directives);
    const input: JudgeInput = { groups, text: document.text, range, seed: options.seed ?? 0, samples: options.samples ?? 24, reading, environment, shapes: shapeEvidence(read, groups, reading), directives };
    return { scanned, directives, read, input };
  } catch (error) {
    return `This document could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** What comments assume is in reach in every scope. */
function spokenEverywhere(environment: Environment, directives: Directives): Environment {
  if (directives.spoken.size === 0) return environment;
  return { ...environment, facts: (item) => environment.facts(item).map((f) => (directives.spoken.has(f.link.statement.block) ? { ...f, scope: item.scope } : f)) };
}

function reportOf(path: string, derivations: readonly Derivation[], problems: FileReport["problems"]): FileReport {
  const summary: Record<Verdict, number> = { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 };
  for (const d of derivations) for (const s of d.steps) summary[s.verdict]++;
  return { path, derivations, problems, summary };
}
