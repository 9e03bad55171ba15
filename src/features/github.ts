/** Reports as workflow commands of GitHub Actions, which annotate the lines of a pull request. */
import type { FileReport, Range, Report } from "../verify/report";

/** One line an annotation; holding, defining and given steps give none. */
export const github = (report: Report): string => report.files.flatMap(annotations).join("");

function annotations(file: FileReport): string[] {
  const steps = file.derivations.flatMap((derivation) => derivation.steps);
  const levels = { fails: "error", "holds-if": "warning", unchecked: "notice" } as Record<string, string | undefined>;
  return [
    ...steps.filter((step) => levels[step.verdict]).map((step) => annotation(levels[step.verdict]!, file.path, step.range, step.code, step.message)),
    ...steps.flatMap((step) => step.notes ?? []).map((note) => annotation("notice", file.path, note.range, note.code, note.message)),
    ...file.problems.map((problem) => annotation("notice", file.path, problem.range, problem.code, problem.message)),
  ];
}

function annotation(level: string, path: string, { start, end }: Range, title: string, message: string): string {
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${Math.max(end.character, start.character + 1)}` : "";
  return `::${level} file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(title)}::${data(message)}\n`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
