/** Probabilities of what formulas make of a random name, and names that share their letter with a law. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [text: string, last: string])[] = [
  [R`Let $U \sim U(0,1)$. Then $E[U^2] = \frac13$.`, "holds"],
  [R`Let $U \sim U(0,1)$. Then $E[U^2] = \frac12$.`, "fails"],
  [R`Let $N \sim N(0,1)$. Then $E[N^2] = 1$.`, "holds"],
  [R`Let $U \sim U(0,1)$ and $X = -\ln(U)/\lambda$ with $\lambda > 0$. For $x > 0$, $P(X > x) = e^{-\lambda x}$.`, "holds"],
  [R`Let $U \sim U(0,1)$ and $X = -\ln(U)/\lambda$ with $\lambda > 0$. For $x > 0$, $P(X \le x) = e^{-\lambda x}$.`, "fails"],
  [R`Let $X \sim \text{Exp}(\lambda)$. For $0 < y < 1$, $P(e^{-\lambda X} \le y) = y$.`, "holds"],
  [R`Let $X \sim \text{Exp}(\lambda)$. For $0 < y < 1$, $P(e^{-\lambda X} \le y) = 1 - y$.`, "fails"],
];
it.each(CASES)("%s", (text, last) => {
  expect(verdicts(text).at(-1)).toBe(last);
});
