/** Samples per second of the device, of the CPU worker and of a plain loop; medians of several runs. */
import { Worker } from "node:worker_threads";
import { compileCode, DEFAULT_CODE, isRefusal } from "../src/gpu/program";
import { plainLoop } from "../src/gpu/reference";
import { createRunner } from "../src/hosts/webview/gpuRun";
import { adapterName, openDevice } from "../test/gpu/device";

const AT = { mu: 0.7, logvar: -0.8, seed: 1 };
const RUNS = 5;

const compiled = compileCode(DEFAULT_CODE);
if (isRefusal(compiled)) throw new Error(compiled.message);
const program = compiled;

async function median(run: () => Promise<number>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run());
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

const row = (name: string, n: number, milliseconds: number): void => {
  const rate = ((1000 * n) / milliseconds / 1e6).toFixed(1);
  process.stdout.write(
    `${name.padEnd(34)} ${`2^${Math.log2(n)}`.padStart(5)} ${milliseconds.toFixed(1).padStart(9)} ms ${rate.padStart(9)} million samples/s\n`,
  );
};

const device = await openDevice();
process.stdout.write(`adapter: ${adapterName()}\n`);
if (/swiftshader|llvmpipe|lavapipe/i.test(adapterName()))
  process.stdout.write("This adapter is software: its figure shows that the shader is right, not how fast a GPU is.\n");
if (device) {
  const runner = createRunner(device);
  for (const n of [2 ** 18, 2 ** 20, 2 ** 22, 2 ** 24])
    row("WebGPU (f32, statistics, histogram)", n, await median(async () => (await runner.run(program, { ...AT, n })).milliseconds));
  runner.destroy();
} else process.stdout.write("no WebGPU device\n");

const worker = new Worker(new URL("./gpuWorker.mjs", import.meta.url));
const inWorker = (n: number): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage({ program, settings: { ...AT, n } });
  });
row("CPU worker (f64, the same work)", 2 ** 20, await median(() => inWorker(2 ** 20)));
await worker.terminate();

let kept = 0;
row(
  "plain loop (Math.random, a sum)",
  2 ** 20,
  await median(async () => {
    const start = performance.now();
    kept += plainLoop(AT.mu, AT.logvar, 2 ** 20);
    return performance.now() - start;
  }),
);
process.stdout.write(Number.isFinite(kept) ? "" : "the loop went wrong\n");
process.exit(0);
