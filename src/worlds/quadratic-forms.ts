/** Matrices of quadratic forms: between a vector and the transpose of that vector. They are symmetric by convention, which a document may leave unsaid. */
import { type Expr, same, walk } from "../expression/tree";
import { looksLikeMatrix, plainName } from "./shapes/shape-names";

const untransposed = (e: Expr): Expr | undefined => (e.op === "transpose" ? e.args[0] : undefined);

/** The name of a matrix, or of one that is inverted. */
const matrixName = (e: Expr): string | undefined => {
  const name = plainName(e.op === "pow" ? e.args[0] : e);
  return name !== undefined && looksLikeMatrix(name) ? name : undefined;
};

/** Names of matrices M in x^T M x. */
export function quadraticNames(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const root of expressions)
    walk(root, (n) => {
      if (n.op !== "mul") return;
      n.args.forEach((middle, k) => {
        const name = k > 0 && k + 1 < n.args.length ? matrixName(middle) : undefined;
        const before = name === undefined ? undefined : untransposed(n.args[k - 1]);
        if (name !== undefined && before && same(before, n.args[k + 1])) found.add(name);
      });
    });
  return found;
}
