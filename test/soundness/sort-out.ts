/** Compares what the product says of a case with what is known of it. */
import type { FileReport, Step } from "../../src/verify/report";
import { verify } from "../../src/verify/verify";
import { type Case, isFalse } from "./case";

/** `right`: decided and right. `conditional`: `holds-if`. `undecided`: unchecked, given, defined, or read as other steps. */
export type Found = "right" | "false accusation" | "silent pass" | "conditional" | "undecided" | "crash";

export interface Sorted {
  readonly found: Found;
  readonly steps: readonly Step[];
  readonly said: string;
}

export function sortOut(c: Case): Sorted {
  const report = reportOf(c);
  const all = report.derivations.flatMap((d) => [...d.steps]);
  const steps = all.filter((s) => s.relationRange.start.offset >= c.from && s.relationRange.end.offset <= c.to);
  const said = steps.map((s) => `${s.relation} ${s.verdict} ${s.code}: ${s.message}`).join(" / ");
  const broken = report.problems.find((p) => p.code === "internal/error") ?? all.find((s) => s.code === "internal/error");
  return { found: broken ? "crash" : foundIn(c, steps, all), steps, said: broken?.message ?? said };
}

function foundIn(c: Case, steps: readonly Step[], all: readonly Step[]): Found {
  if (!isFalse(c)) {
    if (all.some((s) => s.verdict === "fails") && !c.truths.every((t) => t === null)) return "false accusation";
    if (steps.length !== c.truths.length) return "undecided";
    const known = steps.filter((_, i) => c.truths[i] === true);
    if (known.every((s) => s.verdict === "holds")) return "right";
    return known.some((s) => s.verdict === "holds-if") ? "conditional" : "undecided";
  }
  if (steps.length !== c.truths.length) return all.some((s) => s.verdict === "fails") ? "right" : "undecided";
  if (steps.some((s, i) => s.verdict === "fails" && c.truths[i] === true)) return "false accusation";
  const wrong = steps.filter((_, i) => c.truths[i] === false);
  const others = steps.filter((_, i) => c.truths[i] === null);
  if (wrong.some((s) => s.verdict === "holds")) return "silent pass";
  if ([...wrong, ...others].some((s) => s.verdict === "fails")) return "right";
  return wrong.some((s) => s.verdict === "holds-if") ? "conditional" : "undecided";
}

function reportOf(c: Case): FileReport {
  const run = verify({ path: c.path, text: c.text });
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}
