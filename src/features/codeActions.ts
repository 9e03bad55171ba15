/** Quick fixes at a place: the repairs of the report, and a comment that tells Spotcheck to leave a derivation alone. */
import { plainWords } from "../latex/plain-text";
import type { FileReport, Step } from "../verify/report";
import { type PlainRange, plainRange } from "./diagnostics";
import { openingLine, stepsIn } from "./places";

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
  const here = stepsIn(report, range);
  const open = here.filter((step) => step.verdict !== "holds" && step.verdict !== "defines" && step.verdict !== "given");
  return [...here.flatMap(repairs), ...open.slice(0, 1).flatMap((step) => silence(step, report, lines, path))];
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
