/** Threads that help with one long document: each reads it, too, and judges windows that no other thread has taken. */
import os from "node:os";
import path from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { Share, SharedSteps } from "../../verify/sharing";
import { type VerifyOptions, verify } from "../../verify/verify";

/** Characters of a document that make it worth while to start a thread, which has to read it first; fewer where it is the only one, and no other waits for the processor. */
const WORTH = 12_000;
const WORTH_ALONE = 1_500;
/** What a thread runs: the start of the command line, which has the compiled code of the bundle. */
const START = path.join(__dirname, "cli.js");
/** Each thread has memory of its own. */
const MOST = 4;
/** The stack of the main thread, and what Node keeps of a worker's: what is nested too deeply is so in both. */
const stackSizeMb = (984 + 192) / 1024;

/** How many threads a document is checked in where nothing is said. */
export const usualJobs = (): number => Math.min(MOST, os.availableParallelism());

type Source = Parameters<typeof verify>[0];
/** The most threads that check a document, and whether it is the only one. */
export interface Crew {
  readonly jobs: number;
  readonly alone: boolean;
}
interface Task {
  readonly source: Source;
  readonly options: VerifyOptions;
  /** By window, the number of the thread that has taken it; 0 where none has. */
  readonly taken: Int32Array;
  readonly self: number;
}
interface Judged {
  readonly window: number;
  readonly steps: SharedSteps;
}

const taking =
  (taken: Int32Array, self: number): Share["takes"] =>
  (window) =>
    Atomics.compareExchange(taken, window, 0, self) === 0;

/** The helpers of the thread that prints the report, which takes windows like them and gathers what they find. */
export class Helpers {
  private readonly workers: Worker[] = [];
  private readonly found = new Map<number, SharedSteps>();
  private readonly ended = new Set<number>();
  private wake = (): void => undefined;
  readonly share: Share;

  constructor(source: Source, options: VerifyOptions, { jobs, alone }: Crew) {
    // no document has more windows than characters
    const taken = new Int32Array(new SharedArrayBuffer(4 * (source.text.length + 1)));
    const count = Math.min(jobs - 1, Math.floor(source.text.length / (alone ? WORTH_ALONE : WORTH)));
    for (let self = 2; self < 2 + count; self++) this.start({ source, options, taken, self });
    this.share = {
      takes: taking(taken, 1),
      found: (window) => this.found.get(window) ?? (this.ended.has(taken[window]) ? "lost" : undefined),
    };
  }

  private start(task: Task): void {
    const worker = new Worker(START, { workerData: task, resourceLimits: { stackSizeMb } });
    worker.on("message", ({ window, steps }: Judged) => {
      this.found.set(window, steps);
      this.wake();
    });
    // what it had taken is judged by others
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      this.ended.add(task.self);
      this.wake();
    });
    this.workers.push(worker);
  }

  /** Until one of them has found something, or has ended. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  stop(): void {
    for (const worker of this.workers) void worker.terminate();
  }
}

export const isHelper = !isMainThread && parentPort !== null;

/** What a helper does from its start to its end. */
export function help(): void {
  const { source, options, taken, self } = workerData as Task;
  const share: Share = { takes: taking(taken, self), judged: (window, steps) => parentPort?.postMessage({ window, steps } satisfies Judged) };
  const run = verify(source, { ...options, share });
  while (!run.next().done);
}
