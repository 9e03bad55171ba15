/** Problems of a homework by their headings: each document, and the verdicts of its last formulas. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

const DOCUMENTS: [string, string, string[]][] = [
  [
    "the law of another problem",
    R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.` +
      "\n\n" +
      R`**Problem 2.** Let $X$ be the number of coins. Then $\mathrm{Var}(X) = a + 1$.`,
    ["unchecked"],
  ],
  [
    "the law of the same problem",
    R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.` + "\n\n" + R`(b) The variance is $\mathrm{Var}(X) = a + 1$.`,
    ["fails"],
  ],
  [
    "a problem that brings nothing in",
    R`**Problem 1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.` + "\n\n" + R`**Problem 2.** Find the variance. Hence $\mathrm{Var}(X) = a + 1$.`,
    ["fails"],
  ],
  [
    "numbers below a heading of problems",
    R`# Homework 2` +
      "\n\n" +
      R`**1.** Let $X\sim\mathrm{Poisson}(a)$. Then $E[X]=a$.` +
      "\n\n" +
      R`**2.** Let $X$ be the number of coins. Then $\mathrm{Var}(X) = a + 1$.`,
    ["unchecked"],
  ],
  [
    "definitions reach all problems",
    R`## Problem 1` + "\n\n" + R`Let $g(t) = t^3 + t$.` + "\n\n" + R`## Problem 2` + "\n\n" + R`Let $t > 0$. We have $g'(t) = 3 t^2 - 1$.`,
    ["fails"],
  ],
  ["a letter that is drawn in the same part", R`Let $a = \sum_{i=1}^n w_i x_i$. If $a\sim N(0, s^2)$ then $E[a^2] = 2 s^2$.`, ["fails"]],
];

describe("headed problems", () => {
  it.each(DOCUMENTS)("%s", (_, text, verdicts) => expect(verdictsOf(text).slice(-verdicts.length)).toEqual(verdicts));
});
