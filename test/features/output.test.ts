/** What the command line prints of a report, format by format. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, folded, showLine, visible } from "../../src/features/columns";
import { excerpt } from "../../src/features/excerpt";
import { github } from "../../src/features/github";
import { escapeXml, junit } from "../../src/features/junit";
import { plain } from "../../src/features/numbers";
import { plainPaint, prettyFile } from "../../src/features/pretty";
import { sarif } from "../../src/features/sarif";
import type { Report } from "../../src/verify/report";
import { rangeOf, report, step } from "./reports";

const width = 60;
const options = { paint: plainPaint, verbose: false, quiet: false, width: 100 };
const text = "One.\n\n$a = 2 = 3 + b$\n";
const whole = (file: ReturnType<typeof report>): Report => ({ version: 1, tool: { name: "spotcheck", version: "0" }, seed: 0, files: [file] });

describe("a folded text", () => {
  it.each([
    ["one two three", 7, ["one two", "three"]],
    ["one", 2, ["one"]],
    ["a longword b", 4, ["a", "longword", "b"]],
    ["数学 数学", 5, ["数学", "数学"]],
    ["", 5, [""]],
  ])("%j in %d columns", (long, columns, lines) => expect(folded(long, columns)).toEqual(lines));
});

describe("an excerpt", () => {
  it.each([
    ["ab = cd", "cd", "     ^^"],
    ["\tab = cd", "cd", "         ^^"],
    ["ab\t= cd", "cd", "      ^^"],
    ["数学 = cd", "cd", "       ^^"],
    ["😀 = 数学", "数学", "     ^^^^"],
    ["e\u0301 = cd", "cd", "    ^^"],
  ])("of %j marks %j", (line, part, carets) => expect(excerpt([line], rangeOf(line, part), width).carets).toBe(carets));

  it("of a long line keeps the marked part in view", () => {
    const line = `${"x".repeat(300)} = HERE ${"y".repeat(300)}`;
    const { source, carets } = excerpt([line], rangeOf(line, "HERE"), width);
    expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE");
    expect(source.length).toBeLessThanOrEqual(width + 2);
  });

  it.each([
    ["a part that a fix changes", "a = b + c + d", "b + c + d", "c", "    ~~~~^~~~~"],
    ["the place behind it where a fix adds", "a = b + c ", "b + c", " ", "    ~~~~~^"],
    ["nothing else when the fix is elsewhere", "a = b + c", "b", "c", "    ^"],
  ])("shows %s", (_, line, part, focus, carets) => {
    const range = rangeOf(line, part);
    const place = focus === " " ? { start: range.end, end: range.end } : rangeOf(line, focus);
    expect(excerpt([line], range, width, place).carets).toBe(carets);
  });

  it("of a marked part longer than a page shows what the fix changes", () => {
    const line = `${"x".repeat(300)}HERE${"y".repeat(300)}`;
    const { source, carets } = excerpt([line], rangeOf(line, line), width, rangeOf(line, "HERE"));
    expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE");
    expect(source.length).toBeLessThanOrEqual(width + 2);
  });

  it("stands right under any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ maxLength: 100 }), (before, after) => {
        const line = `${before.replace(/[\r\n]/g, "")}§§${after.replace(/[\r\n]/g, "")}`;
        const { source, carets } = excerpt([line], rangeOf(line, "§§"), width);
        const from = showLine(source).columnAt[source.lastIndexOf("§§") < 0 ? 0 : source.indexOf("§§")];
        expect(carets.trimEnd()).toMatch(/^ *\^+$/);
        if (!before.includes("§") && !after.includes("§") && !/\p{Cf}|\p{M}/u.test(line)) expect(carets.indexOf("^")).toBe(from);
      }),
    );
  });
});

it.each([
  ["a", 1],
  ["数", 2],
  ["\u0301", 0],
  ["😀", 2],
  ["é", 1],
])("%j takes %d columns", (character, columns) => expect(columnsOf(character)).toBe(columns));

it("a terminal cannot be written to by a document", () => expect(visible("\u001b[31mred\u0007\u202e")).toBe("·[31mred··"));

it.each([
  [0.5, "0.5"],
  [-0.1234567, "−0.123457"],
  [1e-9, "1e−9"],
  [123456789, "1.2346e8"],
  [0, "0"],
  ["Infinity", "Infinity"],
  [[1, 0.5], "(1, 0.5)"],
])("%j reads %s", (value, words) => expect(plain(value as number)).toBe(words));

describe("pretty", () => {
  const witness = { values: { b: 2 }, left: 2, right: 5 };
  const fixes = [{ title: "Replace 3 by 1", edits: [] }];
  const failing = step(text, "3 + b", "fails", { witness, fixes, message: "It goes wrong here." });

  it("shows the line, the marked part, the message, the counterexample, the fix, the summary", () => {
    expect(prettyFile(report(text, [step(text, "2", "holds"), failing]), text, options)).toBe(
      [
        "a.md",
        "",
        "  fails  line 3, column 10  step/fails",
        "    3 | $a = 2 = 3 + b$",
        "      |          ^^^^^",
        "    It goes wrong here.",
        "    counterexample: b = 2: left 2, right 5",
        "    fix: Replace 3 by 1",
        "",
        "a.md: 1 holds, 1 fails",
        "",
      ].join("\n"),
    );
  });

  it("lists holding steps only if asked", () => {
    const file = report(text, [step(text, "2", "holds")]);
    expect(prettyFile(file, text, options)).toBe("a.md: 1 holds\n");
    expect(prettyFile(file, text, { ...options, verbose: true })).toContain("  holds  line 3, column 6");
  });

  it("is quiet where nothing fails", () => {
    expect(prettyFile(report(text, [step(text, "2", "unchecked")]), text, { ...options, quiet: true })).toBe("");
    expect(prettyFile(report(text, [failing]), text, { ...options, quiet: true })).toContain("fails  line 3");
  });
});

describe("SARIF", () => {
  it("has one result for each failing step, with 1-based places", () => {
    const log = sarif(whole(report(text, [step(text, "2", "holds"), step(text, "3 + b", "fails")], "notes/a b.md"))) as {
      runs: { results: Record<string, unknown>[] }[];
    };
    const results = log.runs[0].results;
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      ruleId: "step/fails",
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: "notes/a%20b.md" }, region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 15 } } }],
    });
  });
});

describe("JUnit", () => {
  it("counts failures and skipped steps", () => {
    const xml = junit(whole(report(text, [step(text, "2", "unchecked"), step(text, "3 + b", "fails", { message: 'a < "b" & c' })])));
    expect(xml).toContain('tests="2" failures="1" skipped="1"');
    expect(xml).toContain('message="a &lt; &quot;b&quot; &amp; c"');
  });
  it("is well-formed whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        expect(escapeXml(any)).not.toMatch(/[<>"\u0000-\u0008]|&(?!(amp|lt|gt|quot|#10|#9);)/);
      }),
    );
  });
});

describe("workflow commands", () => {
  it("escape what has a meaning there", () => {
    const line = github(whole(report(text, [step(text, "3 + b", "fails", { message: "50 % off\nsecond line" })], "a,b:c.md")));
    expect(line).toBe("::error file=a%2Cb%3Ac.md,line=3,endLine=3,col=10,endColumn=14,title=step/fails::50 %25 off%0Asecond line\n");
  });
});
