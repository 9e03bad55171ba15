/**
 * The abstract arithmetic that the meaning of a construct is written over. Every number is a *column*: one entry for each
 * lane (a world, or a node of a sum or of a quadrature within a world), or a single entry that stands for all lanes.
 */

/** Elementary and special functions of one argument, by the names that every arithmetic knows them by. */
export const FUNCTIONS_1 = [
  "exp",
  "log",
  "sqrt",
  "cbrt",
  "sin",
  "cos",
  "tan",
  "cot",
  "sec",
  "csc",
  "asin",
  "acos",
  "atan",
  "acot",
  "asec",
  "acsc",
  "sinh",
  "cosh",
  "tanh",
  "coth",
  "sech",
  "csch",
  "asinh",
  "acosh",
  "atanh",
  "acoth",
  "asech",
  "acsch",
  "abs",
  "sign",
  "floor",
  "ceil",
  "round",
  "gamma",
  "lgamma",
  "digamma",
  "trigamma",
  "erf",
  "erfc",
  "erfinv",
  "zeta",
  "eta",
  "factorial",
  "expint",
  "Ei",
  "li",
  "Si",
  "Ci",
  "sinc",
  "ellipk",
  "ellipe",
  "dilog",
  "besselj0",
  "besselj1",
  "lambertw",
  "fibonacci",
  "bernoulli",
  "conj",
  "re",
  "im",
  "arg",
] as const;
export type Function1 = (typeof FUNCTIONS_1)[number];

export const FUNCTIONS_2 = [
  "atan2",
  "beta",
  "binomial",
  "mod",
  "gcd",
  "lcm",
  "max",
  "min",
  "polygamma",
  "besselj",
  "bessely",
  "besseli",
  "besselk",
  "gammainc",
  "gammaincupper",
  "zeta2",
  "chebyshevt",
  "chebyshevu",
  "legendre",
  "hermite",
  "laguerre",
  "rising",
  "falling",
  "agm",
] as const;
export type Function2 = (typeof FUNCTIONS_2)[number];

export type Constant = "pi" | "e" | "eulergamma" | "catalan" | "golden" | "infinity";

/** Thrown by an arithmetic that cannot serve a construct: the modular one has no `exp`, the precise one no `zeta`. */
export class Unsupported extends Error {
  constructor(readonly what: string) {
    super(`not supported: ${what}`);
  }
}

/**
 * Arithmetic on columns of type `T`. Binary operations take columns of equal width, or width 1 on either side. Undefined
 * results (1/0, log of 0, a value outside the domain) are "undefined" entries, never exceptions: they propagate, and count as no
 * information. Truth values are columns of 1 and 0 (undefined where the comparison cannot be decided within the error bounds).
 */
export interface Arithmetic<T> {
  readonly name: "double" | "precise" | "modular" | "complex" | "dual" | "exponentials";
  /** It has an imaginary unit: complex numbers, or dual numbers over them. */
  readonly complex?: boolean;
  /** Of dual numbers: whether one depends on the direction. */
  varies?(x: T): boolean;
  /** Exact double. */
  number(x: number): T;
  /** One exact double a lane. */
  numbers(xs: Float64Array): T;
  /** A decimal literal such as "0.1", read as exactly that rational number. */
  decimal(text: string): T;
  constant(name: Constant): T;
  /** The imaginary unit; throws Unsupported in a real arithmetic. */
  imaginary(): T;
  width(x: T): number;
  add(x: T, y: T): T;
  sub(x: T, y: T): T;
  mul(x: T, y: T): T;
  div(x: T, y: T): T;
  neg(x: T): T;
  /** Real power: integer exponents for any base; a rational exponent with odd denominator written `1/3` is the caller's affair. 0^0 = 1 for integer exponents. */
  pow(x: T, y: T): T;
  call1(name: Function1, x: T): T;
  call2(name: Function2, x: T, y: T): T;
  /**
   * A function of numeric/special by its name there, of any number of arguments, or its partial derivative of the given order in each. Throws Unsupported in the
   * arithmetics that have no such path.
   */
  special(name: string, args: readonly T[], orders?: readonly number[]): T;
  /** Sign as -1, 0, 1; undefined where the error bound straddles zero (an exact zero is 0). */
  sign(x: T): T;
  /** Truth columns. Equality is 1 only if both are exactly equal or equal within bounds tighter than 1e-12 of their scale. */
  less(x: T, y: T): T;
  equal(x: T, y: T): T;
  /** Where `condition` is 1 the first, where 0 the second, undefined elsewhere. An undefined entry of the branch not taken does no harm. */
  select(condition: T, x: T, y: T): T;
  /** Lane `i` of the result is lane `map[i]` of `x`. */
  gather(x: T, map: Int32Array): T;
  /**
   * Lane `i` of the result is lane `lane[i]` (`i` where there is none) of the column `columns[which[i]]`; undefined where there is no such column. Absent where it is
   * no quicker than selecting column by column.
   */
  pick?(columns: readonly T[], which: Int32Array, lane?: Int32Array): T;
  /** Sums (products) of consecutive runs of lanes: run `j` is [starts[j], starts[j + 1]). Empty runs give 0 (1). */
  segmentSum(x: T, starts: Int32Array): T;
  segmentProduct(x: T, starts: Int32Array): T;
  /** Nearest doubles, NaN where undefined; for the complex arithmetic the real part, for the dual one the value. */
  toNumbers(x: T): Float64Array;
  /** First-order absolute error bounds beside `toNumbers`; zeros in exact arithmetics. */
  errors(x: T): Float64Array;
  /**
   * Applies a computation that is linear in a column and done in doubles (a quadrature's weighted sum, the acceleration of a series)
   * to each double component of the column (real and imaginary part, value and derivative): `of` gets values and error
   * bounds of all lanes and returns those of the result. Throws Unsupported in the exact and the precise arithmetics.
   */
  linear(x: T, of: (values: Float64Array, errors: Float64Array) => { values: Float64Array; errors: Float64Array }): T;
}
