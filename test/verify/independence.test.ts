/** Products of distributions of the members of a sample say that these are independent, and no more. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`The likelihood is $$p(x | \mu) = \prod_{i=1}^n p(x_i | \mu)$$ of the sample.`, "holds-if"],
  [String.raw`We have $p(x_i) > 0$ and therefore $$0 + p(\mathbf{x} | \mu) = \prod_{i=1}^n p(x_i | \nu)$$`, "unchecked"],
  [String.raw`So the joint density is $$p(\mathbf{Y} | \mathbf{X}, w) = \prod_{n=1}^N p(y_n | \mathbf{x}_n, w)$$`, "holds-if"],
  [
    String.raw`Since $p(x_i | \lambda) = \mathrm{Poiss}(x_i; \lambda)$ we find $$\prod_{i=1}^n p(x_i | \lambda) = \prod_{i=1}^n \frac{\lambda^{x_i} e^{-\lambda}}{x_i!}$$`,
    "holds",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
