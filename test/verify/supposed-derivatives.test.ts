/** Derivatives that are worked out and set to zero before an arrow, and gradients by the argument of their function: each text, and the verdict of its chosen sign. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const LAGRANGIAN = R`Let $L = -\sum_{i=1}^n p_i \log p_i + c \left(\sum_{i=1}^n p_i - 1\right)$. `;

const CASES: [string, number, string][] = [
  [R`${LAGRANGIAN}\[ \frac{\partial L}{\partial p_i} = -\log p_i + 1 + c = 0 \implies p_i = e^{c + 1} \]`, 1, "fails"],
  [R`${LAGRANGIAN}\[ \frac{\partial L}{\partial p_i} = -\log p_i - 1 + c = 0 \implies p_i = e^{c - 1} \]`, 1, "holds"],
  [R`Let $y_n = w x_n$ and $L(w) = \sum_{n=1}^N y_n^2$. Then $\nabla L(w) = \sum_{n=1}^N 2 y_n x_n$.`, -1, "holds"],
  [R`Let $y_n = w x_n$ and $L(w) = \sum_{n=1}^N y_n^2$. Then $\nabla L(w) = \sum_{n=1}^N y_n x_n$.`, -1, "fails"],
  // an error function by the letter of expectations
  [R`Take random data. The error is $E(w) = \sum_{n=1}^N (w x_n - t_n)^2$ and $\nabla E(w) = \sum_{n=1}^N (w x_n - t_n) x_n$.`, -1, "fails"],
  [
    R`Let $t_i \sim \mathrm{Poisson}(\lambda_i)$ with $\lambda_i = e^{w x_i}$. With $\ell(w) = \sum_i (t_i \log \lambda_i - \lambda_i)$, $\ell''(w) = -\sum_i x_i e^{w x_i}$.`,
    -1,
    "fails",
  ],
];

describe("supposed derivatives", () => {
  it.each(CASES)("%s, sign %i", (text, at, verdict) => expect(verdictsOf(text, "case.tex").at(at)).toBe(verdict));
});
