/** The requests and notifications that Spotcheck's server and its clients speak beside the language server protocol. */
import type { FileReport, Verdict } from "../verify/report";
import type { PlainPosition } from "./diagnostics";
import type { Status } from "./status";

/** Names on the wire, and what goes with them. */
export const messages = {
  /** `CheckRequest` → `CheckAnswer` or null: checks an open document (or a cell's notebook) now, whatever the settings say. */
  checkDocument: "spotcheck/checkDocument",
  /** `CheckAtRequest` → `CheckAnswer` or null: checks the derivation at a position; the others too only if they were checked before. */
  checkAt: "spotcheck/checkAt",
  /** `CheckWorkspaceRequest` → `CheckWorkspaceAnswer`: checks files, with progress on the given token; can be cancelled. */
  checkWorkspace: "spotcheck/checkWorkspace",
  /** `ClearRequest` → null: takes the results of one document, or of all, away. */
  clear: "spotcheck/clear",
  /** `CheckRequest` → FileReport or null: the latest report of a document. */
  report: "spotcheck/report",
  /** → null: replaces the checker. */
  restart: "spotcheck/restart",
  /** Server to client, `Status`. */
  status: "spotcheck/status",
  /** Server to client, `ReadFileRequest` → string or null: the text of a file of the workspace. */
  readFile: "spotcheck/readFile",
  /** Client to server, `InkNotice`: the colour theme has changed. */
  ink: "spotcheck/ink",
  /** Server to client, no parameters → null: in a browser, where the client starts the checker: start a new one. */
  newChecker: "spotcheck/newChecker",
} as const;

export interface CheckRequest {
  readonly uri: string;
}

export interface CheckAtRequest extends CheckRequest {
  readonly position: PlainPosition;
}

export interface CheckAnswer {
  readonly detail: string;
  readonly summary: Readonly<Record<Verdict, number>>;
}

export interface CheckWorkspaceRequest {
  readonly uris: readonly string[];
  readonly progressToken?: string | number;
}

export interface CheckWorkspaceAnswer {
  readonly checked: number;
  readonly failing: number;
  readonly unread: readonly string[];
  readonly isCancelled: boolean;
}

export interface ClearRequest {
  readonly uri?: string;
}

export interface ReadFileRequest {
  readonly uri: string;
}

/** What the client says of itself when it starts the server. */
export interface ClientOptions {
  /** The client answers `readFile`; else the server reads files itself. */
  readonly canReadFiles?: boolean;
  readonly settings?: unknown;
  /** The client shows images in hovers; formulas are set in this colour. */
  readonly ink?: string;
}

export interface InkNotice {
  readonly ink: string;
}

export type { FileReport, Status };
