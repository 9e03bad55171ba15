/** Shows what a check has found while it is under way: a first time soon, then now and then, and only where there is something new. */
import { GrowingReport } from "../../features/growingReport";
import type { FileReport } from "../../verify/report";
import type { FoundStep } from "../../verify/verify";

/** Milliseconds until what was found is shown, the first time and after that. */
const FIRST = 50;
const AFTER = 250;

export class Meanwhile {
  private readonly growing: GrowingReport;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST;
  private isStopped = false;

  constructor(
    before: FileReport,
    private readonly show: (report: FileReport) => void,
  ) {
    this.growing = new GrowingReport(before);
  }

  add(found: readonly FoundStep[]): void {
    if (found.length === 0 || this.isStopped) return;
    this.growing.add(found);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pause = AFTER;
      this.show(this.growing.report());
    }, this.pause);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }
}
