/** Remainders, Legendre symbols, conjugates of numbers, infinite products, arrays that align equations. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\overline{1+i} = 1-i`, "holds"],
  [R`\overline{2-i} = 2+i`, "holds"],
  [R`1\cdot\overline{2-i} = 2+i`, "holds"],
  [R`(1+i)\cdot\overline{1+i} = 2`, "holds"],
  [R`(1+i)\cdot\overline{1+i} = 3`, "fails"],
  [R`\left(\frac{2}{3}\right)\left(\frac{3}{4}\right) = \left(\frac{1}{3}\right)`, "fails"],
  [R`\left(\frac{2}{3}\right)\left(\frac{3}{4}\right) = \left(\frac{1}{2}\right)`, "holds"],
  [R`\left(\frac{2}{3}\right) 3 = -3`, "fails"],
  [R`100 \bmod 7 = 2`, "holds"],
  [R`3^{5} \bmod 7 = 5`, "holds"],
  [R`3^{5} \bmod 7 = 4`, "fails"],
  [R`\prod_{n=2}^{\infty}\frac{n^3-1}{n^3+1}=\frac23`, "holds"],
  [R`\begin{array}{rcl} (a+b)^2 & = & (a+b)(a+b) \\ & = & a^2+2ab+b^2 \end{array}`, "holds"],
  [R`\begin{array}{rcl} (a+b)^2 & = & (a+b)(a+b) \\ & = & a^2+ab+b^2 \end{array}`, "fails"],
  [R`\prod_{k=1}^{\infty}\left(1-\frac{1}{4k^2}\right)=\frac2\pi`, "holds"],
  [R`\prod_{n=2}^{\infty}\frac{n^2-1}{n^2}=\frac12`, "holds"],
  [R`\prod_{n=2}^{\infty}\frac{n^2-1}{n^2}=\frac13`, "fails"],
  [R`17 \bmod 5 = 2`, "holds"],
  [R`(9 + 8 \bmod 5) = 2`, "holds"],
  [R`9 + 8 \bmod 5 = 12`, "holds"],
  [R`(9 + 8 \bmod 5) = 3`, "fails"],
  [R`\left(\frac{2}{7}\right) = 1`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`By the Legendre symbol, $$\left(\frac{a}{p}\right)\left(\frac{b}{p}\right) = \left(\frac{ab}{p}\right)$$`, "unchecked"],
  [R`The Legendre symbol: $$\left(\frac{5}{11}\right) = \left(\frac{11}{5}\right) = \left(\frac{1}{5}\right) = 1$$`, "holds"],
  [R`\begin{eqnarray*} (a+b)^2 & = & (a+b)(a+b) \\ & = & a^2+2ab+b^2 \end{eqnarray*}`, "holds"],
];

describe("remainders, residues, conjugates, products", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
