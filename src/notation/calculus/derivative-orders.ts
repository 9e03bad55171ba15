/** Derivatives whose order is an expression, `\frac{d^n}{dx^n} e^{ax}`: in each world of the order that it has there. */
import type { Evaluator } from "../../expression/evaluator";
import { POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { scalar, type Value } from "../../expression/value";
import type { Construct } from "../construct";

/** Duals within duals double the work with every order. */
const HIGHEST = 5;

/** One value of the order after the other; where it is no whole number, or too high, nothing is known. */
export function ofOrder<T>(order: Expr, ev: Evaluator<T>, at: (order: number) => T): Value<T> {
  const { A } = ev;
  const orders = ev.scalar(order);
  const found = [...new Set(A.toNumbers(orders))].filter((m) => Number.isInteger(m) && m >= 0 && m <= HIGHEST);
  const none = A.div(A.number(0), A.number(0));
  return scalar(found.reduce((value, m) => A.select(A.equal(orders, A.number(m)), at(m), value), none));
}

const repeated = (e: Expr, times: number): Expr =>
  Array.from({ length: times }).reduce<Expr>((inner) => node("derivative", [inner, e.args[1]], e.span, undefined, e.data), e.args[0]);

export const derivativeOrders: Construct = {
  name: "derivatives of any order",
  meanings: { "derivative-order": (e, ev) => ofOrder(e.args[2], ev, (m) => ev.scalar(repeated(e, m))) },
  print: {
    "derivative-order": {
      power: POWER.add + 1,
      latex: (e, print) => {
        const [d, n] = [e.data?.partial ? "\\partial" : "d", print(e.args[2])];
        return `\\frac{${d}^{${n}}}{${d} ${print(e.args[1])}^{${n}}} ${print(e.args[0], POWER.juxtaposed)}`;
      },
    },
  },
  examples: [
    { latex: "\\frac{d^n}{dx^n} e^{ax} = a^n e^{ax}", verdict: "holds" },
    { latex: "\\frac{d^n}{dx^n} e^{ax} = a^{n+1} e^{ax}", verdict: "fails" },
    { latex: "\\frac{d^{n}}{{dz}^{n}} \\ln z = (-1)^{n-1} (n-1)! z^{-n}", verdict: "holds" },
    { latex: "\\frac{d^n}{dx^n} \\sin x = \\sin\\left(x + \\frac{n\\pi}{2}\\right)", verdict: "holds" },
  ],
};
