/** The CPU fallback of the demo in a worker thread, for the benchmark. */
import { parentPort } from "node:worker_threads";
import type { Settings } from "../src/gpu/layout";
import type { Program } from "../src/gpu/program";
import { runReference } from "../src/gpu/reference";

parentPort?.on("message", ({ program, settings }: { program: Program; settings: Settings }) => {
  const start = performance.now();
  const steps = runReference(program, settings);
  for (let step = steps.next(); !step.done; step = steps.next());
  parentPort?.postMessage(performance.now() - start);
});
