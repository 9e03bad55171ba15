/** What a document says of its random variables: which names are random, how they are distributed, which are independent. */

import type { NamedFamily } from "../../distributions/family";
import { discreteUniform, familyWith, gaussian, otherMeaning, uniform } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, same, some, symbol } from "../../expression/tree";
import { formula } from "../reading/formula";
import { momentOf, type Placed } from "./moments";
import { withNumberedLaws } from "./numbered-laws";
import { addUpToOne } from "./whole-laws";

/** A named family with its parameters. */
export interface Law {
  readonly family: NamedFamily;
  readonly args: readonly Expr[];
}

/** Values and their probabilities. */
export type Points = readonly (readonly [Expr, Expr])[];

/** A random name; of a sequence X_1, X_2, … its base, with the letter that the statements about it use as index. */
export interface RandomVariable {
  readonly name: string;
  readonly sequence: boolean;
  readonly index?: string;
  readonly law?: Law;
  readonly mean?: Expr;
  readonly covariance?: Expr;
  /** Terms of the sequence have one distribution. */
  readonly identical?: boolean;
  /** Its values with their probabilities. */
  readonly points?: Points;
  /** What is said of it is said in the part of the step. */
  readonly here?: boolean;
  /** Its mean is that given another random name, its variance what that leaves. */
  readonly regressed?: boolean;
  /** Another name that has the same distribution. */
  readonly like?: string;
  /** The part in which something was said of it last. */
  readonly scope?: number;
  /** It is an event: true or false. */
  readonly event?: boolean;
  /** Its laws given other names, where it has one by itself: posteriors. */
  readonly posteriors?: readonly Posterior[];
}

/** The law of a name given the values of others. */
export interface Posterior {
  readonly given: ReadonlySet<string>;
  readonly law: Law;
}

/** What is said of random names before a step. */
export interface RandomSetting {
  readonly variables: ReadonlyMap<string, RandomVariable>;
  /** Names (bases) of which the words say that they are independent, in groups; a sequence is a group by itself. */
  readonly independent: readonly ReadonlySet<string>[];
  /** Events or families of events that exclude each other. */
  readonly exclusive?: readonly { readonly names: ReadonlySet<string>; readonly exhaustive: boolean }[];
  /** Probabilities of events that are given: a statistic and its value. */
  readonly probabilities?: readonly (readonly [Expr, Expr])[];
  /** All random names are taken to be independent though nothing says so. */
  readonly assumed?: boolean;
  /** The words say of some names no more than that they are uncorrelated. */
  readonly uncorrelated?: boolean;
}

export const NOTHING_RANDOM: RandomSetting = { variables: new Map(), independent: [] };

/** The names in front of a tilde: `X`, `X_i`, `X_1, \ldots, X_n`, `(X, Y)`. */
export function randomNames(e: Expr): Expr[] {
  if (e.op === "symbol" || e.op === "indexed") return [e];
  return e.op === "list" || e.op === "tuple" || e.op === "text"
    ? e.args.flatMap(randomNames)
    : e.args.length > 0 && some(e, (n) => n.op === "ellipsis")
      ? e.args.flatMap(randomNames)
      : [];
}

/** The law that stands behind a tilde: `\mathcal N(0, 1)`, `U[0, 1]`, `\chi^2_k`; undefined where it is none of the known. */
export function lawOf(e: Expr): Law | undefined {
  const made = (name: string, args: readonly Expr[]): Law | undefined => {
    const family = familyWith(name, args.length);
    return family && { family, args };
  };
  if (e.op === "apply" && e.name) return made(e.name, e.args);
  if (e.op === "statistic" && /^(expectation|variance)$/.test(e.name ?? "")) return undefined;
  if (e.op === "mul" && e.args.length === 2) {
    const [head, inside] = e.args;
    // Bernoulli(1 - p)^n: several of them, and no Bernoulli((1 - p)^n)
    if (inside.op === "pow" && inside.args[0].data?.bracket === "(") return undefined;
    const args = inside.op === "tuple" || inside.op === "list" ? inside.args : [inside];
    if (chi(head)) return made("\\chi^{2}", args);
    if (inside.op === "tuple" && inside.data?.open === "{" && familyWith((head.name ?? "").replace("\\text{", "\\mathrm{"), 2) === uniform)
      return overSet(inside.args);
    return head.op === "symbol" ? made(head.name ?? "", args) : undefined;
  }
  if (e.op === "pow" && e.args[0].op === "indexed" && e.args[0].name === "\\chi") return made("\\chi^{2}", e.args[0].args);
  if (e.op === "indexed" && chi({ ...e, op: "symbol" })) return made("\\chi^{2}", e.args);
  if (e.op === "indexed" && e.name === "t") return made("\\mathrm{t}", e.args);
  return undefined;
}

/** U{1, 6} and U{1, 2, …, 6}: over the whole numbers from the first to the last. */
function overSet(elements: readonly Expr[]): Law | undefined {
  const values = elements.filter((e) => e.op !== "ellipsis");
  const [first, last] = [values[0], values[values.length - 1]];
  const isRun = values.length < elements.length || values.length === 2 || values.every((e, i) => Number(e.name) === Number(first.name) + i);
  return values.length >= 2 && isRun ? { family: discreteUniform, args: [first, last] } : undefined;
}
const chi = (e: Expr): boolean => (e.op === "pow" && e.args[0].name === "\\chi" && e.args[1].name === "2") || e.name === "\\chi^{2}";

/** An item with the place of its statement. */
interface Stated extends Placed {
  readonly given?: readonly Expr[];
  readonly link: { readonly statement: { readonly at: number; readonly block: { readonly paragraph: number } } };
}

/** A sentence about random names; `order` places it among the items. */
export interface RandomSaid {
  readonly names: readonly Expr[];
  /** The names that the law is given. */
  readonly given?: readonly Expr[];
  readonly law?: Law;
  readonly mean?: Expr;
  readonly covariance?: Expr;
  readonly points?: Points;
  /** E[X²]. */
  readonly second?: Expr;
  readonly random?: boolean;
  /** The law is given by a formula: it says nothing new of a name that has a law in the same part. */
  readonly byFormula?: boolean;
  /** It is meant in the parts of its own problem alone. */
  readonly local?: true;
  /** By convention, in every part of the document. */
  readonly everywhere?: true;
  readonly independent?: boolean;
  /** No more than uncorrelated: independent as far as second moments go. */
  readonly uncorrelated?: boolean;
  readonly identical?: boolean;
  readonly event?: boolean;
  readonly exclusive?: boolean;
  /** "If A and B are disjoint": said for its own part alone. */
  readonly conditional?: boolean;
  /** The names are brought in again, as something else of which no law is read: what was said of them before is over. */
  readonly anew?: boolean;
  /** That the names are independent, or exclude each other, was supposed, and is over. */
  readonly over?: boolean;
  /** One of the exclusive events happens. */
  readonly exhaustive?: boolean;
  readonly order: number;
  readonly scope: number;
  /** The exercise or example that says it. */
  readonly exercise?: number;
  /** The headed problem that says it. */
  readonly task?: number;
}

/** A sentence's statements, each with the block that it is placed at. */
export interface Told extends Omit<RandomSaid, "order" | "scope" | "exercise"> {
  readonly at: number;
}

/**
 * What tildes, given moments and words before an item say; of several statements about one name the nearest counts. `here` are the parts that belong to the
 * problem of the item.
 */
export function randomFor(item: Stated, facts: readonly Stated[], said: readonly RandomSaid[], here: ReadonlySet<number>): RandomSetting {
  const statements: RandomSaid[] = [
    ...said.filter((s) => s.order < item.order && s.scope <= item.scope && !(s.conditional && s.scope < item.scope) && !(s.local && !here.has(s.scope))),
  ];
  const pairs: [Expr, Expr, Expr][] = [];
  for (const f of facts) {
    const place = { order: f.order, scope: f.scope };
    const near = f.order < item.order || (f.link.statement.block === item.link.statement.block && f.order !== item.order);
    if (!near || f.scope > item.scope) continue;
    if (f.relation === "∼") {
      const law = lawOf(f.right);
      const names = randomNames(f.left);
      if (names.length > 0)
        statements.push({ names, ...(law ? { law } : {}), ...(f.given ? { given: f.given } : {}), random: true, identical: law !== undefined, ...place });
    }
    const moment = f.relation === "=" && f.role === "given" && f.scope === item.scope ? momentOf(f.left) : undefined;
    const square = f.relation === "=" && f.role === "given" && f.scope === item.scope ? secondMoment(f.left) : undefined;
    if (square && !some(f.right, (n) => n.op === "statistic")) {
      const mean = meanSaid(square, f, facts);
      statements.push({ names: [square], second: f.right, ...(mean ? { mean } : {}), ...place });
    }
    const named = f.relation === "=" && f.scope === item.scope && f.left.op === "pow" && f.left.args[1].name === "2" ? momentOf(f.right) : undefined;
    if (named?.kind === "covariance" && /^(symbol|indexed)$/.test(f.left.args[0].op))
      statements.push({ names: [f.right.args[0]], covariance: f.left, ...place });
    if (moment && !some(f.right, (n) => n.op === "statistic")) statements.push({ names: [f.left.args[0]], [moment.kind]: f.right, ...place });
    const pair = f.relation === "=" && f.role === "given" && f.scope === item.scope ? covarianceOf(f.left) : undefined;
    if (pair && !some(f.right, (n) => n.op === "statistic")) pairs.push([...pair, f.right]);
    if (f.role === "perp") statements.push({ names: [...randomNames(f.left), ...randomNames(f.right)], independent: true, ...place });
  }
  const near = facts.filter(
    (f) =>
      (f.order < item.order || f.link.statement.block === item.link.statement.block) &&
      f.order !== item.order &&
      f.scope === item.scope &&
      isGivenProbability(f),
  );
  const given = near
    .map((f): [Expr, Expr] => [f.left, near.find((g) => same(g.left, f.right))?.right ?? f.right])
    .filter(([, value]) => !some(value, (n) => n.op === "statistic"));
  for (const points of pointsIn(given)) statements.push({ names: [points.name], points: points.points, order: item.order, scope: item.scope });
  const setting = settingOf(withNumberedLaws<Law, RandomSaid>(statements.sort((a, b) => a.order - b.order)), here);
  return {
    ...setting,
    variables: withCovariances(setting.variables, pairs),
    ...(given.length > 0 ? { probabilities: given } : {}),
  };
}

/** The names of Cov(X, Y). */
const covarianceOf = (e: Expr): [Expr, Expr] | undefined =>
  e.op === "statistic" &&
  e.name === "covariance" &&
  e.args.length === 2 &&
  e.args.every((a) => a.op === "symbol" || a.op === "indexed") &&
  !e.data?.under &&
  baseOf(e.args[0]) !== baseOf(e.args[1])
    ? [e.args[0], e.args[1]]
    : undefined;

/** Given Cov(X, Y) = c beside both variances: Y is taken as its regression on X and what is left, which has the same moments up to the second. */
function withCovariances(variables: ReadonlyMap<string, RandomVariable>, pairs: readonly (readonly [Expr, Expr, Expr])[]): ReadonlyMap<string, RandomVariable> {
  const found = new Map(variables);
  for (const [x, y, c] of pairs) {
    const [first, second] = [found.get(baseOf(x)), found.get(baseOf(y))];
    if (!first?.covariance || !second?.covariance || first.law || second.law || second.regressed || x.op !== "symbol" || y.op !== "symbol") continue;
    const minus = (e: Expr): Expr => node("neg", [e], e.span);
    const mean = node(
      "add",
      [second.mean ?? number(0), node("mul", [node("div", [c, first.covariance], c.span), node("add", [x, minus(first.mean ?? number(0))], x.span)], c.span)],
      c.span,
    );
    const covariance = node("add", [second.covariance, minus(node("div", [node("pow", [c, number(2)], c.span), first.covariance], c.span))], c.span);
    if (first.mean && second.mean) found.set(second.name, { ...second, mean, covariance, regressed: true });
  }
  return found;
}

/** What the part says the mean of a name is, as a step of its own too: E[X] = … = 3 beside E[X²] = 10. */
function meanSaid(name: Expr, beside: Stated, facts: readonly Stated[]): Expr | undefined {
  const said = facts.filter((f) => f.relation === "=" && f.scope === beside.scope && momentOf(f.left)?.kind === "mean" && same(f.left.args[0], name));
  return said.find((f) => !some(f.right, (n) => n.op === "statistic"))?.right;
}

/** The name X of E[X²]. */
export function secondMoment(e: Expr): Expr | undefined {
  const [body] = e.args;
  const isSquare = e.op === "statistic" && e.name === "expectation" && e.args.length === 1 && body.op === "pow" && body.args[1].name === "2";
  return isSquare && (body.args[0].op === "symbol" || body.args[0].op === "indexed") ? body.args[0] : undefined;
}

/** The variance of a name of which the second moment is given. */
const fromSecond = (second: Expr, mean: Expr | undefined): Expr =>
  mean === undefined || (mean.op === "number" && Number(mean.name) === 0)
    ? second
    : node("add", [second, node("neg", [node("pow", [mean, number(2)], mean.span)], mean.span)], second.span);

/** P(A) = 0.3, P(A | B) = p, as a given. */
export const isGivenProbability = (f: Pick<Stated, "left" | "right" | "relation" | "role">): boolean =>
  f.relation === "=" &&
  (f.role === "given" || f.role === "soft") &&
  f.left.op === "statistic" &&
  f.left.name === "probability" &&
  (f.right.name === "probability" || !some(f.right, (n) => n.op === "statistic" || n.op === "apply"));

/** The values that a name takes by given probabilities, P(X = 1) = p, P(X = 0) = 1 - p: at least two, and no others. */
function pointsIn(given: readonly (readonly [Expr, Expr])[]): { name: Expr; points: Points }[] {
  const found = new Map<string, { name: Expr; points: (readonly [Expr, Expr])[] }>();
  for (const [statistic, value] of given) {
    const [event] = statistic.args;
    if (statistic.args.length !== 1 || event.op !== "relation" || event.name !== "=" || randomNames(event.args[0]).length !== 1) continue;
    // a letter for all values is none of them
    if (some(event.args[1], (n) => n.op === "symbol")) continue;
    const name = baseOf(event.args[0]);
    const own = found.get(name) ?? { name: event.args[0], points: [] };
    if (!own.points.some(([v]) => same(v, event.args[1]))) own.points.push([event.args[1], value]);
    found.set(name, own);
  }
  return [...found.values()].filter((f) => f.points.length > 1 && addUpToOne(f.points.map(([, probability]) => probability)));
}

function settingOf(statements: readonly RandomSaid[], here: ReadonlySet<number>): RandomSetting {
  const variables = new Map<string, RandomVariable>();
  const lawful = (s: RandomSaid): boolean =>
    !s.law &&
    !s.random &&
    !s.independent &&
    (s.mean ?? s.covariance ?? s.second) !== undefined &&
    s.names.every((e) => variables.get(baseOf(e))?.law !== undefined && variables.get(baseOf(e))?.scope === s.scope);
  let independent: Set<string>[] = [];
  let exclusive: { names: ReadonlySet<string>; exhaustive: boolean }[] = [];
  for (const s of statements) {
    // the moments of a law are its own
    if (lawful(s)) continue;
    if (s.byFormula && s.names.some((e) => variables.get(baseOf(e))?.law && variables.get(baseOf(e))?.scope === s.scope)) continue;
    const bases = new Set(s.names.map(baseOf));
    if (s.anew) for (const name of bases) variables.delete(name);
    if (s.anew) continue;
    if (s.over) {
      const isOver = (names: ReadonlySet<string>): boolean => [...names].every((n) => bases.has(n));
      independent = independent.filter((names) => !isOver(names));
      exclusive = exclusive.filter((e) => !isOver(e.names));
      continue;
    }
    // X_1, …, X_n and X_i speak of a sequence
    for (const e of s.names) {
      const name = baseOf(e);
      const before = variables.get(name);
      if (before?.law && isOfOneProblem(before.scope, s.scope, here) && s.law && s.given) {
        variables.set(name, { ...before, posteriors: [...(before.posteriors ?? []), { given: new Set(s.given.map(baseOf)), law: s.law }] });
        continue;
      }
      const index = e.op === "indexed" && e.args.length === 1 && e.args[0].op === "symbol" ? e.args[0].name : undefined;
      const redefined = s.law !== undefined || s.random === true;
      const kept = (redefined && s.law) || (s.random && before && before.scope !== s.scope) ? undefined : before;
      variables.set(name, {
        name,
        sequence: e.op === "indexed" || (before?.sequence === true && !redefined),
        ...(index ? { index } : before?.index ? { index: before.index } : {}),
        ...(s.law ? { law: s.law } : kept?.law && !s.mean && !s.covariance ? { law: kept.law } : {}),
        ...(s.mean ? { mean: s.mean } : kept?.mean ? { mean: kept.mean } : {}),
        ...(s.covariance
          ? { covariance: s.covariance }
          : s.second
            ? { covariance: fromSecond(s.second, kept?.mean) }
            : kept?.covariance
              ? { covariance: kept.covariance }
              : {}),
        ...((here.has(s.scope) || s.everywhere) && (s.law || s.points || kept?.here) ? { here: true } : {}),
        scope: s.scope,
        ...(s.identical || kept?.identical ? { identical: true } : {}),
        ...(s.points ? { points: s.points, identical: true } : kept?.points ? { points: kept.points, identical: true } : {}),
        ...(s.identical && bases.size > 1 && !s.law ? { like: [...bases][0] } : kept?.like ? { like: kept.like } : {}),
        ...(s.event || before?.event ? { event: true } : {}),
        ...(before?.posteriors && !redefined ? { posteriors: before.posteriors } : {}),
      });
    }
    if (s.independent && bases.size > 0) independent.push(bases);
    if (s.exclusive && bases.size > 0) exclusive.push({ names: bases, exhaustive: s.exhaustive === true });
  }
  return { variables, independent, exclusive, ...(statements.some((s) => s.uncorrelated) ? { uncorrelated: true } : {}) };
}

const isOfOneProblem = (scope: number | undefined, other: number, here: ReadonlySet<number>): boolean =>
  scope === other || (scope !== undefined && here.has(scope) && here.has(other));

/** The base of an indexed name, any other name itself. */
export const baseOf = (e: Expr): string => (e.op === "indexed" ? (e.name ?? "") : symbolName(e));

/** Whether names with such a base stand in an expression, X for X and X_1. */
export const hasBase = (e: Expr, test: (base: string) => boolean): boolean => some(e, (n) => (n.op === "symbol" || n.op === "indexed") && test(baseOf(n)));

/** A setting in which families are meant otherwise; `whole` where an interval is taken for the whole numbers in it. */
interface OtherSetting {
  readonly setting: RandomSetting;
  readonly says: string;
  readonly whole?: true;
}

/** The settings in which families are meant otherwise: rates for scales, failures for trials. */
export function otherMeanings(setting: RandomSetting): OtherSetting[] {
  const found: OtherSetting[] = [];
  const families = new Set([...setting.variables.values()].flatMap((v) => (v.law ? [v.law.family] : [])));
  for (const family of families) {
    const other = otherMeaning(family);
    if (!other || isRate(setting, family) || isVariance(setting, family)) continue;
    if (other.whole && [...setting.variables.values()].some((v) => v.law?.family === family && !isWholeRange(v.law.args))) continue;
    const variables = new Map(
      [...setting.variables].map(([name, v]): [string, RandomVariable] =>
        v.law?.family === family
          ? [name, { ...v, law: { family: other.family, args: other.arguments.map((a) => placed(formula(a), family.parameters, v.law?.args ?? [])) } }]
          : [name, v],
      ),
    );
    found.push({ setting: { ...setting, variables }, says: other.says, ...(other.whole ? { whole: true } : {}) });
  }
  return found;
}

/** From 1 to 10: of 0 and 1 an interval is meant. */
const isWholeRange = (args: readonly Expr[]): boolean =>
  args.every((a) => a.op === "number" && Number.isInteger(Number(a.name))) && Number(args[1]?.name) - Number(args[0]?.name) > 1;

/** N(μ, σ²): a square is a variance. */
export const hasSquaredScale = ({ family, args }: Law): boolean => family === gaussian && args[1]?.op === "pow" && args[1].args[1].name === "2";
const isVariance = (setting: RandomSetting, family: NamedFamily): boolean =>
  [...setting.variables.values()].some((v) => v.law?.family === family && hasSquaredScale(v.law));

/** λ is a rate wherever it is a parameter of waiting times. */
const isRate = (setting: RandomSetting, family: NamedFamily): boolean =>
  /^exponential/i.test(family.words ?? "") &&
  [...setting.variables.values()].some((v) => v.law?.family === family && v.law.args.some((a) => a.name === "\\lambda"));

/** A formula with expressions in the places of its parameters. */
export const placed = (e: Expr, parameters: readonly string[], args: readonly Expr[]): Expr =>
  rewrite(e, (n) => (n.op === "symbol" && parameters.includes(n.name ?? "") ? (args[parameters.indexOf(n.name ?? "")] ?? symbol(n.name ?? "")) : n));
