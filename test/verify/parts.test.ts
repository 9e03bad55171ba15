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
  ["a wrong moment of it", R`Let $X$ have the density $f(x) = 3x^2$ on $[0,1]$.\n\n(a) $E[X] = \frac34$.\n\n(b) So $2E[X^2] = E[X^2] + \frac45$.`, "fails"],
  [
    "the same letter in another problem",
    R`**Exercise 1.** Let $X$ have the density $f(x) = 3x^2$ on $[0,1]$.\n\n**Exercise 2.** Let $X$ be standard normal. Then $\mathrm{Var}(X) + 1 = 2$.`,
    "holds",
  ],
];

it.each(CASES)("%s", (_, document, verdict) => expect(verdicts(`${document.replaceAll("\\n", "\n")}\n`).at(-1)).toBe(verdict));
