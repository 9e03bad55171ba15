/** What an editor shows of a report: diagnostics, hovers, quick fixes, lenses, status. */
import { describe, expect, it } from "vitest";
import { codeActions } from "../../src/features/codeActions";
import { diagnostics, plainRange } from "../../src/features/diagnostics";
import { isExcluded } from "../../src/features/exclusions";
import { escapeMarkdown, hover, hoverText } from "../../src/features/hover";
import { lenses } from "../../src/features/lenses";
import { marks } from "../../src/features/marks";
import { derivationAt } from "../../src/features/places";
import { includedFiles } from "../../src/features/preambles";
import { defaultSettings, readSettings } from "../../src/features/settings";
import { checkedStatus } from "../../src/features/status";
import { rangeOf, report, step } from "./reports";

const text = "Let $a = 1$.\n\n$$\na = 2\n= 3 + b\n$$\n";
const place = { uri: "file:///a.md", version: 7 };

describe("diagnostics", () => {
  const found = (verdict: Parameters<typeof step>[2], settings = {}) =>
    diagnostics(report(text, [step(text, "3 + b", verdict)]), place, { ...defaultSettings, ...settings });

  it.each([
    ["fails", 1],
    ["holds-if", 2],
    ["unchecked", 4],
  ] as const)("%s has severity %d", (verdict, severity) => expect(found(verdict).map((each) => each.severity)).toEqual([severity]));

  it.each(["holds", "defines", "given"] as const)("%s gives none", (verdict) => expect(found(verdict)).toEqual([]));

  it("obeys the severities that are set", () => {
    expect(found("fails", { "severity.fails": "off" })).toEqual([]);
    expect(found("unchecked", { "severity.unchecked": "warning" })[0].severity).toBe(2);
  });

  it("stands at the right side, carries the version, and names the facts that were used", () => {
    const uses = [{ range: rangeOf(text, "a = 1"), text: "a = 1" }];
    const [each] = diagnostics(report(text, [step(text, "3 + b", "fails", { uses })]), place, defaultSettings);
    expect(each.range).toEqual({ start: { line: 4, character: 2 }, end: { line: 4, character: 7 } });
    expect(each.data.version).toBe(7);
    expect(each.relatedInformation?.[0].location).toEqual({ uri: place.uri, range: { start: { line: 0, character: 5 }, end: { line: 0, character: 10 } } });
  });

  it("shows remarks and unread places beside", () => {
    const noted = step(text, "3 + b", "holds", { notes: [{ range: rangeOf(text, "b"), code: "note/x", message: "remark" }] });
    const file = { ...report(text, [noted]), problems: [{ range: rangeOf(text, "Let"), code: "read/x", message: "unread" }] };
    expect(diagnostics(file, place, defaultSettings).map(({ code, severity }) => [code, severity])).toEqual([
      ["note/x", 3],
      ["read/x", 4],
    ]);
  });
});

describe("hover", () => {
  const witness = { values: { b: 2, p: [0.25, 0.75] }, left: 1, right: "Infinity" };
  const file = report(text, [step(text, "3 + b", "fails", { witness, fixes: [{ title: "Use `x` | y", edits: [] }] })]);

  it("is there on the step and nowhere else", () => {
    expect(hover(file, { line: 4, character: 3 })?.range.start).toEqual({ line: 4, character: 2 });
    expect(hover(file, { line: 0, character: 0 })).toBeUndefined();
  });

  it("has the counterexample as a table", () => {
    const shown = hover(file, { line: 4, character: 3 })!.contents;
    expect(shown).toContain("| b | p | left side | right side |\n| --- | --- | --- | --- |\n| 2 | (0.25, 0.75) | **1** | **Infinity** |");
  });

  it("has a long counterexample as a list", () => {
    const values = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`x_${index}`, index]));
    const shown = hoverText(step(text, "3 + b", "fails", { witness: { values, left: 1, right: 2 } }));
    expect(shown).toContain("| x\\_8 | 8 |\n| left side | **1** |");
  });

  it("sets the sides as an image where the client shows images", () => {
    const shown = hoverText(step(text, "3 + b", "holds"), { ink: "#123456" });
    expect(shown).toMatch(/!\[.*\]\(data:image\/svg\+xml;utf8,[^ ()|]+\|width=\d+,height=\d+\)/);
    expect(decodeURIComponent(shown)).toContain("<mn>3</mn><mo>+</mo><mi>b</mi>");
    expect(decodeURIComponent(shown)).toContain("color:#123456");
  });

  it.each([["\\unknowncommand x"], ["x".repeat(400)]])("shows %s as its source", (left) => {
    expect(hoverText(step(text, "3 + b", "holds", { left }), { ink: "#000" })).toContain("```latex");
  });

  it("does not say again what a diagnostic at the same place says", () => {
    const failing = step(text, "3 + b", "fails", { message: "It is not so." });
    expect(hoverText(failing)).toContain("It is not so.");
    expect(hoverText(failing, { told: new Set(["fails"]) })).not.toContain("It is not so.");
  });

  it("says how a step was shown", () => {
    const evidence = { samples: 24, informative: 20, maxRelativeError: 1e-15, digits: 16, seed: 0 };
    expect(hoverText(step(text, "3 + b", "holds", { basis: "sampled", evidence }))).toContain("(agreed at 20 of 24 samples)");
    expect(hoverText(step(text, "3 + b", "holds", { basis: "exact" }))).toContain("(exact)");
  });

  it("does not let document text become markup", () => {
    const nasty = step(text, "3 + b", "fails", {
      message: "<img src=x> **bold** [a](b)",
      left: "```\n# x",
      right: "$`$",
      uses: [{ range: rangeOf(text, "a"), text: "`x` | y" }],
    });
    const shown = hoverText(nasty);
    expect(shown).toContain("\\<img src=x\\> \\*\\*bold\\*\\* \\[a\\]\\(b\\)");
    expect(shown).toContain("````latex\n```\n# x");
    expect(shown).toContain("`` `x` \\| y ``");
  });

  it("escapes each mark once", () => expect(escapeMarkdown("a_b")).toBe("a\\_b"));
});

describe("quick fixes", () => {
  const lines = text.split("\n");
  const here = { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } };
  const fixes = [
    { title: "first", edits: [{ range: rangeOf(text, "3"), newText: "1" }] },
    { title: "second", edits: [] },
  ];
  const file = report(text, [step(text, "3 + b", "fails", { fixes })]);

  it("come best first, and the best is preferred", () => {
    const actions = codeActions(file, here, lines, "a.md");
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["first", true],
      ["second", false],
      ["Do not check this derivation", false],
    ]);
    expect(actions[0].edits).toEqual([{ range: { start: { line: 4, character: 2 }, end: { line: 4, character: 3 } }, newText: "1" }]);
  });

  it("mend a definition, too", () => {
    const flawed = report(text, [step(text, "3 + b", "defines", { fixes })]);
    expect(codeActions(flawed, here, lines, "a.md").map(({ title }) => title)).toEqual(["first", "second"]);
  });

  it("are not offered where a step holds", () => expect(codeActions(report(text, [step(text, "3 + b", "holds")]), here, lines, "a.md")).toEqual([]));

  it.each([
    ["$$\na = 2\n= 3 + b\n$$\n", "a.md", 0, "<!-- spotcheck: off -->\n"],
    ["x\n\n$$\n\\begin{aligned}\n= 3 + b\n", "a.md", 2, "<!-- spotcheck: off -->\n"],
    ["x\n\\begin{align}\n = 3 + b\n", "a.tex", 1, "% spotcheck: off\n"],
    ["> x\n> $$= 3 + b$$\n", "a.md", 1, "> <!-- spotcheck: off -->\n"],
    ["so $1 = 3 + b$ is\n", "a.md", 0, "<!-- spotcheck: off -->\n"],
  ])("leaves %j alone", (source, path, line, newText) => {
    const failing = step(source, "3 + b", "fails");
    const [silence] = codeActions(report(source, [failing]), failing.range, source.split("\n"), path);
    expect(silence.edits).toEqual([{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText }]);
  });
});

describe("lenses", () => {
  const lines = text.split("\n");
  it("sum a derivation up", () => {
    const file = report(text, [step(text, "2", "holds"), step(text, "3 + b", "fails")]);
    expect(lenses(file, lines).map(({ title, command }) => [title, command])).toEqual([["✓ 1 holds\u2002✗ 1 fails", "spotcheck.nextProblem"]]);
  });
  it("stand above the line that opens the display", () => {
    const source = "so\n\n$$\n\\begin{aligned}\na = 2 = 3 + b\n";
    const [lens] = lenses(report(source, [step(source, "2", "holds"), step(source, "3 + b", "fails")]), source.split("\n"));
    expect([lens.range.start.line, lens.at.start.line]).toEqual([2, 4]);
  });
  it("do not stand over a definition", () => expect(lenses(report(text, [step(text, "2", "defines"), step(text, "3 + b", "given")]), lines)).toEqual([]));
  it("open the demo over an answer in code", () => {
    const file = report(text, [step(text, "3 + b", "holds", { relation: "code" })]);
    expect(lenses(file, lines).map(({ command }) => command)).toEqual(["", "spotcheck.openDemo"]);
  });
});

describe("marks", () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  it("stand behind steps that hold, and only there", () => {
    const file = report(text, [step(text, "2", "holds", { message: "Holds at all 24 points." }), step(text, "3 + b", "fails")]);
    expect(marks(file, everywhere)).toEqual([{ position: plainRange(rangeOf(text, "2")).end, label: "✓", tooltip: "Holds at all 24 points." }]);
  });
  it("are one a place, and none where something fails", () => {
    const right = step(text, "3 + b", "holds");
    expect(marks(report(text, [right, right]), everywhere)).toHaveLength(1);
    expect(marks(report(text, [right, { ...right, verdict: "fails" }]), everywhere)).toEqual([]);
    expect(marks(report(text, [{ ...right, verdict: "fails" }, right]), everywhere)).toEqual([]);
  });
});

describe("status", () => {
  it.each([
    ["fails", "1 step fails", "error"],
    ["holds-if", "1 under a condition", "warning"],
    ["holds", "no step fails", "information"],
  ] as const)("of %s is %s", (verdict, words, severity) => {
    expect(checkedStatus("u", report(text, [step(text, "3 + b", verdict)]))).toMatchObject({ text: words, severity });
  });
});

describe("places", () => {
  it("find the derivation at or before the cursor", () => {
    const first = report(text, [step(text, "a = 1", "defines")]).derivations[0];
    const second = report(text, [step(text, "3 + b", "fails")]).derivations[0];
    const file = { ...report(text, []), derivations: [first, second] };
    expect(derivationAt(file, { line: 2, character: 0 })).toBe(first);
    expect(derivationAt(file, { line: 4, character: 4 })).toBe(second);
    expect(derivationAt(report(text, []), { line: 0, character: 0 })).toBeUndefined();
  });
});

describe("settings", () => {
  it("have defaults", () => expect(readSettings(undefined)).toEqual({ settings: defaultSettings, complaints: [] }));
  it("are read flat and nested", () => {
    expect(readSettings({ "severity.fails": "hint", severity: { unchecked: "off" }, seed: 3 }).settings).toMatchObject({
      "severity.fails": "hint",
      "severity.unchecked": "off",
      seed: 3,
    });
  });
  it("fall back one by one, and say so", () => {
    const { settings, complaints } = readSettings({ run: "sometimes", samples: 1e9, delay: 20 });
    expect(settings).toMatchObject({ run: "onType", samples: 24, delay: 20 });
    expect(complaints).toHaveLength(2);
  });
});

describe("exclusions", () => {
  it.each([
    ["/w/node_modules/a/b.md", "**/node_modules/**", true],
    ["/w/notes/a.md", "**/node_modules/**", false],
    ["/w/drafts/a.tex", "drafts/*.tex", true],
    ["/w/drafts/b/a.tex", "drafts/*.tex", false],
    ["/w/a.tex", "*.{tex,md}", true],
    ["C:\\w\\a.md", "w/*.md", true],
    ["/w/a(1).md", "a(1).md", true],
    ["/w/a.md", "{{", false],
  ])("%s against %s: %s", (path, pattern, expected) => expect(isExcluded(path, [pattern])).toBe(expected));
});

describe("included files", () => {
  it.each([
    ["\\usepackage{amsmath,mymacros}", ["amsmath.sty", "mymacros.sty"]],
    ["\\usepackage[a=b]{my} \\input{macros}", ["my.sty", "macros.tex"]],
    ["\\input{../shared/macros.tex}", ["../shared/macros.tex"]],
    ["\\input{/etc/passwd} \\input{../../../../x} \\input{~/x} \\input{C:x}", []],
    ["nothing", []],
  ])("of %s", (source, expected) => expect(includedFiles(source)).toEqual(expected));
});
