/** Bessel functions, Airy functions and their kin of complex order and argument (DLMF 9, 10, 11). */
import { add, type Ball, ball, cosPi, div, exp, integerOf, log, mul, NONE, neg, ONE, PI, pow, sinPi, size, sqrt, square, sub, times, timesI } from "../ball";
import { lgamma, rgamma } from "./gamma";
import { hyp0f1Regularised, hyp1f1, hyperU, series } from "./hypergeometric";

/** (z/2)^ν, with integer powers exact. */
const half = (nu: Ball, z: Ball): Ball => pow(times(z, 0.5), nu);
const whole = (x: Ball): number | undefined => integerOf(x);

/** J_ν(z) = (z/2)^ν 0F1(ν+1; -z²/4)/Γ(ν+1) (DLMF 10.2.2). */
export function besselJ(nu: Ball, z: Ball): Ball {
  const n = whole(nu);
  if (n !== undefined && n < 0) return times(besselJ(ball(-n), z), n % 2 === 0 ? 1 : -1);
  if (size(z) > 22 && z.re > 0 && Math.abs(z.im) < 200) return times(add(hankel1(nu, z), hankel2(nu, z)), 0.5);
  return mul(half(nu, z), hyp0f1Regularised(add(nu, ONE), times(neg(square(z)), 0.25)));
}
export function besselI(nu: Ball, z: Ball): Ball {
  const n = whole(nu);
  if (n !== undefined && n < 0) return besselI(ball(-n), z);
  return mul(half(nu, z), hyp0f1Regularised(add(nu, ONE), times(square(z), 0.25)));
}
/** K_ν(z) = √π (2z)^ν e^{-z} U(ν+1/2, 2ν+1, 2z) (DLMF 10.39.6), even in ν. */
export function besselK(nu: Ball, z: Ball): Ball {
  if (nu.re < 0) return besselK(neg(nu), z);
  if (size(z) + z.err === 0) return NONE;
  if (z.im === 0 && z.re < 0) return onNegative(nu, z);
  const n = whole(times(nu, 2));
  // far from whole orders the two series are as good and quicker; near zero the integral wants them
  if (size(z) < 0.4 && n === undefined && Math.abs(nu.re - Math.round(nu.re)) > 0.05)
    return times(mul(PI, div(sub(besselI(neg(nu), z), besselI(nu, z)), sinPi(nu))), 0.5);
  const u = hyperU(add(nu, ball(0.5)), add(times(nu, 2), ONE), times(z, 2));
  return mul(mul(sqrt(PI), pow(times(z, 2), nu)), mul(exp(neg(z)), u));
}
/** From above: K_ν(x e^{iπ}) = e^{-νπi} K_ν(x) - πi I_ν(x) (DLMF 10.34.2). */
const onNegative = (nu: Ball, z: Ball): Ball => {
  const x = neg(z);
  return sub(mul(exp(neg(timesI(mul(PI, nu)))), besselK(nu, x)), timesI(mul(PI, besselI(nu, x))));
};
/** H^(1)_ν(z) = 2/(πi) e^{-νπi/2} K_ν(-iz) for -π/2 < arg z <= π (DLMF 10.27.8), elsewhere 2J - H^(2). */
export function hankel1(nu: Ball, z: Ball): Ball {
  if (z.im >= 0 || z.re > 0) return mul(div(ball(2), timesI(PI)), mul(exp(neg(timesI(times(mul(PI, nu), 0.5)))), besselK(nu, neg(timesI(z)))));
  return sub(times(besselJ(nu, z), 2), hankel2(nu, z));
}
export function hankel2(nu: Ball, z: Ball): Ball {
  if (z.im < 0 || z.re > 0) return mul(div(ball(-2), timesI(PI)), mul(exp(timesI(times(mul(PI, nu), 0.5))), besselK(nu, timesI(z))));
  return sub(times(besselJ(nu, z), 2), hankel1(nu, z));
}
/** Y_ν = (J_ν cos νπ - J_{-ν})/sin νπ away from whole orders, else through the Hankel function of the nearer half plane. */
export function besselY(nu: Ball, z: Ball): Ball {
  if (size(z) + z.err === 0) return NONE;
  if (whole(nu) === undefined && Math.abs(nu.re - Math.round(nu.re)) + Math.abs(nu.im) > 0.05 && size(z) < 12)
    return div(sub(mul(besselJ(nu, z), cosPi(nu)), besselJ(neg(nu), z)), sinPi(nu));
  if (z.im === 0 && z.re > 0 && nu.im === 0) {
    const h = hankel1(nu, z);
    return { re: h.im, im: 0, err: h.err };
  }
  return z.im >= 0 ? neg(timesI(sub(hankel1(nu, z), besselJ(nu, z)))) : timesI(sub(hankel2(nu, z), besselJ(nu, z)));
}

/** √(π/(2z)) f_{n+1/2}(z). */
const spherical =
  (f: (nu: Ball, z: Ball) => Ball) =>
  (n: Ball, z: Ball): Ball =>
    mul(sqrt(div(times(PI, 0.5), z)), f(add(n, ball(0.5)), z));
export const sphericalJ = (n: Ball, z: Ball): Ball => (size(z) === 0 && z.err === 0 ? ball(n.re === 0 ? 1 : 0) : spherical(besselJ)(n, z));
export const sphericalY = spherical(besselY);
export const sphericalI = spherical(besselI);
export const sphericalK = spherical(besselK);
export const sphericalH1 = spherical(hankel1);
export const sphericalH2 = spherical(hankel2);

/** Struve's functions (DLMF 11.2.1-2). */
const struve =
  (sign: number) =>
  (nu: Ball, z: Ball): Ball =>
    mul(
      mul(half(add(nu, ONE), z), mul(rgamma(ball(1.5)), rgamma(add(nu, ball(1.5))))),
      series([ONE], [ball(1.5), add(nu, ball(1.5))], times(square(z), 0.25 * sign)),
    );
export const struveH = struve(-1);
export const struveL = struve(1);

/** 3^(-2/3)/Γ(2/3) and 3^(-1/3)/Γ(1/3). */
const AI0 = mul(pow(ball(3), div(ball(-2), ball(3))), rgamma(div(ball(2), ball(3))));
const AI1 = neg(mul(pow(ball(3), div(ball(-1), ball(3))), rgamma(div(ball(1), ball(3)))));
const ROOT3 = sqrt(ball(3));
const THIRD = div(ONE, ball(3));
const airyPair = (z: Ball): [Ball, Ball] => {
  const w = times(mul(square(z), z), 1 / 9);
  return [mul(AI0, series([], [times(THIRD, 2)], w)), mul(mul(AI1, z), series([], [times(THIRD, 4)], w))];
};
/** Ai and Bi by their Maclaurin series (DLMF 9.4.1, 9.4.3); Ai to the right through K_{1/3} (DLMF 9.6.2). */
export function airyAi(z: Ball): Ball {
  if (size(z) > 3 && z.re > 0.5 * size(z)) return mul(div(sqrt(div(z, ball(3))), PI), besselK(THIRD, times(mul(z, sqrt(z)), 2 / 3)));
  const [f, g] = airyPair(z);
  return add(f, g);
}
export function airyBi(z: Ball): Ball {
  const [f, g] = airyPair(z);
  return mul(ROOT3, sub(f, g));
}
/** The zeros of Ai, Bi and their derivatives on the negative axis are left to others: only values here. */

/** Coulomb's normalising constant 2^ℓ e^{-πη/2} |Γ(ℓ+1+iη)|/Γ(2ℓ+2), continued by (log Γ(ℓ+1+iη) + log Γ(ℓ+1-iη))/2 (DLMF 33.2.5). */
export function coulombC(l: Ball, eta: Ball): Ball {
  const [up, down] = [lgamma(add(add(l, ONE), timesI(eta))), lgamma(sub(add(l, ONE), timesI(eta)))];
  const exponent = add(times(add(up, down), 0.5), neg(times(mul(PI, eta), 0.5)));
  return mul(mul(exp(mul(l, log(ball(2)))), exp(exponent)), rgamma(add(times(l, 2), ball(2))));
}
export const coulombSigma = (l: Ball, eta: Ball): Ball => {
  const [up, down] = [lgamma(add(add(l, ONE), timesI(eta))), lgamma(sub(add(l, ONE), timesI(eta)))];
  return times(neg(timesI(sub(up, down))), 0.5);
};
/** F_ℓ(η, z) = C_ℓ(η) z^{ℓ+1} e^{iz} M(ℓ+1+iη, 2ℓ+2, -2iz) (DLMF 33.2.4). */
export function coulombF(l: Ball, eta: Ball, z: Ball): Ball {
  const m = hyp1f1(add(add(l, ONE), timesI(eta)), add(times(l, 2), ball(2)), timesI(times(z, -2)));
  return mul(mul(coulombC(l, eta), pow(z, add(l, ONE))), mul(exp(timesI(z)), m));
}
/** H^±_ℓ(η, ρ) = e^{±iθ} (∓2iρ)^{ℓ+1±iη} U(ℓ+1±iη, 2ℓ+2, ∓2iρ) (DLMF 33.2.7). */
export const coulombH =
  (sign: 1 | -1) =>
  (l: Ball, eta: Ball, z: Ball): Ball => {
    const i = (x: Ball) => (sign > 0 ? timesI(x) : neg(timesI(x)));
    const a = add(add(l, ONE), i(eta));
    const theta = add(sub(sub(z, mul(eta, log(times(z, 2)))), times(mul(PI, l), 0.5)), coulombSigma(l, eta));
    return mul(mul(exp(i(theta)), pow(neg(i(times(z, 2))), a)), hyperU(a, add(times(l, 2), ball(2)), neg(i(times(z, 2)))));
  };
export function coulombG(l: Ball, eta: Ball, z: Ball): Ball {
  return times(add(coulombH(1)(l, eta, z), coulombH(-1)(l, eta, z)), 0.5);
}
