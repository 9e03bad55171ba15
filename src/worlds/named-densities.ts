/** The density of a named family where it is applied: `N(x; μ, σ²)`, `\mathcal N(x | μ, σ²)`, and `N(μ, σ²)` under a sum over its variable. */

import { formula } from "../derivation/reading/formula";
import type { NamedFamily } from "../distributions/family";
import { familyNamed } from "../distributions/index";
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { NotUnderstood, type Value } from "../expression/value";
import { DENSITY_VARIABLE } from "../notation/calculus/density-variable";
import { multivariateNormal } from "./multivariate-normal";

/** How to evaluate an applied name as a density; undefined where the name spells no family with this many arguments. */
export function namedDensity(e: Expr, args: readonly Expr[]): (<T>(ev: Evaluator<T>) => Value<T>) | undefined {
  const family = familyNamed(e.name ?? "");
  if (!family) return undefined;
  const split = Number(e.data?.split ?? args.length);
  if (split === 1 && args.length === family.parameters.length + 1) return (ev) => density(ev, family, ev.evaluate(args[0]), args.slice(1));
  if (split !== args.length || args.length !== family.parameters.length || ((e.name ?? "").length === 1 && args.length < 2)) return undefined;
  return (ev) => {
    const at = ev.frame.find(DENSITY_VARIABLE);
    if (!at) throw new NotUnderstood("distribution/alone", "a distribution stands where a number is needed", e.span);
    return density(ev, family, at, args);
  };
}

function density<T>(ev: Evaluator<T>, family: NamedFamily, x: Value<T>, parameters: readonly Expr[]): Value<T> {
  const bindings = new Map<string, Value<T>>([["x", x]]);
  for (const [i, name] of family.parameters.entries()) bindings.set(name, ev.evaluate(parameters[i]));
  const [mean, variance] = ["m", "v"].map((name) => bindings.get(name));
  const joint = mean && variance ? multivariateNormal(ev, x, mean, variance, parameters[1]) : undefined;
  if (joint) return joint;
  return ev.call(bindings).evaluate(formula(family.density));
}
