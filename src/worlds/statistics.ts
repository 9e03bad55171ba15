/** Rewrites expectations, divergences and entropies as sums over the variables of their distributions. */

import type { Definition } from "../derivation/facts/facts";
import { isAmplitude } from "../derivation/laws/density-forms";
import { type Law, lawOf } from "../derivation/random/random";
import { gaussian } from "../distributions/index";
import { symbolName } from "../expression/names";
import { hasSymbol } from "../expression/occurrences";
import { type Expr, node, number, some, symbol, walk } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { variablesOf } from "../expression/variables";
import { ANONYMOUS, type FamilyTable } from "./families";
import { informationOf, tableOf, writtenOut } from "./random/information";
import { lawDivergence, lawEntropy, lawNamed, normalDivergence, normalEntropy } from "./random/law-divergences";

/** What is known where a statistic is written out. */
export interface StatisticScope {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly families: FamilyTable;
  readonly scope: readonly Expr[];
  /** Whether a name is a vector or a matrix. */
  readonly shape?: (name: string) => unknown;
}

const call = (name: string, x: Expr): Expr => node("call", [x], x.span, name);
const times = (a: Expr, b: Expr): Expr => node("mul", [a, b], a.span);
const over = (a: Expr, b: Expr): Expr => node("div", [a, b], a.span);
const minus = (a: Expr): Expr => node("neg", [a], a.span);
const sumOver = (names: readonly string[], body: Expr): Expr =>
  names.reduceRight((inner, name) => node("sum-over", [inner], body.span, name, { bound: name }), body);

/** q(y) r(z), p(x | z) p(z): the factors of a joint distribution that is written as a product, each with variables of its own. */
function factorsOf(e: Expr): readonly Expr[] | undefined {
  if (e.op !== "mul" || !e.args.every((a) => a.op === "apply" && variablesOf(a))) return undefined;
  const fronts = e.args.flatMap((a) => variablesOf(a)?.front ?? []);
  return new Set(fronts).size === fronts.length ? e.args : undefined;
}

/** The distribution that an expression names: `q(z|x)` itself, a product of such, or a bare `q` as it is applied elsewhere in the scope. */
function distribution(e: Expr, scope: StatisticScope): Expr {
  if (e.op === "apply" || factorsOf(e)) return e;
  const name = e.op === "symbol" || e.op === "indexed" ? symbolName(e) : "";
  let found: Expr | undefined;
  for (const root of scope.scope)
    walk(root, (n) => {
      if (n.op === "apply" && n.name === name && variablesOf(n)) found ??= n;
    });
  if (!found && scope.families.families.get(name)?.variables[0] === ANONYMOUS) return node("apply", [symbol(ANONYMOUS, e.span)], e.span, name, { split: 1 });
  found ??= ofDefinition(scope.definitions.get(name), e);
  if (!found) throw new NotUnderstood("distribution/unknown", "of what this distribution is is not said", e.span);
  return found;
}

/** A distribution that a formula defines, at the variables of its definition. */
function ofDefinition(d: Definition | undefined, e: Expr): Expr | undefined {
  if (!d || d.params.length === 0 || d.indexed || d.patterns) return undefined;
  return node(
    "apply",
    d.params.map((p) => symbol(p, e.span)),
    e.span,
    d.name,
    { split: d.split, indices: 0, order: false, bound: d.split < d.params.length ? "|" : "" },
  );
}

/** The variables that a distribution is over: those in front of its bar. */
function ownVariables(d: Expr): string[] {
  const factors = factorsOf(d);
  if (factors) return factors.flatMap(ownVariables);
  const variables = variablesOf(d);
  if (!variables || variables.front.length === 0)
    throw new NotUnderstood("distribution/variables", "the variables of this distribution are not plain names", d.span);
  return variables.front;
}

/** An expression without sums for a statistic, or an error that says what is missing. */
export function rewriteStatistic(e: Expr, scope: StatisticScope): Expr {
  const under = e.data?.under ? e.args[e.args.length - 1] : undefined;
  const args = e.data?.under ? e.args.slice(0, -1) : e.args;
  if (informationOf(e)) return writtenOut(e, tableOf(e, scope.families.families));
  switch (e.name) {
    case "divergence":
      return divergence(e, args, scope);
    case "entropy":
      return entropy(args, scope);
    case "expectation":
      return expectation(e, args, under, scope);
    case "variance":
      return variance(e, args, under, scope);
  }
  throw new NotUnderstood("statistic/unknown", `this ${e.name} is not understood`, e.span);
}

/** The law that an expression names, or that a formula gives the name q: q = N(m, s²), q(z) = N(z; m, s²). */
const lawBy = (e: Expr, scope: Pick<StatisticScope, "definitions">): Law | undefined => lawNamed(lawOfName(e, scope) ?? e);

/** A law as it is written in the formula of a name. */
export function lawOfName(e: Expr, scope: Pick<StatisticScope, "definitions">): Expr | undefined {
  const d = e.op === "symbol" || e.op === "indexed" ? scope.definitions.get(symbolName(e)) : undefined;
  if (!d || d.indexed || d.patterns) return undefined;
  if (d.params.length === 0) return lawNamed(d.body) && d.body;
  const [first, ...rest] = d.body.args;
  const isDensity = d.params.length === 1 && d.body.op === "apply" && Number(d.body.data?.split) === 1 && first?.op === "symbol" && first.name === d.params[0];
  const law: Expr | undefined = isDensity ? { ...d.body, args: rest, data: { ...d.body.data, split: rest.length } } : undefined;
  return law && lawNamed(law) && law;
}

/** Whether a law is one of vectors: a mean or a covariance of several numbers. */
export function isOfVectors({ family, args }: Law, scope: Pick<StatisticScope, "shape">): boolean {
  const found = args.some((a) => some(a, (n) => n.op === "matrix" || scope.shape?.(symbolName(n)) !== undefined));
  if (found && family !== gaussian) throw new NotUnderstood("matrix/law", "a law of vectors that is not normal", args[0].span);
  return found;
}

function divergence(e: Expr, args: readonly Expr[], scope: StatisticScope): Expr {
  if (args.length !== 2) throw new NotUnderstood("divergence/arguments", "a divergence is between two distributions", e.span);
  const laws = args.map((a) => lawBy(a, scope));
  if (laws[0] && laws[1]) {
    return laws.some((l) => l && isOfVectors(l, scope)) ? normalDivergence(laws[0], laws[1]) : lawDivergence(laws[0], laws[1]);
  }
  const [weights, others] = args.map((a) => weightsBy(a, scope));
  if (weights && weights.length === others?.length)
    return total(weights.map((w, i) => times(w, call("log", over(w, others[i])))).filter((_, i) => !isZero(weights[i])));
  const [q, p] = args.map((a) => distribution(a, scope));
  return sumOver(ownVariables(q), times(q, call("log", over(q, p))));
}

/** The probabilities that an expression lists, or that a formula gives the name p: p = (1/2, 1/4, 1/4). */
function weightsBy(e: Expr, scope: Pick<StatisticScope, "definitions">): readonly Expr[] | undefined {
  const d = e.op === "symbol" || e.op === "indexed" ? scope.definitions.get(symbolName(e)) : undefined;
  const list = d ? (d.params.length === 0 && !d.patterns ? d.body : undefined) : e;
  return list?.op === "tuple" && list.args.length > 1 ? list.args : undefined;
}

const isZero = (e: Expr): boolean => e.op === "number" && Number(e.name) === 0;
const total = (terms: readonly Expr[]): Expr => (terms.length === 1 ? terms[0] : node("add", terms, terms[0].span));

function entropy(args: readonly Expr[], scope: StatisticScope): Expr {
  if (args.length === 2) {
    const [p, q] = args.map((a) => distribution(a, scope));
    return minus(sumOver(ownVariables(p), times(p, call("log", q))));
  }
  const law = lawBy(args[0], scope);
  if (law) return isOfVectors(law, scope) ? normalEntropy(law) : lawEntropy(law);
  const weights = weightsBy(args[0], scope)?.filter((w) => !isZero(w));
  if (weights?.length) return minus(total(weights.map((w) => times(w, call("log", w)))));
  const q = distribution(args[0], scope);
  return minus(sumOver(ownVariables(q), times(q, call("log", q))));
}

/** Whether it is known by which distribution of the scope an expectation is taken. */
export function hasMeasure(e: Expr, scope: StatisticScope, random: ReadonlyMap<string, { readonly law?: unknown }>): boolean {
  if (e.name !== "expectation" && e.name !== "variance") return false;
  const under = e.data?.under ? e.args[e.args.length - 1] : undefined;
  const args = e.data?.under ? e.args.slice(0, -1) : e.args;
  try {
    if (args.length !== 1 || (under?.op === "relation" && under.name === "∼" && lawOf(under.args[1]))) return false;
    const found = measure(e, args[0], under, scope);
    if (under !== undefined) return true;
    const { front = [], back = [] } = variablesOf(found) ?? {};
    const named = (v: string) => random.get(v.replace(/_\{.*$/, ""));
    // a law that is said of the variable is what it is averaged by
    if (back.length === 0 && front.length === 1 && named(front[0])?.law) return false;
    // M(t) is no density of the t in E[e^{tX}], and z = μ + σε is random by what it is made of
    return front.every((v) => named(v) !== undefined && !scope.definitions.has(v));
  } catch {
    return false;
  }
}

/** The distribution of an expectation: written under it, or the only one of the scope over a variable of its body. */
function measure(e: Expr, body: Expr, under: Expr | undefined, scope: StatisticScope): Expr {
  if (under?.op === "relation" && under.name === "∼") return distribution(under.args[1], scope);
  if (under && (under.op === "apply" || factorsOf(under))) return under;
  if (under && (scope.families.families.has(symbolName(under)) || scope.definitions.has(symbolName(under)))) return distribution(under, scope);
  const wanted = under ? symbolName(under) : undefined;
  const candidates: Expr[] = [];
  for (const root of scope.scope)
    walk(root, (n) => {
      if (n.op !== "apply" || isAmplitude(n.name ?? "") || candidates.some((c) => c.name === n.name)) return;
      const front = variablesOf(n)?.front;
      if (!front?.length || !(scope.families.families.has(n.name ?? "") || scope.definitions.has(n.name ?? ""))) return;
      if (wanted ? front.includes(wanted) : front.every((v) => hasSymbol(body, v))) candidates.push(n);
    });
  if (candidates.length === 0) throw new NotUnderstood("expectation/under-what", "under which distribution this expectation is taken is not said", e.span);
  return candidates[0];
}

function expectation(e: Expr, args: readonly Expr[], under: Expr | undefined, scope: StatisticScope): Expr {
  if (args.length !== 1) throw new NotUnderstood("expectation/conditional", "a conditional expectation", e.span);
  const q = measure(e, args[0], under, scope);
  return sumOver(ownVariables(q), times(q, args[0]));
}

function variance(e: Expr, args: readonly Expr[], under: Expr | undefined, scope: StatisticScope): Expr {
  const mean = expectation(e, args, under, scope);
  const square = expectation(e, [node("pow", [args[0], number(2)], e.span)], under, scope);
  return node("add", [square, minus(node("pow", [mean, number(2)], e.span))], e.span);
}
