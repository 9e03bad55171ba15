/** `npm start`: builds, and prints the verdicts of the sample homework; failing steps in it are the point. */
import { spawnSync } from "node:child_process";

const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["inherit", "inherit", "ignore"] });
if (build.status !== 0) process.exit(build.status ?? 2);
const check = spawnSync(process.execPath, ["dist/cli.js", "check", "samples/homework.md", "--verbose"], { stdio: "inherit" });
process.exit(check.status === 1 ? 0 : (check.status ?? 2));
