/** Gives every relation sign its role: it defines, it is assumed, it claims; and collects the facts that later steps may use. */
import type { Span } from "../base/span";
import { familyNamed } from "../distributions/index";
import { nearestCue } from "../document/cues";
import { namesOf, symbolName } from "../expression/names";
import type { Reading } from "../expression/parser";
import { type Expr, node, rewrite, some, walk } from "../expression/tree";
import type { Token } from "../latex/tokens";
import { withoutInverses } from "../notation/laplace";
import { arrowRuns } from "./arrows";
import { type Line, type Link, parseOperand, type ReadDocument } from "./chains";
import type { Ruling } from "./directives";
import type { Condition, Definition, Equation, Fact } from "./facts";
import { functionalArguments, headOf } from "./functionals";
import { withIndicators } from "./indicators";
import { betweenExponents } from "./integrating-factors";
import { distributionNames, overAllValues } from "./marginals";
import { momentOf } from "./moments";
import { marked, overloadedNames, unmarked } from "./overloads";
import { secondMoment } from "./random";
import { residue } from "./residue";
import { atCommas, rowReduction } from "./row-operations";
import { functionalsOfTerms } from "./sequence-arguments";
import { squareNames, withSquareNames } from "./square-names";

/** `soft`: holds where it agrees, and is a given where it does not. */
export type Role = "defines" | "given" | "claim" | "soft" | "unread";

export interface Item {
  readonly link: Link;
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
  readonly role: Role;
  /** What a later step may use of it. */
  readonly fact?: Fact;
  /** What it defines beside its fact: H in "… = Q + H". */
  readonly also?: readonly Definition[];
  /** Counts headings that end hypotheses: facts of other scopes are out of reach, definitions are not. */
  readonly scope: number;
  readonly order: number;
  /** It is the left of an arrow. */
  readonly premise: boolean;
}

export interface ItemGroup {
  readonly line: Line;
  readonly items: readonly Item[];
}

interface State {
  readonly known: Map<string, number>;
  /** Names that were defined as functions, with the scope of their last definition. */
  readonly functions: Map<string, number>;
  readonly seen: Set<string>;
  /** Distributions that a derivative is taken by somewhere in the document. */
  readonly varied: ReadonlySet<string>;
  readonly distributions: ReadonlySet<string>;
  /** Letters that stand for several distributions. */
  readonly overloaded: ReadonlySet<string>;
  /** Names of which the square is a name, S². */
  readonly squares: ReadonlySet<string>;
  /** Names that a sentence behind their first use defines, "where D(q, p) = …": the paragraph it stands in. */
  readonly behind: ReadonlyMap<string, number>;
  /** Names of collections, θ = (μ_1, π_1), and the bases of what they collect. */
  readonly collections: Map<string, ReadonlySet<string>>;
  scope: number;
  order: number;
  /** Role of the first sign of the chain under way. */
  first?: Role;
  /** Names that the statement under way has brought in as plain names: x in "x = x(u, v) = …". */
  brought: Set<string>;
}

/** Names that stand for themselves. */
const CONSTANT = /^(\\pi|e|i|\\infty|\\mathrm\{e\})$/;

export function itemsOf(document: ReadDocument, reading: Reading): ItemGroup[] {
  const state: State = {
    known: new Map(),
    functions: new Map(),
    seen: new Set(),
    varied: variedNames(document, reading),
    distributions: distributionNames(document, reading),
    overloaded: overloadedNames(document, reading),
    squares: squareNames(document, reading),
    behind: definedBehind(document, reading),
    collections: new Map(),
    scope: 0,
    order: 0,
    brought: new Set(),
  };
  const scopes = scopesOf(document);
  const runs = arrowRuns(document.lines);
  const premises = new Set([...runs.values()].flatMap((r) => r.premise));
  const concluded = new Set([...runs.values()].flatMap((r) => r.conclusion));
  return document.lines.map((line, i) => {
    if (scopes[line.at] !== state.scope) {
      state.scope = scopes[line.at];
      state.seen.clear();
    }
    const premise = premises.has(i);
    const items = line.links.map((link) => itemOf(link, reading, state, premise, concluded.has(i), document.rulings?.get(line.block)));
    // "let $r_i$ be the posterior probability": what it is is still to be said
    const alone = line.alone && parseOperand(line.alone, reading);
    const introduced = alone && (isLone(alone) || alone.op === "apply") && /\b(let|denote|write|call)\b[^.;:]{0,30}$/i.test(line.prose);
    if (alone && !introduced) remember(state, alone);
    return { line, items };
  });
}

function variedNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  for (const line of document.lines)
    for (const link of line.links)
      for (const side of [link.left, link.right])
        if (side.tokens.some((t) => t.text === "partial"))
          walk(parseOperand(side, reading), (n) => void (n.op === "derivative" && n.args[1].op === "apply" && found.add(n.args[1].name ?? "")));
  return found;
}

function definedBehind(document: ReadDocument, reading: Reading): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of document.lines) {
    const [link] = line.links;
    if (!link || link.index > 0 || link.sign.relation !== "=" || !/\b(?:where|in which|here|denote)\b/i.test(link.statement.prose + link.statement.lead))
      continue;
    const left = parseOperand(link.left, reading);
    if (left.op === "apply" && target(left)) found.set(left.name ?? "", link.statement.block.paragraph);
  }
  return found;
}

/** The scope of every block: a heading begins a new one, unless it opens a proof or a solution. */
function scopesOf(document: ReadDocument): number[] {
  let scope = 0;
  return document.scanned.blocks.map((block) => {
    if (block.kind === "heading" && !/proof|solution|answer|hint|remark/i.test(block.text) && block.text.trim() !== "") scope++;
    return scope;
  });
}

function itemOf(link: Link, reading: Reading, state: State, premise: boolean, concluded = false, ruling?: Ruling): Item {
  const [before, behind] = [beforeBar(link), link.right].map((side) =>
    withIndicators(
      withSquareNames(
        marked(choices(overAllValues(residue(link, parseOperand(side, reading), reading), state.distributions), state), state.overloaded),
        state.squares,
      ),
    ),
  );
  const claimed = arrowClaim(link, before, behind, reading);
  const { left, right } = claimed ?? { left: before, right: behind };
  const base = { link, left, right, relation: claimed ? "=" : link.sign.relation, scope: state.scope, order: state.order++, premise };
  const role =
    ruling && (ruling === "given" || link.index === 0)
      ? ruling
      : claimed && !hasError(left) && !hasError(right)
        ? "claim"
        : concluded
          ? concludedRole(link, roleOf(link, left, right, state, premise), left, right, state)
          : roleOf(link, left, right, state, premise);
  if (link.index === 0) {
    state.first = role;
    state.brought = new Set(left.op === "symbol" && isNew(left.name ?? "", state) ? [left.name ?? ""] : []);
  }
  // an inequality beside an arrow belongs to its argument only
  const fact = claimed || ((premise || concluded) && link.sign.relation !== "=") ? undefined : asLettered(factOf(link, left, right, role, state), state);
  const [first, ...also] = (role === "defines" && termwise(left, right, fact?.span ?? link.left, state)) || [fact];
  for (const d of [first, ...also])
    if (d?.kind === "definition") {
      state.known.set(d.name, base.order);
      if (d.params.length > 0) state.functions.set(d.name, state.scope);
      else state.functions.delete(d.name);
    }
  if (left.op === "symbol" && (right.op === "tuple" || right.op === "list") && right.args.every(isLone))
    state.collections.set(left.name ?? "", new Set(right.args.map((a) => a.name ?? "")));
  remember(state, left);
  remember(state, right);
  return { ...base, role, ...(first ? { fact: first } : {}), ...(also.length > 0 ? { also: also as Definition[] } : {}) };
}

/** What an arrow between matrices, or under a limit, claims as an equation; what one between inverse transforms says of the transforms. */
function arrowClaim(link: Link, left: Expr, right: Expr, reading: Reading): { left: Expr; right: Expr } | undefined {
  const { relation, over = [] } = link.sign;
  if (relation === "=") return withoutInverses(left, right) ?? betweenExponents(left, right);
  if (relation !== "→" && relation !== "∼") return undefined;
  const parts = atCommas(over);
  const parse = (tokens: readonly Token[]): Expr => parseOperand({ tokens, from: link.sign.from, to: link.sign.to }, reading);
  return (
    rowReduction(relation, over, left, right, parse) ??
    (relation === "→" && parts.some((p) => p.length > 2) ? limitUnder(parse(parts[parts.length - 1]), left, right) : undefined)
  );
}

/** `f \\xrightarrow{x \\to a} L`: the limit of f is L. */
function limitUnder(point: Expr, left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  if (point.op !== "relation" || point.name !== "→" || point.args[0].op !== "symbol") return undefined;
  const bound = point.args[0].name ?? "";
  return { left: node("limit", [left, point.args[1]], left.span, bound, { bound, side: 0 }), right };
}

/** "θ | k ∼ …": the variable that is distributed so. */
function beforeBar(link: Link): Link["left"] {
  const at =
    link.sign.relation === "∼"
      ? link.left.tokens.findIndex((t) => (t.kind === "command" && /^(mid|vert)$/.test(t.text)) || (t.kind === "symbol" && t.text === "|"))
      : -1;
  const open = link.left.tokens.slice(0, Math.max(at, 0)).some((t) => t.text === "(" || t.text === "[");
  return at > 0 && !open ? { ...link.left, tokens: link.left.tokens.slice(0, at) } : link.left;
}

/** C(5, 3) where nothing says what C is: a binomial coefficient. */
const choices = (e: Expr, state: State): Expr =>
  rewrite(e, (n) =>
    n.op === "apply" &&
    n.name === "C" &&
    n.args.length === 2 &&
    n.data?.bound !== "|" &&
    n.args.every((a) => a.op === "number" && /^\d+$/.test(a.name ?? "")) &&
    !state.known.has("C")
      ? node("call", n.args, n.span, "binomial")
      : n,
  );

/** The definition of a distribution's letter is that of one density of several. */
const asLettered = (fact: Fact | undefined, state: State): Fact | undefined =>
  fact?.kind === "definition" && fact.params.length > 0 && state.distributions.has(fact.name) ? { ...fact, lettered: true } : fact;

/** Behind an arrow nothing is defined that was spoken of before, and what is no closed statement stands and falls with the arrow. */
function concludedRole(link: Link, role: Role, left: Expr, right: Expr, state: State): Role {
  if (role === "unread" || link.index > 0) return role;
  const t = target(left);
  if (role === "defines") return t && isNew(t.name, state) ? role : "soft";
  return role === "claim" && freeSymbols(left).size + freeSymbols(right).size > 0 ? "soft" : role;
}

function remember(state: State, e: Expr): void {
  const names = namesOf(e);
  for (const name of [...names.symbols, ...names.applied.keys()]) state.seen.add(name);
  for (const [base, nodes] of names.indexed) {
    state.seen.add(base);
    for (const n of nodes) state.seen.add(symbolName(n));
  }
}

export const hasError = (e: Expr): Expr | undefined => {
  let found: Expr | undefined;
  some(e, (n) => {
    if (n.op === "error") found ??= n;
    return found !== undefined;
  });
  return found;
};

/** What a lone name on one side would define: its name and parameters. */
export function target(e: Expr): { name: string; params: string[]; split: number; indexed: boolean; patterns?: readonly Expr[] } | undefined {
  if (e.op === "symbol" && !CONSTANT.test(e.name ?? "")) return { name: e.name ?? "", params: [], split: 0, indexed: false };
  if (e.op === "indexed") {
    const letters = e.args.map((a) => (a.op === "symbol" ? (a.name ?? "") : ""));
    if (letters.every((l) => /^[a-zA-Z]$/.test(l))) return { name: e.name ?? "", params: letters, split: 0, indexed: true };
    return { name: symbolName(e), params: [], split: 0, indexed: false };
  }
  if (e.op === "statistic" && e.data?.bare) return { name: "KL", params: [], split: 0, indexed: false };
  if (e.op === "apply" && !e.data?.order && !e.data?.indices) {
    const params = e.args.map((a) => (a.op === "symbol" || a.op === "indexed" ? symbolName(a) : ""));
    if (params.every((p) => p !== "") && new Set(params).size === params.length)
      return { name: e.name ?? "", params, split: Number(e.data?.split ?? params.length), indexed: false };
    const patterns = functionalArguments(e);
    if (patterns) return { name: e.name ?? "", params: patterns.map(headOf), split: Number(e.data?.split ?? params.length), indexed: false, patterns };
  }
  return undefined;
}

/** What `left = right` would define on its left: a functional only where its formula speaks of the distributions it is of. */
function defined(left: Expr, right: Expr): ReturnType<typeof target> {
  const t = target(left);
  return t?.patterns && !t.params.every((p) => mentions(right, p)) ? undefined : t;
}

const OPERATOR =
  /^(sum|prod|integral|limit|derivative|antiderivative|statistic|gradient|hessian|divergence|curl|evaluated|(max|min)-(reals|of|from|in)$|cardinality$)/;
export const hasOperator = (e: Expr): boolean => some(e, (n) => OPERATOR.test(n.op));

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

const freeSymbols = (e: Expr): Set<string> => {
  const names = namesOf(e);
  const found = new Set([...names.symbols].filter((n) => !CONSTANT.test(n)));
  for (const nodes of names.indexed.values()) for (const n of nodes) found.add(symbolName(n));
  return found;
};

function roleOf(link: Link, left: Expr, right: Expr, state: State, premise: boolean): Role {
  if (hasError(left) || hasError(right)) return "unread";
  if (link.statement.listed && link.index === link.statement.links.length - 1 && right.op === "list") return "given";
  const relation = link.sign.relation;
  if (relation === "∼" || relation === "∈" || relation === "∉") return "given";
  if (relation === "→" || relation === "⇐") return "unread";
  if (link.sign.defines) return "defines";
  if (hasDifferential(left) && hasDifferential(right)) return "given";
  const cue = cueOf(link);
  // the probability of an event, as a number or a name: it is assumed
  if (
    relation === "=" &&
    !link.continued &&
    cue !== "claim" &&
    isProbability(left) &&
    (isLone(right) || isPoint(left) || isProbability(right) || (freeSymbols(right).size === 0 && !hasOperator(right)))
  )
    return "given";
  // a moment of a plain random name, in running text: it is assumed
  if (
    relation === "=" &&
    !link.continued &&
    !link.statement.block.display &&
    cue !== "claim" &&
    (isCovariance(left) || secondMoment(left) !== undefined || (momentOf(left) && !state.known.has(momentOf(left)?.name ?? "")))
  )
    return "given";
  // P(X = 1) = P(X = -1) = 1/2 behind "with"
  if (link.continued && state.first === "given" && relation === "=" && isProbability(left) && (isLone(right) || freeSymbols(right).size === 0)) return "given";
  if (link.continued) return continuedRole(link, left, right, state);
  if (relation === "=") return equationRole(link, left, right, state, premise, cue);
  return orderRole(link, left, right, cue, premise);
}

/** `dx` outside of an integral: a relation between differentials. */
const hasDifferential = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      n.op === "mul" &&
      n.args.some((a, i) => a.op === "symbol" && a.name === "d" && n.args[i + 1]?.op === "symbol" && n.data?.style !== "cdot" && n.data?.style !== "times"),
  );

/** A later sign of a chain claims, unless a functional that nobody has seen stands on a side. */
function continuedRole(link: Link, left: Expr, right: Expr, state: State): Role {
  if (link.sign.relation !== "=")
    return link.index > 0 && (state.first === "given" || state.first === "soft") && link.statement.links.every((l) => l.sign.relation !== "=")
      ? state.first
      : [left, right].every(isLone)
        ? "soft"
        : "claim";
  if (isLone(left) && (isLone(right) || (freeSymbols(right).size === 0 && !hasOperator(right) && !some(right, (n) => n.op === "apply")))) return "soft";
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

/** Cov(X, Y) of two names. */
const isCovariance = (e: Expr): boolean => e.op === "statistic" && e.name === "covariance" && e.args.length === 2 && e.args.every(isLone);

/** P(X = 1): one value. */
const isPoint = ({ args }: Expr): boolean =>
  args.length === 1 && args[0].op === "relation" && args[0].name === "=" && !some(args[0].args[1], (n) => n.op === "symbol");

const isProbability = (e: Expr): boolean => e.op === "statistic" && e.name === "probability";

/** A plain name. */
const isLone = (e: Expr): boolean => (e.op === "symbol" && !CONSTANT.test(e.name ?? "")) || e.op === "indexed";

/** `\partial L/\partial x = … = 0`: a condition, not an identity. */
const premiseLike = (link: Link): boolean => link.index === link.statement.links.length - 1;

/** Exactly one applied or plain name of the expression that no formula before has mentioned, as a whole term. */
function newFunctional(e: Expr, state: State): string | undefined {
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

/** What the sentence behind says of a name is its definition, and this sign is no other. */
const saidBehind = (name: string, link: Link, state: State): boolean => {
  const paragraph = state.behind.get(name);
  return paragraph !== undefined && paragraph >= link.statement.block.paragraph && paragraph - link.statement.block.paragraph <= 1;
};

/** A function that formulas have used and none has defined yet, and that nothing varies: its first equation defines it. */
const mentionedOnly = (name: string, state: State): boolean => !state.known.has(name) && !state.varied.has(name);
/** L = … where an earlier section had a function L(x, y): the name is used anew. */
const isAnotherPartsFunction = (name: string, state: State): boolean => (state.functions.get(name) ?? state.scope) !== state.scope;
const isNew = (name: string, state: State): boolean => !state.known.has(name) && !state.seen.has(name);
/** Whether a name occurs, other than as the label of a subscript. */
function mentions(e: Expr, name: string): boolean {
  if (e.name === name && (e.op === "symbol" || e.op === "apply" || e.op === "indexed")) return true;
  return e.op !== "indexed" && e.args.some((a) => mentions(a, name));
}

/** n_k = ∑_{i=1}^n …: the count n is no term of the sequence. */
const refersTo = (e: Expr, t: { name: string; indexed: boolean }): boolean =>
  // p(θ | k) = p(k | θ) p(θ) / p(k) is a rule, no formula
  some(e, (n) => n.op === "apply" && n.name !== t.name && unmarked(n.name ?? "") === unmarked(t.name) && unmarked(t.name) !== t.name) ||
  (t.indexed ? some(e, (n) => (n.op === "indexed" || n.op === "apply") && n.name === t.name) : mentions(e, t.name));

function equationRole(link: Link, left: Expr, right: Expr, state: State, premise: boolean, cue: ReturnType<typeof nearestCue>): Role {
  const t = isComposition(left, right, state) ? undefined : defined(left, right);
  const letters = freeSymbols(left);
  const others = freeSymbols(right);
  if (t && !refersTo(right, t)) {
    if (cue === "given" && right.op === "number") return "given";
    if (link.statement.arrow || (isLevelSet(left, right, link.statement) && !/\b(let|define|put|set)\s*$/i.test(link.statement.prose))) return "soft";
    if (
      left.op === "apply" &&
      (isNew(t.name, state) ||
        (cue === "define" && !link.statement.block.display) ||
        (mentionedOnly(t.name, state) && t.params.every((p) => mentions(right, p))))
    )
      return "defines";
    if (left.op !== "apply" && (isNew(t.name, state) || isAnotherPartsFunction(t.name, state) || cue === "define")) return "defines";
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
  const back = target(right);
  if (back && right.op !== "indexed" && isNew(back.name, state) && !mentions(left, back.name) && right.op === "apply") return "defines";
  // what is closed is true or false, whatever the words are
  const closed =
    letters.size === 0 &&
    others.size === 0 &&
    !unknownFunctions(left, right, state) &&
    ![left, right].some((e) => some(e, (n) => n.op === "symbol" && /^[ei]$/.test(n.name ?? "")));
  if (closed && !premise && left.op !== "statistic" && !isTuple(left)) return "claim";
  // "where h'(t) = v - g t = 0": what is set to zero was worked out first
  const worked = isChain(link) && differentiates(left, state) && !some(right, (n) => n.op === "apply");
  if (cue === "given") return worked || isFactored(link, letters, others) ? "claim" : "given";
  if (premise && [left, right].some((e) => some(e, (n) => n.op === "apply" || n.op === "indexed"))) return "soft";
  if (letters.size === 0 && others.size === 0 && !unknownFunctions(left, right, state)) return "claim";
  if (premise) return "soft";
  if (link.statement.system) return "soft";
  const unknown = unknownFunctions(left, right, state);
  if (!unknown && [left, right].some((e) => hasOperator(e) || differentiates(e, state)) && !(right.op === "number" && right.name === "0")) return "claim";
  const same = letters.size > 0 && letters.size === others.size && [...letters].every((l) => others.has(l));
  if (same && !unknown) return link.statement.block.display || cue === "claim" || isChain(link) ? "claim" : "soft";
  return "soft";
}

/** A = B = C: no equation to solve is written so. */
const isChain = ({ statement }: Link): boolean => statement.links.length > 1 && statement.links.every((l) => l.sign.relation === "=");

/** f(g(x)) = …, of functions that have formulas, and a plain formula: no functional is defined. */
const isComposition = (left: Expr, right: Expr, state: State): boolean =>
  left.op === "apply" &&
  state.known.has(left.name ?? "") &&
  left.args.some((a) => a.op === "apply" && a.data?.bound !== "|" && state.known.has(a.name ?? "")) &&
  !some(right, (n) => n.op === "apply" || OPERATOR.test(n.op));

/** The first sign of "r² - 3r + 2 = (r - 1)(r - 2) = 0": what is said to be zero is written in two ways. */
function isFactored({ index, statement }: Link, letters: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const { sign, right } = statement.links[statement.links.length - 1];
  const zero = right.tokens.length === 1 && right.tokens[0].text === "0" && sign.relation === "=";
  return index === 0 && statement.links.length > 1 && zero && letters.size > 0 && letters.size === others.size && [...letters].every((l) => others.has(l));
}

/** F(x, y, z) = 0, f(x) = 0: the points where a function has a value, no formula for it. */
const isLevelSet = (left: Expr, right: Expr, { prose, lead }: Link["statement"]): boolean => {
  const value = right.op === "neg" ? right.args[0] : right;
  return (
    left.op === "apply" &&
    value.op === "number" &&
    (Number(value.name) === 0 || left.args.length > 1 || /\b(if|when|or|and|then|thus|so|hence|becomes?)[,\s]*$/i.test(prose + lead))
  );
};

const isTuple = (e: Expr): boolean => e.op === "tuple" || e.op === "list" || e.op === "matrix";

/** f' of a function that a formula defines. */
const differentiates = (e: Expr, state: State): boolean =>
  some(e, (n) => n.op === "apply" && n.data?.order !== undefined && n.data.order !== false && state.known.has(n.name ?? ""));

const unknownFunctions = (left: Expr, right: Expr, state: State): boolean =>
  [left, right].some((e) =>
    some(
      e,
      (n) =>
        (n.op === "apply" && !state.known.has(n.name ?? "") && n.data?.bound !== "|" && familyNamed(n.name ?? "")?.parameters.length !== n.args.length) ||
        (n.op === "symbol" && /'$/.test(n.name ?? "")),
    ),
  );

function orderRole(link: Link, left: Expr, right: Expr, said: ReturnType<typeof nearestCue>, premise: boolean): Role {
  // beside another formula the words before that formula do not speak of the bounds of a name
  const cue = link.statement.order > 0 && !/[a-z]/i.test(link.statement.lead) && [left, right].some(isLone) ? undefined : said;
  const free = freeSymbols(left).size + freeSymbols(right).size + [left, right].filter((e) => some(e, (n) => n.op === "symbol" && n.name === "i")).length;
  if (free === 0) return "claim";
  if (link.sign.relation === "!=" && [left, right].every((e) => some(e, (n) => n.op === "statistic"))) return "claim";
  const lone = [left, right].some((e) => e.op === "symbol" || e.op === "indexed") && [left, right].some((e) => freeSymbols(e).size === 0);
  if (lone && cue !== "claim" && !link.statement.arrow) return "given";
  if (link.sign.relation === "!=" && !link.statement.arrow) return "given";
  if (link.sign.relation === "≈" || link.sign.relation === "∝") return "claim";
  if (link.statement.aside || cue === "given" || cue === "define") return "given";
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
  const operators = hasOperator(left) || hasOperator(right);
  return operators && cue === "claim" ? "claim" : "soft";
}

/** What a relation leaves for later steps. */
function factOf(link: Link, left: Expr, right: Expr, role: Role, state: State): Fact | undefined {
  const span: Span = { from: link.left.from, to: link.right.to };
  const text = "";
  if (role === "unread" || (hasDifferential(left) && hasDifferential(right))) return undefined;
  if (link.sign.relation !== "=") {
    if (role === "claim") return undefined;
    const relation = node("relation", [left, right], span, link.sign.relation);
    return { kind: "condition", relation, span, text } satisfies Condition;
  }
  if (role === "claim" && !target(left)) return undefined;
  if (role === "defines") return definitionOf(left, right, span, state) ?? { kind: "equation", left, right, span, text };
  if (link.continued && role !== "soft" && !(role === "given" && isProbability(left))) return undefined;
  const solved = target(left);
  if (solved && !mentions(right, solved.name) && role !== "given") return { kind: "equation", left, right, span, text } satisfies Equation;
  return role === "given" || role === "soft" ? { kind: "equation", left, right, span, text } : undefined;
}

/** "A - B = Q(\\theta, r) + H(r)" with two new functionals: each names its term. */
function termwise(left: Expr, right: Expr, span: Span, state: State): Definition[] | undefined {
  if (left.op !== "add" || right.op !== "add" || !right.args.every((a) => a.op === "apply" && isNew(a.name ?? "", state))) return undefined;
  if (!functionalsOfTerms(left.args, right.args, state.collections)) return undefined;
  return right.args.map((call, i) => definitionOf(call, left.args[i], span, state) as Definition);
}

/** The definition that `left = right` makes, on whichever side the new name stands; a new functional in a sum is solved for. */
function definitionOf(left: Expr, right: Expr, span: Span, state: State): Definition | undefined {
  const t = defined(left, right);
  const made = (of: NonNullable<ReturnType<typeof target>>, body: Expr): Definition => {
    const components = new Map([...state.collections].filter(([name]) => of.params.includes(name)));
    return { kind: "definition", ...of, ...(components.size > 0 ? { components } : {}), body, span, text: "" };
  };
  if (t && !refersTo(right, t)) return made(t, right);
  const back = target(right);
  if (back && !mentions(left, back.name)) return made(back, left);
  const name = newFunctional(right, state);
  if (!name || right.op !== "add") return undefined;
  const at = right.args.findIndex((a) => a.name === name || (a.op === "neg" && a.args[0].name === name));
  const term = right.args[at];
  const call = target(term.op === "neg" ? term.args[0] : term);
  if (!call) return undefined;
  const rest = right.args.filter((_, i) => i !== at);
  const difference = node("add", [left, ...rest.map((r) => node("neg", [r], r.span))], span);
  return made(call, term.op === "neg" ? node("neg", [difference], span) : difference);
}
