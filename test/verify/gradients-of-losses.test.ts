/** Losses made of matrices: their other forms, their gradients and where these vanish. */
import { expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const loss = R`The loss is $J(w) = \|Xw - y\|^2$`;

it.each([
  [R`${loss}, so $$J(w) = w^TX^TXw - 2y^TXw + y^Ty.$$`, "holds"],
  [R`${loss}, so $$J(w) = w^TX^TXw - 3y^TXw + y^Ty.$$`, "fails"],
  [R`${loss}. Its gradient is $$\nabla J(w) = 2X^TXw.$$`, "fails"],
  [R`${loss}. Setting $\nabla J(w) = 2X^T(Xw - y) = 0$ gives $$w = (X^TX)^{-1}X^Ty.$$`, "holds"],
  [R`${loss}. Setting $\nabla J(w) = 2X^T(Xw - y) = 0$ gives $$w = (X^TX)^{-2}X^Ty.$$`, "fails"],
  [R`$$\log\mathcal N(y; 0, K) = -\frac12 y^TK^{-1}y - \frac12\log\det K - \frac n2\log 2\pi.$$`, "holds"],
  [R`$$\log\mathcal N(y; 0, K) = -\frac12 y^TK^{-1}y - \frac13\log\det K - \frac n2\log 2\pi.$$`, "fails"],
  [R`$$\int q(z)\log p(x)\,dz = \int q(z)\log\frac{p(z|x)}{p(x,z)}\,dz$$`, "fails"],
  [R`Let $u = \frac{x-m}{\sqrt{s^2+c}}$. Then $$\frac{\partial u}{\partial s^2} = -\frac12(x-m)(s^2+c)^{-3/2}.$$`, "holds"],
  [R`Let $u = \frac{x-m}{\sqrt{s^2+c}}$. Then $$\frac{\partial u}{\partial s^2} = \frac12(m-m)(s^2+c)^{-3/2}.$$`, "fails"],
  [R`$$\tanh(x) = 2\sigma(2x) - 1, \text{ where } \sigma(x) = \frac{1}{1+e^{-x}}.$$`, "defines"],
])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));

it("takes what stands behind 'where' in the row of a step", () => {
  expect(verdicts(R`$$\tanh(x) = 2\sigma(2x) - 1, \text{ where } \sigma(x) = \frac{1}{1+e^{-x}}.$$`)[0]).toBe("holds");
});

const MARGIN = String.raw`The Lagrangian is $$L(w,b,\alpha) = \frac12\|w\|^2 - \sum_{i=1}^n\alpha_i\left(y_i(w^Tx_i+b)-1\right).$$ Then `;
it.each([
  [String.raw`${MARGIN}$$\frac{\partial L}{\partial b} = -\sum_{i=1}^n\alpha_i y_i$$`, "holds"],
  // a factor that stands in the formula only
  [String.raw`${MARGIN}$$\frac{\partial L}{\partial b} = -\sum_{i=1}^n\alpha_i$$`, "fails"],
])("%s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));

it("the factor that a derivative has lost is the fix", () =>
  expect(stepsOf(check(String.raw`${MARGIN}$$\frac{\partial L}{\partial b} = -\sum_{i=1}^n\alpha_i$$`)).at(-1)?.fixes?.[0].title).toContain(
    "Multiply by $y_i$ under the sum",
  ));

it.each([
  [R`For $g(x) = \|Bx - c\|^2$ we have $$\nabla g(x) = 2B(Bx - c).$$`, "unchecked"],
  [R`For $g(x) = \|Bx - c\|^2$ we have $$\nabla g(x) = 2B^T(Bx - c).$$`, "holds"],
  [R`For $g(x) = \|Bx - c\|^2$ with a number $B$ and vectors $x$ and $c$ we have $$\nabla g(x) = 2B(Bx - c).$$`, "holds"],
])("a letter of a matrix between double bars may be one: %s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
