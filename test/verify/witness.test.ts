/** The points that failing steps name: small numbers, entries of vectors and matrices, nothing that does not matter. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const failing = (text: string) => stepsOf(check(text)).filter((s) => s.verdict === "fails");

it("a matrix is listed row by row, in whole numbers, and the entry that differs is named", () => {
  const [step] = failing(String.raw`Let $A$ be a real $2 \times 3$ matrix and $x \in \mathbb{R}^3$. Then $$\nabla_x \|A x\|^2 = A^\top A x.$$`);
  expect(step.message).toMatch(
    /^Does not hold: at A = \((-?\d, -?\d, -?\d; -?\d, -?\d, -?\d)\), x = \((-?\d, -?\d, -?\d)\) entry \d of the left side is -?\d+, of the right side -?\d+\./,
  );
  const { A, x } = (step.witness?.values ?? {}) as { A: number[]; x: number[] };
  const y = [0, 3].map((row) => [0, 1, 2].reduce((sum, j) => sum + A[row + j] * x[j], 0));
  const gradient = [0, 1, 2].map((j) => 2 * (A[j] * y[0] + A[3 + j] * y[1]));
  expect(gradient).toContain(step.witness?.left);
});

it("numbers that an expectation averages away are not named", () => {
  const [step] = failing(String.raw`Let $q(z|x) = \frac{1}{\sqrt{2\pi}\, s} e^{-(z - m)^2/(2 s^2)}$. Then $$E_{q(z|x)}[z] + s = m + 2 s.$$`);
  expect(Object.keys(step.witness?.values ?? {}).sort()).toEqual(["m", "s"]);
});

it("tables of distributions are named, small and in simple fractions", () => {
  const [step] = failing(String.raw`For all distributions $$\sum_z q(z|x) \log \frac{q(z|x)}{p(z)} = \sum_z q(z|x) \log \frac{p(z)}{q(z|x)}$$`);
  expect(step.message).toMatch(/at q\(z \| x\) = \(\d\/\d, \d\/\d\), p\(z\) = \(\d\/\d, \d\/\d\) the left side is /);
  const [q, p] = ["q", "p"].map((n) => Object.entries(step.witness?.values ?? {}).find(([k]) => k.startsWith(n))?.[1] as number[]);
  const divergence = q.reduce((sum, x, i) => sum + x * Math.log(x / p[i]), 0);
  expect(q[0] + q[1]).toBeCloseTo(1);
  expect(step.witness?.left).toBeCloseTo(divergence, 9);
  expect(step.witness?.right).toBeCloseTo(-divergence, 9);
});

it("a distribution at values that nothing sums over is a number", () => {
  const [step] = failing(String.raw`By Bayes' rule, for every joint distribution $p(x, z)$, $$p(z | x) = \frac{p(x | z)\, p(z)}{p(z)}.$$`);
  expect(step.message).toMatch(/p\(z \| x\) = \d\/\d, /);
  expect(step.message).not.toMatch(/= \(/);
});

it("the terms of a sum of one or two are named", () => {
  const [step] = failing(String.raw`Let $h(b) = \sum_{i=1}^n (y_i b x_i - e^{b x_i})$. Then $$h''(b) = -\sum_{i=1}^n x_i e^{b x_i}$$`);
  expect(step.message).toMatch(/at b = [\d.]+, n = 1, x_1 = [\d.]+ the left side is /);
});

it("a wrong solved form says where it is false", () => {
  const [step] = failing(String.raw`The precision is $$\frac{1}{B_t} = \frac{a_t}{b_t} + \frac{1}{c}.$$ Hence $$B_t = \frac{a_t}{b_t} + c.$$`);
  expect(step.message).toMatch(/ at [^.]* = /);
});
