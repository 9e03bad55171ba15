/** Matrices that are covariances, by the laws and densities in which they stand: symmetric and positive definite. */

import type { Item } from "../../derivation/facts/items";
import { lawOf } from "../../derivation/random/random";
import { familyNamed, gaussian } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import { isIdentityName, looksLikeMatrix } from "../../worlds/shapes/shape-names";
import type { ShapeDeclaration } from "../../worlds/shapes/shape-table";

/** What an item says of covariances: ε ∼ N(0, σ² V), p(y) = N(y; m, Λ^{-1}). */
export function covariancesIn(item: Item): ShapeDeclaration[] {
  const spreads: Expr[] = [];
  const law = item.relation === "∼" ? lawOf(item.right) : undefined;
  if (law?.family === gaussian && law.args.length === 2) spreads.push(law.args[1]);
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op === "apply" && n.args.length === 3 && familyNamed(n.name ?? "") === gaussian) spreads.push(n.args[2]);
    });
  const names = [...new Set(spreads.flatMap(definiteIn))];
  return names.length > 0 ? [{ names, kind: "covariance" }] : [];
}

/** The matrices that are definite where a positive multiple, an inverse or a sum of them is a covariance. */
function definiteIn(e: Expr): string[] {
  if (e.op === "add") return e.args.flatMap(definiteIn);
  if (e.op === "pow" && e.args[1].op === "neg") return definiteIn(e.args[0]);
  if (e.op === "mul") {
    const matrices = e.args.map(definiteIn).filter((found) => found.length > 0);
    return matrices.length === 1 ? matrices[0] : [];
  }
  const name = e.op === "symbol" || e.op === "indexed" ? symbolName(e) : "";
  return looksLikeMatrix(name) && !isIdentityName(e.name ?? "") ? [name] : [];
}
