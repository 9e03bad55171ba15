/** Memories of results by text. */
import { describe, expect, it } from "vitest";
import { Memo } from "../../src/base/memo";

describe("a memory in two generations", () => {
  it("gives what was made, and makes it once while there is room", () => {
    const memo = new Memo<number>(100);
    let made = 0;
    const ask = (key: string) => memo.of(key, () => ++made);
    expect([ask("a"), ask("b"), ask("a"), ask("b")]).toEqual([1, 2, 1, 2]);
  });
  it("forgets what nobody asked for during a generation, and keeps what was asked for", () => {
    const memo = new Memo<string>(10);
    memo.set("old", "1");
    memo.set("kept", "2");
    for (const key of ["xxxxx", "yyyyy"]) {
      memo.set(key, "");
      memo.get("kept");
    }
    memo.set("zzzzzzzzzz", "");
    expect([memo.get("old"), memo.get("kept")]).toEqual([undefined, "2"]);
  });
});
