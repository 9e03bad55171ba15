/** Terms are found in any order of summands and factors, letters stand for anything, bound names are never caught. */
import { expect, test } from "vitest";
import { replaceTerm } from "../../src/derivation/plans/terms";
import { symbol } from "../../src/expression/tree";
import { print } from "../../src/notation/print";
import { parse } from "./expression";

test.each<[string, string, string[], string | undefined]>([
  ["b + a + c", "a + c", [], "b + V"],
  ["2 c a b", "a c", [], "2 V b"],
  ["a b (a b) (a b)", "a b (a b)", [], "V a b"],
  ["f(3)", "f(n)", ["n"], "V"],
  ["f(3)", "f(n)", [], undefined],
  ["f(x + g(u) + g(v))", "f(t + g(y))", ["t", "y"], "V"],
  ["x_{7}", "x_{n+1}", ["n"], "V"],
  [String.raw`\sum_{k=1}^{5} (a + k)`, "a + k", [], undefined],
  ["f(y, x)", "f(x, x)", ["x"], undefined],
])("%s: %s", (text, pattern, letters, expected) => {
  const made = replaceTerm(parse(text), parse(pattern), new Set(letters), () => symbol("V"));
  expect(made && print(made).replace(/\s+/g, " ")).toBe(expected);
});
