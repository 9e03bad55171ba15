/** Cues in the words before a formula. */
import { describe, expect, it } from "vitest";
import { cuesBefore, nearestCue } from "../../src/document/cues";

describe("cuesBefore", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["Let ", "define"],
    ["It is sunny. We denote by ", "define"],
    ["Let x be real. Hence ", "claim"],
    ["where ", "define"],
    ["which maximizes this, subject to ", "given"],
    ["Suppose that ", "given"],
    ["Solve ", "given"],
    ["Show that, if ", "claim given"],
    ["for all ", "claim"],
    ["It follows that ", "claim"],
    ["a lettuce ", ""],
    ["the outlet also ", ""],
    ["Let a be, s.t. ", "define given"],
    ["Therefore. And ", ""],
  ];
  it.each(cases)("%j: %s", (prose, cues) => expect([...cuesBefore(prose)].sort().join(" ")).toBe(cues));

  it("knows the nearest", () => {
    expect(nearestCue("Assume this; let ")).toBe("define");
    expect(nearestCue("Let x be such that ")).toBe("given");
    expect(nearestCue("plain words ")).toBeUndefined();
  });
});
