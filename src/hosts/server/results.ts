/** The latest report of every document, cell by cell, and the diagnostics made of it. */
import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
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

/** The report of a document as one, and the text that it is of. */
export interface Whole {
  readonly report: FileReport;
  readonly text: string;
}

export class Results {
  private readonly byUri = new Map<string, Result>();
  private readonly whole = new Map<string, Whole>();
  /** Of reports that are still growing. */
  private readonly growing = new Map<string, Result>();

  /** `client` says whether it asks again for what stands beside the text when it is told that there is more. */
  constructor(
    private readonly connection: Connection,
    private readonly client: NonNullable<ClientCapabilities["workspace"]> = {},
  ) {}

  /** Keeps and shows the report of a subject, part by part. */
  show(subject: Subject, report: FileReport, settings: Settings): void {
    this.whole.set(subject.key, { report, text: subject.text });
    for (const [index, each] of subject.split(report).entries()) {
      const part = subject.parts[index];
      this.byUri.set(part.uri, { ...part, report: each });
      this.growing.delete(part.uri);
      this.publish(part.uri, diagnostics(each, part, settings));
    }
    this.refresh();
  }

  /** Shows diagnostics of a report that is still growing, and keeps it beside the last whole one. */
  showMeanwhile(subject: Subject, report: FileReport, settings: Settings): void {
    for (const [index, each] of subject.split(report).entries()) {
      const part = subject.parts[index];
      this.growing.set(part.uri, { ...part, report: each });
      this.publish(part.uri, diagnostics(each, part, settings));
    }
  }

  /** Lenses and marks are asked for before a check has ended; a client that can be told asks again. */
  private refresh(): void {
    const unheard = () => {};
    if (this.client.codeLens?.refreshSupport) this.connection.sendRequest(CodeLensRefreshRequest.type).catch(unheard);
    if (this.client.inlayHint?.refreshSupport) this.connection.languages.inlayHint.refresh().catch(unheard);
  }

  /** The result of a document, if it is of this version. */
  current(uri: string, version: number | undefined): Result | undefined {
    const result = this.byUri.get(uri);
    return result?.version === version ? result : undefined;
  }

  /** The same, or what is known so far while the check of this version is under way. */
  soFar(uri: string, version: number | undefined): Result | undefined {
    const growing = this.growing.get(uri);
    return this.current(uri, version) ?? (growing?.version === version ? growing : undefined);
  }

  report(key: string): FileReport | undefined {
    return this.whole.get(key)?.report ?? this.byUri.get(key)?.report;
  }

  /** The last whole report that was shown of a document, whatever its version. */
  last(key: string): Whole | undefined {
    return this.whole.get(key);
  }

  clear(key: string, uris: readonly string[]): void {
    this.whole.delete(key);
    for (const uri of uris) {
      this.byUri.delete(uri);
      this.growing.delete(uri);
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
