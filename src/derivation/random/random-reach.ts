/** What is said of random names at a step, and definitions that the laws of random names have taken over. */
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import type { Reading } from "../../expression/parser";
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { isLawBehind } from "../facts/facts-in-force";
import type { Item, ItemGroup } from "../facts/items";
import { isNamedAfterRandom } from "../laws/density-forms";
import { parseOperand } from "../reading/chains";
import { areLawsApart } from "../scopes/headed-tasks";
import { extremeOf, withExtremes } from "./extreme-laws";
import { withOrderStatistics } from "./order-statistics";
import { baseOf, type RandomSaid, type RandomSetting, randomFor, randomNames } from "./random";

export interface RandomReach {
  /** What is said of random names before an item. */
  at(item: Item): RandomSetting;
  /** Of a statistic of an extreme value that has a law, its formula says no more. */
  isOfLaw(fact: Item, item: Item): boolean;
  /** The name that a fact defines has had a law since, in another problem. */
  isDrawnAnew(fact: Item, item: Item): boolean;
  /** Y = X + 1 of a random X, f_{Y|X}(y | x) = 1/x: in another problem of a homework it is over, like the law of X. */
  isOfAnotherModel(fact: Item, item: Item): boolean;
}

interface Sources {
  readonly groups: readonly ItemGroup[];
  readonly facts: readonly Item[];
  readonly told: readonly RandomSaid[];
  readonly reading: Reading;
  /** The group of each item, by the order of the item. */
  readonly places: ReadonlyMap<number, ItemGroup>;
  factsFor(item: Item): readonly Item[];
}

/** A name that words or tildes give a law to, in whose problem no definition of another one is meant. */
interface Drawn {
  readonly name: string;
  readonly order: number;
  readonly problem: number;
}

/** Looks up what the words and formulas of a document say of its random names. */
export function randomReach({ groups, facts, told, reading, places, factsFor }: Sources): RandomReach {
  const problems = new Map(groups.map((g) => [g.scope, g.within ?? g.scope]));
  const problemOf = (scope: number): number => problems.get(scope) ?? scope;
  const drawn: readonly Drawn[] = [
    ...told.flatMap((s) => (s.law ? s.names.map((e) => ({ name: baseOf(e), order: s.order, problem: problemOf(s.scope) })) : [])),
    ...facts.flatMap((f) => (f.relation === "∼" ? randomNames(f.left).map((e) => ({ name: baseOf(e), order: f.order, problem: problemOf(f.scope) })) : [])),
  ];
  const extremes = facts.filter((f) => f.fact?.kind === "definition" && extremeOf(f.fact) !== undefined);
  const isOfAnotherModel = (f: Item, item: Item): boolean => {
    const d = f.fact?.kind === "definition" ? f.fact : undefined;
    if (d !== undefined && isNamedAfterRandom(d.name)) return areLawsApart(places.get(item.order), places.get(f.order));
    return (
      d !== undefined &&
      d.params.length === 0 &&
      /^[A-Z]$/.test(d.name) &&
      areLawsApart(places.get(item.order), places.get(f.order)) &&
      drawn.some((r) => r.name !== d.name && hasSymbol(d.body, r.name) && r.problem === problemOf(f.scope))
    );
  };
  /** s in s(X) is a function of the values of X, and no density of it. */
  let ofRandom: ReadonlySet<string> | undefined;
  const isApplied = (name: string): boolean => {
    ofRandom ??= new Set(groups.flatMap((g) => g.items.flatMap((i) => appliedToCapitals([i.left, i.right]))));
    return ofRandom.has(name);
  };
  const at = (item: Item): RandomSetting => {
    const own = places.get(item.order);
    const setting = withoutArguments(
      item,
      randomFor(
        item,
        factsFor(item)
          .filter((f) => (f.relation !== "∼" || !areLawsApart(own, places.get(f.order))) && !isOfAnotherModel(f, item))
          .map((f) => (isLawBehind(f, item) ? { ...f, order: item.order - 0.25 } : f)),
        told.filter((s) => !areLawsApart(own, s)),
        own ? scopesOfProblem(own, groups) : new Set([item.scope]),
      ),
    );
    const spoken = extremes.filter((f) => f.order < item.order && [item.left, item.right].some((e) => hasSymbol(e, (f.fact as Definition).name)));
    const withLargest = withExtremes(
      setting,
      spoken.map((f) => f.fact as Definition),
      [item.left, item.right],
    );
    return withOrderStatistics(withLargest, [item.left, item.right], (base) => sampleSize(base, item, groups, reading));
  };
  return {
    at,
    isOfAnotherModel,
    isOfLaw: (f, item) =>
      extremes.some((e) => e.fact === f.fact) &&
      [item.left, item.right].some((e) => some(e, (n) => n.op === "statistic" && hasSymbol(n, (f.fact as Definition).name))) &&
      at(item).variables.get((f.fact as Definition).name)?.law !== undefined,
    isDrawnAnew: (f, item) => {
      const d = f.fact?.kind === "definition" ? f.fact : undefined;
      const name = d && (d.params.length === 0 ? d.name : variableOfDensity(d, item));
      // of a density that is said of the name again in its own problem, no more than the last is meant
      const isAnother = (r: Drawn): boolean =>
        r.problem !== problemOf(f.scope) || (d?.params.length === 1 && r.order > f.order + OWN_LAW && !isApplied(d.name));
      return name !== undefined && drawn.some((r) => r.name === name && r.order > f.order && r.order < item.order && isAnother(r));
    },
  };
}

/** How far behind a density the law stands that it gives. */
const OWN_LAW = 0.6;

/** The n of X_1, …, X_n, as the nearest list before an item has it. */
function sampleSize(base: string, item: Item, groups: readonly ItemGroup[], reading: Reading): Expr | undefined {
  const lists = groups
    .filter((g) => g.line.at < item.link.statement.at)
    .flatMap(({ line, items }) => [...(line.alone && line.links.length === 0 ? [parseOperand(line.alone, reading)] : []), ...items.map((i) => i.left)]);
  const last = lists
    .reverse()
    .find(
      (e) => (e.op === "list" || e.op === "tuple") && e.args.length > 1 && e.args.every((a) => a.op === "ellipsis" || (a.op === "indexed" && a.name === base)),
    );
  return last?.args[last.args.length - 1].args[0];
}

/** P(X ≤ x): x is a value here, though a text may call it random elsewhere. */
function withoutArguments({ left, right }: Item, setting: RandomSetting): RandomSetting {
  const isArgument = (name: string): boolean =>
    /^[a-z]$/.test(name) &&
    [left, right].some((e) =>
      some(e, (n) => n.op === "relation" && n.args.some((a) => a.name === name.toUpperCase()) && n.args.some((a) => a.op === "symbol" && a.name === name)),
    );
  const variables = new Map([...setting.variables].filter(([name]) => !isArgument(name)));
  return variables.size === setting.variables.size ? setting : { ...setting, variables };
}

/** X of a density f(x), beside an item that does not speak of f: all that the density is there for. */
const variableOfDensity = ({ name, params }: Definition, { left, right }: Item): string | undefined =>
  params.length === 1 && /^[a-z]$/.test(params[0]) && ![left, right].some((e) => some(e, (n) => n.name === name)) ? params[0].toUpperCase() : undefined;

/** The names of functions of one argument that stand at a capital. */
const appliedToCapitals = (expressions: readonly Expr[]): string[] =>
  [...namesOf(...expressions).applied].flatMap(([name, nodes]) =>
    nodes.some(({ args }) => args.length === 1 && args[0].op === "symbol" && /^[A-Z]$/.test(args[0].name ?? "")) ? [name] : [],
  );

/** The scopes of the problem that a formula belongs to: by the headings, else the parts beside its own and what stands before them. */
function scopesOfProblem(own: ItemGroup, groups: readonly ItemGroup[]): Set<number> {
  const base = own.within ?? own.scope;
  const isOfIt = (g: ItemGroup): boolean => (own.task > 0 ? g.task === own.task : g.scope === own.scope || (g.within ?? g.scope) === base);
  return new Set(groups.filter(isOfIt).map((g) => g.scope));
}
