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

const BEHIND = R`Let $f(x, y) = x + y$ for $0 \le x \le 1$, $0 \le y \le 1$ be the joint density of $X$ and $Y$. `;
const CUT = R`Let $X$ and $Y$ have the joint density $$f(x,y) = \begin{cases} 8xy & 0 \le y \le x \le 1 \\ 0 & \text{otherwise.} \end{cases}$$ `;
const ORDERED = R`Let $(X,Y)$ have joint density $f(x,y) = 2$ for $0 < x < y < 1$, and $0$ otherwise. `;
const HALF_LINES = R`Let $X$ and $Y$ have joint density $f(x,y) = 2 e^{-x - 2y}$ for $x > 0$, $y > 0$. `;
const MARGINALS: [string, string][] = [
  [R`${BEHIND}Then $E[X^2] = \frac{5}{12}$.`, "holds"],
  [R`${BEHIND}Then $E[X^2] = \frac13$.`, "fails"],
  [R`${BEHIND}The marginal is $f_X(x) = x + \frac12$.`, "holds"],
  [R`${BEHIND}The marginal is $f_X(x) = x + 1$.`, "fails"],
  [R`${BEHIND}The density of $Y$ given $X = x$ is $f_{Y|X}(y|x) = \frac{x + y}{x + 1/2}$.`, "holds"],
  [R`${BEHIND}The density of $Y$ given $X = x$ is $f_{Y|X}(y|x) = \frac{x + y}{x + 1}$.`, "fails"],
  [R`${BEHIND}Then $P(X + Y \le 1) = \frac13$.`, "holds"],
  [R`${BEHIND}Then $P(X + Y \le 1) = \frac12$.`, "fails"],
  [R`${BEHIND}Then $P(X < \frac12) = \frac38$.`, "holds"],
  [R`${CUT}Then $f_Y(y) = 4y(1 - y^2)$.`, "holds"],
  [R`${CUT}Then $f_Y(y) = 4y(1 - y)$.`, "fails"],
  [R`${CUT}Then $E[Y] = \frac{8}{15}$.`, "holds"],
  [R`${CUT}Then $E[Y] = \frac{7}{15}$.`, "fails"],
  [R`${ORDERED}Then $f_X(x) = \int_x^1 2 \, dy$.`, "holds"],
  [R`${ORDERED}Then $f_X(x) = \int_0^x 2 \, dy$.`, "fails"],
  [R`${ORDERED}Then $P(Y > 2X) = \frac12$.`, "holds"],
  [R`${ORDERED}Then $P(Y > 2X) = \frac13$.`, "fails"],
  [R`${HALF_LINES}Then $P(X < Y) = \frac13$.`, "holds"],
  [R`${HALF_LINES}Then $P(X < Y) = \frac23$.`, "fails"],
  [R`${HALF_LINES}Then $f_X(x) = e^{-x}$.`, "holds"],
  // of other variables, and of another problem
  [R`${BEHIND}Then $f_Z(z) = z^2$.`, "defines"],
  [R`${BEHIND}Now suppose that $X$ has density $f_X(x) = 2x$ for $0 < x < 1$.`, "given"],
];

describe("marginal and conditional densities, and events", () => {
  it.each(MARGINALS)("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});

describe("joint densities", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
