/** Dual numbers over any arithmetic: a value and its exact derivative along one direction; nested, they give higher derivatives. */
import { type Arithmetic, type Function1, type Function2, Unsupported } from "./arithmetic";
import { derivative1, hasDerivative1, partials2 } from "./chain";
import { isSpecial } from "./special/index";

/** Value and derivative; an absent derivative is zero for a structural reason (a constant), and costs nothing. */
export interface Dual<T> {
  readonly v: T;
  readonly d?: T;
}

export interface DualArithmetic<T> extends Arithmetic<Dual<T>> {
  /** A number that does not depend on the direction. */
  lift(x: T): Dual<T>;
  /** The variable itself: derivative 1. */
  variable(x: T): Dual<T>;
  /** The derivative as a column, zero for constants. */
  tangent(x: Dual<T>): T;
}

/** f floor-like functions: derivative 0 at jumps is undefined, which the value already is within a bound; an exact jump is refused here. */
const STEPS: ReadonlySet<string> = new Set(["floor", "ceil", "round", "sign"]);

export function dualOver<T>(A: Arithmetic<T>): DualArithmetic<T> {
  const lift = (v: T): Dual<T> => ({ v });
  const zero = () => A.number(0);
  const tangent = (x: Dual<T>) => x.d ?? zero();
  const make = (v: T, d: T | undefined): Dual<T> => (d === undefined ? { v } : { v, d });
  const plus = (a: T | undefined, b: T | undefined) => (a === undefined ? b : b === undefined ? a : A.add(a, b));
  const scale = (d: T | undefined, by: () => T) => (d === undefined ? undefined : A.mul(d, by()));

  function div(x: Dual<T>, y: Dual<T>): Dual<T> {
    const v = A.div(x.v, y.v);
    const over = x.d === undefined ? undefined : A.div(x.d, y.v);
    const under = y.d === undefined ? undefined : A.neg(A.div(A.mul(v, y.d), y.v));
    return make(v, plus(over, under));
  }

  /** y x^(y-1) x' + v log(x) y'; the first term is 0 for a zero exponent, the second is asked only of exponents that vary. */
  function pow(x: Dual<T>, y: Dual<T>): Dual<T> {
    const v = A.pow(x.v, y.v);
    const base = scale(x.d, () => {
      const slope = A.mul(y.v, A.pow(x.v, A.sub(y.v, A.number(1))));
      return A.toNumbers(y.v).includes(0) ? A.select(A.equal(y.v, zero()), zero(), slope) : slope;
    });
    return make(
      v,
      plus(
        base,
        scale(y.d, () => A.mul(v, A.call1("log", x.v))),
      ),
    );
  }

  function call1(name: Function1, x: Dual<T>): Dual<T> {
    const v = A.call1(name, x.v);
    if (x.d === undefined) return { v };
    if (name === "arg" || (A.complex === true && (name === "abs" || name === "conj" || name === "re" || name === "im"))) return complexPart(name, x, v);
    const slope = STEPS.has(name) ? A.select(jump(name, x.v), A.div(A.number(1), zero()), zero()) : slopeOf(name, x.v, v);
    return { v, d: A.mul(x.d, name === "abs" ? A.div(A.number(1), slope) : slope) };
  }

  /** By the chain rules, else by those of the special functions. */
  function slopeOf(name: Function1, x: T, v: T): T {
    return !hasDerivative1(name) && isSpecial(name) ? A.special(name, [x], [1]) : derivative1(A, name, x, v);
  }

  /** Truth column of standing exactly on a jump. */
  function jump(name: Function1, x: T): T {
    const at = name === "sign" ? zero() : name === "round" ? A.sub(A.call1("floor", x), A.number(-0.5)) : A.call1("floor", x);
    return A.equal(x, at);
  }

  /** Along a real direction, conj, Re and Im commute with the derivative; |z|' = Re(conj(z) z')/|z|, arg' = Im(z'/z). */
  function complexPart(name: Function1, x: Dual<T>, v: T): Dual<T> {
    const d = tangent(x);
    if (name === "abs") return { v, d: A.div(A.call1("re", A.mul(A.call1("conj", x.v), d)), v) };
    if (name === "arg") return { v, d: A.call1("im", A.div(d, x.v)) };
    return { v, d: A.call1(name, d) };
  }

  function call2(name: Function2, x: Dual<T>, y: Dual<T>): Dual<T> {
    const v = A.call2(name, x.v, y.v);
    if (x.d === undefined && y.d === undefined) return { v };
    const { first, second } = partials2(A, name, x.v, y.v, v);
    const part = (d: T | undefined, slope: (() => T) | undefined) => {
      if (d !== undefined && !slope) throw new Unsupported(`derivative of ${name}`);
      return slope ? scale(d, slope) : undefined;
    };
    const other = (k: 0 | 1) => (isSpecial(name) ? () => A.special(name, [x.v, y.v], k === 0 ? [1, 0] : [0, 1]) : undefined);
    return make(v, plus(part(x.d, first ?? other(0)), part(y.d, second ?? other(1))));
  }

  function special(name: string, args: readonly Dual<T>[], orders: readonly number[] = []): Dual<T> {
    const values = args.map((x) => x.v);
    const more = (at: number) => args.map((_, k) => (orders[k] ?? 0) + (k === at ? 1 : 0));
    const slopes = args.map((x, k) => scale(x.d, () => A.special(name, values, more(k))));
    return make(
      A.special(name, values, orders),
      slopes.reduce((sum, d) => plus(sum, d), undefined),
    );
  }

  function segmentProduct(x: Dual<T>, starts: Int32Array): Dual<T> {
    if (x.d === undefined) return { v: A.segmentProduct(x.v, starts) };
    return productRule(A, x.v, x.d, starts);
  }

  return {
    name: "dual",
    complex: A.complex === true,
    lift,
    variable: (v) => ({ v, d: A.number(1) }),
    tangent,
    varies: (x) => x.d !== undefined || A.varies?.(x.v) === true,
    number: (x) => lift(A.number(x)),
    numbers: (xs) => lift(A.numbers(xs)),
    decimal: (text) => lift(A.decimal(text)),
    constant: (name) => lift(A.constant(name)),
    imaginary: () => lift(A.imaginary()),
    width: (x) => Math.max(A.width(x.v), x.d === undefined ? 1 : A.width(x.d)),
    add: (x, y) => make(A.add(x.v, y.v), plus(x.d, y.d)),
    sub: (x, y) => make(A.sub(x.v, y.v), plus(x.d, y.d === undefined ? undefined : A.neg(y.d))),
    mul: (x, y) =>
      make(
        A.mul(x.v, y.v),
        plus(
          scale(x.d, () => y.v),
          scale(y.d, () => x.v),
        ),
      ),
    div,
    neg: (x) => make(A.neg(x.v), x.d === undefined ? undefined : A.neg(x.d)),
    pow,
    call1,
    call2,
    special,
    sign: (x) => lift(A.sign(x.v)),
    less: (x, y) => lift(A.less(x.v, y.v)),
    equal: (x, y) => lift(A.equal(x.v, y.v)),
    select: (c, x, y) => make(A.select(c.v, x.v, y.v), x.d === undefined && y.d === undefined ? undefined : A.select(c.v, tangent(x), tangent(y))),
    gather: (x, map) => make(A.gather(x.v, map), x.d === undefined ? undefined : A.gather(x.d, map)),
    segmentSum: (x, starts) => make(A.segmentSum(x.v, starts), x.d === undefined ? undefined : A.segmentSum(x.d, starts)),
    segmentProduct,
    toNumbers: (x) => A.toNumbers(x.v),
    errors: (x) => A.errors(x.v),
    linear: (x, of) => make(A.linear(x.v, of), x.d === undefined ? undefined : A.linear(x.d, of)),
  };
}

/** Product rule over runs of lanes: Σ_i x_i' Π_{j≠i} x_j by prefix and suffix products, so that zeros do no harm. */
function productRule<T>(A: Arithmetic<T>, x: T, d: T, starts: Int32Array): Dual<T> {
  const runs = starts.length - 1;
  const longest = starts.reduce((most, s, j) => (j === 0 ? 0 : Math.max(most, s - starts[j - 1])), 0);
  if (longest > 0 && A.width(x) === 1) return productRule(A, A.add(x, A.numbers(new Float64Array(starts[runs]))), d, starts);
  let v = A.numbers(new Float64Array(runs).fill(1));
  let slope = A.numbers(new Float64Array(runs));
  for (let k = 0; k < longest; k++) {
    const map = Int32Array.from({ length: runs }, (_, j) => Math.min(starts[j] + k, Math.max(starts[runs] - 1, 0)));
    const inside = A.numbers(Float64Array.from({ length: runs }, (_, j) => (starts[j] + k < starts[j + 1] ? 1 : 0)));
    const [xk, dk] = [A.gather(x, map), A.gather(d, map)];
    slope = A.select(inside, A.add(A.mul(slope, xk), A.mul(v, dk)), slope);
    v = A.select(inside, A.mul(v, xk), v);
  }
  return { v, d: slope };
}
