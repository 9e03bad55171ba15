/** `npm run package`: builds and packs the extension as out/spotcheck.vsix, and says how large it is. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: ["inherit", "ignore", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
};
fs.mkdirSync("out", { recursive: true });
run("scripts/build.mjs");
run(
  "node_modules/@vscode/vsce/vsce",
  "package",
  "--no-dependencies",
  "--allow-missing-repository",
  "--no-rewrite-relative-links",
  "--out",
  "out/spotcheck.vsix",
);
process.stdout.write(`out/spotcheck.vsix: ${(fs.statSync("out/spotcheck.vsix").size / 1024).toFixed(0)} KB\n`);
