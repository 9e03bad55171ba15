/** The CPU fallback, in a worker: runs the reference in slices, so that it hears when it is to stop. */
import { runReference } from "../../gpu/reference";
import type { FromWorker, ToWorker } from "./cpuMessages";

const SLICE_MILLISECONDS = 30;

const scope = globalThis as unknown as { onmessage: (event: { data: ToWorker }) => void; postMessage(message: FromWorker, transfer: Transferable[]): void };
let running = 0;

scope.onmessage = ({ data }) => {
  if (data.type === "stop") running = 0;
  else void run(data);
};

async function run({ id, program, settings }: Extract<ToWorker, { type: "run" }>): Promise<void> {
  running = id;
  const start = performance.now();
  try {
    const steps = runReference(program, settings);
    for (let slice = start; ; ) {
      const step = steps.next();
      if (step.done) {
        const { partials, coarse, fine, pairs } = step.value;
        const buffers = [partials, coarse, fine, pairs].map((array) => array.buffer as ArrayBuffer);
        return scope.postMessage({ type: "done", id, raw: step.value, milliseconds: performance.now() - start }, buffers);
      }
      if (performance.now() - slice < SLICE_MILLISECONDS) continue;
      await new Promise((resume) => setTimeout(resume));
      if (running !== id) return scope.postMessage({ type: "stopped", id }, []);
      slice = performance.now();
    }
  } catch (error) {
    scope.postMessage({ type: "failed", id, message: String(error) }, []);
  }
}
