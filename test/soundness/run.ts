/** Runs many cases in one process and prints what is wrong, by construct: `npm run soundness -- --cases N --seed S [--construct NAME] [--undecided] [--show]`. */
import { parseArgs } from "node:util";
import { CONSTRUCTS, caseOf } from "./draw";
import { type Found, sortOut } from "./sort-out";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    seed: { type: "string", default: "0" },
    construct: { type: "string" },
    undecided: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
    slow: { type: "string", default: "3000" },
  },
});
const [count, first] = [Number(values.cases), Number(values.seed)];
const FOUND: readonly Found[] = ["right", "conditional", "undecided", "false accusation", "silent pass", "crash"];
const table = new Map<string, number[]>();
const started = Date.now();

for (let i = 0; i < count; i++) {
  const seed = first + i;
  const c = values.construct ? caseOf(seed, values.construct) : caseOf(seed);
  const before = Date.now();
  const { found, said } = sortOut(c);
  const took = Date.now() - before;
  const row = table.get(c.construct) ?? FOUND.map(() => 0);
  row[FOUND.indexOf(found)]++;
  table.set(c.construct, row);
  if (values.show || took > Number(values.slow) || /accusation|pass|crash/.test(found) || (values.undecided && /undecided|conditional/.test(found))) {
    console.log(
      `\n${found.toUpperCase()}${took > Number(values.slow) ? ` (${took} ms)` : ""} · ${c.construct} · seed ${seed} · ${c.truths.includes(false) ? "false" : "true"} ${JSON.stringify(c.truths)}\n${c.about}\n${c.text.trim()}\n→ ${said}`,
    );
  }
  if ((i + 1) % 1000 === 0) console.error(`${i + 1} of ${count} cases, ${((Date.now() - started) / (i + 1)).toFixed(1)} ms a case`);
}

const sums = FOUND.map((_, k) => [...table.values()].reduce((s, row) => s + row[k], 0));
const line = (name: string, row: readonly number[]) => `${name.padEnd(18)}${row.map((n) => String(n).padStart(18)).join("")}`;
console.log(`\n${" ".repeat(18)}${FOUND.map((f) => f.padStart(18)).join("")}`);
for (const name of CONSTRUCTS) if (table.has(name)) console.log(line(name, table.get(name) as number[]));
console.log(line("all", sums));
