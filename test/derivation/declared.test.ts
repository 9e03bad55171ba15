/** Conditions that words declare of plain names. */
import { expect, test } from "vitest";
import { itemsOf } from "../../src/derivation/facts/items";
import { readDocument } from "../../src/derivation/reading/chains";
import { declarationsOf } from "../../src/derivation/words/declarations";
import { declaredFacts } from "../../src/derivation/words/declared";
import { scan } from "../../src/document/scan";
import { print } from "../../src/notation/print";

const reading = { functions: new Set<string>(), slash: "tight", functionPower: "value" } as const;
const conditions = (text: string): string[] => {
  const read = readDocument(scan("words.md", `${text}\n\n$$1 + 1 = 2$$`));
  return declaredFacts(declarationsOf(read, reading), itemsOf(read, reading)).map((f) => (f.fact?.kind === "condition" ? print(f.fact.relation) : ""));
};

test.each<[string, string[]]>([
  ["Let $a$ and $b$ be positive real numbers.", ["a > 0", "b > 0"]],
  ["For a positive integer $n$ this holds.", ["n > 0", "n \\in \\mathbb{Z}"]],
  ["Here $k$ is an integer.", ["k \\in \\mathbb{Z}"]],
  ["Take a nonzero constant $c$.", ["c \\ne 0"]],
  ["The natural numbers $p, q$ are distinct.", ["p > 0", "p \\in \\mathbb{Z}", "q > 0", "q \\in \\mathbb{Z}"]],
  ["A disk of radius $r$ and mass $m$ rolls.", ["m > 0", "r > 0"]],
  ["Let $R$ be the radius of the orbit.", ["R > 0"]],
  ["Here $\\alpha$ lies in the second quadrant.", ["\\alpha > \\frac{1 \\pi}{2}", "\\alpha < \\frac{2 \\pi}{2}"]],
  ["The angle $t$ is acute.", ["t > 0", "t < \\frac{1 \\pi}{2}"]],
  ["The matrix $M$ is positive definite.", []],
  ["It is not a positive number $x$ that we want.", []],
  ["The positive number $x_1$ is small.", ["x_{1} > 0"]],
])("%s", (text, expected) => {
  expect([...new Set(conditions(text))].sort()).toEqual([...expected].sort());
});
