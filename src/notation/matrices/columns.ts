/** Columns that are written as rows to save space: `(1, 2, 2)^T` by itself, in a sum, or with a number before it. */
import type { Expr } from "../../expression/tree";

const isColumn = (e: Expr): boolean => e.op === "transpose" && e.args[0].op === "tuple" && /^[([]$/.test(String(e.args[0].data?.open));
const isFactor = (e: Expr): boolean =>
  /^(number|div|root|symbol|pow|call|neg|mul)$/.test(e.op) && !/^\\(mathbf|vec)|^[A-Z]/.test(e.name ?? "") && e.args.every(isFactor);

/** The expression with such columns as plain points, which are columns; in a product with other vectors a transpose stays one. */
export function asColumn(e: Expr): Expr {
  if (isColumn(e)) return e.args[0];
  if (e.op === "add" || e.op === "neg") {
    const args = e.args.map(asColumn);
    return args.some((a, i) => a !== e.args[i]) ? { ...e, args } : e;
  }
  const last = e.args.length - 1;
  if (e.op !== "mul" || !isColumn(e.args[last]) || !e.args.slice(0, last).every(isFactor)) return e;
  return { ...e, args: [...e.args.slice(0, last), e.args[last].args[0]] };
}
