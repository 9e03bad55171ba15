/** What the text around a step sets up: which facts are within its reach, and what they say of its names beyond equations. */

import type { Reading } from "../../expression/parser";
import { type Expr, some, walk } from "../../expression/tree";
import { continuousVariables, isUpToFactor } from "../laws/continuous-variables";
import { normalisationOf } from "../laws/entries";
import { type Joint, jointDensities } from "../laws/joint-densities";
import { lawDensities } from "../laws/law-densities";
import { listedTotals } from "../laws/listed-totals";
import { solvedForm, throughEntries, variationsOf } from "../laws/variations";
import { movingIn, movingNames } from "../names/moving-names";
import { densityLaws } from "../random/density-laws";
import type { RandomSaid, RandomSetting } from "../random/random";
import { randomReach } from "../random/random-reach";
import { randomSaid } from "../random/random-said";
import type { ReadDocument } from "../reading/chains";
import { freeSymbols } from "../reading/targets";
import { declaredAnew, endsWith, numbersAnew, parametersAnew, withoutArgument } from "../scopes/declared-anew";
import { formulasByRange } from "../scopes/formulas-by-range";
import { areLawsApart } from "../scopes/headed-tasks";
import { isBeforeUpdate } from "../scopes/renewed-names";
import { SharedFacts } from "../scopes/shared-facts";
import { impliedRows, isOtherValue, toldCases, withoutEarlierValues } from "../scopes/told-cases";
import { type Declaration, declarationsOf } from "../words/declarations";
import { declaredFacts } from "../words/declared";
import { intervalSupports } from "../words/interval-supports";
import { conditionsOnConstants } from "./conditions-on-constants";
import { regionFacts } from "./described-regions";
import type { Definition } from "./facts";
import { componentFacts, partialFacts } from "./implied";
import type { Item, ItemGroup } from "./items";
import { isCovered, type JoinedPieces, joinedPieces } from "./joined-pieces";
import { markLines, type Objective, objectiveFacts } from "./objectives";

export interface Environment {
  readonly objectives: readonly Objective[];
  /** Facts within reach of an item: without the definitions that the text has set free again, with the objectives that a derivative names. */
  facts(item: Item): readonly Item[];
  /** A function that the item speaks of at values for which none of its formulas is meant. */
  withoutFormula(item: Item): string | undefined;
  /** Functions by several formulas that are joined to one definition before the item. */
  joined(item: Item): readonly JoinedPieces[];
  /** Distributions under variation in the item's scope: their entries are free. */
  free(item: Item): ReadonlySet<string>;
  /** Distributions of which a constraint in reach says that they sum to one. */
  normalised(item: Item): ReadonlySet<string>;
  /** Sums with bounds in the formulas up to the item. */
  sums(item: Item): readonly Expr[];
  /** Names in the derivatives of the item that move with their variable, by what stands near it. */
  moving(item: Item): ReadonlyMap<string, string>;
  /** Other steps of the item's part that say what a statistic is. */
  statistics(item: Item): readonly Item[];
  /** What is said of random names before the item. */
  random(item: Item): RandomSetting;
  /** The item is the formula that gives the law of a random name, P(N = k) = 2^{-k}. */
  givesLaw(item: Item): boolean;
  /** Variables of densities that formulas have defined so far. */
  continuous(item: Item): ReadonlySet<string>;
  /** The density that the item is the formula of, with the range that is said of it, where nothing in it is open. */
  closedDensity(item: Item): Definition | undefined;
  /** Joint densities of the item's problem. */
  joints(item: Item): readonly Joint[];
}

export function environmentOf(
  document: ReadDocument,
  groups: readonly ItemGroup[],
  reading: Reading,
  said: readonly Declaration[] = declarationsOf(document, reading),
  told: readonly RandomSaid[] = randomSaid(document, groups, reading),
): Environment {
  const items = groups.flatMap((g) => g.items);
  const joins = joinedPieces(groups, reading);
  const facts = lawDensities(
    [
      ...items
        .filter((i) => i.fact)
        .map((i): Item => (i.fact?.kind === "equation" && i.fact.closes ? { ...i, left: i.fact.left, right: i.fact.right } : i))
        .flatMap(componentFacts),
      ...conditionsOnConstants(items),
      ...items.flatMap((i) => (i.also ?? []).map((fact): Item => ({ ...i, fact }))),
      ...declaredFacts(said, groups),
      ...listedTotals(items),
      ...intervalSupports(groups, reading),
      ...joins.flatMap((j) => [j.item, ...j.conditions]),
    ],
    items,
  );
  const places = new Map(groups.flatMap((g) => g.items.map((i): [number, ItemGroup] => [i.order, g])));
  const joints = jointDensities(groups, reading);
  const densities = densityLaws(groups, joins, reading);
  const sums = items.flatMap((i) => boundedSums(i).map((sum) => ({ sum, order: i.order })));
  const moving = movingNames(items);
  const marks = markLines(document, groups, reading);
  for (const item of items) for (const name of item.forgets ?? []) marks.forgotten.push({ name, order: item.order - 0.5 });
  const anew = [...declaredAnew(said, groups), ...parametersAnew(told), ...numbersAnew(items), ...withoutArgument(items)];
  const variations = variationsOf(items);
  const freeIn = (item: Item): ReadonlySet<string> => new Set(variations.filter((v) => v.scope === item.scope && v.from <= item.order).map((v) => v.name));
  const alive = (f: Item, order: number): boolean => {
    const name = marks.forgotten.length + anew.length > 0 ? saidOf(f) : undefined;
    const isOver = (m: { name: string; order: number }): boolean => m.name === name && m.order >= f.order && m.order <= order;
    return name === undefined || !(marks.forgotten.some(isOver) || anew.some((m) => f.scope < m.before && isOver(m) && endsWith(m, f.fact)));
  };
  /** A formula or a range that is part of a definition by cases before the item. */
  const isJoined = (f: Item, item: Item): boolean => joins.some((j) => j.item.order < item.order && (j.formulas.has(f.order) || j.ranges.has(f.order)));
  /** A function by cases at a value that none of them covers. */
  const uncovered = (item: Item): string | undefined =>
    joins.find(
      (j) =>
        j.item.order < item.order &&
        [item.left, item.right].some((e) => some(e, (n) => isValueOf(n, j) && freeSymbols(n.args[0]).size === 0 && !isCovered(j, n.args[0]))),
    )?.definition.name;
  const implications = impliedRows(items);
  const ranges = formulasByRange(toldCases(items));
  const shared = new SharedFacts();
  const factsFor = (item: Item): readonly Item[] => shared.within(item, facts);
  const random = randomReach({ groups, facts, told, reading, places, factsFor });
  return {
    objectives: marks.objectives,
    facts: (item) => {
      const reach = withoutEarlierValues(
        factsFor(item).filter(
          (f) =>
            alive(f, item.order) &&
            (item.relation === "∝" || !isUpToFactor(f)) &&
            !random.isOfLaw(f, item) &&
            !isJoined(f, item) &&
            !random.isDrawnAnew(f, item) &&
            !ranges.isOfAnotherCase(f, item) &&
            !random.isOfAnotherModel(f, item) &&
            !implications(f, item) &&
            !isOtherValue(f, item) &&
            !isBeforeUpdate(f, places.get(item.order)?.items ?? []),
        ),
        item,
      );
      const names = freeIn(item);
      const solved = reach.map((f) => solvedForm(f, item));
      const entries = names.size > 0 ? solved.flatMap((f) => throughEntries(f, names, reach, item)) : solved;
      return [...entries, ...objectiveFacts(item, facts, marks.objectives), ...partialFacts(item, reach, items), ...regionFacts(item, reach, items)];
    },
    withoutFormula: (item) =>
      uncovered(item) ??
      ranges.withoutFormula(
        item,
        factsFor(item).filter((f) => f.order < item.order && !isJoined(f, item) && !joins.some((j) => j.item.order === f.order)),
      ),
    joined: (item) => joins.filter((j) => j.item.order < item.order),
    normalised: (item) =>
      new Set(
        factsFor(item).flatMap((f) => (f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope ? [normalisationOf(f.fact) ?? ""] : [])),
      ),
    sums: (item) =>
      sums
        .filter((s) => s.order <= item.order)
        .reverse()
        .map((s) => s.sum),
    moving: (item) => movingIn(item, moving),
    free: freeIn,
    statistics: (item) =>
      items.filter(
        (i) => i.order !== item.order && i.scope === item.scope && i.role !== "given" && i.relation === "=" && some(i.left, (n) => n.op === "statistic"),
      ),
    random: random.at,
    givesLaw: (item) => told.some((s) => s.byFormula === true && item.order < s.order && s.order < item.order + 1),
    closedDensity: (item) => {
      const said = densities.find((d) => groups[d.at].items[0].order === item.order);
      return said && [...freeSymbols(said.definition.body)].every((n) => n === said.definition.params[0])
        ? { ...said.definition, support: [said.low, said.high] }
        : undefined;
    },
    joints: (item) => joints.filter((j) => !areLawsApart(places.get(item.order), places.get(j.at))),
    continuous: (item) =>
      continuousVariables(
        item,
        facts.filter((f) => alive(f, item.order)),
      ),
  };
}

const isValueOf = (n: Expr, { definition: { name } }: JoinedPieces): boolean => n.op === "apply" && n.name === name && n.args.length === 1 && !n.data?.order;

/** The name that a definition, or a formula for a plain name or function, speaks of. */
const saidOf = ({ fact, left }: Item): string | undefined =>
  fact?.kind === "definition" ? fact.name : fact?.kind === "equation" && (left.op === "symbol" || left.op === "apply") ? left.name : undefined;

function boundedSums(item: Item): Expr[] {
  const found: Expr[] = [];
  for (const side of [item.left, item.right]) walk(side, (n) => void ((n.op === "sum" || n.op === "prod") && n.args.length === 3 && found.push(n)));
  return found;
}
