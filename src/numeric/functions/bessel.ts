/** Bessel functions of real order: power series where they do not cancel, else Schläfli's integrals by Gauss–Legendre panels (DLMF 10.2.2, 10.9.6-7, 10.32.4, 10.32.9). */
import besselj0 from "@stdlib/math-base-special-besselj0";
import besselj1 from "@stdlib/math-base-special-besselj1";
import type { Function1, Function2 } from "../arithmetic";
import { gammaOf } from "./gamma";
import type { Real1, Real2 } from "./real";

/** Nodes and weights of the 16-point Gauss–Legendre rule on [-1, 1], positive half. */
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003, 0.8656312023878318, 0.9445750230732326,
  0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388, 0.09515851168249279, 0.062253523938647894,
  0.027152459411754096,
];

function panels(f: (t: number) => number, from: number, to: number, count: number): number {
  const half = (to - from) / (2 * count);
  let sum = 0;
  for (let p = 0; p < count; p++) {
    const middle = from + (2 * p + 1) * half;
    for (let j = 0; j < 8; j++) sum += WEIGHTS[j] * (f(middle - half * NODES[j]) + f(middle + half * NODES[j]));
  }
  return sum * half;
}

/** Σ (±x²/4)^k/(k! Γ(ν+k+1)) times (x/2)^ν, for x > 0. */
function series(order: number, x: number, sign: number): number {
  const q = (sign * x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 200; k++) {
    term *= q / (k * (order + k));
    sum += term;
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
  }
  const top = gammaOf(order + 1);
  return top > 1e300 || Number.isNaN(top) ? NaN : ((x / 2) ** order / top) * sum;
}

const usesSeries = (order: number, x: number) => order > -1 && order < 150 && x * x < 4 * (order + 1);
/** Where x sinh t + ν t > 750 the integrand is nothing. */
const reach = (order: number, x: number) => Math.asinh((40 + Math.abs(order) * 12) / x) + 1;
const count = (order: number, x: number) => 4 + Math.ceil((x + Math.abs(order)) / 6);
const isWhole = Number.isInteger;

function outside(order: number, x: number): boolean {
  return !(Math.abs(order) <= 500 && Math.abs(x) <= 1e4) || (x < 0 && !isWhole(order));
}

function besselj(order: number, x: number): number {
  if (outside(order, x)) return NaN;
  if (x === 0) return order === 0 ? 1 : order > 0 || isWhole(order) ? 0 : NaN;
  if (isWhole(order) && (order < 0 || x < 0))
    return (Math.min(order, 0) + (x < 0 ? order : 0)) % 2 === 0 ? besselj(Math.abs(order), Math.abs(x)) : -besselj(Math.abs(order), Math.abs(x));
  if (usesSeries(order, x)) return series(order, x, -1);
  const main = panels((t) => Math.cos(order * t - x * Math.sin(t)), 0, Math.PI, count(order, x));
  if (isWhole(order)) return main / Math.PI;
  const tail = panels((t) => Math.exp(-x * Math.sinh(t) - order * t), 0, reach(order, x), 24);
  return (main - Math.sin(order * Math.PI) * tail) / Math.PI;
}

function bessely(order: number, x: number): number {
  if (outside(order, x) || x <= 0) return NaN;
  const main = panels((t) => Math.sin(x * Math.sin(t) - order * t), 0, Math.PI, count(order, x));
  const c = Math.cos(order * Math.PI);
  const tail = panels((t) => (Math.exp(order * t) + c * Math.exp(-order * t)) * Math.exp(-x * Math.sinh(t)), 0, reach(order, x), 32);
  return (main - tail) / Math.PI;
}

function besseli(order: number, x: number): number {
  if (outside(order, x)) return NaN;
  if (isWhole(order) && (order < 0 || x < 0)) return (x < 0 && order % 2 !== 0 ? -1 : 1) * besseli(Math.abs(order), Math.abs(x));
  if (x === 0) return order === 0 ? 1 : order > 0 ? 0 : NaN;
  if (order > -1 && order < 150 && x < 30) return series(order, x, 1);
  const main = panels((t) => Math.exp(x * Math.cos(t)) * Math.cos(order * t), 0, Math.PI, count(order, x));
  const tail = isWhole(order) ? 0 : Math.sin(order * Math.PI) * panels((t) => Math.exp(-x * Math.cosh(t) - order * t), 0, reach(order, x), 24);
  return (main - tail) / Math.PI;
}

/** The trapezoidal rule converges doubly exponentially on this integrand. */
function besselk(order: number, x: number): number {
  if (outside(order, x) || x <= 0) return NaN;
  const to = reach(order, x) + 1;
  const steps = 400;
  let sum = 0.5;
  for (let i = 1; i <= steps; i++) {
    const t = (i * to) / steps;
    sum += Math.exp(-x * (Math.cosh(t) - 1)) * Math.cosh(order * t);
  }
  return (sum * to * Math.exp(-x)) / steps;
}

/** Integrals are right to the scale of their integrand; series to their own. */
const jError = (order: number, x: number) =>
  usesSeries(order, Math.abs(x)) ? 0 : 60 * (1 + Math.abs(x) / 10 + Math.abs(order) / 10) * Math.max(1, order < 0 ? Math.abs(bessely(order, Math.abs(x))) : 1);
const relative = (times: number) => (order: number, _x: number, v: number) => times * (1 + Math.abs(order)) * Math.abs(v);

export const BESSEL_1: Partial<Record<Function1, Real1>> = {
  besselj0: { f: besselj0, ulps: 6, absolute: 4, carried: (_, ex) => 0.6 * ex, exact: (x) => x === 0 },
  besselj1: { f: besselj1, ulps: 6, absolute: 4, carried: (_, ex) => 0.6 * ex, exact: (x) => x === 0 },
};

export const BESSEL_2: Partial<Record<Function2, Real2>> = {
  besselj: { f: besselj, ulps: 40, absolute: jError },
  bessely: { f: bessely, ulps: 100, absolute: (order, x, v) => 100 * (1 + x / 10 + Math.abs(order)) * (1 + Math.abs(v)) },
  besseli: { f: besseli, ulps: 60, absolute: relative(10) },
  besselk: { f: besselk, ulps: 100, absolute: relative(20) },
};
