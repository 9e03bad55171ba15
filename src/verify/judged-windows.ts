/** Judges the windows of a document: in reading order alone, the largest first as one of several runs that share them. */
import type { VerdictCache } from "./cache";
import type { JudgedStep } from "./judge";
import { judgeWindow } from "./judge-window";
import type { JudgedDocument } from "./judged-document";
import { type Share, shared, unshared } from "./sharing";
import type { Window } from "./windows";

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The step under way: where it stands. */
  readonly at: number;
  /** Other runs are still at work, and this one has nothing left to do. */
  readonly waiting?: true;
}

export interface WindowRun {
  readonly document: JudgedDocument;
  readonly windows: readonly Window[];
  /** Windows for which this is false are passed over. */
  readonly asked: (window: Window) => boolean;
  readonly share?: Share;
  readonly cache?: VerdictCache;
  readonly keyOf: (window: Window) => string | undefined;
}

/** The steps of all windows that are asked for; of a run that does not gather, those of its own. */
export function* judgedWindows(run: WindowRun): Generator<Progress, JudgedStep[], void> {
  const { windows, asked, share } = run;
  const steps: (readonly JudgedStep[])[] = [];
  const signs = (k: number): number => windows[k].own.reduce((n, g) => n + g.items.length, 0);
  const todo = [...windows.keys()].filter((k) => asked(windows[k]));
  if (share) todo.sort((a, b) => signs(b) - signs(a));
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
  for (const step of judgeWindow(window, document, cache, keyOf(window))) {
    found.push(step);
    yield { done, total: document.groups.length, at: step.step.range.start.offset };
  }
  return found;
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
