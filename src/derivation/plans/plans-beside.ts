/** Plans beside those that take equations nearest first: each takes up facts of one kind, and may show that a step holds. */
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, some } from "../../expression/tree";
import { circular } from "../facts/circular-definitions";
import { type Condition, type Definition, type Equation, plainDefinition } from "../facts/facts";
import { conditionsFor, definitionsFor, saidAnewBehind } from "../facts/facts-in-force";
import { generalTerm } from "../facts/general-terms";
import type { Item } from "../facts/items";
import { inlined, numericDefinition, WEIGHT } from "../laws/entries";
import { labelledMoments } from "../laws/labelled-moments";
import { sampleMeans } from "../laws/sample-means";
import { allNames, isNumber } from "../names/all-names";
import { solvedOperand } from "./operand-solutions";
import { pins } from "./passing-values";
import type { Plan } from "./plan";
import { solveFor } from "./solve";

/** The plans with general terms of sequences, with the nearest equation alone, with a multiplier, with what an operator is of, with means of samples. */
export const plansBeside = (
  item: Item,
  definitions: ReadonlyMap<string, Definition>,
  conditions: readonly Condition[],
  equations: readonly Item[],
  facts: readonly Item[],
): Plan[] =>
  [
    ...withGeneralTerms(item, definitions, conditions, equations, facts).map(telling),
    ...withNearest(item, definitions, conditions, equations, allNames([item.left, item.right])),
    ...withMultipliers(item, definitions, conditions, equations, facts),
    ...withOperands(item, definitions, conditions, equations),
    ...withMeans(item, definitions, conditions, facts).map(telling),
    ...withSaidAnew(item, definitions, conditions, facts),
    ...withValuesOfParts(item, definitions, conditions, facts),
  ].map((plan): Plan => ({ ...plan, shows: true }));

const telling = (plan: Plan): Plan => ({ ...plan, tells: true });

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
    if (term && sequences.has(term.name) && !terms.has(term.name) && isAnyOfTotal(definitions.get(term.name))) terms.set(term.name, term);
  }
  if (terms.size === 0) return [];
  const more = definitionsFor(item, allNames([...terms.values()].map((d) => d.body)), facts);
  const all = new Map([...more, ...definitions, ...terms]);
  return [...terms.values()].some((d) => circular(d, all) || pins(d, item)) ? [] : [{ definitions: all, conditions, unused: [] }];
}

/** Nothing is said of the terms but what they add up to. */
const isAnyOfTotal = (d: Definition | undefined): boolean => d === undefined || some(d.body, (n) => n.name === d.name + WEIGHT);

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
  if (!isSum(sum) || total.op !== "symbol" || known.has(name) || hasSymbol(sum, name)) return [];
  const span = f.fact?.span ?? f.left.span;
  return [[name, { ...plainDefinition(name, sum, span), derived: true }]];
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

/** With what the words right behind the step say anew: a model that is over has its α, too. */
function withSaidAnew(item: Item, definitions: ReadonlyMap<string, Definition>, conditions: readonly Condition[], facts: readonly Item[]): Plan[] {
  const anew = saidAnewBehind(item, definitions, facts);
  const all = new Map([...definitions, ...anew]);
  return anew.size > 0 && ![...anew.values()].some((d) => circular(d, all)) ? [{ definitions: all, conditions, unused: [] }] : [];
}

/** With the numbers that the parts of the problem before this one found for names that nothing here defines. */
function withValuesOfParts(item: Item, definitions: ReadonlyMap<string, Definition>, conditions: readonly Condition[], facts: readonly Item[]): Plan[] {
  if (item.within === undefined) return [];
  const own = allNames([item.left, item.right]);
  const values = new Map<string, Definition>();
  for (const f of facts) {
    const { fact, left, right } = f;
    const isOfPart = f.within === item.within && f.scope !== item.scope && f.order < item.order;
    if (!isOfPart || fact?.kind !== "equation" || left.op !== "symbol" || !isNumber(right) || !own.has(left.name ?? "") || definitions.has(left.name ?? ""))
      continue;
    values.set(left.name ?? "", plainDefinition(left.name ?? "", right, fact.span));
  }
  return values.size > 0 ? [{ definitions: new Map([...definitions, ...values]), conditions, unused: [] }] : [];
}

/** With bars as means of samples, and μ_X and σ_X as the moments of X. */
function withMeans(item: Item, definitions: ReadonlyMap<string, Definition>, conditions: readonly Condition[], facts: readonly Item[]): Plan[] {
  const expressions = [item.left, item.right, ...[...definitions.values()].map((d) => d.body)];
  // ȳ = … says what it is
  const isSaid = (d: Definition): boolean => item.left.name === d.name;
  const elsewhere = facts.flatMap((f) => (f.order < item.order && f.scope === item.scope ? [f.left, f.right] : []));
  const found = [sampleMeans(expressions, definitions, elsewhere), labelledMoments(expressions, definitions)].filter((ds) => ds.length > 0 && !ds.some(isSaid));
  return found.map((means) => ({ definitions: new Map([...definitions, ...means.map((d): [string, Definition] => [d.name, d])]), conditions, unused: [] }));
}
