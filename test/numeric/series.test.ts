/** Infinite series against closed forms, and refusals of divergent ones. */
import { expect, test } from "vitest";
import { seriesLanes, sumSeries, type Terms } from "../../src/numeric/series";

const from =
  (t: (k: number) => number): Terms =>
  (start, count) => {
    const values = Float64Array.from({ length: count }, (_, i) => t(start + i));
    return { values, errors: values.map((v) => 2e-16 * Math.abs(v)) };
  };
const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));

const SUMS: [string, (k: number) => number, number][] = [
  ["2^-k", (k) => 0.5 ** k, 2],
  ["0.9^k", (k) => 0.9 ** k, 10],
  ["(-0.95)^k", (k) => (-0.95) ** k, 1 / 1.95],
  ["k 0.5^k", (k) => k * 0.5 ** k, 2],
  ["1/k!", (k) => (k > 170 ? 0 : 1 / factorial(k)), Math.E],
  ["(-3)^k/k!", (k) => (k > 170 ? 0 : (-3) ** k / factorial(k)), Math.exp(-3)],
  ["20^k/k!", (k) => (k > 170 ? 0 : 20 ** k / factorial(k)), Math.exp(20)],
  ["x^(2k) with gaps", (k) => (k % 2 ? 0 : 0.5 ** k), 4 / 3],
  ["(-1)^k/(k+1)", (k) => (-1) ** k / (k + 1), Math.LN2],
  ["(-1)^k/(2k+1)", (k) => (-1) ** k / (2 * k + 1), Math.PI / 4],
  ["(-1)^k/√(k+1)", (k) => (-1) ** k / Math.sqrt(k + 1), 0.6048986434216304],
  ["1/k²", (k) => 1 / (k + 1) ** 2, Math.PI ** 2 / 6],
  ["1/k² from 0 with a zero", (k) => (k === 0 ? 0 : 1 / k ** 2), Math.PI ** 2 / 6],
  ["1/(k(k+1))", (k) => 1 / ((k + 1) * (k + 2)), 1],
  ["1/k^4", (k) => (k + 1) ** -4, Math.PI ** 4 / 90],
  ["1/k^1.5", (k) => (k + 1) ** -1.5, 2.612375348685488],
  ["1/(k²+1)", (k) => 1 / (k * k + 1), (Math.PI / Math.tanh(Math.PI) + 1) / 2],
  ["zero", () => 0, 0],
];
test.each(SUMS)("Σ %s", (_, t, value) => {
  const r = sumSeries(from(t));
  expect(r).toBeDefined();
  expect(Math.abs((r?.value ?? NaN) - value)).toBeLessThanOrEqual((r?.error ?? 0) + 2e-16 * Math.abs(value));
  expect(r?.error).toBeLessThan(1e-9 * Math.max(1, value));
});

const DIVERGENT: [string, (k: number) => number][] = [
  ["1/k", (k) => 1 / (k + 1)],
  ["1/(k log k)", (k) => 1 / ((k + 2) * Math.log(k + 2))],
  ["1/√k", (k) => 1 / Math.sqrt(k + 1)],
  ["1", () => 1],
  ["(-1)^k", (k) => (-1) ** k],
  ["k", (k) => k],
  ["1 + 1/k²", (k) => 1 + 1 / (k + 1) ** 2],
  ["(-1.001)^k/(k+1), just outside", (k) => (-1.001) ** k / (k + 1)],
  ["(-1.02)^k/(k+1)", (k) => (-1.02) ** k / (k + 1)],
  ["(-1)^k 1.0001^k/(k+1)²", (k) => ((-1) ** k * 1.0001 ** k) / (k + 1) ** 2],
  ["1.05^k/(k+1)", (k) => 1.05 ** k / (k + 1)],
  ["k! 0.1^k", (k) => (k > 170 ? Infinity : factorial(k) * 0.1 ** k)],
  ["k! (-0.01)^k", (k) => (k > 170 ? Infinity : factorial(k) * (-0.01) ** k)],
  ["sin k", (k) => Math.sin(k)],
  ["undefined", (k) => (k === 3 ? NaN : 0.5 ** k)],
];
test.each(DIVERGENT)("refuses Σ %s", (_, t) => {
  expect(sumSeries(from(t))).toBeUndefined();
});

test("lanes are independent", () => {
  const r = seriesLanes(3, (start, count) => {
    const values = Float64Array.from({ length: 3 * count }, (_, i) => [0.5, 1, -0.9][Math.floor(i / count)] ** (start + (i % count)));
    return { values, errors: new Float64Array(3 * count) };
  });
  expect(r[0].value).toBeCloseTo(2, 13);
  expect(r[1].value).toBeNaN();
  expect(r[2].value).toBeCloseTo(1 / 1.9, 13);
});
