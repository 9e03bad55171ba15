/** Ways in which a name stands in an expression. */
import { expect, test } from "vitest";
import { computesWith, hasName, hasSymbol, mentions } from "../../src/expression/occurrences";
import { parse } from "../derivation/expression";

test.each<[string, boolean, boolean, boolean, boolean]>([
  // expression, x as a symbol anywhere, mentioned, computed with, as any name
  ["x + 1", true, true, true, true],
  ["f(x)", true, true, false, true],
  ["e^{f(x)} x", true, true, true, true],
  ["a_x", true, false, true, true],
  ["x_1", false, true, false, true],
  ["\\sum_{x=1}^3 2", false, false, false, true],
  ["y", false, false, false, false],
])("x in %s", (text, symbol, mentioned, computed, named) => {
  const e = parse(text);
  expect([hasSymbol(e, "x"), mentions(e, "x"), computesWith(e, "x"), hasName(e, "x")]).toEqual([symbol, mentioned, computed, named]);
});
