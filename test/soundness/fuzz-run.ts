/** Hostile documents by the thousand: `npm run fuzz -- --cases N --seed S [--slow MS]` prints each that is answered wrongly or slowly, with its seed. */
import { parseArgs } from "node:util";
import { dice } from "./dice";
import { hostileComplaint } from "./hostile-checks";
import { hostile } from "./hostile-text";

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000" }, seed: { type: "string", default: "0" }, slow: { type: "string", default: "5000" } },
});
const [count, first, slow] = [Number(values.cases), Number(values.seed), Number(values.slow)];
const used = (): number => process.cpuUsage().user / 1000;
let [worst, wrong] = [0, 0];
for (let seed = first; seed < first + count; seed++) {
  const document = hostile(dice(seed));
  const before = used();
  const found = hostileComplaint(document);
  const took = used() - before;
  worst = Math.max(worst, took);
  if (found) wrong++;
  if (found || took > slow) console.log(`\nseed ${seed}, ${took.toFixed(0)} ms, ${document.path}: ${found ?? "slow"}\n${JSON.stringify(document.text)}`);
  if ((seed - first + 1) % 1000 === 0) console.error(`${seed - first + 1} of ${count}, the slowest ${worst.toFixed(0)} ms of processor`);
}
console.log(`${count} hostile documents from seed ${first}: ${wrong} answered wrongly, the slowest ${worst.toFixed(0)} ms of processor`);
process.exit(wrong ? 1 : 0);
