/** Ratios, scientific literals, bars of evaluation behind other brackets, parts of numbers, counted things. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`12 : 18 = 2 : 3`, "holds"],
  [R`\frac{\partial}{\partial W}\text{Tr}\left\{W^T W\right\} = 2W`, "holds"],
  [R`\frac{\partial}{\partial W}\text{Tr}\left\{W^T W\right\} = W`, "fails"],
  [R`\text{Var}\{X + a\} = \text{Var}\{X\}`, "holds"],
  [R`12 : 18 = 3 : 2`, "fails"],
  // factorial powers, where a line below an exponent tells that they are spoken of
  [R`(a - b)^{\underline{n}} (-1)^n = (b - a)^{\overline{n}}`, "holds"],
  [R`x^{\underline{-m}} = \frac{1}{(x+1)(x+2) \cdots (x+m)}`, "holds"],
  [R`x^{\underline{3}} + x^{\overline 2} = x^3 - 2x^2`, "fails"],
  // braces around the parentheses of a function, words without spaces, powers of several digits
  [R`\frac{\Gamma{(a+1)} \Gamma{(b)}}{\Gamma{(a)} \Gamma{(b+1)}} = \frac{a}{b}`, "holds"],
  [R`\frac{\Gamma{(a+1)} \Gamma{(b)}}{\Gamma{(a)} \Gamma{(b+1)}} = \frac{b}{a}`, "fails"],
  [R`可设：p = 2q，则 \ p + q = 3q`, "holds"],
  [R`可设：p = 2q，则 \ p + q = 2q`, "fails"],
  [R`3^10 / 3^8 = 9`, "holds"],
  [R`\ln n! - \ln (n-1)! = \ln n`, "holds"],
  [R`\ln n! - \ln (n-1)! = \ln (n-1)`, "fails"],
  [R`3^10 / 3^8 = 10`, "fails"],
  [R`1 - (\frac{9}{10})^{20} - 20\frac{1}{10}(\frac{9}{10})^{19} \approx 0.608`, "holds"],
  [R`2\frac13 = \frac23`, "fails"],
  [R`\frac{5 + 2h - 1 - 4}{h} = \frac{\cancel{5} + 2\cancel{h} - \cancel{1 - 4}}{\cancel{h}} = 2`, "holds"],
  [R`\frac{\cancel{u+1}}{\cancel{u+1}(u+2)} = \frac{1}{u+2}`, "holds"],
  [R`8 \cos^2{\left( \pi/4 \right)} \left( 0.5 \right) = 2`, "holds"],
  [R`8 \cos^2{\left( \pi/4 \right)} \left( 0.5 \right) = 4`, "fails"],
  [R`2.88e-19 = 2.88\times10^{-19}`, "holds"],
  [R`2\times10^3 \cdot 3e2 = 6\times 10^5`, "holds"],
  [R`2.5e-3 = 0.00025`, "fails"],
  [R`(2e-1) - (e-1) = e`, "holds"],
  [R`1.5\mathrm{E}{-3} = 0.0015`, "holds"],
  [R`3E5/2 = 150000`, "holds"],
  [R`\sqrt{2} = 1.41421\;35623\;73095\ldots`, "holds"],
  [R`\sqrt{2} = 1.41421\;35724\;73\ldots`, "fails"],
  [R`e^{\pii/2} = i`, "holds"],
  [R`e^{\pii/2} = -i`, "fails"],
  [R`y^\frac{1}{2} = \sqrt{y}`, "holds"],
  [R`y^\frac12 y^\sqrt{4} = y^{5/2}`, "holds"],
  [R`y^\frac12 y^\sqrt{4} = y^{3/2}`, "fails"],
  [R`\lim_{x\to\infty} \frac{3x}{e^x} \left(\to \frac\infty\infty\right) = \lim_{x\to\infty} \frac{3}{e^x} (= 0)`, "holds"],
  [R`a\*(b + c) = ab + ac`, "holds"],
  [R`\sum_{j=1}^{n_i} (y_{ij} - c) = \sum_{j=1}^{n_i} y_{ij} - n_i c`, "holds"],
  [R`\sum_{j=1}^{n_i} (y_{ij} + c) = \sum_{j=1}^{n_i} y_{ij} - n_i c`, "fails"],
  [R`\cos z = \cos x \cosh y - i \sin x \sinh y`, "holds-if"],
  [R`\cos z = \cos x \cosh y + i \sin x \sinh y`, "given"],
  [R`|\sin z|^2 = \sin^2 x + \sinh^2 y`, "holds-if"],
  [R`\tan(z + k\pi) = \tan z`, "holds"],
  [R`\tan(z + k\pi) = -\tan z`, "given"],
  [R`{\operatorname{cos}}^{(2)}(x) = -\cos x`, "holds"],
  [R`z \, {}_2F_1(1, 1; 2; -z) = \ln(1 + z)`, "holds"],
  [R`\left(\frac{x^3}{3}\right|_0^3 = 9`, "holds"],
  [R`\left[\frac{x^3}{3}\right|_0^3 = 9`, "holds"],
  [R`\left.\frac{x^3}{3}\right]_0^3 = 9`, "holds"],
  [R`\left[\frac{x^3}{3}\right._0^3 = 9`, "holds"],
  [R`\left[\frac{x^3}{3}\right._0^3 = 8`, "fails"],
  [R`\left.\frac{\partial}{\partial x}(x^2 y)\right|_{(1,2)} = 4`, "holds"],
  [R`\left.\frac{\partial}{\partial x}(x^2 y)\right|_{x=1,\,y=2} = 4`, "holds"],
  [R`\left.\frac{\partial}{\partial x}(x^2 y)\right|_{x=1,\,y=2} = 2`, "fails"],
  [R`\left(1, \quad 2\right) \cdot (3, 4) = 11`, "holds"],
  [R`\left(x^2 - 1\right|_{x=2} = 3`, "holds"],
  [R`\frac{2}{3} \text{ of } 12 = 8`, "holds"],
  [R`15\% \text{ of } 200 = 30`, "holds"],
  [R`15\% \text{ of } 200 = 40`, "fails"],
  [R`12\text{ eggs} + 3\text{ eggs} = 15\text{ eggs}`, "holds"],
  [R`12\text{ eggs} + 3\text{ eggs} = 16\text{ eggs}`, "fails"],
  [R`sin^2 x + cos^2 x = 1`, "holds"],
  [R`sin(2x) = 2 sin x cos x`, "holds"],
  [R`sin(2x) = 2 sin(x)`, "fails"],
  [R`exp(a + b) = exp(a) exp(b)`, "holds"],
  [R`exp(a + b) = exp(a) + exp(b)`, "fails"],
  [R`ln(u v^2) = ln(u) + 2 ln(v)`, "holds"],
  [R`2 e x p = 2 p x e`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $f(x,y) = x^2y$. $$\left.\frac{\partial f}{\partial x}\right|_{(1,2)} = 4$$`, "holds"],
  [R`Let $f(x,y) = x^2y$. $$\left.\frac{\partial f}{\partial x}\right|_{(1,2)} = 2$$`, "fails"],
  [R`Let $X$ be a random variable. $$Cov(2X, X) = 2 Var(X)$$`, "holds"],
  [R`Let $X$ be a random variable. $$Cov(2X, X) = Var(X)$$`, "fails"],
];

describe("spellings", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
