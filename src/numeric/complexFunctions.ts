/** Elementary functions of complex arguments (Kahan 1987, Branch cuts for complex elementary functions). */
import type { Function1 } from "./arithmetic";
import type { Complex, ComplexKit } from "./complexKit";

type Rule = <T>(k: ComplexKit<T>, z: Complex<T>) => Complex<T>;

const sin: Rule = ({ A, make }, z) => make(A.mul(A.call1("sin", z.re), A.call1("cosh", z.im)), A.mul(A.call1("cos", z.re), A.call1("sinh", z.im)));
const cos: Rule = ({ A, make }, z) => make(A.mul(A.call1("cos", z.re), A.call1("cosh", z.im)), A.neg(A.mul(A.call1("sin", z.re), A.call1("sinh", z.im))));
const sinh: Rule = ({ A, make }, z) => make(A.mul(A.call1("sinh", z.re), A.call1("cos", z.im)), A.mul(A.call1("cosh", z.re), A.call1("sin", z.im)));
const cosh: Rule = ({ A, make }, z) => make(A.mul(A.call1("cosh", z.re), A.call1("cos", z.im)), A.mul(A.call1("sinh", z.re), A.call1("sin", z.im)));

const over =
  (f: Rule, g: Rule): Rule =>
  (k, z) =>
    k.div(f(k, z), g(k, z));
const one: Rule = (k) => k.number(1);
const ofInverse =
  (f: Rule): Rule =>
  (k, z) =>
    f(k, k.div(k.number(1), z));

/** √(1-z) and √(1+z), the pair that the inverse functions are made of. */
function roots<T>(k: ComplexKit<T>, z: Complex<T>) {
  return { minus: k.sqrt(k.sub(k.number(1), z)), plus: k.sqrt(k.add(k.number(1), z)) };
}
/** Im(conj(a) b). */
const cross = <T>({ A }: ComplexKit<T>, a: Complex<T>, b: Complex<T>) => A.sub(A.mul(a.re, b.im), A.mul(a.im, b.re));
/** Re(a b), Re(conj(a) b). */
const dot = <T>({ A }: ComplexKit<T>, a: Complex<T>, b: Complex<T>) => A.sub(A.mul(a.re, b.re), A.mul(a.im, b.im));
const dotConj = <T>({ A }: ComplexKit<T>, a: Complex<T>, b: Complex<T>) => A.add(A.mul(a.re, b.re), A.mul(a.im, b.im));

const asin: Rule = (k, z) => {
  const { minus, plus } = roots(k, z);
  return k.make(k.A.call2("atan2", z.re, dot(k, minus, plus)), k.A.call1("asinh", cross(k, minus, plus)));
};
const acos: Rule = (k, z) => {
  const { minus, plus } = roots(k, z);
  return k.make(k.A.mul(k.A.number(2), k.A.call2("atan2", minus.re, plus.re)), k.A.call1("asinh", cross(k, plus, minus)));
};
const acosh: Rule = (k, z) => {
  const minus = k.sqrt(k.sub(z, k.number(1)));
  const plus = k.sqrt(k.add(z, k.number(1)));
  return k.make(k.A.call1("asinh", dotConj(k, minus, plus)), k.A.mul(k.A.number(2), k.A.call2("atan2", minus.im, plus.re)));
};
const asinh: Rule = (k, z) => k.neg(k.timesI(asin(k, k.timesI(z))));
const atanh: Rule = (k, z) => k.times(k.sub(k.log(k.add(k.number(1), z)), k.log(k.sub(k.number(1), z))), k.A.number(0.5));
const atan: Rule = (k, z) => k.neg(k.timesI(atanh(k, k.timesI(z))));

export const COMPLEX_FUNCTIONS: Partial<Record<Function1, Rule>> = {
  exp: (k, z) => k.exp(z),
  log: (k, z) => k.log(z),
  sqrt: (k, z) => k.sqrt(z),
  cbrt: (k, z) => k.exp(k.times(k.log(z), k.A.div(k.A.number(1), k.A.number(3)))),
  sin,
  cos,
  tan: over(sin, cos),
  cot: over(cos, sin),
  sec: over(one, cos),
  csc: over(one, sin),
  sinh,
  cosh,
  tanh: over(sinh, cosh),
  coth: over(cosh, sinh),
  sech: over(one, cosh),
  csch: over(one, sinh),
  asin,
  acos,
  atan,
  acot: ofInverse(atan),
  asec: ofInverse(acos),
  acsc: ofInverse(asin),
  asinh,
  acosh,
  atanh,
  acoth: ofInverse(atanh),
  asech: ofInverse(acosh),
  acsch: ofInverse(asinh),
  sinc: (k, z) => k.div(sin(k, z), z),
};
