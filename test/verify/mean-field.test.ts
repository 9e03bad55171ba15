/** Products of distributions, energies, normalisers that a formula explains, letters that are redefined later, and families that the text puts together. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

const ENERGY = String.raw`A lattice with energies $E(s)$ and $\beta > 0$ has the distribution $$p(s) = \frac{e^{-\beta E(s)}}{Z}, \qquad Z = \sum_s e^{-\beta E(s)}.$$ For every distribution $q(s)$`;
const FAMILY = String.raw`Let $p_\theta(y,z) = p(z)\,p_\theta(y|z)$ be a model.`;

test.each<[string, string, string[]]>([
  ["a divergence from a product", String.raw`$$KL(q(y) r(z) \| p(y, z)) = \sum_{y, z} q(y) r(z) \log \frac{q(y) r(z)}{p(y, z)} \ge 0$$`, ["holds", "holds"]],
  ["its sign", String.raw`$$KL(q(y) r(z) \| p(y, z)) = \sum_{y, z} q(y) r(z) \log \frac{p(y, z)}{q(y) r(z)}$$`, ["fails"]],
  ["mutual information", String.raw`$$KL(p(x, y) \| p(x) p(y)) = \sum_{x, y} p(x, y) \log \frac{p(y | x)}{p(y)}$$`, ["holds"]],
  [
    "an expectation under a product",
    String.raw`$$\mathbb E_{q(y) r(z)}[\log p(y, z)] = \sum_y \sum_z q(y) r(z) \log p(y, z), \quad \mathbb E_{q(y) r(z)}[\log p(y, z)] = \sum_z r(z) \log p(y, z)$$`,
    ["holds", "given"],
  ],
  [
    "an energy is a function, and Z is what the formula says",
    String.raw`${ENERGY} $$\sum_s q(s) E(s) + \frac1\beta \sum_s q(s) \log q(s) = \frac1\beta KL(q(s) \| p(s)) - \frac1\beta \log Z$$`,
    ["given", "defines", "defines", "holds"],
  ],
  [
    "a divergence the wrong way round beside an energy",
    String.raw`${ENERGY} $$\sum_s q(s) E(s) + \frac1\beta \sum_s q(s) \log q(s) + \frac1\beta \log Z = \frac1\beta KL(p(s) \| q(s))$$`,
    ["given", "defines", "defines", "fails"],
  ],
  [
    "a family that the text puts together",
    String.raw`${FAMILY} Then $$\sum_z p(z) \log p_\theta(y|z) = \sum_z p(z) \log p_\theta(y,z) - \sum_z p(z) \log p(z)$$`,
    ["given", "holds"],
  ],
  ["without that it is an assumption", String.raw`$$\sum_z p(z) \log p_\theta(y|z) = \sum_z p(z) \log p_\theta(y,z) - \sum_z p(z) \log p(z)$$`, ["holds-if"]],
  [
    "what comes before a variation speaks of distributions",
    String.raw`$$KL(q(z) \| p(z)) \ge 0$$ We vary $q$ with $\sum_z q(z) = 1$: $$\Lambda = \sum_z q(z) \log \frac{p(z)}{q(z)} + \lambda \Big(\sum_z q(z) - 1\Big), \quad \frac{\partial \Lambda}{\partial q(z)} = \log \frac{p(z)}{q(z)} - 1 + \lambda$$`,
    ["holds", "given", "defines", "holds"],
  ],
  [
    "a formula of a later part says nothing of a letter before",
    String.raw`# 1
Let $G(q) = \sum_z q(z) \log \frac{p(x, z)}{q(z)}$. Then $$\log p(x) - G(q) = KL(q(z) \| p(z | x))$$
# 2
Let $p(s) = e^{-s}$ for $s > 0$.`,
    ["defines", "holds", "defines", "given"],
  ],
  [
    "distributions without a formula, over the variable of a density",
    String.raw`Let $p(z) = \frac{1}{\sqrt{2\pi}} e^{-z^2/2}$. $$\log r_w(x, z) - \log r_w(z | x) = \log r_w(x), \quad \log q(x, z) - \log q(z | x) = \log q(x)$$`,
    ["defines", "given", "holds"],
  ],
  ["bounds of a letter that is also a word", "Let $0 < a < 1$ and $0 < b < 1$.", ["given", "given", "given", "given"]],
  [
    "the square of a name that stands without its square",
    String.raw`Let $s > 0$ and $c > 0$. $$\frac{d}{ds}\left(\frac{s^2}{2} - c \log s\right) = s - \frac{c}{s} = 0 \Rightarrow s^2 = \frac{1}{c}$$`,
    ["given", "given", "holds", "given", "fails", "fails"],
  ],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
