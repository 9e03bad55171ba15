/** Suprema, infima, maxima and minima over intervals, rays, whole numbers and sets; cardinalities. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\sup\{x^2 : x \in [0,3]\} = 9`, "holds"],
  [R`\sup\{x^2 : x \in [0,3]\} = 3`, "fails"],
  [R`\sup_{x\in[0,1]} x(1-x) = \frac14`, "holds"],
  [R`\sup_{x\in[0,1]} x(1-x) = \frac12`, "fails"],
  [R`\inf\{x^2-2x : x\in\mathbb{R}\} = -1`, "holds"],
  [R`\max\{x(4-x) : 0\le x\le 4\} = 4`, "holds"],
  [R`\max_{0\le x\le 2} (x^3-3x) = 2`, "holds"],
  [R`\min_{x \in \mathbb{R}} (x^2+2x+5) = 4`, "holds"],
  [R`\min_{x \in \mathbb{R}} (x^2+2x+5) = 5`, "fails"],
  [R`\max_{x\in[0,1]} |x-\tfrac13| = \frac23`, "holds"],
  [R`\inf\{\tfrac1n : n\in\mathbb{N}\} = 0`, "holds"],
  [R`\sup\{1-\tfrac1n : n \ge 1\} = 1`, "holds"],
  [R`\inf_{n\ge1} \frac{n+1}{n} = 1`, "holds"],
  [R`\#\{1,2,3\} = 3`, "holds"],
  [R`|\{1,2,3,4\}| = 4`, "holds"],
  [R`\sup\{x : x^2 < 2\} = \sqrt2`, "holds"],
  [R`\sup\{x : x^2 < 2\} = 2`, "fails"],
  [R`\max_{-1\le x\le 1,\ 0\le y \le 2} (x^2+y) = 3`, "holds"],
  [R`\sup_{x>0} \frac{x}{1+x^2} = \frac12`, "holds"],
  [R`\sup_{x \in \mathbb{R}} \arctan x = \frac\pi2`, "holds"],
  [R`\sup_{0<x<1} \frac{1}{1+x} = 1`, "holds"],
  [R`\sup_{0<x<1} \frac{1}{1+x} = \frac12`, "fails"],
  [R`\sup_{x\in[0,1]} x^n(1-x) = \frac{n^n}{(n+1)^{n+1}}`, "holds"],
  [R`\|f\|_\infty = \sup_{x\in[0,1]}|x-x^2| = \frac14`, "holds"],
  [R`\sup_{x\in[0,1]} |f(x)+g(x)| \le \sup_{x\in[0,1]} |f(x)| + \sup_{x\in[0,1]} |g(x)|`, "holds"],
  [R`\max_{0\le k\le 3} k^2 = 9`, "holds"],
  [R`\max_{-1 \le x \le 1} |x| = 1`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $f(x) = x e^{-x}$. Then $$\sup_{x \ge 0} f(x) = \frac1e$$`, "holds"],
  [R`Let $f(x) = x e^{-x}$. Then $$\max_{x \in [0,2]} f(x) = f(1)$$`, "holds"],
  [R`Let $f(x) = x e^{-x}$. Then $$\max_{x \in [0,2]} f(x) = f(2)$$`, "fails"],
  [R`Let $S = \{x^2 : -1 \le x \le 2\}$. Then $$\sup S = 4$$`, "holds"],
];

describe("extreme values", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
