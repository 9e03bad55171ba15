/** A line on a terminal's standard error that says how far a long check is; silent elsewhere and for the first half second. */
import type { Progress } from "../../verify/verify";

export interface ProgressLine {
  begin(path: string): void;
  step(progress: Progress): void;
  clear(): void;
}

export function progressLine(terminal: NodeJS.WriteStream, files: number): ProgressLine {
  const started = Date.now();
  let file = "";
  let number = 0;
  let shownAt = started + 400;
  let isShown = false;
  return {
    begin(path) {
      file = path;
      number += 1;
    },
    step({ done, total }) {
      const now = Date.now();
      if (!terminal.isTTY || now - shownAt < 100) return;
      shownAt = now;
      isShown = true;
      terminal.write(`\r\u001b[K${`checking ${files > 1 ? `${number}/${files} ` : ""}${file}: ${done} of ${total}`.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear() {
      if (isShown) terminal.write("\r\u001b[K");
      isShown = false;
    },
  };
}
