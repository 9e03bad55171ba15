/** Prints a tree back to LaTeX. */
import type { Expr } from "../expression/tree";
import { PRINTERS } from "./index";

/** LaTeX of an expression; parenthesised where it binds looser than `power`. */
export function print(e: Expr, power = 0): string {
  const printer = PRINTERS.get(e.op);
  if (!printer) return `\\text{?${e.op}}`;
  const text = printer.latex(e, print);
  return printer.power < power ? `\\left(${text}\\right)` : text;
}
