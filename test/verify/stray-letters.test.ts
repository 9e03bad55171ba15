/** A letter that nothing else in the document speaks of, written for one of the letters that a step is about. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);

it.each([
  ["in what a derivative comes to", R`$$\frac{d}{d\lambda}\left(n \log \lambda - \lambda s\right) = \frac{n}{\theta} - s$$`, R`Replace $\theta$ by $\lambda$`],
  [
    "behind a function that has a formula",
    R`Let $\ell(\lambda) = n\log\lambda - \lambda \sum_{i=1}^n x_i$. Then $$\ell'(\lambda) = \frac{n}{\theta} - \sum_{i=1}^n x_i.$$`,
    R`Replace $\theta$ by $\lambda$`,
  ],
  ["in a later sign of a chain", R`$$(a+b)^2 - (a-b)^2 = a^2 + 2ab + b^2 - a^2 + 2ab - b^2 = 4ac.$$`, R`Replace $c$ by $b$`],
  ["in an integral", R`Hence $\int_0^a x^2 dx = \frac{b^3}{3}$.`, R`Replace $b$ by $a$`],
  ["that is a vector", R`$$\nabla_w \|Xw - y\|^2 = 2X^T(Xw - y) = 2X^T X w - 2 X^T z.$$`, R`Replace $z$ by $y$`],
  ["where it may happen to be the right one", R`$$\sum_{k=0}^{n} r^k = \frac{1 - r^{m+1}}{1-r}$$`, R`Replace $m$ by $n$`],
  [
    "with its accent",
    R`$$\frac1n\sum_{i=1}^n (y_i - \bar y)^2 = \frac1n\sum_{i=1}^n y_i^2 - \bar n^2,$$ where $\bar y = \frac1n \sum_{i=1}^n y_i$.`,
    R`Replace $\bar n$ by $\bar y$`,
  ],
])("a stray letter %s is told", (_, text, fix) => {
  const wrong = stepsOf(check(text)).find((s) => s.verdict === "fails");
  expect(wrong?.fixes?.[0].title).toBe(fix);
});

it.each([
  ["a letter that the text speaks of", R`The slope at $(a, a^2)$ is $$\frac{d}{dx} x^2 = 2a.$$`],
  ["a letter with a value", R`For $m = n$, $$\sum_{k=0}^{n} r^k = \frac{1 - r^{m+1}}{1-r}$$`],
  ["the same formula in another letter", R`By conservation, $$\frac12 m v^2 = \frac12 m u^2.$$`],
  ["another variable of integration", R`$$\int_0^1 x f(x)\,dx = \int_0^1 u f(u)\,du$$`],
  ["sides of a triangle", R`In the isosceles triangle we have $$c^2 = 2a^2 = a^2 + b^2.$$`],
  ["a chain that begins with something else", R`In the triangle $$c^2 = 2a^2 = a^2 + b^2.$$`],
  ["letters that are said to be equal", R`As both rates are equal, $$\frac{d}{d\lambda}\left(n \log \lambda - \lambda s\right) = \frac{n}{\theta} - s$$`],
  ["the equation of a curve", R`The curve $x^2 - 1 = (y-1)(x+1)$.`],
  ["several new letters", R`$$\frac{d}{dx} x^2 = 2u + v$$`],
])("%s is no slip", (_, text) => expect(last(text)?.verdict).not.toBe("fails"));

it("a mean is not said by itself", () =>
  expect(
    last(R`The rate is $\hat\lambda = \frac{\bar y}{\bar x}$ where
$$\begin{aligned} \bar y &= \frac1n\sum_{i=1}^n y_i \\ \bar x &= \frac1n\sum_{i=1}^n x_i \end{aligned}$$`)?.verdict,
  ).not.toBe("fails"));

it("a bar on the wrong letter, in a row behind others, is told", () =>
  expect(
    last(R`Substituting back: $$\begin{aligned} y &= \alpha + \beta x \\
&= -\rho \frac{\sigma_y}{\sigma_x}\bar{x} + \bar{y} + \rho \frac{\sigma_y}{\sigma_x} x \\
&= \rho \frac{\sigma_y}{\sigma_x}(x - \bar{\rho}) + \bar{y} \end{aligned}$$`)?.fixes?.[0].title,
  ).toBe(R`Replace $\bar{\rho}$ by $\bar{x}$`));
