/** A posterior that is stated as a law, "θ | x ∼ Beta(a + x, b + n - x)": the claim that its density is proportional to prior times likelihood. */
import { gaussian, otherMeaning } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, some, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";
import { allNames } from "../names/all-names";
import { baseOf, hasBase, type Law, lawOf, placed, randomNames } from "../random/random";
import { formula } from "../reading/formula";

/** A claim with the meaning of its families that it rests on, where that is not the usual one. */
export interface PosteriorClaim {
  readonly item: Item;
  readonly says?: string;
}

/**
 * The claims that a law behind "θ | x ∼" may make where tildes of the same part before it give θ a law and x one with θ in it: prior times likelihood ∝ density,
 * in θ. The families are meant as usual in the first. None for any other item, where the law speaks of names that neither of the two nor a formula knows, and
 * where the sentence supposes another prior.
 */
export function posteriorClaims(item: Item, facts: readonly Item[], words: string): PosteriorClaim[] {
  if (item.relation !== "∼" || !item.given || item.left.op !== "symbol" || !lawOf(item.right) || SUPPOSED.test(words)) return [];
  const claims = meaningsBefore(item, facts).map(({ meant, says }) => ({ item: posteriorClaim(item, facts, meant), says }));
  return claims[0].item ? claims.flatMap(({ item: claim, says }) => (claim ? [{ item: claim, ...(says ? { says } : {}) }] : [])) : [];
}

/** What the laws before an item may mean: all as usual, then one family at a time otherwise, a scale for a rate. */
export interface Meaning {
  readonly meant: (law: Law) => Law;
  readonly says?: string;
}

export function meaningsBefore(item: Item, facts: readonly Item[]): Meaning[] {
  const tildes = facts.filter((f) => f.relation === "∼" && f.order <= item.order && f.scope === item.scope);
  const others = [...new Set(tildes.flatMap((f) => lawOf(f.right)?.family ?? []))].flatMap((family): Meaning[] => {
    const other = otherMeaning(family);
    if (!other) return [];
    const meant = (law: Law): Law =>
      law.family === family ? { family: other.family, args: other.arguments.map((a) => placed(formula(a), family.parameters, law.args)) } : law;
    return [{ meant, says: other.says }];
  });
  return [{ meant: (law) => law }, ...others];
}

/** Words that say that a posterior is none of the prior and the likelihood before it. */
export const SUPPOSED =
  /\b(if|instead|flat|improper|non-?informative|uninformative|another|other|different|alternatively|approximat\w+|variational|mean[- ]field)\b/i;

/** Prior and likelihood of a name given others, with the laws that they are of. */
export interface Product {
  readonly factors: readonly Expr[];
  readonly laws: readonly Law[];
}

/** Prior times likelihood of the name in front of a tilde given the names behind its bar; undefined where one of them is not said. */
export function priorTimesLikelihood(item: Item, facts: readonly Item[], meant: (law: Law) => Law): Product | undefined {
  const variable = item.left.name ?? "";
  const tildes = ownTildes(item, facts, meant);
  const prior = tildes.filter((t) => isOwn(t) && t.item.left.op === "symbol" && t.names.has(variable)).pop();
  if (!prior || !item.given) return undefined;
  const found: [Expr, Law][] = [];
  const observed = [...new Set(item.given.map(baseOf))].map((x) => ({ x, own: lawOfObserved(x, tildes) }));
  for (const { x, own } of observed) {
    const factor = own && likelihood(x, variable, own, item);
    if (factor) found.push([factor, own.law]);
    // another parameter has a law that this one is no part of; a design has none
    else if (own ? mentions(own.law, variable) || mentions(prior.law, x) : !observed.some((o) => o.own && mentions(o.own.law, x))) return undefined;
  }
  if (found.length === 0) return undefined;
  return { factors: [densityAt(prior.law, item.left), ...found.map(([f]) => f)], laws: [prior.law, ...found.map(([, l]) => l)] };
}

function posteriorClaim(item: Item, facts: readonly Item[], meant: (law: Law) => Law): Item | undefined {
  const law = lawOf(item.right);
  const product = priorTimesLikelihood(item, facts, meant);
  if (!law || !product) return undefined;
  const left = node("mul", product.factors, item.right.span, undefined, { style: "cdot" });
  const known = allNames([left]);
  const isSaid = (name: string): boolean =>
    facts.some((f) => (f.fact?.kind === "definition" ? f.fact.name : f.fact?.kind === "equation" && symbolName(f.fact.left)) === name);
  if (![...allNames(law.args)].every((n) => known.has(n) || isSaid(n))) return undefined;
  return { ...item, relation: "∝", role: "claim", left, right: densityAt(meant(law), item.left), posteriorOf: item.left };
}

/** The laws behind tildes before an item, in its part. */
export const tildesBefore = (item: Item, facts: readonly Item[]): Item[] =>
  facts.filter((f) => f.relation === "∼" && f.order < item.order && f.scope === item.scope);

/** Those that say how names came about: a law given others of a name that has one by itself is a posterior. */
function ownTildes(item: Item, facts: readonly Item[], meant: (law: Law) => Law): Tilde[] {
  const all = tildesBefore(item, facts)
    .filter((f) => lawOf(f.right))
    .map((f): Tilde => ({ names: new Set(randomNames(f.left).map(baseOf)), law: meant(lawOf(f.right) as Law), item: f }));
  return all.filter((t) => isOwn(t) || !all.some((u) => isOwn(u) && u.item.order < t.item.order && [...t.names].some((n) => u.names.has(n))));
}

const isOwn = (t: Tilde): boolean => t.item.given === undefined;

/** The likelihood of a parameter by the last law of a name that was observed, of all its terms where there are several. */
export function likelihoodIn(
  x: string,
  parameter: Expr,
  item: Item,
  facts: readonly Item[],
  observed: readonly Expr[],
  meant: Meaning["meant"],
): Expr | undefined {
  const own = lawOfObserved(x, ownTildes(item, facts, meant));
  return own && likelihood(x, symbolName(parameter), own, { ...item, given: observed });
}

const lawOfObserved = (x: string, tildes: readonly Tilde[]): Tilde | undefined =>
  tildes.filter((t) => t.names.has(x) && (!isOwn(t) || !tildes.some((u) => !isOwn(u) && u.names.has(x)))).pop();

/** The first law of one or several names. */
interface Tilde {
  readonly names: ReadonlySet<string>;
  readonly law: Law;
  readonly item: Item;
}

const mentions = ({ args }: Law, name: string): boolean => args.some((a) => hasBase(a, (base) => base === name));

/** The density at a name of what is written as its law; what is no law stays as it is. */
export function densityOfLaw(written: Expr, name: Expr): Expr {
  const law = lawOf(written);
  return law ? densityAt(law, name) : written;
}

/** The density of a law at a name; of a normal law of vectors it is that of vectors. */
export const densityAt = (law: Law, at: Expr): Expr =>
  isOfMatrices(law)
    ? node("apply", [at, ...law.args], law.args[0].span, law.family.spellings[0], { split: 1, indices: 0, order: false, bound: "|" })
    : placed(formula(law.family.density), [...law.family.parameters, "x"], [...law.args, at]);

/** A normal law whose parameters are written with matrices: N(Xw, σ² I). */
export const isOfMatrices = ({ family, args }: Law): boolean =>
  family === gaussian && args.length === 2 && args.some((a) => some(a, (n) => n.op === "transpose" || n.op === "matrix" || isMatrixName(n)));
/** A capital that stands for a matrix in a law of vectors. */
export const isMatrixName = (e: Expr): boolean => /^(symbol|indexed)$/.test(e.op) && MATRIX.test(e.name ?? "");
const MATRIX = /^(I|[A-Z]|\\(Sigma|Lambda)|\\(mathbf|boldsymbol)\{\\?[A-Z][a-z]*\})$/;

/** The density of what was observed, as a function of the parameter: of one name, or of all terms of a sample. */
function likelihood(name: string, parameter: string, { law, item: f }: Tilde, item: Item): Expr | undefined {
  if (f.given?.some((g) => symbolName(g) === parameter) === false || !mentions(law, parameter)) return undefined;
  if (f.left.op === "symbol") return densityAt(law, f.left);
  // terms that differ in more than their letter have an index of their own
  const index = f.left.op === "indexed" ? f.left.args[0]?.name : "i";
  if (index === undefined || (f.left.op !== "indexed" && law.args.some((a) => some(a, (n) => n.op === "indexed")))) return undefined;
  const term = densityAt(law, node("indexed", [symbol(index)], f.left.span, name));
  const last = countOf(name, f.left, item);
  return last ? node("prod", [term, number(1), last], f.left.span, index, { bound: index }) : node("prod-over", [term], f.left.span, index, { bound: index });
}

/** How many terms a sample has: n of x_1, …, x_n in front of the tilde or behind the bar, or of the sums over its terms in the law. */
function countOf(name: string, sample: Expr, item: Item): Expr | undefined {
  for (const listed of [randomNames(sample), item.given ?? []]) {
    const ends = listed.filter((n) => n.op === "indexed" && n.name === name && n.args.length === 1);
    if (ends.length > 1) return ends[ends.length - 1].args[0];
  }
  const ofSample = (n: Expr): boolean => n.op === "sum" && n.args.length === 3 && some(n.args[0], (t) => t.op === "indexed" && t.name === name);
  let found: Expr | undefined;
  walk(item.right, (n) => {
    if (ofSample(n)) found = n.args[2];
  });
  return found;
}
