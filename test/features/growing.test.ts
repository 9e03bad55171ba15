/** What is shown of a document while it is checked: what was carried over from the report before, and what was found since. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedOver, changeBetween } from "../../src/features/carriedOver";
import { GrowingReport } from "../../src/features/growingReport";
import type { FileReport } from "../../src/verify/report";
import { type FoundStep, verify } from "../../src/verify/verify";

const TEXT = "$1 + 1 = 2$ and\n\n$$\n2 + 2 = 5 = 6\n$$\n\nso $3 + 3 = 7$ ends.\n";

/** The report, and the found steps in the order in which they came. */
function checked(text: string, near?: number): { report: FileReport; found: FoundStep[] } {
  const run = verify({ path: "a.md", text }, near === undefined ? {} : { near });
  const found: FoundStep[] = [];
  for (;;) {
    const { done, value } = run.next();
    if (done) return { report: value, found };
    found.push(...(value.found ?? []));
  }
}

const told = (report: FileReport): [string, string][] =>
  report.derivations.flatMap(({ steps }) => steps).map(({ range, verdict }) => [TEXT.slice(range.start.offset, range.end.offset), verdict]);

describe("a report carried over a change", () => {
  const { report } = checked(TEXT);

  it.each<[string, string, string, string[]]>([
    ["a step behind the change moves", "and", "and then", ["2", "5", "6", "7"]],
    ["a step that was changed on either side is gone", "5 = 6", "4 = 6", ["2", "7"]],
    ["what stands before the change stays", "ends", "ends here", ["2", "5", "6", "7"]],
    ["lines are counted anew", "$$\n2", "\n\n$$\n2", ["2", "5", "6", "7"]],
  ])("%s", (_, from, to, sides) => {
    const after = TEXT.replace(from, () => to);
    const carried = carriedOver(report, TEXT, after);
    const steps = carried.derivations.flatMap((each) => each.steps);
    expect(steps.map(({ range }) => after.slice(range.start.offset, range.end.offset))).toEqual(sides);
    for (const { range, message } of steps) {
      expect(range.start.line).toBe(after.slice(0, range.start.offset).split("\n").length - 1);
      const line = /line (\d+)/i.exec(message)?.[1];
      if (line) expect([range.start.line, range.start.line + 1]).toContain(Number(line));
    }
  });

  it("finds the stretch in which two texts differ, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, toBefore, toAfter } = changeBetween(before, after);
        expect(from <= toBefore && from <= toAfter).toBe(true);
        expect(before.slice(0, from) + after.slice(from, toAfter) + before.slice(toBefore)).toBe(after);
      }),
    );
  });
});

describe("a growing report", () => {
  it("has in the end what the whole report has", () => {
    const { report, found } = checked(TEXT);
    const growing = new GrowingReport({ path: "a.md", derivations: [], problems: [], summary: report.summary });
    growing.add(found);
    expect(told(growing.report())).toEqual(told(report));
    expect(growing.report().summary).toEqual(report.summary);
    expect(growing.report().derivations.map((d) => d.steps.length)).toEqual(report.derivations.map((d) => d.steps.length));
  });

  it("replaces what was carried over", () => {
    const after = TEXT.replace("= 7", "= 6");
    const before = carriedOver(checked(after.replace("2 + 2 = 5", "2 + 2 = 4")).report, after.replace("2 + 2 = 5", "2 + 2 = 4"), after);
    const growing = new GrowingReport(before);
    growing.add(checked(after).found);
    expect(growing.report().summary).toEqual(checked(after).report.summary);
  });
});

describe("a check near a change", () => {
  const long = Array.from({ length: 100 }, (_, k) => `Part ${k}.\n\n$(x + ${k})^2 = x^2 + ${2 * k} x + ${k * k}$\n\n`).join("");

  it("begins there, and ends with the same report", () => {
    const near = long.indexOf("Part 90");
    const [plain, first] = [checked(long), checked(long, near)];
    expect(first.found[0].formula).toBeGreaterThan(long.indexOf("Part 40"));
    expect(plain.found[0].formula).toBeLessThan(long.indexOf("Part 1."));
    expect(first.report).toEqual(plain.report);
  });
});
