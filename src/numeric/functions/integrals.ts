/** Functions defined by integrals: exponential, logarithmic, sine and cosine integrals, error functions, elliptic integrals, dilogarithm. */
import ellipe from "@stdlib/math-base-special-ellipe";
import ellipk from "@stdlib/math-base-special-ellipk";
import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import erfinv from "@stdlib/math-base-special-erfinv";
import spence from "@stdlib/math-base-special-spence";
import type { Function1 } from "../arithmetic";
import type { Real1 } from "./real";

const GAMMA = 0.5772156649015329;

/** Σ x^k/(k·k!) from k = 1, the entire part of Ei. */
function entireEi(x: number): number {
  let sum = 0;
  for (let k = 1, power = x; k < 400; k++, power *= x / k) {
    sum += power / k;
    if (Math.abs(power / k) < 1e-18 * Math.abs(sum)) break;
  }
  return sum;
}

/** E1(x), x > 0: series up to 1, Lentz's continued fraction above (DLMF 6.6.2, 6.9.1). */
export function e1(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return 0;
  if (x <= 1) return -GAMMA - Math.log(x) - entireEi(-x);
  let b = x + 1;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 500; i++) {
    b += 2;
    d = 1 / (b - i * i * d);
    c = b - (i * i) / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h * Math.exp(-x);
}

/** Principal value Ei(x): series up to 40, asymptotic series above (DLMF 6.6.1, 6.12.2). */
export function ei(x: number): number {
  if (x < 0) return -e1(-x);
  if (x === 0) return NaN;
  if (x <= 40) return GAMMA + Math.log(x) + entireEi(x);
  let sum = 1;
  for (let k = 1, t = 1 / x; k < x && t > 1e-18; k++, t *= k / x) sum += t;
  return (Math.exp(x) / x) * sum;
}

/** Ci(x) and Si(x) for x > 0: power series up to 2, E1(ix) by its continued fraction above (DLMF 6.6.5-6, 6.5.6). */
function cosineSine(x: number): readonly [ci: number, si: number] {
  return x <= 2 ? cosineSineSeries(x) : cosineSineFraction(x);
}

function cosineSineSeries(x: number): readonly [number, number] {
  let even = 0;
  let odd = 0;
  for (let k = 1, t = x; k < 60; k++, t *= x / k) {
    const signed = (Math.floor(k / 2) % 2 === 0 ? t : -t) / k;
    if (k % 2 === 1) odd += signed;
    else even += signed;
  }
  return [GAMMA + Math.log(x) + even, odd];
}

function cosineSineFraction(x: number): readonly [number, number] {
  let [br, bi] = [1, x];
  let [cr, ci] = [1e300, 0];
  let [dr, di] = inverse(br, bi);
  let [hr, hi] = [dr, di];
  for (let i = 1; i < 1000; i++) {
    br += 2;
    [dr, di] = inverse(br - i * i * dr, bi - i * i * di);
    const [ur, ui] = inverse(cr, ci);
    [cr, ci] = [br - i * i * ur, bi - i * i * ui];
    const [er, ei2] = [cr * dr - ci * di, cr * di + ci * dr];
    [hr, hi] = [hr * er - hi * ei2, hr * ei2 + hi * er];
    if (Math.abs(er - 1) + Math.abs(ei2) < 1e-16) break;
  }
  bi = 0;
  const [c, s] = [Math.cos(x), Math.sin(x)];
  return [-(hr * c + hi * s), Math.PI / 2 + hi * c - hr * s];
}

const inverse = (re: number, im: number): [number, number] => {
  const n = re * re + im * im;
  return [re / n, -im / n];
};

const si = (x: number): number => (x === 0 ? 0 : Math.abs(x) === Infinity ? (Math.sign(x) * Math.PI) / 2 : Math.sign(x) * cosineSine(Math.abs(x))[1]);
const ci = (x: number): number => (x === Infinity ? 0 : x > 0 ? cosineSine(x)[0] : NaN);

/** Li2(x) for x <= 1; a series near 0, where Spence's function would cancel. */
function dilog(x: number): number {
  if (x > 1) return NaN;
  if (Math.abs(x) > 0.25) return spence(1 - x);
  let sum = 0;
  for (let k = 1, t = x; k < 60; k++, t *= x) sum += t / (k * k);
  return sum;
}

const at0 = (x: number) => x === 0;

export const INTEGRALS: Partial<Record<Function1, Real1>> = {
  erf: { f: erf, ulps: 6, carried: (x, ex) => 1.1284 * ex * Math.exp(-(Math.max(0, Math.abs(x) - ex) ** 2)), exact: at0 },
  erfc: { f: erfc, ulps: 8, carried: (x, ex) => 1.1284 * ex * (x > ex ? Math.exp(-((x - ex) ** 2)) : x < -ex ? Math.exp(-((x + ex) ** 2)) : 1), exact: at0 },
  erfinv: { f: (x) => (Math.abs(x) < 1 ? erfinv(x) : NaN), ulps: 20, exact: at0 },
  expint: { f: e1, ulps: 30, absolute: 2 },
  Ei: { f: ei, ulps: 40, absolute: 4 },
  li: { f: (x) => (x > 0 && x !== 1 ? ei(Math.log(x)) : x === 0 ? 0 : NaN), ulps: 60, absolute: 20 },
  Si: { f: si, ulps: 12, carried: (_, ex) => ex, exact: at0 },
  Ci: { f: ci, ulps: 12, absolute: 8, carried: (x, ex) => (x > ex ? ex / (x - ex) : NaN) },
  ellipk: { f: (m) => (m < 1 ? ellipk(m) : NaN), ulps: 12 },
  ellipe: { f: (m) => (m <= 1 ? ellipe(m) : NaN), ulps: 12 },
  dilog: { f: dilog, ulps: 24, exact: at0 },
};
