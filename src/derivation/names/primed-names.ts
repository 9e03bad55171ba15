/** Names with primes, dots or variables for subscripts whose base has a formula: y' beside y = x², \dot x beside x(t) = …, f_x: they are derivatives, not new names, until the base is asked for anew. */
import { lastFragment } from "../../document/cues";
import { isConstantName } from "../../expression/constants";
import { derivativeName, nthDerivative } from "../../expression/derivative-names";
import { namesOf, symbolName } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
import type { Fact } from "../facts/facts";
import { freeSymbols, hasOperator } from "../reading/targets";
import { partialName } from "./partial-names";

/** A formula, the variables it is of, and the part of the document it was said in. */
export interface Formula {
  readonly by: readonly string[];
  /** It is said of f(x), not of a plain name. */
  readonly applied: boolean;
  readonly scope: number;
}

/** Letters that functions of one variable go by, and those of their variables. */
const FUNCTION = /^(\\[a-z]+|[a-zA-Z])$/;
const DEPENDENT = /^[fghuvwyzsrF]$/;
const CONSTANT = /^([A-EKMN]|[a-dkmn]|\\(alpha|beta|gamma|delta|lambda|mu|omega|kappa|phi|varphi))$/;
const VARIABLE = /^(x|t|s|u|z|r|y|\\theta)$/;

/** What a formula is said of by a fact: the name and its variables; undefined where there are none. Of a plain name they are what it speaks of, all of which must be usual variables. */
export function formulaIn(fact: Fact): (Omit<Formula, "scope"> & { readonly name: string }) | undefined {
  // the p of y_p = A e^{2x} is a label
  const isLabelled = fact.kind === "definition" && fact.indexed && fact.params.length === 1 && !mentions(fact.body, fact.params[0]);
  if (fact.kind === "definition" && fact.params.length > 0 && !isLabelled)
    return !fact.indexed && !fact.patterns && fact.split === fact.params.length && FUNCTION.test(fact.name)
      ? { name: fact.name, by: fact.params, applied: true }
      : undefined;
  const [name, body] =
    fact.kind === "definition"
      ? [isLabelled ? symbolName(node("indexed", [symbol(fact.params[0])], fact.span, fact.name)) : fact.name, fact.body]
      : fact.kind === "equation" && fact.left.op === "symbol"
        ? [fact.left.name ?? "", fact.right]
        : [];
  const base = name?.replace(/_\{?\w+\}?$/, "");
  if (name === undefined || base === undefined || !body || !DEPENDENT.test(base)) return undefined;
  if (some(body, (n) => n.op === "apply" || n.op === "matrix" || n.op === "tuple")) return undefined;
  const symbols = [...namesOf(body).symbols].filter((n) => !isConstantName(n));
  const by = symbols.filter((n) => VARIABLE.test(n));
  // of one variable, with constants: A e^{2x}
  const plain = symbols.length === by.length || (by.length === 1 && symbols.every((n) => by.includes(n) || CONSTANT.test(n)));
  return by.length > 0 && plain && !by.includes(base) ? { name, by, applied: false } : undefined;
}

/** y_1', y_p'' */
function primedTerm(e: Expr): { base: Expr; order: number } | undefined {
  const of = e.op === "indexed" ? derivativeName(e.name ?? "") : undefined;
  return of && !of.dotted ? { base: { ...e, name: of.base }, order: of.order } : undefined;
}

/** `\\dot{x}` and `\\ddot{x}` of names that have formulas, as x' and x''; `\\nabla J` and `\\nabla^2 J` of a function of one argument by that argument. */
export function withDerivatives(e: Expr, formulas: ReadonlyMap<string, Formula>): Expr {
  const speaks = (n: Expr): boolean =>
    (n.name?.startsWith("\\d") === true && dotted(n) !== undefined) || /^(gradient|hessian)$/.test(n.op) || primedTerm(n) !== undefined;
  if (formulas.size === 0 || !some(e, speaks)) return e;
  return rewrite(e, (n) => {
    const of = dotted(n);
    if (/^(gradient|hessian)$/.test(n.op) && n.args.length === 1 && n.args[0].op === "symbol") {
      const formula = formulas.get(n.args[0].name ?? "");
      const by = formula?.applied ? only(formula) : undefined;
      return by ? { ...n, args: [n.args[0], symbol(by, n.span)] } : n;
    }
    const term = primedTerm(n);
    const variable = term && only(formulas.get(symbolName(term.base)));
    if (term && variable !== undefined) return nthDerivative(term.base, variable, term.order);
    if (!of || only(formulas.get(of.base)) !== "t") return n;
    // \dot q(t) as q'(t)
    if (n.op === "apply") return node(n.op, [...n.args, number(of.order, n.span)], n.span, of.base, { ...n.data, order: true });
    return node(n.op, n.args, n.span, of.base + "'".repeat(of.order), n.data);
  });
}

const only = (formula: Formula | undefined): string | undefined => (formula?.by.length === 1 ? formula.by[0] : undefined);

function dotted(e: Expr): { base: string; order: number } | undefined {
  const of = e.op === "symbol" || (e.op === "apply" && !e.data?.order && e.args.length === 1) ? derivativeName(e.name ?? "") : undefined;
  return of?.dotted && FUNCTION.test(of.base) ? of : undefined;
}

/** `\\dot x` on the left, where x has a formula in names of which derivatives stand on the right, as its derivative by the time. */
export function chainedDerivative(
  left: Expr,
  right: Expr,
  restsOn: ReadonlyMap<string, { readonly scope: number; readonly names: ReadonlySet<string> }>,
  scope: number,
): Expr | undefined {
  const of = dotted(left);
  const formula = of && restsOn.get(of.base);
  if (!of || formula?.scope !== scope || mentions(right, of.base)) return undefined;
  const moves = some(right, (n) => formula.names.has(dotted(n)?.base ?? ""));
  return moves ? nthDerivative(symbol(of.base, left.span), "t", of.order) : undefined;
}

const ASKS =
  /\b(solv(e|es|ing)|(?:find|determine)\b.*\bsolutions?|(?:differential|difference) equation|(?:initial|boundary)[- ]value problem|(?<!\b(?:is|are|not|as)\s(?:\w+\s){0,2})solutions?\s+(?:of|to))\b[^.;:]{0,80}$/i;
/** "Take y'' + 5y = 0": an equation that is brought in. */
const BRINGS_IN =
  /\b(take|consider|given|suppose|study|look at)(\s+(the|a|an|this|following|coupled|linear|homogeneous|planar|first[- ]order|second[- ]order|equation|system|of|equations))*\s*:?\s*$/i;
const SHOWS = /\b(verif|check|confirm|show|prov|satisf|subst|indeed)/i;

/** The function that a node is a derivative of. */
const derived = (n: Expr): string | undefined =>
  n.op === "derivative"
    ? (derived(n.args[0]) ?? n.args[0].name)
    : n.op === "apply" && n.data?.order
      ? n.name
      : n.op === "symbol"
        ? (/^(.*[^'])'+$/.exec(n.name ?? "")?.[1] ?? dotted(n)?.base)
        : undefined;

/** Whether the words before an equation bring it in, or ask for its solution. */
export function asksForFunction(prose: string): boolean {
  const words = lastFragment(prose);
  return (ASKS.test(words) || BRINGS_IN.test(words)) && !SHOWS.test(words);
}

/** The functions whose derivatives stand in an equation that the words before it bring in or ask for. */
export function functionsSought(left: Expr, right: Expr, prose: string): Set<string> {
  const found = new Set<string>();
  if (!asksForFunction(prose)) return found;
  for (const side of [left, right])
    walk(side, (n) => {
      const of = derived(n);
      if (of !== undefined) found.add(of);
    });
  return found;
}

/** The functions that "Solve y'' + y = 0" and "Take y'' + y = 0" ask for: what was said of them before is over. Of "solve f'(x) = 0" it is not. */
export function askedFor(left: Expr, right: Expr, prose: string, formulas: ReadonlyMap<string, Formula>, scope: number): string[] {
  if (formulas.size === 0) return [];
  const found = functionsSought(left, right, prose);
  const isPoint = [left, right].some((e) => freeSymbols(e).size === 0 && !some(e, (n) => n.op === "apply"));
  const isOver = (name: string): boolean =>
    [left, right].some((e) => some(e, (n) => n.name === name && (n.op === "symbol" || (n.op === "apply" && !n.data?.order)))) ||
    (!isPoint && formulas.get(name)?.scope !== scope);
  return [...found].filter((name) => formulas.has(name) && isOver(name));
}

/** Whether a name is one with primes of what has a formula in this part. */
export function isDerivative(name: string, formulas: ReadonlyMap<string, Formula>, scope: number): boolean {
  const [, of] = /^(.*[^'])'+$/.exec(name) ?? [];
  return of !== undefined && formulas.get(of)?.scope === scope && only(formulas.get(of)) !== undefined;
}

/** What is known where an equation stands. */
interface Known {
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly known: ReadonlyMap<string, number>;
  readonly scope: number;
}

/**
 * The role of `left = right` where it says what a partial derivative f_x, f_{xy}(x, y) of a formula of this part is, whose variables are not names for
 * something else: a claim; a number may be where points are asked for, but for a second derivative that is `displayed`.
 */
export function workedOutPartial(left: Expr, right: Expr, displayed: boolean, { formulas, known, scope }: Known): "claim" | "soft" | undefined {
  const { base = "", letters } = partialIn(left) ?? { letters: [] };
  const formula = formulas.get(base);
  if (!formula || formula.scope !== scope || formula.by.length < 2 || formula.by.some((v) => known.has(v) || formulas.has(v))) return undefined;
  if (!letters.every((l) => formula.by.includes(l)) || letters.length > 3) return undefined;
  // f_x(x, y), of the variables of the formula
  if (left.op === "apply" && !(formula.applied && formula.by.join() === left.args.map((a) => (a.op === "symbol" ? a.name : "")).join())) return undefined;
  if (hasOperator(right) || some(right, (n) => n.op === "apply" || n.op === "indexed" || n.name === left.name)) return undefined;
  return freeSymbols(right).size > 0 || (displayed && letters.length > 1) ? "claim" : "soft";
}

/** The function and the variables of a name with a subscript, f_x or f_x(x, y). */
function partialIn({ op, name = "", args, data }: Expr): { readonly base: string; readonly letters: readonly string[] } | undefined {
  if (op === "apply") return data?.order || data?.indices ? undefined : partialName(name);
  const letters = args.map((a) => (a.op === "symbol" ? (a.name ?? "") : ""));
  return op === "indexed" ? { base: name, letters } : undefined;
}

/** What stands on the left of y' = 2x, f'' = 6x of a formula of this part, as a derivative: it is worked out, not chosen. */
export function workedOutDerivative(left: Expr, right: Expr, formulas: ReadonlyMap<string, Formula>, scope: number): Expr | undefined {
  const [, base, primes] = (left.op === "symbol" && /^(.*[^'])('+)$/.exec(left.name ?? "")) || [];
  const formula = base === undefined ? undefined : formulas.get(base);
  const variable = only(formula);
  if (base === undefined || formula?.scope !== scope || variable === undefined) return undefined;
  if (mentions(right, base) || hasOperator(right) || !freeSymbols(right).has(variable)) return undefined;
  if (some(right, (n) => (n.op === "symbol" && n.name?.endsWith("'") === true) || n.op === "apply")) return undefined;
  const of = formula.applied
    ? node("apply", [symbol(variable, left.span)], left.span, base, { split: 1, indices: 0, order: false, bracket: "(", bound: "" })
    : symbol(base, left.span);
  return nthDerivative(of, variable, primes.length);
}
