/** The soundness test by hand: bundles the generator with the product and runs it in one process; options are those of test/soundness/run.ts. */
import { spawnSync } from "node:child_process";
import esbuild from "esbuild";

const outfile = ".cache/soundness.mjs";
await esbuild.build({
  entryPoints: ["test/soundness/run.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
  mainFields: ["module", "main"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
process.exit(spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1);
