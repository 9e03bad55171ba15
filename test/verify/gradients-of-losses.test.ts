/** Losses made of matrices: their other forms, their gradients and where these vanish. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

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
