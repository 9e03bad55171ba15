/** Laws whose parameters are random, laws said at values, and values that a sentence lists for several names. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};
const THINNED = "Let $N\\sim\\text{Poisson}(\\lambda)$ and, given $N=n$, let $X\\sim\\text{Bin}(n,p)$. Then\n";
const BARRED = "Suppose $X\\mid N=n\\sim\\text{Bin}(n,p)$ with $N\\sim\\text{Poisson}(\\lambda)$. Then\n";
const SAID = "Let $\\Lambda\\sim\\mathrm{Exp}(1)$. Given $\\Lambda=\\lambda$, $Y$ is Poisson with mean $\\lambda$. Then\n";
const MIXED = "Let $\\Lambda\\sim\\mathrm{Gamma}(3,2)$ and $X\\mid\\Lambda\\sim\\mathrm{Exp}(\\Lambda)$. Then\n";
const SCALED = "Let $V\\sim\\mathrm{Exp}(1)$ and $X\\mid V\\sim\\mathcal N(0,V)$. Then\n";
const COIN = "Let $p\\sim U(0,1)$ and $X\\mid p\\sim\\mathrm{Bin}(n,p)$. Then\n";
const RACE = "Suppose $X\\sim\\mathrm{Exp}(\\lambda)$ and $Y\\sim\\mathrm{Exp}(\\mu)$ are independent. Then\n";
const PAIR = "Let $X$ and $Y$ be independent normal variables with means $\\mu$, $\\nu$ and variances $s$ and $t$. Then\n";
const MEASURED =
  "Let $\\mu\\sim\\mathcal N(0,\\tau^2)$. Conditional on $\\mu$, the observation $Y$ is normal with mean $\\mu$ and variance $\\sigma^2$. Then\n";

describe("laws with random parameters", () => {
  it.each([
    [THINNED, "E[X] = \\lambda p"],
    [THINNED, "\\operatorname{Var}(X) = \\lambda p"],
    [THINNED, "E[X\\mid N=n] = np"],
    [THINNED, "\\operatorname{Var}(X\\mid N=n) = np(1-p)"],
    [THINNED, "P(X=k\\mid N=n) = \\binom nk p^k(1-p)^{n-k}"],
    [THINNED, "\\operatorname{Cov}(X,N) = \\lambda p"],
    [BARRED, "\\operatorname{Var}(X) = \\lambda p"],
    [SAID, "\\operatorname{Var}(Y) = 2"],
    [MIXED, "E[X] = 1"],
    [SCALED, "E[X^2] = 1"],
    [SCALED, "E[X^4] = 6"],
    [COIN, "P(X=k) = \\frac{1}{n+1}"],
    [COIN, "E[X^3] = \\frac{n^2(n+1)}{4}"],
    [RACE, "P(X<Y) = \\frac{\\lambda}{\\lambda+\\mu}"],
    [RACE, "P(\\min(X,Y)>2) = e^{-2(\\lambda+\\mu)}"],
    [PAIR, "E[Y] = \\nu"],
    [PAIR, "\\operatorname{Var}(X+Y) = s+t"],
    [MEASURED, "\\operatorname{Var}(Y) = \\tau^2+\\sigma^2"],
  ])("%s%s does not fail and is decided", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toMatch(/^holds/));
  it.each([
    [THINNED, "\\operatorname{Var}(X) = \\lambda p(1-p)"],
    [THINNED, "E[X\\mid N=n] = n(1-p)"],
    [THINNED, "P(X=k\\mid N=n) = \\binom nk p^{n-k}(1-p)^{k}"],
    [BARRED, "E[X] = np"],
    [MIXED, "E[X] = \\frac23"],
    [SCALED, "E[X^4] = 3"],
    [COIN, "P(X=k) = \\frac{1}{n}"],
    [RACE, "P(X<Y) = \\frac{\\mu}{\\lambda+\\mu}"],
    [PAIR, "E[Y] = \\mu"],
    [MEASURED, "\\operatorname{Var}(Y) = \\sigma^2"],
  ])("%s%s does not hold", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toMatch(/^(fails|unchecked)$/));
});

it("means one thing by a family in a part", () => {
  const wait = "Suppose $X\\sim\\mathrm{Exp}(\\beta)$. Then\n";
  expect(stepsOf(check(`${wait}$$ E[X] = \\beta $$\n$$ P(X>3) = e^{-3/\\beta} $$\n`)).map((s) => s.verdict)).toEqual(["given", "holds", "holds"]);
  expect(last(`${wait}$$ P(X>3) = e^{-3\\beta} $$\n$$ E[X] = \\beta $$\n`).verdict).not.toBe("holds");
});

it("says nothing of a name with laws for single cases only", () => {
  const before = "Suppose $X\\mid Z=0\\sim\\mathcal N(0,1)$ and $X\\mid Z=1\\sim\\mathcal N(\\mu,1)$. Then\n";
  expect(last(`${before}$$ E[X] = \\mu $$\n`).verdict).not.toMatch(/fails|holds/);
});

it.each([
  ["Let $X_1, X_2$ be independent Poisson random variables with means $a$ and $b$.", "E[X_2] = b"],
  ["Let $X$ and $Y$ be exponential with rates $a$, $b$ and $c$.", "E[X] = \\frac1c"],
])("does not guess which of several values is whose: %s", (before, step) => expect(last(`${before} Then\n$$ ${step} $$\n`).verdict).not.toBe("fails"));

it.each(["p(1-p) = p-p^2", "P(1-P) = P-P^2"])("a letter in its own parenthesis is a factor beside a density of that letter: %s", (step) =>
  expect(last(`The density $p(x\\mid z)$ and $P(A\\mid B)$ are known.\n\n$$ ${step} $$\n`).verdict).toBe("holds"),
);

it.each([
  ["p-q = 2p-1", "holds"],
  ["p-q = 2p", "given"],
])("a new letter at the end of a chain names what stands there: %s %s", (step, verdict) =>
  expect(verdicts(`We have $P(X=1)=p$ and $P(X=-1)=1-p=q$. Then $$ ${step} $$\n`).pop()).toBe(verdict),
);

const DRAWN = "Let $N$ take the values $2, 4, 6$ with probability $\\frac13$ each, and given $N=n$ let $Y\\sim\\mathrm{Bin}(n,\\frac12)$. Then\n";
const TWO = "A count $M$ is $0$ or $4$ with probability $\\frac12$ each. Then\n";

describe("laws by values that words list", () => {
  it.each([
    [DRAWN, "E[N] = 4", "holds"],
    [DRAWN, "\\operatorname{Var}(N) = \\frac83", "holds"],
    [DRAWN, "E[Y] = 2", "holds"],
    [DRAWN, "\\operatorname{Var}(Y) = 1 + \\frac23", "holds"],
    [DRAWN, "\\operatorname{Var}(Y) = 1 + \\frac13", "fails"],
    [TWO, "\\operatorname{Var}(M) = 4", "holds"],
    [TWO, "\\operatorname{Var}(M) = 2", "fails"],
  ])("%s%s %s", (before, step, verdict) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe(verdict));

  it.each([
    ["Let $X \\sim \\mathrm{Exp}(\\lambda)$ with $\\lambda = 0.25$. Then\n", "E[X] = 4", "holds"],
    ["Let $X \\sim \\mathrm{Exp}(\\lambda)$ with $\\lambda = 0.25$. Then\n", "E[X] = 5", "fails"],
    ["A waiting time $W$ is exponential with rate $\\lambda = 0.5$ per hour. Then\n", "P(W > 4) = e^{-2}", "holds"],
    ["A waiting time $W$ is exponential with rate $\\lambda = 0.5$ per hour. Then\n", "P(W > 4) = e^{-8}", "fails"],
  ])("%s%s by a value of its parameter", (before, step, verdict) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe(verdict));

  it("a number for a moment with an open parameter is not refuted", () =>
    expect(last("A bag has $n$ balls. Let $R\\sim\\mathrm{Bin}(n,\\frac14)$. Hence $$E[R] = 3.$$\n").verdict).toBe("unchecked"));
});
