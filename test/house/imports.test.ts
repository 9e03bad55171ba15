/** The reader of imports itself. */
import { describe, expect, it } from "vitest";
import { findCycle, importsOf } from "./imports";

describe("the reader of imports", () => {
  const cases: [string, string[]][] = [
    ['import { a } from "./a";', ["./a"]],
    ["import type { A } from '../b/a'", ["../b/a"]],
    ['import "./effect";', ["./effect"]],
    ['export { a } from "./a"; export * from "./b";', ["./a", "./b"]],
    ['const late = () => import("./late");', ["./late"]],
    ['// import "./no";\n/* from "./no" */ const text = "from nowhere";', []],
    ['const quoted = `import "./no"`;', []],
  ];
  it.each(cases)("%s", (text, expected) => expect(importsOf(text)).toEqual(expected));

  it("finds a cycle, and only where there is one", () => {
    expect(
      findCycle(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual(["b", "c", "b"]);
    expect(
      findCycle(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ),
    ).toBeUndefined();
  });
});
