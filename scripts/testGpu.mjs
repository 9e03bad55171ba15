/** `npm run test:gpu`: the shaders against their reference in Node, then the demo's page in a browser, both on the software adapter. */
import { spawnSync } from "node:child_process";
import { countVitest, writeCounts } from "./counts.mjs";
import { findChromium } from "./harness/chromium.mjs";

function run() {
  process.env.CHROMIUM = findChromium();
  process.env.SPOTCHECK_REQUIRE_GPU = "1";
  const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "ignore"] });
  return build.status === 0 ? countVitest(["--config", "test/gpu/vitest.config.mts"]) : { passed: 0, failed: 1 };
}

try {
  writeCounts("gpu", run());
} catch (error) {
  process.stdout.write(`${error.message}\n`);
  writeCounts("gpu", { passed: 0, failed: 1 });
}
