/** Counts of passed and failed tests, from every runner, added up. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export const sum = (counts) => counts.reduce((all, each) => ({ passed: all.passed + each.passed, failed: all.failed + each.failed }), { passed: 0, failed: 0 });

export const inWords = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** Runs vitest with these arguments, its report on the terminal; a file that cannot be loaded counts as one failed test. */
export function countVitest(args) {
  fs.mkdirSync("out", { recursive: true });
  const file = path.resolve(`out/vitest-${process.pid}-${Date.now()}.json`);
  const vitest = path.resolve("node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = spawnSync(process.execPath, [vitest, "run", ...args, ...reporters], { stdio: ["ignore", "inherit", "inherit"] });
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(fs.readFileSync(file, "utf8"));
  fs.rmSync(file);
  const broken = report.testResults.filter((each) => each.status === "failed" && each.assertionResults.every((test) => test.status !== "failed")).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** Says the counts on the last line, keeps them for whoever adds suites up, and sets the status. */
export function writeCounts(suite, counts) {
  fs.mkdirSync("out/counts", { recursive: true });
  fs.writeFileSync(`out/counts/${suite}.json`, JSON.stringify(counts));
  process.stdout.write(`${suite}: ${inWords(counts)}\n`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
