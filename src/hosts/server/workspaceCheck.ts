/** Checks many files one after the other, with progress and a way to stop. */
import type { CancellationToken, Connection } from "vscode-languageserver";
import { isExcluded } from "../../features/exclusions";
import type { CheckWorkspaceAnswer, CheckWorkspaceRequest } from "../../features/hostMessages";
import type { Checker } from "./checker";
import type { Checks } from "./checks";
import type { PreambleSource, ReadFile } from "./preambleSource";
import type { Results } from "./results";
import type { SettingsSource } from "./settingsSource";
import { pathOf, type Subject, type Subjects } from "./subject";

interface Parts {
  readonly connection: Connection;
  readonly subjects: Subjects;
  readonly checker: Checker;
  readonly checks: Checks;
  readonly results: Results;
  readonly settings: SettingsSource;
  readonly preambles: PreambleSource;
  readonly readFile: ReadFile;
}

export async function checkWorkspace(parts: Parts, request: CheckWorkspaceRequest, token: CancellationToken): Promise<CheckWorkspaceAnswer> {
  const answer = { checked: 0, failing: 0, unread: [] as string[] };
  for (const [index, uri] of request.uris.entries()) {
    if (token.isCancellationRequested) return { ...answer, isCancelled: true };
    report(parts.connection, request, index, uri);
    const stop = token.onCancellationRequested(() => parts.checker.cancel(uri));
    const found = await checkOne(parts, uri).finally(() => stop.dispose());
    if (found === "excluded") continue;
    if (found === undefined) answer.unread.push(uri);
    else answer.checked += 1;
    answer.failing += found?.fails ? 1 : 0;
  }
  return { ...answer, isCancelled: token.isCancellationRequested };
}

async function checkOne(parts: Parts, uri: string): Promise<{ fails: boolean } | "excluded" | undefined> {
  const settings = await parts.settings.of(uri);
  if (isExcluded(pathOf(uri), settings.exclude)) return "excluded";
  if (parts.subjects.of(uri)) {
    const report = await parts.checks.run(uri);
    return report && { fails: report.summary.fails > 0 };
  }
  const text = await parts.readFile(uri).catch(() => null);
  if (text === null) return undefined;
  const preambles = await parts.preambles.of(uri, text);
  const outcome = await parts.checker.check({ key: uri, path: pathOf(uri), text, seed: settings.seed, samples: settings.samples, preambles }, false);
  parts.checker.forget(uri);
  if (outcome.kind !== "report") return undefined;
  if (!parts.subjects.of(uri)) parts.results.show(closedSubject(uri, text), outcome.report, settings);
  return { fails: outcome.report.summary.fails > 0 };
}

/** A file that is not open: its diagnostics have no version. */
function closedSubject(uri: string, text: string): Subject {
  return { key: uri, path: pathOf(uri), text, parts: [{ uri, version: -1, lines: [] }], split: (each) => [each], offsetIn: () => undefined };
}

function report(connection: Connection, { uris, progressToken }: CheckWorkspaceRequest, index: number, uri: string): void {
  if (progressToken === undefined) return;
  const value = {
    kind: "report",
    message: `${index + 1} of ${uris.length}: ${pathOf(uri).split("/").pop()}`,
    percentage: Math.floor((100 * index) / uris.length),
  };
  void connection.sendNotification("$/progress", { token: progressToken, value });
}
