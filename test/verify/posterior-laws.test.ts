/** Posteriors that are stated as laws, laws given other names, samples as observed, values with probabilities. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};
const COUNTS = "Prior $\\lambda\\sim\\mathrm{Gamma}(\\alpha,\\beta)$, data $x_1,\\dots,x_n\\mid\\lambda\\sim\\mathrm{Poisson}(\\lambda)$ i.i.d. Then ";
const TRIALS = "Let $\\theta\\sim\\mathrm{Beta}(a,b)$ and $k\\mid\\theta\\sim\\mathrm{Bin}(n,\\theta)$. Then ";
const SIGNAL = "Let $\\theta\\sim\\mathcal N(0,1)$ and $y\\mid\\theta\\sim\\mathcal N(\\theta,1)$. Then ";
const MEANS =
  "Let $\\mu\\sim\\mathcal N(m,\\tau^2)$ and $x_i\\mid\\mu\\sim\\mathcal N(\\mu,\\sigma^2)$ for $i=1,\\dots,n$. With $\\bar x=\\frac1n\\sum_{i=1}^nx_i$ we get ";
const GIBBS = "Let $\\mu\\sim\\mathcal N(0,1)$, $\\tau\\sim\\mathrm{Gamma}(a,b)$ and $y_1,\\dots,y_n\\mid\\mu,\\tau\\sim\\mathcal N(\\mu,1/\\tau)$. Then ";
const posterior = (weight: string) =>
  `\\mu\\mid x_1,\\dots,x_n\\sim\\mathcal N\\left(\\frac{\\frac{m}{\\tau^2}+\\frac{${weight}}{\\sigma^2}}{\\frac1{\\tau^2}+\\frac n{\\sigma^2}},\\frac{1}{\\frac1{\\tau^2}+\\frac n{\\sigma^2}}\\right)`;

describe("a posterior that is stated as a law", () => {
  it.each([
    [COUNTS, "\\lambda\\mid x\\sim\\mathrm{Gamma}(\\alpha+\\sum_ix_i,\\beta+n)"],
    [TRIALS, "\\theta\\mid k\\sim\\mathrm{Beta}(a+k,b+n-k)"],
    [SIGNAL, "\\theta\\mid y\\sim\\mathcal N(y/2,1/2)"],
    [
      `${SIGNAL}$\\theta\\mid y\\sim\\mathcal N(y/2,1/2)$. Now take the prior $\\theta\\sim\\mathcal N(0,2)$. Then `,
      "\\theta\\mid y\\sim\\mathcal N(2y/3,2/3)",
    ],
    [MEANS, posterior("n\\bar x")],
    [GIBBS, "\\tau\\mid\\mu,y\\sim\\mathrm{Gamma}\\left(a+\\frac n2,b+\\frac12\\sum_{i=1}^n(y_i-\\mu)^2\\right)"],
    [
      "Let $\\lambda\\sim\\mathrm{Gamma}(\\alpha,\\theta)$ and $x\\mid\\lambda\\sim\\mathrm{Poisson}(\\lambda)$. Then ",
      "\\lambda\\mid x\\sim\\mathrm{Gamma}(\\alpha+x,\\frac{\\theta}{1+\\theta})",
    ],
    ["Let $p\\sim\\mathrm{Beta}(a,b)$ and $x\\mid p\\sim\\mathrm{Geom}(p)$. Then ", "p\\mid x\\sim\\mathrm{Beta}(a+1,b+x)"],
  ])("%s%s holds", (before, step) => expect(last(`${before}$${step}$.\n`).verdict).toBe("holds"));
  it.each([
    [COUNTS, "\\lambda\\mid x\\sim\\mathrm{Gamma}(\\alpha+n,\\beta+\\sum_{i=1}^n x_i)"],
    [TRIALS, "\\theta\\mid k\\sim\\mathrm{Beta}(a+k,b+n)"],
    [SIGNAL, "\\theta\\mid y\\sim\\mathcal N(y/2,2)"],
    [MEANS, posterior("\\bar x")],
  ])("%s%s fails", (before, step) => expect(last(`${before}$${step}$.\n`)).toMatchObject({ verdict: "fails", relation: "∼" }));
  it.each([
    ["\\theta\\mid k\\sim\\mathrm{Beta}(a+k,b+n-k)", "holds"],
    ["\\theta\\mid k\\sim\\mathrm{Beta}(a+k,b+n)", "fails"],
    ["\\theta\\mid k\\sim\\mathrm{Beta}(b+n-k,a+k)", "fails"],
    ["\\theta\\mid m\\sim\\mathrm{Beta}(a,b)", "given"],
  ])("behind its formula up to a factor %s %s", (step, verdict) => {
    const before = "$$p(\\theta\\mid k)\\propto p(k\\mid\\theta)p(\\theta)\\propto\\theta^{a+k-1}(1-\\theta)^{b+n-k-1}$$\n";
    expect(last(`${before}So $${step}$.\n`).verdict).toBe(verdict);
    expect(last(`${before}For the prior of part two $${step}$.\n`).verdict).toBe("given");
  });
  it.each([
    ["(a) $$p(\\lambda\\mid y)\\propto\\lambda^{2}e^{-(3+s)\\lambda}$$\n(b) So $\\lambda\\mid y\\sim\\mathrm{Gamma}(3,\\frac{1}{3+s})$.\n", "holds"],
    ["(a) $$p(\\lambda\\mid y)\\propto\\lambda^{2}e^{-(3+s)\\lambda}$$\nSo $\\lambda\\mid y\\sim\\mathrm{Gamma}(2,\\frac{1}{3+s})$.\n", "fails"],
  ])("in either meaning of its family %s", (text, verdict) => expect(last(text).verdict).toBe(verdict));
  it.each([
    [`${SIGNAL}we look on. If instead the prior is flat, `, "\\theta\\mid y\\sim\\mathcal N(y,1)"],
    [`${SIGNAL}we look on. If the prior is instead $\\theta\\sim\\mathcal N(0,2)$, then `, "\\theta\\mid y\\sim\\mathcal N(2y/3,2/3)"],
    [SIGNAL, "\\theta\\mid y\\sim\\mathcal N(\\hat m,\\hat v)"],
    [GIBBS, "y\\mid\\mu\\sim\\mathcal N(\\mu,1)"],
  ])("%s%s is no claim", (before, step) => expect(last(`${before}$${step}$.\n`).verdict).toBe("given"));
  it("offers the change after which it is the law", () => expect(last(`${SIGNAL}$\\theta\\mid y\\sim\\mathcal N(y/2,2)$.\n`).fixes?.length).toBeGreaterThan(0));
});

describe("a posterior up to a factor", () => {
  const waits = "Let $t_1,\\dots,t_n\\sim\\mathrm{Exp}(r)$ with the prior $p(r)=\\frac{c^2}{\\Gamma(2)}re^{-cr}$. Then ";
  const trials = "Let $\\theta\\sim\\mathrm{Beta}(a,b)$ and $p(k\\mid\\theta)=\\binom{n}{k}\\theta^k(1-\\theta)^{n-k}$. Then ";
  const scale = "Let $x_1,\\dots,x_n\\sim\\mathrm{Poisson}(r)$ and $r\\sim\\mathrm{Gamma}(a,b)$. Then ";
  it.each([
    [waits, "p(r\\mid t_1,\\dots,t_n)\\propto r^{n+1}e^{-r(c+\\sum_{i=1}^nt_i)}", "holds"],
    [waits, "p(r\\mid t_1,\\dots,t_n)\\propto r^{n}e^{-r(c+\\sum_{i=1}^nt_i)}", "fails"],
    [trials, "p(\\theta\\mid k)\\propto\\theta^{a+k-1}(1-\\theta)^{b+n-k-1}", "holds"],
    [trials, "p(\\theta\\mid k)\\propto\\theta^{a+k-1}(1-\\theta)^{b+n-1}", "fails"],
    [scale, "p(r\\mid x_1,\\dots,x_n)\\propto r^{a+\\sum_{i=1}^nx_i-1}e^{-r(n+b)}", "holds"],
    [scale, "p(r\\mid x_1,\\dots,x_n)\\propto r^{a+\\sum_{i=1}^nx_i-1}e^{-r(n+1/b)}", "holds"],
    [scale, "r\\mid x_1,\\dots,x_n\\sim\\mathrm{Gamma}(a+\\sum_{i=1}^nx_i,b+n)", "holds"],
    [scale, "r\\mid x_1,\\dots,x_n\\sim\\mathrm{Gamma}(a+n,b+\\sum_{i=1}^nx_i)", "fails"],
  ])("%s%s: %s", (before, step, verdict) => expect(last(`${before}$${step}$.\n`).verdict).toBe(verdict));
});

describe("given what was observed", () => {
  const said = `${SIGNAL}$\\theta\\mid y\\sim\\mathcal N(y/2,1/2)$, so\n`;
  it.each([
    [said, "E[\\theta\\mid y] = \\frac y2", "holds"],
    [said, "\\operatorname{Var}(\\theta\\mid y) = \\frac12", "holds"],
    [said, "E[\\theta] = 0", "holds"],
    [said, "\\operatorname{Var}(\\theta\\mid y) = 1", "fails"],
    [
      "Let $X_1,\\dots,X_n$ be i.i.d. $\\mathrm{Bernoulli}(p)$ and $\\hat p=\\frac1n\\sum_{i=1}^nx_i$. Then\n",
      "\\operatorname{Var}(\\hat p) = \\frac{p(1-p)}n",
      "holds",
    ],
    ["We have $P(X_i=1)=p$ and $P(X_i=-1)=1-p$. Then\n", "E[X_i] = 2p-1", "holds"],
    ["Let $X$ be $1$ with probability $p$ and $-1$ with probability $1-p$. Then\n", "\\operatorname{Var}(X) = 4p(1-p)", "holds"],
    ["Let $X$ be $1$ with probability $p$ and $-1$ with probability $1-p$. Then\n", "\\operatorname{Var}(X) = p(1-p)", "fails"],
  ])("%s%s: %s", (before, step, verdict) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe(verdict));
});

it.each([
  ["\\frac{\\sum x_i}{p}-\\frac{n-\\sum x_i}{1-p}", "holds"],
  ["\\frac{\\sum x_i}{p}+\\frac{n-\\sum x_i}{1-p}", "fails"],
])("a sum without an index runs over the one that stands in it: %s %s", (right, verdict) =>
  expect(last(`Let $$\\ell(p)=\\sum_{i=1}^nx_i\\log p+\\Big(n-\\sum_{i=1}^nx_i\\Big)\\log(1-p).$$ Then $$ \\ell'(p)=${right} $$\n`).verdict).toBe(verdict),
);
