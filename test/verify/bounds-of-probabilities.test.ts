/** Inequalities of probability: Markov's, Chebyshev's, Jensen's, the union bound, stated right and the wrong way round. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [text: string, verdicts: readonly string[]])[] = [
  [R`Let $X$ be a nonnegative random variable. Then $P(X \ge a) \le \frac{E[X]}{a}$ for $a > 0$.`, ["holds", "given"]],
  [R`For a non-negative random variable $X$, $P(X \ge a) \le \frac{E[X]}{a}$ for all $a > 0$.`, ["holds", "given"]],
  [R`Let $X$ be a random variable with mean $\mu$ and variance $\sigma^2$. Then $P(|X-\mu| \ge k\sigma) \le \frac{1}{k^2}$ for $k > 0$.`, ["holds", "given"]],
  // two false orders do not excuse each other
  [R`By Jensen, $\log E[X] \le E[\log X]$ and $(E[X])^2 \ge E[X^2]$.`, ["fails", "fails"]],
  [R`By Jensen, $\log E[X] \ge E[\log X]$ and $(E[X])^2 \le E[X^2]$.`, ["holds", "holds"]],
  [R`By the union bound, $P(A \cup B) \ge P(A) + P(B)$.`, ["fails"]],
  [R`By the union bound, $P(A \cup B) \le P(A) + P(B)$.`, ["holds"]],
  [R`Suppose that $E[X] \ge E[Y]$.`, ["given"]],
];
it.each(CASES)("%s", (text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
