/** Notebooks: from the cells to one text and back, exactly. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { composeNotebook, unescapeJson } from "../../src/features/notebook";
import { splitNotebookReport } from "../../src/features/notebookReport";
import { report, step } from "./reports";

const cellTexts = fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 5 });

it("is the JSON of a notebook with these cells", () => {
  fc.assert(
    fc.property(cellTexts, (texts) => {
      const { text } = composeNotebook(texts.map((each) => ({ kind: "markdown", text: each })));
      expect(JSON.parse(text).cells.map((cell: { source: string }) => cell.source)).toEqual(texts);
    }),
  );
});

it("finds every offset of every cell again", () => {
  fc.assert(
    fc.property(cellTexts, (texts) => {
      const notebook = composeNotebook(texts.map((each) => ({ kind: "markdown", text: each })));
      for (const [cell, each] of texts.entries()) {
        for (let offset = 0; offset <= each.length; offset++) {
          const isInPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(each.slice(offset - 1, offset + 1));
          if (!isInPair) expect(notebook.locate(notebook.offsetOf(cell, offset))).toEqual({ cell, offset });
        }
      }
    }),
  );
});

it("knows no place between the cells", () => {
  const notebook = composeNotebook([{ kind: "markdown", text: "a" }]);
  expect(notebook.locate(0)).toBeUndefined();
  expect(notebook.locate(notebook.text.length - 1)).toBeUndefined();
});

it("hands each cell its own steps, facts and repairs", () => {
  const texts = ['a "b"\n$x = 1$', "$y = x + \\frac12$"];
  const notebook = composeNotebook(texts.map((text) => ({ kind: "markdown", text })));
  const cells = texts.map((text, index) => ({ uri: `cell:${index}`, positionAt: (offset: number) => place(text, offset) }));
  const right = step(notebook.text, "x + \\\\frac12", "fails");
  const fact = step(notebook.text, "x = 1", "given");
  const uses = [{ range: fact.range, text: "x = 1" }];
  const fixes = [
    { title: "here", edits: [{ range: right.range, newText: "\\\\frac32" }] },
    { title: "across cells", edits: [{ range: fact.range, newText: "z" }] },
  ];
  const [first, second] = splitNotebookReport(report(notebook.text, [fact, { ...right, uses, fixes }]), notebook, cells);
  expect(first.derivations[0].steps[0].range.start).toEqual({ line: 1, character: 1, offset: 7 });
  expect(first.summary).toMatchObject({ given: 1, fails: 0 });
  const [found] = second.derivations[0].steps;
  expect(found.range).toEqual({ start: { line: 0, character: 5, offset: 5 }, end: { line: 0, character: 16, offset: 16 } });
  expect(found.uses?.[0]).toMatchObject({ uri: "cell:0", range: { start: { line: 1, character: 1 } } });
  expect(found.fixes?.map(({ title, edits }) => [title, edits[0].newText])).toEqual([["here", "\\frac32"]]);
});

it("names the lines of the cell", () => {
  const text = "$$a = 1\n= 2$$";
  const notebook = composeNotebook([{ kind: "markdown", text }]);
  const right = { ...step(notebook.text, "2", "fails"), message: "Does not hold: about 1 and 2." };
  const left = { ...right, leftRange: step(notebook.text, "1", "holds").range };
  const cells = [{ uri: "cell:0", positionAt: (offset: number) => place(text, offset) }];
  const [cell] = splitNotebookReport(report(notebook.text, [left]), notebook, cells);
  expect(cell.derivations[0].steps[0].message).toBe("Line 2 does not follow from line 1: about 1 and 2.");
});

it.each([
  ["a\\\\frac", "a\\frac"],
  ["x\\ny", "x\ny"],
  ['"', '"'],
])("types %j as %j", (newText, typed) => expect(unescapeJson(newText)).toBe(typed));

function place(text: string, offset: number) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines[lines.length - 1].length };
}
