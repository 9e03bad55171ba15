/** Averages over names with laws, the parameters of which may be random themselves: X ∼ Bin(N, p) with N ∼ Poisson(λ). Innermost first, by the densities. */
import { baseOf, type Law } from "../../derivation/random/random";
import type { NamedFamily } from "../../distributions/family";
import { bernoulli, binomial, gaussian, poisson } from "../../distributions/index";
import { type Expr, node, number, some } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { lawExpectation, lawPart } from "./random-laws";
import type { RandomName } from "./random-names";
import type { RandomScopeValues } from "./random-scope";
import { independence } from "./random-space";
import { lawMoment } from "./random-values";

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** The random names that stand in the law of a name. */
export function parentsOf(v: RandomName, { names }: RandomScopeValues): RandomName[] {
  const inLaw = (p: RandomName): boolean => (v.law?.args ?? []).some((a) => some(a, (n) => isName(n) && baseOf(n) === p.name));
  return [...names.values()].filter((p) => p.name !== v.name && inLaw(p));
}

/**
 * E[body; events]: the average of a body over the outcomes in which all events happen, as sums and integrals. With `density`, a value of a name with a density
 * counts with that density: the ratio of two such averages is the average given the value. Undefined where some name has no law of its own, is a term of a
 * sequence, or is not known to be independent of the rest given its parameters; throws NotUnderstood for an event that sets no bounds on a name.
 */
export function nestedAverage(body: Expr, events: readonly Expr[], density: boolean, scope: RandomScopeValues): Expr | undefined {
  let average = scope.degrees.inlined(body);
  let left = events.map((e) => scope.degrees.inlined(e)).flatMap(relations);
  const apart = independence(scope.names, scope.setting);
  const done = new Set<string>();
  for (;;) {
    const here = [...scope.names.values()].filter((v) => [average, ...left].some((e) => some(e, (n) => isName(n) && baseOf(n) === v.name)));
    if (here.length === 0) return left.length === 0 ? average : undefined;
    left = left.map((e) => here.filter((v) => speaksOf(e, v)).reduce((found, v) => (isBound(found, v) ? found : isolated(found, v)), e));
    const leaf = here.find(
      (v) => !here.some((w) => w !== v && parentsOf(w, scope).includes(v)) && left.filter((e) => speaksOf(e, v)).every((e) => isBound(e, v)),
    );
    if (!leaf || done.has(leaf.name) || !isOne(leaf) || here.some((w) => w !== leaf && !apart(leaf, w))) return undefined;
    done.add(leaf.name);
    const own = left.filter((e) => speaksOf(e, leaf));
    left = left.filter((e) => !speaksOf(e, leaf));
    average = own.length > 0 ? lawPart(own, average, leaf.law, isOf(leaf), density) : lawAverage(average, leaf);
  }
}

const isOf =
  (v: RandomName) =>
  (n: Expr): boolean =>
    isName(n) && baseOf(n) === v.name;
const speaksOf = (e: Expr, v: RandomName): boolean => some(e, isOf(v));

/** A relation with the name alone on one side. */
const isBound = (e: Expr, v: RandomName): boolean =>
  e.op === "relation" && e.args.filter((a) => isOf(v)(a)).length === 1 && e.args.filter((a) => speaksOf(a, v)).length === 1;

/** `X + Y ≤ 1` as `X ≤ 1 - Y`. */
function isolated(e: Expr, v: RandomName): Expr {
  for (const [side, other] of [
    [0, 1],
    [1, 0],
  ]) {
    const sum = e.args[side];
    const own = sum?.op === "add" ? sum.args.filter((t) => isOf(v)(t)) : [];
    if (
      own.length !== 1 ||
      e.args.some((a, i) =>
        speaksOf(
          i === side
            ? node(
                "add",
                a.args.filter((t) => t !== own[0]),
                a.span,
              )
            : a,
          v,
        ),
      )
    )
      continue;
    const rest = sum.args.filter((t) => t !== own[0]).map((t) => node("neg", [t], t.span));
    const args = [...e.args];
    args[side] = own[0];
    args[other] = node("add", [e.args[other], ...rest], e.span);
    return { ...e, args };
  }
  return e;
}

/** The relations of an event; an event of another form is none. */
function relations(e: Expr): Expr[] {
  if (e.op === "relation") return extremes(e) ?? [e];
  if (e.op === "and" || e.op === "list" || e.op === "tuple" || (e.op === "set" && e.name === "intersection")) return e.args.flatMap(relations);
  throw new NotUnderstood("event/unknown", "this event is not understood", e.span);
}

/** min(X, Y) > t as X > t and Y > t; max(X, Y) ≤ t likewise. */
function extremes(e: Expr): Expr[] | undefined {
  const side = e.args.findIndex((a) => a.op === "call" && /^(min|max)$/.test(a.name ?? ""));
  const upper = /^>=?$/.test(e.name ?? "") === (side === 0);
  const fits = side >= 0 && /^[<>]=?$/.test(e.name ?? "") && (e.args[side].name === "min") === upper;
  return fits ? e.args[side].args.map((x) => ({ ...e, args: e.args.map((a, i) => (i === side ? x : a)) })) : undefined;
}

/** Whether a name is one variable with a law. */
const isOne = (v: RandomName): v is RandomName & { law: Law } => v.law !== undefined && !v.sequence && v.index === undefined && v.labels.size <= 1;

/** The average of an expression over one name by its law. */
export const lawAverage = (e: Expr, v: RandomName & { law: Law }): Expr => momentOf(e, v) ?? lawExpectation(e, v.law, isOf(v));

/** E[X] and E[X²] by the moments of the law. */
function momentOf(e: Expr, v: RandomName & { law: Law }): Expr | undefined {
  const isSquare = e.op === "pow" && e.args[1].name === "2";
  if (!isOf(v)(isSquare ? e.args[0] : e)) return undefined;
  const [mean, variance] = [lawMoment(v.law, "mean"), lawMoment(v.law, "variance")];
  if (!isSquare) return mean;
  return mean && variance && node("add", [variance, node("pow", [mean, number(2)], e.span)], e.span);
}

/**
 * Whether the nodes that stand for a law whose parameters are random give its moments up to a degree: the moments are polynomials in the parameters, and no
 * higher than `exactness` says that the nodes of a parameter can follow.
 */
export function isPolynomial(v: RandomName, degree: number, scope: RandomScopeValues, exactness: (v: RandomName) => number): boolean {
  const parents = parentsOf(v, scope);
  const { law } = v;
  if (parents.length === 0 || !law) return true;
  if (degree > 2 && !OF_POLYNOMIALS.has(law.family)) return false;
  const [mean, variance] = (["mean", "variance"] as const).map((kind) => {
    const e = lawMoment(law, kind);
    return e ? scope.degrees.of(e) : Number.POSITIVE_INFINITY;
  });
  const needed = degree <= 1 ? mean : law.family === gaussian || degree === 2 ? degree * Math.max(mean, variance / 2) : degree * Math.max(mean, variance);
  return parents.every((p) => needed <= exactness(p) && isPolynomial(p, needed, scope, exactness));
}
/** Families of which every moment is a polynomial in the parameters. */
const OF_POLYNOMIALS: ReadonlySet<NamedFamily> = new Set([gaussian, bernoulli, poisson, binomial]);
