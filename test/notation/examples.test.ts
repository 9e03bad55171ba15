/** Every construct's own examples, run through the whole pipeline. */
import { describe, expect, it } from "vitest";
import { CONSTRUCTS } from "../../src/notation/index";
import { verdictOf } from "./verdicts";

for (const construct of CONSTRUCTS.filter((c) => c.examples.length > 0))
  describe(construct.name, () => {
    for (const { latex, verdict } of construct.examples)
      it(`${latex} : ${verdict}`, () => {
        expect(verdictOf(latex)).toBe(verdict);
      });
  });

describe("the constructs", () => {
  it("have names of their own and carry examples", () => {
    expect(new Set(CONSTRUCTS.map((c) => c.name)).size).toBe(CONSTRUCTS.length);
    expect(CONSTRUCTS.flatMap((c) => c.examples).length).toBeGreaterThan(60);
  });
});
