/** The unit tests: everything that needs neither an editor, nor a browser, nor a GPU. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**", "test/browser/**", "**/*.gpu.test.ts", "node_modules/**"],
    testTimeout: 30_000,
    // one worker reads the sources once for all its files: they are pure, and reading them took longer than the tests
    isolate: false,
  },
});
