/** Polynomials times exponentials of one variable, as an arithmetic: the variable stays a letter, every coefficient is a column of any other arithmetic. */
import { type Arithmetic, type Function1, Unsupported } from "./arithmetic";

/** (p[0] + p[1] t + …) exp(q[0] + q[1] t + q[2] t²); an empty `q` is no exponential. */
export interface Term<T> {
  readonly p: readonly T[];
  readonly q: readonly T[];
}

/** A sum of terms, at least one. */
export interface Exponentials<T> {
  readonly terms: readonly Term<T>[];
}

export interface ExponentialArithmetic<T> extends Arithmetic<Exponentials<T>> {
  /** A number that the variable does not occur in. */
  lift(x: T): Exponentials<T>;
  /** The variable itself. */
  readonly variable: Exponentials<T>;
}

const MOST_TERMS = 12;
const MOST_POWERS = 13;

const refuse = (what: string): never => {
  throw new Unsupported(`${what} of an integrand in closed form`);
};

export function exponentialsOver<T>(A: Arithmetic<T>): ExponentialArithmetic<T> {
  type E = Exponentials<T>;
  const lift = (x: T): E => ({ terms: [{ p: [x], q: [] }] });
  const zero = A.number(0);
  const half = A.number(0.5);

  const constantOf = (x: E): T | undefined => (x.terms.length === 1 && x.terms[0].q.length === 0 && x.terms[0].p.length === 1 ? x.terms[0].p[0] : undefined);
  const constant = (x: E, what: string): T => constantOf(x) ?? refuse(what);
  const polynomialOf = (x: E): readonly T[] | undefined => (x.terms.length === 1 && x.terms[0].q.length === 0 ? x.terms[0].p : undefined);
  /** c exp(q): what can be divided by, and has a logarithm that is a polynomial. */
  const pureOf = (x: E, what: string): Term<T> => (x.terms.length === 1 && x.terms[0].p.length === 1 ? x.terms[0] : refuse(what));

  /** Exactly zero in every lane; of dual numbers only the value would be seen, so they never are. */
  const isZero = (x: T): boolean => A.name !== "dual" && A.toNumbers(x).every((v) => v === 0) && A.errors(x).every((e) => e === 0);
  function trimmed(p: readonly T[]): readonly T[] {
    let n = p.length;
    while (n > 1 && isZero(p[n - 1])) n--;
    return n === p.length ? p : p.slice(0, n);
  }
  const plus = (x: readonly T[], y: readonly T[]): readonly T[] => {
    const [long, short] = x.length >= y.length ? [x, y] : [y, x];
    return long.map((c, i) => (i < short.length ? A.add(x[i], y[i]) : c));
  };
  function times(x: readonly T[], y: readonly T[]): readonly T[] {
    if (x.length + y.length > MOST_POWERS + 1) refuse("so high a power");
    const out: (T | undefined)[] = new Array(x.length + y.length - 1).fill(undefined);
    for (let i = 0; i < x.length; i++)
      for (let j = 0; j < y.length; j++) {
        const product = A.mul(x[i], y[j]);
        const known = out[i + j];
        out[i + j] = known === undefined ? product : A.add(known, product);
      }
    return out as T[];
  }
  const map = (x: E, of: (c: T) => T): E => ({ terms: x.terms.map((t) => ({ p: t.p.map(of), q: t.q })) });

  function add(x: E, y: E): E {
    const terms = [...x.terms];
    for (const t of y.terms) {
      const at = terms.findIndex((s) => s.q === t.q || (s.q.length === 0 && t.q.length === 0));
      if (at < 0) terms.push(t);
      else terms[at] = { p: trimmed(plus(terms[at].p, t.p)), q: t.q };
    }
    return terms.length > MOST_TERMS ? refuse("so many terms") : { terms };
  }

  function mul(x: E, y: E): E {
    const [a, b] = [constantOf(x), constantOf(y)];
    if (b !== undefined) return map(x, (c) => A.mul(c, b));
    if (a !== undefined) return map(y, (c) => A.mul(a, c));
    const terms = x.terms.flatMap((s) =>
      y.terms.map((t): Term<T> => ({ p: times(s.p, t.p), q: s.q.length === 0 ? t.q : t.q.length === 0 ? s.q : plus(s.q, t.q) })),
    );
    return terms.length > MOST_TERMS ? refuse("so many terms") : terms.map((t): E => ({ terms: [t] })).reduce(add);
  }

  function div(x: E, y: E): E {
    const b = constantOf(y);
    if (b !== undefined) return map(x, (c) => A.div(c, b));
    const by = pureOf(y, "a quotient");
    return {
      terms: x.terms.map((t) => ({
        p: t.p.map((c) => A.div(c, by.p[0])),
        q: plus(
          t.q,
          by.q.map((c) => A.neg(c)),
        ),
      })),
    };
  }

  const exp = (x: E): E => {
    const p = polynomialOf(x) ?? refuse("an exponential");
    if (p.length > 3) refuse("an exponential");
    return { terms: [{ p: [A.number(1)], q: p }] };
  };
  const log = (x: E): E => {
    const { p, q } = pureOf(x, "a logarithm");
    return { terms: [{ p: q.length ? trimmed(plus([A.call1("log", p[0])], q)) : [A.call1("log", p[0])], q: [] }] };
  };

  function pow(x: E, y: E): E {
    const [a, b] = [constantOf(x), constantOf(y)];
    if (a !== undefined && b !== undefined) return lift(A.pow(a, b));
    if (b === undefined) return a === undefined ? refuse("a power") : exp(mul(y, lift(A.call1("log", a))));
    const n = A.toNumbers(b);
    const whole = n.every((v) => v === n[0]) && Number.isInteger(n[0]) && A.errors(b).every((e) => e === 0) ? n[0] : Number.NaN;
    if (whole >= 0 && whole < MOST_POWERS && (A.name !== "dual" || n.length === 1) && !A.varies?.(b)) {
      let power = lift(A.number(1));
      for (let k = 0; k < whole; k++) power = k === 0 ? x : mul(power, x);
      return power;
    }
    const { p, q } = pureOf(x, "a power");
    return { terms: [{ p: [A.pow(p[0], b)], q: q.map((c) => A.mul(c, b)) }] };
  }

  function call1(name: Function1, x: E): E {
    const c = constantOf(x);
    if (c !== undefined) return lift(A.call1(name, c));
    if (name === "exp") return exp(x);
    if (name === "log") return log(x);
    if (name === "sinh" || name === "cosh") return map(add(exp(x), map(exp(map(x, A.neg)), name === "sinh" ? A.neg : (t) => t)), (t) => A.mul(t, half));
    const { p, q } = pureOf(x, name);
    if (name === "sqrt") return { terms: [{ p: [A.call1("sqrt", p[0])], q: q.map((t) => A.mul(t, half)) }] };
    if (name === "abs") return { terms: [{ p: [A.call1("abs", p[0])], q }] };
    return name === "sign" ? lift(A.call1("sign", p[0])) : refuse(name);
  }

  return {
    name: "exponentials",
    lift,
    variable: { terms: [{ p: [zero, A.number(1)], q: [] }] },
    number: (x) => lift(A.number(x)),
    numbers: (xs) => lift(A.numbers(xs)),
    decimal: (text) => lift(A.decimal(text)),
    constant: (name) => lift(A.constant(name)),
    imaginary: () => lift(A.imaginary()),
    width: (x) => Math.max(...x.terms.flatMap((t) => [...t.p, ...t.q].map((c) => A.width(c)))),
    add,
    sub: (x, y) => add(x, map(y, A.neg)),
    mul,
    div,
    neg: (x) => map(x, A.neg),
    pow,
    call1,
    call2: (name, x, y) => lift(A.call2(name, constant(x, name), constant(y, name))),
    special: (name, args, orders) =>
      lift(
        A.special(
          name,
          args.map((x) => constant(x, name)),
          orders,
        ),
      ),
    sign: (x) => lift(A.sign(constant(x, "a sign"))),
    less: (x, y) => lift(A.less(constant(x, "a comparison"), constant(y, "a comparison"))),
    equal: (x, y) => lift(A.equal(constant(x, "a comparison"), constant(y, "a comparison"))),
    select: (c, x, y) => lift(A.select(constant(c, "a choice"), constant(x, "a choice"), constant(y, "a choice"))),
    gather: (x, by) => {
      const moved = (c: T) => (A.width(c) === 1 ? c : A.gather(c, by));
      return { terms: x.terms.map((t) => ({ p: t.p.map(moved), q: t.q.map(moved) })) };
    },
    segmentSum: (x, starts) => ({ terms: [{ p: (polynomialOf(x) ?? refuse("a sum")).map((c) => A.segmentSum(c, starts)), q: [] }] }),
    segmentProduct: (x, starts) => lift(A.segmentProduct(constant(x, "a product"), starts)),
    toNumbers: (x) => A.toNumbers(constant(x, "a number")),
    errors: (x) => A.errors(constant(x, "a number")),
    linear: (x, of) => lift(A.linear(constant(x, "a number"), of)),
  };
}
