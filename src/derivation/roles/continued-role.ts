/** The role of a later sign of a chain. */

import { familyNamed } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, same, some } from "../../expression/tree";
import { isBarOfTerms } from "../laws/sample-means";
import type { Link } from "../reading/chains";
import { freeSymbols, hasOperator, isClosed, isLone, target } from "../reading/targets";
import { isAnotherPartsFunction, isNew, leavesConstantsOpen, namesTotal, newFunctional, type Role, type State, saidBehind } from "./state";

/** A later sign of a chain claims, unless a functional that nobody has seen stands on a side. */
export function continuedRole(link: Link, left: Expr, right: Expr, state: State): Role {
  if (link.sign.relation !== "=")
    return link.index > 0 &&
      !(premiseLike(link) && isClosed(left) && isClosed(right)) &&
      (state.first === "given" || state.first === "soft") &&
      link.statement.links.every((l) => l.sign.relation !== "=")
      ? state.first
      : [left, right].every(isLone)
        ? "soft"
        : "claim";
  if (isLone(left) && (isLone(right) || (freeSymbols(right).size === 0 && !hasOperator(right) && !some(right, (n) => n.op === "apply")))) return "soft";
  // N(β) = N(αγ) = N(α)N(γ) of an N that no formula defines: what kind of function it is
  if (isHomomorphism(left, right) && !state.known.has(left.name ?? "")) return "soft";
  // "assume that σ_1² = σ_2² = σ²": powers of names, as the names themselves
  const isPowerOfName = (e: Expr): boolean => isLone(e) || (e.op === "pow" && isLone(e.args[0]) && e.args[1].op === "number");
  if (state.first === "given" && state.opening && [state.opening, left, right].every(isPowerOfName)) return "soft";
  // "E(X) = 1/p = 8" of a law: its parameter has a value
  if (
    state.first === "given" &&
    state.opening?.op === "statistic" &&
    premiseLike(link) &&
    freeSymbols(left).size === 1 &&
    isClosed(right) &&
    !isValued(left, link, state)
  )
    return "soft";
  // f'(0) = f'(2) = f'(4) = 0 of a function that no formula defines
  const isOpenValue = (e: Expr): boolean => (e.op === "apply" && !state.known.has(e.name ?? "") && freeSymbols(e).size === 0) || e.op === "number";
  if ([left, right].every(isOpenValue) && [left, right].some((e) => e.op === "apply") && familyNamed(left.name ?? "") === undefined) return "soft";
  if (premiseLike(link) && namesTotal(left, right, state)) return "defines";
  // "1 - p = q" at the end of a chain, of a q that nothing has spoken of: it names what stands there
  if (right.op === "symbol" && premiseLike(link) && isNew(right.name ?? "", state) && !mentions(left, right.name ?? "") && !isLone(left))
    return isBarOfTerms(right.name ?? "", left) ? "claim" : "soft";
  // a vector of unknowns
  if (right.op === "matrix" && right.args.length > 1 && right.args.every(isLone)) return "soft";
  const t = target(left);
  if (left.op === "apply" && t && !mentions(right, t.name) && isTransform(state.opening)) return "defines";
  if (left.op === "apply" && t && (isNew(t.name, state) || (state.brought.has(t.name) && !state.known.has(t.name))) && !mentions(right, t.name))
    return "defines";
  // "let f(x) = g(x) = x + 1": the formula is that of both
  if (
    premiseLike(link) &&
    state.first === "defines" &&
    LETS.test(link.statement.prose) &&
    t &&
    areAppliedAlike(state.opening, left) &&
    !mentions(right, t.name)
  )
    return "defines";
  if (link.index === 1 && state.opening && isLone(state.opening) && t && saysFormula(t, left, right, state)) return "defines";
  // "π(1) = p = 1/(1 + e^{-θ})": the formula is that of the new name
  if (left.op === "symbol" && left.name === state.naming && link.index === 1 && !isLone(right) && !mentions(right, left.name ?? "")) return "defines";
  const functional = newFunctional(right, state);
  if (functional) return saidBehind(functional, link, state) ? "claim" : "defines";
  const open = freeSymbols(left).size > 0 || some(left, (n) => n.op === "apply" || n.op === "derivative" || n.op === "gradient");
  if (open && premiseLike(link) && right.op === "number" && right.name === "0") return "soft";
  // T(10) = 20 + 60 e^{-10k} = 50
  if (
    premiseLike(link) &&
    isClosed(right) &&
    !isClosed(left) &&
    state.opening &&
    (leavesConstantsOpen(state.opening, state) || isAtOpenPlace(state.opening, state))
  )
    return "soft";
  return "claim";
}

const LETS = /(\b(let|set|put|take|define|consider)|[令设取])\s*$/i;

/** f(x) and g(x), of two functions. */
const areAppliedAlike = (one: Expr | undefined, other: Expr): boolean =>
  one?.op === "apply" &&
  other.op === "apply" &&
  one.name !== other.name &&
  one.args.length === other.args.length &&
  one.args.every((a, i) => isLone(a) && same(a, other.args[i]));

/** "For p = 1/3, Var(X) = (1 - p)/p² = 6": the parameter has its value already. */
const isValued = (e: Expr, { statement: { block } }: Link, { valued }: State): boolean =>
  [...freeSymbols(e)].every((n) => block.paragraph - (valued.get(n) ?? Number.NEGATIVE_INFINITY) <= 1);

/** f(xy) = f(x) f(y), f(x + y) = f(x) + f(y). */
const isHomomorphism = (left: Expr, right: Expr): boolean =>
  left.op === "apply" &&
  left.args.length === 1 &&
  /^(mul|add)$/.test(left.args[0].op) &&
  /^(mul|add)$/.test(right.op) &&
  right.args.length > 1 &&
  right.args.every((a) => a.op === "apply" && a.name === left.name && isLone(a.args[0]));

/** `\mathcal{L}[f(t)] = F(p) = …`: F is the transform of this f, whatever it was of others. */
const isTransform = (e: Expr | undefined): boolean => e?.op === "apply" && e.data?.bracket === "[" && /^\\mathcal\{/.test(e.name ?? "");

/** f'(c) of a function with a formula, where c is not its variable and nothing says what it is. */
function isAtOpenPlace({ op, name = "", args, data }: Expr, { scopes, known }: State): boolean {
  const [at] = args;
  const said = op === "apply" && args.length === (data?.order ? 2 : 1) ? scopes.get(name) : undefined;
  return said !== undefined && isLone(at) && !said.params.split(",").includes(symbolName(at)) && !known.has(symbolName(at)) && !/^[xyzt]$/.test(at.name ?? "");
}

/** "y = f(x) = x²" of an f that has no formula in this part: the formula is that of f. */
const saysFormula = ({ name, params }: { name: string; params: readonly string[] }, left: Expr, right: Expr, state: State): boolean =>
  left.op === "apply" &&
  left.data?.bound !== "|" &&
  (!state.known.has(name) || isAnotherPartsFunction(name, state)) &&
  !mentions(right, name) &&
  !some(right, (n) => n.op === "apply") &&
  params.every((p) => mentions(right, p));

/** `\partial L/\partial x = … = 0`: a condition, not an identity. */
export const premiseLike = (link: Link): boolean => link.index === link.statement.links.length - 1;
