/** What does not depend on a bound variable is evaluated outside of it: the values are the same as inside. */
import { afterEach, expect, test, vi } from "vitest";
import { WorldModel } from "../../src/worlds/model";
import { check, stepsOf } from "../verify/run";

const FORMULAS = [
  "\\sum_{i=1}^{12} \\sum_{j=1}^{12} \\frac{a + 1}{b^2 + 3} i j = \\frac{6084 (a + 1)}{b^2 + 3}",
  "\\sum_{i=1}^{30} \\left(i + \\sum_{k=1}^{30} k x^2\\right) = 465 + 13950 x^2",
  "\\int_0^1 \\int_0^{x} \\sqrt{1 + c^2} \\cos(y) \\, dy \\, dx = (1 - \\cos 1) \\sqrt{1 + c^2}",
  "\\int_0^1 f(t) \\sin(a b) \\, dt = \\sin(ab) \\int_0^1 f(s) \\, ds",
  "\\int_0^1 f(a) \\cos(a t) \\, dt = \\sin(a) \\int_0^1 f(s) \\, ds",
  "\\sum_{i=1}^{40} x_i \\sum_{j=1}^{40} x_j = \\left(\\sum_{i=1}^{40} x_i\\right)^2",
  "\\sum_{i=1}^{40} \\sum_{j=1}^{40} x_i x_j = \\sum_{i=1}^{40} x_i^2",
  "\\lim_{t \\to 0} \\frac{\\sin(a t)}{t} \\lim_{t \\to 0} (b + \\cos t) = a (b + 1)",
  "\\sum_{k=1}^{30} k a \\sum_{k=1}^{30} (k + b) = 465 a (465 + 30 b)",
  "\\sum_{k=1}^{30} k a \\sum_{k=1}^{k} (k + b) = 465 a (465 + 30 b)",
  "\\int_0^1 x a \\int_0^x \\left(x + \\int_0^x x b \\, dx\\right) dx \\, dx = \\frac{a}{8} + \\frac{a b}{30}",
  "\\sum_x p(x) \\log \\sum_z p(x, z) = \\sum_x p(x) \\log p(x)",
];
const DEFINED = [
  "Let $g(t) = t \\sin(x) + h$ and $h = x^2 + 1$. Then $\\int_0^2 e^{x} g(t) \\, dt = 2 e^x (\\sin x + x^2 + 1)$.",
  "Let $q(z) = \\frac{1}{\\sqrt{2\\pi} s} e^{-z^2/(2 s^2)}$. Then $\\int_{-\\infty}^{\\infty} q(z) \\cos(z) \\, dz = e^{-s^2/2}$.",
];

const report = (text: string): unknown => stepsOf(check(text)).map((s) => [s.verdict, s.code, s.witness, s.evidence?.maxRelativeError]);

afterEach(() => vi.restoreAllMocks());

test.each([...FORMULAS.map((f) => `$$${f}$$`), ...DEFINED])("%s", (text) => {
  const reads = vi.spyOn(WorldModel.prototype, "reads");
  const fast = report(text);
  expect(reads).toHaveBeenCalled();
  reads.mockReturnValue(undefined);
  expect(fast).toEqual(report(text));
});
