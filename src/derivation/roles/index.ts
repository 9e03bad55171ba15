/** The role of a relation sign: it defines, it is assumed, it claims, by its form, the words around it and what formulas before it have spoken of. */
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { posedBy } from "../facts/initial-values";
import { momentOf } from "../random/moments";
import { secondMoment } from "../random/random";
import { isChain, type Link } from "../reading/chains";
import {
  areDifferentials,
  freeSymbols,
  hasDifferential,
  hasError,
  hasOperator,
  isClosed,
  isCovariance,
  isLone,
  isPoint,
  isProbability,
  target,
} from "../reading/targets";
import { continuedRole, premiseLike } from "./continued-role";
import { differentiates, unknownFunctions } from "./differential-equations";
import { equationRole } from "./equation-role";
import { isMatrixValue } from "./matrix-values";
import { orderRole } from "./order-role";
import { isNew, type Role, type State } from "./state";
import { constrains, cueOf, goesOnConstraining, goesOnDefining } from "./words-before";

/** Behind an arrow nothing is defined that was spoken of before, and what is no closed statement stands and falls with the arrow. */
export function concludedRole(link: Link, role: Role, left: Expr, right: Expr, state: State): Role {
  if (role === "unread" || link.index > 0) return role;
  const t = target(left);
  if (role === "defines") return t && isNew(t.name, state) ? role : "soft";
  return role === "claim" && freeSymbols(left).size + freeSymbols(right).size > 0 ? "soft" : role;
}

/** `\stackrel{?}{=}`: whether it holds is the question. */
export const isAsked = ({ sign }: Link): boolean => sign.over?.some((t) => t.text.includes("?")) === true;

/** The role of a sign; a premise is a step that words or an arrow suppose. */
export function roleOf(link: Link, left: Expr, right: Expr, state: State, premise: boolean): Role {
  if (hasError(left) || hasError(right)) return "unread";
  if (link.statement.listed && link.index === link.statement.links.length - 1 && right.op === "list") return "given";
  const relation = link.sign.relation;
  if (isAsked(link)) return "unread";
  if (relation === "∼") return "given";
  if (relation === "∈" || relation === "∉") return membershipRole(left);
  if (relation === "→" && !link.continued && (isLone(left) || (left.op === "absolute" && isLone(left.args[0])))) return "given";
  // X → Y → Z: a chain, said of its names
  if (relation === "→" && link.continued && state.first === "given" && isLone(left) && isLone(right)) return "given";
  if (relation === "→" || relation === "⇐") return "unread";
  if (link.sign.defines) return "defines";
  if (areDifferentials(left, right)) return "soft";
  if (hasDifferential(left) && hasDifferential(right)) return "given";
  const cue = cueOf(link) ?? (goesOnDefining(link, state) ? "define" : goesOnConstraining(link, state) ? "given" : undefined);
  if (!link.continued) state.defining = cue === "define" && !link.statement.block.display ? link.statement.block : undefined;
  if (!link.continued) state.constraining = cue === "given" && constrains(link, state) ? link.statement.block : undefined;
  if (!link.continued) state.posed = posedBy(link.statement, state.posed);
  // the probability of an event, as a number or a name: it is assumed
  if (
    relation === "=" &&
    !link.continued &&
    (cue !== "claim" || (right.op === "symbol" && isNew(right.name ?? "", state))) &&
    isProbability(left) &&
    (isLone(right) ||
      isPoint(left) ||
      isProbability(right) ||
      (freeSymbols(right).size === 0 && !hasOperator(right) && !some(right, (n) => n.name === "normcdf")))
  )
    return "given";
  // a moment of a plain random name, in running text: it is assumed, unless it is what other moments make of it
  if (
    relation === "=" &&
    !link.continued &&
    !link.statement.block.display &&
    (cue !== "claim" || REASON.test(link.statement.prose)) &&
    ((isCovariance(left) && !left.args.some((x) => state.known.has(symbolName(x)))) ||
      (secondMoment(left) !== undefined && !(left.op === "statistic" && left.args.some((x) => [...freeSymbols(x)].some((n) => state.known.has(n))))) ||
      (momentOf(left) && !state.known.has(momentOf(left)?.name ?? "")))
  )
    return some(right, (n) => n.op === "statistic") && ![left, right].some(isProbability) ? "soft" : "given";
  // P(X = 1) = P(X = -1) = 1/2 behind "with"
  if (link.continued && state.first === "given" && relation === "=" && isProbability(left) && (isLone(right) || freeSymbols(right).size === 0)) return "given";
  if (link.continued) return continuedRole(link, left, right, state);
  // "∂L/∂x = … = 0 ⇒": the derivative was worked out, what is supposed is that it vanishes
  const supposed = premise && !(isChain(link) && !premiseLike(link) && (differentiates(left, state) || isOfFormula(left)));
  if (relation === "=") {
    const found = equationRole(link, left, right, state, supposed, cue);
    const role = found === "soft" && !supposed && cue !== "given" && isMatrixValue(left, right, state) ? "claim" : found;
    if (isLone(left) && isClosed(right)) state.valued.set(symbolName(left), link.statement.block.paragraph);
    const { universal, ranged, names } = state.quantified;
    const isPiece = ranged === true && (isLone(left) || left.op === "apply");
    return role === "soft" && !supposed && universal && !isPiece && isSaidFor(left, right, names) && !unknownFunctions(left, right, state) ? "claim" : role;
  }
  const general = link.statement.block.display && isSaidFor(left, right, state.quantified.names);
  return orderRole(link, left, right, cue ?? (general ? "claim" : undefined), premise);
}

/** d/dw [(y - w x)² + a w²]: of a formula that is written out. */
const isOfFormula = (e: Expr): boolean => e.op === "derivative" && !/^(symbol|apply|indexed)$/.test(e.args[0].op) && !some(e.args[0], (n) => n.op === "apply");

/** Words that give a reason in passing. */
const REASON = /\b(since|because|as|recall(ing)?( that)?)\s*$/i;

/** Whether an order speaks of nothing else than what it is said for. */
function isSaidFor(left: Expr, right: Expr, quantified: ReadonlySet<string>): boolean {
  const names = [...freeSymbols(left), ...freeSymbols(right)];
  // \\bar{w} of complex numbers z and w
  const plain = (n: string): string => n.replace(/^\\(?:bar|overline)\{(.*)\}$/, "$1");
  return names.length > 0 && names.every((n) => quantified.has(n) || quantified.has(plain(n)));
}

/** What is said of a name, or of names, sets their domain; of a value, it may be true. */
const membershipRole = (left: Expr): Role =>
  isLone(left) || left.op === "apply" || ((left.op === "list" || left.op === "tuple") && left.args.every((a) => membershipRole(a) === "given"))
    ? "given"
    : "soft";
