/** Small reports for the tests of the features. */
import type { FileReport, Range, Step, Verdict } from "../../src/verify/report";

/** The range of the first occurrence of `part` in `text`. */
export function rangeOf(text: string, part: string): Range {
  const from = text.indexOf(part);
  if (from < 0) throw new Error(`${part} is not in the text`);
  return { start: positionAt(text, from), end: positionAt(text, from + part.length) };
}

function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines[lines.length - 1].length, offset };
}

export function step(text: string, right: string, verdict: Verdict, more: Partial<Step> = {}): Step {
  const range = rangeOf(text, right);
  return { range, relationRange: range, relation: "=", verdict, code: `step/${verdict}`, message: `About ${right}.`, left: "a", right, ...more };
}

export function report(text: string, steps: readonly Step[], path = "a.md"): FileReport {
  const summary = { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 };
  for (const each of steps) summary[each.verdict] += 1;
  const range = { start: steps[0]?.range.start ?? positionAt(text, 0), end: steps[steps.length - 1]?.range.end ?? positionAt(text, 0) };
  return { path, derivations: steps.length > 0 ? [{ range, steps }] : [], problems: [], summary };
}
