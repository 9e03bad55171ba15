/** Values that words call eigenvalues of a matrix of numbers. */
import { expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const A = R`Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$.`;
const CASES: readonly (readonly [text: string, last: string])[] = [
  [R`The eigenvalues of $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$ are $\lambda_1 = 3$ and $\lambda_2 = 1$.`, "holds"],
  [R`The eigenvalues of $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$ are $\lambda_1 = 3$ and $\lambda_2 = 2$.`, "fails"],
  [R`${A} Its eigenvalues are $\lambda = 3, 1$.`, "holds"],
  [R`${A} $A$ has the eigenvalues $\lambda_1 = 3$ and $\lambda_2 = -1$.`, "fails"],
  [R`Let $B = \begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}$. The eigenvalues are $\lambda = \pm i$.`, "holds"],
  [R`Let $B = \begin{pmatrix} 1 & 1 \\ 1 & 0 \end{pmatrix}$. The eigenvalues are $\lambda = \frac{1 \pm \sqrt5}{2}$.`, "holds"],
  // of other matrices
  [R`${A} The eigenvalues of $A^{-1}$ are $\lambda_1 = 1$ and $\lambda_2 = \frac13$.`, "defines"],
  [R`${A} The generalized problem $Ax = \lambda Bx$ has the eigenvalue $\lambda_1 = 7$.`, "defines"],
  [R`${A} Suppose the eigenvalues of $A$ were $\lambda_1 = 5$.`, "defines"],
];
it.each(CASES)("%s", (text, last) => expect(verdicts(text).at(-1)).toBe(last));

it("offers the eigenvalue that is missing", () => {
  const step = stepsOf(check(R`${A} The eigenvalues are $\lambda_1 = 3$ and $\lambda_2 = 2$.`)).at(-1);
  expect(step?.message).toBe("Does not hold: 2 is no eigenvalue of A, for det(A − λI) is -1, not 0 there.");
  expect(step?.fixes?.map((f) => f.edits[0].newText)).toEqual(["1"]);
});
