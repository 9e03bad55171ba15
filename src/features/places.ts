/** Finds the steps and derivations of a report at a place of the document, and where a derivation opens. */
import type { Derivation, FileReport, Range, Step } from "../verify/report";
import type { PlainPosition, PlainRange } from "./diagnostics";

const isBefore = (a: PlainPosition, b: PlainPosition): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/** Whether two ranges share a place; their ends count. */
export const meets = (a: PlainRange, b: PlainRange): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const at = (position: PlainPosition): PlainRange => ({ start: position, end: position });

/** The steps whose right side or relation sign is there: the smallest right side first, since sides nest. */
export function stepsAt(report: FileReport, position: PlainPosition): Step[] {
  const here = at(position);
  return allSteps(report)
    .filter((step) => meets(step.range, here) || meets(step.relationRange, here))
    .sort((a, b) => length(a.range) - length(b.range));
}

export const stepsIn = (report: FileReport, range: PlainRange): Step[] => allSteps(report).filter((step) => meets(step.range, range));

/** The derivation the position stands in; else the nearest that begins before it; else the first. */
export function derivationAt(report: FileReport, position: PlainPosition): Derivation | undefined {
  const inside = report.derivations.find((derivation) => meets(derivation.range, at(position)));
  const before = report.derivations.filter((derivation) => isBefore(derivation.range.start, position));
  return inside ?? before[before.length - 1] ?? report.derivations[0];
}

const allSteps = (report: FileReport): Step[] => report.derivations.flatMap((derivation) => derivation.steps);

const length = ({ start, end }: Range): number => end.offset - start.offset;

/** The line that opens the display: going up from the first expression to the delimiter before it. */
export function openingLine({ range }: Derivation, lines: readonly string[]): number {
  const first = range.start.line;
  for (let line = first; line >= Math.max(0, first - 8); line--) {
    const text = line === first ? (lines[line] ?? "").slice(0, range.start.character) : (lines[line] ?? "");
    if (opens(text)) return lineOfOuter(line, lines);
    if (line < first && text.trim() === "") break;
  }
  return first;
}

const opens = (text: string): boolean => /\$|\\\[|\\\(|\\begin\s*\{/.test(text);

/** `$$` on a line of its own may stand before a `\begin{aligned}`. */
function lineOfOuter(line: number, lines: readonly string[]): number {
  const isInner = /^\s*(>\s*)*\\begin/.test(lines[line] ?? "");
  return isInner && line > 0 && /^\s*(>\s*)*(\$\$|\\\[)\s*$/.test(lines[line - 1]) ? line - 1 : line;
}
