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
