/** Where derivations, steps and edits stand in the text. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const cell = (type: string, text: string) => ({
  cell_type: type,
  metadata: {},
  source: text.split(/(?<=\n)/),
  ...(type === "code" ? { outputs: [], execution_count: null } : {}),
});
const notebook = (...cells: object[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1);

describe("places", () => {
  it("a derivation starts at its first expression and ends behind its last", () => {
    const text = "See\n$$\n(1 + 1) \\cdot 2 = 4 = 2^2\n$$\n";
    const [{ range }] = check(text).derivations;
    expect(text.slice(range.start.offset, range.end.offset)).toBe("(1 + 1) \\cdot 2 = 4 = 2^2");
  });

  it("of a notebook are offsets into its file", () => {
    const text = notebook(cell("markdown", 'A "quote".\n$$\n\\frac{1}{2} = 0.5\n$$\n'), cell("code", "print(1)"), cell("markdown", "$1 = 2$"));
    const steps = stepsOf(check(text, {}, "a.ipynb"));
    expect(steps.map((s) => s.verdict)).toEqual(["holds", "fails"]);
    expect(steps.map((s) => text.slice(s.range.start.offset, s.range.end.offset))).toEqual(["0.5", "2"]);
    expect(steps.map((s) => text.slice(s.relationRange.start.offset, s.relationRange.end.offset))).toEqual(["=", "="]);
  });

  it("fences that follow each other are one answer, mended in their places", () => {
    const text = "Sample z.\n\n```python\nstd = torch.exp(0.5 * logvar)\n```\n\n```python\neps = torch.randn_like(std)\nreturn mu + std eps * std\n```\n";
    const [step] = stepsOf(check(text));
    expect([step.relation, step.verdict]).toEqual(["code", "fails"]);
    expect(text.slice(step.range.start.offset, step.range.end.offset)).toBe("return mu + std eps * std");
    const mended = [...(step.fixes ?? [])[0].edits]
      .sort((a, b) => b.range.start.offset - a.range.start.offset)
      .reduce((t, e) => t.slice(0, e.range.start.offset) + e.newText + t.slice(e.range.end.offset), text);
    expect(mended).toContain("return mu + eps * std\n");
  });

  it("code that is no answer is no step", () => expect(stepsOf(check("```python\nprint(1 == 2)\n```\n"))).toEqual([]));
});
