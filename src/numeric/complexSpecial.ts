/** Gamma and its relatives, and zeta, of complex arguments in double precision: Stirling's series and Euler–Maclaurin (DLMF 5.11.1-2, 25.2.9). */
import { type Function1, Unsupported } from "./arithmetic";
import type { Complex, ComplexKit } from "./complexKit";
import { BERNOULLI_RATIOS } from "./functions/zeta";

type Rule = <T>(k: ComplexKit<T>, z: Complex<T>) => Complex<T>;

/** Steps to the right before an asymptotic series is used; arguments left of -10 are undefined, so that |z + SHIFT| >= 15. */
const SHIFT = 25;
/** B_2k/(2k), k = 1…8. */
const STIRLING = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

function inReach<T>(k: ComplexKit<T>, z: Complex<T>, least: number, value: Complex<T>): Complex<T> {
  if (k.A.name === "precise") throw new Unsupported("a special function of a complex number at high precision");
  const none = k.undefinedNumber();
  return k.choose(k.A.less(k.A.number(least), z.re), value, k.make(none, none));
}

/** Σ f(z + j), j = 0 … SHIFT - 1. */
function stepped<T>(k: ComplexKit<T>, z: Complex<T>, f: (w: Complex<T>) => Complex<T>): Complex<T> {
  let sum = k.number(0);
  for (let j = 0; j < SHIFT; j++) sum = k.add(sum, f(k.add(z, k.number(j))));
  return sum;
}

/** log Γ, analytic off the negative axis (not the logarithm of Γ on the principal branch). */
const lgamma: Rule = (k, z) => {
  const w = k.add(z, k.number(SHIFT));
  const inverse = k.div(k.number(1), w);
  const square = k.mul(inverse, inverse);
  let series = k.number(0);
  for (let j = STIRLING.length - 1; j >= 0; j--) series = k.add(k.mul(series, square), k.number(STIRLING[j] / (2 * j + 1)));
  const halfLog = k.A.div(k.A.call1("log", k.A.mul(k.A.number(2), k.A.constant("pi"))), k.A.number(2));
  const main = k.sub(k.mul(k.sub(w, k.number(0.5)), k.log(w)), w);
  return inReach(k, z, -10, k.sub(k.add(k.add(main, k.real(halfLog)), k.mul(series, inverse)), stepped(k, z, k.log)));
};

const digamma: Rule = (k, z) => {
  const w = k.add(z, k.number(SHIFT));
  const inverse = k.div(k.number(1), w);
  const square = k.mul(inverse, inverse);
  let series = k.number(0);
  for (let j = STIRLING.length - 1; j >= 0; j--) series = k.mul(k.add(series, k.number(STIRLING[j])), square);
  const main = k.sub(k.sub(k.log(w), k.times(inverse, k.A.number(0.5))), series);
  return inReach(
    k,
    z,
    -10,
    k.sub(
      main,
      stepped(k, z, (t) => k.div(k.number(1), t)),
    ),
  );
};

/** ζ(s) for Re s > -8, after 60 direct terms: good for |Im s| up to about 60, undefined beyond. */
const zeta: Rule = (k, s) => {
  const n = 60;
  const power = (m: number) => k.exp(k.times(k.neg(s), k.A.call1("log", k.A.number(m))));
  let sum = k.number(0);
  for (let m = 1; m < n; m++) sum = k.add(sum, power(m));
  const last = power(n);
  sum = k.add(sum, k.add(k.div(k.times(last, k.A.number(n)), k.sub(s, k.number(1))), k.times(last, k.A.number(0.5))));
  let term = k.div(k.mul(s, last), k.number(n));
  BERNOULLI_RATIOS.forEach((b, j) => {
    sum = k.add(sum, k.times(term, k.A.number(b)));
    term = k.div(k.mul(term, k.mul(k.add(s, k.number(2 * j + 1)), k.add(s, k.number(2 * j + 2)))), k.number(n * n));
  });
  const none = k.undefinedNumber();
  const low = k.A.less(k.A.call1("abs", s.im), k.A.number(60));
  return inReach(k, s, -8, k.choose(low, sum, k.make(none, none)));
};

export const COMPLEX_SPECIAL: Partial<Record<Function1, Rule>> = {
  lgamma,
  gamma: (k, z) => k.exp(lgamma(k, z)),
  factorial: (k, z) => k.exp(lgamma(k, k.add(z, k.number(1)))),
  digamma,
  zeta,
};
