/** Tells by its form whether a definition is a density over real variables: p(x | …) with an exponential of x, or a formula with the constant of the normal law. */
import { computesWith } from "../../expression/occurrences";
import { type Expr, node, number, rewrite, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Condition, Definition } from "../facts/facts";

/** Names that are used for distributions. */
const USUAL = /^([pqPQ]|\\pi|\\phi|\\varphi|f)(_|\^|$)/;

/** Whether a name is one that densities go by. */
export const isNamedDensity = (name: string): boolean => USUAL.test(name);

/** f_X, F_Y, p_{Y|X}: named after random variables. */
export const isNamedAfterRandom = (name: string): boolean => /^[fFp]_\{?[R-Z](?:\W*[R-Z])*\}?$/.test(name);

/** The variables of a density, in front of its bar; none where the definition is no density. */
export function densityVariables(d: Definition): string[] {
  if (d.params.length === 0 || d.indexed || d.patterns || (!USUAL.test(d.name) && !hasNormalConstant(d.body))) return [];
  return d.params.slice(0, d.split).filter((p) => some(d.body, (n) => isExponential(n) && computesWith(n, p)));
}

/** p(k) beside p(θ) = … and p(k | θ): one letter for the densities of several variables, of which the definition is another one's. */
export function isOtherDensity(d: Definition, e: Expr): boolean {
  const at = variablesOf(e);
  if (!d.lettered || !USUAL.test(d.name) || d.split < d.params.length || !at || at.back.length > 0 || at.front.length !== d.params.length) return false;
  return !at.front.every((v, i) => letter(v) === letter(d.params[i]));
}
const letter = (name: string): string => name.replace(/'+$|_.*$|\^.*$/, "");

/** A density of one variable: its integral over the line should be one. */
export const isDensity = (d: Definition): boolean => d.split === 1 && densityVariables(d).length === 1;

const isExponential = (n: Expr): boolean => (n.op === "call" && n.name === "exp") || (n.op === "pow" && n.args[0].op === "symbol" && n.args[0].name === "e");

/** A formula with the constant and the exponential of a normal density. */
export const isNormalDensity = (e: Expr): boolean => (e.op === "mul" || e.op === "div") && hasNormalConstant(e) && some(e, isExponential);

/** 1/√(2π …): nobody writes it but for a normal density. */
const hasNormalConstant = (e: Expr): boolean =>
  some(e, (n) => n.op === "div" && some(n.args[1], isRootOfTwoPi)) || some(e, (n) => n.op === "pow" && isTwoPi(n.args[0]) && n.args[1].op === "neg");
const isRootOfTwoPi = (n: Expr): boolean => (n.op === "root" && isTwoPi(n.args[0])) || (n.op === "pow" && isTwoPi(n.args[0]));
const isTwoPi = (e: Expr): boolean =>
  e.op === "mul" && e.args[0].op === "number" && e.args[0].name === "2" && e.args.some((a) => a.op === "symbol" && a.name === "\\pi");

/** What goes without saying of a density: the scales by which it is divided and the factors of the whole, λ in λ e^{-λx}, are positive. */
export function scaleConditions(d: Definition): Condition[] {
  const found = new Map<string, Expr>();
  const own = new Set(d.params.slice(0, d.split));
  for (const f of factors(d.body)) {
    const base = f.op === "pow" ? f.args[0] : f;
    if (base.op === "symbol" && !own.has(base.name ?? "") && base.name !== "\\pi" && base.name !== "e") found.set(base.name ?? "", base);
  }
  const visit = (e: Expr): void => {
    if (isExponential(e)) return;
    if (e.op === "div")
      walk(
        e.args[1],
        (n) =>
          void (n.op === "symbol" && !d.params.slice(0, d.split).includes(n.name ?? "") && n.name !== "\\pi" && n.name !== "e" && found.set(n.name ?? "", n)),
      );
    e.args.forEach(visit);
  };
  visit(d.body);
  return [...found.values()].map((e) => ({ kind: "condition", relation: node("relation", [e, number(0)], e.span, ">"), span: e.span, text: "" }));
}

const factors = (e: Expr): Expr[] => (e.op === "mul" ? e.args.flatMap(factors) : e.op === "div" ? factors(e.args[0]) : [e]);

/** Values of a variable over a list with dots that are looked at. */
const FIRST = 4;

/** What goes without saying of probabilities p(k) of whole numbers that a condition lists: none is negative. */
export function probabilityConditions(d: Definition, conditions: readonly Condition[]): Condition[] {
  if (d.split !== 1 || d.indexed || d.patterns || !USUAL.test(d.name)) return [];
  const [k] = d.params;
  const list = conditions
    .map((c) => c.relation)
    .find((r) => r.name === "∈" && r.args[0]?.name === k && r.args[1]?.op === "tuple" && r.args[1].data?.open === "{");
  const values = list?.args[1].args.filter((v) => v.op === "number").slice(0, FIRST) ?? [];
  return values.map((v) => {
    const at = rewrite(d.body, (n) => (n.op === "symbol" && n.name === k ? v : n));
    return { kind: "condition", relation: node("relation", [at, number(0)], d.span, ">="), span: d.span, text: "" };
  });
}

/** Names of wave functions: the square of one is a density, and not the function. */
export const isAmplitude = (name: string): boolean => /^\\[pP]si(?![a-z])/.test(name);
