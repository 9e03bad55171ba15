/** The server's side of the checker: one check at a time, the newest of each document; a worker that hangs or dies is replaced. */
import type { FileReport } from "../../verify/report";
import type { FoundStep } from "../../verify/verify";
import type { CheckerPort, CheckMessage, FromChecker } from "./checkerMessages";

export type CheckJob = Omit<CheckMessage, "type" | "id">;

export type Outcome =
  | { readonly kind: "report"; readonly report: FileReport }
  | { readonly kind: "cancelled" }
  /** The worker hung or died, or the pipeline threw, at offset `at` of the document. */
  | { readonly kind: "broken"; readonly at: number; readonly reason: string };

/** Told how far a check is, and of the steps that were judged since. */
export type ProgressListener = (done: number, total: number, found: readonly FoundStep[]) => void;

interface Entry {
  readonly id: number;
  readonly job: CheckJob;
  readonly isUrgent: boolean;
  readonly onProgress: ProgressListener;
  readonly settle: (outcome: Outcome) => void;
}

export class Checker {
  private port: CheckerPort | undefined;
  private running: Entry | undefined;
  private at = 0;
  private queue: Entry[] = [];
  private lastId = 0;
  private watchdog: ReturnType<typeof setTimeout> | undefined;

  /** `start` makes a worker; `patience` is how many milliseconds a worker may be silent in the middle of a check. */
  constructor(
    private readonly start: () => CheckerPort,
    private readonly patience = 15_000,
  ) {}

  /** A later check of the same document cancels this one. Urgent checks pass those that are not. */
  check(job: CheckJob, isUrgent = true, onProgress: ProgressListener = () => {}): Promise<Outcome> {
    this.cancel(job.key);
    return new Promise((settle) => {
      const entry = { id: ++this.lastId, job, isUrgent, onProgress, settle };
      const place = isUrgent ? this.queue.findIndex((each) => !each.isUrgent) : -1;
      this.queue.splice(place < 0 ? this.queue.length : place, 0, entry);
      this.advance();
    });
  }

  cancel(key: string): void {
    for (const entry of this.queue.filter((each) => each.job.key === key)) entry.settle({ kind: "cancelled" });
    this.queue = this.queue.filter((each) => each.job.key !== key);
    if (this.running?.job.key === key) this.port?.send({ type: "cancel", id: this.running.id });
  }

  forget(key: string): void {
    this.cancel(key);
    this.port?.send({ type: "forget", key });
  }

  /** Ends the worker; what runs is cancelled, what waits goes on with a new one. */
  restart(): void {
    this.replace({ kind: "cancelled" });
  }

  stop(): void {
    clearTimeout(this.watchdog);
    this.port?.stop();
    this.port = undefined;
  }

  private advance(): void {
    if (this.running) return;
    this.running = this.queue.shift();
    if (!this.running) return;
    this.at = this.running.job.only?.from ?? 0;
    this.watch();
    this.worker().send({ type: "check", id: this.running.id, ...this.running.job });
  }

  private worker(): CheckerPort {
    if (this.port) return this.port;
    const port = this.start();
    this.port = port;
    port.onMessage((message) => port === this.port && this.receive(message));
    port.onDeath((reason) => port === this.port && this.replace({ kind: "broken", at: this.at, reason: `the checker stopped (${reason})` }));
    return port;
  }

  private receive(message: FromChecker): void {
    if (message.id !== this.running?.id) return;
    if (message.type !== "progress") return this.finish(outcomeOf(message));
    this.at = message.at;
    this.watch();
    this.running.onProgress(message.done, message.total, message.found ?? []);
  }

  private finish(outcome: Outcome): void {
    clearTimeout(this.watchdog);
    const entry = this.running;
    this.running = undefined;
    entry?.settle(outcome);
    this.advance();
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    const seconds = Math.round(this.patience / 1000);
    this.watchdog = setTimeout(() => this.replace({ kind: "broken", at: this.at, reason: `the checker gave no sign for ${seconds} seconds` }), this.patience);
  }

  private replace(outcome: Outcome): void {
    this.stop();
    this.finish(outcome);
  }
}

function outcomeOf(message: Exclude<FromChecker, { type: "progress" }>): Outcome {
  if (message.type === "done") return { kind: "report", report: message.report };
  if (message.type === "cancelled") return { kind: "cancelled" };
  return { kind: "broken", at: message.at, reason: `a defect of Spotcheck: ${message.message}` };
}
