/** Conditions of stationarity: solved forms right and wrong, final forms under a constraint, variables that are names for something, π as a name. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};

const LIKELIHOOD =
  "The log-likelihood is $$\\ell(\\lambda) = n \\log \\lambda - \\lambda \\sum_{i=1}^n x_i .$$ Taking the derivative, $$\\frac{d\\ell}{d\\lambda} = \\frac{n}{\\lambda} - \\sum_{i=1}^n x_i$$ and setting it equal to zero we find ";
const LAGRANGE =
  "Maximise $\\sum_k c_k \\log w_k$ subject to $\\sum_k w_k = 1$. Let $$J(w, \\mu) = \\sum_{k=1}^K c_k \\log w_k + \\mu \\left( \\sum_{k=1}^K w_k - 1 \\right).$$ Setting the derivative to zero we get $$\\frac{\\partial J}{\\partial w_k} = \\frac{c_k}{w_k} + \\mu = 0,$$ so ";
const ROWS =
  "The Lagrangian is $$L = \\sum_{s=1}^m \\sum_{t=1}^m c_{st} \\log P_{st} + \\sum_{s=1}^m \\lambda_s \\left(1 - \\sum_{t=1}^m P_{st}\\right)$$ and $\\frac{\\partial L}{\\partial P_{st}} = \\frac{c_{st}}{P_{st}} - \\lambda_s = 0$ gives ";
const ENTROPY =
  "Maximise the entropy s.t. $\\sum_i p_i = 1$. With $$L(p,\\lambda,\\nu) = -\\sum_{i=1}^n p_i \\log p_i + \\lambda(\\sum_{i=1}^n p_i - 1) + \\nu(\\sum_{i=1}^n p_i x_i - m)$$ the derivative is $$\\frac{\\partial L}{\\partial p_i} = -\\log p_i - 1 + \\lambda + \\nu x_i = 0$$ and hence ";
const ENTROPY_OF_TWO =
  "The Lagrangian is $$L(q, \\alpha, \\beta) = -\\sum_{k=1}^n q_k \\log q_k + \\alpha\\left(\\sum_{k=1}^n q_k - 1\\right) + \\beta\\left(\\sum_{k=1}^n q_k c_k - m\\right)$$ and $$\\frac{\\partial L}{\\partial q_k} = -\\log q_k + 1 + \\alpha + \\beta c_k = 0.$$ ";
const VARIANCE =
  "Let $$\\ell(\\mu, \\sigma^2) = -\\frac{n}{2} \\log(2\\pi\\sigma^2) - \\frac{1}{2\\sigma^2}\\sum_{i=1}^n (x_i-\\mu)^2 .$$ Then $$\\frac{\\partial \\ell}{\\partial \\sigma^2} = -\\frac{n}{2\\sigma^2} + \\frac{1}{2\\sigma^4}\\sum_{i=1}^n (x_i-\\mu)^2 = 0 ,$$ so ";

describe("solved forms", () => {
  it.each([
    [`${LIKELIHOOD}$$\\hat\\lambda = \\frac{n}{\\sum_{i=1}^n x_i} .$$`, "holds"],
    [`${LIKELIHOOD}$$\\hat\\lambda = \\frac{\\sum_{i=1}^n x_i}{n} .$$`, "fails"],
    [`${LAGRANGE}$$w_k = -\\frac{c_k}{\\mu} .$$`, "holds"],
    [`${LAGRANGE}$$w_k = \\frac{c_k}{\\mu} .$$`, "fails"],
    [`${ENTROPY}$$p_i = \\frac{e^{\\nu x_i}}{\\sum_{j=1}^n e^{\\nu x_j}} .$$`, "holds"],
    [`${ENTROPY}$$p_i = \\frac{e^{\\nu x_i}}{\\sum_{j=1}^n e^{-\\nu x_j}} .$$`, "fails"],
    [`${VARIANCE}$$\\sigma^2 = \\frac{1}{n} \\sum_{i=1}^n (x_i - \\mu)^2 .$$`, "holds"],
    ["Let $f(x) = x \\log x$. Then $f'(x) = \\log x + 1 = 0 \\Rightarrow x = e$.", "fails"],
    [`${ROWS}$$P_{st} = \\frac{c_{st}}{\\sum_{t=1}^m c_{st}} .$$`, "holds"],
    [`${ROWS}$$P_{st} = \\frac{c_{st}}{\\sum_{u=1}^m c_{su}} .$$`, "holds"],
    [`${ROWS}$$P_{st} = \\frac{c_{st}}{\\sum_{s=1}^m c_{st}} .$$`, "given"],
    ["The mode, from $\\frac{d}{dv}(-(a+1)\\log v - \\frac bv) = -\\frac{a+1}{v} + \\frac{b}{v^2} = 0$, is $v = \\frac{b}{a-1}$.", "fails"],
    ["The mode, from $\\frac{d}{dv}(-(a+1)\\log v - \\frac bv) = -\\frac{a+1}{v} + \\frac{b}{v^2} = 0$, is $v = \\frac{b}{a+1}$.", "holds"],
    ["$$\\frac{\\partial Q}{\\partial p} = \\frac{k}{p} - \\frac{n-k}{1-p}$$ The MLE is $p = \\frac{k}{n-k}$.", "fails"],
    ["$$\\frac{\\partial Q}{\\partial p} = \\frac{k}{p} - \\frac{n-k}{1-p}$$ The MLE is $p = \\frac{k}{n}$.", "holds"],
    ["$$\\frac{\\partial Q}{\\partial p} = \\frac{k}{p} - \\frac{n-k}{1-p}$$ The start of our search is $p = \\frac{k}{n-k}$.", "given"],
    ["Let $f(x) = x^3 - 3x$. We have $f'(x) = 3x^2 - 3 = 0$, so $x = 1$ or $x = -1$.", "holds"],
    ["Let $f(x) = x^3 - 3x$. We have $f'(x) = 3x^2 - 3 = 0$, so $x = 1$. At the endpoint $x = 2$", "given"],
  ])("%s", (text, verdict) => {
    expect(last(text)?.verdict).toBe(verdict);
  });

  it("a derivative that is worked out wrongly is accused, not the right answer behind it", () => {
    const text = "$$\\frac{d}{dw}\\left[(y - w x)^2 + a w^2\\right] = -2(y - w x) + 2 a w = 0 \\Rightarrow w = \\frac{x y}{a + x^2}$$";
    expect(verdicts(text)).toEqual(["fails", "given", "unchecked", "given"]);
  });

  it("tells what kind of point it is", () => {
    expect(last(`${LIKELIHOOD}$$\\hat\\lambda = \\frac{n}{\\sum_{i=1}^n x_i} .$$`)?.notes?.map((n) => n.code)).toContain("stationary/maximum");
  });
});

describe("derivatives", () => {
  it.each([
    ["For $w_1, w_2 > 0$ $$\\frac{\\partial}{\\partial w_k} \\log\\left( \\sum_{j=1}^K w_j\\right) = \\frac{1}{\\sum_{j=1}^K w_j}$$", "holds"],
    ["Let $\\eta = \\log\\frac{\\mu}{1-\\mu}$. Then $$\\frac{d\\mu}{d\\eta} = \\mu(1-\\mu)$$", "holds"],
    ["Let $f(x) = (x-x_0)^2$. Then $f'(x) = 2(x-x_0)$.", "holds"],
    ["Let $s_k = \\frac{e^{a_k}}{\\sum_{j=1}^K e^{a_j}}$. Then $$\\frac{\\partial s_k}{\\partial a_k} = s_k(1+s_k)$$", "fails"],
  ])("%s", (text, verdict) => {
    expect(last(text)?.verdict).toBe(verdict);
  });
});

describe("π as a name", () => {
  it.each([
    ["We choose the first coin with probability $\\pi$. With $\\pi = 0.5$", /defines|given/],
    [
      "We choose the first coin with probability $\\pi$. Let $F(\\pi, a) = a \\log \\pi$. Then $$\\frac{\\partial F}{\\partial \\pi} = \\frac{a}{\\pi}$$",
      /holds/,
    ],
    ["$$\\int_{-1}^{1} \\frac{1}{1 + x^2} \\, dx = \\frac{\\pi}{2}$$", /holds/],
    ["$$\\pi = 0.5$$ where $x$ is free", /defines|given/],
    ["$$\\sin \\pi = 0.5$$", /fails/],
  ])("%s", (text, verdict) => {
    expect(last(text)?.verdict).toMatch(verdict);
  });
});

describe("expectations under tables", () => {
  it.each([
    ["$$\\mathbb{E}_{q(z|x)}\\left[\\log \\frac{p(z)}{q(z|x)}\\right] = - D_{\\mathrm{KL}}\\left(q(z|x)\\,\\|\\,p(z)\\right)$$", "holds"],
    ["Then $$\\boxed{(x+1)^2 = x^2 + 2x + 2}$$", "fails"],
    ["Then $$(x+1)^2 \\begin{prompt} = \\answer[given]{x^2 + 2x + 2}\\end{prompt}$$", "fails"],
    ["Then $$(x+1)^2 = \\begin{prompt}\\answer{x^2 + 2x + 1}\\end{prompt}$$", "holds"],
  ])("%s", (text, verdict) => {
    expect(last(text)?.verdict).toBe(verdict);
  });
});

it("another objective has roots of its own", () => {
  const first = String.raw`The likelihood is $L(p) = p^3(1-p)^2$, so $\ell(p) = 3\ln p + 2\ln(1-p)$, $\ell'(p) = \frac3p - \frac{2}{1-p} = 0$, so $\hat p = \frac35$.`;
  const other = (value: string) => `${first}\n\nFor another sample the likelihood is $L(p) = p^4(1-p)$, so $\\hat p = ${value}$.`;
  expect(verdicts(other(String.raw`\frac45`))).not.toContain("fails");
  expect(verdicts(first.replace(String.raw`\frac35`, String.raw`\frac25`))).toContain("fails");
});

const TERMS = "maximise $\\sum_{k=1}^K (c_k + 1)\\log w_k$ subject to $\\sum_{k=1}^K w_k = 1$, which yields";

describe("objectives in words", () => {
  it.each([
    ["a number", "We maximise $s\\log u - m u$, which gives $u = \\frac{s}{m}$.", "holds"],
    ["its reciprocal", "We maximise $s\\log u - m u$, which gives $u = \\frac{m}{s}$.", "fails"],
    [
      "a term beside a function that was defined",
      "Let $Q(u, v) = s\\log u - m u + a\\log v - b v$.\n\nMaximising $Q(u, v) - d v$ we get $v = \\frac{a}{b + d}$.",
      "holds",
    ],
    ["the same with a sign", "Let $Q(u, v) = s\\log u - m u + a\\log v - b v$.\n\nMaximising $Q(u, v) - d v$ we get $v = \\frac{a}{b - d}$.", "fails"],
    [
      "a vector",
      "Let $X$ be an $n\\times d$ matrix and $c > 0$. Minimising $\\|Xw - y\\|^2 + c\\|w\\|^2$ gives $$w = (X^\\top X + c I)^{-1}X^\\top y$$",
      "holds",
    ],
    [
      "a vector with a factor",
      "Let $X$ be an $n\\times d$ matrix and $c > 0$. Minimising $\\|Xw - y\\|^2 + c\\|w\\|^2$ gives $$w = (X^\\top X + 2c I)^{-1}X^\\top y$$",
      "fails",
    ],
    ["terms", `Let $C = \\sum_{k=1}^K c_k$. We ${TERMS} $w_k = \\frac{c_k + 1}{C + K}$.`, "holds"],
    ["terms that do not add up", `Let $C = \\sum_{k=1}^K c_k$. We ${TERMS} $w_k = \\frac{c_k + 1}{C + 1}$.`, "fails"],
    ["terms without a constraint", "Minimising $\\sum_{i=1}^n (s_i - r_i)^2 + a\\sum_{i=1}^n s_i^2$ over the $s_i$ gives $$s_i = \\frac{r_i}{1-a}$$", "fails"],
    ["under a constraint on a number", "We maximise $s\\log u - m u$ subject to $u \\le 1$, which gives $u = \\frac{m}{s}$.", "given"],
  ])("%s", (_, text, verdict) => expect(last(text).verdict).toBe(verdict));
});

const SHARES =
  "The shares are $$r_i = \\frac{p u^{x_i}e^{-u}}{p u^{x_i}e^{-u} + (1-p) v^{x_i}e^{-v}}$$ With $Q = \\sum_{i=1}^n r_i\\left[x_i\\log u - u\\right]$ we get $$\\frac{\\partial Q}{\\partial u} = \\sum_{i=1}^n r_i\\left(\\frac{x_i}{u} - 1\\right) = 0 \\quad\\Rightarrow\\quad ";

it.each([
  ["shares of the old parameters are numbers", `${SHARES}u = \\frac{\\sum_i r_i x_i}{\\sum_i r_i}$$`, "holds"],
  ["and are not those of the data", `${SHARES}u = \\frac{\\sum_i r_i x_i}{\\sum_i x_i}$$`, "fails"],
])("%s", (_, text, verdict) => expect(last(text).verdict).toBe(verdict));

it("what solves the right condition is not accused where the derivative was wrong", () => {
  const text = `${ENTROPY_OF_TWO}Thus $$q_k = e^{\\alpha - 1 + \\beta c_k}$$`;
  expect(verdicts(text).slice(-3)).toEqual(["fails", "given", "given"]);
});

it.each([
  ["-\\sum_{k=1}^n q_k (b c_k - a) = -bm + a", "holds"],
  ["-\\sum_{k=1}^n q_k (b c_k - a) = bm + a", "fails"],
])("every constraint of a list is known: %s", (step, verdict) =>
  expect(last(`Maximise the entropy subject to $\\sum_{k=1}^n q_k = 1$ and $\\sum_{k=1}^n q_k c_k = m$. Then $$${step}$$`)?.verdict).toBe(verdict),
);

const SET = "Setting $\\sum_{i=1}^n g_i \\left(\\frac{x_i}{\\lambda} - 1\\right) = 0$ we get ";
const BY = "We have $$\\frac{d}{d\\lambda} \\sum_{i=1}^n g_i (x_i \\log\\lambda - \\lambda) = \\sum_{i=1}^n g_i \\left(\\frac{x_i}{\\lambda} - 1\\right).$$ ";
it.each([
  [`${SET}$$\\lambda = \\frac{\\sum_{i=1}^n g_i x_i}{\\sum_{i=1}^n g_i}.$$`, "holds"],
  [`${SET}$$\\lambda = \\frac{\\sum_{i=1}^n g_i x_i}{n}.$$`, "fails"],
  [`${BY}${SET}$$\\lambda = \\frac{\\sum_{i=1}^n g_i x_i}{n}.$$`, "fails"],
  [`${SET}an equation for $\\lambda$. We begin with $$\\lambda = \\frac{\\sum_{i=1}^n g_i x_i}{n}.$$`, "given"],
])("what is set to zero is solved by what is got from it: %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));
