/** A quick numeric look at expressions while they are read: whether two are the same at a few points. Names and functions without a value get one from their spelling. */
import { uniform } from "../../base/random";
import type { Expr } from "../../expression/tree";

type Point = number;

/** Whole numbers for letters that count, far enough apart that their differences are no accidents. */
const COUNTS: Readonly<Record<string, number>> = { n: 31, N: 37, m: 23, M: 26, k: 12, K: 15, i: 7, j: 9, l: 10, d: 29 };
const letter = (name: string, point: Point): number => (COUNTS[name] !== undefined ? COUNTS[name] + 2 * point : 0.4 + 1.1 * uniform("guess", name, point));

function factorial(x: number): number {
  if (!Number.isInteger(x) || x < 0 || x > 170) return Number.NaN;
  let value = 1;
  for (let i = 2; i <= x; i++) value *= i;
  return value;
}

function guessed(e: Expr, point: Point): number {
  const args = (): number[] => e.args.map((a) => guessed(a, point));
  switch (e.op) {
    case "number":
      return Number(e.name);
    case "symbol":
      return e.name === "\\pi" ? Math.PI : e.name === "e" ? Math.E : letter(e.name ?? "", point);
    case "add":
      return args().reduce((a, b) => a + b);
    case "mul":
      return args().reduce((a, b) => a * b);
    case "neg":
      return -guessed(e.args[0], point);
    case "div":
      return guessed(e.args[0], point) / guessed(e.args[1], point);
    case "pow": {
      const [a, b] = args();
      return b === 0 ? 1 : a ** b;
    }
    case "ellipsis":
    case "error":
      return Number.NaN;
  }
  if (e.op === "call" && e.name === "factorial") return factorial(guessed(e.args[0], point));
  const inside = args();
  return inside.some(Number.isNaN) ? Number.NaN : 0.3 + uniform("guess", e.op, e.name ?? "", point, ...inside.map((x) => x.toPrecision(9)));
}

const POINTS: readonly Point[] = [0, 1, 2];

export const guess = {
  /** Equal at all points, to ten digits. */
  same: (a: Expr, b: Expr): boolean =>
    POINTS.every((p) => {
      const [x, y] = [guessed(a, p), guessed(b, p)];
      return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= 1e-10 * Math.max(Math.abs(x), Math.abs(y), Number.MIN_VALUE);
    }),
  /** A whole number above `least` at all points. */
  isIndex: (e: Expr, least: number): boolean =>
    POINTS.every((p) => {
      const x = guessed(e, p);
      return Math.abs(x - Math.round(x)) < 1e-9 && x > least;
    }),
};
