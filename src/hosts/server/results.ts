/** The latest report of every document, cell by cell, and the diagnostics made of it. */
import type { Connection } from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics";
import type { Settings } from "../../features/settings";
import type { FileReport } from "../../verify/report";
import type { Subject } from "./subject";

export interface Result {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly string[];
  readonly report: FileReport;
}

export class Results {
  private readonly byUri = new Map<string, Result>();
  private readonly whole = new Map<string, FileReport>();

  constructor(private readonly connection: Connection) {}

  /** Keeps and shows the report of a subject, part by part. */
  show(subject: Subject, report: FileReport, settings: Settings): void {
    this.whole.set(subject.key, report);
    for (const [index, each] of subject.split(report).entries()) {
      const part = subject.parts[index];
      this.byUri.set(part.uri, { ...part, report: each });
      this.publish(part.uri, diagnostics(each, part, settings));
    }
  }

  /** The result of a document, if it is of this version. */
  current(uri: string, version: number | undefined): Result | undefined {
    const result = this.byUri.get(uri);
    return result?.version === version ? result : undefined;
  }

  report(key: string): FileReport | undefined {
    return this.whole.get(key) ?? this.byUri.get(key)?.report;
  }

  clear(key: string, uris: readonly string[]): void {
    this.whole.delete(key);
    for (const uri of uris) {
      this.byUri.delete(uri);
      this.publish(uri, []);
    }
  }

  clearAll(): void {
    const uris = [...this.byUri.keys()];
    this.whole.clear();
    this.clear("", uris);
  }

  private publish(uri: string, found: ReturnType<typeof diagnostics>): void {
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: found.map((each) => ({ ...each, relatedInformation: each.relatedInformation && [...each.relatedInformation] })),
    });
  }
}
