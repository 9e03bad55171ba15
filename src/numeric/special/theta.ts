/** Theta functions, modular forms, Jacobi's and Weierstrass's elliptic functions (DLMF 20, 22, 23, 27.14). */
import {
  add,
  type Ball,
  ball,
  cos,
  div,
  exp,
  I,
  integerOf,
  inverse,
  isNone,
  log,
  mul,
  NONE,
  neg,
  ONE,
  PI,
  pow,
  sin,
  size,
  square,
  sub,
  times,
  timesI,
  widen,
  ZERO,
} from "../ball";
import { ellipticK } from "./elliptic";
import { bernoulliNumber } from "./hurwitz";

const upper = (tau: Ball): boolean => tau.im > 0.02 + tau.err;
const iPi = (x: Ball): Ball => timesI(mul(PI, x));

/** θ_j(z | τ) with the argument counted in whole turns: sin((2n+1)πz), nome e^{πiτ} (DLMF 20.2 with πz for z). */
export function theta(j: Ball, z: Ball, tau: Ball): Ball {
  const kind = integerOf(j);
  if (!upper(tau) || kind === undefined || kind < 1 || kind > 4) return NONE;
  const odd = kind <= 2;
  let sum = odd ? ZERO : ONE;
  const angle = mul(PI, z);
  let size0 = 0;
  for (let n = odd ? 0 : 1; n < 400; n++) {
    const m = odd ? n + 0.5 : n;
    const q = exp(iPi(times(tau, m * m)));
    const wave = times(kind === 1 ? sin(times(angle, 2 * n + 1)) : cos(times(angle, 2 * m)), 2);
    const t = mul(q, (kind === 1 || kind === 4) && n % 2 === 1 ? neg(wave) : wave);
    if (isNone(t)) return NONE;
    sum = add(sum, t);
    size0 = Math.max(size0, size(t));
    if (m > 2 && m * tau.im > Math.abs(z.im) + 0.5 && size(t) < 1e-18 * Math.max(size0 * 1e-6, size(sum))) return widen(sum, 2 * size(t));
  }
  return NONE;
}
/** The same with the nome q and the argument in radians, θ_j(z, q). */
export const thetaNome = (j: Ball, z: Ball, q: Ball): Ball =>
  size(q) === 0 ? (integerOf(j) === 3 || integerOf(j) === 4 ? ONE : ZERO) : size(q) < 1 ? theta(j, div(z, PI), div(log(q), timesI(PI))) : NONE;
/** θ_j(z | τ) in radians. */
export const thetaRadians = (j: Ball, z: Ball, tau: Ball): Ball => theta(j, div(z, PI), tau);

/** Dedekind's η(τ) by Euler's pentagonal series (DLMF 27.14.12). */
export function dedekind(tau: Ball): Ball {
  if (!upper(tau)) return NONE;
  const q = exp(times(iPi(tau), 2));
  let sum = ONE;
  for (let n = 1; n < 200; n++) {
    const t = add(pow(q, ball((n * (3 * n - 1)) / 2)), pow(q, ball((n * (3 * n + 1)) / 2)));
    sum = n % 2 === 0 ? add(sum, t) : sub(sum, t);
    if (size(t) < 1e-19) break;
  }
  return mul(exp(times(iPi(tau), 1 / 12)), widen(sum, 1e-18));
}
const fourth = (x: Ball) => square(square(x));
const constant = (j: number, tau: Ball) => theta(ball(j), ZERO, tau);
/** λ = θ2⁴/θ3⁴. */
export const modularLambda = (tau: Ball): Ball => fourth(div(constant(2, tau), constant(3, tau)));
/** j = 32 (θ2⁸ + θ3⁸ + θ4⁸)³/(θ2 θ3 θ4)⁸, 1728 at i. */
export function modularJ(tau: Ball): Ball {
  const [a, b, c] = [2, 3, 4].map((k) => square(fourth(constant(k, tau))));
  const sum = add(add(a, b), c);
  return times(div(mul(square(sum), sum), mul(mul(a, b), c)), 32);
}
/** Klein's J = j/1728. */
export const kleinJ = (tau: Ball): Ball => times(modularJ(tau), 1 / 1728);

/** Normalised Eisenstein series E_k, k = 2, 4, 6, …: 1 - 2k/B_k Σ n^{k-1} q^n/(1-q^n). */
export function eisensteinE(k: Ball, tau: Ball): Ball {
  const weight = integerOf(k);
  if (weight === undefined || weight < 2 || weight % 2 === 1 || weight > 40 || !upper(tau)) return NONE;
  const q = exp(times(iPi(tau), 2));
  let [sum, power] = [ZERO, ONE];
  for (let n = 1; n < 3000; n++) {
    power = mul(power, q);
    const t = times(div(power, sub(ONE, power)), n ** (weight - 1));
    sum = add(sum, t);
    if (n > weight && size(t) < 1e-18 * size(sum)) break;
  }
  return add(ONE, mul(times(sum, -2 * weight), inverse(bernoulliNumber(weight))));
}
/** G_k = 2 ζ(k) E_k, the sum over the lattice of 1 and τ. */
export function eisensteinG(k: Ball, tau: Ball): Ball {
  const weight = integerOf(k);
  if (weight === undefined || weight < 2 || weight > 40) return NONE;
  if (weight % 2 === 1) return ZERO;
  let factor = neg(bernoulliNumber(weight));
  for (let n = 1; n <= weight; n++) factor = times(mul(factor, mul(times(PI, 2), I)), 1 / n);
  return mul(factor, eisensteinE(k, tau));
}

/** ℘(z, τ) for the lattice of 1 and τ: (π θ2 θ3 θ4(z)/θ1(z))² - π²/3 (θ2⁴ + θ3⁴) (DLMF 23.6.5 in turns). */
export function weierstrassP(z: Ball, tau: Ball): Ball {
  const [t2, t3] = [constant(2, tau), constant(3, tau)];
  const ratio = div(mul(mul(mul(PI, t2), t3), theta(ball(4), z, tau)), theta(ball(1), z, tau));
  return sub(square(ratio), times(mul(square(PI), add(fourth(t2), fourth(t3))), 1 / 3));
}
/** ζ_W and σ_W through θ1 and the quasi-period η1 = -π² θ1'''/(3 θ1')/… = π² E_2/3 (DLMF 23.6.8-9, 23.8). */
export function weierstrassSigma(z: Ball, tau: Ball): Ball {
  const eta = times(mul(square(PI), eisensteinE(ball(2), tau)), 1 / 6);
  const slope = mul(mul(mul(PI, constant(2, tau)), constant(3, tau)), constant(4, tau));
  return mul(exp(mul(eta, square(z))), div(theta(ball(1), z, tau), slope));
}
/** The derivative of log σ by a symmetric stencil on a small circle (σ is entire). */
export function weierstrassZeta(z: Ball, tau: Ball): Ball {
  const eta = times(mul(square(PI), eisensteinE(ball(2), tau)), 1 / 3);
  return add(mul(eta, z), div(thetaSlope(z, tau), theta(ball(1), z, tau)));
}
function thetaSlope(z: Ball, tau: Ball): Ball {
  let sum = ZERO;
  for (let n = 0; n < 60; n++) {
    const t = times(mul(exp(iPi(times(tau, (n + 0.5) ** 2))), cos(times(mul(PI, z), 2 * n + 1))), (n % 2 === 0 ? 2 : -2) * (2 * n + 1));
    sum = add(sum, mul(PI, t));
    if (n > 2 && n * tau.im > Math.abs(z.im) + 1 && size(t) < 1e-19 * size(sum)) break;
  }
  return sum;
}
/** g2 = 60 G4, g3 = 140 G6; e1 = ℘(1/2), e2 = ℘((1+τ)/2)… by the theta constants. */
export const invariantG2 = (tau: Ball): Ball => times(eisensteinG(ball(4), tau), 60);
export const invariantG3 = (tau: Ball): Ball => times(eisensteinG(ball(6), tau), 140);

/** τ of the parameter m: i K(1-m)/K(m). */
const tauOf = (m: Ball): Ball => timesI(div(ellipticK(sub(ONE, m)), ellipticK(m)));
/** sn, cn, dn (u | m) by theta functions (DLMF 22.2). */
function jacobi(kind: "sn" | "cn" | "dn", u: Ball, m: Ball): Ball {
  if (size(m) === 0) return kind === "sn" ? sin(u) : kind === "cn" ? cos(u) : ONE;
  const tau = tauOf(m);
  const z = div(times(u, 0.5), ellipticK(m));
  const [t2, t3, t4] = [2, 3, 4].map((j) => constant(j, tau));
  const under = theta(ball(4), z, tau);
  if (kind === "sn") return div(mul(t3, theta(ball(1), z, tau)), mul(t2, under));
  if (kind === "cn") return div(mul(t4, theta(ball(2), z, tau)), mul(t2, under));
  return div(mul(t4, theta(ball(3), z, tau)), mul(t3, under));
}
const part = (letter: string, u: Ball, m: Ball): Ball => (letter === "n" ? ONE : jacobi(`${letter}n` as "sn", u, m));
/** Jacobi's twelve functions by name: pq = pn/qn. */
export const jacobiElliptic =
  (name: string) =>
  (u: Ball, m: Ball): Ball =>
    div(part(name[0], u, m), part(name[1], u, m));

/** (a; q)_n, and (a; q)_∞ for |q| < 1 (DLMF 17.2). */
export function qPochhammer(a: Ball, q: Ball, n: Ball): Ball {
  const count = integerOf(n);
  if (count !== undefined && count >= 0 && count <= 2000) {
    let [p, w] = [ONE, a];
    for (let k = 0; k < count; k++) {
      p = mul(p, sub(ONE, w));
      w = mul(w, q);
    }
    return p;
  }
  return n.re === Number.POSITIVE_INFINITY ? qInfinite(a, q) : div(qInfinite(a, q), qInfinite(mul(a, pow(q, n)), q));
}
export function qInfinite(a: Ball, q: Ball): Ball {
  if (!(size(q) < 0.98)) return NONE;
  let [p, w] = [ONE, a];
  for (let k = 0; k < 2500; k++) {
    p = mul(p, sub(ONE, w));
    w = mul(w, q);
    if (size(w) < 1e-18 * (1 - size(q))) return widen(p, (2 * size(w) * size(p)) / (1 - size(q)));
  }
  return NONE;
}
/** Gauss's binomial coefficient (DLMF 17.2.27). */
export function qBinomial(n: Ball, k: Ball, q: Ball): Ball {
  const [a, b] = [integerOf(n), integerOf(k)];
  if (a === undefined || b === undefined || a > 200) return NONE;
  if (b < 0 || b > a) return ZERO;
  let p = ONE;
  for (let i = 1; i <= b; i++) p = mul(p, div(sub(ONE, pow(q, ball(a - b + i))), sub(ONE, pow(q, ball(i)))));
  return p;
}
