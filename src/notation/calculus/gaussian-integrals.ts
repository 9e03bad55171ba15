/**
 * Integrals over all vectors of what a Gaussian weighs: ∫ r(x) e^{-½ (x-m)ᵀ P (x-m) + c} dx = e^c √((2π)^d / det P) E[r(m + K u)] with K Kᵀ = P⁻¹ and u standard normal.
 * The exponent is read off values, and must be quadratic; r must be a polynomial of a degree that small rules take.
 */
import type { Evaluator } from "../../expression/evaluator";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, number, some } from "../../expression/tree";
import { matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Arithmetic } from "../../numeric/arithmetic";
import { cholesky, solvedAbove, solvedBelow } from "../../numeric/cholesky";
import { gaussianPoints } from "../../numeric/gaussianRule";
import { quadratic } from "../../numeric/quadraticForm";
import { addValues, scaled } from "../arithmetic/sums-of-terms";
import { DENSITY_VARIABLE } from "./density-variable";

/** A term of an integrand: the logarithms of the factors that fall off, and the product of the others. */
interface Weighed {
  readonly logs: readonly Expr[];
  readonly rest: readonly Expr[];
}

/** Terms that a product of sums is multiplied out into, at most. */
const MOST_TERMS = 16;

const minus = (e: Expr): Expr => node("neg", [e], e.span);
const times = (args: readonly Expr[], span: Expr["span"]): Expr =>
  args.length === 0 ? number(1, span) : args.length === 1 ? args[0] : node("mul", args, span, undefined, { style: "juxtaposed" });

/** The logarithm of a factor that may fall off like a Gaussian: of an exponential, of a density; undefined for any other. */
function logOf(e: Expr, bound: string): Expr | undefined {
  if (!speaks(e, bound)) return undefined;
  if (e.op === "call" && e.name === "exp" && e.args.length === 1) return e.args[0];
  if (e.op === "pow" && /^(e|\\mathrm\{e\})$/.test(e.args[0].name ?? "") && e.args[0].op === "symbol") return e.args[1];
  if (e.op === "pow" && !speaks(e.args[1], bound)) {
    const log = logOf(e.args[0], bound);
    return log && times([e.args[1], log], e.span);
  }
  return e.op === "apply" ? node("call", [e], e.span, "log") : undefined;
}

/** A law without its argument, N(m, S), is its density at the variable. */
const speaks = (e: Expr, bound: string): boolean => hasSymbol(e, bound) || some(e, (n) => n.op === "indexed" && n.name === bound) || isLawAlone(e);
const isLawAlone = (e: Expr): boolean => e.op === "apply" && /N/.test(e.name ?? "") && e.args.length === 2 && Number(e.data?.split ?? 2) === 2;

/** The terms of an integrand; undefined where there are too many. */
function termsOf(e: Expr, bound: string): Weighed[] | undefined {
  if (e.op === "add") {
    const terms = e.args.map((a) => termsOf(a, bound));
    return terms.every((t) => t !== undefined) ? terms.flat() : undefined;
  }
  if (e.op === "neg") return termsOf(e.args[0], bound)?.map(({ logs, rest }) => ({ logs, rest: [number(-1, e.span), ...rest] }));
  if (e.op === "mul" && e.data?.style !== "cross") {
    let product: Weighed[] = [{ logs: [], rest: [] }];
    for (const factor of e.args) {
      const terms = isSpread(factor, bound) ? termsOf(factor, bound) : [oneOf(factor, bound)];
      if (!terms || product.length * terms.length > MOST_TERMS) return undefined;
      product = product.flatMap((a) => terms.map((b) => ({ logs: [...a.logs, ...b.logs], rest: [...a.rest, ...b.rest] })));
    }
    return product;
  }
  if (e.op === "div") {
    const below = logOf(e.args[1], bound);
    const under: Weighed = below ? { logs: [minus(below)], rest: [] } : { logs: [], rest: [node("div", [number(1, e.span), e.args[1]], e.span)] };
    return termsOf(e.args[0], bound)?.map((t) => ({ logs: [...t.logs, ...under.logs], rest: [...t.rest, ...under.rest] }));
  }
  return [oneOf(e, bound)];
}

/** A product, a quotient, or a sum in which something falls off, is taken apart. */
const isSpread = (e: Expr, bound: string): boolean =>
  e.op === "mul" || e.op === "div" || e.op === "neg" || (e.op === "add" && some(e, (n) => logOf(n, bound) !== undefined && n.op !== "apply"));

function oneOf(e: Expr, bound: string): Weighed {
  const log = logOf(e, bound);
  return log ? { logs: [log], rest: [] } : { logs: [], rest: [e] };
}

/** Whether every term of an integrand has a factor that may fall off like a Gaussian: an exponential, or a density that `isKnown` has a formula for. */
export function isWeighed(body: Expr, bound: string, isKnown: (density: Expr) => boolean): boolean {
  const known = (log: Expr): boolean => !some(log, (n) => n.op === "apply" && speaks(n, bound) && !isKnown(n));
  const terms = termsOf(body, bound);
  return terms?.every(({ logs }) => logs.length > 0 && logs.every(known)) === true;
}

/** The integral of an expression over all values of a column of `size` numbers. */
export function gaussianIntegral<T>(ev: Evaluator<T>, body: Expr, bound: string, size: number, e: Expr): Value<T> {
  const terms = termsOf(body, bound);
  if (!terms || ev.A.complex === true || ev.A.name === "modular") throw unknown(e);
  return terms.map((term) => integralOf(ev, term, bound, size, e)).reduce((a, b) => addValues(ev, a, b, e));
}

const unknown = (e: Expr): NotUnderstood => new NotUnderstood("integral/region", "an integral over vectors of what no Gaussian weighs", e.span);

function integralOf<T>(ev: Evaluator<T>, { logs, rest }: Weighed, bound: string, size: number, e: Expr): Value<T> {
  const { A } = ev;
  if (logs.length === 0) throw unknown(e);
  const at = (x: readonly T[]): Evaluator<T> => {
    const point = size === 1 ? scalar(x[0]) : matrix(size, 1, x, true);
    return ev.with(bound, point).with(DENSITY_VARIABLE, point);
  };
  const exponent = logs.length === 1 ? logs[0] : node("add", logs, e.span);
  const form = quadratic(A, size, (x) => at(x).scalar(exponent));
  if (!form) throw unknown(e);
  const { start, slope, precision } = form;
  const { factor, volume } = cholesky(A, precision, size);
  // K = L^{-T} of P = L Lᵀ, and m = P⁻¹ g = K Kᵀ g
  const spread = (u: readonly T[]): T[] => solvedAbove(A, factor, u, size);
  const whitened = solvedBelow(A, factor, slope, size);
  const mean = spread(whitened);
  const gain = whitened.reduce((sum, w) => A.add(sum, A.mul(w, w)), A.number(0));
  const mass = A.mul(
    A.call1("exp", A.add(start, A.mul(A.number(0.5), gain))),
    A.div(A.pow(A.mul(A.number(2), A.constant("pi")), A.div(A.number(size), A.number(2))), volume),
  );
  const left = times(rest, e.span);
  if (!speaks(left, bound)) return scaled(ev, ev.evaluate(left), mass, e);
  const expected = (nodes: 3 | 4 | 5): Value<T> => {
    let sum: Value<T> | undefined;
    for (const { at: u, weight } of gaussianPoints(A, size, nodes)) {
      const x = spread(u).map((v, i) => A.add(v, mean[i]));
      const value = scaled(ev, at(x).evaluate(left), weight, e);
      sum = sum ? addValues(ev, sum, value, e) : value;
    }
    return sum as Value<T>;
  };
  let found = expected(3);
  for (const nodes of [4, 5] as const) {
    const better = expected(nodes);
    if (isNear(A, found, better)) return scaled(ev, better, mass, e);
    found = better;
  }
  throw unknown(e);
}

/** How far the values of two rules may be apart, beside their size. */
const NEAR = 1e-8;

/** Whether two rules give the same, so that both are exact. */
function isNear<T>(A: Arithmetic<T>, a: Value<T>, b: Value<T>): boolean {
  const columns = (v: Value<T>): readonly T[] => (v.kind === "matrix" ? v.items : v.kind === "scalar" ? [v.x] : []);
  const [left, right] = [columns(a), columns(b)];
  const size = Math.max(1e-6, ...right.flatMap((x) => [...A.toNumbers(x)].filter(Number.isFinite).map(Math.abs)));
  return (
    left.length === right.length &&
    left.every((x, i) => {
      const [u, v] = [A.toNumbers(x), A.toNumbers(right[i])];
      return u.every((value, k) => !(Math.abs(value - v[k % v.length]) > NEAR * size));
    })
  );
}
