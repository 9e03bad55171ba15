/** Reports as SARIF 2.1.0, for code scanning services. */
import type { FileReport, Range, Report, Step } from "../verify/report";

const levels: Partial<Record<Step["verdict"], string>> = { fails: "error", "holds-if": "warning", unchecked: "note" };

/** One SARIF log with one run; holding, defining and given steps give no result, their notes do. */
export function sarif(report: Report): object {
  const results = report.files.flatMap(resultsOf);
  const rules = [...new Set(results.map((result) => result.ruleId))].sort().map((id) => ({ id }));
  const driver = { name: report.tool.name, version: report.tool.version, rules };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
}

function resultsOf(file: FileReport): Result[] {
  const steps = file.derivations.flatMap((derivation) => derivation.steps);
  const judged = steps.filter((step) => levels[step.verdict]).map((step) => stepResult(file.path, step));
  const noted = steps.flatMap((step) => step.notes ?? []).map((note) => result(file.path, note.range, note.code, "note", note.message));
  const unread = file.problems.map((problem) => result(file.path, problem.range, problem.code, "note", problem.message));
  return [...judged, ...noted, ...unread];
}

function stepResult(path: string, step: Step): Result {
  const related = (step.uses ?? []).map((use, id) => ({ id, ...location(path, use.range), message: { text: use.text } }));
  return { ...result(path, step.range, step.code, levels[step.verdict]!, step.message), ...(related.length > 0 ? { relatedLocations: related } : {}) };
}

const result = (path: string, range: Range, ruleId: string, level: string, text: string): Result => ({
  ruleId,
  level,
  message: { text },
  locations: [location(path, range)],
});

function location(path: string, { start, end }: Range): object {
  const region = { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
  const uri = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, region } };
}
