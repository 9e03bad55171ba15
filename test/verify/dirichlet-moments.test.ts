/** Moments of the entries of a vector with a Dirichlet law: each text, and the verdict of its last sign. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const NUMBERS = R`Let $w \sim \mathrm{Dir}(1, 4, 5)$. `;
const POSTERIOR = R`so $w \mid c \sim \operatorname{Dirichlet}(b_1 + c_1, \dots, b_K + c_K)$. `;
const FORMULA = R`Counts $n_1, \dots, n_K$ with $\sum_{k=1}^K n_k = n$ and $b_0 = \sum_{k=1}^K b_k$. Then $p(w \mid n) \propto \prod_{k=1}^K w_k^{n_k + b_k - 1}$. `;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [R`${NUMBERS}$$E[w_2] = \frac{4}{10}$$`, "holds"],
  [R`${NUMBERS}$$E[w_2] = \frac{4}{9}$$`, "fails"],
  [R`${NUMBERS}$$\mathrm{Var}(w_1) = \frac{1 \cdot 9}{10^2 \cdot 11}$$`, "holds"],
  [R`${NUMBERS}$$\mathrm{Cov}(w_1, w_3) = -\frac{5}{10^2 \cdot 11}$$`, "holds"],
  [R`${NUMBERS}$$\mathrm{Cov}(w_1, w_3) = \frac{5}{10^2 \cdot 11}$$`, "fails"],
  [R`${NUMBERS}$$E[w_1 w_3] = \frac{5}{110}$$`, "holds"],
  [R`${NUMBERS}$$E[w_3^2] = \frac{25}{110}$$`, "fails"],
  [R`${POSTERIOR}$$E[w_k \mid c] = \frac{b_k + c_k}{\sum_{j=1}^K (b_j + c_j)}$$`, "holds"],
  [R`${FORMULA}$$E[w_k \mid n] = \frac{b_k + n_k}{b_0 + n}$$`, "holds"],
  [R`${FORMULA}$$E[w_k \mid n] = \frac{b_k + n_k}{b_0 + n + 1}$$`, "fails"],
  [
    R`(a) We get $p(w \mid n) \propto \prod_{k=1}^K w_k^{n_k} \prod_{k=1}^K w_k^{b_k - 1} = \prod_{k=1}^K w_k^{n_k + b_k - 1}$ with $m = \sum_{k=1}^K (b_k + n_k)$.

(b) So $E[w_k \mid n] = \frac{b_k + n_k}{m}$`,
    "holds",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
