/** The tests that drive the real workbench in a real browser, one file after the other. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/editor/*.test.ts"], testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false },
});
