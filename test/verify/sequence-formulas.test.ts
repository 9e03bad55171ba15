/** Terms of a sequence that a formula defines are worked out: what they are said to be is no definition. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`Let $a_n = \frac{1}{n^2}$. Then $a_2 = \frac14$.`, "holds"],
  [R`Let $a_n = \frac{1}{n^2}$. Then $a_2 = \frac12$.`, "fails"],
  [R`Consider $b_k = c 2^k$, so $b_3 = 6c$.`, "fails"],
  [R`Let $I_n = \int_0^1 x^n e^x\,dx$. Then $I_n = e - nI_{n-1}$ and $I_1 = e - I_0$.`, "holds"],
  [R`Let $I_n = \int_0^1 x^n e^x\,dx$. Then $I_n = e - nI_{n-1}$ and $I_2 = e - I_1$.`, "fails"],
  [R`Let $x_n = \frac1n$ be a sequence; the data are $x_1 = 2$, $x_2 = 7$.`, "defines"],
  [
    R`Let $a_n = n^2$.

The sequence $a_n = a_{n-1} + a_{n-2}$ has $a_1 = 1$, $a_2 = 1$, so $a_3 = 2$.`,
    "holds",
  ],
  // labels
  [R`Here $v_B = -2a$. Then $v_B^2 = 4a^2$.`, "holds"],
  [R`Here $v_B = -2a$. Then $v_B^2 = 2a^2$.`, "fails"],
  [R`As $\dot{q}_A = 3t$, $\dot{q}_C = 4t$, we have $\dot{q}_A^2 + \dot{q}_C^2 = 25t^2$.`, "holds"],
  // exceptions, values that begin a recurrence, data
  [R`Let $a_n = \frac{2}{n^2+1}$ and $a_0 = 1$.`, "defines"],
  [R`Let $a_n = 3 a_{n-1}$ with $a_1 = 2$.`, "given"],
  [R`Let $a_n = 2^n$ for $n \ge 2$ and $a_1 = 3$.`, "defines"],
])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));

it("a letter I with an index is no identity where it is a number, nor with an index that is no size", () => {
  expect(verdicts(R`The inertia is $$I_c = \int_{-L/2}^{L/2} x^2 \frac{M}{L}\,dx = \frac{1}{12} M L^2$$`)).toEqual(["defines", "holds"]);
  expect(verdicts(R`Let $I_n = \int_0^1 x^n e^x\,dx$. Then $I_n = e - nI_{n-1}$.`).at(-1)).toBe("holds");
  expect(
    verdicts(R`Let $X \in \mathbb{R}^{n \times p}$ have full column rank. Then $$\operatorname{tr}((X^TX)^{-1}X^TX) = \operatorname{tr}(I_p) = n$$`).at(-1),
  ).toBe("fails");
});

it("what a later part declares anew is not what an earlier part said it is", () => {
  const text = R`## Exercise 1
Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$.

## Exercise 2
For invertible $A, B \in \mathbb{R}^{n \times n}$ we have $$AB = BA$$`;
  expect(verdicts(text).at(-1)).toBe("fails");
});

it.each([
  ["a property of any matrix of that name", "\n## Part 2\n", "given"],
  ["in the part that gives its value", "", "fails"],
])("%s", (_, between, verdict) => {
  const text = R`## Part 1
Let $\mathbf{B} = \begin{bmatrix} 1 & 1 \\ -1 & 2 \end{bmatrix}$.
${between}We want matrices where $\mathbf{B}^\top = \mathbf{B}^{-1}$.`;
  expect(verdicts(text).at(-1)).toBe(verdict);
});

it("a function that a later part supposes anew is not the one before", () => {
  const text = R`## Exercise 1
Let $g(x) = \ln x$.

## Exercise 2
Suppose that $g$ is convex. Then $$g\left(\frac{x + y}{2}\right) \le \frac{g(x) + g(y)}{2}$$`;
  expect(verdicts(text).at(-1)).not.toBe("fails");
});

it.each([
  ["softmax", R`Let $y_k$ be numbers. Then $$\sum_k y_k(\delta_{ki}-p_i) = y_i - p_i\sum_k y_k$$`, "holds"],
  ["a delta in a sum with bounds", R`Here $$\sum_{k=1}^n \delta_{ki} y_k = y_i$$`, "holds"],
])("%s", (_, text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));

it("a function of a later part is not what the letter was in an earlier part", () => {
  const text = R`## Exercise 1
The loss is $L = \frac12 (a - b)^2$.

## Exercise 2
The Lagrangian is $L(w, b) = \frac12\|w\|^2 - b \lambda$. Then $$\frac{\partial L}{\partial b} = `;
  expect(verdicts(`${text}${R`-\lambda$$`}`).at(-1)).toBe("holds");
  expect(verdicts(`${text}${R`\lambda$$`}`).at(-1)).toBe("fails");
});

it.each([
  [R`Let $L = -\sum_i p_i\log p_i+\lambda(\sum_i p_i-1)$. Then $$\frac{\partial L}{\partial p_i} = -\log p_i-1+\lambda$$`, "holds"],
  [R`Let $L = -\sum_i p_i\log p_i+\lambda(\sum_i p_i-1)$. Then $$\frac{\partial L}{\partial p_i} = -\log p_i+1+\lambda$$`, "fails"],
])("the term that is varied has the letter of the sum: %s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
