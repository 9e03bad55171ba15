/** Probabilities of some of the values that a name takes: what they leave open is no fault of what is said of the others. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;

it.each([
  [R`We have $P(X = 0) = 0.1353$ and $P(X = 1) = 0.2707$. Hence $P(X \leq 1) = 0.1353 + 0.2707$.`, "unchecked"],
  [R`We have $P(X = 0) = (1-q)^2$ and $P(X = 1) = 2q(1-q)$. Hence $P(X \leq 1) = (1-q)^2 + 2q(1-q)$.`, "unchecked"],
  [R`We have $P(X = 2) = \binom42 \frac1{16}$, $P(X = 3) = \frac14$ and $P(X = 4) = \frac1{16}$. Hence $P(X \geq 2) = \frac{11}{16}$.`, "unchecked"],
  [R`$X$ is 1 with probability 0.2 and 2 with probability 0.3. Hence $P(X \leq 2) = 0.5$.`, "unchecked"],
  // values that are drawn
  [R`We have $P(X = 3) = 0.2$, so $P(3 \le X \le 4) = 0.3$.`, "unchecked"],
  [R`We have $P(3 < T < 4) = 0.3$ and $P(T > 4) = 0.1$, so $P(T > 3) = 0.4$.`, "unchecked"],
  // all values
  [R`$P(X = 1) = 0.4$ and $P(X = 0) = 0.6$. So $P(X \ge 1) = 0.5$.`, "fails"],
  [R`We have $P(X = 1) = q$ and $P(X = 0) = 1 - q$. Hence $P(X \leq 0) = 1 - q$.`, "holds"],
  [R`$X$ is 1 with probability 0.2 and 2 with probability 0.8. Hence $P(X \leq 1) = 0.5$.`, "fails"],
])("%s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
