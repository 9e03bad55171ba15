/** Error functions, exponential, sine, cosine and logarithmic integrals, Fresnel integrals of complex arguments (DLMF 6, 7). */
import { add, type Ball, ball, div, exp, log, mul, NONE, neg, ONE, PI, size, sqrt, square, sub, sumSeries, times, timesI, ZERO } from "../ball";
import { expintE, hyperU, series } from "./hypergeometric";

const ROOT_PI = sqrt(PI);
export const EULER = ball(0.5772156649015329, 0, 6e-17);

/** erf z = 2z/√π e^{-z²} 1F1(1; 3/2; z²) (DLMF 7.6.2). */
export function erf(z: Ball): Ball {
  if (z.im === 0 && Math.abs(z.re) > 6.5) return { re: Math.sign(z.re), im: 0, err: 1e-18 + z.err };
  const w = square(z);
  if (size(z) > 3.5 && Math.abs(z.re) > Math.abs(z.im) * 0.5) return z.re > 0 ? sub(ONE, erfcRight(z)) : sub(erfcRight(neg(z)), ONE);
  const value = w.re >= 0 ? mul(exp(neg(w)), series([ONE], [ball(1.5)], w)) : series([ball(0.5)], [ball(1.5)], neg(w));
  return div(mul(times(z, 2), value), ROOT_PI);
}
/** erfc z = z e^{-z²} U(1, 3/2, z²)/√π to the right (DLMF 7.11.5). */
const erfcRight = (z: Ball): Ball => div(mul(mul(z, exp(neg(square(z)))), hyperU(ONE, ball(1.5), square(z))), ROOT_PI);
export function erfc(z: Ball): Ball {
  if (z.im === 0 && z.re > 26) return ball(0, 0, 1e-290);
  return z.re > 1 && z.re > 1.05 * Math.abs(z.im) ? erfcRight(z) : sub(ONE, erf(z));
}
/** erfi z = -i erf(iz). */
export const erfi = (z: Ball): Ball => neg(timesI(erf(timesI(z))));
/** Dawson's integral e^{-z²} ∫ e^{t²}. */
export const dawson = (z: Ball): Ball => mul(z, series([ONE], [ball(1.5)], neg(square(z))));
/** Faddeeva's w(z) = e^{-z²} erfc(-iz). */
export const faddeeva = (z: Ball): Ball => mul(exp(neg(square(z))), erfc(neg(timesI(z))));
/** Fresnel's integrals with π t²/2 (DLMF 7.2.7-8). */
export const fresnelC = (z: Ball): Ball => mul(z, series([ball(0.25)], [ball(0.5), ball(1.25)], neg(square(times(mul(PI, square(z)), 0.25)))));
export const fresnelS = (z: Ball): Ball => {
  const w = square(times(mul(PI, square(z)), 0.25));
  return mul(times(mul(PI, mul(z, square(z))), 1 / 6), series([ball(0.75)], [ball(1.5), ball(1.75)], neg(w)));
};

/** Ein z = Σ (-1)^{k-1} z^k/(k k!). */
export const ein = (z: Ball): Ball => neg(sumOfPowers(neg(z)));
/** Σ z^k/(k k!). */
const sumOfPowers = (z: Ball): Ball => {
  let power = ONE;
  return sumSeries((k) => {
    power = times(mul(power, z), 1 / (k + 1));
    return times(power, 1 / (k + 1));
  }, 600);
};
/** E_1 on the plane without the negative axis (DLMF 6.6.2, 8.19.2). */
export function e1(z: Ball): Ball {
  if (size(z) + z.err === 0) return NONE;
  if (size(z) < 3 || (z.re < 0 && size(z) < 12)) return z.im === 0 && z.re < 0 ? NONE : neg(add(add(EULER, log(z)), sumOfPowers(neg(z))));
  return expintE(ONE, z);
}
/** Ei, real on both half axes; elsewhere γ + log z + Σ z^k/(k k!) (DLMF 6.6.1). */
export function ei(z: Ball): Ball {
  if (size(z) + z.err === 0) return NONE;
  if (z.im === 0) return add(add(EULER, log(ball(Math.abs(z.re), 0, z.err))), sumOfPowers(z));
  return add(add(EULER, log(z)), sumOfPowers(z));
}
/** li x = Ei(log x). */
export const li = (x: Ball): Ball => (size(x) + x.err === 0 ? ZERO : ei(log(x)));
/** Si z = Σ (-1)^k z^{2k+1}/((2k+1)(2k+1)!). */
export const si = (z: Ball): Ball => mul(z, series([ball(0.5)], [ball(1.5), ball(1.5)], times(neg(square(z)), 0.25)));
export const shi = (z: Ball): Ball => mul(z, series([ball(0.5)], [ball(1.5), ball(1.5)], times(square(z), 0.25)));
/** Ci z = γ + log z + Σ (-z²)^k/(2k (2k)!). */
export const ci = (z: Ball): Ball =>
  add(add(EULER, log(z)), times(mul(neg(square(z)), series([ONE, ONE], [ball(2), ball(2), ball(1.5)], times(neg(square(z)), 0.25))), 0.25));
export const chi = (z: Ball): Ball =>
  add(add(EULER, log(z)), times(mul(square(z), series([ONE, ONE], [ball(2), ball(2), ball(1.5)], times(square(z), 0.25))), 0.25));
