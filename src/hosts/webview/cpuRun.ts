/** The page's side of the CPU worker: a promise a run, one run at a time. */
import source from "inline-worker:./cpuWorker";
import { LARGEST_CPU_N, type Raw, type Settings } from "../../gpu/layout";
import type { Program } from "../../gpu/program";
import type { FromWorker, ToWorker } from "./cpuMessages";
import { Stale } from "./gpuRun";

export interface CpuRunner {
  run(program: Program, settings: Settings, stop?: () => boolean): Promise<{ raw: Raw; milliseconds: number }>;
  destroy(): void;
}

/** How often a run asks whether it is still wanted. */
const ASK_MILLISECONDS = 50;

export function createCpuRunner(): CpuRunner {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const send = (message: ToWorker): void => worker.postMessage(message);

  const runOnce = (program: Program, settings: Settings, stop: () => boolean): Promise<{ raw: Raw; milliseconds: number }> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const asking = setInterval(() => stop() && send({ type: "stop" }), ASK_MILLISECONDS);
      const settle = (act: () => void): void => {
        clearInterval(asking);
        worker.onmessage = null;
        act();
      };
      worker.onerror = (event) => settle(() => reject(new Error(event.message || "The CPU worker could not start.")));
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.id !== id) return;
        if (data.type === "done") settle(() => resolve(data));
        else settle(() => reject(data.type === "failed" ? new Error(data.message) : new Stale()));
      };
      send({ type: "run", id, program, settings: { ...settings, n: Math.min(settings.n, LARGEST_CPU_N) } });
    });

  return {
    run(program, settings, stop = () => false) {
      const next = queue.then(() => (stop() ? Promise.reject(new Stale()) : runOnce(program, settings, stop)));
      queue = next.catch(() => undefined);
      return next;
    },
    destroy: () => worker.terminate(),
  };
}
