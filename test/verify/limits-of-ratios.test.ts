/** Limits of ratios of terms that a formula gives: what grows fast cancels. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`Let $a_n = \frac{n^3}{3^n}$. Then $$ \lim_{n \to \infty} \left|\frac{a_{n+1}}{a_n}\right| = \frac13 $$`, "holds"],
  [String.raw`Let $a_n = \frac{n^3}{3^n}$. Then $$ \lim_{n \to \infty} \left|\frac{a_{n+1}}{a_n}\right| = \frac23 $$`, "fails"],
  [String.raw`Let $f(x) = \frac{x^3}{3^x}$. Then $$ \lim_{x \to \infty} \frac{f(x+1)}{f(x)} = \frac13 $$`, "holds"],
  [String.raw`Let $f(x) = \frac{x^3}{3^x}$. Then $$ \lim_{x \to \infty} \frac{f(x+1)}{f(x)} = 3 $$`, "fails"],
  [String.raw`Let $d_n = \frac{2^n}{n!}$. Then $$ \lim_{n\to\infty} \frac{d_{n+1}}{d_n} = \lim_{n\to\infty} \frac{2}{n+1} = 0 $$`, "holds"],
  [String.raw`Let $d_n = \frac{2^n}{n!}$. Then $$ \lim_{n\to\infty} \frac{d_{n+1}}{d_n} = 2 $$`, "fails"],
  [String.raw`Let $s_n = \sum_{k=1}^n \frac{1}{2^k}$. Then $$ \lim_{n\to\infty} \frac{s_{n+1}}{s_n} = 1 $$`, "holds"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
