/** Matrices that are written out: their products, commutators and inverses are worked out, also beside words of operators and far from where they were given. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const PAULI = R`$$\sigma_x = \begin{pmatrix}0&1\\1&0\end{pmatrix},\quad \sigma_y = \begin{pmatrix}0&-i\\i&0\end{pmatrix},\quad \sigma_z = \begin{pmatrix}1&0\\0&-1\end{pmatrix}$$`;
const FOUR = R`\[ A = \begin{pmatrix} 4 & 1\\ 2 & 3\end{pmatrix} \]`;
const EIGEN = R`\begin{align*}
\det(A - \lambda I) &= (4-\lambda)(3-\lambda) - 2 \\
 &= \lambda^2 - 7\lambda + 10 \\
 &= (\lambda - 2)(\lambda - 5)
\end{align*}
so the eigenvalues are $\lambda_1 = 2$ and $\lambda_2 = 5$. An eigenvector for $\lambda_2$ is $v = (1,1)^T$, since $A v = \begin{pmatrix}5\\5\end{pmatrix} = 5 v$.`;

it.each<[string, string, string]>([
  [
    "a product of operators with matrices",
    R`The Pauli operators are ${PAULI} with the commutator $$\sigma_x\sigma_y - \sigma_y\sigma_x = 2i\sigma_z$$`,
    "holds",
  ],
  ["a wrong one", R`The Pauli operators are ${PAULI} with the commutator $$\sigma_x\sigma_y - \sigma_y\sigma_x = i\sigma_z$$`, "fails"],
  ["a commutator in brackets", R`${PAULI} $$[\sigma_x, \sigma_y] = 2i\sigma_z$$`, "holds"],
  ["a wrong one in brackets", R`${PAULI} $$[\sigma_x, \sigma_y] = i\sigma_z$$`, "fails"],
  ["a pair of numbers", R`Let $a = 1$ and $b = 3$. $$[a, b] = [1, 3]$$`, "holds"],
  ["operators without matrices", R`The Pauli operators satisfy $$\sigma_x\sigma_y - \sigma_y\sigma_x = i\sigma_z$$`, "given"],
  ["an equation between names", R`Let $B = \begin{pmatrix}1&1\\0&1\end{pmatrix}$ and $C = \begin{pmatrix}1&2\\0&1\end{pmatrix}$. We have $$B^2 = C$$`, "holds"],
  ["a wrong one", R`Let $B = \begin{pmatrix}1&1\\0&1\end{pmatrix}$ and $C = \begin{pmatrix}1&2\\0&1\end{pmatrix}$. We have $$B^3 = C$$`, "fails"],
  ["an inverse after much else", R`${FOUR} ${EIGEN} The inverse is $$A^{-1} = \frac{1}{10}\begin{pmatrix} 3 & -1\\ -2 & 4\end{pmatrix}$$`, "holds"],
  ["a wrong inverse after much else", R`${FOUR} ${EIGEN} The inverse is $$A^{-1} = \frac{1}{10}\begin{pmatrix} 3 & 1\\ 2 & 4\end{pmatrix}$$`, "fails"],
])("%s", (_, text, last) => expect(verdicts(text).at(-1)).toBe(last));
