/** What equations say of traces and determinants: a matrix is not found by a search for a number; matrices that are written out are worked out. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`We know $\operatorname{tr}(A) = 4$. Thus $\det(A) = 4$.`, "given"],
  [R`Suppose $A = B$, and $\det A = 0$. $$\det A + \det A = \det A - \det B$$`, "given"],
  [R`Solve $M^TMx = M^Tb$ with $M = \begin{bmatrix}1&0\\1&1\\1&2\end{bmatrix}$: $M^TM = \begin{bmatrix}3&3\\3&5\end{bmatrix}$`, "holds"],
  [R`Solve $M^TMx = M^Tb$ with $M = \begin{bmatrix}1&0\\1&1\\1&2\end{bmatrix}$: $M^TM = \begin{bmatrix}3&4\\3&5\end{bmatrix}$`, "fails"],
  [R`Let $u = (1,2)$ and $v = (3,a)$. Find $a$ such that $u\cdot v = 0$.`, "given"],
])("%s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));

const TURN = R`Let $R = \begin{pmatrix} \cos t & -\sin t \\ \sin t & \cos t \end{pmatrix}$.`;
it.each([
  [R`${TURN} Then $R^T R = I$ and $\operatorname{tr} R = 2\cos t$.`, "holds"],
  [R`${TURN} Then $R^T R = I$ and $\operatorname{tr} R = \cos t$.`, "fails"],
  [R`${TURN} For which $t$ is $\operatorname{tr} R = 1$?`, "given"],
  [R`${TURN} For which $s$ is $\operatorname{tr} R = s$?`, "given"],
])("of a matrix whose entries are formulas: %s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));
