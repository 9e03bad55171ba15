/** Formulas that earlier formulas determine: names solved for, said again, roots in words, multipliers, estimates behind arrows. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const steps = (text: string) => stepsOf(check(text));
const last = (text: string) => steps(text)[steps(text).length - 1];

const NOISED = "With $x_t = \\sqrt{b}\\,x_0 + \\sqrt{1-b}\\,\\epsilon$ we solve\n\n";
const LAYER = "Let $y_1 = x_1$ and $y_2 = x_2 e^{s} + t$. The inverse is\n\n";
const MEAN = "We have $\\mu = \\frac{\\theta}{1-\\theta}$ and, solved for the parameter,\n\n";
const POSTERIOR =
  "The posterior is normal with\n\n$$\\frac{1}{\\tau_n^2} = \\frac{1}{\\tau_0^2}+\\frac{n}{\\sigma^2}, \\qquad m_n = \\tau_n^2\\left(\\frac{m_0}{\\tau_0^2}+\\frac{n\\bar x}{\\sigma^2}\\right).$$\n\nHence\n\n";
const VARIANCE = "We have $\\tau^2 = \\frac{4}{16} = \\frac{1}{4}$ and the standard deviation is ";
const DENSITY = "The density is\n\n$$p(x) = \\frac{1}{ax} e^{-(\\log x - b)^2/2}, \\qquad x > 0,$$\n\nand its logarithm\n\n";
const LIKELIHOOD = "The function $\\ell(p) = k\\log p + (n-k)\\log(1-p)$ has $\\ell'(p) = \\frac kp - \\frac{n-k}{1-p} = 0$ and so\n\n";
const SET = "Setting the derivative of the log-likelihood to zero,\n\n$$\\frac{k}{p} - \\frac{n-k}{1-p} = 0 \\quad\\Longrightarrow\\quad ";
const WEIGHTS =
  "We maximise $\\sum_{k=1}^K n_k\\log w_k$ subject to $\\sum_{k=1}^K w_k = 1$, where $\\sum_{k=1}^K n_k = n$. The Lagrangian is\n\n$$L = \\sum_{k=1}^K n_k\\log w_k + \\lambda\\Big(1-\\sum_{k=1}^K w_k\\Big)$$\n\n$$\\frac{\\partial L}{\\partial w_k} = \\frac{n_k}{w_k} - \\lambda = 0, \\qquad w_k = \\frac{n_k}{\\lambda}.$$\n\nSumming over $k$ gives ";

describe("what an equation before it determines", () => {
  it.each([
    [`${NOISED}$$x_0 = \\frac{1}{\\sqrt b}\\left(x_t - \\sqrt{1-b}\\,\\epsilon\\right)$$\n`],
    [`${LAYER}$$x_1 = y_1, \\qquad x_2 = (y_2 - t)e^{-s}$$\n`],
    [`${MEAN}$$\\theta = \\frac{\\mu}{1+\\mu}$$\n`],
    [`${POSTERIOR}$$m_n = \\frac{\\sigma^2 m_0 + n\\tau_0^2\\bar x}{\\sigma^2+n\\tau_0^2}$$\n`],
    [`${DENSITY}$$\\log p(x) = -\\frac{(\\log x - b)^2}{2} - \\log a - \\log x$$\n`],
    [`${LIKELIHOOD}$$\\hat p = \\frac kn$$\n`],
    [`${SET}\\hat p = \\frac{k}{n}$$\n`],
    ["We have $\\frac{d}{dk}\\left(\\frac{k^2 s}{2} - k\\right) = ks - 1$, which vanishes for $k = \\frac{1}{s}$.\n"],
    [`${WEIGHTS}$\\lambda = n$.\n`],
  ])("%s holds", (text) => expect(last(text).verdict).toBe("holds"));

  it.each([
    [`${NOISED}$$x_0 = \\frac{1}{\\sqrt b}\\left(x_t + \\sqrt{1-b}\\,\\epsilon\\right)$$\n`],
    [`${LAYER}$$x_1 = y_1, \\qquad x_2 = y_2 e^{-s} - t$$\n`],
    [`${MEAN}$$\\theta = \\frac{\\mu}{1-\\mu}$$\n`],
    [`${POSTERIOR}$$m_n = \\frac{\\sigma^2\\bar x + n\\tau_0^2 m_0}{\\sigma^2+n\\tau_0^2}$$\n`],
    [`${VARIANCE}$\\tau = \\frac14$.\n`],
    [`${DENSITY}$$\\log p(x) = -\\frac{(\\log x - b)^2}{2} - \\log a + \\log x$$\n`],
    [`${LIKELIHOOD}$$\\hat p = \\frac{k}{n-k}$$\n`],
    ["We have $\\frac{d}{dk}\\left(\\frac{k^2 s}{2} - k\\right) = ks - 1$, which vanishes for $k = s$.\n"],
    [`${WEIGHTS}$\\lambda = 2n$.\n`],
  ])("%s fails", (text) => expect(last(text).verdict).toBe("fails"));

  it("an arrow to an estimate is judged as one to what is estimated", () =>
    expect(steps(`${SET}\\hat p = \\frac{k}{n-k}$$\n`).find((s) => s.relation === "⇒")?.verdict).toBe("fails"));

  it.each([
    ["The rate is $r = \\frac{a+b}{2}$ in the first case. In the other case, so to speak, $r = \\frac{a-b}{2}$.\n"],
    ["We have $x^2 = 9$, so $x = 3$ or $x = -3$.\n"],
    ["Let $r = a + b$. Now take another start, so that $r = a - b$.\n"],
  ])("%s accuses nobody", (text) => expect(steps(text).map((s) => s.verdict)).not.toContain("fails"));
});

describe("what is as free as a plain name", () => {
  it.each([
    [
      "With $S = \\sum_{i=1}^n x_i$, $A = a+S$ and $B = b+n$,\n\n$$\\int_0^\\infty \\lambda^{A+k-1}e^{-(B+1)\\lambda}\\,d\\lambda = \\frac{\\Gamma(A+k)}{B^{A+k}}$$\n",
      "fails",
    ],
    ["Let $0 < \\beta_t < 1$ and $\\alpha_t = 1-\\beta_t$.\n\n$$\\alpha_2(1-\\alpha_1) + (1-\\alpha_2) = 1 - \\alpha_1 - \\alpha_2$$\n", "fails"],
    ["Let $0 < \\beta_t < 1$ and $\\alpha_t = 1-\\beta_t$.\n\n$$\\alpha_2(1-\\alpha_1) + (1-\\alpha_2) = 1 - \\alpha_1\\alpha_2$$\n", "holds"],
    ["For every probability vector $r$\n\n$$-\\sum_{j=1}^m r_j\\log r_j \\le \\log m$$\n", "holds"],
  ])("%s", (text, verdict) => expect(last(text).verdict).toBe(verdict));
});

const RIDGE =
  "With $y\\mid w\\sim\\mathcal N(Xw,\\sigma^2I)$ and $w\\sim\\mathcal N(0,\\tau^2I)$ let $$J(w) = \\frac1{2\\sigma^2}\\|y-Xw\\|^2+\\frac1{2\\tau^2}\\|w\\|^2, \\qquad \\nabla J(w) = -\\frac1{\\sigma^2}X^\\top(y-Xw)+\\frac1{\\tau^2}w,$$\n\nso that $\\nabla J(w) = 0$ gives\n\n";
const BINOMIAL = "We maximise over $\\theta$, so that\n\n$$\\frac{z+a}{\\theta} - \\frac{b}{1-\\theta} = 0, \\qquad \\hat\\theta = ";
const EM =
  "With $$Q(\\lambda\\mid\\lambda_0) = n\\log\\lambda - \\lambda(S + \\tfrac{m}{\\lambda_0})$$\n\nwe have $\\frac{\\partial Q}{\\partial\\lambda} = \\frac n\\lambda - S - \\frac{m}{\\lambda_0}$.\n\n";

describe("estimates that solve the equation before them", () => {
  it.each([
    [`${BINOMIAL}\\frac{z+a}{z+a+b}$$\n`, "holds"],
    [`${BINOMIAL}\\frac{z+a}{b}$$\n`, "fails"],
    [`${RIDGE}$$\\hat w = \\left(X^\\top X+\\frac{\\sigma^2}{\\tau^2}I\\right)^{-1}X^\\top y$$\n`, "holds"],
  ])("%s", (text, verdict) => expect(last(text).verdict).toBe(verdict));
  it("a wrong matrix does not hold", () =>
    expect(last(`${RIDGE}$$\\hat w = \\left(X^\\top X+\\frac{\\tau^2}{\\sigma^2}I\\right)^{-1}X^\\top y$$\n`).verdict).not.toBe("holds"));
  it("the objective of an EM step is no conditional density", () =>
    expect(last(`${EM}## Coins\n\n$$Q(a,b) = n\\log a + m\\log b$$\n\n$$\\frac{\\partial Q}{\\partial a} = \\frac na$$\n`).verdict).toBe("holds"));
});

it.each([
  [
    "$$\\int p(x\\mid\\theta)\\frac{\\partial}{\\partial\\theta}\\log p(x\\mid\\theta)\\,dx = \\int\\frac{\\partial}{\\partial\\theta}p(x\\mid\\theta)\\,dx$$\n",
  ],
  ["$$\\ln q(\\mu) = -\\frac a2\\left[c(\\mu-\\mu_0)^2+N\\mu^2\\right]+\\text{const} = -\\frac a2\\left[(c+N)\\mu^2 - 2c\\mu\\mu_0\\right]+\\text{const}.$$\n"],
  [
    "## 1\n\nLet $z = ab$.\n\n## 2\n\nLet $z\\sim\\mathcal N(0,1)$ and $x = wz+\\varepsilon$ with $\\varepsilon\\sim\\mathcal N(0,\\psi)$ independent of $z$.\n\n$$\\mathrm E[z\\mid x] = \\frac{wx}{w^2+\\psi}$$\n",
  ],
])("%s holds", (text) => expect(last(text).verdict).toBe("holds"));

const SAMPLE = "The log-likelihood is\n\n$$\\ln p(x\\mid\\mu,\\tau) = \\frac N2\\ln\\frac{\\tau}{2\\pi} - \\frac\\tau2\\sum_{n=1}^N(x_n-\\mu)^2$$\n\n";
const ODDS = "With $\\eta = \\log\\frac{\\pi}{1-\\pi}$ we have\n\n";
it.each([
  ["The log-likelihood is\n\n$$\\ln p(x\\mid\\mu) = \\frac N2\\ln\\frac{1}{2\\pi} - \\frac12\\sum_{n=1}^N(x_n-\\mu)^2$$\n", "defines"],
  [`${SAMPLE}$$\\frac{\\partial}{\\partial\\mu}\\ln p(x\\mid\\mu,\\tau) = \\tau\\sum_{n=1}^N(x_n-\\mu)$$\n`, "holds"],
  [`${SAMPLE}$$\\frac{\\partial}{\\partial\\mu}\\ln p(x\\mid\\mu,\\tau) = -\\tau\\sum_{n=1}^N(x_n-\\mu)$$\n`, "fails"],
  ["The function is $\\ell(\\theta) = x\\theta$. Since $\\mathbb E[x]=\\theta$\n", "given"],
  [`${ODDS}$$\\frac{e^\\eta}{(1+e^\\eta)^2} = \\pi(1-\\pi)$$\n`, "holds"],
])("%s: %s", (text, verdict) => expect(last(text).verdict).toBe(verdict));

it("a letter that was the objective of an EM step is a function elsewhere", () =>
  expect(
    steps("## 1\n\nWe have $Q(\\lambda\\mid\\lambda_0) = n\\log\\lambda - \\lambda S$.\n\n## 2\n\nWith $Q(u) = c u^2$ we get $Q'(u) = 2cu$.\n").map(
      (s) => s.verdict,
    ),
  ).toEqual(["defines", "defines", "holds"]));

describe("a general solution with the values of its constants", () => {
  const GENERAL = "The general solution is $$ y = a e^{3t} + b e^{-2t}. $$ The initial conditions give $a = 2$ and $b = 5$, therefore ";
  it.each([
    ["put in", `${GENERAL}$$ y = 2 e^{3t} + 5 e^{-2t}. $$`, "holds"],
    ["a sign lost", `${GENERAL}$$ y = 2 e^{3t} + 5 e^{2t}. $$`, "fails"],
    ["an exponent of x", "We have $u = x^2 + \\frac{C}{x^3}$. From $u(1) = 3$ we get $C = 2$ and $$ u = x^2 + \\frac{2}{x}. $$", "fails"],
    ["another solution", `${GENERAL.replace("The initial conditions give", "For another solution take")}$$ y = 2 e^{3t} + 5 e^{2t}. $$`, "given"],
  ])("%s", (_, text, verdict) => expect(last(text).verdict).toBe(verdict));
});

const SLOPE =
  "We have $\\mathrm{Var}(u) = c^2 + s^2$ and $\\mathrm{Cov}(u, z) = c$. The objective is $Q(c) = -\\frac{1}{2s^2}\\sum_{i=1}^n\\left(y_i^2-2cy_im_i+c^2v_i\\right)$. The derivative is\n\n$$Q'(c) = \\frac{1}{s^2}\\sum_{i=1}^n\\left(y_im_i-cv_i\\right),$$\n\nwhich vanishes for ";

it("a solved form with another name of its equation is mended by the right one", () => {
  const step = last(`${SLOPE}$c = \\frac{\\sum_{i=1}^n y_im_i}{\\sum_{i=1}^n m_i}$.`);
  expect([step.verdict, step.fixes?.[0].title]).toEqual(["fails", "Replace $m_i$ by $v_i$"]);
  expect(last(`${SLOPE}$c = \\frac{\\sum_{i=1}^n y_im_i}{\\sum_{i=1}^n v_i}$.`).verdict).toBe("holds");
});
