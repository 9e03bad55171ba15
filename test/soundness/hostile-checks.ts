/** What must be true of the report of any text at all: no defect, places that exist, the same again, and nothing that blanks behind the text would change. */
import { lineIndex } from "../../src/base/lines";
import type { FileReport, Position, Range } from "../../src/verify/report";
import { type VerdictCache, verify } from "../../src/verify/verify";
import type { Hostile } from "./hostile-text";

function reportOf({ path, text }: Hostile, cache?: VerdictCache): FileReport {
  const run = verify({ path, text }, { samples: 6, ...(cache ? { cache } : {}) });
  let next = run.next();
  while (!next.done) next = run.next();
  return next.value;
}

const stepsOf = (report: FileReport) => report.derivations.flatMap((d) => d.steps);
const verdictsOf = (report: FileReport): string =>
  stepsOf(report)
    .map((s) => `${s.verdict} ${s.code}`)
    .join("; ");

/** Every range of a report. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== "object" || value === null) return [];
  if ("start" in value && "end" in value) return [value as Range];
  return Object.values(value).flatMap(rangesIn);
}

/** A place that the text does not have, or a range that ends before it begins. */
function misplaced(report: FileReport, text: string): string | undefined {
  const lines = lineIndex(text);
  const isPlace = (p: Position): boolean =>
    JSON.stringify(lines.position(p.offset)) === JSON.stringify({ line: p.line, character: p.character, offset: p.offset });
  const wrong = rangesIn(report).find(({ start, end }) => !isPlace(start) || !isPlace(end) || start.offset > end.offset);
  if (wrong) return `a range from ${JSON.stringify(wrong.start)} to ${JSON.stringify(wrong.end)} of ${text.length}`;
  const disorder = report.derivations.find((d, i) => i > 0 && d.range.start.offset < report.derivations[i - 1].range.start.offset);
  if (disorder) return `a derivation at ${disorder.range.start.offset} behind a later one`;
  const signs = report.derivations.flatMap((d) => d.steps.slice(1).map((s, i) => [d.steps[i].relationRange.start.offset, s.relationRange.start.offset]));
  const back = signs.find(([a, b]) => b < a);
  return back && `a sign at ${back[1]} behind one at ${back[0]}`;
}

/** Blanks behind the text; in LaTeX a comment, too. */
const behind = ({ path, text }: Hostile): string =>
  path.endsWith(".tex") && !/verb|iffalse|comment|listing/.test(text) ? `${text}\n% nothing\n` : `${text}\n \n`;

/** What is wrong with the report of a text; undefined where nothing is. */
export function hostileComplaint(hostile: Hostile): string | undefined {
  try {
    const cache = new Map<string, unknown>();
    const report = reportOf(hostile, cache);
    const defect = [...report.problems, ...stepsOf(report)].find((p) => p.code === "internal/error");
    if (defect) return defect.message;
    const place = misplaced(report, hostile.text);
    if (place) return place;
    if (JSON.stringify(reportOf(hostile, cache)) !== JSON.stringify(report)) return "another report from the cache";
    const longer = { ...hostile, text: behind(hostile) };
    const after = reportOf(longer, cache);
    if (verdictsOf(after) !== verdictsOf(report)) return `blanks at the end: ${verdictsOf(report)} -> ${verdictsOf(after)}`;
    return JSON.stringify(reportOf(longer)) === JSON.stringify(after) ? undefined : "another report than without a cache";
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
}
