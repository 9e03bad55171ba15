/** Expectations given the value of a name that is jointly normal with all that is averaged: what the condition says is put in by regression. */
import { baseOf } from "../../derivation/random/random";
import { gaussian } from "../../distributions/index";
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, node, rewrite, some, symbol } from "../../expression/tree";
import type { RandomName } from "./random-names";
import type { RandomScopeValues } from "./random-scope";

/** The value that the condition has outside of the expectation. */
const AT = "\u0003at";

/** An average without a condition, with what its hidden names are worth. */
export interface Regressed<T> {
  readonly body: Expr;
  readonly ev: Evaluator<T>;
}

/**
 * E[f(g) | x = a] as E[f(g + c (a - x))], where c are the slopes Cov(g, x) / Var(x): for jointly normal names the two are equal whatever f is.
 * Source: Matheron's rule (Journel and Huijbregts, Mining Geostatistics, 1978). Undefined where the names are not jointly normal.
 */
export function givenNormal<T>(body: Expr, level: Expr, ev: Evaluator<T>, scope: RandomScopeValues): Regressed<T> | undefined {
  const { degrees, names } = scope;
  const averaged = [...names.values()].filter((v) => degrees.dependsOn(body, v.name));
  const behind = [...names.values()].filter((v) => degrees.dependsOn(level, v.name));
  if (degrees.of(level) !== 1 || behind.length === 0 || ![...averaged, ...behind].every((v) => isNormal(v, scope))) return undefined;
  const at = ev.evaluate(level);
  if (at.kind !== "scalar") return undefined;
  const x = degrees.inlined(level);
  const rest = node("add", [symbol(AT), node("neg", [x], x.span)], x.span);
  const slopes = new Map<string, Expr>();
  let told = ev.with(AT, at);
  const moved = (g: Expr): Expr => {
    const name = `\u0003slope ${baseOf(g)}`;
    if (!slopes.has(name)) {
      slopes.set(name, symbol(name));
      told = told.with(name, ev.evaluate(node("div", [covariance(g, x), covariance(x, x)], g.span)));
    }
    return node("add", [g, node("mul", [symbol(name), rest], g.span)], g.span);
  };
  const written = rewrite(degrees.inlined(body), (n) => ((n.op === "symbol" || n.op === "indexed") && names.has(baseOf(n)) ? moved(n) : n));
  return { body: written, ev: told };
}

const covariance = (x: Expr, y: Expr): Expr => node("statistic", [x, y], x.span, "covariance", { split: 2, under: false, separators: "," });

/** A normal law whose variance is fixed and whose mean is linear in names of the same kind; it is drawn by itself. */
function isNormal(v: RandomName, scope: RandomScopeValues, depth = 0): boolean {
  const { law, sequence } = v;
  const drawn = scope.space?.sources.filter((s) => s.variable.name === v.name) ?? [];
  if (!law || law.family !== gaussian || sequence || depth > 8 || drawn.length !== 1 || drawn[0].values !== "law") return false;
  const [mean, variance] = law.args;
  const behind = [...scope.names.values()].filter((w) => law.args.some((a) => scope.degrees.dependsOn(a, w.name)));
  return scope.degrees.of(mean) <= 1 && scope.degrees.of(variance) === 0 && behind.every((w) => isNormal(w, scope, depth + 1));
}

/** A condition that the nodes of laws can show: drawn names, names with laws that depend on nothing random, and values of them. */
export function isShown(condition: Expr, scope: RandomScopeValues, exactness: (v: RandomName) => number): boolean {
  const behind = [...scope.names.values()].filter((v) => scope.degrees.dependsOn(condition, v.name));
  if (behind.every((v) => exactness(v) === Number.POSITIVE_INFINITY)) return true;
  const own = condition.op === "symbol" || condition.op === "indexed" ? scope.names.get(baseOf(condition)) : undefined;
  if (!own) return false;
  return ![...(own.law?.args ?? []), own.mean, own.covariance].some(
    (a) => a !== undefined && some(a, (n) => (n.op === "symbol" || n.op === "indexed") && n.name !== own.name && scope.names.has(baseOf(n))),
  );
}
