/** Φ at a number beside words of probability, or events of Z, is the standard normal distribution function; A = A^T solves no A A^{-1} = I. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;

it.each([
  [R`From the table, $\Phi(1.96) = 0.975$.`, "holds"],
  [R`From the table, $\Phi(1) = 0.95$.`, "fails"],
  [R`The probability is $1 - \Phi(2) = 0.0228$.`, "holds"],
  [R`Then $P(Z > 1.25) = 1 - \Phi(1.25)$.`, "holds"],
  [R`The potential is $\Phi(1) = 3$.`, "given"],
  [R`Let $\Phi(x) = x^2$ be a distribution. Then $\Phi(2) = 4$.`, "holds"],
  [R`There are $\Phi(10) = 4$ of them, with probability $\Phi(10)/10 = 0.4$.`, "holds"],
  [R`For a matrix $A$ we have $A A^{-1} = I$ and $A = A^T$.`, "given"],
])("%s: %s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
