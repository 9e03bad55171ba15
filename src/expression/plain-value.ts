/** The value of an expression in plain numbers, by those of its names. */
import { binomial } from "../numeric/functions/gamma";
import type { Expr } from "./tree";

/** π and e. */
export const PLAIN_CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["\\pi", Math.PI],
  ["e", Math.E],
]);

/** In doubles; no number where anything stands in it that is neither arithmetic nor a name with a value. */
export function plainValue(e: Expr, values: ReadonlyMap<string, number>): number {
  const args = e.args.map((a) => plainValue(a, values));
  switch (e.op) {
    case "symbol":
      return values.get(e.name ?? "") ?? Number.NaN;
    case "number":
      return Number(e.name);
    case "neg":
      return -args[0];
    case "add":
      return args.reduce((a, b) => a + b, 0);
    case "mul":
      return args.reduce((a, b) => a * b, 1);
    case "div":
      return args[0] / args[1];
    case "pow":
      return args[0] ** args[1];
    case "sqrt":
      return Math.sqrt(args[0]);
    case "floor":
      return Math.floor(args[0]);
    case "ceil":
      return Math.ceil(args[0]);
    case "call":
      return e.name === "binomial" ? binomial(args[0], args[1]) : Number.NaN;
    default:
      return Number.NaN;
  }
}
