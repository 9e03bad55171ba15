/** What a call is worth: by the functions of the arithmetic, functions made of them, logarithms with a base, derivatives. */
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, node } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { FUNCTIONS_1, FUNCTIONS_2, type Function1, type Function2 } from "../../numeric/arithmetic";
import { dualOver } from "../../numeric/dual";
import { exactResidue, refuseFractions } from "../arithmetic/remainders";
import { ofOrder } from "../calculus/derivative-orders";
import { MATRIX_FUNCTIONS, matrixCall } from "../matrices/matrix-functions";

/** The derivative of a call, of the order that its second operand has. */
export const callOfOrder = <T>(e: Expr, ev: Evaluator<T>): Value<T> =>
  ofOrder(e.args[1], ev, (m) => ev.scalar({ ...e.args[0], data: { ...e.args[0].data, ...(m > 0 ? { primes: m } : {}) } }));

const known1 = new Set<string>(FUNCTIONS_1);
const known2 = new Set<string>(FUNCTIONS_2);

/** What a special function costs, in evaluations. */
const SPECIAL = 15;

const CHEAP = /^(sqrt|exp|log|a?(sin|cos|tan)h?|arc(sin|cos|tan)|abs|sign|floor|ceil)$/;

/** The value of a call. */
export function call<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const name = e.name ?? "";
  if (e.data?.primes) return derivativeOfCall(e, ev);
  if (e.data?.based) return based(e, ev);
  if (MATRIX_FUNCTIONS.has(name)) return matrixCall(name, e, ev);
  if (name === "max" || name === "min") return extreme(name, e, ev);
  const residue = name === "mod" ? exactResidue(e.args[0], e.args[1]) : undefined;
  if (residue !== undefined) return scalar(A.number(residue));
  if (name === "mod") refuseFractions(e.args[0], e.args[1]);
  const x = ev.scalar(e.args[0]);
  const made = COMPOSED[name];
  if (made) return scalar(made(ev as Evaluator<unknown>, x) as T);
  if (!CHEAP.test(name)) ev.fuel.spend(SPECIAL * ev.frame.width);
  if (e.args.length === 1 && known1.has(name)) return scalar(A.call1(name as Function1, x));
  if (e.args.length === 2 && known2.has(name)) return scalar(A.call2(name as Function2, x, ev.scalar(e.args[1])));
  throw new NotUnderstood("function/unknown", `the function "${name}" is not known`, e.span);
}

function derivativeOfCall<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const x = ev.evaluate(e.args[0]);
  const t = node("symbol", [], e.span, "\u0000t");
  const value = ev.dual("\u0000t", x, t).scalar({ ...e, args: [t], data: { ...e.data, primes: Number(e.data?.primes) - 1 } });
  return scalar(dualOver(ev.A).tangent(value));
}

const COMPOSED: Record<string, <T>(ev: Evaluator<T>, x: T) => T> = {
  log10: ({ A }, x) => A.div(A.call1("log", x), A.call1("log", A.number(10))),
  log2: ({ A }, x) => A.div(A.call1("log", x), A.call1("log", A.number(2))),
  sigmoid: ({ A }, x) => A.div(A.number(1), A.add(A.number(1), A.call1("exp", A.neg(x)))),
  softplus: ({ A }, x) => A.call1("log", A.add(A.number(1), A.call1("exp", x))),
  normcdf: ({ A }, x) => A.mul(A.number(0.5), A.call1("erfc", A.div(A.neg(x), A.call1("sqrt", A.number(2))))),
  logit: ({ A }, x) => A.call1("log", A.div(x, A.sub(A.number(1), x))),
  factorial2: ({ A }, x) => {
    const n = A.div(x, A.number(2));
    const even = A.mul(A.pow(A.number(2), n), A.call1("gamma", A.add(n, A.number(1))));
    const odd = A.mul(A.pow(A.number(2), A.add(n, A.number(0.5))), A.div(A.call1("gamma", A.add(n, A.number(1))), A.call1("sqrt", A.constant("pi"))));
    return A.select(A.equal(A.call2("mod", x, A.number(2)), A.number(0)), even, odd);
  },
};

/** A logarithm with its base. */
export function based<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  if (e.name !== "log") throw new NotUnderstood("function/subscript", `"${e.name}" with a subscript is not known`, e.span);
  const { A } = ev;
  const base = e.args[e.args.length - 1];
  const x = A.call1("log", ev.scalar(e.args[0]));
  if (base.op === "symbol" && base.name === "e") return scalar(x);
  return scalar(A.div(x, A.call1("log", ev.scalar(base))));
}

function extreme<T>(name: "max" | "min", e: Expr, ev: Evaluator<T>): Value<T> {
  if (e.args.some((a) => a.op === "relation")) throw new NotUnderstood("extremum/condition", `${name} over a condition`, e.span);
  const items = e.args.length === 1 && e.args[0].op === "tuple" ? e.args[0].args : e.args;
  if (items.length === 1) throw new NotUnderstood("extremum/set", `the ${name} of a set that is not listed`, e.span);
  return scalar(items.map((a) => ev.scalar(a)).reduce((x, y) => ev.A.call2(name, x, y)));
}
