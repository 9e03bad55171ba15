/** Laws that the formula of a density gives a random name: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";
import { check, stepsOf } from "../verify/run";

const R = String.raw;
const SQUARE = R`Let $X$ have density $f(x) = 3x^2$ for $0 \le x \le 1$ and $f(x) = 0$ otherwise. `;
const ELSE = R`A random variable $X$ has probability density function
$$ f(x) = \frac{x}{8}, \quad 0 < x < 4, $$
and zero elsewhere. `;
const CASES = R`Let $T$ have the density
$$ f(t) = \begin{cases} 2 e^{-2t} & t \ge 0 \\ 0 & t < 0. \end{cases} $$
`;
const TENT = R`The density of $X$ is $f(x) = x$ on $[0,1]$ and $f(x) = 2 - x$ on $[1,2]$, and zero elsewhere. `;
const NAMED = R`We found $f_Y(y) = 2y$ for $0 < y < 1$. `;
const OPEN = R`The density of $X$ is $f(x) = c\,x^2(1-x)$ for $0 < x < 1$, zero otherwise. `;
const POWER = R`Let $X$ have density $f(x) = a x^{a-1}$ for $0 < x < 1$, where $a > 0$. `;
const BEHIND = R`Let $f(x) = 2(1 - x)$ for $x \in [0, 1]$, and $0$ otherwise, be the density of $X$. `;
const FLAT = R`The random variable $X$ has pdf $f(x) = \frac14$ for $0 < x < 4$ and $0$ elsewhere. `;

const TABLE: [string, string, string][] = [
  [SQUARE, R`P(X > 1/2) = \frac78`, "holds"],
  [SQUARE, R`P(X > 1/2) = \frac18`, "fails"],
  [SQUARE, R`E[X^2] = \frac35`, "holds"],
  [SQUARE, R`E[X^2] = \frac34`, "fails"],
  [ELSE, R`P(1 < X < 2) = \frac{3}{16}`, "holds"],
  [ELSE, R`P(1 < X < 2) = \frac{5}{16}`, "fails"],
  [ELSE, R`\mathrm{Var}(X) = \frac89`, "holds"],
  [ELSE, R`\mathrm{Var}(X) = \frac98`, "fails"],
  [CASES, R`\mathrm{Var}(T) = \frac14`, "holds"],
  [CASES, R`\mathrm{Var}(T) = \frac12`, "fails"],
  [CASES, R`P(T > 1) = e^{-2}`, "holds"],
  [TENT, R`E[X] = \int_0^1 x^2 \, dx + \int_1^2 x (2-x) \, dx`, "holds"],
  [TENT, R`E[X] = \int_0^1 x^2 \, dx + \int_1^2 x^2 (2-x) \, dx`, "fails"],
  [TENT, R`\mathrm{Var}(X) = \frac16`, "holds"],
  [NAMED, R`E[Y^3] = \frac25`, "holds"],
  [NAMED, R`E[Y^2] = \frac13`, "fails"],
  // the constant is whatever makes it a density
  [OPEN, R`E[X] = \frac35`, "holds"],
  [OPEN, R`E[X] = \frac25`, "fails"],
  [POWER, R`\mathrm{Var}(X) = \frac{a}{(a+1)^2 (a+2)}`, "holds"],
  [POWER, R`\mathrm{Var}(X) = \frac{a}{(a+1) (a+2)}`, "fails"],
  [BEHIND, R`E[X^2] = \frac16`, "holds"],
  [BEHIND, R`E[X^2] = \frac13`, "fails"],
  [FLAT, R`E[\sqrt{X}] = \frac43`, "holds"],
  [FLAT, R`E[\sqrt{X}] = \frac34`, "fails"],
  // another name, and another law of the same
  [SQUARE, R`E[Y^2] = \frac34`, "unchecked"],
  [R`${SQUARE}Now let $X \sim \mathrm{Poisson}(a)$. `, "E[X] = a", "holds"],
];

describe("laws by densities", () => {
  it.each(TABLE)("%s%s", (text, claim, verdict) => expect(verdictsOf(`${text}\n\nThen $${claim}$.`).at(-1)).toBe(verdict));
});

describe("the law that is meant", () => {
  it.each([
    [R`${SQUARE}Then $E[X] = \frac34$.\n\nNow let $X$ be exponential with rate $2$. Then $E[X] = \frac12$.`, "holds"],
    [
      R`(a) Let $X$ have density $f(x) = 2x$ on $[0,1]$. Then $P(X < \frac12) = \frac14$.\n\n(b) Let $X$ have density $f(x) = 3x^2$ on $[0,1]$. Then $P(X < \frac12) = \frac18$.`,
      "holds",
    ],
    [R`Let $P(X = 0) = 0.3$ and $P(X = 1) = 0.7$. Given $Z = 1$ we have $P(X = 1 \mid Z = 1) = 0.9$.`, "unchecked"],
    [R`Let $X \sim \mathrm{Exp}(1)$. In a simulation we found $E[X] \approx 1.02$.`, "unchecked"],
    [R`Let $X \sim \mathrm{Exp}(1)$. So $E[X] \approx 1.02$.`, "fails"],
    [R`The speed is $v(t) = 2t$ during the first part, i.e. for $0 \le t \le 3$, and $v(t) = 6$ afterwards. So $v(5) = 6$.`, "unchecked"],
  ])("%s", (text, verdict) => expect(verdictsOf(text.replaceAll("\\n", "\n")).at(-1)).toBe(verdict));
});

describe("densities that do not integrate to one over their range", () => {
  const code = (text: string) => stepsOf(check(text))[0].code;
  it.each([
    [R`Let $X$ have density $f(x) = 4x^2$ for $0 \le x \le 1$ and $f(x) = 0$ otherwise.`, "density/not-normalised"],
    [R`The random variable $X$ has pdf $f(x) = \frac15$ for $0 < x < 4$ and $0$ elsewhere.`, "density/not-normalised"],
    [R`Let $X$ have density $f(x) = 3x^2$ for $0 \le x \le 1$ and $f(x) = 0$ otherwise.`, "step/defines"],
    [R`Let $X$ have density $f(x) = c x^2$ for $0 \le x \le 1$.`, "step/defines"],
    [R`Let $X$ have the unnormalised density $f(x) = x^2$ for $0 \le x \le 1$.`, "step/defines"],
    [TENT, "step/defines"],
  ])("%s", (text, expected) => expect(code(text)).toBe(expected));

  it("are mended by a number", () => {
    const [step] = stepsOf(check(R`Let $X$ have density $f(x) = 4x^2$ for $0 \le x \le 1$ and $f(x) = 0$ otherwise.`));
    expect(step.fixes?.[0].title).toBe("Change 4 to 3");
  });
});

describe("probabilities and moments of names with laws are claims", () => {
  it.each([
    [R`Let $X$ be uniform on $[0,1]$. Then $E[X] = \frac12$ and $P(X<\frac12) = \frac13$. Also $E[X^2] = \frac13$.`, ["holds", "fails", "holds"]],
    [R`Let $X \sim \mathrm{Exp}(2)$. We have $P(X > 1) = e^{-1}$ and $E[X^2] = \frac12$.`, ["given", "fails", "holds"]],
    [R`Let $X$ be uniform on $[0,1]$. Then $E[X^3] = \frac34$ and $E[\sqrt{X}] = \frac23$.`, ["fails", "holds"]],
    // of what is made of such names
    [R`Let $X$ and $Y$ be independent and uniform on $[0,1]$, and $Z = X + Y$. Hence $P(Z \le \frac12) = \frac19$, $E[Z] = 2$.`, ["defines", "fails", "fails"]],
    [R`Let $X$ be uniform on $[0,1]$ and $Y = X^2$. Then $P(Y \le \frac14) = \frac12$ and $E[Y] = \frac14$.`, ["defines", "holds", "fails"]],
    // solved for a, and for the parameter
    [R`Let $X$ be uniform on $[0,1]$. We need $P(X > a) = \frac14$, so $a = \frac34$.`, ["given", "given"]],
    [R`Let $X \sim \mathrm{Exp}(\lambda)$. We need $P(X > 1) = \frac12$, so $\lambda = \ln 2$.`, ["given", "unchecked", "given"]],
  ])("%s", (text, verdicts) => expect(verdictsOf(text)).toEqual(verdicts));
});

describe("events of what is made of a name", () => {
  const UNIFORM = R`Let $X$ be uniform on $[0,1]$. `;
  const NORMAL = R`Let $X \sim N(0, 1)$. `;
  it.each([
    [UNIFORM, R`P(X^2 \le \frac14) = \frac12`, "holds"],
    [UNIFORM, R`P(X^2 \le \frac14) = \frac14`, "fails"],
    [UNIFORM, R`P(X^2 > \frac19) = \frac23`, "holds"],
    [UNIFORM, R`P(-\ln X > 1) = e^{-1}`, "holds"],
    [UNIFORM, R`P(-\ln X > 1) = 1 - e^{-1}`, "fails"],
    [UNIFORM, R`P(|X - \frac12| < \frac14) = \frac12`, "holds"],
    [UNIFORM, R`P(1 - 2X < \frac13) = \frac23`, "holds"],
    [NORMAL, R`P(|X| \le 1) = 2 \Phi(1) - 1`, "holds"],
    [NORMAL, R`P(|X| > 2) = 2\Phi(2) - 1`, "fails"],
    [NORMAL, R`P(|X| < -1) = 0`, "holds"],
  ])("%s%s", (text, claim, verdict) => expect(verdictsOf(`${text}Then $${claim}$.`).at(-1)).toBe(verdict));
});

describe("order statistics", () => {
  const SAMPLE = R`Let $X_1, \dots, X_n$ be independent uniform on $[0,1]$. `;
  const THREE = R`Let $U_1, U_2, U_3$ be independent uniform on $(0,1)$. `;
  it.each([
    [SAMPLE, R`E[X_{(k)}] = \frac{k}{n+1}`, "holds"],
    [SAMPLE, R`E[X_{(k)}] = \frac{k}{n}`, "fails"],
    [SAMPLE, R`E[X_{(1)}] = \frac{1}{n+1}`, "holds"],
    [THREE, R`\mathrm{Var}(U_{(2)}) = \frac{1}{20}`, "holds"],
    [THREE, R`\mathrm{Var}(U_{(2)}) = \frac{1}{12}`, "fails"],
    [THREE, R`\mathrm{Var}(U_2) = \frac{1}{12}`, "holds"],
  ])("%s%s", (text, claim, verdict) => expect(verdictsOf(`${text}Then $${claim}$.`).at(-1)).toBe(verdict));
});
