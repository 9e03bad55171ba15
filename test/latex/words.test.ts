/** Words with formulas between dollars become one formula that reads as the words do. */
import { expect, it } from "vitest";
import { plainText } from "../../src/latex/plain-text";
import { formulaOfWords } from "../../src/latex/words";

const CASES: readonly (readonly [words: string, latex: string, plain: string])[] = [
  ["$X$ and $Y$ are independent", "X\\text{ and }Y\\text{ are independent}", "X and Y are independent"],
  ["all $x_i$ are independent", "\\text{all }x_i\\text{ are independent}", "all x_i are independent"],
  ["$p$ is the marginal of $p_{0}$", "p\\text{ is the marginal of }p_{0}", "p is the marginal of p_0"],
  ["$x > 0$", "x > 0", "x > 0"],
];

it.each(CASES)("%s", (words, latex, plain) => {
  expect(formulaOfWords(words)).toBe(latex);
  expect(plainText(latex)).toBe(plain);
});
