/** Quick fixes at a place: the repairs of the report, and a comment that tells Spotcheck to leave a derivation alone. */
import { plainWords } from "../latex/plain-text";
import type { Derivation, FileReport, Step } from "../verify/report";
import { type PlainRange, plainRange } from "./diagnostics";
import { stepsIn } from "./places";

export interface TextEdit {
  readonly range: PlainRange;
  readonly newText: string;
}

export interface CodeAction {
  readonly title: string;
  readonly kind: "quickfix";
  readonly isPreferred: boolean;
  readonly edits: readonly TextEdit[];
  /** The step the action is about; a host finds its diagnostic by it. */
  readonly step: Step;
}

/** Best first. `lines` are the document's, `path` decides how a comment is written. */
export function codeActions(report: FileReport, range: PlainRange, lines: readonly string[], path: string): CodeAction[] {
  const steps = stepsIn(report, range).filter((step) => step.verdict !== "holds" && step.verdict !== "defines" && step.verdict !== "given");
  return [...steps.flatMap(repairs), ...steps.slice(0, 1).flatMap((step) => silence(step, report, lines, path))];
}

function repairs(step: Step): CodeAction[] {
  return (step.fixes ?? []).map((fix, rank) => ({
    title: plainWords(fix.title),
    kind: "quickfix",
    isPreferred: rank === 0,
    edits: fix.edits.map((edit) => ({ range: plainRange(edit.range), newText: edit.newText })),
    step,
  }));
}

function silence(step: Step, report: FileReport, lines: readonly string[], path: string): CodeAction[] {
  const derivation = report.derivations.find((each) => each.steps.includes(step));
  if (!derivation) return [];
  const line = openingLine(derivation, lines);
  const indent = /^[ \t]*(?:>[ \t]?)*/.exec(lines[line] ?? "")![0];
  const start = { line, character: 0 };
  const newText = `${indent}${comment("off", path)}\n`;
  return [{ title: "Do not check this derivation", kind: "quickfix", isPreferred: false, edits: [{ range: { start, end: start }, newText }], step }];
}

const comment = (text: string, path: string): string => (/\.(tex|sty|latex)$/i.test(path) ? `% spotcheck: ${text}` : `<!-- spotcheck: ${text} -->`);

/** The line that opens the display: going up from the first expression to the delimiter before it. */
function openingLine({ range }: Derivation, lines: readonly string[]): number {
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
