/** `[A, B]` of two names that have square matrices is their commutator AB − BA, not a pair. */
import { symbolName } from "../../expression/names";
import { type Expr, node, rewrite, some } from "../../expression/tree";

/** The expression with the commutators of matrices written out. */
export const withCommutators = (e: Expr, matrices: ReadonlySet<string>): Expr => {
  if (matrices.size === 0) return e;
  const isMatrix = (part: Expr): boolean => isSquare(part) || matrices.has(symbolName(part)) || (part.op === "mul" && part.args.some(isMatrix));
  const isCommutator = (n: Expr): boolean =>
    n.op === "tuple" && n.args.length === 2 && n.data?.open === "[" && (n.data.close ?? "]") === "]" && n.args.every(isMatrix);
  const written = ({ args: [a, b], span }: Expr): Expr => node("add", [node("mul", [a, b], span), node("neg", [node("mul", [b, a], span)], span)], span);
  return some(e, isCommutator) ? rewrite(e, (n) => (isCommutator(n) ? written(n) : n)) : e;
};

/** A matrix that is written out, with as many columns as rows. */
export const isSquare = (e: Expr): boolean => e.op === "matrix" && e.args.length > 1 && Number(e.data?.cols ?? 1) ** 2 === e.args.length;
