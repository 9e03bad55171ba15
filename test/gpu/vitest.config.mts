/** The tests that need a WebGPU driver or a browser with one: one file after the other, each in a process of its own. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.gpu.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, pool: "forks" },
});
