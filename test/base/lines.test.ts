/** Places in a text by line and character. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "../../src/base/lines";

describe("lineIndex", () => {
  const cases: [string, number, number, number][] = [
    ["", 0, 0, 0],
    ["ab\ncd", 4, 1, 1],
    ["ab\r\ncd", 4, 1, 0],
    ["ab\r\ncd", 3, 0, 3],
    ["ab\rcd\r", 6, 2, 0],
    ["😀x\ny", 2, 0, 2],
    ["ab", 99, 0, 2],
    ["ab", -3, 0, 0],
    ["\n\n", 1, 1, 0],
  ];
  it.each(cases)("%j at %i is %i:%i", (text, offset, line, character) => {
    expect(lineIndex(text).position(offset)).toMatchObject({ line, character });
  });

  it("counts as a split at line ends does", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "\r", "\r\n", "é"), { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const index = lineIndex(text);
        expect(index.count).toBe(text.split(/\r\n|\r|\n/).length);
        for (let at = 0; at <= text.length; at++) {
          const place = index.position(at);
          expect(index.start(place.line) + place.character).toBe(at);
        }
      }),
    );
  });

  it("gives ranges", () => {
    expect(lineIndex("a\nbc").range({ from: 1, to: 3 })).toEqual({ start: { line: 0, character: 1, offset: 1 }, end: { line: 1, character: 1, offset: 3 } });
  });
});
