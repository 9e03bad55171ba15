/** Functionals of distributions, arrows about tables and sequences, and names that a later sentence or part speaks of. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

const KL = String.raw`Define $D(q(z \mid x), p(z)) = \sum_z q(z \mid x) \log \frac{q(z \mid x)}{p(z)}$.`;

test.each<[string, string, string[]]>([
  ["a functional stands for its formula", String.raw`${KL} $$-D(q(z \mid x), p(z)) = \sum_z q(z \mid x) \log \frac{p(z)}{q(z \mid x)}$$`, ["defines", "holds"]],
  [
    "its sign matters",
    String.raw`${KL} $$\sum_z q(z \mid x) \log \frac{p(z)}{q(z \mid x)} = -\sum_z q(z \mid x) \log \frac{q(z \mid x)}{p(z)} = D(q(z \mid x), p(z))$$`,
    ["defines", "holds", "fails"],
  ],
  [
    "arguments in the other order are other arguments",
    String.raw`${KL} Hence $$D(p(z), q(z \mid x)) + \sum_z p(z) = 1 + \sum_z p(z) \log \frac{p(z)}{q(z \mid x)}$$`,
    ["defines", "holds"],
  ],
  [
    "plain names for distributions",
    String.raw`Let $D(q, p) = \sum_z q(z) \log \frac{q(z)}{p(z)}$. Then $$\sum_z q(z) \log \frac{q(z)}{p(z \mid x)} = D(q(z), p(z \mid x))$$`,
    ["defines", "holds"],
  ],
  [
    "the sentence behind defines what the chain uses",
    String.raw`$$\begin{aligned} \sum_z q(z) \log \frac{p(x, z)}{q(z)} &= \sum_z q(z) \log p(x \mid z) + \sum_z q(z) \log \frac{p(z)}{q(z)} \\ &= \sum_z q(z) \log p(x \mid z) + D(q(z), p(z)) \end{aligned}$$ where $D(q(z), p(z)) = \sum_z q(z) \log \frac{q(z)}{p(z)}$.`,
    ["holds", "fails", "defines"],
  ],
  [
    "a constant is found from a sum over a table",
    String.raw`We get $q(z) = e^{\lambda - 1} p(z)\, p(x \mid z)$, and so $$\sum_z q(z) = 1 \Rightarrow e^{\lambda - 1} = \frac{1}{\sum_z p(z)\, p(x \mid z)}$$`,
    ["defines", "given", "holds", "holds"],
  ],
  [
    "a wrong one is not",
    String.raw`We get $q(z) = e^{\lambda - 1} p(z)\, p(x \mid z)$, and so $$\sum_z q(z) = 1 \Rightarrow e^{\lambda} = \frac{1}{\sum_z p(z)\, p(x \mid z)}$$`,
    ["defines", "given", "unchecked", "given"],
  ],
  [
    "a formula says what a name is, not that it sums to one",
    String.raw`Let $q(z) = 2 p(z)$. Then $$\sum_z q(z) = 1$$ and $$\sum_z q(z) = 2$$`,
    ["defines", "fails", "holds"],
  ],
  [
    "an answer in another part",
    String.raw`# 1
Then $q(z) = \frac{p(z)\, p(x \mid z)}{\sum_z p(z)\, p(x \mid z)}$.
# 2
Which one is it? $q(z) = p(z \mid x)$`,
    ["defines", "holds"],
  ],
  [
    "a letter of a density in one part is any letter in the next",
    String.raw`# 1
Let $f(z) = \frac{1}{\sqrt{2\pi}} e^{-z^2/2}$.
# 2
$$\sum_z q(z) \log \frac{p(z)}{q(z)} \le \log \sum_z q(z) \frac{p(z)}{q(z)} = 0$$`,
    ["defines", "holds", "holds"],
  ],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  // an integral of a distribution without bounds goes over all values
  [String.raw`$$\log p(x) = \log \int p(x, z)\, dz = \log \int p(x \mid z)\, p(z)\, dz$$`, ["holds", "holds"]],
  [String.raw`$$p(x) = \int p(x \mid z)\, p(z)\, dz = \int p(z \mid x)\, p(z)\, dz$$`, ["holds", "fails"]],
  // the coefficient of a differential equation is no distribution
  [String.raw`$$\frac{d}{dx} e^{\int p(x)\, dx} = p(x)\, e^{\int p(x)\, dx}$$`, ["given"]],
  // a law that a letter equals is the density of the variable it is applied at
  [
    String.raw`Let $p = \mathcal{N}(m, s^2)$ and $q = \mathcal{N}(k, r^2)$. $$\mathbb{E}_p[\log p(x) - \log q(x)] = \log\frac{r}{s} - \frac12 + \frac{s^2 + (m-k)^2}{2 r^2} = \log\frac{r}{s} - \frac12 + \frac{s^2 + (m+k)^2}{2 r^2}$$`,
    ["defines", "defines", "holds", "fails"],
  ],
  [String.raw`Let $p = \mathcal{N}(m, s^2)$. $$\mathbb{E}_p[(x - m)^2] = s^2$$ and $$\mathbb{E}_p[(x - m)^2] = s$$`, ["defines", "holds", "fails"]],
  [
    String.raw`Let $\phi(x) = \frac{1}{\sqrt{2\pi s^2}} e^{-x^2/2s^2}$. $$\int \phi(x) \frac{x^2}{2 s^2}\, dx = \frac12$$ and $$\int \phi(x) x^2\, dx = s$$`,
    ["defines", "holds", "fails"],
  ],
  // distributions that are listed
  [
    String.raw`For $p = (\frac12, \frac12)$ and $q = (\frac14, \frac34)$, $$\mathrm{KL}(p \| q) = \frac12 \log \frac43$$ and $$\mathrm{KL}(q \| p) = \frac12 \log \frac43$$`,
    ["defines", "defines", "holds", "fails"],
  ],
  // over which of two names, nothing says
  [String.raw`Let $p = \mathcal{N}(m, s^2)$. $$\mathbb{E}_p[(x - y)^2] = s^2 + (m + y)^2$$`, ["defines", "unchecked"]],
  // a semicolon sets parameters apart
  [
    String.raw`$$\log p(x; \theta) = \log \sum_z p(x, z; \theta) = \log \sum_z q(z) \frac{p(x, z; \theta)}{q(z)} = \log \sum_z q(z) p(x, z; \theta)$$`,
    ["holds", "holds", "fails"],
  ],
  // a bare name is known by its definition
  [String.raw`Let $q(z) = \mathcal{N}(z; m, s^2)$. $$m^2 + s^2 = \mathbb{E}_q[z^2] = s^2 + 2 m$$`, ["defines", "holds", "fails"]],
])("%s", (text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  // proportional to
  [String.raw`$$e^{-\frac{(x - a)^2}{2 s^2}} \propto e^{\frac{a x}{s^2} - \frac{x^2}{2 s^2}}$$`, ["holds"]],
  [String.raw`$$e^{-\frac{(x - a)^2}{2 s^2}} \propto e^{\frac{a x}{s^2} + \frac{x^2}{2 s^2}}$$`, ["fails"]],
  // one letter for the densities of several variables
  [
    String.raw`$$p(t) = t^{a-1} (1-t)^{b-1}$$ and $$p(k \mid t) = \binom{n}{k} t^k (1-t)^{n-k} .$$ By Bayes' theorem $$p(t \mid k) = \frac{p(k \mid t)\, p(t)}{p(k)} \propto t^{a+k-1} (1-t)^{b+n-k-1}$$`,
    ["defines", "defines", "holds", "holds"],
  ],
])("%s", (text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
