/** The role of the first equation of a statement: a definition, an assumption, a claim. */
import { familyNamed } from "../../distributions/index";
import { lastFragment, type nearestCue } from "../../document/cues";
import { symbolName } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, same, some } from "../../expression/tree";
import { hasLandau } from "../../notation/calculus/landau";
import { withTail } from "../../notation/series/series-tails";
import { isInitialValue } from "../facts/initial-values";
import { isTermOf, isWorkedRecurrence } from "../facts/sequence-formulas";
import { isNumber } from "../names/all-names";
import { isDerivative, workedOutPartial } from "../names/primed-names";
import { expandedFunction } from "../plans/expansions";
import { lawOf } from "../random/random";
import { isChain, type Link } from "../reading/chains";
import { defined, freeSymbols, hasOperator, isClosed, isDivergence, isLone, isTuple, multipliesOut, OPERATOR, refersTo, target } from "../reading/targets";
import { differentialEquation, differentiates, isOfMotion, unknownFunctions } from "./differential-equations";
import { isConcluded, isConcludedValue, isMemberValue } from "./member-values";
import {
  isAnotherPartsFunction,
  isExplained,
  isNew,
  isOfAnotherPart,
  leadsBack,
  leavesConstantsOpen,
  mentionedOnly,
  namesTotal,
  type Role,
  type State,
  speaksOf,
} from "./state";

/** "the graph of f'(x) = …": a picture of another function than the one before. */
const SHOWN = /\b(graphs?|plots?|pictures?|sketch(es)?|curves?) of(?: the)?(?: functions?| derivatives?| curves?)?[\s:]*$/i;

/** By its form first, then by the words before it, then by the names on its sides. */
export function equationRole(link: Link, left: Expr, right: Expr, state: State, premise: boolean, cue: ReturnType<typeof nearestCue>): Role {
  const t = isComposition(left, right, state) ? undefined : defined(left, right);
  if (areCounted(left, right, link) || isRange(link) || isSaidOfOneFunction(left, right, link, state)) return "given";
  if (isCutOff(left, right)) return "given";
  if (left.op === "apply" && (left.data?.order || /'$/.test(left.name ?? "")) && SHOWN.test(link.statement.prose)) return "given";
  if (isOfItself(left, right, state)) return "soft";
  const concluded = !premise && cue !== "given" && isConcluded(link, cue, state);
  if (concluded && isMemberValue(left, right, link, state)) return "claim";
  if (cue === "claim" && !premise && isConcludedValue(left, right, link, state)) return "claim";
  if (concluded && isWorkedRecurrence(left, right, state.sequences, state.scope, link.statement.block.paragraph)) return "claim";
  const letters = freeSymbols(left);
  const others = freeSymbols(right);
  if (hasLandau(right) && isRecurrence(left, right)) return "given";
  // what has a formula, up to terms of known growth
  if (
    (hasLandau(right) || withTail(right, left)) &&
    letters.size > 0 &&
    !(t && isNew(t.name, state)) &&
    (!unknownFunctions(left, right, state) || expandedFunction(left, right))
  )
    return "claim";
  if (t && !refersTo(right, t)) {
    if (cue === "given" && right.op === "number") return "given";
    if (isOutcome(left, right) && (cue === "given" || EVENT.test(link.statement.prose))) return "given";
    if (leadsBack(t.name, right, state)) return "soft";
    if (
      cue !== "given" &&
      cue !== "define" &&
      !CHOSEN.test(link.statement.prose.slice(-80)) &&
      isTermOf(left, right, state.sequences, state.scope, CONCLUDED.test(link.statement.prose))
    )
      return "claim";
    const partial = cue === "given" || premise ? undefined : workedOutPartial(left, right, link.statement.block.display, state);
    if (partial) return partial;
    if (isDerivative(t.name, state.formulas, state.scope) || isOfMotion(left, right, link, state)) return "soft";
    if (link.statement.arrow || (isLevelSet(left, right, link.statement) && !/\b(let|define|put|set)\s*$/i.test(link.statement.prose))) return "soft";
    // A(h) = 3.14 with h = 1/8: a value, no constant function
    if (left.op === "apply" && freeSymbols(right).size === 0 && !hasOperator(right) && (t.params.some((p) => state.known.has(p)) || isOneOfSeveral(t.params)))
      return "soft";
    if (isNamedValue(left, right, state) || isSizeOf(left, right)) return "soft";
    // "there is a point d where h(d) = d": no formula of h
    if (left.op === "apply" && state.ofSome !== undefined && t.params.includes(state.ofSome)) return "given";
    // "some x where h(x) = 2" of a function that has a formula here
    if (left.op === "apply" && isNumber(right) && state.functions.get(t.name) === state.scope && /\b(where|with|such that)\s*$/i.test(link.statement.prose))
      return "given";
    if (
      left.op === "apply" &&
      (isNew(t.name, state) ||
        ((cue === "define" || isLawAnew(link, right, cue)) && !link.statement.block.display) ||
        (isOfAnotherPart(t, state) && cue !== "claim" && right.op !== "number" && t.params.every((p) => speaksOf(right, p, state))) ||
        (mentionedOnly(t.name, state) && t.params.every((p) => mentions(right, p))))
    )
      return "defines";
    if (
      left.op !== "apply" &&
      (isNew(t.name, state) ||
        isExplained(t.name, link, right, state) ||
        (isAnotherPartsFunction(t.name, state) && !isWorkedOutAgain(left, t, cue, state)) ||
        cue === "define")
    )
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
  if (cue !== "given" && namesTotal(left, right, state)) return "defines";
  if (cue !== "claim" && isTotal(left, right, state)) return "given";
  const back = target(right);
  if (back && right.op !== "indexed" && isNew(back.name, state) && !mentions(left, back.name) && right.op === "apply") return "defines";
  if (isInitialValue(link, left, right, state.posed)) {
    state.posed = link.statement.block;
    return "given";
  }
  if (isClosed(right) && leavesConstantsOpen(left, state)) return "soft";
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
  if (premise || (link.statement.links.length === 1 && isProperty(left, right, state))) return "soft";
  if (link.statement.system || isNewSquare(left, state)) return "soft";
  if (isDivergence(left) && isDivergence(right)) return "claim";
  if (isOfOpenField(left, state)) return "soft";
  const ofMotion = differentialEquation(left, right, link, state);
  if (ofMotion) return ofMotion;
  if (isRate(left, right, state)) return "soft";
  const unknown = unknownFunctions(left, right, state);
  if (!unknown && [left, right].some((e) => hasOperator(e) || differentiates(e, state)) && !(right.op === "number" && right.name === "0")) return "claim";
  // a density of a named family has one value
  if (!unknown && isOfNamedDensity(left) && right.op !== "number" && !isLone(right)) return "claim";
  if (!unknown && multipliesOut(left) && others.size > 0 && [...others].every((l) => letters.has(l))) return "claim";
  const same = letters.size > 0 && letters.size === others.size && [...letters].every((l) => others.has(l));
  if (same && !unknown)
    return (link.statement.block.display && !isListed(link)) || cue === "claim" || isChain(link) || isSaidOfQuantity(link, left) ? "claim" : "soft";
  return "soft";
}

/** H^* = H, Q^T Q = I of a matrix that no formula defines: what kind of matrix it is. */
function isProperty(left: Expr, right: Expr, state: State): boolean {
  const turnedOf = (e: Expr): Expr | undefined => (/^(transpose|adjoint)$/.test(e.op) && e.args[0].op === "symbol" ? e.args[0] : undefined);
  const turned = [left, right].flatMap((e) => (e.op === "mul" ? e.args : e.op === "neg" ? e.args : [e])).flatMap((e) => turnedOf(e) ?? []);
  const name = turned[0]?.name ?? "";
  const isOfName = (e: Expr): boolean =>
    e.op === "symbol" ? e.name === name || e.name === "I" : turnedOf(e) ? turnedOf(e)?.name === name : /^(neg|mul)$/.test(e.op) && e.args.every(isOfName);
  return turned.length === 1 && !state.known.has(name) && isOfName(left) && isOfName(right);
}

/** "The variance of the score is a/a² = 1/a": what a quantity is, written in two ways; no equation for a. */
const isSaidOfQuantity = ({ statement, index }: Link, left: Expr): boolean =>
  index === 0 && !isLone(left) && QUANTITY_IS.test(lastFragment(statement.phrase ?? statement.prose));

const QUANTITY_IS =
  /\bthe (?:[\w-]+ )*?(?:variance|mean|average|expectation|probability|covariance|correlation|entropy|information|ratio|derivative|slope|area|volume|length|determinant|trace|density|precision|bias|divergence|gradient|likelihood)\b[^,:]* (?:is|equals|becomes)\s*$/i;

/** dr/dt = 3 of an r whose formula does not speak of t: how fast it changes at one moment. */
const isRate = (left: Expr, right: Expr, { formulas }: State): boolean =>
  left.op === "derivative" &&
  !left.data?.partial &&
  isLone(left.args[0]) &&
  isClosed(right) &&
  !hasOperator(right) &&
  formulas.get(symbolName(left.args[0]))?.by.includes(left.args[1].name ?? "") !== true;

/** The divergence or the curl of a field that no formula defines: the equation is all that is known of it. */
const isOfOpenField = (e: Expr, state: State): boolean =>
  /^(divergence|curl)$/.test(e.op) && e.args[0].op === "symbol" && !state.known.has(e.args[0].name ?? "");

/** N(x; μ, σ²) or its logarithm. */
const isOfNamedDensity = (e: Expr): boolean => {
  const of = e.op === "call" && /^(log|ln)$/.test(e.name ?? "") ? e.args[0] : e;
  return of.op === "apply" && of.args.length > 2 && Number(of.data?.split) === 1 && familyNamed(of.name ?? "") !== undefined;
};

/** Words before what happens to a random name. */
const EVENT = /\b(events?|outcomes?|that|observ\w+|learn\w*|conditional(ly)? on|condition(ing)? on)\s*$/i;

/** "given N = n": a random name has a value, for which its own small letter stands. */
const isOutcome = (left: Expr, right: Expr): boolean =>
  left.op === "symbol" && right.op === "symbol" && /^[A-Z]$/.test(left.name ?? "") && right.name === left.name?.toLowerCase();

/** Q(e_1) = (0, -1, 0): the value at the first of several, which says nothing of the others. */
const isOneOfSeveral = (params: readonly string[]): boolean => params.length === 1 && /_\{?\d+\}?$/.test(params[0]);

/** "let f(x) = y" of a function that has a formula: y is its value. A letter for constants makes it another function. */
const isNamedValue = (left: Expr, right: Expr, state: State): boolean =>
  left.op === "apply" && state.functions.has(left.name ?? "") && right.op === "symbol" && !/^[ckCK]$/.test(right.name ?? "");

/** "Substituting …, we find m_t = …" of a sequence m_t that an earlier part has given a formula. */
const isWorkedOutAgain = (left: Expr, t: { name: string; params: readonly string[] }, cue: ReturnType<typeof nearestCue>, { scopes }: State): boolean =>
  left.op === "indexed" && cue === "claim" && scopes.get(t.name)?.params === t.params.join();

/** "For p(z) = N(0, 1) and q(z) = N(m, s²)": the laws of the case that follows. */
const isLawAnew = ({ statement }: Link, right: Expr, cue: ReturnType<typeof nearestCue>): boolean =>
  right.op === "apply" &&
  lawOf(right) !== undefined &&
  cue !== "claim" &&
  /\b(for|take|taking|with|when|if|and|now|choos(e|ing)|consider|suppose|assume)\s*$/i.test(statement.prose);

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

/** `i = 1 \\cdots N`: what an index runs over. */
const isRange = ({ left, right: { tokens } }: Link): boolean =>
  left.tokens.length === 1 &&
  /^[i-n]$/.test(left.tokens[0].text) &&
  tokens.length === 3 &&
  tokens[0].kind === "number" &&
  /^([lc]?dots[bcimo]?|…|⋯)$/.test(tokens[1].text) &&
  /^(letter|number)$/.test(tokens[2].kind);

/** φ(a, b) = φ(b, a), P(x, k) = P(x), B(r)^* = B(1/r), the whole statement, of a function that no formula defines: what is said of it. */
function isSaidOfOneFunction(left: Expr, right: Expr, { statement }: Link, state: State): boolean {
  const starred = left.op === "adjoint";
  const bare = starred ? left.args[0] : left;
  if (bare.op !== "apply" || right.op !== "apply" || bare.name !== right.name || same(bare, right)) return false;
  if (state.known.has(bare.name ?? "") || familyNamed(bare.name ?? "")) return false;
  // the i of p_i(x) is an index, and no imaginary unit
  const arguments_ = (e: Expr): readonly Expr[] => e.args.slice(0, e.args.length - Number(e.data?.indices ?? 0));
  const isPlain = (e: Expr): boolean => !e.data?.order && e.data?.bound !== "|" && (starred || arguments_(e).every(isLone));
  return statement.links.length === 1 && !statement.links[0].continued && isPlain(bare) && isPlain(right);
}

/** f(t) = f(t) for t ≥ 0, and 0 for t < 0: the function is cut off, and is from here on what the cases say. */
const isCutOff = (left: Expr, right: Expr): boolean => left.op === "apply" && right.op === "cases" && right.args.some((a) => same(a, left));

/** α = 1 + 1/(2 + 1/α) of a lone α that no formula defines: an equation for it. */
const isOfItself = (left: Expr, right: Expr, state: State): boolean =>
  (left.op === "symbol" || left.op === "indexed") &&
  !state.known.has(symbolName(left)) &&
  mentions(right, left.name ?? "") &&
  [...freeSymbols(right)].every((n) => n === left.name);

/** "k^{2a} = k and 2a^2 = a + 3": the second of two equations that stand side by side. */
const isListed = ({ statement }: Link): boolean => statement.order > 0 && /^[\s,]*(and|or)[\s,]*$/i.test(statement.lead);

/** What is known up to a constant only. */
const ROUGH = /\b(up to|constants?|proportional\w*|ignor\w+|dropp\w+|omit\w*|const|relevant|terms?)\b/i;

/** "The log-likelihood is log p(x | μ) = …" of a density that has no formula: the formula of its logarithm is one. */
const isLogOfNew = (left: Expr, right: Expr, { statement }: Pick<Link, "statement">, state: Pick<State, "known">): boolean =>
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

/** "Then a_0 = 1": the first term, by the formula for all. */
const CONCLUDED = /\b(then|so|hence|thus|therefore|in particular|compute|gives?)[,:\s]*$/i;

/** Terms that are chosen or observed, not worked out. */
const CHOSEN = /\b(data|observ\w+|samples?|initial\w*|start\w*|given|choos\w+|tak\w+|sets?|redefin\w+|instead|suppose|assume|let)\b/i;

/** σ² of a σ that no formula has spoken of: the equation says what it is. */
const isNewSquare = (e: Expr, state: State): boolean =>
  e.op === "pow" && isLone(e.args[0]) && e.args[1].op === "number" && isNew(e.args[0].op === "indexed" ? symbolName(e.args[0]) : (e.args[0].name ?? ""), state);

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
  (some(left, (n) => n.op === "derivative" && /^(symbol|apply|indexed)$/.test(n.args[0].op) && state.known.has(n.args[0].name ?? "")) ||
    (freeSymbols(left).size > 0 && [left, right].every((e) => [...freeSymbols(e)].every((n) => state.known.has(n)))));

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

/** T(n) = 2T(n/2) + O(n): what T is, up to growth, whatever was found for another T. */
const isRecurrence = (left: Expr, right: Expr): boolean =>
  left.op === "apply" &&
  left.args.length === 1 &&
  some(
    right,
    (n) => n.op === "apply" && n.name === left.name && n.args.length === 1 && !same(n.args[0], left.args[0]) && mentions(n.args[0], symbolName(left.args[0])),
  );
