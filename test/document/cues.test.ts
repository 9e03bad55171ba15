/** The cue nearest before a formula. */
import { expect, test } from "vitest";
import { nearestCue } from "../../src/document/cues";

test.each([
  ["", undefined],
  ["Let ", "define"],
  ["It is sunny. We denote by ", "define"],
  ["Let x be real. Hence ", "claim"],
  ["where ", "define"],
  ["which maximizes this, subject to ", "given"],
  ["Suppose that ", "given"],
  ["Solve ", "given"],
  ["Show that, if ", "given"],
  ["for all ", "claim"],
  ["It follows that ", "claim"],
  ["a lettuce ", undefined],
  ["the outlet also ", undefined],
  ["Let a be, s.t. ", "given"],
  ["Therefore. And ", undefined],
  ["Assume this; let ", "define"],
  ["Let x be such that ", "given"],
  ["plain words ", undefined],
  ["收敛定理要求：", "given"],
  ["假设数列满足", "given"],
  ["满足条件。我们有", undefined],
  ["其中", "define"],
  [", donde ", "define"],
  [", wobei ", "define"],
  [", où ", "define"],
  ["the second ", undefined],
])("%j: %s", (prose, cue) => expect(nearestCue(prose)).toBe(cue));
