/** Landau's symbols, `O(x^3)` and `o(h)`: terms of which only the growth is known. */
import { POWER, type Prefix } from "../../expression/parser";
import { type Expr, node, number, rewrite, some } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Construct } from "../construct";

/** `O` with its argument in parentheses; a pair, O(0, 0), is a point. */
const symbolOf =
  (name: "O" | "o"): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    return p.cursor.peek()?.text === "(" ? argument(p, name, start) : undefined;
  };

/** `\mathcal{O}(h^2)`. */
const calligraphic: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const name = p.cursor.word().trim();
  return /^[oO]$/.test(name) && p.cursor.peek()?.text === "(" ? argument(p, name, start) : undefined;
};

function argument(p: Parameters<Prefix>[0], name: string, start: number): Expr | undefined {
  const e = p.expression(POWER.power);
  if (e.data?.bracket !== "(" || /^(list|tuple|error)$/.test(e.op)) return undefined;
  return node("landau", [{ ...e, data: { ...e.data, bracket: undefined } }], p.cursor.since(start), name);
}

export const isLandau = (e: Expr): boolean => e.op === "landau";
export const hasLandau = (e: Expr): boolean => some(e, isLandau);

/** An expression with `factor` times their bounds in place of its terms of known growth, `little` times those of terms o(…). */
export const withBounds = (e: Expr, factor: number, little = factor): Expr =>
  rewrite(e, (n) => {
    if (!isLandau(n)) return n;
    const by = n.name === "o" ? little : factor;
    return by === 0 ? number(0, n.span) : node("mul", [number(by, n.span), n.args[0]], n.span);
  });

const FONTS = ["mathcal", "mathrm", "mathscr", "operatorname"];

export const landauSymbols: Construct = {
  name: "Landau symbols",
  prefix: { O: symbolOf("O"), o: symbolOf("o"), ...Object.fromEntries(FONTS.map((f) => [`\\${f}`, calligraphic])) },
  meanings: {
    landau: (e) => {
      throw new NotUnderstood("growth/no-value", "a term of which only the growth is known has no value", e.span);
    },
  },
  print: { landau: { power: POWER.power, latex: (e, print) => `${e.name}\\left(${print(e.args[0])}\\right)` } },
  examples: [
    { latex: "\\ln(1 + x) = x - \\frac{x^2}{2} + O(x^3)", verdict: "holds" },
    { latex: "\\ln(1 + x) = x + \\frac{x^2}{2} + O(x^3)", verdict: "fails" },
    { latex: "\\sum_{k=1}^{n} k = \\frac{n^2}{2} + O(n)", verdict: "holds" },
    { latex: "\\sum_{k=1}^{n} k = n^2 + O(n)", verdict: "fails" },
  ],
};
