/** `npm run test:editor`: the mocha suite in a real extension host, then a person's way through the real workbench in a browser. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import esbuild from "esbuild";
import { countVitest, sum, writeCounts } from "./counts.mjs";
import { findChromium } from "./harness/chromium.mjs";
import { prepareEditor } from "./harness/setup.mjs";

const results = path.resolve("out/editor/results.json");

async function main() {
  if (!process.env.VSCODE_EXECUTABLE) {
    findChromium();
    prepareEditor();
  }
  const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "ignore"] });
  if (build.status !== 0) return { passed: 0, failed: 1 };
  return sum([await hostSuite(), browserSuite()]);
}

/** `VSCODE_EXECUTABLE` names a desktop VS Code, where there is one. */
async function hostSuite() {
  fs.rmSync("out/editor", { recursive: true, force: true });
  await esbuild.build({
    entryPoints: { index: "test/editor/suite/index.ts" },
    outdir: "out/editor",
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    external: ["vscode", "mocha"],
    define: { RESULTS: JSON.stringify(results) },
    logLevel: "warning",
  });
  const workspace = path.resolve("out/editor/workspace");
  fs.cpSync("test/editor/workspace", workspace, { recursive: true });
  const extensionTestsPath = path.resolve("out/editor/index");
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? path.resolve("scripts/harness/code.mjs");
  try {
    await runTests({ vscodeExecutablePath, extensionDevelopmentPath: process.cwd(), extensionTestsPath, launchArgs: [workspace] });
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  }
  if (fs.existsSync(results)) return JSON.parse(fs.readFileSync(results, "utf8"));
  process.stdout.write("the extension host gave no results\n");
  return { passed: 0, failed: 1 };
}

const browserSuite = () => countVitest(["--config", "test/editor/vitest.config.mts"]);

const counts = await main().catch((error) => {
  process.stdout.write(`${error.message}\n`);
  return { passed: 0, failed: 1 };
});
writeCounts("editor", counts);
