/** Runs a TypeScript program of the tests by hand: bundles it with the product and hands it the options. */
import { spawnSync } from "node:child_process";
import esbuild from "esbuild";

export async function bundledRun(source, outfile) {
  await esbuild.build({
    entryPoints: [source],
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
}
