/** Values put in place of names that no formula speaks of: named as assumptions, never taken for true or false. */
import { expect, test } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  const { verdict, holdsIf } = steps[steps.length - 1];
  return holdsIf ? `${verdict} ${holdsIf}` : verdict;
};

test.each<[string, string, string]>([
  [
    "numbers from a table",
    String.raw`The standard error is $$SE = \sqrt{\frac{a_1^2}{m_1} + \frac{a_2^2}{m_2}} = \sqrt{\frac{11^2}{25} + \frac{13^2}{36}}$$`,
    "holds-if a_{1} = 11, m_{1} = 25, a_{2} = 13, m_{2} = 36",
  ],
  [
    "a function",
    String.raw`By definition $$f'(4) = \lim_{h \to 0} \frac{f(4 + h) - f(4)}{h} = \lim_{h \to 0} \frac{\sqrt{4 + h} - \sqrt{4}}{h}$$`,
    String.raw`holds-if f(x) = \sqrt{x}`,
  ],
  ["bounds and integrand", String.raw`The area is $$A = \int_a^b (T(x) - B(x))\,dx = \int_0^2 (5 - x^2)\,dx$$`, String.raw`unchecked`],
  [
    "another build",
    String.raw`The standard error is $$SE = \sqrt{\frac{a_1^2}{m_1} + \frac{a_2^2}{m_2}} = \sqrt{\frac{11^2}{25} - \frac{13^2}{36}}$$`,
    "unchecked",
  ],
  ["a value that the document gives is used", String.raw`Let $r = 3$. The area is $$A = \pi r^2 = \pi \cdot 4^2$$`, "fails"],
  ["a condition that the value breaks", String.raw`Let $u < 0$. We get $$A = u^2 w = 3^2 \cdot 5$$`, "unchecked"],
  ["a name for a name", String.raw`By similarity $$k = \frac{XY}{XZ} = \frac{ST}{SU}$$`, "unchecked"],
  ["a constant for a factor", String.raw`We compute $$f = e^{2x + K} = e^{2x} e^K = D e^{2x}$$`, "holds-if D = e^{K}"],
  [
    "terms of a sequence",
    String.raw`By the ratio test $$r = \lim_{k \to \infty} \left|\frac{c_{k+1}}{c_k}\right| = \lim_{k \to \infty} \left|\frac{(k + 1)/3^{k + 1}}{k/3^k}\right|$$`,
    String.raw`holds-if c_{k} = k / 3^{k}`,
  ],
  [
    "names of several capitals, words in place of names",
    String.raw`The score is $$Z = \frac{\text{seen} - \text{expected}}{SE} = \frac{0.62 - 0.50}{0.04}$$`,
    String.raw`holds-if \text{seen} = 0.62, \text{expected} = 0.50, S E = 0.04`,
  ],
  ["another build of such names", String.raw`The score is $$Z = \frac{\text{seen} - \text{expected}}{SE} = \frac{0.62 - 0.50}{0.04 + 1}$$`, "unchecked"],
  [
    "a probability of words",
    String.raw`By the product rule $$P(\text{even and red}) = P(\text{even}) \times P(\text{red}) = 0.5 \times 0.3$$`,
    String.raw`holds-if P \text{even} = 0.5, P \text{red} = 0.3`,
  ],
  ["a sum for their product", String.raw`By the product rule $$P(\text{even and red}) = P(\text{even}) \times P(\text{red}) = 0.5 + 0.3$$`, "unchecked"],
  [
    "variances",
    String.raw`Let $X$ and $Y$ be independent. $$Var(3X + 2Y) = 9 Var(X) + 4 Var(Y) = 9 \times 0.01 + 4 \times 0.02$$`,
    String.raw`holds-if \operatorname{Var}\left[X\right] = 0.01, \operatorname{Var}\left[Y\right] = 0.02`,
  ],
  ["variances and a lost coefficient", String.raw`Let $X$ and $Y$ be independent. $$Var(3X + 2Y) = 9 Var(X) + 4 Var(Y) = 9 \times 0.01 + 0.02$$`, "unchecked"],
  [
    "events",
    String.raw`The events $A$ and $B$ are disjoint. $$P(A \text{ or } B) = P(A) + P(B) = 1/3 + 1/4$$`,
    String.raw`holds-if \Pr\left[A\right] = 1 / 3, \Pr\left[B\right] = 1 / 4`,
  ],
  [
    "a divergence is worked out, not put in",
    String.raw`Let $q(z)$ and $r(z)$ be distributions. $$\sum_z q(z)\log\frac{r(z)}{q(z)} + c = KL(q(z)\|r(z)) + c$$`,
    "fails",
  ],
  [
    "a name that an equation ties to its value",
    String.raw`The noisy value is $$y = a m + b w$$ so the slope is $$S = \frac{y - a m}{b^2} = \frac{w}{b^2}$$`,
    "fails",
  ],
  ["a probability is no number above one", String.raw`For the events $A$ and $D$ we have $$\frac{P(D\mid A)}{P(D)} = \frac32$$`, "unchecked"],
  [
    "a probability that is said to be another",
    String.raw`Let $P(C) = 1/5$ and $P(D) = 1/2$ be the probabilities of two events. $$P(C \text{ or } D) = P(C) + P(D) = 1/3 + 1/2$$`,
    "fails",
  ],
  ["a multiplier", String.raw`Subject to $xy = 4$, by the method of Lagrange multipliers $$f_x = 2x = \lambda y$$`, "given"],
])("%s", (_, text, expected) => {
  expect(last(text)).toBe(expected);
});
