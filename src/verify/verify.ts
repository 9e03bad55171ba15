/** The pipeline: a document in, its report out, as a generator that a host pumps. */

import { digest } from "../base/digest";
import { lineIndex } from "../base/lines";
import type { Span } from "../base/span";
import { itemsOf } from "../derivation/facts/items";
import { withFamilies } from "../derivation/names/function-families";
import { readingOf } from "../derivation/names/function-names";
import { withResidual } from "../derivation/names/named-e";
import { randomSaid } from "../derivation/random/random-said";
import { type ReadDocument, readDocument } from "../derivation/reading/chains";
import { withArithmetics } from "../derivation/words/arithmetics";
import { declarationsOf } from "../derivation/words/declarations";
import { withDirectives } from "../derivation/words/directives";
import { scan } from "../document/scan";
import type { VerdictCache } from "./cache";
import { asksForSample, codeAnswers, codeDerivation } from "./code-answers";
import { Derivations } from "./derivations";
import type { JudgedDocument } from "./judged-document";
import { judgedWindows, type Progress } from "./judged-windows";
import type { Derivation, FileReport, Range, Verdict } from "./report";
import type { Share } from "./sharing";
import { matrixWords } from "./trying/shape-evidence";
import { WindowKeys } from "./window-key";
import { type Window, windowsOf } from "./windows";
import { placed } from "./wording";

export interface VerifyOptions {
  /** Seeds every world; the same text, seed and settings give the same report. Default 0. */
  readonly seed?: number;
  /** Worlds a step is sampled in. Default 24. */
  readonly samples?: number;
  /** The texts of style files and included preambles that the document names, for their macros. */
  readonly preambles?: readonly string[];
  /** Only derivations that meet this range of offsets are checked; the others are still read for their definitions. */
  readonly only?: { readonly from: number; readonly to: number };
  /** Where the text was changed: what stands near it is checked first. */
  readonly near?: number;
  /** Verdicts of earlier runs, by region and context; the pipeline reads and fills it. */
  readonly cache?: VerdictCache;
  /** For one of several runs that share the windows of the document. */
  readonly share?: Share;
}

export type { VerdictCache } from "./cache";
export type { FoundStep, Progress } from "./judged-windows";

/** Checks one document. Pump it to the end; between steps the host may look at its clock and its messages, and drop it. */
export function* verify(document: { readonly path: string; readonly text: string }, options: VerifyOptions = {}): Generator<Progress, FileReport, void> {
  const lines = lineIndex(document.text);
  const range = (span: Span): Range => lines.range(span) as Range;
  const prepared = yield* prepare(document, options, range);
  if (typeof prepared === "string") return reportOf(document.path, [], [{ range: range({ from: 0, to: 0 }), code: "internal/error", message: prepared }]);
  const { scanned, directives, read, document: judged } = prepared;
  const derivations = new Derivations(directives, range);
  const windows = windowsOf(read, judged.groups, directives.spoken);
  const keys = options.cache && new WindowKeys(judged);
  const { only, near, cache } = options;
  const steps = yield* judgedWindows({
    document: judged,
    windows,
    asked: (window) => !only || meets(window, only),
    ...(near === undefined ? {} : { near }),
    ...(options.share ? { share: options.share } : {}),
    ...(cache ? { cache } : {}),
    keyOf: (window) => keys?.of(window),
  });
  for (const found of steps) if (!only || touches(found.step, only)) derivations.add({ ...found, step: placed(found.step) });
  const answers = codeAnswers(scanned.blocks).flatMap(
    (run) =>
      codeDerivation(
        run,
        range,
        run.some((block) => directives.silenced.has(block)),
        asksForSample(run, scanned.blocks),
      ) ?? [],
  );
  const all = [...derivations.all(), ...answers].sort((a, b) => a.range.start.offset - b.range.start.offset);
  return reportOf(
    document.path,
    all,
    read.problems.map((p) => ({ range: range(p.span), code: p.code, message: p.message })),
  );
}

/** Nothing is judged yet; the host may look at its messages. */
const READING: Progress = { done: 0, total: 0, at: 0 };

/** Everything that is read before the first step is judged. */
function* prepare(document: { readonly path: string; readonly text: string }, options: VerifyOptions, range: (span: Span) => Range) {
  try {
    yield READING;
    const { scanned, directives } = withDirectives(scan(document.path, document.text));
    const read: ReadDocument = { ...readDocument(scanned, options.preambles), rulings: directives.rulings };
    yield READING;
    const formulas = read.lines.map((line) => [
      ...line.links.flatMap((l, i) => (i === 0 ? [...l.left.tokens, ...l.right.tokens] : l.right.tokens)),
      ...(line.alone?.tokens ?? []),
    ]);
    const prose = scanned.blocks
      .filter((b) => b.kind === "prose" || b.kind === "heading")
      .map((b) => b.text)
      .join(" ");
    const operands = read.lines.flatMap((line) => line.links.flatMap((l) => [l.left.tokens, l.right.tokens]));
    const sides = read.lines.flatMap((line) =>
      line.links.map((l) => ({ left: l.left.tokens, right: l.right.tokens, relation: l.sign.relation, words: `${line.prose} ${line.lead}` })),
    );
    const plain = withFamilies(withResidual(readingOf(formulas, prose, operands), sides), sides);
    const reading = withArithmetics(plain, scanned.text);
    yield READING;
    const groups = itemsOf(read, reading);
    yield READING;
    const said = declarationsOf(read, reading);
    const chosen = [VERSION, options.seed ?? 0, options.samples ?? 24, options.preambles ?? []];
    const settings = digest(JSON.stringify([chosen, reading, scanned.preamble.map((p) => p.text), matrixWords(read, said)], plainly));
    const judged: JudgedDocument = {
      read,
      groups,
      reading,
      directives,
      range,
      text: document.text,
      seed: options.seed ?? 0,
      samples: options.samples ?? 24,
      said,
      random: randomSaid(read, groups, reading),
      settings,
    };
    return { scanned, directives, read, document: judged };
  } catch (error) {
    return `This document could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Part of every key of the cache: changed with the rules of judgement. */
const VERSION = 29;

/** Sets and maps as lists, for a digest. */
const plainly = (_: string, value: unknown): unknown => (value instanceof Set ? [...value].sort() : value instanceof Map ? [...value] : value);

const meets = (window: Window, only: Span): boolean => window.own.some((g) => g.line.block.span.from <= only.to && g.line.block.span.to >= only.from);
const touches = (step: { readonly range: Range; readonly relationRange: Range }, only: Span): boolean =>
  step.relationRange.start.offset <= only.to && step.range.end.offset >= only.from;

function reportOf(path: string, derivations: readonly Derivation[], problems: FileReport["problems"]): FileReport {
  const summary: Record<Verdict, number> = { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 };
  for (const d of derivations) for (const s of d.steps) summary[s.verdict]++;
  return { path, derivations, problems, summary };
}
