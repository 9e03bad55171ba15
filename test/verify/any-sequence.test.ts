/** Sums over sequences of which nothing is known: power series with unknown coefficients, shifted indices. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const LET = "Suppose $f(x) = \\sum_{k=0}^\\infty a_k x^k$.";
const rows: readonly (readonly [text: string, last: string])[] = [
  [`${LET} Then $f'(x) = \\sum_{k=1}^\\infty k a_k x^{k-1}$.`, "holds"],
  [`${LET} Then $f'(x) = \\sum_{k=1}^\\infty k a_k x^{k}$.`, "fails"],
  [`${LET} Then $f''(0) = 2a_2$.`, "holds"],
  [`${LET} Then $f''(0) = a_2$.`, "fails"],
  ["Let $y = \\sum_{n=0}^\\infty a_n x^n$. Then $y' = \\sum_{n=1}^\\infty n a_n x^{n-1} = \\sum_{n=0}^\\infty (n+1) a_{n+1} x^n$.", "holds"],
  ["Let $y = \\sum_{n=0}^\\infty a_n x^n$. Then $y' = \\sum_{n=1}^\\infty n a_n x^{n-1} = \\sum_{n=0}^\\infty n a_{n+1} x^n$.", "fails"],
  ["$$\\sum_{n=1}^\\infty a_n x^n = x\\sum_{n=0}^\\infty a_n x^n$$", "fails"],
  ["$$\\sum_{k=0}^{n} a_{k+1} = \\sum_{k=1}^{n+1} a_k$$", "holds"],
  ["$$\\sum_{k=0}^{n} a_{k+1} = \\sum_{k=1}^{n} a_k$$", "fails"],
  [
    "Let $A(x) = \\sum_{n\\ge0} a_n x^n$ and $B(x) = \\sum_{n\\ge0} b_n x^n$. Then $A(x)B(x) = \\sum_{n\\ge0}\\left(\\sum_{k=0}^n a_k b_{n-k}\\right)x^n$.",
    "holds",
  ],
  // what words or equations say of the terms
  ["The indices are taken cyclically. Therefore $\\sum_{i=1}^n x_{i+1} = \\sum_{i=1}^n x_i$.", "unchecked"],
  ["Put $a_{-1} = 0$. Then $\\sum_{n=1}^\\infty a_{n-1} x^n = \\sum_{n=0}^\\infty a_{n-1} x^n$.", "unchecked"],
  ["With indicators $b_i$, $\\sum_{i=1}^n b_i^2 = \\sum_{i=1}^n b_i$.", "unchecked"],
  ["The sequence is periodic with period 2, so $\\sum_{k=0}^{n} a_{k+2} = \\sum_{k=0}^n a_k$.", "unchecked"],
  ["By symmetry of the coefficients, $\\sum_{k=0}^n k c_k = \\frac{n}{2}\\sum_{k=0}^n c_k$.", "unchecked"],
  ["The total mass is preserved: $\\sum_i m_i = \\sum_i m_i'$.", "unchecked"],
  [
    "We look for a solution $y = \\sum_{n=0}^\\infty a_n x^n$ of $y' = 2xy$. Then\n$$\\sum_{n=1}^\\infty n a_n x^{n-1} = 2x \\sum_{n=0}^\\infty a_n x^n.$$",
    "unchecked",
  ],
];

describe("sums over any sequence", () => {
  it.each(rows)("%s", (text, last) => {
    expect(verdicts(text).at(-1)).toBe(last);
  });
  it.each([
    ["$$\\sum_{k=0}^{n} a_{k+1} = \\sum_{k=1}^{n} a_k$$", "Change n to $n+1$: $\\sum_{k=1}^{n+1} a_k$"],
    ["$$\\sum_{n=1}^\\infty a_n x^n = x\\sum_{n=0}^\\infty a_n x^n$$", "Change n to $n+1$: $x\\sum_{n=0}^\\infty a_{n+1} x^n$"],
  ])("%s: the index that is off by one", (text, title) => {
    expect(stepsOf(check(text)).at(-1)?.fixes?.[0].title).toBe(title);
  });
});
