/** Identities and signs of entropies, informations and divergences, of random variables of which nothing else is said: each text, and the verdict of its last sign. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [R`$$E_{p(x,z)}\left[\log\frac{p(z|x)}{m(z)}\right] - \mathrm{KL}(p(z)\|m(z)) \le E_{p(x,z)}\left[\log\frac{p(z|x)}{m(z)}\right]$$`, "holds"],
  [R`$$E_{p(x,z)}\left[\log\frac{p(z|x)}{m(z)}\right] - \mathrm{KL}(p(z)\|m(z)) \ge E_{p(x,z)}\left[\log\frac{p(z|x)}{m(z)}\right]$$`, "fails"],
  [R`$$-\sum_{x,y} P(x,y) \log P(y) + \sum_{x,y} P(x,y) \log P(y | x) = H(Y) - H(Y | X)$$`, "holds"],
  [R`$$I(X; Y) = -\sum_{x,y} P(x,y) \log P(y) + \sum_{x,y} P(x,y) \log P(y | x) = H(Y) + H(Y | X)$$`, "fails"],
  [R`$$I(U; V | W) = H(U | W) - H(U | V, W)$$`, "holds"],
  [R`$$I(U; V | W) = H(U | W) - H(U | V)$$`, "fails"],
  [R`$$H(U, V) = H(U) + H(U | V)$$`, "fails"],
  [
    R`The entropy is $$H[\mathbf{u}, \mathbf{v}] = H[\mathbf{v} | \mathbf{u}] + H[\mathbf{u}]$$ so $$H[\mathbf{v} | \mathbf{u}] - H[\mathbf{v}] \leq 0$$`,
    "holds",
  ],
  [
    R`Let $|a_n| = |b_n|$. And so $$\left|\sum_{n=0}^m a_n\right| \geq |a_m| - \left|\sum_{n=0}^{m-1} a_n\right| \geq 2^m - \sum_{n=0}^{m-1} 2^n$$`,
    "unchecked",
  ],
  [R`Let $U \to V \to W$ be a Markov chain. $$I(U; V | W) = H(U | W) - H(U | V)$$`, "holds"],
  [R`Let $U \to V \to W$ be a Markov chain. $$I(U; W | V) = 0$$`, "holds"],
  [R`Let $U \to V \to W$ be a Markov chain. Hence $I(U; V) \le I(U; W)$.`, "fails"],
  [R`Let $U \to V \to W$ be a Markov chain. $$H(U | V) \le H(U | W)$$`, "holds"],
  [R`Let $U \to V \to W$ be a Markov chain. $$H(U | W) \le H(U | V)$$`, "fails"],
  [R`Let $U \to V \to W$ be a Markov chain where $V$ is a function of $U$. $$H(V | W) \le H(V | U)$$`, "given"],
  [R`Let $U \to V \to W$ be a Markov chain. $$I(U; W) + I(U; V | W) \leq I(U; W)$$`, "fails"],
  [R`Let $U \to V \to W$ be a Markov chain. $$I(U; W) \leq I(U; V)$$`, "holds"],
  [R`Let $U \to V \to W$ be a Markov chain. $$H(U, V) = H(U) + H(V | U)$$`, "holds"],
  [R`Let $U \to V \to W$ be a Markov chain. $$H(U, V) = H(U) + H(U | V)$$`, "fails"],
  [R`Let $U \to V \to W$ be a Markov chain. $$-\sum_{u,v} P(u,v) \log P(v | u) = H(U | V)$$`, "given"],
  [R`Let $U \to V \to W$ be a Markov chain where $V$ is a function of $U$. $$H(U, V) = H(U)$$`, "given"],
  [R`As $U$ and $V$ are independent, $$H(V | U) = H(V)$$`, "holds"],
  [R`As $U$ and $V$ are independent, $$H(V | U) = H(U)$$`, "fails"],
  [R`If $U$ and $V$ are independent, then $$H(U, V) = H(U) + H(V)$$`, "holds"],
  [R`We have $$H(U, V) = H(U) + H(V)$$`, "holds-if"],
  [R`Let $U, V, W$ be random variables, $U$ and $V$ independent. Then $$H(U, V | W) = H(U | W) + H(V | W)$$`, "unchecked"],
  [R`For $U = V$, $$I(U; V) = H(U)$$`, "unchecked"],
  [R`We have $$I(U; V) = H(U) + H(V) + H(U, V)$$`, "fails"],
  [R`Let $P = (p_1, \dots, p_m)$ and $Q = (q_1, \dots, q_m)$ be distributions. $$D(P\|Q) = -\sum_{i=1}^m p_i \log \frac{q_i}{p_i}$$`, "holds"],
  [R`Let $P = (p_1, \dots, p_m)$ and $Q = (q_1, \dots, q_m)$ be distributions. $$D(P\|Q) = \sum_{i=1}^m q_i \log \frac{p_i}{q_i}$$`, "fails"],
  [R`Let $P = (p_1, \dots, p_m)$ be a distribution. $$\sum_{k=1}^m p_k \log(m p_k) = \log m - H(P)$$`, "holds"],
  [R`Let $P = (p_1, \dots, p_m)$ be a distribution. $$\sum_{k=1}^m p_k \log(m p_k) = \log m + H(P)$$`, "fails"],
  [R`Let $P = (p_1, \dots, p_m)$ be a distribution. $$H(P) \ge \log m$$`, "fails"],
  [R`Let $\mathbf{X} = (X_1, \dots, X_m)$ have the entropy $H(\mathbf{X})$. $$H(\mathbf{X}) = -\sum_{i=1}^m X_i \log X_i$$`, "unchecked"],
  [R`$$\sum_x p(x) \log \frac{p(x)}{q(x)} \ge 0$$`, "holds"],
  [R`$$\sum_x p(x) \log \frac{p(x)}{q(x)} \le 0$$`, "fails"],
  [R`$$\int p(x) \log p(x) \, dx \ge 0$$`, "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
