/** The role of a relation sign: it defines, it is assumed, it claims, by its form, the words around it and what formulas before it have spoken of. */
import { familyNamed } from "../distributions/index";
import { nearestCue } from "../document/cues";
import { symbolName } from "../expression/names";
import { type Expr, some, walk } from "../expression/tree";
import { hasLandau } from "../notation/landau";
import { withTail } from "../notation/series-tails";
import type { Link } from "./chains";
import { isInitialValue, isNextOfList, posedBy } from "./initial-values";
import { type Formula, isDerivative, isWorkedOutPartial } from "./primed-names";
import type { Values } from "./random/conditional-laws";
import { momentOf } from "./random/moments";
import { secondMoment } from "./random/random";
import { isTermOf, type SequenceFormula } from "./sequence-formulas";
import {
  areDifferentials,
  defined,
  freeSymbols,
  hasDifferential,
  hasError,
  hasOperator,
  isLone,
  isProbability,
  mentions,
  OPERATOR,
  refersTo,
  target,
} from "./targets";

/** `soft`: holds where it agrees, and is a given where it does not. */
export type Role = "defines" | "given" | "claim" | "soft" | "unread";

export interface State {
  readonly known: Map<string, number>;
  /** The part of the document in which a name was last defined, its parameters there, and the paragraph. */
  readonly scopes: Map<string, { readonly scope: number; readonly params: string; readonly paragraph: number }>;
  /** Names that were defined as functions, with the scope of their last definition. */
  readonly functions: Map<string, number>;
  readonly seen: Set<string>;
  /** Names that have a formula in usual variables. */
  readonly formulas: Map<string, Formula>;
  /** Sequences that have a formula for their general term. */
  readonly sequences: Map<string, SequenceFormula>;
  /** The formula in which a name stands first. */
  readonly debut: Map<string, Link["statement"]["block"]>;
  /** Distributions that a derivative is taken by somewhere in the document. */
  readonly varied: ReadonlySet<string>;
  readonly distributions: ReadonlySet<string>;
  /** Names that formulas give the form of a normal density. */
  readonly normal: ReadonlySet<string>;
  /** Letters that stand for several distributions, and the scope from which on they do. */
  readonly overloaded: ReadonlyMap<string, number>;
  /** Names of which the square is a name, S². */
  readonly squares: ReadonlySet<string>;
  /** The words, or a law behind a tilde, are of beta functions. */
  readonly speaksOfBeta: boolean;
  /** Letters that are short for a distribution with a subscript, q for q_φ(z | x). */
  readonly short: ReadonlyMap<string, Expr>;
  /** Names that a sentence behind their first use defines, "where D(q, p) = …": the paragraph it stands in. */
  readonly behind: ReadonlyMap<string, number>;
  /** Names of collections, θ = (μ_1, π_1), and the bases of what they collect. */
  readonly collections: Map<string, ReadonlySet<string>>;
  scope: number;
  order: number;
  /** Role of the first sign of the chain under way, and what stands on its left. */
  first?: Role;
  opening?: Expr;
  /** Names that stand before the formula in its sentence and that it is said for: x in "For all x > 0, …". */
  quantified: ReadonlySet<string>;
  /** The values at which the statement under way is said, of "given N = n, …". */
  given: Values;
  /** Names that the statement under way has brought in as plain names: x in "x = x(u, v) = …". */
  brought: Set<string>;
  /** The formula before in running text, where words make it a definition. */
  defining?: Link["statement"]["block"];
  /** The same where words ask for its solution, or it goes on from one of which they do. */
  posed?: Link["statement"]["block"];
}

/** Behind an arrow nothing is defined that was spoken of before, and what is no closed statement stands and falls with the arrow. */
export function concludedRole(link: Link, role: Role, left: Expr, right: Expr, state: State): Role {
  if (role === "unread" || link.index > 0) return role;
  const t = target(left);
  if (role === "defines") return t && isNew(t.name, state) ? role : "soft";
  return role === "claim" && freeSymbols(left).size + freeSymbols(right).size > 0 ? "soft" : role;
}

/** `\stackrel{?}{=}`: whether it holds is the question. */
export const isAsked = ({ sign }: Link): boolean => sign.over?.some((t) => t.text.includes("?")) === true;

/** What the words before an equation say of it. */
export function cueOf(link: Link): ReturnType<typeof nearestCue> {
  const { statement } = link;
  const words = statement.lead.replace(/^[,\s]+/, "");
  if (/\b(where|with|let|denote)\b/i.test(words)) return "define";
  // a reason is known already, or holds by itself
  if (/^(as|since|because)\b/i.test(words)) return undefined;
  if (/^(hypothesis|for|if|when|whenever|assuming|provided|given|subject to|such that|s\.t\.|with)\b/i.test(words)) return "given";
  if (words && /\b(so|hence|thus|therefore|then|i\.e\.|that is|or|and hence|we get|gives)\b/i.test(words)) return "claim";
  if (/\b(with|such that|for which|so that|satisfying|having|subject to)\s*$/i.test(statement.prose) && !statement.block.display) return "given";
  return statement.order === 0 || statement.prose ? nearestCue(statement.prose) : undefined;
}

/** The second of a list is a definition as the first is. */
const goesOnDefining = ({ statement, continued }: Link, { defining }: State): boolean =>
  !continued &&
  defining !== undefined &&
  defining.paragraph === statement.block.paragraph &&
  defining !== statement.block &&
  isNextOfList(statement) &&
  statement.lead.trim() === "";

export function roleOf(link: Link, left: Expr, right: Expr, state: State, premise: boolean): Role {
  if (hasError(left) || hasError(right)) return "unread";
  if (link.statement.listed && link.index === link.statement.links.length - 1 && right.op === "list") return "given";
  const relation = link.sign.relation;
  if (isAsked(link)) return "unread";
  if (relation === "∼") return "given";
  if (relation === "∈" || relation === "∉") return membershipRole(left);
  if (relation === "→" && !link.continued && (isLone(left) || (left.op === "absolute" && isLone(left.args[0])))) return "given";
  if (relation === "→" || relation === "⇐") return "unread";
  if (link.sign.defines) return "defines";
  if (areDifferentials(left, right)) return "soft";
  if (hasDifferential(left) && hasDifferential(right)) return "given";
  const cue = cueOf(link) ?? (goesOnDefining(link, state) ? "define" : undefined);
  if (!link.continued) state.defining = cue === "define" && !link.statement.block.display ? link.statement.block : undefined;
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
  // a moment of a plain random name, in running text: it is assumed
  if (
    relation === "=" &&
    !link.continued &&
    !link.statement.block.display &&
    (cue !== "claim" || REASON.test(link.statement.prose)) &&
    ((isCovariance(left) && !left.args.some((x) => state.known.has(symbolName(x)))) ||
      secondMoment(left) !== undefined ||
      (momentOf(left) && !state.known.has(momentOf(left)?.name ?? "")))
  )
    return "given";
  // P(X = 1) = P(X = -1) = 1/2 behind "with"
  if (link.continued && state.first === "given" && relation === "=" && isProbability(left) && (isLone(right) || freeSymbols(right).size === 0)) return "given";
  if (link.continued) return continuedRole(link, left, right, state);
  // "∂L/∂x = … = 0 ⇒": the derivative was worked out, what is supposed is that it vanishes
  const supposed = premise && !(isChain(link) && !premiseLike(link) && differentiates(left, state));
  if (relation === "=") return equationRole(link, left, right, state, supposed, cue);
  const general = link.statement.block.display && isSaidFor(left, right, state.quantified);
  return orderRole(link, left, right, cue ?? (general ? "claim" : undefined), premise);
}

/** "for all t > 0" says for what it is said. */
const FOR_ALL = /\bfor\s+(all|any|every|each)\s*$/i;

/** Words that give a reason in passing. */
const REASON = /\b(since|because|as|recall(ing)?( that)?)\s*$/i;

/** Whether an order speaks of nothing else than what it is said for. */
function isSaidFor(left: Expr, right: Expr, quantified: ReadonlySet<string>): boolean {
  const names = [...freeSymbols(left), ...freeSymbols(right)];
  return names.length > 0 && names.every((n) => quantified.has(n));
}

/** What is said of a name, or of names, sets their domain; of a value, it may be true. */
const membershipRole = (left: Expr): Role =>
  isLone(left) || left.op === "apply" || ((left.op === "list" || left.op === "tuple") && left.args.every((a) => membershipRole(a) === "given"))
    ? "given"
    : "soft";

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
  // "E(X) = 1/p = 8" of a law: its parameter has a value
  if (state.first === "given" && state.opening?.op === "statistic" && premiseLike(link) && freeSymbols(left).size === 1 && isClosed(right)) return "soft";
  // f'(0) = f'(2) = f'(4) = 0 of a function that no formula defines
  const isOpenValue = (e: Expr): boolean => (e.op === "apply" && !state.known.has(e.name ?? "") && freeSymbols(e).size === 0) || e.op === "number";
  if ([left, right].every(isOpenValue) && [left, right].some((e) => e.op === "apply") && familyNamed(left.name ?? "") === undefined) return "soft";
  // "1 - p = q" at the end of a chain, of a q that nothing has spoken of: it names what stands there
  if (right.op === "symbol" && premiseLike(link) && isNew(right.name ?? "", state) && !mentions(left, right.name ?? "") && !isLone(left)) return "soft";
  // a vector of unknowns
  if (right.op === "matrix" && right.args.length > 1 && right.args.every(isLone)) return "soft";
  const t = target(left);
  if (left.op === "apply" && t && (isNew(t.name, state) || (state.brought.has(t.name) && !state.known.has(t.name))) && !mentions(right, t.name))
    return "defines";
  const functional = newFunctional(right, state);
  if (functional) return saidBehind(functional, link, state) ? "claim" : "defines";
  const open = freeSymbols(left).size > 0 || some(left, (n) => n.op === "apply" || n.op === "derivative" || n.op === "gradient");
  if (open && premiseLike(link) && right.op === "number" && right.name === "0") return "soft";
  return "claim";
}

const isClosed = (e: Expr): boolean => freeSymbols(e).size === 0 && !some(e, (n) => n.op === "apply" || (n.op === "symbol" && /^[ei]$/.test(n.name ?? "")));

const isDivergence = (e: Expr): boolean => e.op === "statistic" && e.name === "divergence" && e.args.length === 2;

/** Cov(X, Y) of two names. */
export const isCovariance = (e: Expr): boolean => e.op === "statistic" && e.name === "covariance" && e.args.length === 2 && e.args.every(isLone);

/** P(X = 1): one value. */
export const isPoint = ({ args }: Expr): boolean =>
  args.length === 1 && args[0].op === "relation" && args[0].name === "=" && !some(args[0].args[1], (n) => n.op === "symbol");

/** `\partial L/\partial x = … = 0`: a condition, not an identity. */
export const premiseLike = (link: Link): boolean => link.index === link.statement.links.length - 1;

/** Exactly one applied or plain name of the expression that no formula before has mentioned, as a whole term. */
export function newFunctional(e: Expr, state: State): string | undefined {
  const terms = e.op === "add" ? e.args.map((a) => (a.op === "neg" ? a.args[0] : a)) : [e];
  const fresh = terms.filter(
    (t) =>
      (t.op === "apply" || (t.op === "symbol" && /^\\mathcal/.test(t.name ?? ""))) &&
      isNew(t.name ?? "", state) &&
      !/^[fghpqPFG](_|$)/.test(t.name ?? "") &&
      !isPartial(t.name ?? "", state),
  );
  return fresh.length > 0 && fresh.length === new Set(fresh.map((f) => f.name)).size ? fresh[0].name : undefined;
}

/** u_x of a function u that has been spoken of: a derivative. */
export const isPartial = (name: string, state: State): boolean => {
  const [, base] = /^(\\?[a-zA-Z]+)_\{?[r-z]{1,3}\}?$/.exec(name) ?? [];
  return base !== undefined && !isNew(base, state);
};

/** What the sentence behind says of a name is its definition, and this sign is no other. */
export const saidBehind = (name: string, link: Link, state: State): boolean => {
  const paragraph = state.behind.get(name);
  return paragraph !== undefined && paragraph >= link.statement.block.paragraph && paragraph - link.statement.block.paragraph <= 1;
};

/** A function that formulas have used and none has defined yet, and that nothing varies: its first equation defines it. */
export const mentionedOnly = (name: string, state: State): boolean => !state.known.has(name) && !state.varied.has(name);

/** L = … where an earlier section had a function L(x, y): the name is used anew. */
export const isAnotherPartsFunction = (name: string, state: State): boolean => (state.functions.get(name) ?? state.scope) !== state.scope;

/** L(w, b) = … where an earlier part has given the letter another meaning, of other arguments. */
function isOfAnotherPart({ name, params }: { name: string; params: readonly string[] }, state: State): boolean {
  const said = state.scopes.get(name);
  return said !== undefined && said.scope < state.scope && said.params !== params.join() && !state.distributions.has(name);
}

/** "p(s) = e^{-s}/Z, Z = ∑ …", "y ∼ Poisson(λ) with λ = e^{wx}": a name that the formula itself, or the one before "with", has brought in, and then says what it is. */
function isExplained(name: string, { statement }: Link, right: Expr, state: State): boolean {
  const debut = state.known.has(name) ? undefined : state.debut.get(name);
  if (debut === undefined) return false;
  const behind = /^\s*(?:where|with)\s*$/i.test(statement.prose) && debut.paragraph === statement.block.paragraph && freeSymbols(right).size > 0;
  return behind || (statement.order > 0 && debut === statement.block && hasOperator(right));
}

export const isNew = (name: string, state: State): boolean => !state.known.has(name) && !state.seen.has(name);

export function equationRole(link: Link, left: Expr, right: Expr, state: State, premise: boolean, cue: ReturnType<typeof nearestCue>): Role {
  const t = isComposition(left, right, state) ? undefined : defined(left, right);
  if (areCounted(left, right, link)) return "given";
  const letters = freeSymbols(left);
  const others = freeSymbols(right);
  // what has a formula, up to terms of known growth
  if ((hasLandau(right) || withTail(right, left)) && letters.size > 0 && !(t && isNew(t.name, state)) && !unknownFunctions(left, right, state)) return "claim";
  if (t && !refersTo(right, t)) {
    if (cue === "given" && right.op === "number") return "given";
    if (cue !== "given" && cue !== "define" && !CHOSEN.test(link.statement.prose.slice(-80)) && isTermOf(left, right, state.sequences, state.scope))
      return "claim";
    if (cue !== "given" && !premise && isWorkedOutPartial(left, right, state)) return "claim";
    if (isDerivative(t.name, state.formulas, state.scope) || isOfMotion(left, right, link, state)) return "soft";
    if (link.statement.arrow || (isLevelSet(left, right, link.statement) && !/\b(let|define|put|set)\s*$/i.test(link.statement.prose))) return "soft";
    // A(h) = 3.14 with h = 1/8: a value, no constant function
    if (left.op === "apply" && freeSymbols(right).size === 0 && !hasOperator(right) && t.params.some((p) => state.known.has(p))) return "soft";
    if (isNamedValue(left, right, state) || isSizeOf(left, right)) return "soft";
    if (
      left.op === "apply" &&
      (isNew(t.name, state) ||
        (cue === "define" && !link.statement.block.display) ||
        (isOfAnotherPart(t, state) && cue !== "claim" && right.op !== "number" && t.params.every((p) => mentions(right, p))) ||
        (mentionedOnly(t.name, state) && t.params.every((p) => mentions(right, p))))
    )
      return "defines";
    if (left.op !== "apply" && (isNew(t.name, state) || isExplained(t.name, link, right, state) || isAnotherPartsFunction(t.name, state) || cue === "define"))
      return "defines";
    return "soft";
  }
  // a letter e that is given a value is no constant
  if (
    left.op === "symbol" &&
    /^[ei]$/.test(left.name ?? "") &&
    freeSymbols(right).size === 0 &&
    !hasOperator(right) &&
    !some(right, (n) => n.op === "call" || (n.op === "number" && (n.name ?? "").includes(".")))
  )
    return "given";
  if (isLetFactorisation(link, left, right)) return "given";
  if (cue !== "claim" && isLogOfNew(left, right, link, state)) return "defines";
  if (cue !== "claim" && isTotal(left, right, state)) return "given";
  const back = target(right);
  if (back && right.op !== "indexed" && isNew(back.name, state) && !mentions(left, back.name) && right.op === "apply") return "defines";
  if (isInitialValue(link, left, right, state.posed)) {
    state.posed = link.statement.block;
    return "given";
  }
  // what is closed is true or false, whatever the words are
  const closed =
    letters.size === 0 &&
    others.size === 0 &&
    !unknownFunctions(left, right, state) &&
    ![left, right].some((e) => some(e, (n) => n.op === "symbol" && /^[ei]$/.test(n.name ?? "")));
  if (closed && !premise && left.op !== "statistic" && !isTuple(left)) return "claim";
  // "where h'(t) = v - g t = 0": what is set to zero was worked out first
  const worked = isChain(link) && differentiates(left, state) && !some(right, (n) => n.op === "apply");
  if (cue === "given" && isSaidOfFormula(link, left, right, state)) return "soft";
  if (cue === "given") return worked || isFactored(link, letters, others) ? "claim" : "given";
  if (premise && [left, right].some((e) => some(e, (n) => n.op === "apply" || n.op === "indexed"))) return "soft";
  if (letters.size === 0 && others.size === 0 && !unknownFunctions(left, right, state)) return "claim";
  if (premise) return "soft";
  if (link.statement.system || isNewSquare(left, state)) return "soft";
  if (isDivergence(left) && isDivergence(right)) return "claim";
  if (isOfOpenField(left, state)) return "soft";
  const ofMotion = differentialEquation(left, right, link, state);
  if (ofMotion) return ofMotion;
  const unknown = unknownFunctions(left, right, state);
  if (!unknown && [left, right].some((e) => hasOperator(e) || differentiates(e, state)) && !(right.op === "number" && right.name === "0")) return "claim";
  if (!unknown && multipliesOut(left) && others.size > 0 && [...others].every((l) => letters.has(l))) return "claim";
  const same = letters.size > 0 && letters.size === others.size && [...letters].every((l) => others.has(l));
  if (same && !unknown) return (link.statement.block.display && !isListed(link)) || cue === "claim" || isChain(link) ? "claim" : "soft";
  return "soft";
}

/** The divergence or the curl of a field that no formula defines: the equation is all that is known of it. */
const isOfOpenField = (e: Expr, state: State): boolean =>
  /^(divergence|curl)$/.test(e.op) && e.args[0].op === "symbol" && !state.known.has(e.args[0].name ?? "");

/** "let f(x) = y" of a function that has a formula: y is its value. A letter for constants makes it another function. */
const isNamedValue = (left: Expr, right: Expr, state: State): boolean =>
  left.op === "apply" && state.functions.has(left.name ?? "") && right.op === "symbol" && !/^[ckCK]$/.test(right.name ?? "");

/** "vol(C) = 4 + a": a number that one thing has, and no formula for all things. */
const isSizeOf = (left: Expr, right: Expr): boolean =>
  left.op === "apply" &&
  /^(\\(mathrm|text|operatorname)\{[a-zA-Z]{2,}\}|[a-z]{3,})$/.test(left.name ?? "") &&
  left.args.length === 1 &&
  left.args[0].op === "symbol" &&
  /^[A-Z]$/.test(left.args[0].name ?? "") &&
  !mentions(right, left.args[0].name ?? "");

/** x^1 = x^2 = … = x^n: the numbers count the entries of x. */
const areCounted = (left: Expr, right: Expr, { statement }: Link): boolean =>
  [left, right].every((e) => e.op === "pow" && isLone(e.args[0]) && e.args[1].op === "number") &&
  left.args[0].name === right.args[0].name &&
  statement.links.some(({ right: { tokens } }) => tokens.length === 1 && /^[lc]?dots[bcimo]?$/.test(tokens[0].text));

/** "k^{2a} = k and 2a^2 = a + 3": the second of two equations that stand side by side. */
const isListed = ({ statement }: Link): boolean => statement.order > 0 && /^[\s,]*(and|or)[\s,]*$/i.test(statement.lead);

/** What is known up to a constant only. */
const ROUGH = /\b(up to|constants?|proportional\w*|ignor\w+|dropp\w+|omit\w*|const|relevant|terms?)\b/i;

/** "The log-likelihood is log p(x | μ) = …" of a density that has no formula: the formula of its logarithm is one. */
export const isLogOfNew = (left: Expr, right: Expr, { statement }: Pick<Link, "statement">, state: Pick<State, "known">): boolean =>
  left.op === "call" &&
  left.name === "log" &&
  !left.data?.based &&
  left.args[0].op === "apply" &&
  left.args[0].args.every(isLone) &&
  !state.known.has(left.args[0].name ?? "") &&
  // what a named density is, is known
  !familyNamed(left.args[0].name ?? "") &&
  !some(right, (n) => n.op === "apply" || n.op === "statistic" || /^\\(text|mathrm)\{\s*c/.test(n.name ?? "")) &&
  !ROUGH.test(`${statement.prose.slice(-160)} ${statement.lead}`);

/** Σ_k n_k = n of terms that no formula defines: what they add up to. */
const isTotal = (left: Expr, right: Expr, state: State): boolean =>
  /^sum(-over)?$/.test(left.op) &&
  left.args[0].op === "indexed" &&
  left.args[0].args.some((a) => a.name === left.data?.bound) &&
  !state.known.has(left.args[0].name ?? "") &&
  right.op === "symbol";

/** Terms that are chosen or observed, not worked out. */
const CHOSEN = /\b(data|observ\w+|samples?|initial\w*|start\w*|given|choos\w+|tak\w+|sets?|redefin\w+|instead|suppose|assume|let)\b/i;

/** σ² of a σ that no formula has spoken of: the equation says what it is. */
const isNewSquare = (e: Expr, state: State): boolean =>
  e.op === "pow" && isLone(e.args[0]) && e.args[1].op === "number" && isNew(e.args[0].op === "indexed" ? symbolName(e.args[0]) : (e.args[0].name ?? ""), state);

/** A determinant or a product of matrices that are written out: what it is said to be, in its own letters, was worked out. */
export const multipliesOut = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      ((n.op === "determinant" || (n.op === "call" && n.name === "det")) && n.args[0].op === "matrix") ||
      (n.op === "mul" && n.args.filter((a) => a.op === "matrix").length > 1),
  );

/** "Let p_θ(x, z) = p(z) p_θ(x | z)": how a joint distribution is put together. */
const isLetFactorisation = ({ statement }: Link, left: Expr, right: Expr): boolean =>
  /\b(let|assume|suppose|consider)\s*$/i.test(statement.prose) &&
  !statement.block.display &&
  left.op === "apply" &&
  right.op === "mul" &&
  right.args.every((a) => a.op === "apply") &&
  right.args.some((a) => a.name === left.name && a.data?.bound === "|");

/** "the wave u = … satisfies ∂²u/∂x² = …", "H satisfies H² = H": what has a formula is said to solve an equation. */
const isSaidOfFormula = ({ statement }: Link, left: Expr, right: Expr, state: State): boolean =>
  /\bsatisf(y|ies)\b[^.]{0,30}$/i.test(statement.prose) &&
  (some(left, (n) => n.op === "derivative" && /^(symbol|apply)$/.test(n.args[0].op) && state.known.has(n.args[0].name ?? "")) ||
    (freeSymbols(left).size > 0 && [left, right].every((e) => [...freeSymbols(e)].every((n) => state.known.has(n)))));

/** A = B = C: no equation to solve is written so. */
export const isChain = ({ statement }: Link): boolean => statement.links.length > 1 && statement.links.every((l) => l.sign.relation === "=");

/** f(g(x)) = …, of functions that have formulas, and a plain formula: no functional is defined. */
export const isComposition = (left: Expr, right: Expr, state: State): boolean =>
  left.op === "apply" &&
  state.known.has(left.name ?? "") &&
  left.args.some((a) => a.op === "apply" && a.data?.bound !== "|" && state.known.has(a.name ?? "")) &&
  !some(right, (n) => n.op === "apply" || OPERATOR.test(n.op));

/** The first sign of "r² - 3r + 2 = (r - 1)(r - 2) = 0": what is said to be zero is written in two ways. */
export function isFactored({ index, statement }: Link, letters: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const { sign, right } = statement.links[statement.links.length - 1];
  const zero = right.tokens.length === 1 && right.tokens[0].text === "0" && sign.relation === "=";
  return index === 0 && statement.links.length > 1 && zero && letters.size > 0 && letters.size === others.size && [...letters].every((l) => others.has(l));
}

/** F(x, y, z) = 0, f(x) = 0: the points where a function has a value, no formula for it. */
export const isLevelSet = (left: Expr, right: Expr, { prose, lead }: Link["statement"]): boolean => {
  const value = right.op === "neg" ? right.args[0] : right;
  return (
    left.op === "apply" &&
    value.op === "number" &&
    (Number(value.name) === 0 || left.args.length > 1 || /\b(if|when|or|and|then|thus|so|hence|becomes?)[,\s]*$/i.test(prose + lead))
  );
};

export const isTuple = (e: Expr): boolean => e.op === "tuple" || e.op === "list" || e.op === "matrix";

/** dy/dx = x y of a y of which this paragraph has said no formula, or in which one is tried: an equation to be solved. */
function differentialEquation(left: Expr, right: Expr, { statement }: Link, state: State): Role | undefined {
  const steep = (n: Expr): boolean => n.op === "derivative" && !n.data?.partial && n.args[0].op === "symbol" && n.args[0].name !== n.args[1].name;
  const of = new Set<string>();
  for (const side of [left, right]) walk(side, (n) => void (steep(n) && of.add(n.args[0].name ?? "")));
  const [name] = of;
  if (of.size !== 1 || !isBare([left, right], name, steep)) return undefined;
  const said = state.scopes.get(name);
  if (/\b(in|into)( (the|our|this) (differential )?equation)?:?\s*$/i.test(statement.prose)) return "given";
  return !state.known.has(name) || said?.scope !== state.scope || statement.block.paragraph - said.paragraph > 1 ? "soft" : undefined;
}

/** y' = 2x - 2y, and y' = 2x of which words ask for the solution: no formula that y' has in other parts. */
function isOfMotion(left: Expr, right: Expr, { statement }: Link, state: State): boolean {
  const [, of] = (left.op === "symbol" && /^(.*[^'])'+$/.exec(left.name ?? "")) || [];
  return of !== undefined && (state.posed === statement.block || mentions(right, of));
}

/** Whether a function stands in an equation beside its derivative. */
function isBare(sides: readonly Expr[], name: string, steep: (n: Expr) => boolean): boolean {
  let bare = false;
  for (const side of sides)
    walk(side, (n) => {
      if (steep(n)) return false;
      if (n.op === "symbol" && n.name === name) bare = true;
    });
  return bare;
}

export const differentiates = (e: Expr, state: State): boolean =>
  some(
    e,
    (n) =>
      (n.op === "apply" && n.data?.order !== undefined && n.data.order !== false && state.known.has(n.name ?? "")) ||
      (n.op === "derivative" && /^(symbol|apply)$/.test(n.args[0].op) && state.known.has(n.args[0].name ?? "")),
  );

export const unknownFunctions = (left: Expr, right: Expr, state: State): boolean =>
  [left, right].some((e) =>
    some(
      e,
      (n) =>
        (n.op === "apply" && !state.known.has(n.name ?? "") && n.data?.bound !== "|" && familyNamed(n.name ?? "")?.parameters.length !== n.args.length) ||
        (n.op === "symbol" && /'$/.test(n.name ?? "")),
    ),
  );

export function orderRole(link: Link, left: Expr, right: Expr, said: ReturnType<typeof nearestCue>, premise: boolean): Role {
  // beside another formula the words before that formula do not speak of the bounds of a name
  const cue = link.statement.order > 0 && !/[a-z]/i.test(link.statement.lead) && [left, right].some(isLone) ? undefined : said;
  const free = freeSymbols(left).size + freeSymbols(right).size + [left, right].filter((e) => some(e, (n) => n.op === "symbol" && n.name === "i")).length;
  if (free === 0) return "claim";
  if (link.sign.relation === "!=" && [left, right].every((e) => some(e, (n) => n.op === "statistic"))) return "claim";
  const lone = [left, right].some((e) => e.op === "symbol" || e.op === "indexed") && [left, right].some((e) => freeSymbols(e).size === 0);
  if (lone && (cue !== "claim" || FOR_ALL.test(link.statement.prose)) && !link.statement.arrow) return "given";
  if (link.sign.relation === "!=" && !link.statement.arrow) return "given";
  if (link.sign.relation === "≈" || link.sign.relation === "∝") return "claim";
  if (link.statement.aside || cue === "given" || cue === "define") return "given";
  // "For |x| < 1 we have": what is said is said for such values
  if (!link.statement.block.display && /\b(for|if|when|whenever|where|as long as|provided( that)?)\s*$/i.test(link.statement.prose)) return "given";
  if (premise || left.op === "list") return "given";
  // "x > 0" standing alone sets a domain
  if (
    cue !== "claim" &&
    [
      [left, right],
      [right, left],
    ].some(([a, b]) => isLone(a) && freeSymbols(b).size === 0)
  )
    return "given";
  if (link.statement.block.display && cue === "claim") return "claim";
  // a divergence between distributions has its sign whatever they are
  if ([left, right].some(isDivergence) && [left, right].some((e) => e.op === "number")) return "claim";
  const operators = hasOperator(left) || hasOperator(right);
  return operators && cue === "claim" ? "claim" : "soft";
}
