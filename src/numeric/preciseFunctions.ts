/** Elementary functions at high precision, each with the slope that carries the error of its argument. */
import type { Function1, Function2 } from "./arithmetic";
import type { BigNumber, BigNumberClass } from "./bigNumber";
import { type FixedFunction, fixed } from "./fixedPoint";
import { type Entry, type EntryKit, EXACT, magnitude, plus10 } from "./preciseEntry";

type F1 = (a: Entry) => Entry;
type F2 = (a: Entry, b: Entry) => Entry;

/** The methods of a decimal that are used here and that mathjs does not declare. */
type Methods = "exp" | "ln" | "sqrt" | "cbrt" | "sin" | "cos" | "tan" | "asin" | "acos" | "atan" | "sinh" | "cosh" | "tanh" | "asinh" | "acosh" | "atanh";
const FIXED: ReadonlySet<string> = new Set<FixedFunction>(["exp", "ln", "sin", "cos"]);
const isFixed = (method: Methods): method is FixedFunction => FIXED.has(method);

export function preciseFunctions(Big: BigNumberClass, kit: EntryKit) {
  const apply = (x: BigNumber, method: Methods): BigNumber =>
    (isFixed(method) ? fixed(method, x, kit.digits + 5, Big) : undefined) ?? (x as unknown as Record<Methods, () => BigNumber>)[method]();
  const one = kit.exact(1);
  const two = kit.exact(2);
  const isExactly = (a: Entry, n: number) => a.e === EXACT && a.v.eq(n);

  /** A library function with log10 of its slope; `at` names the argument where value is `value` exactly. */
  const library =
    (method: Methods, slope: (x: BigNumber, v: BigNumber) => number, at?: readonly [x: number, value: number]): F1 =>
    (a) => {
      if (at && isExactly(a, at[0])) return kit.exact(at[1]);
      const v = apply(a.v, method);
      if (!v.isFinite()) return v.isNaN() || a.v.isFinite() ? kit.undefinedEntry : { v, e: EXACT };
      if (!a.v.isFinite()) return kit.rounded(v);
      return kit.rounded(v, a.e === EXACT ? EXACT : a.e + slope(a.v, v) + 0.05);
    };
  /** Slopes hold only where the bound is small against the distance to a singularity. */
  const steady =
    (f: F1, room: (x: BigNumber) => number): F1 =>
    (a) =>
      a.e !== EXACT && !(a.e < room(a.v) - 3) ? kit.undefinedEntry : f(a);
  const toOne = (x: BigNumber) => magnitude(new Big(1).minus(x.abs()));
  const half = (x: number) => x / 2;

  const sqrt: F1 = (a) => {
    if (a.v.isNegative() && !a.v.isZero()) return kit.undefinedEntry;
    const v = a.v.sqrt();
    if (!v.isFinite()) return { v, e: EXACT };
    if (a.e === EXACT) return v.times(v).eq(a.v) && (v as unknown as { precision(): number }).precision() * 2 <= kit.digits ? { v, e: EXACT } : kit.rounded(v);
    return kit.rounded(v, a.e < magnitude(a.v) - 3 ? a.e - magnitude(v) : a.e / 2 + 0.5);
  };
  const exp = steady(
    library("exp", (_, v) => magnitude(v), [0, 1]),
    () => 2,
  );
  const log: F1 = (a) =>
    a.v.gt(0)
      ? steady(
          library("ln", (x) => -magnitude(x), [1, 0]),
          magnitude,
        )(a)
      : kit.undefinedEntry;
  /** The library reduces an angle by counting whole turns, digit by digit: a huge angle would hang it, and its bound knows nothing anyway. */
  const angle =
    (f: F1): F1 =>
    (a) =>
      magnitude(a.v) > kit.digits / 2 ? kit.undefinedEntry : f(a);
  const sin = angle(library("sin", () => 0, [0, 0]));
  const cos = angle(library("cos", () => 0, [0, 1]));
  const tan: F1 = (a) => (isExactly(a, 0) ? a : kit.div(sin(a), cos(a)));
  const atan = library("atan", () => 0, [0, 0]);
  const asin: F1 = (a) =>
    a.v.abs().gt(1)
      ? kit.undefinedEntry
      : steady(
          library("asin", (x) => -half(toOne(x)), [0, 0]),
          toOne,
        )(a);
  const acos: F1 = (a) =>
    a.v.abs().gt(1)
      ? kit.undefinedEntry
      : steady(
          library("acos", (x) => -half(toOne(x)), [1, 0]),
          toOne,
        )(a);
  /** The library's power series only for small arguments (its length grows with them); exponentials beyond. */
  const near =
    (f: F1, far: F1): F1 =>
    (a) =>
      a.v.isFinite() && a.v.abs().lt(1) ? f(a) : far(a);
  const halved = (a: Entry): Entry => kit.mul(a, kit.exact(0.5));
  const sinh = near(
    library("sinh", (_, v) => plus10(0, magnitude(v)), [0, 0]),
    (a) => halved(kit.add(exp(a), kit.neg(exp(kit.neg(a))))),
  );
  const cosh = near(
    library("cosh", (_, v) => magnitude(v), [0, 1]),
    (a) => halved(kit.add(exp(a), exp(kit.neg(a)))),
  );
  /** 1 - 2/(e^2x + 1), of one sign at a time so that the exponential does not overflow the exponents either. */
  const tanhFar: F1 = (a) =>
    a.v.isNegative() ? kit.neg(tanhFar(kit.neg(a))) : kit.add(one, kit.neg(kit.mul(two, kit.div(one, kit.add(exp(kit.mul(two, a)), one)))));
  const tanh = near(
    library("tanh", () => 0, [0, 0]),
    (a) => (magnitude(a.v) > 10 ? kit.rounded(new Big(a.v.isNegative() ? -1 : 1)) : tanhFar(a)),
  );
  const asinh = library("asinh", () => 0, [0, 0]);
  const acosh: F1 = (a) =>
    a.v.lt(1)
      ? kit.undefinedEntry
      : steady(
          library("acosh", (x) => -half(toOne(x)), [1, 0]),
          toOne,
        )(a);
  const atanh: F1 = (a) =>
    a.v.abs().gte(1)
      ? kit.undefinedEntry
      : steady(
          library("atanh", (x) => -toOne(x), [0, 0]),
          toOne,
        )(a);
  const cbrt = steady(
    library("cbrt", (_, v) => -2 * magnitude(v), [0, 0]),
    magnitude,
  );
  const inverseOf =
    (f: F1): F1 =>
    (a) =>
      kit.div(one, f(a));
  const atInverse =
    (f: F1): F1 =>
    (a) =>
      f(kit.div(one, a));
  const step =
    (of: (x: BigNumber) => BigNumber): F1 =>
    (a) => {
      const v = of(a.v);
      if (a.e === EXACT) return { v, e: EXACT };
      const h = new Big(`1e${Math.ceil(a.e)}`);
      return of(a.v.plus(h)).eq(v) && of(a.v.minus(h)).eq(v) ? { v, e: EXACT } : kit.undefinedEntry;
    };
  const floor = step((x) => x.floor());
  const sign: F1 = (a) => {
    const s = kit.signOf(a);
    return s === undefined ? kit.undefinedEntry : kit.exact(s);
  };
  const pi = () => kit.rounded(Big.acos(-1));

  /** Integer exponents by the library's exact squaring; real ones of positive bases. */
  const pow: F2 = (a, b) => {
    if (b.e === EXACT && b.v.isInteger() && b.v.abs().lt(1e9)) return integerPower(a, b.v.toNumber());
    if (a.v.isZero() && a.e === EXACT) return b.v.gt(0) ? a : kit.undefinedEntry;
    if (isExactly(b, 0.5)) return sqrt(a);
    return a.v.gt(0) ? exp(kit.mul(b, log(a))) : kit.undefinedEntry;
  };
  const integerPower = (a: Entry, n: number): Entry => {
    if (n < 0) return kit.div(one, integerPower(a, -n));
    if (n <= 64) {
      let result = one;
      for (let square = a, k = n; k > 0; k = Math.floor(k / 2), square = k > 0 ? kit.mul(square, square) : square)
        if (k % 2 === 1) result = kit.mul(result, square);
      return result;
    }
    const v = a.v.pow(n);
    return kit.rounded(v, a.e === EXACT ? EXACT : Math.log10(n) + magnitude(v) - magnitude(a.v) + a.e + 0.05);
  };

  const atan2: F2 = (y, x) => {
    const sx = kit.signOf(x);
    const sy = kit.signOf(y);
    if (sx === 0) return sy === undefined || sy === 0 ? kit.undefinedEntry : kit.mul(kit.exact(sy / 2), pi());
    if (sx === 1) return atan(kit.div(y, x));
    if (sy === undefined) return kit.undefinedEntry;
    if (sx === undefined) return sy === 0 ? kit.undefinedEntry : kit.add(kit.mul(kit.exact(sy / 2), pi()), kit.neg(atan(kit.div(x, y))));
    return kit.add(atan(kit.div(y, x)), sy < 0 ? kit.neg(pi()) : pi());
  };
  const mod: F2 = (a, b) => kit.add(a, kit.neg(kit.mul(b, floor(kit.div(a, b)))));
  const pick =
    (other: boolean): F2 =>
    (a, b) => {
      const less = kit.less(a, b);
      return less === undefined ? (kit.equal(a, b) ? a : kit.undefinedEntry) : less === other ? b : a;
    };

  const cheap: ReadonlySet<string> = new Set(["abs", "sign", "floor", "ceil", "round", "sqrt", "re", "im", "conj"]);
  const table: Partial<Record<Function1, F1>> = {
    exp,
    log,
    sqrt,
    cbrt,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    asinh,
    acosh,
    atanh,
    floor,
    sign,
    cot: (a) => kit.div(cos(a), sin(a)),
    sec: inverseOf(cos),
    csc: inverseOf(sin),
    acot: (a) =>
      a.v.abs().lt(1) && kit.signOf(a) !== undefined
        ? kit.add(kit.mul(kit.exact(a.v.isNegative() && !a.v.isZero() ? -0.5 : 0.5), pi()), kit.neg(atan(a)))
        : atInverse(atan)(a),
    asec: atInverse(acos),
    acsc: atInverse(asin),
    coth: inverseOf(tanh),
    sech: inverseOf(cosh),
    csch: inverseOf(sinh),
    acoth: atInverse(atanh),
    asech: atInverse(acosh),
    acsch: atInverse(asinh),
    abs: (a) => ({ v: a.v.abs(), e: a.e }),
    ceil: step((x) => x.ceil()),
    round: step((x) => x.round()),
    sinc: (a) => (isExactly(a, 0) ? one : kit.div(sin(a), a)),
    re: (a) => a,
    conj: (a) => a,
    im: () => kit.exact(0),
    arg: (a) => atan2(kit.exact(0), a),
  };
  const pairs: Partial<Record<Function2, F2>> = { atan2, mod, max: pick(true), min: pick(false) };
  return { one: table, two: pairs, pow, cheap };
}
