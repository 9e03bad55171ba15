/** Homework on distributions: rules of probability, short names, counts, what conditions of stationarity give. */
import { describe, expect, it, test } from "vitest";
import { verdicts } from "./run";

test.each<[string, string, string[]]>([
  ["a sum over the front of a bar is one", String.raw`Let $p(x,z)$ be a joint distribution. Then $$\sum_x p(x\mid z) = p(z).$$`, ["fails"]],
  ["a conditional taken for a joint", String.raw`Let $p(x,z)$ be a joint distribution. Then $$p(x,z) = p(x\mid z)\,p(z\mid x).$$`, ["fails"]],
  ["the wrong evidence", String.raw`Let $p(x,z)$ be a joint distribution. Then $$p(z\mid x) = \frac{p(x\mid z)\,p(z)}{p(z)}.$$`, ["fails"]],
  ["the wrong marginal at the end of a chain", String.raw`$$\sum_z q(z\mid x)\frac{p(x,z)}{q(z\mid x)} = \sum_z p(x,z) = p(z)$$`, ["holds", "fails"]],
  ["the same, rightly", String.raw`$$\sum_z q(z\mid x)\frac{p(x,z)}{q(z\mid x)} = \sum_z p(x,z) = p(x)$$`, ["holds", "holds"]],
  [
    "a table of the normal distribution",
    String.raw`If $W \sim \mathcal N(20, 9)$, then $$P(W \le 26) = \Phi\left(\frac{26-20}{3}\right) \approx 0.9772.$$`,
    ["given", "holds", "holds"],
  ],
  [
    "not divided by the standard deviation",
    String.raw`If $W \sim \mathcal N(20, 9)$, then $$P(W \le 26) = \Phi\left(\frac{26-20}{6}\right).$$`,
    ["given", "fails"],
  ],
  ["Φ of something else", String.raw`With $W \sim \mathcal N(0, 1)$ and a feature map $\Phi$: $$\Phi(0) = \Phi(1).$$`, ["given", "given"]],
  ["Bayes", String.raw`Let $p(x,z)$ be a joint distribution. Then $$p(z\mid x) = \frac{p(x\mid z)\,p(z)}{p(x)}.$$`, ["holds"]],
  [
    "conditionals over values that are numbered",
    String.raw`Then $$\sum_{i=1}^K p(x\mid h_i)\frac{p(h_i,g)}{p(g)} = \sum_{i=1}^K p(x\mid h_i)\,p(h_i\mid g).$$`,
    ["holds"],
  ],
  [
    "a joint behind a slash",
    String.raw`Let $p(x)$ and $q(x)$ be positive. Then $$R = \frac{a\cdot p(x)/b\cdot q(x)}{p(x)/q(x)} = \frac ab.$$`,
    ["defines", "holds"],
  ],
  ["independence may be assumed", String.raw`Let $p(x,y)$ be a joint distribution. Then $$p(x,y) = p(x)\,p(y).$$`, ["given"]],
  ["a symmetric proposal is an assumption", String.raw`Let $q$ be a proposal. $$q(x'\mid x) = q(x\mid x').$$`, ["given"]],
  ["so may a chain", String.raw`We take $$p(u,v,w) = p(u)\,p(v\mid u)\,p(w\mid v).$$`, ["given"]],
  [
    "q is short for the only q with a subscript",
    String.raw`Let $q_\phi(z\mid x) = \mathcal N(z; m, s^2)$. Then $$\mathbb{E}_q[(z-a)^2] = s^2 + (m-a)^2$$ and $$\mathbb{E}_q[z^2] = s^2 - m^2.$$`,
    ["defines", "holds", "fails"],
  ],
  [
    "D with a double bar is a divergence",
    String.raw`For mass functions $p$ and $q$, $$-D(p\|q) = \sum_x p(x)\log\frac{q(x)}{p(x)}.$$ So $$D(p\|q) \ge 0.$$`,
    ["holds", "holds"],
  ],
  [
    "an order between functionals is said of all distributions",
    String.raw`For mass functions $p$ and $q$, $$D(p\|q) \ge 0,$$ and so $$-\sum_x p(x)\log p(x) \ge -\sum_x p(x)\log q(x).$$`,
    ["holds", "fails"],
  ],
  [
    "a multiplier from the end of a chain, a count from nothing",
    String.raw`Let $N_k = \sum_{i=1}^n r_{ik}$, where $\sum_{k=1}^2 r_{ik} = 1$ for every $i$. With $\pi_k = \frac{N_k}{\lambda}$ we get $$1 = \pi_1 + \pi_2 = \frac{N_1+N_2}{\lambda} = \frac n\lambda,$$ that is $\lambda = n$. So $$\sum_{k=1}^2 N_k\log\frac{N_k}{n} = \sum_{k=1}^2 N_k\log N_k - \log n.$$`,
    ["defines", "given", "defines", "given", "holds", "holds", "holds", "fails"],
  ],
  [
    "the density's variable is where it is taken, though it is drawn so elsewhere",
    String.raw`Let $q(z) = \mathcal N(z; m, s^2)$ and put $z = m + s\varepsilon$. The score is $$\frac{\partial}{\partial m}\log q(z) = \frac{z-m}{s^2},\qquad \frac{\partial}{\partial m}\log q(z) = \frac{z-m}{s}.$$`,
    ["defines", "defines", "holds", "fails"],
  ],
  [
    "terms before a sum in brackets multiply it",
    String.raw`Let $p(x)$ be a density. Let $p_k = e^{b k}/Z$ with $\sum_{k=1}^4 p_k = 1$. We get $$-\sum_{k=1}^4 p_k(bk - \log Z) = \log Z - b\sum_{k=1}^4 k\,p_k.$$`,
    ["defines", "given", "holds"],
  ],
  [
    "what a worked-out derivative set to zero gives",
    String.raw`We have $$\frac{\partial Q}{\partial \mu} = \sum_{i=1}^{n} r_i\,\frac{x_i-\mu}{v} = 0 \iff \mu = \frac{\sum_{i=1}^n r_i x_i}{\sum_{i=1}^n r_i}.$$`,
    ["given", "given", "holds", "holds"],
  ],
  [
    "beta functions",
    String.raw`With a Beta prior, $$\int_0^1 t^{a-1}(1-t)^{b}\,dt = B(a, b+1)$$ and $$\frac{B(a+1,b)}{B(a,b)} = \frac{a}{b}.$$`,
    ["holds", "fails"],
  ],
  [
    "given probabilities determine others",
    String.raw`We know $P(A) = 0.02$, $P(B\mid A) = 0.8$ and $P(B\mid\bar A) = 0.1$. Then $$P(B) = 0.8\cdot 0.02 + 0.1\cdot 0.98 = 0.114.$$ Hence $$P(A\mid B) \approx 0.14$$ and $$P(\bar A\mid B) \approx 0.96.$$`,
    ["given", "given", "given", "holds", "holds", "holds", "fails"],
  ],
  [
    "solved for another name upside down",
    String.raw`The derivative is $$\frac{\partial}{\partial r}\left(s\log r - (n-m)r\right) = \frac{s}{r} - (n-m) = 0,$$ which gives $$r = \frac{n-m}{s}.$$`,
    ["holds", "given", "fails"],
  ],
  [
    "a precision solved for the variance",
    String.raw`The precision is $$\frac{1}{v_n} = \frac{n}{s^2} + \frac{1}{t^2}.$$ Solving for the variance, $$v_n = \frac{s^2+t^2}{nt^2+s^2}.$$`,
    ["given", "fails"],
  ],
  [
    "a derivative set to zero in words only",
    String.raw`Let $\ell(r) = n\log r - r\sum_{i=1}^n x_i$. Setting the derivative to zero gives $$\hat r = \frac{n}{\sum_{i=1}^n x_i}.$$`,
    ["defines", "holds"],
  ],
  [
    "upside down",
    String.raw`Let $\ell(r) = n\log r - r\sum_{i=1}^n x_i$. Setting the derivative to zero gives $$\hat r = \frac{\sum_{i=1}^n x_i}{n}.$$`,
    ["defines", "fails"],
  ],
  [
    "a multiplier from the constraint",
    String.raw`Let $N_k = \sum_{i=1}^n r_{ik}$ where $\sum_{k=1}^{3} r_{ik} = 1$ for each $i$, and $L = \sum_{k=1}^3 N_k\log\pi_k + \lambda(1 - \sum_{k=1}^3\pi_k)$. The condition gives $\pi_k = N_k/\lambda$. The constraint $\sum_{k=1}^3 \pi_k = 1$ gives $\lambda = n$.`,
    ["defines", "given", "defines", "given", "given", "holds"],
  ],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

describe("derivatives of distributions", () => {
  const score = String.raw`\nabla_\theta \log p_\theta(x)`;
  it.each([
    ["by a parameter", String.raw`$$${score} = \frac{\nabla_\theta p_\theta(x)}{p_\theta(x)}$$`, "holds"],
    ["without the density below", String.raw`Then $$${score} = \nabla_\theta p_\theta(x)$$`, "given"],
    ["a mean has a gradient", String.raw`$$\nabla_\theta \mathbb{E}_{p_\theta(x)}[g(x)] = \mathbb{E}_{p_\theta(x)}[g(x) ${score}]$$`, "holds"],
    [
      "not without the logarithm",
      String.raw`$$\nabla_\theta \mathbb{E}_{p_\theta(x)}[g(x)] = \mathbb{E}_{p_\theta(x)}[g(x) \nabla_\theta p_\theta(x)]$$`,
      "given",
    ],
    ["of the evidence", String.raw`$$${score} = \mathbb{E}_{p_\theta(z|x)}[\nabla_\theta \log p_\theta(x, z)]$$`, "holds"],
    ["by what it is given", String.raw`$$\mathbb{E}_{p(x|\theta)}[\nabla_\theta \log p(x|\theta)] = 0$$`, "holds"],
    ["by its own variable", String.raw`$$\nabla_x \log p(x|y) = \nabla_x \log p(y|x) + \nabla_x \log p(x)$$`, "holds"],
    ["with a wrong sign", String.raw`$$\nabla_x \log p(x|y) = \nabla_x \log p(y|x) - \nabla_x \log p(x)$$`, "fails"],
    ["by what nothing says it depends on", String.raw`$$\nabla_\theta \log p(a|s) = \nabla_\theta p(a|s)$$`, "unchecked"],
    ["by a name beside it", String.raw`$$\nabla_m \mathbb{E}_{p(x)}[(x - m)^2] = -2 \mathbb{E}_{p(x)}[x - m]$$`, "holds"],
    // a repair that leaves a mean without its variable is none
    [
      "two functions of one name",
      String.raw`$$\begin{aligned} b_t(s, a) &= r(s, a)\,\mathbb{E}_{u \sim p(u|s, a)}[b_{t+1}(u)] \\ b_t(s) &= \mathbb{E}_{a \sim p(a|s)}[b_t(s, a)] \end{aligned}$$`,
      "unchecked",
    ],
  ])("%s", (_, text, expected) => {
    expect(verdicts(text).at(-1)).toBe(expected);
  });
});

describe("laws that formulas give a bare name", () => {
  const pair = "Let $q=\\mathcal N(m,s^2)$ and $p=\\mathcal N(0,1)$. Then\n";
  const densities = "Let $q(z)=\\mathcal N(z;m,s^2)$ and $p(z)=\\mathcal N(z;0,1)$. Then\n";
  // laws of a case that follows, of letters that have stood for others
  const anew = "Let $q(z)=\\mathcal N(z;\\mu,\\sigma^2)$ and $p(x,z)=p(x\\mid z)p(z)$.\n\nFor $p(z)=\\mathcal N(0,1)$ and $q(z)=\\mathcal N(m,s^2)$ we get\n";
  it.each([
    [pair, "\\mathrm{KL}(q\\|p)=\\frac12\\left(m^2+s^2-1-\\ln s^2\\right)", "holds"],
    [pair, "\\mathrm{KL}(q\\|p)=\\frac12\\left(m^2+s^2-1+\\ln s^2\\right)", "fails"],
    [densities, "\\mathrm{KL}(q\\|p)=\\frac12\\left(m^2+s^2-1-\\ln s^2\\right)", "holds"],
    [pair, "\\mathrm{KL}(p\\|q)=\\frac12\\left(m^2+s^2-1-\\ln s^2\\right)", "fails"],
    [anew, "\\mathrm{KL}(q\\|p)=\\frac12\\left(m^2+s^2-1-\\ln s^2\\right)", "holds"],
    [anew, "\\mathrm{KL}(q\\|p)=\\frac12\\left(m^2+s^2+1-\\ln s^2\\right)", "fails"],
    ["Let $q=\\mathcal N(m,s^2)$. Then\n", "E_{z\\sim q}[z^2]=m^2+s^2", "holds"],
    ["Let $q=\\mathcal N(m,s^2)$. Then\n", "E_{z\\sim q}[z^2]=m^2+s", "fails"],
  ])("%s%s: %s", (before, step, verdict) => expect(verdicts(`${before}$$ ${step} $$\n`).pop()).toBe(verdict));
});
