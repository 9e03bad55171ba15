/** Proportional in what: a posterior in its own variable, a likelihood also in its parameter; and prior times likelihood where tildes say them. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

const NORMAL = String.raw`Let $\theta \sim N(m, v)$ and $x \mid \theta \sim N(\theta, s^2)$. So`;
const COINS = String.raw`Let $r \sim \mathrm{Beta}(a, b)$ and $h \mid r \sim \mathrm{Bin}(m, r)$.`;
const WAITING = String.raw`Let $\lambda \sim \mathrm{Gamma}(a, b)$ and $t \mid \lambda \sim \mathrm{Exp}(\lambda)$ with $t > 0$. So`;

test.each<[string, string, string[]]>([
  [
    "prior times likelihood",
    String.raw`${NORMAL} $$p(\theta \mid x) \propto \exp\left(-\frac{(\theta - m)^2}{2v} - \frac{(x-\theta)^2}{2s^2}\right)$$`,
    ["given", "given", "holds"],
  ],
  [
    "a wrong sign",
    String.raw`${NORMAL} $$p(\theta \mid x) \propto \exp\left(-\frac{(\theta - m)^2}{2v} + \frac{(x-\theta)^2}{2s^2}\right)$$`,
    ["given", "given", "fails"],
  ],
  ["an exponential law", String.raw`${WAITING} $$p(\lambda \mid t) \propto \lambda^a e^{-(b + t)\lambda}$$`, ["given", "given", "given", "holds"]],
  [
    "a power lost, though it is proportional in t",
    String.raw`${WAITING} $$p(\lambda \mid t) \propto \lambda^{a-1} e^{-(b + t)\lambda}$$`,
    ["given", "given", "given", "fails"],
  ],
  [
    "the other direction is not said",
    String.raw`${WAITING} $$p(t \mid \lambda) \propto \lambda^a e^{-(b + t)\lambda}$$`,
    ["given", "given", "given", "unchecked"],
  ],
  [
    "prior and likelihood by their letters",
    String.raw`${COINS} $$p(r \mid h) \propto p(h \mid r) p(r) \propto r^{h} (1 - r)^{m - h} r^{a - 1} (1 - r)^{b - 1}$$`,
    ["given", "given", "holds", "holds"],
  ],
  [
    "a power gained behind prior and likelihood",
    String.raw`${COINS} $$p(r \mid h) \propto p(h \mid r) p(r) \propto r^{h} (1 - r)^{m - h} r^{a} (1 - r)^{b - 1}$$`,
    ["given", "given", "holds", "fails"],
  ],
  ["the evidence for the prior", String.raw`${COINS} $$p(r \mid h) \propto p(h \mid r) p(h)$$`, ["given", "given", "unchecked"]],
  ["the prior twice", String.raw`${COINS} $$p(r \mid h) \propto p(r \mid h) p(r)$$`, ["given", "given", "fails"]],
  [
    "a sign in a row that would be proportional in m",
    String.raw`$$p(\theta|x) \propto e^{-(\theta - m)^2 - (x - \theta)^2} \propto e^{-(\theta - m)^2 + (x - \theta)^2}$$`,
    ["given", "fails"],
  ],
  [
    "what is given up to a factor is used",
    String.raw`With $p(\theta) \propto \theta^{a-1}$ and $p(x|\theta) \propto \theta^x (1-\theta)^{n-x}$ we get $$p(\theta|x) \propto p(x|\theta) p(\theta) \propto \theta^{a+x-1} (1-\theta)^{n-x} \propto \theta^{a+x} (1-\theta)^{n-x}$$`,
    ["given", "given", "holds", "holds", "fails"],
  ],
  [
    "a quotient of densities is meant in their variable",
    String.raw`The target is $p(x) \propto x^a e^{-bx}$ and $q(x) = c e^{-cx}$. Then $$\frac{p(x)}{q(x)} \propto x^a e^{-(b-c)x} \propto x^a e^{-(b+c)x}$$`,
    ["given", "defines", "holds", "fails"],
  ],
  ["a factor that is not told decides no equation", String.raw`Let $p(x) \propto e^{-bx}$. $$\mathbb{E}_p[x] = \frac{1}{b}$$`, ["given", "unchecked"]],
  ["a likelihood in its parameter", String.raw`$$p(y|\mu) = \frac{1}{\sqrt{2\pi}} e^{-(y-\mu)^2/2} \propto e^{y\mu - \mu^2/2}$$`, ["defines", "holds"]],
  [
    "a factor of words is not known",
    String.raw`Let $g(r) = r^{-2} e^{-1/r}$. One measurement multiplies it by $e^{-y/r}$: $$g(r | y) \propto r^{-2} e^{-1/r} e^{-y/r}$$`,
    ["defines", "unchecked"],
  ],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
