/** Laws that a formula gives a random name: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const HALVES = R`Let $X$ have $P(X = k) = 3^{-k} \cdot 2$, $k = 1, 2, \dots$. `;
const GEOMETRIC = R`Let $X$ be geometric, $P(X = k) = (1-q)^{k-1} q$ for $k \ge 1$. `;

const CASES: [string, string][] = [
  [R`${HALVES}Then $E[X] = \frac32$.`, "holds"],
  [R`${HALVES}Then $E[X] = \frac43$.`, "fails"],
  [R`${HALVES}Then $P(X > 2) = \frac19$.`, "holds"],
  [R`${HALVES}Then $P(X \ge 2) = \frac19$.`, "fails"],
  [R`${GEOMETRIC}Then $E[X] = \frac1q$.`, "holds"],
  [R`${GEOMETRIC}Then $\mathrm{Var}(X) = \frac{1-q}{q^2}$.`, "holds"],
  [R`${GEOMETRIC}Then $\mathrm{Var}(X) = \frac{1-q}{q}$.`, "fails"],
  [R`Let $X$ have $P(X = k) = \frac{k}{6}$ for $k \in \{1, 2, 3\}$. Then $E[X] = \frac73$.`, "holds"],
  [R`Let $X$ have $P(X = k) = \frac{k}{6}$ for $k = 1, 2, 3$. Then $E[X] = 2$.`, "fails"],
  // a claim of a name that has a law
  [R`Let $X \sim \mathrm{Poisson}(a)$ with $P(X = k) = \frac{a^k}{k!}$ for $k = 0, 1, \dots$. Then $E[X] = a$.`, "holds"],
  // the range is not said
  [R`Let $X$ have $P(X = k) = 3^{-k}$. Then $E[X] = 7$.`, "unchecked"],
  // a name that words have brought in before
  [R`We draw until we win. Let $T$ be the number of draws.\n\n(a) $P(T = k) = 2^{-k}$ for $k = 1, 2, \dots$, so $E[T] = 2$.`, "holds"],
  [R`We draw until we win. Let $T$ be the number of draws.\n\n(a) $P(T = k) = 2^{-k}$ for $k = 1, 2, \dots$, so $E[T] = 3$.`, "fails"],
  [R`We draw until we win. Let $T$ be the number of draws.\n\n(a) $P(T = k) = 2^{-k}$ for $k = 1, 2, \dots$, so $P(T > m + n \mid T > m) = 2^{-n}$.`, "holds"],
  [R`We draw until we win. Let $T$ be the number of draws.\n\n(a) $P(T = k) = 2^{-k}$ for $k = 1, 2, \dots$, so $P(T > m + n \mid T > m) = 2^{-m}$.`, "fails"],
  // the bound of Markov is for positive numbers
  [R`Let $X \sim \mathrm{Exp}(a)$. Then $P(X \ge b) \le \frac{1}{a b}$.`, "holds"],
  [R`Let $X \sim \mathrm{Exp}(a)$. Then $P(X > s + t \mid X > s) = P(X > t)$.`, "holds"],
  // what is a mean, where the second moment is given
  [R`Let $X$ be a number with $E[X] = \frac{1 + 5}{2} = 3$ and $E[X^2] = 10$, so $\mathrm{Var}(X) = 2$.`, "unchecked"],
];

describe("laws by formulas", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text.replaceAll("\\n\\n", "\n\n")).at(-1)).toBe(verdict));
});
