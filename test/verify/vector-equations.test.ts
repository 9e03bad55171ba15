/** Solved forms of equations between vectors: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

const CASES: [string, string][] = [
  [R`\[ (B^T B + c I) v = B^T u \implies v = (B^T B + c I)^{-1} B^T u. \]`, "holds"],
  [R`\[ (B^T B + c I) v = B^T u \implies v = (B^T B - c I)^{-1} B^T u. \]`, "fails"],
  [R`The normal equations are $B^T B v = B^T u$. Hence $\hat v = (B^T B)^{-1} B^T u$.`, "holds"],
  [R`The normal equations are $B^T B v = B^T u$. Hence $\hat v = (B B^T)^{-1} B^T u$.`, "fails"],
  [
    R`Let $\mathbf{u} \in \mathbb{R}^n$. \begin{align} \nabla_{\mathbf{v}} \left(\|\mathbf{u} - B\mathbf{v}\|^2 + c \|\mathbf{v}\|^2\right) &= -2 B^T (\mathbf{u} - B\mathbf{v}) + 2 c \mathbf{v} = 0 \\ \implies \mathbf{v}^* &= (B^T B + 2 c I)^{-1} B^T \mathbf{u} \end{align}`,
    "fails",
  ],
  [R`\[ 2 A \mathbf{x} + \mathbf{b} = 0 \implies \mathbf{x} = -\tfrac12 A^{-1} \mathbf{b}. \]`, "holds"],
  [R`Let $c, u\in\mathbb{R}^n$. \begin{align*} c^\top u - \kappa\|c\|^2 &= b \\ \kappa &= \frac{c^\top u - b}{\|c\|^2} \end{align*}`, "holds"],
  [R`Let $c, u\in\mathbb{R}^n$. \begin{align*} c^\top u - \kappa\|c\|^2 &= b \\ \kappa &= \frac{c^\top u - b}{\|c\|} \end{align*}`, "fails"],
  // a term of what was inverted is lost
  [R`We have \[ (X^\top X + \lambda I) w = X^\top y. \] Hence \[ w = (X^\top X)^{-1} X^\top y. \]`, "fails"],
  [R`We have \[ (X^\top X + \lambda I) w = X^\top y. \] Hence \[ w = (X^\top X + \lambda I)^{-1} X^\top y. \]`, "holds"],
  [R`\[ \nabla J(w) = -2X^\top(y-Xw)+2\lambda w = 0 \Rightarrow (X^\top X+\lambda I)w = X^\top y \Rightarrow w = (X^\top X)^{-1}X^\top y \]`, "fails"],
  // words that lead to another equation
  [R`We have \[ (X^\top X + \lambda I) w = X^\top y. \] Without the penalty we get \[ w = (X^\top X)^{-1} X^\top y. \]`, "given"],
  [R`We have \[ (X^\top X + \lambda I) w = X^\top y. \] So as $\lambda$ goes to zero, we get \[ w = (X^\top X)^{-1} X^\top y. \]`, "given"],
  // a multiplier that is not there any more may have been found elsewhere
  [R`We have \[ \Sigma w = \lambda u. \] Hence \[ w = \Sigma^{-1} u. \]`, "given"],
  // the equation is not the one that was solved
  [R`We have $B v = u$. Let $\hat v = B^T u$.`, "defines"],
];

describe("solved forms of equations between vectors", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text, "case.tex").at(-1)).toBe(verdict));
});
