/** What the formulas before a sign have spoken of, and what a name is in their light: new, mentioned, defined. */

import { isConstantName } from "../../expression/constants";
import { mentions } from "../../expression/occurrences";
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { isNextOfList } from "../facts/initial-values";
import type { SequenceFormula } from "../facts/sequence-formulas";
import type { Listed } from "../laws/listed-laws";
import { allNames } from "../names/all-names";
import type { Overload } from "../names/overloads";
import type { Formula } from "../names/primed-names";
import type { Values } from "../random/conditional-laws";
import type { Link } from "../reading/chains";
import type { Integrated } from "../reading/left-out-differentials";
import { freeSymbols, hasOperator, isClosed } from "../reading/targets";
import type { Quantified } from "../words/quantified";

/** `soft`: holds where it agrees, and is a given where it does not. */
export type Role = "defines" | "given" | "claim" | "soft" | "unread";

/** What is known when a sign is read; items write into it as they go on. */
export interface State {
  readonly known: Map<string, number>;
  /** The part of the document in which a name was last defined, its parameters there, and the paragraph. */
  readonly scopes: Map<string, { readonly scope: number; readonly params: string; readonly paragraph: number }>;
  /** Names that were defined as functions, with the scope of their last definition. */
  readonly functions: Map<string, number>;
  readonly seen: Set<string>;
  /** Names that have a formula in usual variables. */
  readonly formulas: Map<string, Formula>;
  /** What the formulas of this part rest on: the names in the formula of each, and in the formulas of these. */
  readonly restsOn: Map<string, { readonly scope: number; readonly names: ReadonlySet<string> }>;
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
  readonly overloaded: ReadonlyMap<string, Overload>;
  /** Names of which the square is a name, S². */
  readonly squares: ReadonlySet<string>;
  /** The words, or a law behind a tilde, are of beta functions. */
  readonly speaksOfBeta: boolean;
  /** The divergences of two distributions that were written so far, each once. */
  readonly divergences: Expr[];
  /** Letters that are short for a distribution with a subscript, q for q_φ(z | x). */
  readonly short: ReadonlyMap<string, Expr>;
  /** Names that a sentence behind their first use defines, "where D(q, p) = …": the paragraph it stands in. */
  readonly behind: ReadonlyMap<string, number>;
  /** The formula that a bare "KL" was given last, and in which part. */
  bareDivergence?: { readonly formula: Expr; readonly scope: number };
  /** Distributions that are lists of probabilities, P = (p_1, …, p_n). */
  readonly lists: Map<string, Listed>;
  /** Names that have been given square matrices. */
  readonly matrices: Set<string>;
  /** Functions whose formula averages over their parameters. */
  readonly averaged: Map<string, Definition>;
  /** Names of collections, θ = (μ_1, π_1), and the bases of what they collect. */
  readonly collections: Map<string, ReadonlySet<string>>;
  /** By what the last integral was taken. */
  integrated?: Integrated;
  scope: number;
  /** The scope of what stands before the parts of the problem. */
  within?: number;
  /** The scopes of the headings around. */
  above: readonly number[];
  order: number;
  /** Role of the first sign of the chain under way, and what stands on its left. */
  first?: Role;
  opening?: Expr;
  /** Names that stand before or behind the formula in its sentence and that it is said for: x in "For all x > 0, …". */
  quantified: Quantified;
  /** The letter of which the formula is said for some value only. */
  ofSome?: string | undefined;
  /** The values at which the statement under way is said, of "given N = n, …". */
  given: Values;
  /** Names that the statement under way has brought in as plain names: x in "x = x(u, v) = …". */
  brought: Set<string>;
  /** The name that the statement under way has given to something that nothing has spoken of: p of "π(1) = p". */
  naming?: string;
  /** The formula before in running text, where words make it a definition. */
  defining?: Link["statement"]["block"];
  /** The formula that "subject to" stands before, or that goes on from one. */
  constraining?: Link["statement"]["block"];
  /** Names that a formula has given a number, with the paragraph it stands in. */
  readonly valued: Map<string, number>;
  /** The last statement behind "with" that says what a name of the formula before it is. */
  explained?: Link["statement"];
  /** The same where words ask for its solution, or it goes on from one of which they do. */
  posed?: Link["statement"]["block"];
}

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
const isPartial = (name: string, state: State): boolean => {
  const [, base] = /^(\\?[a-zA-Z]+)_\{?[r-z]{1,3}\}?$/.exec(name) ?? [];
  return base !== undefined && !isNew(base, state);
};

/** x = 1/(1 + u) where this part has said that u = (1 - x)/x of an x that has a formula: it says what was said the other way round. */
export const leadsBack = (name: string, right: Expr, state: State): boolean =>
  state.known.has(name) && [...allNames([right])].some((n) => n !== name && restingOn(n, state)?.has(name));

const restingOn = (name: string, { restsOn, scope }: State): ReadonlySet<string> | undefined => {
  const found = restsOn.get(name);
  return found?.scope === scope ? found.names : undefined;
};

/** Σ λ_i speaks of β where this problem has said that λ_i = e^{β x_i}. */
export const speaksOf = (e: Expr, name: string, { restsOn, scope, within }: State): boolean =>
  mentions(e, name) ||
  [...allNames([e])].some((n) => {
    const found = restsOn.get(n);
    return found !== undefined && (found.scope === scope || found.scope === within) && found.names.has(name);
  });

/** Enters what the formula of a name rests on. */
export function restingName(name: string, body: Expr, state: State): void {
  const own = allNames([body]);
  state.restsOn.set(name, { scope: state.scope, names: new Set([...own, ...[...own].flatMap((n) => [...(restingOn(n, state) ?? [])])]) });
}

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
export function isOfAnotherPart({ name, params }: { name: string; params: readonly string[] }, state: State): boolean {
  const said = state.scopes.get(name);
  return said !== undefined && said.scope < state.scope && said.params !== params.join() && !state.distributions.has(name);
}

/** "p(s) = e^{-s}/Z, Z = ∑ …", "y ∼ Poisson(λ) with λ = e^{wx}", and the next of such a list: a name that the formula itself, or the one before "with", has brought in, and then says what it is. */
export function isExplained(name: string, { statement }: Link, right: Expr, state: State): boolean {
  const debut = state.known.has(name) ? undefined : state.debut.get(name);
  if (debut === undefined) return false;
  const goesOn = state.explained?.id === statement.id - 1 && isNextOfList(statement);
  const behind = (goesOn || /^\s*(?:where|with)\s*$/i.test(statement.prose)) && debut.paragraph === statement.block.paragraph && freeSymbols(right).size > 0;
  if (behind) state.explained = statement;
  return behind || (statement.order > 0 && debut === statement.block && hasOperator(right));
}

/** Σ_j e^{-β E_j} = Z, ∫ e^{-x²/2} dx = c of a letter that nothing has spoken of: it names the total of exponentials, and constrains nothing. */
export const namesTotal = (left: Expr, right: Expr, state: State): boolean =>
  right.op === "symbol" &&
  !isConstantName(right.name) &&
  isNew(right.name ?? "", state) &&
  /^(sum|integral)/.test(left.op) &&
  some(left.args[0], isExponential) &&
  !some(left, (n) => n.op === "apply" || (n.op === "symbol" && n.name === right.name));

/** π(1) = p, P(X = 1) = p: a new name for a value of what no formula before has spoken of. */
export const namesUnknown = (left: Expr, right: Expr, state: State): boolean =>
  right.op === "symbol" &&
  !isConstantName(right.name) &&
  isNew(right.name ?? "", state) &&
  (left.op === "apply" ? isNew(left.name ?? "", state) : left.op === "statistic" && [...freeSymbols(left)].every((n) => isNew(n, state)));

const isExponential = (n: Expr): boolean => (n.op === "call" && n.name === "exp") || (n.op === "pow" && n.args[0].name === "e");

/** T(10) of a T(t) = 20 + 60 e^{-kt}: a value that says something of the constants in its formula. */
export function leavesConstantsOpen(left: Expr, { restsOn, scopes, scope, known, formulas }: State): boolean {
  if (left.op !== "apply" || left.data?.order || left.args.length !== 1 || !isClosed(left.args[0])) return false;
  const formula = restsOn.get(left.name ?? "");
  const params = formulas.get(left.name ?? "")?.by ?? scopes.get(left.name ?? "")?.params.split(",") ?? [];
  return (
    formula?.scope === scope &&
    [...formula.names].some((n) => /^(\\[a-z]+|[a-zA-Z])(_|$)/.test(n) && !params.includes(n) && !known.has(n) && !isConstantName(n))
  );
}

/** Nothing has defined the name or spoken of it. */
export const isNew = (name: string, state: State): boolean => !state.known.has(name) && !state.seen.has(name);
