/** Parts (a), (b) of a problem: what stands before them holds in all of them, what one of them supposes does not in another. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [says: string, document: string, last: string])[] = [
  ["an equation before the parts", R`## Problem 1\n\nSuppose $u + v = 3$.\n\n(b) Then $2u + v = 6 - v$.`, "holds"],
  ["an equation of another part", R`## Problem 1\n\nLet $v$ be real.\n\n(a) Suppose $u + v = 3$.\n\n(b) Then $2u + v = 6 - v$.`, "given"],
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
];

it.each(CASES)("%s", (_, document, verdict) => expect(verdicts(`${document.replaceAll("\\n", "\n")}\n`).at(-1)).toBe(verdict));
