/** Normal distributions of vectors: their integrals, moments, entropies and divergences, true and with one slip. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

const OF_Q = R`Let $q(v) = \mathcal N(v; m, S)$ with $v \in \mathbb{R}^k$, and $p(v) = \mathcal N(v; 0, I)$.`;
const LAW = R`Let $y \sim \mathcal N(\nu, \Sigma)$ with $y \in \mathbb{R}^n$.`;
const LIKELIHOOD = R`$$\ell(\nu, \Sigma) = -\frac n2\log|\Sigma| - \frac12\sum_{i=1}^n (y_i-\nu)^T\Sigma^{-1}(y_i-\nu)$$`;
const ENTRIES = R`Let $q(v) = \prod_{j=1}^J \mathcal N(v_j; m_j, s_j^2)$ and $p(v) = \prod_{j=1}^J \mathcal N(v_j; 0, 1)$.`;

describe("integrals over all vectors", () => {
  it.each([
    [R`Let $v, a \in \mathbb{R}^n$. $$\int_{\mathbb{R}^n} \exp\left(-\tfrac12 (v-a)^T\Sigma^{-1}(v-a)\right) dv = \sqrt{(2\pi)^n |\Sigma|}$$`, "holds"],
    [R`$$\int_{\mathbb{R}^n} v v^T \mathcal N(v \mid \nu, \Sigma)\, dv = \Sigma + \nu\nu^T$$`, "holds"],
    [R`$$\int_{\mathbb{R}^n} v v^T \mathcal N(v \mid \nu, \Sigma)\, dv = \Sigma - \nu\nu^T$$`, "fails"],
    [R`$$\int_{\mathbb{R}^n} \|v\|^2 \mathcal N(v \mid 0, \Sigma)\, dv = \operatorname{tr}(\Sigma)$$`, "holds"],
    [
      R`$$\int_{\mathbb{R}^d} \mathcal N(v \mid \nu, \Sigma) \log \mathcal N(v \mid \nu, \Sigma)\, dv = -\frac12 \log\left((2\pi e)^d |\Sigma|\right)$$`,
      "holds",
    ],
    [R`$$\int_{\mathbb{R}^d} \mathcal N(v \mid \nu, \Sigma) \log \mathcal N(v \mid \nu, \Sigma)\, dv = -\frac12 \log\left((2\pi)^d |\Sigma|\right)$$`, "fails"],
    [
      R`Let $A$ be symmetric and positive definite. $$\int d^n v\, e^{-\frac12 v^TAv + b^Tv} = \sqrt{\frac{(2\pi)^n}{\det A}} e^{\frac12 b^TA^{-1}b}$$`,
      "holds",
    ],
    [R`Let $A$ be symmetric and positive definite. $$\int d^n v\, e^{-\frac12 v^TAv + b^Tv} = \sqrt{\frac{(2\pi)^n}{\det A}} e^{b^TA^{-1}b}$$`, "fails"],
    [R`$$\int \frac{d^3 \mathbf{q}}{(2\pi)^3} e^{-\mathbf{q}^2} = \frac{1}{8\pi^{3/2}}$$`, "holds"],
    // of what nothing weighs nothing is known
    [R`$$\int_{\mathbb{R}^n} f(v)\, dv = \int_{\mathbb{R}^n} g(v)\, dv$$`, "given"],
    [R`Let $v \in \mathbb{R}^n$. $$\int_{\mathbb{R}^n} e^{-\|v\|^4} dv = 2$$`, "unchecked"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});

describe("normal laws of vectors", () => {
  it.each([
    [R`${OF_Q} $$\mathbb{E}_q[\log q(v)] = -\frac12 (k \log(2\pi) + k + \log\det S)$$`, "holds"],
    [R`${OF_Q} $$\mathbb{E}_q[\log q(v)] = -\frac12 (k \log(2\pi) - k + \log\det S)$$`, "fails"],
    [R`${OF_Q} $$\mathbb{E}_q[\log q(v) - \log p(v)] = \frac12(\operatorname{tr}(S) + m^Tm - k - \log\det S)$$`, "holds"],
    [R`${OF_Q} $$\mathbb{E}_q[\log q(v) - \log p(v)] = \frac12(\operatorname{tr}(S) + m^Tm - k + \log\det S)$$`, "fails"],
    [R`${OF_Q} $$\mathbb{E}_{v\sim q}[v^Tv] = \operatorname{tr}(S) + m^Tm$$`, "holds"],
    [R`${OF_Q} $$\mathbb{E}_{v\sim q}[v^Tv] = \operatorname{tr}(S) - m^Tm$$`, "fails"],
    [R`${LAW} $$H[y] = \frac n2 \log(2\pi e) + \frac12\log|\Sigma|$$`, "holds"],
    [R`${LAW} $$H[y] = \frac n2 \log(2\pi) + \frac12\log|\Sigma|$$`, "fails"],
    [R`${LAW} $$\mathbb{E}[e^{t^Ty}] = e^{t^T\nu + \frac12 t^T\Sigma t}$$`, "holds"],
    [R`${LAW} $$\mathbb{E}[e^{t^Ty}] = e^{t^T\nu + t^T\Sigma t}$$`, "fails"],
    [R`${ENTRIES} $$\mathrm{KL}(q\|p) = \frac12\sum_{j=1}^J (m_j^2 + s_j^2 - 1 - \log s_j^2)$$`, "holds"],
    [R`${ENTRIES} $$\mathrm{KL}(q\|p) = \frac12\sum_{j=1}^J (m_j^2 + s_j^2 - 1 + \log s_j^2)$$`, "fails"],
    [R`For $y \in \mathbb{R}^d$, $$\log \mathcal N(y\mid \nu, \tau^2 I) = -\frac d2 \log(2\pi\tau^2) - \frac{1}{2\tau^2}\|y-\nu\|^2$$`, "holds"],
    [R`For $y \in \mathbb{R}^d$, $$\log \mathcal N(y\mid \nu, \tau^2 I) = -\frac d2 \log(2\pi\tau^2) + \frac{1}{2\tau^2}\|y-\nu\|^2$$`, "fails"],
    // symmetric matrices of quadratic forms: with them the slip is found
    [R`$$(y-\nu)^T\Lambda(y-\nu) = y^T\Lambda y - 2y^T\Lambda\nu + \nu^T\Lambda\nu$$`, "holds-if"],
    [R`$$(y-\nu)^T\Lambda(y-\nu) = y^T\Lambda y - 2y^T\Lambda\nu - \nu^T\Lambda\nu$$`, "fails"],
    // a matrix among the arguments of a function
    [R`${LIKELIHOOD} $$\frac{\partial\ell}{\partial\nu} = \Sigma^{-1}\sum_{i=1}^n (y_i-\nu)$$`, "holds"],
    [R`${LIKELIHOOD} $$\frac{\partial\ell}{\partial\nu} = -\Sigma^{-1}\sum_{i=1}^n (y_i-\nu)$$`, "fails"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});

describe("differentials in front, squares of vectors", () => {
  it.each([
    [R`$$\int_0^1 \frac{dt}{2}\, t = \frac14$$`, "holds"],
    [R`$$\int_{-\infty}^\infty \frac{dt}{\sqrt{2\pi}} e^{-t^2/2} = 1$$`, "holds"],
    [R`$$\int_0^1 \frac{dt}{1+t} \ln 2 = (\ln 2)^2$$`, "holds"],
    [R`Let $\mathbf{v} = (1, 2, 2)$. Then $$\mathbf{v}^2 = 9$$`, "holds"],
    [R`Let $\mathbf{v} = (1, 2, 2)$. Then $$\mathbf{v}^2 = 1 + 2 + 2 = 5$$`, "holds"],
    [R`$$(\mathbf{a} + \mathbf{b})^2 = \mathbf{a}^2 + 2\,\mathbf{a}\cdot\mathbf{b} + \mathbf{b}^2$$`, "holds"],
    [R`$$(\mathbf{a} + \mathbf{b})^2 = \mathbf{a}^2 + \mathbf{a}\cdot\mathbf{b} + \mathbf{b}^2$$`, "fails"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});
