/** Complex numbers over any real arithmetic: principal branches, with real numbers staying exactly real. */
import { type Arithmetic, type Function1, type Function2, Unsupported } from "./arithmetic";
import type { Ball } from "./ball";
import { COMPLEX_FUNCTIONS } from "./complexFunctions";
import { type Complex, type ComplexKit, complexKit } from "./complexKit";
import { specialColumn } from "./special/columns";
import { isSpecial } from "./special/index";

export type { Complex };

/** Real functions that a complex argument has no meaning for. */
const REAL_ONLY: ReadonlySet<string> = new Set(["floor", "ceil", "round", "sign"]);

/** Complex arithmetic over `A`. On a branch cut within the error bound a result is undefined; exactly on a cut it is continued from above. */
export function complexOver<T>(A: Arithmetic<T>): Arithmetic<Complex<T>> {
  const k = complexKit(A);

  /** The real function where the argument is exactly real and the value defined, else the complex one. */
  function call1(name: Function1, x: Complex<T>): Complex<T> {
    const part = parts(k, name, x);
    if (part) return part;
    const real = k.whereReal(x);
    const rule = COMPLEX_FUNCTIONS[name];
    const general = isSpecial(name) && A.name === "double" ? (z: Complex<T>) => special(name, [z]) : rule ? (z: Complex<T>) => rule(k, z) : undefined;
    if (real === "none") return general ? general(x) : refuse(name);
    const asReal = tryReal(() => A.call1(name, x.re), general !== undefined);
    if (asReal === undefined) return general ? general(x) : refuse(name);
    if (REAL_ONLY.has(name) || !general) return k.make(A.select(k.realMask(x), asReal, k.undefinedNumber()), k.zero);
    const mask = k.definedReal(x, asReal);
    if (mask === "all") return k.make(asReal, k.zero);
    return k.choose(mask, k.make(asReal, k.zero), general(x));
  }

  /** Lane by lane through numbers with a radius; the bounds of both parts are one. */
  function special(name: string, args: readonly Complex<T>[], orders: readonly number[] = []): Complex<T> {
    const width = args.reduce((w, z) => Math.max(w, A.width(z.re), A.width(z.im)), 1);
    const parts = args.map((z) => {
      const [er, ei] = [A.errors(z.re), A.errors(z.im)];
      return { re: A.toNumbers(z.re), im: A.toNumbers(z.im), err: (i: number) => er[er.length === 1 ? 0 : i] + ei[ei.length === 1 ? 0 : i] };
    });
    const lanes = A.name === "double" ? specialColumn(name, parts, orders, width) : refuse(name);
    const column = (of: (b: Ball) => number, error: (b: Ball) => number): T =>
      A.linear(A.numbers(new Float64Array(width)), () => ({ values: Float64Array.from(lanes, of), errors: Float64Array.from(lanes, error) }));
    return k.make(
      column(
        (b) => b.re,
        (b) => b.err,
      ),
      column(
        (b) => b.im,
        (b) => (b.im === 0 ? 0 : b.err),
      ),
    );
  }

  /** Functions of two arguments: the real ones on the real line, and off it those that numeric/special knows. */
  function call2(name: Function2, x: Complex<T>, y: Complex<T>): Complex<T> {
    if (A.name === "double" && isSpecial(name) && !(k.allReal(x) && k.allReal(y))) return special(name, [x, y]);
    const value = A.call2(name, x.re, y.re);
    return k.make(A.select(k.realMask(x), A.select(k.realMask(y), value, k.undefinedNumber()), k.undefinedNumber()), k.zero);
  }

  const onReals = (x: Complex<T>, y: Complex<T>, value: T) =>
    k.make(A.select(k.realMask(x), A.select(k.realMask(y), value, k.undefinedNumber()), k.undefinedNumber()), k.zero);

  function equal(x: Complex<T>, y: Complex<T>): Complex<T> {
    const re = A.equal(x.re, y.re);
    const im = A.equal(x.im, y.im);
    // Unequal as soon as one part is known to differ; otherwise both must be known.
    return k.make(A.select(k.isZero(re), re, A.select(k.isZero(im), im, A.mul(re, im))), k.zero);
  }

  return {
    name: "complex",
    complex: true,
    number: (x) => k.real(A.number(x)),
    numbers: (xs) => k.real(A.numbers(xs)),
    decimal: (text) => k.real(A.decimal(text)),
    constant: (name) => k.real(A.constant(name)),
    imaginary: () => k.make(k.zero, A.number(1)),
    width: (x) => Math.max(A.width(x.re), A.width(x.im)),
    add: k.add,
    sub: k.sub,
    mul: k.mul,
    div: k.div,
    neg: (x) => k.make(A.neg(x.re), A.neg(x.im)),
    pow: k.pow,
    call1,
    call2,
    special,
    sign: (x) => onReals(x, k.real(k.zero), A.sign(x.re)),
    less: (x, y) => onReals(x, y, A.less(x.re, y.re)),
    equal,
    select: (c, x, y) => k.choose(c.re, x, y),
    gather: (x, map) => k.make(A.gather(x.re, map), A.gather(x.im, map)),
    segmentSum: (x, starts) => k.make(A.segmentSum(x.re, starts), A.segmentSum(x.im, starts)),
    segmentProduct: (x, starts) => k.segmentProduct(x, starts),
    toNumbers: (x) => A.toNumbers(x.re),
    errors: (x) => A.errors(x.re),
    linear: (x, of) => k.make(A.linear(x.re, of), A.linear(x.im, of)),
  };
}

function refuse(name: string): never {
  throw new Unsupported(`${name} of a complex number`);
}

/** Undefined instead of Unsupported, where the complex formula can take over. */
function tryReal<T>(compute: () => T, hasGeneral: boolean): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (hasGeneral && error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** The parts of a complex number: modulus, conjugate, real and imaginary part, argument in (-π, π]. */
function parts<T>(k: ComplexKit<T>, name: Function1, z: Complex<T>): Complex<T> | undefined {
  switch (name) {
    case "abs":
      return k.real(k.modulus(z));
    case "conj":
      return k.make(z.re, k.A.neg(z.im));
    case "re":
      return k.real(z.re);
    case "im":
      return k.real(z.im);
    case "arg":
      return k.real(k.argument(z));
    default:
      return undefined;
  }
}
