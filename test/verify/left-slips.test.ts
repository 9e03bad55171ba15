/** The slip may stand in the left operand of a step, where nothing has shown that operand. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

describe("a slip in what the chain began with", () => {
  it.each([
    [
      "behind a function that nothing defines",
      String.raw`Define $N(x) = 12(7x^4-3x^2+1)$ and let $D(x) = (x^2+4)^3$. Then $$|f'''(x)| = \left|\frac{13(7x^4-3x^2+1)}{(x^2+4)^3}\right| = \left|\frac{N(x)}{D(x)}\right|.$$`,
      "fails",
    ],
    [
      "it without the slip",
      String.raw`Define $N(x) = 12(7x^4-3x^2+1)$ and let $D(x) = (x^2+4)^3$. Then $$|f'''(x)| = \left|\frac{12(7x^4-3x^2+1)}{(x^2+4)^3}\right| = \left|\frac{N(x)}{D(x)}\right|.$$`,
      "holds",
    ],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });

  it("is mended where it stands", () => {
    const text = String.raw`Define $N(x) = 12(7x^4-3x^2+1)$ and let $D(x) = (x^2+4)^3$. Then $$|g'''(x)| = \left|\frac{13(7x^4-3x^2+1)}{(x^2+4)^3}\right| = \left|\frac{N(x)}{D(x)}\right|.$$`;
    const [fix] = stepsOf(check(text)).pop()?.fixes ?? [];
    expect(fix.edits.map((e) => [text.slice(e.range.start.offset, e.range.end.offset), e.newText])).toEqual([["13", "12"]]);
  });
});
