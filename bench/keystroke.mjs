/** Time from a keystroke to the verdicts in a long document: `npm run build && node bench/keystroke.mjs [FILE] [KEYSTROKES]`, with a cache as an editor keeps it. */
import fs from "node:fs";
import { bundled } from "./bundle.mjs";

const { verify } = bundled("src/verify/verify.ts");

const part = (k) =>
  `\n## Part ${k}\n\nFor all $x$,\n$$\n(x + ${k})^2 = x^2 + ${2 * k} x + ${k * k}\n$$\nLet $c = ${k} a + 1$. Then\n$$\n\\begin{aligned}\n(c - 1)^2 &= ${k * k} a^2 \\\\\n&= (${k} a)^2\n\\end{aligned}\n$$\n`;
const [file, count = "40"] = process.argv.slice(2);
const text = file ? fs.readFileSync(file, "utf8") : Array.from({ length: 200 }, (_, k) => part(k + 1)).join("");

function run(source, cache) {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const steps = verify({ path: file ?? "bench.md", text: source }, { cache });
  let next = steps.next();
  while (!next.done) next = steps.next();
  const used = process.cpuUsage(cpu);
  return { report: next.value, wall: performance.now() - from, cpu: (used.user + used.system) / 1000 };
}

const cache = new Map();
const cold = run(text, cache);
const lines = text.split("\n");
const times = Array.from({ length: Number(count) }, (_, k) => {
  const at = Math.floor(((k + 0.5) / Number(count)) * lines.length);
  const row = lines.findIndex((line, i) => i >= at && /\d/.test(line) && line.includes("="));
  const edited = lines.map((line, i) => (i === row ? line.replace(/\d/, "$&1") : line)).join("\n");
  return run(edited, cache);
});
const sorted = (key) => times.map((t) => t[key]).sort((a, b) => a - b);
const at = (key, q) => sorted(key)[Math.min(times.length - 1, Math.floor(q * times.length))].toFixed(0);
const steps = cold.report.derivations.reduce((n, d) => n + d.steps.length, 0);
console.log(`${lines.length} lines, ${steps} steps; cold ${cold.cpu.toFixed(0)} ms (${(cold.cpu / steps).toFixed(2)} ms a step)`);
console.log(
  `keystroke, processor time: median ${at("cpu", 0.5)} ms, p95 ${at("cpu", 0.95)} ms; wall: median ${at("wall", 0.5)} ms, p95 ${at("wall", 0.95)} ms; cold over warm ${(cold.cpu / Number(at("cpu", 0.5))).toFixed(0)}`,
);
