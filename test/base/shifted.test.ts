/** Data seen from another place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shifted } from "../../src/base/shifted";

describe("shifted", () => {
  it("moves every span of a tree and nothing else", () => {
    const tree = { op: "add", span: { from: 3, to: 9 }, args: [{ op: "symbol", name: "x", span: { from: 3, to: 4 }, data: { at: 5 } }] };
    expect(shifted(tree, 4)).toEqual({ op: "add", span: { from: 7, to: 13 }, args: [{ op: "symbol", name: "x", span: { from: 7, to: 8 }, data: { at: 5 } }] });
  });
  it("leaves what stands nowhere", () => expect(shifted({ span: { from: 0, to: 0 } }, 8)).toEqual({ span: { from: 0, to: 0 } }));
  it("comes back", () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.integer({ min: 1, max: 99 }), to: fc.integer({ min: 100, max: 199 }), text: fc.string() })),
        fc.integer({ min: 1, max: 50 }),
        (tokens, by) => {
          expect(shifted(shifted(tokens, by), -by)).toEqual(tokens);
        },
      ),
    ));
});
