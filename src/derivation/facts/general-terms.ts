/** Equations about the general term of a sequence, π_k = N_k/λ: they say what every term is. */
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { Definition, Equation } from "./facts";

/** The equation as a formula for all terms; undefined where its left side is no general term, or where the term occurs in its own formula. */
export function generalTerm(e: Equation): Definition | undefined {
  const { left, right } = e;
  if (left.op !== "indexed" || left.args.length === 0 || !left.args.every((a) => a.op === "symbol" && /^[i-n]$/.test(a.name ?? ""))) return undefined;
  const params = left.args.map(symbolName);
  if (new Set(params).size < params.length || some(right, (n) => n.op === "indexed" && n.name === left.name)) return undefined;
  // x_n at the last index of a sum is one term
  if (isLast(right, params)) return undefined;
  return { kind: "definition", name: left.name ?? "", params, split: 0, indexed: true, body: right, span: e.span, text: e.text, derived: true };
}

const isLast = (e: Expr, params: readonly string[]): boolean =>
  some(e, (n) => (n.op === "sum" || n.op === "prod") && n.args.slice(1).some((a) => some(a, (x) => x.op === "symbol" && params.includes(x.name ?? ""))));
