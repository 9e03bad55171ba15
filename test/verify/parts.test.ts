/** Parts (a), (b) of a problem: what stands before them holds in all of them, what one of them supposes does not in another. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [says: string, document: string, last: string])[] = [
  ["an equation before the parts", R`## Problem 1\n\nSuppose $u + v = 3$.\n\n(b) Then $2u + v = 6 - v$.`, "holds"],
  ["an equation of another part", R`## Problem 1\n\nLet $v$ be real.\n\n(a) Suppose $u + v = 3$.\n\n(b) Then $2u + v = 6 - v$.`, "given"],
  [
    "a number that an earlier part found",
    R`Let $c$ be real.\n\n(a) As $1 = \frac54 c$, we get $c = \frac45$.\n\n(b) The density is $\int_0^2 c x y \,dy = 2cx = \frac85 x$.`,
    "holds",
  ],
  ["an equation of another problem", R`**Problem 1.** Suppose $u + v = 3$.\n\n**Problem 2.** Let $u$ be real.\n\n(a) Then $2u + v = 6 - v$.`, "given"],
  [
    "laws before the parts",
    R`\section*{1. Rates}\n\nLet $r \sim \text{Gamma}(c, d)$ and $k \mid r \sim \text{Poisson}(r)$.\n\n(a) So $r \mid k \sim \text{Gamma}(c + k, d + 1)$.`,
    "holds",
  ],
  [
    "a wrong law",
    R`\section*{1. Rates}\n\nLet $r \sim \text{Gamma}(c, d)$ and $k \mid r \sim \text{Poisson}(r)$.\n\n(a) So $r \mid k \sim \text{Gamma}(c + k, d + k)$.`,
    "fails",
  ],
  [
    "a posterior of an earlier part",
    R`Let $r \sim \text{Gamma}(c, d)$ and $k \mid r \sim \text{Poisson}(r)$.\n\n(a) So $r \mid k \sim \text{Gamma}(c + k, d + 1)$.\n\n(b) The mean is $E[r \mid k] = \frac{c + k}{d + 1}$.`,
    "holds",
  ],
  [
    "with another mean",
    R`Let $r \sim \text{Gamma}(c, d)$ and $k \mid r \sim \text{Poisson}(r)$.\n\n(a) So $r \mid k \sim \text{Gamma}(c + k, d + 1)$.\n\n(b) The mean is $E[r \mid k] = \frac{c + k}{d}$.`,
    "fails",
  ],
  [
    "a density before the parts",
    R`Let $X$ have the density $f(x) = 3x^2$ on $[0,1]$.\n\n(a) $E[X] = \frac34$.\n\n(b) $\mathrm{Var}(X) = \frac{3}{80}$.`,
    "holds",
  ],
  [
    "a differential equation before the parts",
    R`**Problem 3.** Let $u$ be the solution of $u'' + u = e^{-t}$, $u(0) = 0$, $u'(0) = 1$.\n\n(a) We try a sum.\n\n(b) So $u(t) = \frac12 e^{-t} + \frac32 \sin t - \frac12 \cos t$.`,
    "holds",
  ],
  [
    "no solution of it",
    R`**Problem 3.** Let $u$ be the solution of $u'' + u = e^{-t}$, $u(0) = 0$, $u'(0) = 1$.\n\n(a) We try a sum.\n\n(b) So $u(t) = \frac12 e^{-t} + \frac32 \sin t + \frac12 \cos t$.`,
    "fails",
  ],
  [
    "a covariance before the parts",
    R`Let $z \sim \mathcal{N}(0, I)$ in $\mathbb{R}^k$ and $\eta \sim \mathcal{N}(0, R)$ be independent, and let $x = A z + \eta$ with $A \in \mathbb{R}^{p \times k}$.\n\n(a) Then $$\operatorname{Cov}(x) = A A^T + R$$`,
    "holds",
  ],
  [
    "its square",
    R`Let $z \sim \mathcal{N}(0, I)$ in $\mathbb{R}^k$ and $\eta \sim \mathcal{N}(0, R)$ be independent, and let $x = A z + \eta$ with $A \in \mathbb{R}^{p \times k}$.\n\n(a) Then $$\operatorname{Cov}(x) = A A^T + R^2$$`,
    "fails",
  ],
  [
    "another function by the letter of one of another problem, through names of its own",
    R`**Problem 1.** The loss is $h(z) = \log(1 + e^z) - y z$.\n\n**Problem 2.** Let $r_i = e^{b x_i}$.\n\n(a) The loss is $$h(b) = \sum_{i=1}^n (y_i \log r_i - r_i)$$\n\n(b) Hence $h'(b) = \sum_{i=1}^n x_i(y_i + r_i)$.`,
    "fails",
  ],
  [
    "the same, rightly",
    R`**Problem 1.** The loss is $h(z) = \log(1 + e^z) - y z$.\n\n**Problem 2.** Let $r_i = e^{b x_i}$.\n\n(a) The loss is $$h(b) = \sum_{i=1}^n (y_i \log r_i - r_i)$$\n\n(b) Hence $h'(b) = \sum_{i=1}^n x_i(y_i - r_i)$.`,
    "holds",
  ],
  ["an ingredient of an equation", R`Let $L = m v^2 + k x$. The equations of motion use $$\frac{\partial L}{\partial v} = m v$$`, "fails"],
  ["a wrong moment of it", R`Let $X$ have the density $f(x) = 3x^2$ on $[0,1]$.\n\n(a) $E[X] = \frac34$.\n\n(b) So $2E[X^2] = E[X^2] + \frac45$.`, "fails"],
  [
    "the same letter in another problem",
    R`**Exercise 1.** Let $X$ have the density $f(x) = 3x^2$ on $[0,1]$.\n\n**Exercise 2.** Let $X$ be standard normal. Then $\mathrm{Var}(X) + 1 = 2$.`,
    "holds",
  ],
];

it.each(CASES)("%s", (_, document, verdict) => expect(verdicts(`${document.replaceAll("\\n", "\n")}\n`).at(-1)).toBe(verdict));
