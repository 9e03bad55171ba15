/** The error that a function carries: it ends whatever the error of its argument is. */
import { describe, expect, it } from "vitest";
import { moved } from "../../src/numeric/functions/real";

describe("how far a function moves with its argument", () => {
  it.each([
    [Number.NaN, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [1e-3, Number.NaN],
  ])("an error of %s about a value of %s has no bound", (error, value) => {
    expect(moved((x) => (value === 1 ? Number.NaN : x), 2, error, value)).toBeNaN();
  });

  it("is the slope times the error", () => {
    expect(moved((x) => 3 * x, 2, 1e-3, 6)).toBeCloseTo(3.3e-3, 6);
  });
});
