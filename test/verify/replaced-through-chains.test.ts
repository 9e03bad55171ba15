/** Terms replaced by what the chain ends with that begins with them; indices that run over 1, 2, …, n. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CHAIN = String.raw`The derivative is $$ M'(t) = \frac{a}{(a-t)^2} e^{bt} + \frac{a}{a-t} b e^{bt} = \frac{a}{a-t} e^{bt} \left( \frac{1}{a-t} + b \right) = M(t) \left( \frac{1}{a-t} + b \right) $$ By the product rule`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [
    String.raw`${CHAIN} $$ M''(t) = M'(t) \left( \frac{1}{a-t} + b \right) + \frac{M(t)}{(a-t)^2} = M(t) \left( \frac{1}{a-t} + b \right)^2 + \frac{M(t)}{(a-t)^2} $$`,
    "holds",
  ],
  [
    String.raw`${CHAIN} $$ M''(t) = M'(t) \left( \frac{1}{a-t} + b \right) + \frac{M(t)}{(a-t)^2} = M(t) \left( \frac{1}{a-t} + b \right)^3 + \frac{M(t)}{(a-t)^2} $$`,
    "unchecked",
  ],
  [String.raw`Fix $k = 1, 2, \ldots, n$. Then $$ |y_k| \le \sqrt{\sum_{l=1}^n y_l^2} $$`, "holds"],
  [String.raw`Fix $k = 1, 2, \ldots, n$. Then $$ 2|y_k| \le \sqrt{\sum_{l=1}^n y_l^2} $$`, "unchecked"],
  [String.raw`For $i = 0, 1, \ldots, 5$ we have $$ i^2 \le 25 $$`, "holds"],
  [String.raw`For $i = 0, 1, \ldots, 5$ we have $$ i^2 + 1 \le 25 $$`, "fails"],
  [
    String.raw`Let $x_i \in \{-1, 1\}$ and $y_i - y_{i-1} = 2 x_i$ for $i = 2, 3, \ldots, m$. It follows that $y_{i-1}^2 + y_i^2 \ge 4$, which is what we need.`,
    "given",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
