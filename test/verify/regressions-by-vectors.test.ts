/** Regressions as sums over the points and as matrices: families of vectors, diagonal weights, errors called E, short sums beside derivatives. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const SHAPES = R`Let $A \in \mathbb{R}^{n\times d}$, $b \in \mathbb{R}^n$ and $u \in \mathbb{R}^d$ with the rows $a_i^T$ of $A$, and let $D = \mathrm{diag}(d_1,\dots,d_n)$. `;
const ODDS = R`Let $u \in \mathbb{R}^d$, $s(t) = \frac{1}{1+e^{-t}}$ and $m_i = s(u^Tx_i)$ for labels $b_i \in \{0,1\}$. `;
const SHARES = R`Let $p_k = \frac{e^{c_k}}{\sum_{j=1}^M e^{c_j}}$. `;

const CASES: readonly (readonly [says: string, document: string, last: string])[] = [
  ["weights on a diagonal", R`${SHAPES}$$\sum_{i=1}^n d_i (b_i - u^Ta_i)^2 = (b-Au)^T D (b-Au)$$`, "holds"],
  ["a square of them", R`${SHAPES}$$\sum_{i=1}^n d_i (b_i - u^Ta_i)^2 = (b-Au)^T D^2 (b-Au)$$`, "unchecked"],
  [
    "the weighted solution",
    R`${SHAPES}$$f(u) = \sum_{i=1}^n d_i (b_i - u^Ta_i)^2$$ $$\nabla f(u) = -2A^TD(b-Au) = 0 \Rightarrow u = (A^TDA)^{-1}A^TDb$$`,
    "holds",
  ],
  [
    "without its weights",
    R`${SHAPES}$$f(u) = \sum_{i=1}^n d_i (b_i - u^Ta_i)^2$$ $$\nabla f(u) = -2A^TD(b-Au) = 0 \Rightarrow u = (A^TDA)^{-1}A^Tb$$`,
    "fails",
  ],
  ["x_i is a vector beside u", R`${ODDS}$$-\sum_{i=1}^n [b_i(1-m_i) - (1-b_i)m_i]x_i = \sum_{i=1}^n (m_i - b_i)x_i$$`, "holds"],
  ["with its sign", R`Let $A \in \mathbb{R}^{n\times d}$. ${ODDS}$$-\sum_{i=1}^n [b_i(1-m_i) - (1-b_i)m_i]x_i = \sum_{i=1}^n (b_i - m_i)x_i$$`, "fails"],
  ["a form of its matrix", R`${ODDS}For $H = \sum_{i=1}^n m_i(1-m_i)x_ix_i^T$ and a vector $v$, $$v^THv = \sum_{i=1}^n m_i(1-m_i)(v^Tx_i)^2$$`, "holds"],
  ["without a square", R`${ODDS}For $H = \sum_{i=1}^n m_i(1-m_i)x_ix_i^T$ and a vector $v$, $$v^THv = \sum_{i=1}^n m_i(1-m_i)v^Tx_i$$`, "unchecked"],
  ["an error E beside an expectation", R`${SHAPES}The noise has $E[\varepsilon] = 0$. $$E(u) = \frac12\|Au-b\|^2$$ $$\nabla_u E = A^T(Au-b)$$`, "holds"],
  ["short sums below a derivative", R`${SHARES}$$\frac{\partial p_k}{\partial c_k} = \frac{e^{c_k}\sum_j e^{c_j} - e^{2c_k}}{(\sum_j e^{c_j})^2}$$`, "holds"],
  ["a lost square", R`${SHARES}$$\frac{\partial p_k}{\partial c_k} = \frac{e^{c_k}\sum_j e^{c_j} - e^{2c_k}}{\sum_j e^{c_j}}$$`, "fails"],
  ["a term left out of a sum", R`${SHARES}$$-b_i(1-p_i) + \sum_{k\neq i}b_kp_i = -b_i + p_i\sum_{k=1}^M b_k$$`, "holds"],
];

it.each(CASES)("%s", (_, document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
