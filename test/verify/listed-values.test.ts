/** Sums without bounds over values that are listed; piecewise formulas between a brace and nothing; divergences of distributions with capitals. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const SIGNS = String.raw`Let $x \in \{-1, 1\}$ and $p(x \mid m) = \left(\frac{1-m}{2}\right)^{(1-x)/2} \left(\frac{1+m}{2}\right)^{(1+x)/2}$ with $-1 < m < 1$.`;
const MASS = String.raw`Let $$ p(x) = \left\{ \begin{array}{rl} 1/6 \; , & \text{if} \; x = 1 \\ 1/3 \; , & \text{if} \; x = 2 \\ 1/2 \; , & \text{if} \; x = 5 \; . \end{array} \right. $$ Then`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${SIGNS} Then $$ \sum_x x p(x \mid m) = \frac{1+m}{2} - \frac{1-m}{2} $$`, "holds"],
  [String.raw`${SIGNS} Then $$ \sum_x x p(x \mid m) = \frac{1+m}{2} + \frac{1-m}{2} $$`, "fails"],
  [String.raw`${MASS} $$ \sum_{x \in \mathcal{X}} x p(x) = \frac16 + \frac23 + \frac52 $$`, "holds"],
  [String.raw`${MASS} $$ \sum_{x \in \mathcal{X}} x p(x) = \frac16 + \frac13 + \frac52 $$`, "fails"],
  [String.raw`$$ |x| = \left\{ \begin{array}{rl} x & \text{if} \; x \geq 0 \\ -x & \text{if} \; x < 0 \end{array} \right. $$`, "holds"],
  [String.raw`$$ |x| + x = \left\{ \begin{array}{rl} 2x & \text{if} \; x \geq 0 \\ 0 & \text{if} \; x < 0 \end{array} \right. = 3x $$`, "fails"],
  [String.raw`$$ \left\{ \begin{array}{l} x + y = 3 \\ x - y = 1 \end{array} \right. $$`, "given"],
  [String.raw`The divergence is $$ \mathrm{KL}[P||Q] = \sum_{x} p(x) \log \frac{p(x)}{q(x)} $$`, "holds"],
  [String.raw`The divergence is $$ \mathrm{KL}[P||Q] = \sum_{x} p(x) \log \frac{q(x)}{p(x)} $$`, "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
