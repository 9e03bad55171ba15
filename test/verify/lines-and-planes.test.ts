/** Points and directions: unit vectors beside each other, a number before a direction. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const cross = R`Let $\mathbf{a} = (2, 1, -1)$ and $\mathbf{b} = (1, 0, 3)$. Then $$\mathbf{a}\times\mathbf{b} = \begin{vmatrix}\mathbf{i}&\mathbf{j}&\mathbf{k}\\2&1&-1\\1&0&3\end{vmatrix}`;

it.each([
  [R`${cross} = 3\mathbf{i} - 7\mathbf{j} - \mathbf{k}.$$`, "holds"],
  [R`${cross} = 3\mathbf{i} + 7\mathbf{j} - \mathbf{k}.$$`, "fails"],
  [R`The line is $\mathbf{r}(t) = (1, 0, 2) + t(3, 1, -1)$. So $\mathbf{r}(2) = (7, 2, 0)$.`, "holds"],
  [R`The line is $\mathbf{r}(t) = (1, 0, 2) + t(3, 1, -1)$. So $\mathbf{r}(2) = (7, 2, 4)$.`, "fails"],
  [R`$$(1, 0) + \lambda(2, 3) = (1 + 2\lambda, 3\lambda)$$`, "holds"],
])("%s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
