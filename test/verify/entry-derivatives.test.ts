/** Derivatives by an entry of a vector or a matrix, and by a term of a probability vector. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1].verdict;
};
const VECTOR = "Let $x = (x_1,\\dots,x_n)$ be a vector and $A$ a symmetric matrix.\n\n";
const LAGRANGIAN =
  "We maximise over all probability vectors $p = (p_1,\\dots,p_n)$, that is subject to $\\sum_{i=1}^n p_i = 1$.\n\n$$L(p,\\lambda) = \\sum_{i=1}^n p_i s_i - T\\sum_{i=1}^n p_i\\log p_i + \\lambda\\Big(1-\\sum_{i=1}^n p_i\\Big)$$\n\n";

describe("derivatives by entries", () => {
  it.each([
    [VECTOR, "\\frac{\\partial}{\\partial x_i} \\|x\\|^2 = 2x_i"],
    [VECTOR, "\\frac{\\partial}{\\partial x_i} x^\\top A x = 2\\sum_j A_{ij}x_j"],
    [VECTOR, "\\frac{\\partial}{\\partial A_{ij}} x^\\top A x = x_i x_j"],
    [VECTOR, "\\frac{\\partial^2}{\\partial x_i\\partial x_j} x^\\top A x = 2A_{ij}"],
    [LAGRANGIAN, "\\frac{\\partial L}{\\partial p_i} = s_i - T\\log p_i - T - \\lambda"],
  ])("%s%s holds", (before, step) => expect(last(`${before}$$${step}$$\n`)).toBe("holds"));
  it.each([
    [VECTOR, "\\frac{\\partial}{\\partial x_i} x^\\top A x = \\sum_j A_{ij}x_j"],
    [VECTOR, "\\frac{\\partial}{\\partial x_i} \\|x\\|^2 = x_i"],
    [LAGRANGIAN, "\\frac{\\partial L}{\\partial p_i} = s_i - T\\log p_i + T - \\lambda"],
  ])("%s%s fails", (before, step) => expect(last(`${before}$$${step}$$\n`)).toBe("fails"));
});
