/** Gives every relation sign its role: it defines, it is assumed, it claims; and collects the facts that later steps may use. */
import { isOption } from "../../document/options";
import { symbolName } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import type { Expr } from "../../expression/tree";
import { formulaOfBare, withDivergence, withFormulaOfBare } from "../laws/bare-divergences";
import { isNamedAfterRandom } from "../laws/density-forms";
import { withIndicators } from "../laws/indicators";
import { listOf, withListedLaws } from "../laws/listed-laws";
import { distributionNames, normalDensities, overAllValues, variedNames } from "../laws/marginals";
import { NORMAL_CDF, withNormalCdf } from "../laws/normal-cdf";
import { isAveraged, withAveraged } from "../names/averaged-functions";
import { isSquare, withCommutators } from "../names/commutators";
import { betas, choices, speaksOfBeta } from "../names/conventional-calls";
import { withAxes } from "../names/coordinate-axes";
import { ofInverse, withoutInverse } from "../names/inverse-functions";
import { isMapping } from "../names/mappings";
import { marked, overloadedNames } from "../names/overloads";
import { askedFor, chainedDerivative, withDerivatives, workedOutDerivative } from "../names/primed-names";
import { shortNames, withLongNames } from "../names/short-names";
import { squareNames, withSquareNames } from "../names/square-names";
import { atBar, givenBefore, inNames } from "../random/conditional-laws";
import { withOrderNames } from "../random/order-statistics";
import { arrowClaim } from "../reading/arrow-claims";
import { arrowRuns } from "../reading/arrows";
import { type Line, type Link, parseOperand, type ReadDocument } from "../reading/chains";
import { beforeDots, isDots } from "../reading/left-out";
import { integratedBy, withDifferentials } from "../reading/left-out-differentials";
import { residue } from "../reading/residue";
import { hasError, isLone, target } from "../reading/targets";
import { withWideSums } from "../reading/wide-sums";
import { concludedRole, roleOf } from "../roles/index";
import { forget, remember, rememberFormula } from "../roles/remember";
import { isNew, namesUnknown, type Role, restingName, type State } from "../roles/state";
import { exercisesOf, isApart } from "../scopes/exercises";
import { headedTasks } from "../scopes/headed-tasks";
import { mappedName, saidAnew, takenForVariables } from "../scopes/introduced-anew";
import { scopesOf } from "../scopes/scopes";
import type { Ruling } from "../words/directives";
import { FOR_NOTHING, quantifiedAt } from "../words/quantified";
import { saidOfSome } from "../words/said-of-some";
import type { Definition, Fact } from "./facts";
import { factOf, termwise } from "./item-facts";

export { hasError, hasOperator } from "../reading/targets";

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
  /** Of a part of a problem, the scope of what stands before its parts. */
  readonly within?: number;
  /** The scopes of the headings that it stands under. */
  readonly above?: readonly number[];
  /** It is the left of an arrow. */
  readonly premise: boolean;
  /** A side was made out of what is written: the writing has no other readings. */
  readonly made?: boolean;
  /** The divergence that its bare name means in this step. */
  readonly divergence?: Expr;
  /** Its sides as they were written, where these are places at which something is largest and what is compared is the order of two places. */
  readonly optimizers?: { readonly left: Expr; readonly right: Expr };
  /** Functions that it asks for: what was said of them before is over. */
  readonly forgets?: readonly string[];
  /** The function f of "f^{-1}(a) = b": the claim is that a = f(b). */
  readonly under?: string;
  /** The names behind the bar of a law, x of "θ | x ∼ …". */
  readonly given?: readonly Expr[];
  /** The name of which its right side is a law: the claim is that its density is proportional to the left side in it. */
  readonly posteriorOf?: Expr;
  /** A side is a moment of a posterior: it depends on all the data. */
  readonly ofPosterior?: true;
  /** Names that are a vector and square matrices in it, as it was made of laws of vectors. */
  readonly ofVectors?: { readonly vector: string; readonly matrices: readonly string[] };
  /** Names that are vectors, and matrices between them, with names for how many entries, rows and columns they have, as it was made of blocks. */
  readonly ofBlocks?: { readonly vectors: ReadonlyMap<string, string>; readonly matrices: ReadonlyMap<string, readonly [rows: string, columns: string]> };
  /** Names that its sentence says it for: x in "For all x > 0, …". */
  readonly quantified?: ReadonlySet<string>;
  /** It is said for all values of those names. */
  readonly universal?: true;
}

export interface ItemGroup {
  readonly line: Line;
  readonly items: readonly Item[];
  /** The scope of its items, and of a formula without a relation sign. */
  readonly scope: number;
  /** The scope of what stands before the parts of its problem. */
  readonly within?: number;
  /** The exercise or example that it is a part of, as `exercisesOf` numbers them. */
  readonly exercise: number;
  /** The headed problem that it is a part of, as `headedTasks` numbers them. */
  readonly task: number;
  /** What it introduces that an earlier part has defined: "Let $f(n)$ satisfy …". */
  readonly anew?: string;
}

export function itemsOf(document: ReadDocument, reading: Reading): ItemGroup[] {
  const within = scopesOf(document.scanned.blocks);
  const scopes = within.map((s) => s.scope);
  const exercises = exercisesOf(document.scanned.blocks, document.scanned.text);
  const tasks = headedTasks(document.scanned.blocks);
  /** In which exercise each name was defined last. */
  const definedIn = new Map<string, number>();
  /** In which headed problem densities and distribution functions of random names were defined last. */
  const densitiesOf = new Map<string, number>();
  let exercise = 0;
  /** The name before was introduced anew. */
  let introducing = false;
  const state: State = {
    known: new Map(),
    scopes: new Map(),
    functions: new Map(),
    seen: new Set(),
    formulas: new Map(),
    restsOn: new Map(),
    valued: new Map(),
    sequences: new Map(),
    debut: new Map(),
    varied: variedNames(document, reading),
    distributions: distributionNames(document, reading),
    normal: normalDensities(document, reading),
    overloaded: overloadedNames(document, reading, scopes),
    squares: squareNames(document, reading),
    short: shortNames(document, reading),
    speaksOfBeta: speaksOfBeta(document),
    divergences: [],
    behind: definedBehind(document, reading),
    collections: new Map(),
    lists: new Map(),
    matrices: new Set(),
    averaged: new Map(),
    scope: 0,
    above: [],
    order: 0,
    quantified: FOR_NOTHING,
    given: [],
    brought: new Set(),
  };
  const runs = arrowRuns(document.lines);
  const premises = new Set([...runs.values()].flatMap((r) => r.premise));
  const concluded = new Set([...runs.values()].flatMap((r) => r.conclusion));
  return document.lines.map((line, i) => {
    if (scopes[line.at] !== state.scope) {
      state.scope = scopes[line.at];
      state.within = within[line.at].within;
      state.above = within[line.at].above;
      state.seen.clear();
      state.debut.clear();
    }
    const here = exercises[line.at];
    if (here > 0 && here !== exercise) {
      for (const [name, of] of definedIn) if (isApart(here, of)) forget(name, state);
      exercise = here;
    }
    // the laws of another problem are over
    for (const [name, of] of densitiesOf) if (isApart(tasks[line.at], of)) forget(name, state);
    const premise = premises.has(i);
    state.quantified = quantifiedAt(document.lines, i, state.quantified, reading);
    state.ofSome = saidOfSome(document.scanned.text, line.block.span.from);
    state.given = givenBefore(document.lines[i - 1], line, reading);
    // the condition of the law that is stated next is no fact
    const condition = givenBefore(line, document.lines[i + 1], reading).length > 0;
    const option = isOption(document.scanned.text, line.block.span.from);
    const items: Item[] = line.links
      .map((link) => itemOf(link, reading, state, premise, concluded.has(i), document.rulings?.get(line.block)))
      .map(({ fact, also, ...item }) => (condition || option ? item : { ...item, ...(fact ? { fact } : {}), ...(also ? { also } : {}) }));
    for (const { fact, also = [] } of items)
      for (const d of [fact, ...also])
        if (d?.kind === "definition") {
          definedIn.set(d.name, here);
          if (isNamedAfterRandom(d.name)) densitiesOf.set(d.name, tasks[line.at]);
        }
    // "let $r_i$ be the posterior probability": what it is is still to be said
    const alone = line.alone && parseOperand(line.alone, reading);
    const introduced = alone && (isLone(alone) || alone.op === "apply") && /\b(let|denote|write|call)\b[^.;:]{0,30}$/i.test(line.prose);
    if (alone && !introduced) remember(state, alone);
    const said = alone ?? mappedName(line);
    const anew = said && saidAnew(said, line.prose, state, introducing);
    introducing = anew !== undefined;
    const parts = state.within === undefined ? {} : { within: state.within };
    return { line, items, scope: state.scope, ...parts, exercise: here, task: tasks[line.at], ...(anew ? { anew } : {}) };
  });
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

function itemOf(link: Link, reading: Reading, state: State, premise: boolean, concluded = false, ruling?: Ruling): Item {
  let writtenOut = false;
  const sideOf = (side: Link["left"], beside: Link["left"]): Expr => {
    const paragraph = link.statement.block.paragraph;
    const before = state.integrated?.paragraph === paragraph ? state.integrated.name : undefined;
    const whole = withDifferentials(parseOperand(side, reading), side, () => before ?? integratedBy(parseOperand(beside, reading)), reading);
    const by = integratedBy(whole);
    if (by !== undefined) state.integrated = { name: by, paragraph };
    const reached = withWideSums(whole, side, () => parseOperand(beside, reading), reading);
    const e = overAllValues(residue(link, reached, reading), state.distributions, state.normal);
    const spelt = betas(choices(reading.functions.has(NORMAL_CDF) ? withNormalCdf(e) : e, state), state);
    const named = marked(withLongNames(spelt, state.short), state.overloaded, state.scope, link.statement.block.paragraph);
    const squared = withSquareNames(named, state.squares);
    const { formula, scope: said = 0 } = state.bareDivergence ?? {};
    // of two distributions that are known the divergence itself is meant
    const isKnown = state.divergences.length === 1 && state.divergences[0].args.every((a) => state.known.has(a.name ?? ""));
    const formulated = withFormulaOfBare(squared, !isKnown && state.scope - said <= 1 ? formula : undefined);
    const told = withDivergence(formulated, state.divergences);
    const meant = withListedLaws(told, state.lists);
    if (meant !== told || formulated !== squared) writtenOut = true;
    return withoutInverse(
      withDerivatives(withOrderNames(withIndicators(withCommutators(withAveraged(withAxes(meant), state.averaged), state.matrices))), state.formulas),
      state,
    );
  };
  const { front, behind: bar, values } = atBar(beforeDots(link) ?? link, reading);
  const [before, stated] = [sideOf(front, link.right), sideOf(link.right, front)];
  const behind = link.sign.relation === "∼" ? inNames(stated, [...values, ...state.given]) : stated;
  const undone = link.sign.relation === "=" ? ofInverse(before, behind, link, state) : undefined;
  const claimed = undone ?? arrowClaim(link, before, behind, reading);
  const { left, right } = claimed ?? { left: asDerivative(before, behind, link, state), right: behind };
  const relation = claimed ? "=" : link.sign.relation;
  const { scope } = state;
  const order = state.order++;
  const role =
    ruling && (ruling === "given" || link.index === 0)
      ? ruling
      : claimed && !hasError(left) && !hasError(right)
        ? "claim"
        : concluded
          ? concludedRole(link, roleOf(link, left, right, state, premise), left, right, state)
          : roleOf(link, left, right, state, premise);
  const asks = link.sign.relation === "=" && role !== "claim" && link.statement.links.length === 1;
  const forgets = [
    ...(asks ? askedFor(left, right, link.statement.prose, state.formulas, scope) : []),
    ...(role === "defines" ? takenForVariables(left, state) : []),
  ];
  for (const name of forgets) for (const said of [state.known, state.functions, state.formulas]) said.delete(name);
  if (link.index === 0) {
    state.first = role;
    state.opening = left;
    state.brought = new Set(left.op === "symbol" && isNew(left.name ?? "", state) ? [left.name ?? ""] : []);
    state.naming = role !== "claim" && namesUnknown(left, right, state) ? right.name : undefined;
  }
  // an inequality beside an arrow belongs to its argument only
  const fact =
    claimed || isDots(left) || isDots(right) || ((premise || concluded) && link.sign.relation !== "=")
      ? undone?.fact
      : asLettered(factOf(link, left, right, role, state), state);
  const [first, ...also] = (role === "defines" && termwise(left, right, fact?.span ?? link.left, state)) || [fact];
  for (const d of [first, ...also])
    if (d?.kind === "definition" && !d.upToFactor) {
      restingName(d.name, d.body, state);
      if (isAveraged(d)) state.averaged.set(d.name, d);
      else state.averaged.delete(d.name);
      state.known.set(d.name, order);
      state.scopes.set(d.name, { scope: state.scope, params: d.params.join(), paragraph: link.statement.block.paragraph });
      if (d.params.length > 0) state.functions.set(d.name, state.scope);
      else state.functions.delete(d.name);
    }
  rememberFormula(state, link, [first, ...also]);
  const bare = relation === "=" && !link.continued ? formulaOfBare(parseOperand(link.left, reading), right) : undefined;
  if (bare) state.bareDivergence = { formula: bare, scope };
  if (role === "defines" && isSquare(right)) state.matrices.add(symbolName(left));
  const list = relation === "=" ? listOf(left, right, link) : undefined;
  if (list) state.lists.set(left.name ?? "", list);
  if (left.op === "symbol" && (right.op === "tuple" || right.op === "list") && right.args.every(isLone))
    state.collections.set(left.name ?? "", new Set(right.args.map((a) => a.name ?? "")));
  // "f : A → B" says nothing of what f does
  if (!isMapping(link)) for (const side of [left, right]) remember(state, side, link);
  const item: { -readonly [K in keyof Item]: Item[K] } = { link, left, right, relation, role, scope, order, premise };
  if (state.within !== undefined) item.within = state.within;
  if (state.above.length > 0) item.above = state.above;
  if (state.quantified.names.size > 0) item.quantified = state.quantified.names;
  if (state.quantified.universal) item.universal = true;
  if (state.divergences.length === 1) item.divergence = state.divergences[0];
  if (undone) Object.assign(item, { under: undone.under, made: true });
  else if (writtenOut) item.made = true;
  if (bar.length > 0) item.given = bar;
  if (forgets.length > 0) item.forgets = forgets;
  if (first) item.fact = first;
  if (also.length > 0) item.also = also as Definition[];
  return item;
}

/** y' where a formula of this part says what y is. */
const asDerivative = (left: Expr, right: Expr, link: Link, state: State): Expr =>
  (link.sign.relation === "=" &&
    !link.sign.defines &&
    (workedOutDerivative(left, right, state.formulas, state.scope) ?? chainedDerivative(left, right, state.restsOn, state.scope))) ||
  left;

/** The definition of a distribution's letter is that of one density of several. */
const asLettered = (fact: Fact | undefined, state: State): Fact | undefined =>
  fact?.kind === "definition" && fact.params.length > 0 && state.distributions.has(fact.name) ? { ...fact, lettered: true } : fact;
