/** Remainders, `17 \bmod 5`, and Legendre symbols, `\left(\frac{2}{7}\right)` where the document speaks of residues. */
import { cover } from "../base/span";
import { type Infix, POWER } from "../expression/parser";
import { type Expr, node } from "../expression/tree";
import { NotUnderstood, scalar } from "../expression/value";
import type { Construct } from "./construct";

const remainder: Infix = {
  power: POWER.mul,
  parse: (p, left) => {
    p.cursor.next();
    if (!p.startsFactor()) return undefined;
    const right = p.expression(POWER.mul);
    return node("call", [left, right], cover(left.span, right.span), "mod");
  },
};

/** A fraction in parentheses of its own as the symbol of Legendre and Jacobi. */
export const legendre = (fraction: Expr, span: Expr["span"]): Expr => node("legendre", fraction.args, span);

/** Jacobi's symbol (a/n) of whole numbers, n odd and positive, by quadratic reciprocity (Jacobi 1837); NaN elsewhere. */
export function jacobi(above: number, below: number): number {
  if (!Number.isInteger(above) || !Number.isInteger(below) || below <= 0 || below % 2 === 0) return Number.NaN;
  let [a, n, sign] = [((above % below) + below) % below, below, 1];
  while (a !== 0) {
    while (a % 2 === 0) {
      a /= 2;
      if (n % 8 === 3 || n % 8 === 5) sign = -sign;
    }
    [a, n] = [n, a];
    if (a % 4 === 3 && n % 4 === 3) sign = -sign;
    a %= n;
  }
  return n === 1 ? sign : 0;
}

export const remainders: Construct = {
  name: "remainders and residues",
  infix: { "\\bmod": remainder, "\\mod": remainder },
  meanings: {
    legendre: (e, ev) => {
      if (ev.A.complex || ev.A.name === "modular") throw new NotUnderstood("legendre/arithmetic", "a Legendre symbol in this arithmetic", e.span);
      const [a, n] = e.args.map((arg) => ev.lanes(ev.scalar(arg)));
      return scalar(ev.A.numbers(a.map((x, lane) => jacobi(x, n[lane]))));
    },
  },
  print: { legendre: { power: 99, latex: (e, print) => `\\left(\\frac{${print(e.args[0])}}{${print(e.args[1])}}\\right)` } },
  examples: [
    { latex: "17 \\bmod 5 = 2", verdict: "holds" },
    { latex: "2^{10} \\bmod 7 = 3", verdict: "fails" },
    { latex: "\\left(\\frac{2}{7}\\right) = 1", verdict: "holds" },
    { latex: "\\left(\\frac{3}{7}\\right) = 1", verdict: "fails" },
  ],
};
