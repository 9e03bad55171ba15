/** Expectations, variances, covariances and probabilities of random names, computed over the outcomes of a finite space or by the density of a law. */
import { column, indices, repeated } from "../../base/columns";
import { baseOf, type Law, lawOf, randomNames } from "../../derivation/random/random";
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, node, number, some, symbol } from "../../expression/tree";
import { NotUnderstood, type Value } from "../../expression/value";
import { collapse } from "../../notation/series/sums";
import { isPolynomial, lawAverage, nestedAverage, parentsOf } from "./nested-laws";
import { givenNormal, isShown } from "./normal-conditions";
import { indicator } from "./random-events";
import { lawExpectation, lawProbability } from "./random-laws";
import { type RandomName, uncomplemented } from "./random-names";
import type { RandomScopeValues } from "./random-scope";
import { OUTCOME } from "./random-values";

const minus = (e: Expr): Expr => node("neg", [e], e.span);
const mul = (...args: Expr[]): Expr => node("mul", args, args[0].span, undefined, { style: "juxtaposed" });
const square = (e: Expr): Expr => node("pow", [e, number(2)], e.span);

/** The value of a statistic or of a probability. */
export function randomStatistic<T>(e: Expr, ev: Evaluator<T>, scope: RandomScopeValues): Value<T> {
  const kind = e.op === "apply" ? "probability" : (e.name ?? "");
  const under = e.data?.under ? e.args[e.args.length - 1] : undefined;
  const all = e.data?.under ? e.args.slice(0, -1) : e.args;
  const split = Math.min(Number(e.data?.split ?? all.length), all.length);
  const [front, back] = [all.slice(0, split), all.slice(split)];
  const given = conditionsOf(back, scope);
  const expected = (body: Expr): Expr => statistic(body, back, e, under);
  const vector = (x: Expr): boolean => ev.evaluate(x).kind === "matrix";
  const product = (x: Expr, y: Expr): Expr => (isVector(x, ev, vector) || isVector(y, ev, vector) ? mul(x, node("transpose", [y], y.span)) : mul(x, y));
  switch (kind) {
    case "expectation":
      if (front.length !== 1) break;
      return expectation(front[0], given, under, ev, scope, e);
    case "probability":
      return probability(front, back, given, under, ev, scope, e);
    case "variance":
      if (front.length !== 1) break;
      return ev.evaluate(
        isVector(front[0], ev, vector)
          ? node("add", [expected(product(front[0], front[0])), minus(product(expected(front[0]), expected(front[0])))], e.span)
          : node("add", [expected(square(front[0])), minus(square(expected(front[0])))], e.span),
      );
    case "covariance": {
      const [x, y] = [front[0], front[1] ?? front[0]];
      if (front.length > 2) break;
      return ev.evaluate(node("add", [expected(product(x, y)), minus(product(expected(x), expected(y)))], e.span));
    }
    case "correlation": {
      if (front.length !== 2) break;
      const of = (name: string, args: readonly Expr[]): Expr =>
        node("statistic", [...args, ...back], e.span, name, { split: args.length, under: false, separators: "|" });
      return ev.evaluate(node("div", [of("covariance", front), mul(root(of("variance", [front[0]])), root(of("variance", [front[1]])))], e.span));
    }
    case "mse":
    case "bias": {
      const of = front[1] ?? estimated(front[0]);
      if (!of || front.length > 2) break;
      const error = node("add", [front[0], minus(of)], e.span);
      return ev.evaluate(expected(kind === "mse" ? square(error) : error));
    }
    case "deviation":
      return ev.evaluate(root({ ...e, name: "variance" }));
  }
  throw new NotUnderstood("statistic/unknown", `this ${kind} is not understood`, e.span);
}

/** What an estimator is of: θ of \hat θ_n. */
function estimated(e: Expr): Expr | undefined {
  const inside = /^\\(?:hat|widehat|tilde|widetilde)\{(.+)\}$/.exec(e.name ?? "")?.[1];
  return inside === undefined ? undefined : node("symbol", [], e.span, inside);
}

const root = (e: Expr): Expr => node("pow", [e, node("div", [number(1), number(2)], e.span)], e.span);
const statistic = (body: Expr, back: readonly Expr[], e: Expr, under: Expr | undefined): Expr =>
  node("statistic", [body, ...back, ...(under ? [under] : [])], e.span, "expectation", { split: 1, under: under !== undefined, separators: "|" });

function isVector<T>(x: Expr, ev: Evaluator<T>, test: (x: Expr) => boolean): boolean {
  return some(x, (n) => ((n.op === "symbol" || n.op === "indexed") && ev.model.shape?.(baseOf(n)) !== undefined) || n.op === "matrix") && test(x);
}

/** Events behind the bar as they are, names as "at the value that they have here". */
interface Given {
  /** All that stands behind the bar. */
  readonly names: readonly Expr[];
  readonly events: readonly Expr[];
  readonly levels: readonly Expr[];
}

function conditionsOf(back: readonly Expr[], scope: RandomScopeValues): Given {
  const isLevel = (a: Expr): boolean =>
    !/^(relation|set|and|or)$/.test(a.op) &&
    !(a.op === "pow" && /^(c|C)$/.test(a.args[1].name ?? "")) &&
    !some(a, (n) => (n.op === "symbol" || n.op === "indexed") && [n, uncomplemented(n)].some((own) => scope.names.get(baseOf(own))?.event === true));
  const flat = back.flatMap((b) => (b.op === "tuple" || b.op === "list" ? b.args : [b]));
  // a condition that nothing random is in conditions nothing: E[X | θ]
  const isRandom = (a: Expr): boolean => namesIn(a, scope).length > 0;
  return { names: flat.flatMap(randomNames), events: flat.filter((b) => !isLevel(b)), levels: flat.filter((b) => isLevel(b) && isRandom(b)) };
}

/** The random names in an expression, definitions followed. */
function namesIn(e: Expr, scope: RandomScopeValues): RandomName[] {
  return [...scope.names.values()].filter((v) => scope.degrees.dependsOn(e, v.name));
}

function expectation<T>(written: Expr, given: Given, under: Expr | undefined, ev: Evaluator<T>, scope: RandomScopeValues, e: Expr): Value<T> {
  // a function is called without the outcome: ℓ(θ) of a sample is averaged as what it stands for
  const body = some(written, (n) => n.op === "apply") ? scope.degrees.inlined(written) : written;
  const law = under?.op === "relation" && under.name === "∼" ? lawOf(under.args[1]) : undefined;
  if (under?.op === "relation" && law)
    return ev.evaluate(lawExpectation(body, law, (n) => (n.op === "symbol" || n.op === "indexed") && baseOf(n) === baseOf(under.args[0])));
  // an average over some names leaves the others as they are
  const over =
    under && under.op !== "relation"
      ? [under, ...(under.op === "list" || under.op === "tuple" ? under.args : [])].map(baseOf).filter((n) => scope.names.has(n))
      : [];
  const others = over.length > 0 ? namesIn(body, scope).filter((v) => !over.includes(v.name)) : [];
  if (others.length > 0) {
    if (others.some((v) => v.sequence || !scope.setting.independent.some((g) => g.has(v.name) && over.every((n) => g.has(n)))))
      throw new NotUnderstood("expectation/partial", "an expectation over some of several random names", e.span);
    return expectation(body, { ...given, levels: [...given.levels, ...others.map((v) => symbol(v.name, e.span))] }, undefined, ev, scope, e);
  }
  if (given.events.length === 0 && given.levels.length === 0) {
    const alone = aloneWithLaw(body, scope);
    if (alone && scope.degrees.of(body) > exactness(alone.name, scope) && parentsOf(alone.name, scope).length === 0)
      return ev.evaluate(lawExpectation(scope.degrees.inlined(body), alone.name.law, alone.is));
  }
  const posterior = given.events.length === 0 && given.names.length > 0 ? byPosterior(body, given.names, scope) : undefined;
  if (posterior) return ev.evaluate(posterior);
  const simple = namesIn(body, scope).every(
    (v) => scope.degrees.of(body) <= exactness(v, scope) && isPolynomial(v, scope.degrees.of(body), scope, (w) => exactness(w, scope)),
  );
  const shown = given.events.every((x) => isShown(x, scope, (v) => exactness(v, scope)));
  if (given.levels.length === 0 && (!simple || !shown)) {
    const nested = conditionalAverage(body, given.events, scope);
    if (nested) return ev.evaluate(nested);
  }
  for (const v of namesIn(body, scope))
    if (!simple) throw new NotUnderstood("random/degree", `moments of ${v.name} of so high an order beside other random names`, e.span);
  const [level] = given.levels;
  const regressed = given.events.length === 0 && given.levels.length === 1 ? givenNormal(body, level, ev, scope) : undefined;
  if (regressed) return overOutcomes(regressed.body, { names: [], events: [], levels: [] }, regressed.ev, scope, e);
  for (const x of [...given.events, ...given.levels])
    if (!isShown(x, scope, (v) => exactness(v, scope)))
      throw new NotUnderstood("random/condition", "this condition on names with laws is not understood", e.span);
  return overOutcomes(body, given, ev, scope, e);
}

/** Up to which degree the nodes of a name give its moments; those of drawn values and of names that are 0 or 1 give all. */
function exactness(v: RandomName, scope: RandomScopeValues): number {
  if (!v.law || v.law.family.support === "binary") return Number.POSITIVE_INFINITY;
  // without its moments its nodes are not known
  if (v.law.family.skewness === undefined) return 0;
  const source = scope.space?.sources.find((s) => s.variable.name === v.name);
  return source ? (source.values === "law" ? 2 * source.size - 1 : 2) : 0;
}

/** The one random name of an expression, where it has a law and is no sequence. */
function aloneWithLaw(body: Expr, scope: RandomScopeValues): { name: RandomName & { law: Law }; is: (e: Expr) => boolean } | undefined {
  const names = namesIn(body, scope);
  if (names.length !== 1 || !names[0].law) return undefined;
  const [name] = names;
  const full = new Set<string>();
  some(scope.degrees.inlined(body), (n) => {
    if ((n.op === "symbol" || n.op === "indexed") && baseOf(n) === name.name) full.add(JSON.stringify([n.name, n.args.map((a) => a.name)]));
    return false;
  });
  if (full.size !== 1) return undefined;
  return { name: name as RandomName & { law: Law }, is: (n) => (n.op === "symbol" || n.op === "indexed") && baseOf(n) === name.name };
}

function probability<T>(
  front: readonly Expr[],
  back: readonly Expr[],
  given: Given,
  under: Expr | undefined,
  ev: Evaluator<T>,
  scope: RandomScopeValues,
  e: Expr,
): Value<T> {
  const event = indicator(front, e);
  const alone = under === undefined && front.length === 1 ? aloneWithLaw(joined(front[0], back), scope) : undefined;
  const ofLaws = [...front, ...back].flatMap((x) => namesIn(x, scope)).some((v) => v.law && v.law.family.support !== "binary");
  if (ofLaws && under === undefined && given.levels.length === 0 && !(alone && parentsOf(alone.name, scope).length === 0)) {
    const nested = conditionalAverage(number(1), back, scope, front);
    if (nested) return ev.evaluate(nested);
  } else if (alone && alone.name.law.family.support !== "binary") {
    if (back.length === 0) return ev.evaluate(lawProbability(scope.degrees.inlined(front[0]), alone.name.law, alone.is));
    const both = lawProbability(joined(front[0], back), alone.name.law, alone.is);
    return ev.evaluate(node("div", [both, lawProbability(joined(back[0], back.slice(1)), alone.name.law, alone.is)], e.span));
  }
  for (const v of namesIn(event, scope)) {
    if (v.law && v.law.family.support !== "binary") throw new NotUnderstood("event/law", "an event of several random names with laws", e.span);
    if (!v.event && !v.law && !v.points) refuseValues([...front, ...back], v.name, e);
  }
  return overOutcomes(event, given, ev, scope, e);
}

/** E[body | names] by the law that a name is said to have given just these. */
function byPosterior(body: Expr, names: readonly Expr[], scope: RandomScopeValues): Expr | undefined {
  const alone = aloneWithLaw(body, scope);
  const bases = new Set(names.map(baseOf));
  const found = alone?.name.posteriors?.find(({ given }) => given.size === bases.size && [...given].every((n) => bases.has(n)));
  return alone && found && lawAverage(scope.degrees.inlined(body), { ...alone.name, law: found.law });
}

/** E[body; front | back] by nested laws. */
function conditionalAverage(body: Expr, back: readonly Expr[], scope: RandomScopeValues, front: readonly Expr[] = []): Expr | undefined {
  const whole = nestedAverage(body, [...front, ...back], back.length > 0, scope);
  if (!whole || back.length === 0) return whole;
  const condition = nestedAverage(number(1), back, true, scope);
  return condition && node("div", [whole, condition], body.span);
}

const joined = (first: Expr, rest: readonly Expr[]): Expr => rest.reduce((a, b) => node("and", [a, b], a.span), first);

/** X = 3 of a name of which nothing is said: how likely that is, drawn values do not show. */
function refuseValues(events: readonly Expr[], name: string, e: Expr): void {
  for (const event of events)
    if (
      some(
        event,
        (n) => n.op === "relation" && (n.name === "=" || n.name === "!=") && some(n, (x) => (x.op === "symbol" || x.op === "indexed") && baseOf(x) === name),
      )
    )
      throw new NotUnderstood("event/value", `which values ${name} takes is not said`, e.span);
}

/** Σ w f / Σ w over the outcomes, or over those that the conditions leave. */
function overOutcomes<T>(body: Expr, given: Given, ev: Evaluator<T>, scope: RandomScopeValues, e: Expr): Value<T> {
  const values = scope.values();
  const { A } = ev;
  const levels = given.levels.map((l) => ev.evaluate(l));
  const size = values.space.outcomes;
  const { width } = ev.frame;
  const starts = indices(width + 1, (j) => j * size);
  const wide = ev.widen(repeated(width, size));
  const hidden = levels.reduce((inner, value, i) => inner.with(`\u0003level${i}`, widened(value, A, size)), wide);
  const inner = hidden.with(OUTCOME, { kind: "element", space: OUTCOME, index: column(width * size, (k) => k % size) });
  let weight = values.weight(inner);
  if (given.events.length > 0) weight = A.mul(weight, inner.scalar(indicator(given.events, e)));
  given.levels.forEach((l, i) => {
    const [here, there] = [inner.evaluate(l), inner.frame.find(`\u0003level${i}`) as Value<T>];
    for (const [x, y] of pairs(here, there, e)) weight = A.mul(weight, A.equal(x, y));
  });
  const terms = { starts, inner };
  const sum = (value: Value<T>): Value<T> => collapse(inner as Evaluator<T>, value, terms, "sum", e);
  const total = ev.number(sum({ kind: "scalar", x: weight }), e);
  const value = inner.evaluate(body);
  if (value.kind === "matrix") {
    const summed = sum({ ...value, items: value.items.map((x) => A.mul(weight, x)) });
    return summed.kind === "matrix" ? { ...summed, items: summed.items.map((x) => A.div(x, total)) } : summed;
  }
  return { kind: "scalar", x: A.div(ev.number(sum({ kind: "scalar", x: A.mul(weight, inner.number(value, body)) }), e), total) };
}

/** The value that a condition has in the lanes of the outer evaluator, repeated for every outcome. */
function widened<T>(value: Value<T>, A: Evaluator<T>["A"], size: number): Value<T> {
  const column = (x: T): T =>
    A.width(x) === 1
      ? x
      : A.gather(
          x,
          indices(A.width(x) * size, (k) => Math.floor(k / size)),
        );
  if (value.kind === "scalar") return { ...value, x: column(value.x) };
  if (value.kind === "matrix") return { ...value, items: value.items.map(column) };
  throw new NotUnderstood("random/condition", "this condition of an expectation is not understood");
}

function pairs<T>(a: Value<T>, b: Value<T>, e: Expr): [T, T][] {
  if (a.kind === "scalar" && b.kind === "scalar") return [[a.x, b.x]];
  if (a.kind === "matrix" && b.kind === "matrix" && a.items.length === b.items.length) return a.items.map((x, i) => [x, b.items[i]]);
  throw new NotUnderstood("random/condition", "this condition of an expectation is not understood", e.span);
}
