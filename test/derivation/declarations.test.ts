/** What is read of names from the words around formulas. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readDocument } from "../../src/derivation/reading/chains";
import { declarationsOf } from "../../src/derivation/words/declarations";
import { scan } from "../../src/document/scan";
import { print } from "../../src/notation/print";

const reading = { functions: new Set<string>(), slash: "tight", functionPower: "value" } as const;
const read = (text: string) => declarationsOf(readDocument(scan("words.md", text)), reading);

const cases: [text: string, names: string, kind: string, sizes: string, property?: string][] = [
  ["Let $H$ be a complex $p \\times q$ matrix.", "H", "matrix", "p,q", "complex"],
  ["Here $b$ is a vector with $q$ entries.", "b", "vector", "q"],
  ["Take an $r \\times r$ symmetric matrix $S$.", "S", "matrix", "r,r", "symmetric"],
  ["For vectors $u$ and $v$ we have this.", "u,v", "vector", ""],
  ["The numbers $s, t$ are positive.", "s,t", "number", ""],
  ["Suppose $T$ is a $4 \\times 2$ matrix of full column rank.", "T", "matrix", "4,2", "full column rank"],
  ["Let $g$ be an $m$-dimensional column vector.", "g", "vector", "m", "column"],
  ["Let $j$ be a positive integer.", "j", "integer", "", "positive"],
  ["Let $Y$ be a random variable.", "Y", "variable", "", "random"],
  ["Let A be a symmetric matrix. Then $x$ is one of its rows.", "A", "matrix", "", "symmetric"],
  ["Suppose B, C and D are orthogonal matrices with $BC = D$.", "B,C,D", "matrix", "", "orthogonal"],
];
it.each(cases)("%s", (text, names, kind, sizes, property) => {
  const found = read(text).find((d) => d.names.join() === names && d.kind === kind);
  expect(found).toBeDefined();
  expect(
    [found?.rows, found?.cols]
      .filter((e) => e !== undefined)
      .map((e) => print(e))
      .join(),
  ).toBe(sizes);
  if (property) expect(found?.properties).toContain(property);
});

it("never throws", () => {
  const words = fc.constantFrom(
    "$A$",
    "$n \\times m$",
    "is",
    "a",
    "matrix",
    "vectors",
    ",",
    "and",
    "real",
    "$x, y$",
    "of",
    "with",
    "entries",
    ".",
    "\n\n",
    "$",
    "symmetric",
  );
  fc.assert(fc.property(fc.array(words, { maxLength: 20 }), (parts) => Array.isArray(read(parts.join(" ")))));
});
