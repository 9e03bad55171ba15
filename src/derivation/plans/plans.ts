/** Plans what a step may use: the definitions its names need, then equations and conditions, nearest first. */
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { conditionsFor, definitionsFor } from "../facts/facts-in-force";
import type { Item } from "../facts/items";
import { isDensity, probabilityConditions, scaleConditions } from "../laws/density-forms";
import { withParametersTied } from "../laws/tied-parameters";
import { allNames, isNumber } from "../names/all-names";
import { momentsFor } from "../random/moments";
import { baseOf, NOTHING_RANDOM, type RandomSetting, randomNames } from "../random/random";
import { solvedSince } from "../scopes/said-again";
import { equationsInReach } from "./equations-in-reach";
import { hidesDependence, leavesOpen, withoutData } from "./hidden-dependence";
import { hidesRandomness } from "./hidden-randomness";
import type { Plan } from "./plan";
import { plansBeside } from "./plans-beside";
import { takeUp } from "./taking-equations";

/** Plans from weak to strong: nothing, the definitions, the definitions with equations added nearest first. The laws of the names of the step may have values said, too. */
export function plansFor(item: Item, facts: readonly Item[], random: RandomSetting = NOTHING_RANDOM): Plan[] {
  const plans = plansOf(item, facts, random);
  const formulas = valuesOf(item, facts);
  const told = plans.filter((p, i) => i === plans.length - 1 || !leavesOpen([item.left, item.right], p.definitions, formulas));
  return told.map(withImplied).map(withParametersTied);
}

/** What equations of the part before a step say of plain names, x = cos t. */
function valuesOf(item: Item, facts: readonly Item[]): Map<string, Expr> {
  const found = new Map<string, Expr>();
  for (const f of facts)
    if (f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope && f.left.op === "symbol" && !isNumber(f.right))
      found.set(f.left.name ?? "", f.right);
  return found;
}

/** With what goes without saying of the densities and probabilities in use. */
function withImplied(plan: Plan): Plan {
  const definitions = [...plan.definitions.values()];
  const implied = [...definitions.filter(isDensity).flatMap(scaleConditions), ...definitions.flatMap((d) => probabilityConditions(d, plan.conditions))];
  return implied.length > 0 ? { ...plan, conditions: [...plan.conditions, ...implied] } : plan;
}

/** From nothing to the definitions, what was found since, and the equations. */
function plansOf(item: Item, facts: readonly Item[], random: RandomSetting): Plan[] {
  const spoken = allNames([item.left, item.right]);
  const own = new Set([...spoken, ...parametersOf(spoken, random), ...momentsNames(spoken, item, facts)]);
  const definitions = withoutData([item.left, item.right], definitionsFor(item, own, facts), (d) => isObserved(d, facts));
  const names = new Set([...own, ...[...definitions.values()].flatMap((d) => [...allNames([d.body])])]);
  const conditions = conditionsFor(item, names, facts);
  const hides = hidesDependence([item.left, item.right], definitions) || hidesRandomness([item.left, item.right], definitions, facts);
  const plans: Plan[] = hides ? [] : [{ definitions: new Map(), conditions, unused: [] }];
  if (definitions.size > 0) plans.push({ definitions, conditions, unused: [] });
  const later = solvedSince(item, definitions, facts);
  if (later.size > 0) plans.push({ definitions: new Map([...definitions, ...later]), conditions, unused: [] });
  const equations = equationsInReach(item, facts);
  const { plans: more, unused } = takeUp(equations, item, facts, { definitions, later, names });
  const all = [...plans, ...more];
  const last = all[all.length - 1];
  return [...all.slice(0, -1), ...plansBeside(item, definitions, conditions, equations, facts), unused.length ? { ...last, unused } : last];
}

/** λ of X ~ Exp(λ), where a step speaks of X: "with λ = 2" is said of it. */
const parametersOf = (names: ReadonlySet<string>, { variables }: RandomSetting): string[] =>
  [...names].flatMap((n) => [...allNames(variables.get(n)?.law?.args ?? [])]).filter((n) => !variables.has(n));

/** α and β of E[X] = α/β, where a step speaks of X. */
function momentsNames(names: ReadonlySet<string>, item: Item, facts: readonly Item[]): string[] {
  const moments = momentsFor(item, facts);
  const said = [...moments].flatMap(([name, { mean, covariance }]) => (names.has(name) ? [mean, covariance] : []));
  return [...allNames(said.filter((e) => e !== undefined))].filter((n) => !moments.has(n));
}

/** y_i = β x_i + ε_i: what is added to the terms is noise, by its letter. */
const isNoisy = (d: Definition): boolean =>
  d.indexed && d.body.op === "add" && d.body.args.some((a) => a.op === "indexed" && /^\\(var)?epsilon$/.test(a.name ?? ""));

/** y = Xβ + ε with ε ~ …: a model of what is observed. */
const isObserved = (d: Definition, facts: readonly Item[]): boolean =>
  isNoisy(d) || facts.some((f) => f.relation === "∼" && randomNames(f.left).some((drawn) => some(d.body, (n) => baseOf(n) === baseOf(drawn))));
