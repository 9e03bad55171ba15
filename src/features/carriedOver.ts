/** What a report says of the text around a change, at the places where that text stands now: shown until the check of the new text comes there. */
import { lineIndex } from "../base/lines";
import type { FileReport, Fix, Range, Step } from "../verify/report";
import { placed } from "../verify/wording";
import { countVerdicts } from "./summary";

/** The stretch in which two texts differ, in each of them. */
export interface Change {
  readonly from: number;
  readonly toBefore: number;
  readonly toAfter: number;
}

export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (same < shorter - from && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { from, toBefore: before.length - same, toAfter: after.length - same };
}

/** The steps and problems of `report`, a report of `before`, that the change to `after` does not touch. */
export function carriedOver(report: FileReport, before: string, after: string): FileReport {
  const { from, toBefore, toAfter } = changeBetween(before, after);
  const lines = lineIndex(after);
  const moved = ({ start, end }: Range): Range | undefined => {
    if (end.offset <= from) return lines.range({ from: start.offset, to: end.offset });
    const by = toAfter - toBefore;
    return start.offset >= toBefore ? lines.range({ from: start.offset + by, to: end.offset + by }) : undefined;
  };
  const derivations = report.derivations.flatMap((derivation) => {
    const range = moved(derivation.range);
    const steps = derivation.steps.flatMap((step) => movedStep(step, moved) ?? []);
    return steps.length > 0 ? [{ range: range ?? steps[0].range, steps }] : [];
  });
  const problems = report.problems.flatMap((problem) => {
    const range = moved(problem.range);
    return range ? [{ ...problem, range }] : [];
  });
  return { path: report.path, derivations, problems, summary: countVerdicts(derivations.flatMap(({ steps }) => steps)) };
}

type Mover = (range: Range) => Range | undefined;

/** Undefined where the step itself is touched; what it says of other places that are touched is left out. */
function movedStep(step: Step, moved: Mover): Step | undefined {
  const { leftRange, uses, notes, fixes, ...rest } = step;
  const [range, relationRange, left] = [moved(step.range), moved(step.relationRange), leftRange && moved(leftRange)];
  if (!range || !relationRange || (leftRange && !left)) return undefined;
  return placed({
    ...rest,
    range,
    relationRange,
    ...(left ? { leftRange: left } : {}),
    ...(uses ? { uses: allMoved(uses, moved) } : {}),
    ...(notes ? { notes: allMoved(notes, moved) } : {}),
    ...(fixes ? { fixes: fixes.flatMap((fix) => movedFix(fix, moved) ?? []) } : {}),
  });
}

const allMoved = <T extends { readonly range: Range }>(list: readonly T[], moved: Mover): T[] =>
  list.flatMap((each) => {
    const range = moved(each.range);
    return range ? [{ ...each, range }] : [];
  });

function movedFix(fix: Fix, moved: Mover): Fix | undefined {
  const edits = allMoved(fix.edits, moved);
  return edits.length === fix.edits.length ? { ...fix, edits } : undefined;
}
