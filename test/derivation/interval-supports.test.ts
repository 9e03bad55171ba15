/** Densities that live on an interval behind their formula, and what a problem about them needs: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const ON = R`Let $X$ have density $f(x) = 12 x^2 (1 - x)$ on $[0, 1]$. `;

const CASES: [string, string][] = [
  [R`${ON}Then $E[X] = \int_0^1 12 x^3 (1 - x) dx$.`, "holds"],
  [R`${ON}Then $E[X] = \int_0^1 12 x^2 (1 - x) dx$.`, "fails"],
  [R`Let $X$ have density $f(x) = a x^2 (1 - x)$ on $[0, 1]$ with $a = 12$. Then $E[X] = \int_0^1 12 x^3 (1 - x) dx$.`, "holds"],
  // a moment beside a triangle
  [R`A point $(X, Y)$ of a triangle has density $f(x, y) = 2$ for $0 \le y \le x \le 1$. $$\int_0^1 \int_0^x 2 x y \, dy \, dx = \frac14$$`, "holds"],
  // the covariance of a linear map, by the identity
  [R`Let $u = A v + c$ with $v \sim \mathcal{N}(0, I)$. Then $$\mathrm{Cov}(u) = A A^T$$`, "holds"],
  [R`Let $u = A v + c$ with $v \sim \mathcal{N}(0, s^2 I)$. Then $$\mathrm{Cov}(u) = s A A^T$$`, "fails"],
  // coefficients of a sum that is differentiated
  [
    R`With $r_{ik} = \frac{a_k g_k(x_i)}{\sum_{l=1}^K a_l g_l(x_i)}$ let $Q = \sum_{i=1}^n \sum_{k=1}^K r_{ik} \log a_k$. $$\frac{\partial}{\partial a_k} \left[Q - m \left(\sum_{j=1}^K a_j - 1\right)\right] = \frac{\sum_{i=1}^n r_{ik}}{a_k} - m$$`,
    "holds",
  ],
];

describe("supports and moments", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
