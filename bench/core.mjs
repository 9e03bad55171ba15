/** The evaluator with its error bounds against a plain loop over the same expression, in one run: `node bench/core.mjs`. */

import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

const source = `
export { Evaluator, Frame } from "./src/expression/evaluator";
export { Fuel } from "./src/base/fuel";
export { double } from "./src/numeric/lanes";
export { MEANINGS } from "./src/notation/index";
export { node, number, symbol } from "./src/expression/tree";
`;
const outfile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "spotcheck-bench-")), "core.cjs");
const stdin = { contents: source, resolveDir: process.cwd(), loader: "ts" };
buildSync({ stdin, bundle: true, platform: "node", format: "cjs", mainFields: ["module", "main"], outfile, logLevel: "error" });
const { Evaluator, Frame, Fuel, double, MEANINGS, node, number, symbol } = createRequire(import.meta.url)(outfile);

// exp(-(x - m)^2 / (2 s^2)) / s
const at = { from: 0, to: 0 };
const [x, m, s] = ["x", "m", "s"].map((name) => symbol(name));
const square = (e) => node("pow", [e, number(2)], at);
const top = square(node("add", [x, node("neg", [m], at)], at));
const exponent = node("neg", [node("div", [top, node("mul", [number(2), square(s)], at)], at)], at);
const expression = node("div", [node("call", [exponent], at, "exp"), s], at);
const plain = (x, m, s) => Math.exp(-((x - m) ** 2) / (2 * s ** 2)) / s;

/** Microseconds of processor time a round. */
function time(work, rounds) {
  for (let k = 0; k < rounds / 4; k++) work();
  const from = process.cpuUsage();
  for (let k = 0; k < rounds; k++) work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / rounds;
}

for (const width of [24, 1024, 16384]) {
  const column = (k) => Float64Array.from({ length: width }, (_, i) => 0.3 + ((i * 7 + k * 3) % 11) / 4);
  const columns = { x: column(0), m: column(1), s: column(2) };
  const model = { dimension: 3, symbol: (name) => ({ kind: "scalar", x: double.numbers(columns[name]) }) };
  const rounds = Math.ceil(1e6 / width);
  const evaluate = () => new Evaluator(double, new Frame(double, width, new Int32Array(width)), model, MEANINGS, new Fuel(1e9)).evaluate(expression);
  const out = new Float64Array(width);
  const loop = () => {
    for (let i = 0; i < width; i++) out[i] = plain(columns.x[i], columns.m[i], columns.s[i]);
    return out;
  };
  const [ours, theirs] = [time(evaluate, rounds), time(loop, rounds)];
  console.log(
    `${width} lanes: ${((1000 * ours) / width).toFixed(0)} ns a lane with bounds, ${((1000 * theirs) / width).toFixed(0)} ns in a plain loop without, ratio ${(ours / theirs).toFixed(1)}`,
  );
}
