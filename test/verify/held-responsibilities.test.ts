/** Derivatives of an M-step: responsibilities are held fixed, also where the Lagrangian is made of a function that has them. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const text = (sign: string): string => R`Let
$$r_{ik} = \frac{\pi_k \lambda_k e^{-\lambda_k x_i}}{\sum_{j=1}^K \pi_j \lambda_j e^{-\lambda_j x_i}}, \qquad Q = \sum_{i=1}^n\sum_{k=1}^K r_{ik}(\log \pi_k + \log\lambda_k - \lambda_k x_i).$$
Maximize $Q$ subject to $\sum_k \pi_k = 1$ with
$$L = Q + \mu\left(1 - \sum_{k=1}^K \pi_k\right), \qquad \frac{\partial L}{\partial \pi_k} = \frac{\sum_{i=1}^n r_{ik}}{\pi_k} ${sign} \mu.$$
`;
it("are coefficients of the Lagrangian", () => {
  expect(stepsOf(check(text("-"))).at(-1)?.verdict).toBe("holds");
  const wrong = stepsOf(check(text("+"))).at(-1);
  expect(wrong?.verdict).toBe("fails");
  expect(wrong?.fixes?.[0].edits[0].newText).toBe("-");
});
