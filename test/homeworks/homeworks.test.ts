/** Homeworks of our own against their answer keys: what is missed is listed, and no true step is called wrong. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { Step } from "../../src/verify/report";
import { check, stepsOf } from "../verify/run";
import missed from "./missed.json";

interface Entry {
  readonly id: string;
  readonly line: number;
  readonly nth: number;
  readonly accept: readonly string[];
}

const documents = fs.readdirSync("test/homeworks").filter((name) => /\.(md|tex)$/.test(name));

/** The step of an entry: the nth relation of its line, or the code answer that covers it where that is -1. */
function stepOf(entry: Entry, steps: readonly Step[]): Step | undefined {
  if (entry.nth < 0) return steps.find((s) => s.relation === "code" && s.range.start.line <= entry.line - 1 && s.range.end.line >= entry.line - 1);
  const line = steps.filter((s) => s.relationRange.start.line === entry.line - 1 && !/[∈→]/.test(s.relation));
  return line.sort((a, b) => a.relationRange.start.offset - b.relationRange.start.offset)[entry.nth];
}

describe.each(documents)("%s", (name) => {
  const key = JSON.parse(fs.readFileSync(`test/homeworks/${name.replace(/\.\w+$/, "")}.key.json`, "utf8")) as { steps: Entry[] };
  const steps = stepsOf(check(fs.readFileSync(`test/homeworks/${name}`, "utf8"), {}, name));
  const wrong = key.steps.filter((entry) => !entry.accept.includes(stepOf(entry, steps)?.verdict ?? "none"));

  it("misses nothing that is not listed", () => {
    const known = (missed as Record<string, string[]>)[name] ?? [];
    expect(wrong.map((entry) => entry.id).filter((id) => !known.includes(id))).toEqual([]);
  });

  it("calls no true step wrong", () => {
    expect(wrong.filter((entry) => stepOf(entry, steps)?.verdict === "fails").map((entry) => entry.id)).toEqual([]);
  });
});
