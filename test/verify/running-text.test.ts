/** Mistakes in the short equations of running text, which form alone does not make claims: rules, values near their names, data; names that a later part means anew. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("rules of a calculus", () => {
  it.each([
    ["of Pascal", String.raw`Here $\binom{m}{j} = \binom{m-1}{j-1} + \binom{m-1}{j}$.`, "holds"],
    ["of Pascal, with a term too many", String.raw`Here $\binom{m}{j} = \binom{m-1}{j-1} + \binom{m-1}{j+1}$.`, "fails"],
    ["a binomial that is asked about", String.raw`When is $\binom{m}{j} = \binom{m}{j+1}$?`, "given"],
    ["the transpose of a product", String.raw`For matrices, $(PQ)^T = Q^T P^T$.`, "holds"],
    ["its factors not exchanged", String.raw`For matrices, $(PQ)^T = P^T Q^T$.`, "fails"],
    ["nor those of an inverse", String.raw`For matrices, $(PQ)^{-1} = P^{-1} Q^{-1}$.`, "fails"],
    ["in a display behind a clause", "If the matrices are invertible,\n$$(PQ)^{-1} = P^{-1} Q^{-1}.$$", "fails"],
    ["and rightly", "If the matrices are invertible,\n$$(PQ)^{-1} = Q^{-1} P^{-1}.$$", "holds"],
    ["a property of two matrices", String.raw`Matrices for which $(PQ)^T = PQ$ are rare.`, "given"],
    ["a cross product", String.raw`For vectors, $\mathbf{u} \times \mathbf{v} = -\mathbf{v} \times \mathbf{u}$.`, "holds"],
    ["without its sign", String.raw`For vectors, $\mathbf{u} \times \mathbf{v} = \mathbf{v} \times \mathbf{u}$.`, "fails"],
    ["what a quantity of a name is", String.raw`The bias of $M$ is $\frac{n}{n+2}r - r = \frac{2r}{n+2}$.`, "fails"],
    ["what a quantity is, written in two ways", String.raw`The variance of the slope is $\frac{r(1-r)}{r^2(1-r)^2} = r(1-r)$.`, "fails"],
    ["the same of a bias", String.raw`The squared bias is $\left(\frac{s w}{c+s} - w\right)^2 = \frac{c w^2}{(c+s)^2}$.`, "fails"],
    ["an equation for one name", String.raw`The equation of the slope is $\frac{r(1-r)}{r^2(1-r)^2} = r(1-r)$.`, "given"],
    ["behind a comma, so that", String.raw`We have $(s+t)^2 = s^2+2st+t^2$, so that $(s-t)^2 = s^2-2st-t^2$.`, "fails"],
    ["a condition, so that", String.raw`Choose $c$ so that $c^2 + c = 6$.`, "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("what definitions of the same paragraph settle", () => {
  it.each([
    [
      "a complex number",
      String.raw`Let $w = 2 - i$. Then $w \bar w = 5$, $\frac{1}{w} = \frac{2 + i}{5}$ and $w^2 = 3 - 4i$.`,
      ["defines", "holds", "holds", "holds"],
    ],
    [
      "all of it wrong",
      String.raw`Let $w = 2 - i$. Then $w \bar w = 3$, $\frac{1}{w} = \frac{2 - i}{5}$ and $w^2 = 5 - 4i$.`,
      ["defines", "fails", "fails", "fails"],
    ],
    ["a sum of n terms", String.raw`Let $T_n = 1 + 2 + \cdots + n$. Then $T_n = \frac{n(n-1)}{2}$.`, ["defines", "fails"]],
    ["twice it", String.raw`Let $T_n = 1 + 2 + \cdots + n$. Then $2 T_n = n(n-1)$.`, ["defines", "fails"]],
    ["twice it, rightly", String.raw`Let $T_n = 1 + 2 + \cdots + n$. Then $2 T_n = n(n+1)$.`, ["defines", "holds"]],
  ])("%s", (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });

  it("complex numbers are no points of a line", () => {
    const wrong = stepsOf(check(String.raw`Let $w = 2 - i$. Then $w \bar w = 3$.`))[1];
    expect(wrong.message).toContain("at w = 2 - i the left side is 5");
    expect(wrong.witness?.values).toEqual({});
  });

  it("sets of numbers have no values", () => {
    const [wrong] = stepsOf(check(String.raw`$$\iint_{\mathbb R^2} e^{-x^2-y^2}\,dA = 2\pi$$`));
    expect([wrong.verdict, wrong.witness?.values]).toEqual(["fails", {}]);
  });
});

describe("decimals that are data", () => {
  it.each([
    ["a sum of them", "If $P(A) = 0.5$, $P(B) = 0.4$ and $P(A \\cap B) = 0.2$, then $P(A \\cup B) = 0.5 + 0.4 - 0.2 = 0.7$.", "holds"],
    ["wrong by one digit", "If $P(A) = 0.5$, $P(B) = 0.4$ and $P(A \\cap B) = 0.2$, then $P(A \\cup B) = 0.5 + 0.4 - 0.2 = 0.8$.", "fails"],
    ["a result that was carried on", "So $k = 0.035$. Then $e^{10 \\cdot 0.035} = 1.418$.", "unchecked"],
    ["decimals of which nothing is said", "The table has $0.5 + 0.4 - 0.2 = 0.8$.", "unchecked"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("letters of functions that a later part means anew", () => {
  const logistic = String.raw`Let $\sigma(x) = \frac{1}{1 + e^{-x}}$.

## Samples

`;
  it.each([
    [
      "as the parameter of a law",
      String.raw`Let $Y_1, \dots, Y_n$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. Let $\bar Y = \frac1n \sum_{i=1}^n Y_i$. Then $\operatorname{Var}(\bar Y) = \frac{\sigma^2}{n}$.`,
      "holds",
    ],
    [
      "and are wrong about it",
      String.raw`Let $Y_1, \dots, Y_n$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. Let $\bar Y = \frac1n \sum_{i=1}^n Y_i$. Then $\operatorname{Var}(\bar Y) = \frac{\sigma^2}{n^2}$.`,
      "fails",
    ],
    ["as a number with a sign", String.raw`For $\sigma > 0$, $|\sigma| = \sigma$.`, "holds"],
  ])("%s", (_, text, expected) => {
    expect(last(logistic + text)).toBe(expected);
  });
});

describe("repairs", () => {
  it("never put the other side in as it stands", () => {
    const [wrong] = stepsOf(check(String.raw`$$\Gamma(1/2) = \pi$$`));
    expect(wrong.fixes?.map((f) => f.title).join()).not.toContain("Gamma");
  });
});

it.each([
  ["behind words with formulas", `$$\\sum_{n=1}^{8} 5n$$\n\nEach term has a $5$ in it, which comes out like so:\n\n$$= 5\\sum_{n=1}^{8} n$$`, "holds"],
  ["and a factor lost", `$$\\sum_{n=1}^{8} 5n$$\n\nEach term has a $5$ in it, which comes out like so:\n\n$$= \\sum_{n=1}^{8} n$$`, "fails"],
  ["behind another equation", `$$\\frac1a - b = 0 \\implies a = \\frac1b$$\n\nAgain, $p = qr$. Putting them in, we get:\n\n$$= rq$$`, "holds"],
])("a display goes on with the display before it, %s", (_, text, expected) => {
  expect(last(text)).toBe(expected);
});
