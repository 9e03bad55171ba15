/** Rows that hold up to a constant: what is free of the variable may go into it, what is not may not. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

test.each<[string, string]>([
  [String.raw`\begin{align*} \ln f(u) &= -\frac12 (u - a)^2 + \text{const} \\ &= -\frac12 u^2 + a u + \text{const} \end{align*}`, "holds"],
  [String.raw`\begin{align*} \ln f(u) &= -\frac12 (u - a)^2 + \text{const.} \\ &= -\frac12 u^2 - a u + \text{const.} \end{align*}`, "unchecked"],
  [String.raw`\begin{align*} F &= -\frac12 (u - a)^2 + \text{const.} \\ &= -\frac12 u^2 - a u + \text{const.} \end{align*}`, "fails"],
  [String.raw`\begin{align*} H(u) &= u^2 + a + \text{const} \\ &= u^3 + a + \text{const} \end{align*}`, "fails"],
  [String.raw`\begin{align*} G &= \sum_{i=1}^n (y_i - m_k)^2 + \mathrm{const} \\ &= n m_k^2 - 2 m_k \sum_{i=1}^n y_i + \mathrm{const} \end{align*}`, "holds"],
])("%s is %s", (text, expected) => {
  expect(verdicts(text).slice(-1)).toEqual([expected]);
});

test("a variable that two equations pin at one place is free under its integral", () => {
  const pinned = String.raw`We know that $v-2 = x$, and $v = \sin x$ on the curve.`;
  expect(verdicts(String.raw`${pinned} $$\int \sin^2 x\,dx = \frac{x}{2} + \frac{\sin 2x}{4} + C$$`).pop()).toBe("fails");
  expect(verdicts(String.raw`${pinned} $$\int \sin^2 x\,dx = \frac{x}{2} - \frac{\sin 2x}{4} + C$$`).pop()).toBe("holds");
});
