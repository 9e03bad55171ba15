/** What one section says of its vectors, functions and letters does not bind what another calls so. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const SECTION = String.raw`# Regression
Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$ and $w \in \mathbb{R}^d$. Then $\nabla_w \|Xw - y\|^2 = 2X^T(Xw - y)$. Let $\sigma(z) = \frac{1}{1 + e^{-z}}$.

# Another
`;

/** Verdicts of the claims of a section behind one of vectors, matrices and a function σ of z. */
const behind = (text: string): string[] =>
  stepsOf(check(SECTION + text))
    .slice(5)
    .map((s) => s.verdict)
    .filter((v) => /holds|fails|unchecked/.test(v));

describe("a name of an earlier section", () => {
  it.each([
    ["with a law", String.raw`Let $X \sim \mathrm{Bernoulli}(p)$. Then $\operatorname{Var}(X) = p(1 - p)$ and $E[X^2] = p$.`, ["holds", "holds"]],
    ["with a law, wrong", String.raw`Let $X \sim \mathrm{Bernoulli}(p)$. Then $\operatorname{Var}(X) = p(1 + p)$.`, ["fails"]],
    ["of a set", String.raw`The label is $y \in \{0, 1\}$. Then $\frac{y}{p} - \frac{1 - y}{1 - p} = \frac{y - p}{p(1 - p)}$.`, ["holds"]],
    [
      "of terms",
      String.raw`Let $J(c) = \sum_{i=1}^n w_i (a_i - c)^2$. $J'(c) = -2 \sum_{i=1}^n w_i (a_i - c) = 0$, so $c = \frac{\sum_i w_i a_i}{\sum_i w_i}$.`,
      ["holds", "holds"],
    ],
    ["defined", String.raw`Let $w = a + 3$. Then $w^2 - a^2 = 6a + 9$.`, ["holds"]],
    [
      "a function's beside its argument",
      String.raw`Let $z = \mu + \sigma\epsilon$ with $\epsilon \sim N(0, 1)$. Then $E[z] = \mu$ and $\operatorname{Var}(z) = \sigma^2$.`,
      ["holds", "holds"],
    ],
    ["still in force", String.raw`The gradient is $\nabla_w (w^T X^T X w) = 2 X^T X w$ and $\nabla_w (w^T w) = w$.`, ["holds", "fails"]],
  ])("%s", (_, text, expected) => {
    expect(behind(text)).toEqual(expected);
  });
});

describe("moments of what is made of random names", () => {
  it.each([
    ["of the name", String.raw`Then $E[z] = 2\mu$ and $E[z^2] = \mu^2 - s^2$.`, ["fails", "fails"]],
    ["right", String.raw`Then $E[z] = \mu$ and $E[z^2] = \mu^2 + s^2$.`, ["holds", "holds"]],
  ])("%s", (_, text, expected) => {
    expect(
      stepsOf(check(String.raw`Let $\epsilon \sim N(0, 1)$ and $z = \mu + s\epsilon$. ${text}`))
        .map((s) => s.verdict)
        .filter((v) => /holds|fails|unchecked/.test(v)),
    ).toEqual(expected);
  });
});

describe("letters of several meanings", () => {
  it.each([
    ["a t that a sum runs over transposes nothing", String.raw`$\sum_{t=0}^\infty \gamma^t r = \frac{r}{1 - \gamma}$ for $|\gamma| < 1$.`, ["holds"]],
    [
      "I of one argument is no mutual information",
      String.raw`Let $I(X; Y) = H(X) - H(X|Y)$ of random variables. Let $I(p) = \frac{1}{p(1 - p)}$. Then $I(p) = \frac1p + \frac{1}{1 - p}$.`,
      ["holds", "holds"],
    ],
  ])("%s", (_, text, expected) => {
    expect(
      stepsOf(check(text))
        .map((s) => s.verdict)
        .filter((v) => /holds|fails|unchecked/.test(v)),
    ).toEqual(expected);
  });
});

describe("the size of a case", () => {
  it.each([
    ["is over in another section", "# Dot products", "(Cv) \\cdot w = v \\cdot (C^T w)", "holds"],
    ["and what is wrong there is found", "# Dot products", "(Cv) \\cdot w = v \\cdot (C w)", "fails"],
  ])("%s", (_, heading, step, verdict) => {
    const text = `# Induction\n\nFor $m = 1$ we have $C = \\begin{bmatrix} c \\end{bmatrix}$.\n\n${heading}\n\nIf $v, w \\in \\mathbb{R}^m$ and $C \\in \\mathbb{R}^{m \\times m}$, then $$${step}$$`;
    expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict);
  });
});

it.each([
  ["For invertible $A$ and $B$, $$(AB)^{-1} = A^{-1} B^{-1}$$", "fails"],
  ["For invertible $A$ and $B$, $$(AB)^{-1} = B^{-1} A^{-1}$$", "holds"],
  ["We find $$\\det A = 3$$", "holds"],
])("matrices of earlier sections that cannot be multiplied are not those of a product: %s", (text, verdict) => {
  const before = String.raw`# 1
Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$.

# 2
Let $B = \begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \\ 2 & 0 & 1 \end{pmatrix}$.

# 3
`;
  expect(stepsOf(check(before + text)).at(-1)?.verdict).toBe(verdict);
});
