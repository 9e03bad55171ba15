/** μ_X = E[X] names the mean of X, whatever the letter; events that are signs, P(+ | D). */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const means = R`where $\mu_X = E[X]$ and $\mu_Y = E[Y]$.`;
const product = R`$$\operatorname{Cov}(X, Y) = E[XY] - \mu_X E[Y] - \mu_Y E[X] + \mu_X\mu_Y`;
const screening = R`A test has $P(+\mid S) = 0.98$ and $P(+\mid \bar S) = 0.04$. The prevalence is $P(S) = 0.02$. Then`;

it.each([
  ["a mean beside another", R`${product} = E[XY] - \mu_X\mu_Y,$$ ${means}`, ["holds", "holds"]],
  ["a slip beside means", R`${product} = E[XY] + \mu_X\mu_Y,$$ ${means}`, ["holds", "fails"]],
  ["a total probability", R`${screening} $$P(+) = P(+\mid S)P(S) + P(+\mid\bar S)P(\bar S) = 0.98\cdot 0.02 + 0.04\cdot 0.98.$$`, ["holds", "holds"]],
  ["a posterior", R`${screening} $$P(S\mid +) = \frac{P(+\mid S)P(S)}{P(+)} = \frac{0.0196}{0.0588}.$$`, ["holds", "holds"]],
  ["a posterior with a swapped condition", R`${screening} $$P(S\mid +) = \frac{P(S\mid +)P(S)}{P(+)}.$$`, ["fails"]],
])("%s", (_, text, expected) => {
  const steps = stepsOf(check(text)).filter((s) => s.verdict !== "given" && s.verdict !== "defines");
  expect(steps.map((s) => s.verdict)).toEqual(expected);
});
