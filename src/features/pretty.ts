/** A file's report for a terminal: the source line, the marked part, the message, the counterexample, what to do. */
import { plainText, plainWords } from "../latex/plain-text";
import type { FileReport, Step, Verdict } from "../verify/report";
import { folded, visible } from "./columns";
import { saysWitness } from "./counterexample";
import { excerpt, splitLines } from "./excerpt";
import { plain, typeset } from "./numbers";
import { inWords } from "./summary";

/** Colours, or functions that leave the text alone. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPaint: Paint = { red: same, yellow: same, green: same, cyan: same, dim: same, bold: same };

export interface PrettyOptions {
  readonly paint: Paint;
  /** Holding, defining and given steps are listed too. */
  readonly verbose: boolean;
  /** Only failing steps are listed. */
  readonly quiet: boolean;
  readonly width: number;
  /** Long messages are folded to the width. */
  readonly folds?: boolean;
}

/** Ends with a summary line (unless quiet); empty if quiet and nothing fails. */
export function prettyFile(report: FileReport, text: string, options: PrettyOptions): string {
  const lines = splitLines(text);
  const steps = report.derivations.flatMap((derivation) => derivation.steps).filter((step) => isListed(step, options));
  const parts = [...steps.map((step) => prettyStep(step, lines, options)), ...problems(report, lines, options)];
  if (options.quiet && parts.length === 0) return "";
  const summary = options.quiet ? [] : [`${options.paint.bold(visible(report.path))}: ${inWords(report.summary)}`];
  const title = parts.length > 0 ? [options.paint.bold(visible(report.path))] : [];
  return `${[...title, ...parts, ...summary].join("\n\n")}\n`;
}

function isListed(step: Step, { verbose, quiet }: PrettyOptions): boolean {
  if (step.verdict === "fails") return true;
  if (quiet) return false;
  return verbose || step.verdict === "holds-if" || step.verdict === "unchecked" || (step.notes?.length ?? 0) > 0;
}

const titles: Record<Verdict, string> = {
  holds: "holds",
  fails: "fails",
  "holds-if": "holds if",
  defines: "defines",
  given: "given",
  unchecked: "unchecked",
};

function colourOf(verdict: Verdict, paint: Paint): (text: string) => string {
  return { holds: paint.green, fails: paint.red, "holds-if": paint.yellow, defines: paint.dim, given: paint.dim, unchecked: paint.cyan }[verdict];
}

function prettyStep(step: Step, lines: readonly string[], options: PrettyOptions): string {
  const { paint, width, verbose } = options;
  const colour = colourOf(step.verdict, paint);
  const { line, character } = step.range.start;
  const head = `  ${colour(titles[step.verdict])}  line ${line + 1}, column ${character + 1}  ${paint.dim(step.code)}`;
  const isBrief = verbose && (step.verdict === "holds" || step.verdict === "defines" || step.verdict === "given");
  return [
    head,
    ...marked(step.range, lines, width, colour, step.fixes?.[0]?.edits.length === 1 ? step.fixes[0].edits[0].range : undefined),
    ...paragraph(step.message, options),
    ...(isBrief ? uses(step, paint) : details(step, paint)),
    ...notes(step, lines, width, paint),
  ].join("\n");
}

function marked(range: Step["range"], lines: readonly string[], width: number, colour: (text: string) => string, focus?: Step["range"]): string[] {
  const { line, source, carets } = excerpt(lines, range, Math.max(40, width - 10), focus);
  const gutter = String(line);
  return [`    ${gutter} | ${source}`, `    ${" ".repeat(gutter.length)} | ${colour(carets)}`];
}

/** A message under its source line; folded where someone reads along. */
function paragraph(message: string, { width, folds }: PrettyOptions): string[] {
  const text = visible(typeset(message));
  return (folds ? folded(text, width - INDENT) : [text]).map((line) => " ".repeat(INDENT) + line);
}
const INDENT = 4;

function details(step: Step, paint: Paint): string[] {
  const found: string[] = [];
  const condition = step.holdsIf && visible(plainText(step.holdsIf));
  if (condition && !step.message.includes(condition)) found.push(`    condition: ${condition}`);
  if (step.witness && !saysWitness(step)) {
    const values = Object.entries(step.witness.values).map(([name, value]) => `${visible(plainText(name))} = ${plain(value)}`);
    found.push(`    counterexample: ${values.length > 0 ? `${values.join(", ")}: ` : ""}left ${plain(step.witness.left)}, right ${plain(step.witness.right)}`);
  }
  if (step.reading?.length) found.push(paint.dim(`    read as: ${visible(step.reading.join("; "))}`));
  return [...found, ...uses(step, paint), ...fixes(step, paint)];
}

/** What the message has not said already. */
const fixes = (step: Step, paint: Paint): string[] =>
  (step.fixes ?? [])
    .map((fix) => plainWords(fix.title))
    .filter((title) => !step.message.endsWith(`${title}.`))
    .slice(0, 3)
    .map((title) => `    ${paint.green("fix")}: ${visible(title)}`);

const uses = (step: Step, paint: Paint): string[] =>
  (step.uses ?? []).map((use) => paint.dim(`    uses line ${use.range.start.line + 1}: ${visible(use.text)}`));

function notes(step: Step, lines: readonly string[], width: number, paint: Paint): string[] {
  const news = (step.notes ?? []).filter((note) => !step.message.includes(note.message) || note.range.start.line !== step.range.start.line);
  return news.flatMap((note) => {
    const elsewhere = note.range.start.line !== step.range.start.line ? marked(note.range, lines, width, paint.yellow) : [];
    return [`    ${paint.yellow("note")}: ${visible(typeset(note.message))} ${paint.dim(note.code)}`, ...elsewhere];
  });
}

function problems(report: FileReport, lines: readonly string[], { paint, width, quiet }: PrettyOptions): string[] {
  if (quiet) return [];
  return report.problems.map(({ range, code, message }) => {
    const head = `  ${paint.cyan("not read")}  line ${range.start.line + 1}, column ${range.start.character + 1}  ${paint.dim(code)}`;
    return [head, ...marked(range, lines, width, paint.cyan), `    ${visible(message)}`].join("\n");
  });
}
