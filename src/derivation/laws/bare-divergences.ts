/** A divergence that is named without its distributions, "∂KL/∂μ": the one that the document speaks of, if it speaks of one. */
import { type Expr, rewrite, same, some, walk } from "../../expression/tree";

const BARE = /^D_\{?(\\(mathrm|text|mathit)\{)?KL\}*$/;

const isDivergence = (n: Expr): boolean => n.op === "statistic" && n.name === "divergence";
const isBare = (n: Expr): boolean => (isDivergence(n) && n.args.length === 0) || (n.op === "symbol" && BARE.test(n.name ?? ""));

/** The expression with the only divergence that was seen in place of its bare name; those that it writes out itself are seen from now on. */
export function withDivergence(e: Expr, seen: Expr[]): Expr {
  walk(e, (n) => void (isDivergence(n) && n.args.length === 2 && !seen.some((s) => same(s, n)) && seen.push(n)));
  return seen.length === 1 ? inPlaceOfBare(e, seen[0]) : e;
}

export const inPlaceOfBare = (e: Expr, divergence: Expr | undefined): Expr =>
  divergence && some(e, isBare) ? rewrite(e, (n) => (isBare(n) ? { ...divergence, span: n.span } : n)) : e;

/** The formula that an equation "KL = ½(μ² + σ² - 1 - log σ²)" gives the bare name; undefined where it speaks of distributions itself, or is no such equation. */
export const formulaOfBare = (left: Expr, right: Expr): Expr | undefined =>
  isBare(left) && right.op !== "number" && !some(right, (n) => /^(apply|statistic|error)$/.test(n.op)) ? right : undefined;

/** Derivatives of the bare name, ∂KL/∂μ, with the formula that it was given. */
export const withFormulaOfBare = (e: Expr, formula: Expr | undefined): Expr =>
  formula ? rewrite(e, (n) => (n.op === "derivative" && isBare(n.args[0]) ? { ...n, args: [formula, ...n.args.slice(1)] } : n)) : e;
