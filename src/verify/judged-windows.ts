/** Judges the windows of a document: those nearest to where it was changed first, or in reading order; the largest first as one of several runs that share them. */
import type { VerdictCache } from "./cache";
import type { JudgedStep } from "./judge";
import { judgeWindow } from "./judge-window";
import type { JudgedDocument } from "./judged-document";
import type { Step } from "./report";
import { type Share, shared, unshared } from "./sharing";
import type { Window } from "./windows";
import { placed } from "./wording";

/** A step as the report will have it, and where the formula that it stands in begins. */
export interface FoundStep {
  readonly step: Step;
  readonly formula: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The step under way: where it stands. */
  readonly at: number;
  /** What was judged since the last progress. */
  readonly found?: readonly FoundStep[];
  /** Other runs are still at work, and this one has nothing left to do. */
  readonly waiting?: true;
}

export interface WindowRun {
  readonly document: JudgedDocument;
  readonly windows: readonly Window[];
  /** Windows for which this is false are passed over. */
  readonly asked: (window: Window) => boolean;
  /** Where the text was changed. */
  readonly near?: number;
  readonly share?: Share;
  readonly cache?: VerdictCache;
  readonly keyOf: (window: Window) => string | undefined;
}

/** The steps of all windows that are asked for; of a run that does not gather, those of its own. */
export function* judgedWindows(run: WindowRun): Generator<Progress, JudgedStep[], void> {
  const { windows, asked, share, near } = run;
  const steps: (readonly JudgedStep[])[] = [];
  const signs = (k: number): number => windows[k].own.reduce((n, g) => n + g.items.length, 0);
  const todo = [...windows.keys()].filter((k) => asked(windows[k]));
  if (share) todo.sort((a, b) => signs(b) - signs(a));
  else if (near !== undefined) todo.sort((a, b) => distance(windows[a], near) - distance(windows[b], near));
  let done = 0;
  for (const k of todo) {
    if (share?.takes(k) === false) continue;
    steps[k] = yield* judged(windows[k], run, done);
    share?.judged?.(k, shared(windows[k], steps[k]));
    done += windows[k].own.length;
  }
  for (const k of share?.found ? todo.filter((k) => !steps[k]) : []) {
    steps[k] = yield* foundElsewhere(k, run, done);
    done += windows[k].own.length;
  }
  return steps.flat();
}

function* judged(window: Window, { document, cache, keyOf }: WindowRun, done: number): Generator<Progress, JudgedStep[], void> {
  const found: JudgedStep[] = [];
  const isShown = ({ block }: JudgedStep): boolean => !document.directives.spoken.has(block);
  for (const steps of judgeWindow(window, document, cache, keyOf(window))) {
    found.push(...steps);
    const at = steps[steps.length - 1].step.range.start.offset;
    yield {
      done,
      total: document.groups.length,
      at,
      found: steps.filter(isShown).map(({ step, block }) => ({ step: placed(step), formula: block.span.from })),
    };
  }
  return found;
}

/** How far a window's own formulas are from a place of the text. */
function distance({ own }: Window, at: number): number {
  const { from } = own[0].line.block.span;
  const { to } = own[own.length - 1].line.block.span;
  return Math.max(from - at, at - to, 0);
}

/** What another run has found of a window; judged here where that run has ended without. */
function* foundElsewhere(k: number, run: WindowRun, done: number): Generator<Progress, readonly JudgedStep[], void> {
  for (;;) {
    const found = run.share?.found?.(k);
    if (found === "lost") return yield* judged(run.windows[k], run, done);
    if (found) return unshared(run.windows[k], found);
    yield { done, total: run.document.groups.length, at: 0, waiting: true };
  }
}
