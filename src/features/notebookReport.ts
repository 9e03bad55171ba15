/** The report of a composed notebook as one report a cell, with ranges in the cells and edits as they are typed there. */
import type { Derivation, FileReport, Fix, Range, Step } from "../verify/report";
import { placed as placedAnew } from "../verify/wording";
import type { PlainPosition } from "./diagnostics";
import { type ComposedNotebook, unescapeJson } from "./notebook";
import { countVerdicts } from "./summary";

/** An open cell. */
export interface CellDocument {
  readonly uri: string;
  positionAt(offset: number): PlainPosition;
}

/** One report a cell, in order. Facts used from another cell carry its URI; fixes that reach beyond their cell are left out. */
export function splitNotebookReport(report: FileReport, notebook: ComposedNotebook, cells: readonly CellDocument[]): FileReport[] {
  const place = placer(notebook, cells);
  const derivations: Derivation[][] = cells.map(() => []);
  for (const derivation of report.derivations) {
    for (const [cell, steps] of byCell(derivation.steps, place)) derivations[cell].push({ range: covering(steps), steps });
  }
  return cells.map((cell, index) => ({
    path: cell.uri,
    derivations: derivations[index],
    problems: report.problems.flatMap((problem) => within(place(problem.range), index, (range) => ({ ...problem, range }))),
    summary: countVerdicts(derivations[index].flatMap(({ steps }) => steps)),
  }));
}

interface Placed {
  readonly cell: number;
  readonly uri: string;
  readonly range: Range;
}

type Placer = (range: Range) => Placed | undefined;

function placer(notebook: ComposedNotebook, cells: readonly CellDocument[]): Placer {
  return ({ start, end }) => {
    const from = notebook.locate(start.offset);
    const to = notebook.locate(end.offset);
    if (!from) return undefined;
    const cell = cells[from.cell];
    const last = to?.cell === from.cell ? to.offset : from.offset;
    const position = (offset: number) => ({ ...cell.positionAt(offset), offset });
    return { cell: from.cell, uri: cell.uri, range: { start: position(from.offset), end: position(last) } };
  };
}

function within<T>(placed: Placed | undefined, cell: number, make: (range: Range) => T): T[] {
  return placed?.cell === cell ? [make(placed.range)] : [];
}

function byCell(steps: readonly Step[], place: Placer): Map<number, Step[]> {
  const found = new Map<number, Step[]>();
  for (const step of steps) {
    const placed = place(step.range);
    if (placed) found.set(placed.cell, [...(found.get(placed.cell) ?? []), placeStep(step, placed, place)]);
  }
  return found;
}

function placeStep(step: Step, { cell, range }: Placed, place: Placer): Step {
  const relation = place(step.relationRange);
  const left = step.leftRange && place(step.leftRange);
  const { leftRange: _, ...rest } = step;
  return placedAnew({
    ...rest,
    range,
    ...(left?.cell === cell ? { leftRange: left.range } : {}),
    relationRange: relation?.cell === cell ? relation.range : range,
    ...(step.uses && { uses: step.uses.flatMap((use) => placeUse(use, place)) }),
    ...(step.fixes && { fixes: step.fixes.flatMap((fix) => placeFix(fix, cell, place)) }),
    ...(step.notes && { notes: step.notes.flatMap((note) => within(place(note.range), cell, (at) => ({ ...note, range: at }))) }),
  });
}

function placeUse(use: { readonly range: Range; readonly text: string }, place: Placer) {
  const placed = place(use.range);
  return placed ? [{ text: use.text, range: placed.range, uri: placed.uri }] : [];
}

function placeFix(fix: Fix, cell: number, place: Placer): Fix[] {
  const edits = fix.edits.flatMap((edit) => within(place(edit.range), cell, (range) => ({ range, newText: unescapeJson(edit.newText) })));
  return edits.length === fix.edits.length ? [{ title: fix.title, edits }] : [];
}

const covering = (steps: readonly Step[]): Range => ({ start: steps[0].relationRange.start, end: steps[steps.length - 1].range.end });
