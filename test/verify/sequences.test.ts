/** Functions of whole sequences, one letter for several distributions. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

const Q = String.raw`Let $w_k > 0$. $$Q(w, r) = \sum_{i=1}^n \sum_{k=1}^K r_{ik} \log w_k$$ `;

test.each<[string, string, string[]]>([
  ["by one entry of a sequence", String.raw`${Q} $$\frac{\partial Q}{\partial w_k} = \sum_{i=1}^n \frac{r_{ik}}{w_k}$$`, ["given", "defines", "holds"]],
  ["its sign matters", String.raw`${Q} $$\frac{\partial^2 Q}{\partial w_k^2} = \sum_{i=1}^n \frac{r_{ik}}{w_k^2}$$`, ["given", "defines", "fails"]],
  [
    "Bayes' rule beside formulas for its parts",
    String.raw`Let $p(x) = a e^{-a x}$ and $p(k \mid x) = x^k e^{-x} / k!$ be densities. Then $$p(x \mid k) = \frac{p(k \mid x)\, p(x)}{p(k)}$$`,
    ["defines", "defines", "holds"],
  ],
  [
    "a bound of the general term is one of all terms",
    String.raw`Let $0 < a_t < 1$. $$\prod_{s=1}^t a_s = a_t \prod_{s=1}^{t-1} a_s$$ and $$1 - \prod_{s=1}^t (1-a_s) = a_t \prod_{s=1}^{t-1} (1-a_s)$$`,
    ["given", "given", "holds", "unchecked"],
  ],
  [
    "a total by the letter of its terms",
    String.raw`Let $\sum_{k=1}^K n_k = n$. $$\sum_{k=1}^K (n_k - 1) = n - K$$ and $$\sum_{k=1}^K (n_k - 1) = n - 1$$`,
    ["given", "holds", "fails"],
  ],
  [
    "a letter that numbers terms is a whole number",
    String.raw`Let $c_n = \frac{1}{\pi} \int_{-\pi}^{\pi} x \sin(nx)\, dx$. Then $c_n^2 = \frac{4}{n^2}$ and $c_n^2 = \frac{2}{n^2}$.`,
    ["defines", "holds", "fails"],
  ],
  ["an empty sum is no case that is meant", String.raw`Let $T = \sum_{i=1}^n x_i^2$. $$\prod_{i=1}^n e^{-r x_i^2/2} = e^{-T r}$$`, ["defines", "unchecked"]],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
