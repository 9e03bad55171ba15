/** Integrals of oscillating functions against their closed forms. */
import { expect, it } from "vitest";
import { fourierRule } from "../../src/numeric/fourier";

const integral = (f: (x: number) => number, omega: number, theta: number, h: number): number => {
  const { points, weights } = fourierRule(omega, theta, h);
  return points.reduce((sum, x, i) => (weights[i] === 0 || x === 0 ? sum : sum + weights[i] * f(x)), 0);
};

it.each([
  ["sin x / x", (x: number) => Math.sin(x) / x, 1, 0, Math.PI / 2],
  ["cos x / (1 + x²)", (x: number) => Math.cos(x) / (1 + x * x), 1, Math.PI / 2, Math.PI / (2 * Math.E)],
  ["x sin 3x / (4 + x²)", (x: number) => (x * Math.sin(3 * x)) / (4 + x * x), 3, 0, (Math.PI / 2) * Math.exp(-6)],
  ["cos x / √x", (x: number) => Math.cos(x) / Math.sqrt(x), 1, Math.PI / 2, Math.sqrt(Math.PI / 2)],
  ["sin(x + 1) / (1 + x)", (x: number) => Math.sin(x + 1) / (1 + x), 1, 1, Math.PI / 2 - 0.946083070367183],
])("%s", (_, f, omega, theta, value) => {
  for (const h of [0.06, 0.04]) expect(Math.abs(integral(f, omega, theta, h) - value)).toBeLessThan(1e-9);
});
