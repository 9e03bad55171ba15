/** The chain rules: derivatives of the named functions as exact formulas over any arithmetic (NIST DLMF, the derivative formula of each chapter). */
import { type Arithmetic, type Function1, type Function2, Unsupported } from "./arithmetic";

/** Short names for formulas over an arithmetic. */
export function formulas<T>(A: Arithmetic<T>) {
  const n = (x: number) => A.number(x);
  const one = n(1);
  const call = (name: Function1, x: T) => A.call1(name, x);
  const call2 = (name: Function2, x: T, y: T) => A.call2(name, x, y);
  const square = (x: T) => A.mul(x, x);
  const inverse = (x: T) => A.div(one, x);
  const times = (...xs: T[]) => xs.reduce((x, y) => A.mul(x, y));
  const plus = (...xs: T[]) => xs.reduce((x, y) => A.add(x, y));
  return { n, one, call, call2, square, inverse, times, plus, pi: A.constant("pi") };
}

type Rule1 = <T>(A: Arithmetic<T>, f: ReturnType<typeof formulas<T>>, x: T, v: T) => T;

const zero: Rule1 = (_, f) => f.n(0);

/** f'(x), given x and v = f(x). */
const RULES_1: Partial<Record<Function1, Rule1>> = {
  exp: (_A, _f, _x, v) => v,
  log: (_, f, x) => f.inverse(x),
  sqrt: (_, f, _x, v) => f.inverse(f.times(f.n(2), v)),
  cbrt: (_, f, _x, v) => f.inverse(f.times(f.n(3), v, v)),
  sin: (_, f, x) => f.call("cos", x),
  cos: (A, f, x) => A.neg(f.call("sin", x)),
  tan: (A, f, _x, v) => A.add(f.one, f.square(v)),
  cot: (A, f, _x, v) => A.neg(A.add(f.one, f.square(v))),
  sec: (_, f, x, v) => f.times(v, f.call("tan", x)),
  csc: (A, f, x, v) => A.neg(f.times(v, f.call("cot", x))),
  asin: (A, f, x) => f.inverse(f.call("sqrt", A.mul(A.sub(f.one, x), A.add(f.one, x)))),
  acos: (A, f, x) => A.neg(f.inverse(f.call("sqrt", A.mul(A.sub(f.one, x), A.add(f.one, x))))),
  atan: (A, f, x) => f.inverse(A.add(f.one, f.square(x))),
  acot: (A, f, x) => A.neg(f.inverse(A.add(f.one, f.square(x)))),
  asec: (A, f, x) => f.inverse(f.times(f.square(x), f.call("sqrt", A.sub(f.one, f.inverse(f.square(x)))))),
  acsc: (A, f, x) => A.neg(f.inverse(f.times(f.square(x), f.call("sqrt", A.sub(f.one, f.inverse(f.square(x))))))),
  sinh: (_, f, x) => f.call("cosh", x),
  cosh: (_, f, x) => f.call("sinh", x),
  tanh: (_, f, x) => f.square(f.call("sech", x)),
  coth: (A, f, x) => A.neg(f.square(f.call("csch", x))),
  sech: (A, f, x, v) => A.neg(f.times(v, f.call("tanh", x))),
  csch: (A, f, x, v) => A.neg(f.times(v, f.call("coth", x))),
  asinh: (A, f, x) => f.inverse(f.call("sqrt", A.add(f.one, f.square(x)))),
  acosh: (A, f, x) => f.inverse(A.mul(f.call("sqrt", A.sub(x, f.one)), f.call("sqrt", A.add(x, f.one)))),
  atanh: (A, f, x) => f.inverse(A.mul(A.sub(f.one, x), A.add(f.one, x))),
  acoth: (A, f, x) => f.inverse(A.mul(A.sub(f.one, x), A.add(f.one, x))),
  asech: (A, f, x) => A.neg(f.inverse(A.mul(x, f.call("sqrt", A.mul(A.sub(f.one, x), A.add(f.one, x)))))),
  acsch: (A, f, x) => A.neg(f.inverse(f.times(f.square(x), f.call("sqrt", A.add(f.one, f.inverse(f.square(x))))))),
  sign: zero,
  floor: zero,
  ceil: zero,
  round: zero,
  gamma: (_, f, x, v) => f.times(v, f.call("digamma", x)),
  factorial: (A, f, x, v) => f.times(v, f.call("digamma", A.add(x, f.one))),
  lgamma: (_, f, x) => f.call("digamma", x),
  digamma: (_, f, x) => f.call("trigamma", x),
  trigamma: (_, f, x) => f.call2("polygamma", f.n(2), x),
  erf: (A, f, x) => f.times(A.div(f.n(2), f.call("sqrt", f.pi)), f.call("exp", A.neg(f.square(x)))),
  erfc: (A, f, x) => f.times(A.div(f.n(-2), f.call("sqrt", f.pi)), f.call("exp", A.neg(f.square(x)))),
  erfinv: (A, f, _x, v) => f.times(A.div(f.call("sqrt", f.pi), f.n(2)), f.call("exp", f.square(v))),
  expint: (A, f, x) => A.neg(A.div(f.call("exp", A.neg(x)), x)),
  Ei: (A, f, x) => A.div(f.call("exp", x), x),
  li: (_, f, x) => f.inverse(f.call("log", x)),
  Si: (_, f, x) => f.call("sinc", x),
  Ci: (A, f, x) => A.div(f.call("cos", x), x),
  ellipk: (A, f, m, v) => A.div(A.sub(A.div(f.call("ellipe", m), A.sub(f.one, m)), v), A.mul(f.n(2), m)),
  ellipe: (A, f, m, v) => A.div(A.sub(v, f.call("ellipk", m)), A.mul(f.n(2), m)),
  dilog: (A, f, x) => A.neg(A.div(f.call("log", A.sub(f.one, x)), x)),
  besselj0: (A, f, x) => A.neg(f.call("besselj1", x)),
  besselj1: (A, f, x) => A.div(A.sub(f.call2("besselj", f.n(0), x), f.call2("besselj", f.n(2), x)), f.n(2)),
  lambertw: (A, f, _x, v) => f.inverse(A.mul(f.call("exp", v), A.add(f.one, v))),
  re: (_, f) => f.one,
  conj: (_, f) => f.one,
  im: zero,
};

/** Whether `derivative1` has a formula for the function. */
export const hasDerivative1 = (name: Function1): boolean => name === "abs" || name === "sinc" || RULES_1[name] !== undefined;

/** d f(x) / dx; `v` is f(x). Throws Unsupported where there is no closed form. */
export function derivative1<T>(A: Arithmetic<T>, name: Function1, x: T, v: T): T {
  if (name === "abs") return A.call1("sign", x);
  if (name === "sinc") return sincSlope(A, x);
  const rule = RULES_1[name];
  if (!rule) throw new Unsupported(`derivative of ${name}`);
  return rule(A, formulas(A), x, v);
}

/** (cos x - sinc x)/x, by its Taylor polynomial of degree 13 for |x| < 0.5, where the difference would cancel. */
function sincSlope<T>(A: Arithmetic<T>, x: T): T {
  const f = formulas(A);
  const far = A.div(A.sub(f.call("cos", x), f.call("sinc", x)), x);
  if (A.complex === true) return far;
  const square = f.square(x);
  let near = f.n(0);
  let factorial = 1;
  const terms: number[] = [];
  for (let k = 1; k <= 9; k++) {
    factorial *= 2 * k * (2 * k + 1);
    terms.push(((k % 2 === 1 ? -1 : 1) * 2 * k) / factorial);
  }
  for (const t of terms.reverse()) near = A.add(A.mul(near, square), f.n(t));
  return A.select(A.less(square, f.n(0.25)), A.mul(near, x), far);
}

/** A pair of partial derivatives; undefined where there is no closed form. */
interface Partials<T> {
  readonly first?: () => T;
  readonly second?: () => T;
}

/** Both partial derivatives of f(x, y), as formulas to be evaluated if needed; `v` is f(x, y). Undefined: no closed form is known here. */
export function partials2<T>(A: Arithmetic<T>, name: Function2, x: T, y: T, v: T): Partials<T> {
  const f = formulas(A);
  const at = (a: T, b: T) => f.call2(name, a, b);
  const half = (t: T) => A.div(t, f.n(2));
  const up = () => A.add(x, f.one);
  const down = () => A.sub(x, f.one);
  const psi = (t: T) => f.call("digamma", t);
  switch (name) {
    case "atan2": {
      const square = () => A.add(f.square(x), f.square(y));
      return { first: () => A.div(y, square()), second: () => A.neg(A.div(x, square())) };
    }
    case "beta":
      return { first: () => A.mul(v, A.sub(psi(x), psi(A.add(x, y)))), second: () => A.mul(v, A.sub(psi(y), psi(A.add(x, y)))) };
    case "binomial": {
      const rest = () => psi(A.add(A.sub(x, y), f.one));
      return { first: () => A.mul(v, A.sub(psi(up()), rest())), second: () => A.mul(v, A.sub(rest(), psi(A.add(y, f.one)))) };
    }
    case "rising":
      return { first: () => A.mul(v, A.sub(psi(A.add(x, y)), psi(x))), second: () => A.mul(v, psi(A.add(x, y))) };
    case "falling": {
      const rest = () => psi(A.add(A.sub(x, y), f.one));
      return { first: () => A.mul(v, A.sub(psi(up()), rest())), second: () => A.mul(v, rest()) };
    }
    case "mod":
      return { first: () => f.one, second: () => A.neg(f.call("floor", A.div(x, y))) };
    case "max":
    case "min": {
      // ±1 by which is larger, undefined at a tie.
      const side = f.inverse(A.sign(name === "max" ? A.sub(x, y) : A.sub(y, x)));
      return { first: () => half(A.add(f.one, side)), second: () => half(A.sub(f.one, side)) };
    }
    case "polygamma":
      return { second: () => at(up(), y) };
    case "besselj":
    case "bessely":
      return { second: () => half(A.sub(at(down(), y), at(up(), y))) };
    case "besseli":
      return { second: () => half(A.add(at(down(), y), at(up(), y))) };
    case "besselk":
      return { second: () => A.neg(half(A.add(at(down(), y), at(up(), y)))) };
    case "gammainc":
    case "gammaincupper": {
      const density = () => A.mul(A.pow(y, down()), f.call("exp", A.neg(y)));
      return { second: () => (name === "gammainc" ? density() : A.neg(density())) };
    }
    case "zeta2":
      return { second: () => A.neg(A.mul(x, at(up(), y))) };
    case "chebyshevt":
      return { second: () => A.mul(x, f.call2("chebyshevu", down(), y)) };
    case "chebyshevu":
      return { second: () => A.div(A.sub(A.mul(up(), f.call2("chebyshevt", up(), y)), A.mul(y, v)), A.sub(f.square(y), f.one)) };
    case "legendre":
      return { second: () => A.div(A.mul(x, A.sub(A.mul(y, v), at(down(), y))), A.sub(f.square(y), f.one)) };
    case "hermite":
      return { second: () => f.times(f.n(2), x, at(down(), y)) };
    case "laguerre":
      return { second: () => A.div(A.mul(x, A.sub(v, at(down(), y))), y) };
    case "agm": {
      return agmPartials(A, x, y, v);
    }
    default:
      return {};
  }
}

/** M = π(a+b)/(4K(m)), m = ((a-b)/(a+b))² (DLMF 19.8.5), differentiated; the derivative of K is closed. */
function agmPartials<T>(A: Arithmetic<T>, a: T, b: T, v: T): Partials<T> {
  const f = formulas(A);
  const sum = A.add(a, b);
  const m = f.square(A.div(A.sub(a, b), sum));
  const k = () => f.call("ellipk", m);
  const slope = () => A.div(derivative1(A, "ellipk", m, k()), k());
  // dm/da = 4 b (a-b)/(a+b)^3, dm/db = -4 a (a-b)/(a+b)^3
  const dm = (other: T) => A.div(f.times(f.n(4), other, A.sub(a, b)), f.times(sum, sum, sum));
  return {
    first: () => A.mul(v, A.sub(f.inverse(sum), A.mul(slope(), dm(b)))),
    second: () => A.mul(v, A.add(f.inverse(sum), A.mul(slope(), dm(a)))),
  };
}
