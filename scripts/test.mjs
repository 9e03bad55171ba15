/** `npm test`: every suite that is there, one after the other; the last line adds them up. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { countVitest, inWords, sum } from "./counts.mjs";

fs.rmSync("out/counts", { recursive: true, force: true });

/** A suite of its own script; its counts are in the file that it leaves. A script that leaves none counts as one test. */
function scripted(suite, script) {
  if (!fs.existsSync(script)) return { passed: 0, failed: 0 };
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  const file = `out/counts/${suite}.json`;
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A tool of the tree that must find nothing; it counts as one test. */
function clean(tool, ...args) {
  const { status } = spawnSync("npx", ["--no-install", tool, ...args], { stdio: "inherit" });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What the unit tests run against: the bundles of the command line and the server. */
function build() {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
  return status === 0;
}

const suites = build()
  ? {
      types: clean("tsc", "--noEmit", "-p", "."),
      style: clean("biome", "check", "."),
      unit: countVitest([]),
      editor: scripted("editor", "scripts/testEditor.mjs"),
      gpu: scripted("gpu", "scripts/testGpu.mjs"),
    }
  : { build: { passed: 0, failed: 1 } };
for (const [suite, counts] of Object.entries(suites)) process.stdout.write(`${suite}: ${inWords(counts)}\n`);
const all = sum(Object.values(suites));
process.stdout.write(`${inWords(all)}\n`);
process.exitCode = all.failed > 0 ? 1 : 0;
