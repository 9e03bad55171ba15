/** Bundles every host with esbuild into dist/; `--watch` rebuilds on change, `--dev` leaves names and source maps in. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import esbuild from "esbuild";
import { inlineWorker } from "./inlineWorker.mjs";

const dev = process.argv.includes("--dev");
const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));
const shared = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  metafile: true,
  logLevel: "warning",
  legalComments: "none",
  define: { __VERSION__: JSON.stringify(manifest.version) },
};
const node = {
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  outdir: "dist",
  // A module of the file search asks for import.meta.url, which CommonJS lacks.
  define: { ...shared.define, "import.meta.url": "__moduleUrl" },
  banner: { js: 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
};
const web = {
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  outdir: "dist/web",
  define: { ...shared.define, global: "globalThis" },
};

/** One row a bundle group: what it starts from and how. Rows whose sources are not there are left out. */
const groups = [
  { ...node, entryPoints: { cli: "src/hosts/cli/launch.ts" }, banner: { js: "#!/usr/bin/env node" } },
  { ...node, entryPoints: { spotcheck: "src/hosts/cli/main.ts" } },
  { ...node, entryPoints: { server: "src/hosts/server/nodeServer.ts", checker: "src/hosts/server/nodeChecker.ts" } },
  {
    ...node,
    entryPoints: { extension: "src/hosts/vscode/extension.ts", client: "src/hosts/vscode/client.ts" },
    external: ["vscode", "./client"],
    supported: { "dynamic-import": false },
  },
  { ...web, entryPoints: { extension: "src/hosts/vscode/webExtension.ts" }, format: "cjs", external: ["vscode"] },
  { ...web, entryPoints: { server: "src/hosts/server/webServer.ts", checker: "src/hosts/server/webChecker.ts" }, format: "iife" },
  {
    ...web,
    entryPoints: { main: "src/hosts/webview/main.ts" },
    plugins: [inlineWorker],
    format: "iife",
    outdir: "dist/webview",
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
    assetNames: "[name]",
  },
];

const there = groups
  .map((group) => ({ ...group, entryPoints: Object.fromEntries(Object.entries(group.entryPoints).filter(([, path]) => fs.existsSync(path))) }))
  .filter((group) => Object.keys(group.entryPoints).length > 0);

fs.rmSync("dist", { recursive: true, force: true });
const results = await Promise.all(there.map((group) => esbuild.build({ ...shared, ...group })));
const inputs = Object.assign({}, ...results.map((result) => result.metafile.inputs));
const outputs = Object.assign({}, ...results.map((result) => result.metafile.outputs));
fs.writeFileSync("dist/meta.json", JSON.stringify({ inputs, outputs }));
fs.chmodSync("dist/cli.js", 0o755);
// the compiled code of a run of the command line, for the runs after it; without it they only start later
spawnSync(process.execPath, ["dist/cli.js", "check", "samples"], { stdio: "ignore", env: { ...process.env, SPOTCHECK_WRITES_COMPILED: "1" } });
for (const [path, { bytes }] of Object.entries(outputs)) {
  if (path.endsWith(".js")) process.stderr.write(`${path.padEnd(26)} ${(bytes / 1024).toFixed(0).padStart(6)} KB\n`);
}
