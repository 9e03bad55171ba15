/** Every function of the double arithmetic against reference values: the error bound covers the error, and is small. */
import { expect, test } from "vitest";
import { FUNCTIONS_1, FUNCTIONS_2, type Function1, type Function2 } from "../../src/numeric/arithmetic";
import { REAL_1, REAL_2 } from "../../src/numeric/functions/index";
import { double } from "../../src/numeric/lanes";
import { REFERENCE } from "./reference";

const value = (name: string, args: readonly number[]) => {
  const [x, y] = args.map((a) => double.number(a));
  return y === undefined ? double.call1(name as Function1, x) : double.call2(name as Function2, x, y);
};

test.each(REFERENCE.map(([name, args, v]) => [name, args.join(", "), args, v] as const))("%s(%s)", (name, _, args, text) => {
  const r = value(name, args);
  const exact = Number(text);
  expect(Math.abs(r.v[0] - exact)).toBeLessThanOrEqual(r.e[0] + 1.2e-16 * Math.abs(exact));
  expect(r.e[0]).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(exact), 1));
});

test("every name has a double implementation", () => {
  expect(FUNCTIONS_1.filter((n) => !REAL_1[n] && n !== "sqrt")).toEqual([]);
  expect(FUNCTIONS_2.filter((n) => !REAL_2[n])).toEqual([]);
});

test.each([
  ["log", 0],
  ["log", -1],
  ["gamma", 0],
  ["gamma", -3],
  ["zeta", 1],
  ["atanh", 1],
  ["atanh", 2],
  ["cot", 0],
  ["coth", 0],
  ["asin", 1.5],
  ["digamma", -2],
  ["lambertw", -1],
  ["expint", -1],
  ["li", 1],
  ["ellipk", 1],
  ["exp", 1000],
  ["sinh", 1000],
  ["fibonacci", 0.5],
] as const)("%s(%f) is undefined", (name, x) => {
  expect(value(name, [x]).v[0]).toBeNaN();
});
