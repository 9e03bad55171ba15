/** What the server and its checker, a worker, say to each other. */
import type { FileReport } from "../../verify/report";
import type { FoundStep } from "../../verify/verify";

export interface CheckMessage {
  readonly type: "check";
  readonly id: number;
  /** Names the document, for its cache. */
  readonly key: string;
  readonly path: string;
  readonly text: string;
  readonly seed: number;
  readonly samples: number;
  readonly preambles: readonly string[];
  readonly only?: { readonly from: number; readonly to: number };
  /** Where the text was changed: what stands near it is checked first. */
  readonly near?: number;
}

export type ToChecker = CheckMessage | { readonly type: "cancel"; readonly id: number } | { readonly type: "forget"; readonly key: string };

export type FromChecker =
  | {
      readonly type: "progress";
      readonly id: number;
      readonly done: number;
      readonly total: number;
      readonly at: number;
      readonly found?: readonly FoundStep[];
    }
  | { readonly type: "done"; readonly id: number; readonly report: FileReport }
  | { readonly type: "cancelled"; readonly id: number }
  | { readonly type: "failed"; readonly id: number; readonly message: string; readonly at: number };

/** A worker as the server sees it. */
export interface CheckerPort {
  send(message: ToChecker): void;
  onMessage(listener: (message: FromChecker) => void): void;
  /** Called when the worker ended by itself. */
  onDeath(listener: (reason: string) => void): void;
  stop(): void;
}
