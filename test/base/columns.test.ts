/** Columns cut from shared buffers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, indices, repeated, zeros } from "../../src/base/columns";

describe("columns", () => {
  it("are zero when they are new and share no place", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 }), (lengths) => {
        const made = lengths.map((n) => zeros(n));
        expect(made.every((x) => x.every((v) => v === 0))).toBe(true);
        for (const [k, x] of made.entries()) x.fill(k + 1);
        expect(made.map((x, k) => x.length === lengths[k] && x.every((v) => v === k + 1)).every(Boolean)).toBe(true);
      }),
    ));
  it("hold what their places are given", () => {
    expect([...column(4, (i) => i / 2)]).toEqual([0, 0.5, 1, 1.5]);
    expect([...indices(3, (i) => 2 - i)]).toEqual([2, 1, 0]);
    expect([...repeated(3, 2)]).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
