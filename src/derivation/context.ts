/** Plans what a step may use: the definitions its names need, then equations and conditions, nearest first. */

import { namesOf, symbolName } from "../expression/names";
import { type Expr, rewrite, same, some, walk } from "../expression/tree";
import { allNames, isNumber } from "./all-names";
import { inForce } from "./alternatives";
import { isDensity, probabilityConditions, scaleConditions } from "./density-forms";
import { inlined, numericDefinition } from "./entries";
import type { Factor } from "./factors";
import type { Condition, Definition, Equation } from "./facts";
import { generalTerm } from "./general-terms";
import { hidesDependence, leavesOpen, withoutData } from "./hidden-dependence";
import { isNextOfList } from "./initial-values";
import type { Item } from "./items";
import { labelledMoments } from "./labelled-moments";
import { solvedOperand } from "./operand-solutions";
import { isOverHere } from "./over-definitions";
import { type Moments, momentOf } from "./random/moments";
import { baseOf, type RandomSetting, randomNames } from "./random/random";
import { sampleMeans } from "./sample-means";
import { solveFor } from "./solve";
import { onlyNumbered } from "./targets";

/** A set of facts to try a step with. */
export interface Plan {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly conditions: readonly Condition[];
  /** Facts that share names with the step but could not be used. */
  readonly unused: readonly Equation[];
  /** Distributions under variation. */
  readonly free?: ReadonlySet<string>;
  /** Distributions that a formula defines, where the plan does without it: that they sum to one is nothing to lean on. */
  readonly loose?: ReadonlySet<string>;
  /** Distributions whose joint is a product of conditionals. */
  readonly factored?: ReadonlyMap<string, readonly Factor[]>;
  /** Means and covariances of random names. */
  readonly moments?: ReadonlyMap<string, Moments>;
  /** What is said of random names. */
  readonly random?: RandomSetting;
  /** Variables of densities: a sum over one is an integral. */
  readonly continuous?: ReadonlySet<string>;
  /** The last equation that it was given. */
  readonly through?: Equation;
  /** It may show that a step holds; that it does not agree says nothing. */
  readonly shows?: boolean;
  /** How the variable of a derivative is connected to the rest of the step is not clear: a difference says nothing. */
  readonly unclear?: boolean;
  /** Sums with bounds elsewhere in the document: how far an index runs where a sum does not say. */
  readonly sums?: readonly Expr[];
  /** Names of distributions that are taken for one family, to the name they get. */
  readonly merged?: ReadonlyMap<string, string>;
}

/** "in which" between two displays, as a paragraph of its own. */
const ALONE = /(?:^|[\s$.])(?:where|in which|with|here)[\s,:]*$/i;

const reachable = (fact: Item, item: Item): boolean =>
  fact.order < item.order ||
  (fact.link.statement.block.paragraph - item.link.statement.block.paragraph <= (ALONE.test(fact.link.statement.prose) ? 2 : 1) &&
    isBehind(fact, item) &&
    (/\b(where|in which|with|here|denote)\b/i.test(fact.link.statement.prose + fact.link.statement.lead) ||
      (fact.role === "defines" && isNextOfList(fact.link.statement))));

/** In a formula behind that of the step, or in the words of the same. */
const isBehind = ({ link: { statement } }: Item, item: Item): boolean =>
  statement.at > item.link.statement.at || (statement.hidden === true && statement.block === item.link.statement.block);

/** The definitions in force for a set of names, closed under what their bodies mention; the nearest before the step wins. */
export function definitionsFor(item: Item, names: ReadonlySet<string>, facts: readonly Item[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const todo = [...names];
  const spoken = new Set(names);
  /** What sums say of the terms of sequences of which no term is in sight yet, only a plain name. */
  const waiting: { readonly name: string; readonly best: Definition }[] = [];
  const bodies = [item.left, item.right];
  const enter = (name: string, best: Definition): void => {
    found.set(name, best);
    bodies.push(best.body);
    for (const n of allNames([best.body]))
      if (!best.params.includes(n)) {
        todo.push(n);
        spoken.add(n);
      }
  };
  const hasTerm = (name: string): boolean => [...spoken].some((n) => n.startsWith(`${name}_{`));
  do {
    while (todo.length) {
      const name = todo.pop() as string;
      const near = found.has(name) ? undefined : nearest(name, item, facts);
      const over = near && isOverHere(name, near, bodies, item, facts);
      const best = over ? undefined : near;
      if (best?.indexed && best.derived && !hasTerm(name)) waiting.push({ name, best });
      else if (best) enter(name, best);
    }
    for (const { name, best } of waiting) if (!found.has(name) && hasTerm(name)) enter(name, best);
  } while (todo.length);
  return found;
}

function nearest(name: string, item: Item, facts: readonly Item[]): Definition | undefined {
  let best: Item | undefined;
  for (const f of facts) {
    if (f.fact?.kind !== "definition" || f.fact.name !== name || f.order === item.order || !reachable(f, item) || idle(f, f.fact, item)) continue;
    if (!best || (f.order < item.order ? best.order > item.order || f.order > best.order : best.order > item.order && f.order < best.order)) best = f;
  }
  return best && !isDrawnSince(name, best, item, facts) ? (best.fact as Definition) : undefined;
}

/** "Let z ~ N(0, 1)" of a name that an earlier part had a formula for: it is another one. */
const isDrawnSince = (name: string, definition: Item, item: Item, facts: readonly Item[]): boolean =>
  facts.some(
    (f) =>
      f.relation === "∼" &&
      f.order > definition.order &&
      f.order < item.order &&
      f.scope !== definition.scope &&
      f.left.op === "symbol" &&
      f.left.name === name,
  );

/** A value that a name has for the moment, x = 1: it ends with its part, and says nothing of a step with the name on both sides, or with its derivative. */
function idle(f: Item, d: Definition, item: Item): boolean {
  if ((d.params.length > 0 && !d.indexed) || !isNumber(d.body) || /^(matrix|tuple)$/.test(d.body.op)) return false;
  const sides = [item.left, item.right];
  return (f.scope !== item.scope && !d.indexed) || sides.every((e) => speaksOf(e, d.name)) || sides.some((e) => changes(e, d.name));
}

/** Of what has a rate of change, a number is the value at one moment. */
const changes = (e: Expr, name: string): boolean => some(e, (n) => n.op === "derivative" && n.args[0].op === "symbol" && n.args[0].name === name);

/** The variable of an indefinite integral is a name of its side. */
const speaksOf = (e: Expr, name: string): boolean => allNames([e]).has(name) || some(e, (n) => n.op === "antiderivative" && n.name === name);

/** Conditions within reach that mention a name of the step. */
export function conditionsFor(item: Item, names: ReadonlySet<string>, facts: readonly Item[]): Condition[] {
  const near = facts.filter((f) => f.fact?.kind === "condition" && f.order !== item.order && f.scope === item.scope && reachable2(f, item));
  const spoken = near
    .map((f) => ({
      fact: f.fact as Condition,
      relation: (f.fact as Condition).relation,
      words: f.link.statement.prose + f.link.statement.lead,
      behind: f.order > item.order,
    }))
    .filter(({ relation }) => [...allNames([relation])].some((n) => names.has(n)) && !isAskedFor(relation, item));
  return inForce(spoken).map(({ fact }) => fact);
}
/** "X ≤ a when …, so P(X ≤ 2a) = …": an event of a name whose probabilities a step asks for is no fact there; what bounds the name by a number may be its range. */
function isAskedFor(event: Expr, { left, right }: Item): boolean {
  const [of, bound] = event.args;
  const isRange = bound === undefined || /^(∈|∉)$/.test(event.name ?? "") || allNames([bound]).size === 0;
  const isAsked = (inner: Expr): boolean => inner.op === "relation" && (same(inner, event) || (!isRange && same(inner.args[0], of)));
  return [left, right].some((e) => some(e, (n) => n.op === "statistic" && n.name === "probability" && some(n, isAsked)));
}

/** A condition may also stand behind the step, in its own formula or sentence: "(x > 0)", "for all n". */
const reachable2 = (f: Item, item: Item): boolean =>
  f.order < item.order ||
  f.link.statement.block === item.link.statement.block ||
  (f.link.statement.block.paragraph === item.link.statement.block.paragraph && f.link.statement.at === item.link.statement.at + 2);

/** Plans from weak to strong: nothing, the definitions, the definitions with equations added nearest first. What goes without saying of densities and probabilities in use is added. */
export function plansFor(item: Item, facts: readonly Item[]): Plan[] {
  const plans = plansOf(item, facts);
  const formulas = valuesOf(item, facts);
  const told = plans.filter((p, i) => i === plans.length - 1 || !leavesOpen([item.left, item.right], p.definitions, formulas));
  return told.map(withImplied);
}

/** What equations of the part before a step say of plain names, x = cos t. */
function valuesOf(item: Item, facts: readonly Item[]): Map<string, Expr> {
  const found = new Map<string, Expr>();
  for (const f of facts)
    if (f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope && f.left.op === "symbol" && !isNumber(f.right))
      found.set(f.left.name ?? "", f.right);
  return found;
}

function withImplied(plan: Plan): Plan {
  const definitions = [...plan.definitions.values()];
  const implied = [...definitions.filter(isDensity).flatMap(scaleConditions), ...definitions.flatMap((d) => probabilityConditions(d, plan.conditions))];
  return implied.length > 0 ? { ...plan, conditions: [...plan.conditions, ...implied] } : plan;
}

function plansOf(item: Item, facts: readonly Item[]): Plan[] {
  const own = allNames([item.left, item.right]);
  const definitions = withoutData([item.left, item.right], definitionsFor(item, own, facts), (d) => isObserved(d, facts));
  const names = new Set([...own, ...[...definitions.values()].flatMap((d) => [...allNames([d.body])])]);
  const conditions = conditionsFor(item, names, facts);
  const plans: Plan[] = hidesDependence([item.left, item.right], definitions) ? [] : [{ definitions: new Map(), conditions, unused: [] }];
  if (definitions.size > 0) plans.push({ definitions, conditions, unused: [] });
  const later = solvedSince(item, definitions, facts);
  if (later.size > 0) plans.push({ definitions: new Map([...definitions, ...later]), conditions, unused: [] });
  const equations = [
    ...solvedBefore(item, facts),
    ...facts
      .filter((f) => f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope && !(f.role === "given" && momentOf(f.left)))
      .reverse(),
    ...reasonsBehind(item, facts),
  ];
  const used = new Set([...later.values()].map((d) => d.span));
  const beside = [
    ...withGeneralTerms(item, definitions, conditions, equations, facts),
    ...withNearest(item, definitions, conditions, equations, own),
    ...withMultipliers(item, definitions, conditions, equations, facts),
    ...withOperands(item, definitions, conditions, equations),
    ...withMeans(item, definitions, conditions),
  ];
  let taken = new Map([...definitions, ...later]);
  let reach = names;
  const unused: Equation[] = [];
  let added = 0;
  const { bound: inside } = namesOf(item.left, item.right);
  // a value of a name comes into reach with an equation that speaks of the name
  let values: Item[] = [];
  const enter = (f: Item): boolean => {
    const equation = f.fact as Equation;
    const shared = [...allNames([equation.left, equation.right])].filter((n) => reach.has(n));
    if (shared.length === 0 && isValue(equation)) values.push(f);
    if (shared.length === 0 || isPastRoot(f, item) || added >= 5 || used.has(equation.span)) return false;
    if (isTried(f, item, facts)) {
      unused.push(equation);
      return false;
    }
    const direct = keepsCounts(solveFor(equation, reach, new Set(taken.keys())), equation, item, taken, reach, facts);
    const undone = direct ?? keepsCounts(solvedThrough(equation, reach, taken), equation, item, taken, reach, facts);
    // an equation about the variable of an integral says nothing of what stands around that integral
    if (undone && [...allNames([undone.body])].some((n) => inside.has(n))) return false;
    const solved = undone && !circular(undone, taken, true) ? undone : undefined;
    if (!solved || pins(solved, item) || (isNumber(solved.body) && isInBothFormulas(solved.name, item, definitions))) {
      unused.push(equation);
      return false;
    }
    const more = allNames([solved.body]);
    const next = new Map([...taken, [solved.name, solved]]);
    for (const [name, d] of definitionsFor(item, more, facts)) if (!next.has(name)) next.set(name, d);
    if (next.size > taken.size + 1 && circular(solved, next, true)) {
      unused.push(equation);
      return false;
    }
    taken = next;
    reach = new Set([...reach, ...more]);
    plans.push({ definitions: taken, conditions: conditionsFor(item, reach, facts), unused: [...unused], through: equation });
    // values are cheap
    if (more.size > 0) added++;
    return more.size > 0;
  };
  for (const f of equations) {
    if (!enter(f) || values.length === 0) continue;
    const waiting = values;
    values = [];
    for (const value of waiting) enter(value);
  }
  const last = plans[plans.length - 1];
  return [...plans.slice(0, -1), ...beside.map((p): Plan => ({ ...p, shows: true })), unused.length ? { ...last, unused } : last];
}

/** y = Xβ + ε with ε ~ …: a model of what is observed. */
const isObserved = (d: Definition, facts: readonly Item[]): boolean =>
  facts.some((f) => f.relation === "∼" && randomNames(f.left).some((drawn) => some(d.body, (n) => baseOf(n) === baseOf(drawn))));

/** x = 3: a number for a plain name. */
const isValue = ({ left, right }: Equation): boolean => (left.op === "symbol" || left.op === "indexed") && isNumber(right);

/** An equation solved for another name where it was solved for a count by a division: how many terms a sum has follows from nothing else. */
function keepsCounts(
  solved: Definition | undefined,
  equation: Equation,
  item: Item,
  taken: ReadonlyMap<string, Definition>,
  reach: ReadonlySet<string>,
  facts: readonly Item[],
): Definition | undefined {
  const isWorkedOut = (e: Expr): boolean => some(e, (n) => n.op === "bind");
  if (!solved || solved.params.length > 0 || !/^[a-zA-Z]$/.test(solved.name) || (isNumber(solved.body) && !isWorkedOut(solved.body))) return solved;
  const counts = new Set(
    [item.left, item.right, ...[...taken.values()].map((d) => d.body), ...facts.flatMap((f) => [f.left, f.right])].flatMap((e) => [...countsIn(e)]),
  );
  if (!counts.has(solved.name) || ([...allNames([solved.body])].every((n) => counts.has(n)) && !isWorkedOut(solved.body))) return solved;
  const other = solveFor(equation, reach, new Set([...taken.keys(), ...counts]));
  return other && !counts.has(other.name) ? other : undefined;
}

const knownCounts = new WeakMap<Expr, ReadonlySet<string>>();

/** Names up to which sums and products run. */
function countsIn(e: Expr): ReadonlySet<string> {
  const before = knownCounts.get(e);
  if (before) return before;
  const found = new Set<string>();
  walk(e, (n) => {
    if (/^(sum|prod)$/.test(n.op) && n.args.length === 3 && n.args[2].op === "symbol" && n.args[2].name !== "\\infty") found.add(n.args[2].name ?? "");
  });
  knownCounts.set(e, found);
  return found;
}

/** A value of a name that is taken, solved for a name that its definition leaves open: V = 1 with V = I Z. */
function solvedThrough(equation: Equation, reach: ReadonlySet<string>, taken: ReadonlyMap<string, Definition>): Definition | undefined {
  if (![equation.left, equation.right].some((e) => [...allNames([e])].every((n) => /^(\\pi|e|i)$/.test(n)))) return undefined;
  const put = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const d = n.op === "symbol" || n.op === "indexed" ? taken.get(symbolName(n)) : undefined;
      return d && d.params.length === 0 && !d.indexed && !d.derived && !isNumber(d.body) ? d.body : n;
    });
  const [left, right] = [put(equation.left), put(equation.right)];
  return left === equation.left && right === equation.right ? undefined : solveFor({ ...equation, left, right }, reach, new Set(taken.keys()));
}

/** What a function that was defined has been found to be since: q(z) = …, said again of the same name before the step. */
function solvedSince(item: Item, definitions: ReadonlyMap<string, Definition>, facts: readonly Item[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const f of facts) {
    const name = f.left.name ?? "";
    const defined = definitions.get(name);
    const again = isSaidAgain(f, item, definitions);
    if (again) found.set(again.name, again);
    if (f.fact?.kind !== "equation" || f.left.op !== "apply" || !defined || f.order >= item.order || f.fact.span.from < defined.span.from) continue;
    const solved = solveFor(f.fact, new Set([name]), new Set([...definitions.keys()].filter((n) => n !== name)));
    if (solved?.name === name && solved.params.length === defined.params.length) found.set(name, solved);
  }
  return found;
}

/** Another value of a plain name that had one, a = 3 and then a = 5: the nearest is in force. */
function isSaidAgain(f: Item, item: Item, definitions: ReadonlyMap<string, Definition>): Definition | undefined {
  if (f.fact?.kind !== "equation" || f.order >= item.order || f.scope !== item.scope || !isValue(f.fact) || f.left.op === "number") return undefined;
  const defined = definitions.get(symbolName(f.left));
  if (!defined || defined.params.length > 0 || defined.indexed || !isNumber(defined.body) || f.fact.span.from < defined.span.from) return undefined;
  const again: Definition = { ...defined, body: f.right, span: f.fact.span, derived: true };
  return pins(again, item) ? undefined : again;
}

/** An equation for all values of a function that got its formula later, to be tried in it: a chain that works this out rests on the formula alone. */
export const isTried = (f: Item, item: Item, facts: readonly Item[]): boolean =>
  item.role === "claim" && item.link.statement.links.length > 1 && generalCalls(f).some((name) => isDefinedLater(name, f, item, facts));

const isDefinedLater = (name: string, f: Item, item: Item, facts: readonly Item[]): boolean =>
  facts.some((d) => d.fact?.kind === "definition" && d.fact.name === name && d.fact.params.length > 0 && d.order > f.order && d.order < item.order);

/** Functions that stand in an equation at more than a plain name: f(x + y). */
function generalCalls({ left, right }: Item): string[] {
  const found: string[] = [];
  for (const e of [left, right])
    walk(e, (n) => {
      const general = n.args.some((a) => !/^(symbol|indexed|number)$/.test(a.op) && some(a, (x) => x.op === "symbol"));
      if (n.op === "apply" && n.data?.bound !== "|" && general) found.push(n.name ?? "");
    });
  return found;
}

/** A number for a symbol that a claim has on both sides: that they agree at one value says nothing. */
const pins = (d: Definition, item: Item): boolean =>
  isNumber(d.body) && (d.indexed ? termsOnBothSides(d.name, item) : d.params.length === 0 && onBothSides(d.name, item));

/** Two formulas in x for y: that they agree where x has one number says nothing. */
export const isInBothFormulas = (name: string, { left, right }: Item, definitions: ReadonlyMap<string, Definition>): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([a, b]) => {
    const formula = a.op === "symbol" ? definitions.get(a.name ?? "") : undefined;
    return formula !== undefined && !formula.derived && [formula.body, b].every((e) => allNames([e]).has(name));
  });

const onBothSides = (name: string, item: Item): boolean =>
  item.role === "claim" && [item.left, item.right].every((e) => some(e, (n) => (n.op === "symbol" || n.op === "indexed") && symbolName(n) === name));

/** "x = 3" or "x² = 9" of another paragraph, beside an equation in several unknowns: it need not be meant there. */
export const isPastRoot = (f: Item, item: Item): boolean =>
  item.role === "soft" &&
  item.relation === "=" &&
  f.link.statement.block.paragraph !== item.link.statement.block.paragraph &&
  !(item.left.op === "symbol" || item.left.op === "indexed") &&
  unknownsIn(f) === 1 &&
  unknownsIn(item) > 1;

const unknownsIn = ({ left, right }: Item): number => [...allNames([left, right])].filter((n) => !/^(\\pi|e|i)$/.test(n)).length;

const termsOnBothSides = (base: string, item: Item): boolean =>
  item.role === "claim" && [item.left, item.right].every((e) => some(e, (n) => n.op === "indexed" && n.name === base));

/** An equation that gives a symbol, which a claim or two formulas for one name have on both sides, a number. */
export const isPassingValue = (e: Equation, item: Item, definitions: ReadonlyMap<string, Definition>): boolean =>
  [
    [e.left, e.right],
    [e.right, e.left],
  ].some(
    ([a, b]) =>
      (a.op === "symbol" || a.op === "indexed") && isNumber(b) && (onBothSides(symbolName(a), item) || isInBothFormulas(symbolName(a), item, definitions)),
  );

/** With what equations say of the general terms of sequences of the step: these plans may show that it holds. */
function withGeneralTerms(
  item: Item,
  definitions: ReadonlyMap<string, Definition>,
  conditions: readonly Condition[],
  equations: readonly Item[],
  facts: readonly Item[],
): Plan[] {
  const sequences = new Set(namesOf(item.left, item.right).indexed.keys());
  for (const d of definitions.values()) for (const name of namesOf(d.body).indexed.keys()) sequences.add(name);
  const terms = new Map<string, Definition>();
  for (const f of equations) {
    const term = generalTerm(f.fact as Equation);
    if (term && sequences.has(term.name) && !terms.has(term.name) && !definitions.has(term.name)) terms.set(term.name, term);
  }
  if (terms.size === 0) return [];
  const more = definitionsFor(item, allNames([...terms.values()].map((d) => d.body)), facts);
  const all = new Map([...more, ...definitions, ...terms]);
  return [...terms.values()].some((d) => circular(d, all) || pins(d, item)) ? [] : [{ definitions: all, conditions, unused: [] }];
}

const isSum = (e: Expr): boolean => /^sum(-over)?$/.test(e.op);

/** The plans in which constraints on terms determine the multiplier that an item speaks of. */
export function multiplierPlans(item: Item, facts: readonly Item[]): Plan[] {
  const own = allNames([item.left, item.right]);
  const definitions = definitionsFor(item, own, facts);
  const equations = facts.filter((f) => f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope).reverse();
  return withMultipliers(item, definitions, conditionsFor(item, own, facts), equations, facts);
}

/** With the multiplier in a formula for all terms as the constraint on their sum determines it: λ of π_k = N_k/λ and Σ_k π_k = 1. */
function withMultipliers(
  item: Item,
  definitions: ReadonlyMap<string, Definition>,
  conditions: readonly Condition[],
  equations: readonly Item[],
  facts: readonly Item[],
): Plan[] {
  const names = [item.left, item.right].flatMap((e) => (e.op === "symbol" && !definitions.has(e.name ?? "") ? [e.name ?? ""] : []));
  if (names.length === 0 || item.relation !== "=") return [];
  const terms = equations.flatMap((f) => generalTerm(f.fact as Equation) ?? []);
  const sums = terms.length > 0 ? facts.filter((f) => f.order < item.order && f.scope === item.scope && [f.left, f.right].some(isSum)) : [];
  for (const e of sums) {
    const term = terms.find((t) => [e.left, e.right].some((s) => isSum(s) && some(s, (n) => n.op === "indexed" && n.name === t.name)));
    const name = term && names.find((n) => allNames([term.body]).has(n) && /^\\[a-z]+$/.test(n));
    if (!name) continue;
    const [left, right] = [e.left, e.right].map((s) => inlined(s, [term]));
    const solved = numericDefinition({ kind: "equation", left, right, span: e.fact?.span ?? term.span, text: "" }, name);
    const more = definitionsFor(item, allNames([term.body, item.left, item.right]), facts);
    const totals = sums.flatMap((f) => (f === e ? [] : totalOf(f, more)));
    if (!more.has(name)) return [{ definitions: new Map([...more, ...totals, [name, solved]]), conditions, unused: [] }];
  }
  return [];
}

/** What a constraint says of a plain name that it gives to a sum of terms: n of Σ_k n_k = n. */
function totalOf(f: Item, known: ReadonlyMap<string, Definition>): [string, Definition][] {
  const [sum, total] = isSum(f.left) ? [f.left, f.right] : [f.right, f.left];
  const name = total.name ?? "";
  if (!isSum(sum) || total.op !== "symbol" || known.has(name) || some(sum, (n) => n.op === "symbol" && n.name === name)) return [];
  const span = f.fact?.span ?? f.left.span;
  return [[name, { kind: "definition", name, params: [], split: 0, indexed: false, body: sum, span, text: "", derived: true }]];
}

/** With the nearest equation alone, what it speaks of left free: a solved form holds whatever the rest is. */
function withNearest(
  item: Item,
  definitions: ReadonlyMap<string, Definition>,
  conditions: readonly Condition[],
  equations: readonly Item[],
  own: ReadonlySet<string>,
): Plan[] {
  const nearest = definitions.size > 0 ? equations.find((f) => [...allNames([f.left, f.right])].some((n) => own.has(n))) : undefined;
  const solved = nearest && solveFor(nearest.fact as Equation, own, new Set());
  return solved && own.has(solved.name) && !solved.indexed && !pins(solved, item)
    ? [{ definitions: new Map([[solved.name, solved]]), conditions, unused: [] }]
    : [];
}

/** With what is differentiated or integrated as an equation ties it to the variable. */
function withOperands(item: Item, definitions: ReadonlyMap<string, Definition>, conditions: readonly Condition[], equations: readonly Item[]): Plan[] {
  const solved = solvedOperand(
    [item.left, item.right],
    equations.map((f) => f.fact as Equation),
    new Set(definitions.keys()),
  );
  return solved && !circular(solved, definitions) ? [{ definitions: new Map([...definitions, [solved.name, solved]]), conditions, unused: [] }] : [];
}

/** With bars as means of samples, and μ_X and σ_X as the moments of X. */
function withMeans(item: Item, definitions: ReadonlyMap<string, Definition>, conditions: readonly Condition[]): Plan[] {
  const expressions = [item.left, item.right, ...[...definitions.values()].map((d) => d.body)];
  // ȳ = … says what it is
  const isSaid = (d: Definition): boolean => item.left.name === d.name || item.right.name === d.name;
  const found = [sampleMeans(expressions, definitions), labelledMoments(expressions, definitions)].filter((ds) => ds.length > 0 && !ds.some(isSaid));
  return found.map((means) => ({ definitions: new Map([...definitions, ...means.map((d): [string, Definition] => [d.name, d])]), conditions, unused: [] }));
}

const REASON = /\b(where|with|since|because|using|used)\b[^.:;]{0,40}$/i;

/** Equations that the words behind a step give as its reason: "where pV = p_1 V_1 was used". */
const reasonsBehind = (item: Item, facts: readonly Item[]): Item[] =>
  // an equation that may be a fact itself would in turn be the reason for its reason
  facts.filter(
    (f) =>
      item.role === "claim" &&
      !item.fact &&
      f.fact?.kind === "equation" &&
      ![f.left, f.right].some(isNumber) &&
      f.order > item.order &&
      f.scope === item.scope &&
      f.role !== "claim" &&
      f.link.index === 0 &&
      isBehind(f, item) &&
      f.link.statement.block.paragraph - item.link.statement.block.paragraph <= 1 &&
      REASON.test(f.link.statement.prose + f.link.statement.lead),
  );

/** Solved forms of earlier sections, nearest first: `\hat w = …` stays what \hat w is until it is said anew. Plain letters are used again for other things. */
function solvedBefore(item: Item, facts: readonly Item[]): Item[] {
  const decorated = (f: Item): boolean =>
    f.fact?.kind === "equation" &&
    (f.fact.left.op === "symbol" || f.fact.left.op === "indexed") &&
    /^\\(hat|widehat|tilde|widetilde|bar)\{/.test(f.fact.left.name ?? "");
  return facts.filter((f) => f.scope < item.scope && f.order < item.order && f.link.index === 0 && decorated(f)).reverse();
}

/** The equation solved by search for a plain symbol: rather for one that the step does not mention. */
export function numerically(equation: Equation, own: ReadonlySet<string>, taken: ReadonlyMap<string, Definition>): Definition | undefined {
  const names = namesOf(equation.left, equation.right);
  const candidates = [...names.symbols].filter(
    (n) => /^(\\[a-zA-Z]+|[a-zA-Z])('*)$/.test(n) && !/^(\\pi|e|i|\\infty)$/.test(n) && !taken.has(n) && !names.bound.has(n),
  );
  const name = candidates.find((n) => !own.has(n)) ?? candidates[0];
  return name === undefined ? undefined : numericDefinition(equation, name);
}

/** Whether a definition's body leads back to its own name. What an equation was solved for, m_1 v_1 + m_2 v_2 = (m_1 + m_2) v, is another name than v_1. */
function circular(d: Definition, taken: ReadonlyMap<string, Definition>, solved = false): boolean {
  const seen = new Set<string>();
  const visit = (body: Expr): boolean =>
    [...allNames([body])].some((n) => {
      if (n === d.name && !isBindOf(body, n)) return d.indexed || !onlyNumbered(body, n, d.params.length > 0 || solved);
      if (seen.has(n)) return false;
      seen.add(n);
      const next = taken.get(n);
      return next ? visit(next.body) : false;
    });
  return visit(d.body);
}
const isBindOf = (e: Expr, name: string): boolean => e.op === "div" && JSON.stringify(e).includes(`"bound":${JSON.stringify(name)}`);
