/** Moments by a joint density: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const SQUARE = R`Let $X$ and $Y$ have joint density $f(x, y) = \frac65 (x + y^2)$ on $[0, 1]^2$. `;
const TRIANGLE = R`Let $(X, Y)$ be uniform on $0 \le y \le x \le 1$ with density $f(x, y) = 2$. `;

const CASES: [string, string][] = [
  [R`${SQUARE}Then $E[X] = \frac35$.`, "holds"],
  [R`${SQUARE}Then $E[X] = \frac25$.`, "fails"],
  [R`${SQUARE}Then $E[XY] = \frac{7}{20}$.`, "holds"],
  [R`${SQUARE}Then $\mathrm{Cov}(X, Y) = -\frac{1}{100}$.`, "holds"],
  [R`${SQUARE}Then $\mathrm{Cov}(X, Y) = \frac{1}{100}$.`, "fails"],
  [R`${SQUARE}Then $E[Y \mid X = x] = \frac{6x + 3}{12x + 4}$.`, "holds"],
  [R`${SQUARE}Then $E[Y \mid X = x] = \frac{6x + 3}{12x + 3}$.`, "fails"],
  [R`${TRIANGLE}Then $E[XY] = \frac14$.`, "holds"],
  [R`${TRIANGLE}Then $\mathrm{Cov}(X, Y) = \frac{1}{36}$.`, "holds"],
  [R`${TRIANGLE}Then $\mathrm{Var}(Y) = \frac{1}{16}$.`, "fails"],
  [R`${TRIANGLE}Then $E[Y \mid X = x] = \frac{x}{2}$.`, "holds"],
  // something else by the same letters
  [R`${SQUARE}If instead $X$ and $Y$ are independent and uniform on $[0, 1]$, then $E[XY] = \frac14$.`, "unchecked"],
  [R`${SQUARE}Now let $X \sim \mathrm{Poisson}(a)$. Then $E[X] = a$.`, "holds"],
];

describe("joint densities", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
