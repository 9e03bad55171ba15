/** Reports as JUnit XML, for graders and CI services: a suite a file, a case a step. */
import type { FileReport, Report, Step } from "../verify/report";

export function junit(report: Report): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="spotcheck">\n${report.files.map(suite).join("")}</testsuites>\n`;
}

function suite(file: FileReport): string {
  const steps = file.derivations.flatMap((derivation) => derivation.steps);
  const skipped = file.summary.unchecked + file.problems.length;
  const cases = [...steps.map((step) => testCase(file.path, step)), ...file.problems.map((problem) => unread(file.path, problem))];
  const counts = `tests="${cases.length}" failures="${file.summary.fails}" skipped="${skipped}" errors="0"`;
  return `  <testsuite name="${escapeXml(file.path)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase(path: string, step: Step): string {
  const { line, character } = step.range.start;
  const open = `    <testcase classname="${escapeXml(path)}" name="line ${line + 1}, column ${character + 1}: ${escapeXml(step.relation)} ${escapeXml(step.right)}"`;
  const message = escapeXml(step.message);
  if (step.verdict === "fails") return `${open}><failure type="${escapeXml(step.code)}" message="${message}"/></testcase>\n`;
  if (step.verdict === "unchecked") return `${open}><skipped message="${message}"/></testcase>\n`;
  if (step.verdict === "holds-if") return `${open}><system-out>${message}</system-out></testcase>\n`;
  return `${open}/>\n`;
}

function unread(path: string, problem: FileReport["problems"][number]): string {
  const name = `line ${problem.range.start.line + 1}: ${problem.code}`;
  return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(name)}"><skipped message="${escapeXml(problem.message)}"/></testcase>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;" };

/** XML 1.0 has no place for control characters or lone surrogates: they become U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd").replace(/[&<>"\n\t]/g, (character) => entities[character]);
