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
