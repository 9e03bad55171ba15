/** Names with primes or dots whose base has a formula in one variable: y' beside y = x², \dot x beside x(t) = …: they are derivatives, not new names. */
import { lastFragment } from "../document/cues";
import { namesOf } from "../expression/names";
import { type Expr, node, rewrite, some, symbol, walk } from "../expression/tree";
import type { Fact } from "./facts";
import { CONSTANT, freeSymbols, hasOperator, mentions } from "./targets";

/** A formula of one variable, and the part of the document it was said in. */
export interface Formula {
  readonly by: string;
  /** It is said of f(x), not of a plain name. */
  readonly applied: boolean;
  readonly scope: number;
}

/** Letters that functions of one variable go by, and those of their variables. */
const FUNCTION = /^(\\[a-z]+|[a-zA-Z])$/;
const DEPENDENT = /^[fghuvwyzsrF]$/;
const VARIABLE = /^(x|t|s|u|z|r|y|\\theta)$/;

/** What a formula is said of by a fact: the name and its one variable; undefined where there is none, or several. */
export function formulaIn(fact: Fact): (Omit<Formula, "scope"> & { readonly name: string }) | undefined {
  if (fact.kind === "definition" && fact.params.length > 0)
    return fact.params.length === 1 && !fact.indexed && !fact.patterns && FUNCTION.test(fact.name)
      ? { name: fact.name, by: fact.params[0], applied: true }
      : undefined;
  const [name, body] =
    fact.kind === "definition" ? [fact.name, fact.body] : fact.kind === "equation" && fact.left.op === "symbol" ? [fact.left.name ?? "", fact.right] : [];
  if (name === undefined || !body || !DEPENDENT.test(name) || some(body, (n) => n.op === "apply" || n.op === "matrix" || n.op === "tuple")) return undefined;
  const symbols = [...namesOf(body).symbols].filter((n) => !CONSTANT.test(n));
  const by = symbols.filter((n) => VARIABLE.test(n));
  return by.length === 1 && symbols.length === 1 && by[0] !== name ? { name, by: by[0], applied: false } : undefined;
}

/** `\\dot{x}` and `\\ddot{x}` of names that have formulas, as x' and x''. */
export function withDots(e: Expr, formulas: ReadonlyMap<string, Formula>): Expr {
  if (formulas.size === 0 || !some(e, (n) => n.name?.startsWith("\\d") === true && dotted(n) !== undefined)) return e;
  return rewrite(e, (n) => {
    const of = dotted(n);
    return of && formulas.get(of.base)?.by === "t" ? node(n.op, n.args, n.span, of.base + "'".repeat(of.order), n.data) : n;
  });
}

function dotted(e: Expr): { base: string; order: number } | undefined {
  const [, sign, base] = (e.op === "symbol" && /^\\(d?dot)\{(\\[a-z]+|[a-zA-Z])\}$/.exec(e.name ?? "")) || [];
  return base === undefined ? undefined : { base, order: sign === "dot" ? 1 : 2 };
}

const ASKS = /\b(solv(e|es|ing)|(?:find|determine)\b.*\bsolutions?|(?:differential|difference) equation|(?:initial|boundary)[- ]value problem)\b[^.;:]{0,80}$/i;
const SHOWS = /\b(verif|check|confirm|show|prov|satisf|subsi?t|indeed)/i;

/** The function that a node is a derivative of. */
const derived = (n: Expr): string | undefined =>
  n.op === "derivative"
    ? (derived(n.args[0]) ?? n.args[0].name)
    : n.op === "apply" && n.data?.order
      ? n.name
      : n.op === "symbol"
        ? (/^(.*[^'])'+$/.exec(n.name ?? "")?.[1] ?? dotted(n)?.base)
        : undefined;

/** The functions that "Solve y'' + y = 0" asks for: what was said of them before is over. Of "solve f'(x) = 0" it is not. */
export function askedFor(left: Expr, right: Expr, prose: string, formulas: ReadonlyMap<string, Formula>, scope: number): string[] {
  const words = lastFragment(prose);
  if (formulas.size === 0 || !ASKS.test(words) || SHOWS.test(words)) return [];
  const found = new Set<string>();
  for (const side of [left, right]) walk(side, (n) => void found.add(derived(n) ?? ""));
  const isPoint = [left, right].some((e) => freeSymbols(e).size === 0 && !some(e, (n) => n.op === "apply"));
  const isOver = (name: string): boolean =>
    [left, right].some((e) => some(e, (n) => n.name === name && (n.op === "symbol" || (n.op === "apply" && !n.data?.order)))) ||
    (!isPoint && formulas.get(name)?.scope !== scope);
  return [...found].filter((name) => formulas.has(name) && isOver(name));
}

/** Whether a name is one with primes of what has a formula in this part. */
export function isDerivative(name: string, formulas: ReadonlyMap<string, Formula>, scope: number): boolean {
  const [, of] = /^(.*[^'])'+$/.exec(name) ?? [];
  return of !== undefined && formulas.get(of)?.scope === scope;
}

/** What stands on the left of y' = 2x, f'' = 6x of a formula of this part, as a derivative: it is worked out, not chosen. */
export function workedOutDerivative(left: Expr, right: Expr, formulas: ReadonlyMap<string, Formula>, scope: number): Expr | undefined {
  const [, base, primes] = (left.op === "symbol" && /^(.*[^'])('+)$/.exec(left.name ?? "")) || [];
  const formula = base === undefined ? undefined : formulas.get(base);
  if (base === undefined || formula?.scope !== scope || mentions(right, base) || hasOperator(right) || !freeSymbols(right).has(formula.by)) return undefined;
  if (some(right, (n) => (n.op === "symbol" && n.name?.endsWith("'") === true) || n.op === "apply")) return undefined;
  const by = symbol(formula.by, left.span);
  let found = formula.applied ? node("apply", [by], left.span, base, { split: 1, indices: 0, order: false, bracket: "(", bound: "" }) : symbol(base, left.span);
  for (let i = 0; i < primes.length; i++) found = node("derivative", [found, by], left.span);
  return found;
}
