/** What traces and determinants of matrices come to that a formula has written out: tr R = 2 cos t of a matrix R of cos t and sin t. */
import type { Expr } from "../../expression/tree";
import { freeSymbols } from "../reading/targets";
import type { State } from "./state";

/** Whether the right side is a formula in the names of the entries; "det R = 5" may be asked of them. */
export function isMatrixValue(left: Expr, right: Expr, { matrices, restsOn }: State): boolean {
  const name = left.op === "call" && /^(tr|det)$/.test(left.name ?? "") && left.args[0].op === "symbol" ? (left.args[0].name ?? "") : "";
  const spoken = [...freeSymbols(right)];
  return matrices.has(name) && spoken.length > 0 && spoken.every((n) => restsOn.get(name)?.names.has(n));
}
