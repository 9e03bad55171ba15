/** Measures what activation costs: loading the desktop entry and the synchronous part of `activate`, the median of eleven fresh processes. */
import { execFileSync } from "node:child_process";

const measure = `
const Module = require("node:module");
const nothing = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => "" : key === "then" ? undefined : nothing), apply: () => nothing, construct: () => nothing });
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? { commands: nothing, window: nothing } : load(name, ...rest));
const before = performance.now();
const extension = require("./dist/extension.js");
extension.activate({ subscriptions: [], asAbsolutePath: (path) => path });
process.stdout.write(String(performance.now() - before));
process.exit(0);
`;
const times = Array.from({ length: 11 }, () => Number(execFileSync(process.execPath, ["-e", measure], { encoding: "utf8" }))).sort((a, b) => a - b);
process.stdout.write(`activation: median ${times[5].toFixed(1)} ms, slowest ${times[10].toFixed(1)} ms\n`);
