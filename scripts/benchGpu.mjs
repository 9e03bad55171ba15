/** `npm run bench:gpu`: samples per second of GPU, CPU worker and a plain loop, in one run, with the adapter's name. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import esbuild from "esbuild";
import { findChromium } from "./harness/chromium.mjs";

process.env.CHROMIUM = findChromium();
const shared = {
  bundle: true,
  platform: "node",
  format: "esm",
  mainFields: ["module", "main"],
  outdir: "out/bench",
  outExtension: { ".js": ".mjs" },
  external: ["webgpu"],
  logLevel: "warning",
};
await esbuild.build({ ...shared, entryPoints: { gpu: "bench/gpu.ts", gpuWorker: "bench/gpuWorker.ts" } });
process.exitCode = spawnSync(process.execPath, [path.resolve("out/bench/gpu.mjs")], { stdio: "inherit" }).status ?? 1;
