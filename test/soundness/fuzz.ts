/** Broken documents by the thousand: cut, doubled, spliced, with odd characters; `node scripts/soundness.mjs --fuzz N --seed S` says which crash the checker or keep it long. */
import type { FileReport } from "../../src/verify/report";
import { verify } from "../../src/verify/verify";
import { type Dice, dice } from "./dice";
import { caseOf } from "./draw";

const PIECES = [
  "$",
  "$$",
  "{",
  "}",
  "\\",
  "\\frac",
  "\\frac{",
  "^",
  "_",
  "&",
  "\\\\",
  "=",
  "\\left(",
  "\\right)",
  "\\left.",
  "\\begin{aligned}",
  "\\end{aligned}",
  "\\begin{cases}",
  "\n\n",
  "`",
  "```",
  "%",
  "é😀",
  "\u200b",
  "\u0000",
  "(",
  ")",
  "[",
  "]",
  "|",
  "'",
  "''",
  "!",
  "\\sum_",
  "\\sum_{i=1}^",
  "\\int_0^",
  "\\text{if }",
  "<!--",
  "-->",
  "\r\n",
  "\\def\\x{\\x}",
  "\\newcommand{\\y}[1]{\\y{#1}\\y{#1}}",
  "\\x",
  "\\y{1}",
  "1e999",
  "9".repeat(40),
  "0",
  "-",
  "\\infty",
  "\\cdots",
  "\\to",
  "\\implies",
  "\\mid",
  "\\partial",
  "\\prime",
  "d",
  "\\sqrt[",
  "\\begin{pmatrix}",
  "\\mathbb{E}",
  "^{-1}",
  "^T",
  "\\pm",
  "\\binom",
  "\\lim_{x \\to 0}",
  "\\item",
  "# ",
  "> ",
  "\t",
  "\\iffalse",
  "\\verb|",
  "𝑥",
  "−",
  "≤",
  "∑",
  "²",
  "％",
  "\u2028",
  "\ud800",
];

/** A document made by breaking those of a few cases. */
export function brokenText(d: Dice): string {
  const take = () => caseOf(d.int(0, 20_000)).text;
  let text = take();
  for (let edits = d.int(1, 6); edits > 0; edits--) {
    const at = d.int(0, text.length);
    const to = Math.min(text.length, at + d.int(0, 30));
    switch (d.int(0, 5)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, to) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + d.pick(PIECES) + text.slice(d.chance(0.5) ? at : to);
        break;
      case 3: {
        const other = take();
        text = text.slice(0, at) + other.slice(d.int(0, other.length));
        break;
      }
      case 4:
        text = text.slice(0, at) + text.slice(at, to).repeat(d.int(2, 12)) + text.slice(to);
        break;
      default:
        text = d.chance(0.5) ? text.slice(0, at) : text.slice(at);
    }
  }
  return text.slice(0, 3000);
}

/** What is wrong with the report of a text; undefined where nothing is. */
export function complaint(path: string, text: string): string | undefined {
  let report: FileReport;
  try {
    const run = verify({ path, text }, { samples: 6 });
    for (let next = run.next(); ; next = run.next())
      if (next.done) {
        report = next.value;
        break;
      }
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
  const steps = report.derivations.flatMap((x) => [...x.steps]);
  const bad = [...report.problems, ...steps].find((p) => p.code === "internal/error");
  if (bad) return bad.message;
  const misplaced = steps.find((s) => s.range.start.offset > s.range.end.offset || s.range.end.offset > text.length || s.range.start.offset < 0);
  return misplaced && `a step at ${misplaced.range.start.offset} to ${misplaced.range.end.offset} of ${text.length}`;
}

/** Prints what is wrong and what takes longer than `slow` milliseconds. */
export function fuzz(count: number, seed: number, slow: number): void {
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const d = dice(seed + i);
    const text = brokenText(d);
    const path = d.chance(0.5) ? "a.md" : "a.tex";
    const before = Date.now();
    const found = complaint(path, text);
    const took = Date.now() - before;
    worst = Math.max(worst, took);
    if (found || took > slow) console.log(`\nseed ${seed + i}, ${took} ms, ${path}: ${found ?? "slow"}\n${JSON.stringify(text)}`);
    if ((i + 1) % 5000 === 0) console.error(`${i + 1} of ${count} broken documents, the slowest ${worst} ms`);
  }
  console.log(`${count} broken documents from seed ${seed}, the slowest took ${worst} ms`);
}
