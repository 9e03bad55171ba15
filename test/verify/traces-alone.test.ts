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
