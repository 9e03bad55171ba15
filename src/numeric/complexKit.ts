/** The operations on complex numbers that every complex function is written with. */
import type { Arithmetic } from "./arithmetic";

/** Real and imaginary part; a number that is real in theory has an imaginary part of exactly 0. */
export interface Complex<T> {
  readonly re: T;
  readonly im: T;
}

export type ComplexKit<T> = ReturnType<typeof complexKit<T>>;

export function complexKit<T>(A: Arithmetic<T>) {
  type Z = Complex<T>;
  const zero = A.number(0);
  const make = (re: T, im: T): Z => ({ re, im });
  const real = (re: T): Z => make(re, zero);
  const number = (x: number): Z => real(A.number(x));
  const i = make(zero, A.number(1));
  const undefinedNumber = () => A.number(Number.NaN);

  const add = (x: Z, y: Z) => make(A.add(x.re, y.re), A.add(x.im, y.im));
  const sub = (x: Z, y: Z) => make(A.sub(x.re, y.re), A.sub(x.im, y.im));
  const neg = (x: Z) => make(A.neg(x.re), A.neg(x.im));
  const mul = (x: Z, y: Z) => {
    if (allReal(y)) return make(A.mul(x.re, y.re), A.mul(x.im, y.re));
    if (allReal(x)) return make(A.mul(x.re, y.re), A.mul(x.re, y.im));
    return make(A.sub(A.mul(x.re, y.re), A.mul(x.im, y.im)), A.add(A.mul(x.re, y.im), A.mul(x.im, y.re)));
  };
  const times = (x: Z, by: T) => make(A.mul(x.re, by), A.mul(x.im, by));
  const timesI = (x: Z) => make(A.neg(x.im), x.re);
  const norm = (x: Z) => A.add(A.mul(x.re, x.re), A.mul(x.im, x.im));
  /** (x conj y)/|y|², with y scaled by its larger part (Smith's idea without branches). */
  const div = (x: Z, y: Z): Z => {
    if (allReal(y)) return make(A.div(x.re, y.re), A.div(x.im, y.re));
    const scale = A.add(A.call1("abs", y.re), A.call1("abs", y.im));
    const u = make(A.div(y.re, scale), A.div(y.im, scale));
    const top = mul(x, make(u.re, A.neg(u.im)));
    const under = A.mul(norm(u), scale);
    const quotient = make(A.div(top.re, under), A.div(top.im, under));
    return hasReal(y) ? choose(realMask(y), make(A.div(x.re, y.re), A.div(x.im, y.re)), quotient) : quotient;
  };

  const allReal = (x: Z) => whereReal(x) === "all";
  const hasReal = (x: Z) => whereReal(x) !== "none";
  const exactZero = (x: T) => {
    const e = A.errors(x);
    return A.toNumbers(x).map((v, j) => (v === 0 && e[j] === 0 ? 1 : 0));
  };
  /** Which lanes are exactly real. */
  function whereReal(x: Z): "all" | "some" | "none" {
    const flags = exactZero(x.im);
    const count = flags.reduce((n, b) => n + b, 0);
    return count === flags.length ? "all" : count === 0 ? "none" : "some";
  }
  const realMask = (x: Z) => A.numbers(exactZero(x.im));
  /** 1 where the entry is 0, else 0 (also where it is undefined). */
  const isZero = (x: T) => A.numbers(A.toNumbers(x).map((v) => (v === 0 ? 1 : 0)));
  /** Lanes whose argument is exactly real and whose real value exists; "all" counts lanes undefined from the start as done. */
  function definedReal(x: Z, value: T): T | "all" {
    const flags = exactZero(x.im);
    const values = A.toNumbers(value);
    const given = A.toNumbers(x.re);
    const n = Math.max(values.length, flags.length);
    const at = (c: Float64Array, j: number) => c[c.length === 1 ? 0 : j];
    let all = true;
    const mask = Float64Array.from({ length: n }, (_, j) => {
      const ok = at(flags, j) === 1 && (!Number.isNaN(at(values, j)) || Number.isNaN(at(given, j)));
      all &&= ok;
      return ok ? 1 : 0;
    });
    return all ? "all" : A.numbers(mask);
  }
  const choose = (c: T, x: Z, y: Z) => make(A.select(c, x.re, y.re), A.select(c, x.im, y.im));

  const modulus = (x: Z): T => {
    const [a, b] = [A.call1("abs", x.re), A.call1("abs", x.im)];
    if (allReal(x)) return a;
    const plain = A.call1("sqrt", norm(x));
    return hasReal(x) ? A.select(realMask(x), a, plain) : whollyImaginary(x) ? b : plain;
  };
  const whollyImaginary = (x: Z) => exactZero(x.re).every((b) => b === 1);
  const argument = (x: Z): T => A.call2("atan2", x.im, x.re);

  const exp = (x: Z): Z => {
    const size = A.call1("exp", x.re);
    if (allReal(x)) return real(size);
    return make(A.mul(size, A.call1("cos", x.im)), A.mul(size, A.call1("sin", x.im)));
  };
  const log = (x: Z): Z => make(A.call1("log", modulus(x)), argument(x));
  /** Principal root: exact roots on the real axis, polar form elsewhere. */
  const sqrt = (x: Z): Z => {
    const polar = () => {
      const size = A.call1("sqrt", modulus(x));
      const half = A.div(argument(x), A.number(2));
      return make(A.mul(size, A.call1("cos", half)), A.mul(size, A.call1("sin", half)));
    };
    const onAxis = () => {
      const root = A.call1("sqrt", A.call1("abs", x.re));
      const negative = A.less(x.re, zero);
      return make(A.select(negative, zero, root), A.select(negative, root, zero));
    };
    if (allReal(x)) return onAxis();
    return hasReal(x) ? choose(realMask(x), onAxis(), polar()) : polar();
  };

  /** x^n for one integer a lane (|n| <= 2^20), by squaring. */
  function integerPower(x: Z, n: Float64Array): Z {
    let rest = n.map(Math.abs);
    let result = number(1);
    for (let square = x; rest.some((m) => m > 0); square = mul(square, square)) {
      const odd = rest.map((m) => m % 2);
      rest = rest.map((m) => Math.floor(m / 2));
      if (odd.some((b) => b === 1)) result = odd.every((b) => b === 1) ? mul(result, square) : choose(A.numbers(odd), mul(result, square), result);
    }
    if (n.every((m) => m >= 0)) return result;
    return choose(A.numbers(n.map((m) => (m < 0 ? 1 : 0))), div(number(1), result), result);
  }
  /** Integer exponents exactly; real powers of real numbers where they exist; else exp(y log x). */
  const pow = (x: Z, y: Z): Z => {
    const exponents = A.toNumbers(y.re);
    const errors = A.errors(y.re);
    if (allReal(y) && !allReal(x) && exponents.every((n, j) => errors[j] === 0 && Number.isInteger(n) && Math.abs(n) <= 2 ** 20))
      return integerPower(x, exponents);
    if (!(hasReal(x) && hasReal(y))) return exp(mul(y, log(x)));
    const value = A.select(realMask(y), A.pow(x.re, y.re), undefinedNumber());
    const mask = definedReal(x, value);
    return mask === "all" ? real(value) : choose(mask, real(value), exp(mul(y, log(x))));
  };

  /** Products of runs of lanes, by rank within the run. */
  function segmentProduct(x: Z, starts: Int32Array): Z {
    if (allReal(x)) return real(A.segmentProduct(x.re, starts));
    const runs = starts.length - 1;
    let result = make(A.numbers(new Float64Array(runs).fill(1)), A.numbers(new Float64Array(runs)));
    let longest = 0;
    for (let j = 0; j < runs; j++) longest = Math.max(longest, starts[j + 1] - starts[j]);
    for (let r = 0; r < longest; r++) {
      const inside = Float64Array.from({ length: runs }, (_, j) => (starts[j] + r < starts[j + 1] ? 1 : 0));
      const map = Int32Array.from({ length: runs }, (_, j) => (inside[j] ? starts[j] + r : 0));
      result = choose(A.numbers(inside), mul(result, make(A.gather(x.re, map), A.gather(x.im, map))), result);
    }
    return result;
  }

  return {
    A,
    zero,
    i,
    make,
    real,
    number,
    undefinedNumber,
    add,
    sub,
    neg,
    mul,
    times,
    timesI,
    div,
    norm,
    allReal,
    whereReal,
    realMask,
    isZero,
    definedReal,
    choose,
    modulus,
    argument,
    exp,
    log,
    sqrt,
    pow,
    segmentProduct,
  };
}
