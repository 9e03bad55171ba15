/** Divergences between two laws of one family, and entropies of laws, in closed form or as integrals of differences of log densities. */

import { type Law, lawOf, placed } from "../../derivation/random/random";
import { formula } from "../../derivation/reading/formula";
import { type Expr, node, number, same, symbol } from "../../expression/tree";
import { lawExpectation } from "./random-laws";

const X = symbol("\u0003v");

/** The law that an argument of a divergence names: `\mathcal N(\mu, \sigma^2)`, `\mathrm{Exp}(\lambda)`; undefined for anything else. */
export const lawNamed = (e: Expr): Law | undefined =>
  (e.op === "apply" && Number(e.data?.split ?? e.args.length) === e.args.length && (e.name ?? "").length > 1) || e.name === "N" ? lawOf(e) : undefined;

/** A term of a logarithm with its sign. */
interface Term {
  readonly sign: 1 | -1;
  readonly e: Expr;
}

/** The logarithm of a product, a quotient, a power as terms: nothing underflows. */
function logarithm(e: Expr, sign: 1 | -1 = 1): Term[] {
  const flipped = sign === 1 ? -1 : 1;
  if (e.op === "number" && e.name === "1") return [];
  if (e.op === "mul") return e.args.flatMap((a) => logarithm(a, sign));
  if (e.op === "div") return [...logarithm(e.args[0], sign), ...logarithm(e.args[1], flipped)];
  if (e.op === "call" && e.name === "exp") return [{ sign, e: e.args[0] }];
  if (e.op === "pow" && e.args[0].name === "e") return [{ sign, e: e.args[1] }];
  if (e.op === "pow") return logarithm(e.args[0], sign).map((t) => ({ sign: t.sign, e: node("mul", [e.args[1], t.e], e.span) }));
  return [{ sign, e: node("call", [e], e.span, "log") }];
}

const logDensity = ({ family, args }: Law, sign: 1 | -1): Term[] =>
  logarithm(formula(family.density), sign).map((t) => ({ ...t, e: placed(t.e, [...family.parameters, "x"], [...args, X]) }));

/** Without the terms that cancel. */
function total(terms: readonly Term[]): Expr {
  const left: Term[] = [];
  for (const t of terms) {
    const at = left.findIndex((o) => o.sign !== t.sign && same(o.e, t.e));
    if (at >= 0) left.splice(at, 1);
    else left.push(t);
  }
  if (left.length === 0) return number(0);
  return node(
    "add",
    left.map((t) => (t.sign > 0 ? t.e : node("neg", [t.e], t.e.span))),
    left[0].e.span,
  );
}

const isX = (e: Expr): boolean => e.op === "symbol" && e.name === X.name;

/** E[log q - log p] under q. */
export function lawDivergence(q: Law, p: Law): Expr {
  return lawExpectation(total([...logDensity(q, 1), ...logDensity(p, -1)]), q, isX);
}

/** E[-log q] under q. */
export const lawEntropy = (q: Law): Expr => lawExpectation(total(logDensity(q, -1)), q, isX);

/** Of a normal law of vectors: ½ (n (1 + log 2π) + log |S|). */
export const normalEntropy = (q: Law): Expr => placed(formula(OF_VECTORS), ["u", "V"], q.args);
const OF_VECTORS = "\\frac{1}{2} \\left( \\operatorname{tr}(V^{-1} V) (1 + \\ln(2 \\pi)) + \\ln \\det(V) \\right)";

/** Between normal laws of vectors: ½ (tr(S⁻¹ V) + (m - u)ᵀ S⁻¹ (m - u) - n + log |S| - log |V|). */
export const normalDivergence = (q: Law, p: Law): Expr => placed(formula(BETWEEN), ["u", "V", "m", "S"], [...q.args, ...p.args]);
const BETWEEN =
  "\\frac{1}{2} \\left( \\operatorname{tr}(S^{-1} V) + (m - u)^\\top S^{-1} (m - u) - \\operatorname{tr}(S^{-1} S) + \\ln \\det(S) - \\ln \\det(V) \\right)";
