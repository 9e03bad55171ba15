/** Identities of functions that mathematics has letters for: one stroke beside the truth they are slips, further off they may speak of other functions. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const SOFTMAX = String.raw`Let $s_i = \frac{e^{a_i}}{\sum_{j=1}^m e^{a_j}}$.`;

describe("functions that have letters", () => {
  it.each([
    ["a recurrence", String.raw`$$J_{\nu-1}(z) + J_{\nu+1}(z) = \frac{2\nu}{z} J_\nu(z)$$`, "holds"],
    ["the same, turned over", String.raw`$$J_{\nu-1}(z) + J_{\nu+1}(z) = \frac{z}{2\nu} J_\nu(z)$$`, "fails"],
    ["a value", String.raw`$$\psi\left(\tfrac12\right) = -\gamma - 2\log(2)$$`, "holds"],
    ["its digit", String.raw`$$\psi\left(\tfrac12\right) = -\gamma - 3\log(2)$$`, "fails"],
    ["a fraction turned over", String.raw`$$R_F\left(0, 1, 2\right) = \frac{4\sqrt{2\pi}}{\left(\Gamma\left(\frac14\right)\right)^2}$$`, "fails"],
    ["it as it should be", String.raw`$$R_F\left(0, 1, 2\right) = \frac{\left(\Gamma\left(\frac14\right)\right)^2}{4\sqrt{2\pi}}$$`, "holds"],
    ["another normalisation", String.raw`$$\theta_2(0,\tau)^4 + \theta_4(0,\tau)^4 = 2\theta_3(0,\tau)^4$$`, "given"],
    ["a form of one's own", String.raw`$$B(x, y) = -B(y, x)$$`, "given"],
    ["numbers with two conventions", String.raw`$$s(n,k) = s(n-1,k-1) + (n-1)s(n-1,k)$$`, "given"],
    ["the slope of a softmax", String.raw`${SOFTMAX} $$\frac{\partial s_i}{\partial a_k} = s_i (\delta_{ik} - s_k)$$`, "holds"],
    ["its sign", String.raw`${SOFTMAX} $$\frac{\partial s_i}{\partial a_k} = s_i (\delta_{ik} + s_k)$$`, "fails"],
    ["its index", String.raw`${SOFTMAX} $$\frac{\partial s_i}{\partial a_k} = s_k (\delta_{ik} - s_k)$$`, "fails"],
    [
      "its logarithm with the wrong index",
      String.raw`${SOFTMAX} $$\frac{\partial}{\partial a_k}\left(a_i - \log \sum_{j=1}^m e^{a_j}\right) = \delta_{ik} - s_i$$`,
      "fails",
    ],
    ["deltas of one's own", String.raw`The gaps are $\delta_{ij}$. $$x_i = m + \delta_{ij} + y_j$$`, "defines"],
    ["a recurrence of one's own", String.raw`$$P_{n+1}(x) = xP_n(x) - P_{n-1}(x)$$`, "given"],
    ["a sequence of one's own", String.raw`$$F_{n} = 2F_{n-1} + F_{n-2}$$`, "given"],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });
});

describe("a name that one side lost", () => {
  it.each([
    ["stands for any number", String.raw`Let $x \in \mathbb{R}$, $y \in \mathbb{R}$. $$\Re(\cos(x + iy)) = \cos(x)\cosh(x)$$`, "fails"],
    ["and is there", String.raw`Let $x \in \mathbb{R}$, $y \in \mathbb{R}$. $$\Re(\cos(x + iy)) = \cos(x)\cosh(y)$$`, "holds"],
    ["may be a value put in", String.raw`$$\Re(\cos(x + iy)) = \cos(x)\cosh(x)$$`, "given"],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });
});
