/** Problems of a homework by their headings: each document, and the verdicts of its last formulas. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

const DOCUMENTS: [string, string, string[]][] = [
  [
    "the law of another problem",
    [R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.`, R`**Problem 2.** Let $X$ be the number of coins. Then $\mathrm{Var}(X) = a + 1$.`].join(
      "\n\n",
    ),
    ["unchecked"],
  ],
  [
    "problems by a short word",
    [
      R`## Prob. 1`,
      R`Let $X$ have density $f(x) = 2x$ on $[0, 1]$. Then $E[X]=\frac23$.`,
      R`## Prob. 2`,
      R`Let $X$ be the number of coins. Then $E[X] = 3$.`,
    ].join("\n\n"),
    ["unchecked"],
  ],
  [
    "the distribution function of another problem",
    [
      R`## Problem 1`,
      R`Let $F_X(x) = x^3$ on $[0, 1]$.`,
      R`## Problem 2`,
      R`Let $X$ be uniform on $[0, 2]$. We know $F_X(x) = \frac{x}{2}$. So $F_X(1) = \frac12$.`,
    ].join("\n\n"),
    ["holds"],
  ],
  [
    "the law of the same problem",
    [R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.`, R`(b) The variance is $\mathrm{Var}(X) = a + 1$.`].join("\n\n"),
    ["fails"],
  ],
  [
    "a problem that brings nothing in",
    [R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.`, R`**Problem 2.** Find the variance. Hence $\mathrm{Var}(X) = a + 1$.`].join("\n\n"),
    ["fails"],
  ],
  [
    "numbers below a heading of problems",
    [R`# Homework 2`, R`**1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.`, R`**2.** Let $X$ be the number of coins. Then $\mathrm{Var}(X) = a + 1$.`].join(
      "\n\n",
    ),
    ["unchecked"],
  ],
  [
    "definitions reach all problems",
    [R`## Problem 1`, R`Let $g(t) = t^3 + t$.`, R`## Problem 2`, R`Let $t > 0$. We have $g'(t) = 3 t^2 - 1$.`].join("\n\n"),
    ["fails"],
  ],
  ["a letter that is drawn in the same part", R`Let $a = \sum_{i=1}^n w_i x_i$. If $a\sim N(0, s^2)$ then $E[a^2] = 2 s^2$.`, ["fails"]],
];

describe("headed problems", () => {
  it.each(DOCUMENTS)("%s", (_, text, verdicts) => expect(verdictsOf(text).slice(-verdicts.length)).toEqual(verdicts));
});
