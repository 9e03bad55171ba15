/** A module of the sources, bundled for this process: benchmarks run what they measure, not what was built last. */
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

/** The file that the TypeScript file `source` was bundled into. */
export function bundleOf(source) {
  const outfile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "spotcheck-bench-")), "bundle.cjs");
  buildSync({ entryPoints: [source], bundle: true, platform: "node", format: "cjs", mainFields: ["module", "main"], outfile, logLevel: "error" });
  return outfile;
}

/** What the TypeScript file `source` exports. */
export const bundled = (source) => createRequire(import.meta.url)(bundleOf(source));
