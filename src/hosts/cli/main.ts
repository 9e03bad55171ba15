/** The command line: reads arguments and files, runs the pipeline, prints the report, sets the exit status. */
import path from "node:path";
import pc from "picocolors";
import { github } from "../../features/github";
import { junit } from "../../features/junit";
import { plainPaint, prettyFile } from "../../features/pretty";
import { sarif } from "../../features/sarif";
import { addUp, inWords } from "../../features/summary";
import type { FileReport, Report } from "../../verify/report";
import { type CommandLine, readArguments, UsageError } from "./arguments";
import { checkTogether } from "./checkDocument";
import { help, isHelper, usualJobs } from "./helpers";
import { preamblesOf } from "./preambleFiles";
import { progressLine } from "./progressLine";
import { type Complaint, findPaths, readSource, type Source } from "./sources";
import { stream } from "./stream";
import { usage } from "./usage";
import { version } from "./version";

async function main(argv: readonly string[]): Promise<number> {
  const line = readArguments(argv);
  if (line.command === "help") return put(usage, 0);
  if (line.command === "version") return put(`${version}\n`, 0);
  if (line.command === "check") return check(line);
  await stream(process.stdin, (text) => put(text, undefined), line);
  return 0;
}

async function check(line: CommandLine): Promise<number> {
  const { paths, complaints } = findPaths(line.patterns);
  const checked: { source: Source; report: FileReport }[] = [];
  const progress = progressLine(process.stderr, paths.length);
  for (const file of paths) {
    const source = readSource(file);
    if ("message" in source) complaints.push(source);
    else checked.push(await checkOne(file === "-" ? { ...source, path: line.stdinPath } : source, line, progress, paths.length === 1));
  }
  progress.clear();
  if (line.format !== "pretty") await put(printed(line, reportOf(line, checked)), undefined);
  for (const complaint of complaints) process.stderr.write(complained(complaint));
  if (line.format === "pretty" && !line.quiet && checked.length > 1) {
    await put(`\n${checked.length} documents: ${inWords(addUp(checked.map(({ report }) => report)))}\n`, undefined);
  }
  if (complaints.length > 0) return 2;
  return checked.some(({ report }) => report.summary.fails > 0) ? 1 : 0;
}

async function checkOne(
  source: Source,
  line: CommandLine,
  progress: ReturnType<typeof progressLine>,
  alone: boolean,
): Promise<{ source: Source; report: FileReport }> {
  const preambles = preamblesOf(source);
  const options = { seed: line.seed, ...(line.samples ? { samples: line.samples } : {}), ...(preambles.length > 0 ? { preambles } : {}) };
  progress.begin(source.path);
  const report = await checkTogether(source, options, { jobs: line.jobs ?? usualJobs(), alone }, progress.step);
  if (line.format !== "pretty") return { source: { path: source.path, text: "" }, report };
  progress.clear();
  // colours only where a person looks: a build server that claims to show them does not count
  const paint = line.color && process.stdout.isTTY && !process.env.NO_COLOR ? pc : plainPaint;
  const { isTTY = false, columns = 120 } = process.stdout;
  const text = prettyFile(report, source.text, { paint, verbose: line.verbose, quiet: line.quiet, width: columns, folds: isTTY });
  if (text) await put(text, undefined);
  return { source: { path: source.path, text: "" }, report };
}

function reportOf(line: CommandLine, checked: readonly { report: FileReport }[]): Report {
  return { version: 1, tool: { name: "spotcheck", version }, seed: line.seed, files: checked.map(({ report }) => report) };
}

function printed(line: CommandLine, report: Report): string {
  if (line.format === "sarif") return `${JSON.stringify(sarif(report), null, 1)}\n`;
  if (line.format === "junit") return junit(report);
  if (line.format === "github") return github(report);
  return line.quiet ? "" : `${JSON.stringify(report, null, process.stdout.isTTY ? 1 : 0)}\n`;
}

const complained = ({ path: name, message }: Complaint): string => `spotcheck: ${path.normalize(name)}: ${message}\n`;

/** Writes all of the text before it goes on, however slow the reader is. */
function put<T>(text: string, result: T): Promise<T> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve(result)));
}

function run(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const isUsage = error instanceof UsageError;
      process.stderr.write(`spotcheck: ${error instanceof Error ? error.message : String(error)}\n${isUsage ? "Try spotcheck --help\n" : ""}`);
      process.exitCode = 2;
    },
  );
}

if (isHelper) help();
else run();
