/** Steps a second on documents, the slowest ten with what they came to, cold over cached and over a keystroke, the shares of loading and of warming up, and the most memory: `npm run bench [FILE …]`. */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bundleOf } from "./bundle.mjs";

const file = bundleOf("src/verify/verify.ts");
const start = process.cpuUsage();
const { verify } = createRequire(import.meta.url)(file);
const loading = process.cpuUsage(start);

const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : [
        "samples/homework.md",
        ...fs
          .readdirSync("test/homeworks")
          .filter((name) => /\.(md|tex)$/.test(name))
          .map((name) => `test/homeworks/${name}`),
      ];
const milliseconds = ({ user, system }) => (user + system) / 1000;

/** Processor time of the whole check, and of the stretch before each step was ready. */
function run(file, cache, text = fs.readFileSync(file, "utf8")) {
  const steps = verify({ path: file, text }, { cache });
  const from = process.cpuUsage();
  const times = [];
  for (;;) {
    const before = process.cpuUsage();
    const { done, value } = steps.next();
    if (done) return { report: value, times, cpu: milliseconds(process.cpuUsage(from)) };
    times.push({ at: value.at, cpu: milliseconds(process.cpuUsage(before)) });
  }
}

/** A text with one digit more in a formula near its middle. */
function edited(text) {
  const from = text.length >> 1;
  const at = text.slice(from).search(/=[^=\n]*\d/);
  const digit = at < 0 ? -1 : from + at + text.slice(from + at).search(/\d/);
  return digit < 0 ? `${text}\n` : `${text.slice(0, digit)}1${text.slice(digit)}`;
}

const rows = files.map((file) => {
  const cache = new Map();
  const cold = run(file, cache);
  const warm = run(file, cache);
  const typed = run(file, cache, edited(fs.readFileSync(file, "utf8")));
  const steps = cold.report.derivations.flatMap((derivation) => derivation.steps);
  const slow = cold.times.map(({ at, cpu }) => ({ file, cpu, step: steps.find((step) => step.range.start.offset === at) }));
  return { file, count: steps.length, cold: cold.cpu, warm: warm.cpu, typed: typed.cpu, slow };
});

const figure = (x) => (x < 10 ? x.toFixed(2) : x.toFixed(0));
for (const { file, count, cold, warm, typed } of rows)
  console.log(
    `${file}: ${count} steps, ${figure(cold)} ms, ${figure(cold / count)} ms a step; cold over cached ${figure(cold / warm)}, over a keystroke in the middle ${figure(cold / typed)}`,
  );
const all = rows.reduce((sum, { count, cold }) => ({ count: sum.count + count, cold: sum.cold + cold }), { count: 0, cold: 0 });
console.log(`all: ${figure((1000 * all.count) / all.cold)} steps a second of processor time; most memory ${figure(process.resourceUsage().maxRSS / 1e3)} MB`);
// the same document once more, without its cache: what remains is work, the rest was the engine getting to know the program
const [first] = rows;
const work = run(first.file, new Map()).cpu;
console.log(
  `loading the modules, bundling aside: ${figure((100 * milliseconds(loading)) / first.cold)} % of the first check of ${first.file}; the engine's warming up: ${figure(100 * (1 - work / first.cold))} %`,
);
console.log("the slowest ten:");
for (const { file, cpu, step } of rows
  .flatMap(({ slow }) => slow)
  .sort((a, b) => b.cpu - a.cpu)
  .slice(0, 10))
  console.log(
    `  ${figure(cpu).padStart(5)} ms  ${path.basename(file)}:${(step?.range.start.line ?? 0) + 1}  ${step ? `${step.verdict} ${step.code}: ${step.right.slice(0, 60)}` : "code"}`,
  );
