/** Keeps the verdicts of a window without its place, and puts them back where the window has moved to. */
import type { Span } from "../base/span";
import type { JudgedStep } from "./judge";
import type { Range, Step } from "./report";
import type { Window } from "./windows";

/** What a host keeps between runs; opaque to it. */
export interface VerdictCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** An offset from the beginning of the window (-1) or of one of its facts from elsewhere. */
interface Anchor {
  readonly fact: number;
  readonly from: number;
  readonly to: number;
}
interface StoredStep {
  readonly group: number;
  readonly from: number;
  /** The step, its ranges in reading order of its fields. */
  readonly step: Step;
  readonly anchors: readonly Anchor[];
}

/** Puts another range in the place of every range of a step. */
function withRanges(step: Step, of: (range: Range) => Range): Step {
  return {
    ...step,
    range: of(step.range),
    relationRange: of(step.relationRange),
    ...(step.leftRange ? { leftRange: of(step.leftRange) } : {}),
    ...(step.uses ? { uses: step.uses.map((u) => ({ ...u, range: of(u.range) })) } : {}),
    ...(step.notes ? { notes: step.notes.map((n) => ({ ...n, range: of(n.range) })) } : {}),
    ...(step.fixes ? { fixes: step.fixes.map((f) => ({ ...f, edits: f.edits.map((e) => ({ ...e, range: of(e.range) })) })) } : {}),
  };
}

/** The steps of a window without their place; undefined where one points to a place that is not the window's. */
export function stored(window: Window, steps: readonly JudgedStep[]): readonly StoredStep[] | undefined {
  const found: StoredStep[] = [];
  for (const { step, block, from } of steps) {
    const anchors: (Anchor | undefined)[] = [];
    withRanges(step, (range) => {
      anchors.push(anchorOf(window, range.start.offset, range.end.offset));
      return range;
    });
    if (anchors.includes(undefined)) return undefined;
    found.push({ group: window.own.findIndex((g) => g.line.block === block), from: from - window.from, step, anchors: anchors as Anchor[] });
  }
  return found;
}

/** Without the place of a left side that the window does not know. */
export function withinReach(window: Window, step: Step): Step {
  const { leftRange, ...rest } = step;
  return leftRange && !anchorOf(window, leftRange.start.offset, leftRange.end.offset) ? rest : step;
}

function anchorOf(window: Window, from: number, to: number): Anchor | undefined {
  if (from >= window.from && to <= window.to) return { fact: -1, from: from - window.from, to: to - window.from };
  const fact = window.outside.findIndex((f) => from >= f.link.left.from && to <= f.link.right.to);
  const start = window.outside[fact]?.link.left.from ?? 0;
  return fact < 0 ? undefined : { fact, from: from - start, to: to - start };
}

/** The steps at the place where the window stands now. */
export function restored(window: Window, steps: readonly StoredStep[], range: (span: Span) => Range): JudgedStep[] {
  return steps.map(({ group, from, step, anchors }) => {
    let next = 0;
    const moved = withRanges(step, () => {
      const anchor = anchors[next++];
      const start = anchor.fact < 0 ? window.from : window.outside[anchor.fact].link.left.from;
      return range({ from: start + anchor.from, to: start + anchor.to });
    });
    return { step: moved, block: window.own[group].line.block, from: window.from + from };
  });
}
