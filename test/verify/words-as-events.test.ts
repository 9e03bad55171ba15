/** Probabilities of what words name, uniform laws over whole numbers, brackets of two that are products, boundaries that a sentence lists, units beside a chain that is given. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const verdicts = (text: string) => stepsOf(check(text)).map((s) => s.verdict);

it.each([
  [R`The discrete uniform distribution: let $X \sim \text{Uniform}(1, 10)$, then $P(3 \leq X \leq 6) = \frac{6 - 3 + 1}{10}$.`, "holds"],
  [R`Let $X \sim U\{1, 6\}$, then $P(X = 3) = \frac16$.`, "holds"],
  [R`Let $X \sim U\{1, \dots, 6\}$, then $\operatorname{Var}(X) = \frac{35}{12}$.`, "holds"],
  [R`Let $X \sim \text{Uniform}\{1, 2, 3, 4, 5\}$, then $E[X] = 3$.`, "holds"],
  [R`Let $X \sim U(1, 10)$, then $P(3 \le X \le 6) = \frac{5}{10}$.`, "fails"],
  [R`Let $X \sim U(0, 1)$, then $P(X = 0) = \frac{1}{2}$.`, "fails"],
  [R`If waiting times are between 0 and 10 minutes, $$\mathbb{E}[X] = \frac{0 + 10}{2} = 5 \text{ minutes}$$`, "holds"],
  [R`The time is $\frac{20}{4} = 6 \text{ minutes}$.`, "fails"],
])("%s: %s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));

it.each([
  [
    R`$$P(\text{heads}) = \frac12$$ The probability of a three is $$P(3) = \frac16$$ and so $$P(\text{heads}) \times P(3) = \frac12 \times \frac16 = \frac1{12}.$$`,
  ],
  [R`We have $$[X + H, Y + K] = [X, Y] + [H, Y] + [X, K] + [H, K].$$`],
  [R`The region $E$ is a triangle bounded by $x = 0$, $y = 0$, and $x + y = 1$.`],
  [R`Take $h = \sum_{i=1}^{N} h^{i}$ of continuous functions.`],
])("%s accuses nobody", (text) => expect(verdicts(text)).not.toContain("fails"));
