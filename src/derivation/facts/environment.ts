/** What the text around a step sets up beyond equations: objectives, distributions under variation, names that are set free again, continuous variables. */

import { familyNamed } from "../../distributions/index";
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import type { Reading } from "../../expression/parser";
import { type Expr, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { densityVariables, isNamedAfterRandom } from "../laws/density-forms";
import { entryDefinition, inlined, normalisationOf, normalisedSequence, numericDefinition } from "../laws/entries";
import { type Joint, jointDensities } from "../laws/joint-densities";
import { lawDensities } from "../laws/law-densities";
import { listedTotals } from "../laws/listed-totals";
import { allNames } from "../names/all-names";
import { movingIn, movingNames } from "../names/moving-names";
import { densityLaws } from "../random/density-laws";
import { extremeOf, withExtremes } from "../random/extreme-laws";
import { withOrderStatistics } from "../random/order-statistics";
import { baseOf, type RandomSaid, type RandomSetting, randomFor, randomNames } from "../random/random";
import { randomSaid } from "../random/random-said";
import { type Line, parseOperand, type ReadDocument } from "../reading/chains";
import { freeSymbols } from "../reading/targets";
import { declaredAnew, endsWith, numbersAnew, parametersAnew, withoutArgument } from "../scopes/declared-anew";
import { formulasByRange } from "../scopes/formulas-by-range";
import { areLawsApart } from "../scopes/headed-tasks";
import { SharedFacts } from "../scopes/shared-facts";
import { impliedRows, isOtherValue, toldCases, withoutEarlierValues } from "../scopes/told-cases";
import { type Declaration, declarationsOf } from "../words/declarations";
import { declaredFacts } from "../words/declared";
import { intervalSupports } from "../words/interval-supports";
import { conditionsOnConstants } from "./conditions-on-constants";
import { regionFacts } from "./described-regions";
import type { Definition, Equation } from "./facts";
import { definitionsFor, isLawBehind } from "./facts-in-force";
import { componentFacts, partialFacts } from "./implied";
import type { Item, ItemGroup } from "./items";
import { isCovered, type JoinedPieces, joinedPieces } from "./joined-pieces";

/** An expression that is to be made large or small. */
export interface Objective {
  readonly body: Expr;
  readonly order: number;
  readonly scope: number;
  /** The words say that it is made large. */
  readonly maximise: boolean;
  readonly span: { readonly from: number; readonly to: number };
}

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
  const extremes = facts.filter((f) => f.fact?.kind === "definition" && extremeOf(f.fact) !== undefined);
  const randomAt = (item: Item): RandomSetting => {
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
  /** Of a statistic of an extreme value that has a law, its formula says no more. */
  const isOfLaw = (f: Item, item: Item): boolean =>
    extremes.some((e) => e.fact === f.fact) &&
    [item.left, item.right].some((e) => some(e, (n) => n.op === "statistic" && hasSymbol(n, (f.fact as Definition).name))) &&
    randomAt(item).variables.get((f.fact as Definition).name)?.law !== undefined;
  const problems = new Map(groups.map((g) => [g.scope, g.within ?? g.scope]));
  const problemOf = (scope: number): number => problems.get(scope) ?? scope;
  /** Names that words or tildes give a law to, in whose problem no definition of another one is meant. */
  const drawn = [
    ...told.flatMap((s) => (s.law ? s.names.map((e) => ({ name: baseOf(e), order: s.order, problem: problemOf(s.scope) })) : [])),
    ...facts.flatMap((f) => (f.relation === "∼" ? randomNames(f.left).map((e) => ({ name: baseOf(e), order: f.order, problem: problemOf(f.scope) })) : [])),
  ];
  const isDrawnAnew = (f: Item, item: Item): boolean => {
    const d = f.fact?.kind === "definition" ? f.fact : undefined;
    const name = d && (d.params.length === 0 ? d.name : variableOfDensity(d, item));
    // of a density that is said of the name again in its own problem, no more than the last is meant
    const isAnother = (r: (typeof drawn)[number]): boolean => r.problem !== problemOf(f.scope) || (d?.params.length === 1 && r.order > f.order + OWN_LAW);
    return name !== undefined && drawn.some((r) => r.name === name && r.order > f.order && r.order < item.order && isAnother(r));
  };
  /** Y = X + 1 of a random X, f_{Y|X}(y | x) = 1/x: in another problem of a homework it is over, like the law of X. */
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
  return {
    objectives: marks.objectives,
    facts: (item) => {
      const reach = withoutEarlierValues(
        factsFor(item).filter(
          (f) =>
            alive(f, item.order) &&
            (item.relation === "∝" || !isUpToFactor(f)) &&
            !isOfLaw(f, item) &&
            !isJoined(f, item) &&
            !isDrawnAnew(f, item) &&
            !ranges.isOfAnotherCase(f, item) &&
            !isOfAnotherModel(f, item) &&
            !implications(f, item) &&
            !isOtherValue(f, item),
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
    random: randomAt,
    givesLaw: (item) => told.some((s) => s.byFormula === true && item.order < s.order && s.order < item.order + 1),
    closedDensity: (item) => {
      const said = densities.find((d) => groups[d.at].items[0].order === item.order);
      return said && [...freeSymbols(said.definition.body)].every((n) => n === said.definition.params[0])
        ? { ...said.definition, support: [said.low, said.high] }
        : undefined;
    },
    joints: (item) => joints.filter((j) => !areLawsApart(places.get(item.order), places.get(j.at))),
    continuous: (item) => {
      const densities = facts.filter((f) => f.order <= item.order && alive(f, item.order) && variablesOfDensity(f).length > 0);
      if (densities.length === 0) return new Set();
      // in another part a letter is a continuous variable again only where a density of it is spoken of
      const reach = facts.filter((f) => alive(f, item.order));
      const own = allNames([item.left, item.right]);
      const reached = definitionsFor(item, own, reach);
      const spoken = new Set([...own, ...[...reached.values()].flatMap((d) => [...allNames([d.body])])]);
      const applied = new Set([item.left, item.right, ...[...reached.values()].map((d) => d.body)].flatMap((e) => [...namesOf(e).applied.keys()]));
      const named = (f: Item, names: ReadonlySet<string>): boolean => names.has((f.fact as Definition).name);
      const told = new Set(densities.filter((f) => named(f, applied)).flatMap(variablesOfDensity));
      const beside = densities.filter((f) => f.scope === item.scope || named(f, spoken)).flatMap(variablesOfDensity);
      return new Set([...told, ...beside.filter((v) => !isTabled(v, item))]);
    },
  };
}

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

/** How far behind a density the law stands that it gives. */
const OWN_LAW = 0.6;

const isValueOf = (n: Expr, { definition: { name } }: JoinedPieces): boolean => n.op === "apply" && n.name === name && n.args.length === 1 && !n.data?.order;

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

/** The scopes of the problem that a formula belongs to: by the headings, else the parts beside its own and what stands before them. */
function scopesOfProblem(own: ItemGroup, groups: readonly ItemGroup[]): Set<number> {
  const base = own.within ?? own.scope;
  const isOfIt = (g: ItemGroup): boolean => (own.task > 0 ? g.task === own.task : g.scope === own.scope || (g.within ?? g.scope) === base);
  return new Set(groups.filter(isOfIt).map((g) => g.scope));
}

/** The name that a definition, or a formula for a plain name or function, speaks of. */
const saidOf = ({ fact, left }: Item): string | undefined =>
  fact?.kind === "definition" ? fact.name : fact?.kind === "equation" && (left.op === "symbol" || left.op === "apply") ? left.name : undefined;

/** Equations of a scope in which distributions are varied: each is solved for the entry it is about, and what uses such an entry for its multiplier. */
function throughEntries(f: Item, names: ReadonlySet<string>, reach: readonly Item[], item: Item): Item[] {
  if (f.fact?.kind !== "equation" || f.scope !== item.scope || f.order >= item.order) return [f];
  const equation = f.fact;
  // a derivative that is worked out constrains nothing
  if ([equation.left, equation.right].some((e) => some(e, (n) => n.op === "derivative"))) return [];
  for (const name of names) {
    const solved = entryDefinition(equation, name);
    if (solved) return [{ ...f, fact: solved }];
  }
  const before = reach.filter((g) => g.order < f.order && g.scope === f.scope && g.fact?.kind === "equation");
  const definitions = [...names].flatMap((name) => before.flatMap((g) => entryDefinition(g.fact as Equation, name) ?? []).slice(-1));
  const inside: Equation = { ...equation, left: inlined(equation.left, definitions), right: inlined(equation.right, definitions) };
  const multiplier = MULTIPLIERS.find((m) => [inside.left, inside.right].some((e) => hasSymbol(e, m)));
  if (multiplier) return [{ ...f, fact: numericDefinition(inside, multiplier) }];
  return normalisationOf(equation) ? [] : [f];
}

/** A distribution's solved form, q(z | x) = …, of an earlier part: equations end there, what they were solved for stays. */
function solvedForm(f: Item, item: Item): Item {
  const sequence = f.fact?.kind === "equation" && f.order < item.order ? normalisedSequence(f.fact) : undefined;
  // what a derivative is taken by is free, not normalised
  if (sequence) return variesTerm(item, sequence.name) ? f : { ...f, fact: sequence };
  if (f.fact?.kind !== "equation" || f.scope === item.scope || f.order > item.order || f.left.op !== "apply" || !/^[pPqQ](_|$)/.test(f.left.name ?? ""))
    return f;
  const solved = variablesOf(f.left) && entryDefinition(f.fact, f.left.name ?? "");
  return solved ? { ...f, fact: solved } : f;
}

/** Whether a step has a derivative by a term of a sequence. */
const variesTerm = (item: Item, name: string): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => (n.op === "derivative" || n.op === "gradient") && n.args[1]?.op === "indexed" && n.args[1].name === name));

const MULTIPLIERS = ["\\lambda", "\\nu", "\\mu", "\\eta", "\\gamma", "\\alpha", "\\beta", "\\lambda_{0}", "\\lambda_{1}"];

/** A variable of distributions of which the step gives no formula: what holds for them holds whatever their variables are. */
const isTabled = (variable: string, { left, right }: Item): boolean => {
  const sides = [left, right];
  const applied = (n: Expr): boolean => n.op === "apply" && /^[pPqQ](_|$)/.test(n.name ?? "") && (variablesOf(n)?.front.includes(variable) ?? false);
  return sides.some((e) => some(e, applied)) && !sides.some((e) => some(e, (n) => n.op === "apply" && familyNamed(n.name ?? "") !== undefined));
};

const isUpToFactor = ({ fact }: Item): boolean => fact?.kind === "definition" && fact.upToFactor === true;
const variablesOfDensity = (f: Item): string[] => (f.fact?.kind === "definition" && !isUpToFactor(f) ? densityVariables(f.fact) : []);

function boundedSums(item: Item): Expr[] {
  const found: Expr[] = [];
  for (const side of [item.left, item.right]) walk(side, (n) => void ((n.op === "sum" || n.op === "prod") && n.args.length === 3 && found.push(n)));
  return found;
}

/** A distribution under variation, and the item from which on its entries are free. */
interface Variation {
  readonly name: string;
  readonly scope: number;
  readonly from: number;
}

/** What comes before the constraint, or before the first multiplier where no constraint is written, speaks of a distribution as it is. */
function variationsOf(items: readonly Item[]): Variation[] {
  const found = new Map<string, Variation>();
  for (const item of items)
    for (const name of varied(item)) {
      const key = `${item.scope} ${name}`;
      if (found.has(key)) continue;
      const before = items.filter((i) => i.scope === item.scope && i.order < item.order);
      const constraint = before.filter((i) => i.fact?.kind === "equation" && normalisationOf(i.fact) === name).pop();
      const multiplied = before.find((i) => [i.left, i.right].some((e) => some(e, (n) => n.op === "symbol" && MULTIPLIERS.includes(n.name ?? ""))));
      const from = Math.min(constraint?.order ?? Number.POSITIVE_INFINITY, multiplied?.order ?? Number.POSITIVE_INFINITY);
      found.set(key, { name, scope: item.scope, from: Number.isFinite(from) ? from : -1 });
    }
  return [...found.values()];
}

/** Applied names that a derivative is taken by. */
function varied(item: Item): string[] {
  const found: string[] = [];
  for (const side of [item.left, item.right])
    walk(side, (n) => void (n.op === "derivative" && n.args[1].op === "apply" && variablesOf(n.args[1]) && found.push(n.args[1].name ?? "")));
  return found;
}

interface Marks {
  readonly objectives: Objective[];
  readonly forgotten: { name: string; order: number }[];
}

/** Statements without a relation: objectives ("\min …", "maximise …"), and names that are declared arbitrary. */
function markLines(document: ReadDocument, groups: readonly ItemGroup[], reading: Reading): Marks {
  const marks: Marks = { objectives: [], forgotten: [] };
  let order = -1;
  let scope = 0;
  for (const group of groups) {
    const { line } = group;
    if (group.items.length) {
      order = group.items[group.items.length - 1].order;
      scope = group.items[0].scope;
    }
    if (!line.alone) continue;
    const e = parseOperand(line.alone, reading);
    const next = groups.slice(groups.indexOf(group)).find((g) => g.items.length)?.items[0];
    const place = next && document.scanned.blocks.slice(line.at, next.link.statement.at).every((b) => b.kind !== "heading") ? next.scope : scope;
    if (line.objective || /\b(maximi[sz]\w*|minimi[sz]\w*|objective( function)?( is)?|Lagrangian( is)?)\s*:?\s*$/i.test(line.prose))
      marks.objectives.push({
        body: e,
        order: order + 0.5,
        scope: place,
        maximise: line.objective === "max" || /maximi[sz]\w*\s*$/i.test(line.prose),
        span: line.alone,
      });
    else if ((e.op === "apply" || e.op === "symbol") && /\barbitrary\b/i.test(sentenceAfter(document, line)))
      marks.forgotten.push({ name: e.op === "apply" ? (e.name ?? "") : symbolName(e), order: order + 0.5 });
  }
  return marks;
}

/** The words from a formula to the end of its sentence. */
function sentenceAfter(document: ReadDocument, line: Line): string {
  let text = "";
  for (const block of document.scanned.blocks.slice(line.at + 1)) {
    if (block.kind === "heading" || (block.kind === "formula" && block.display)) break;
    if (block.kind === "prose") text += block.text;
    if (/[.!?](\s|$)|\n\s*\n/.test(text)) break;
  }
  return text.split(/[.!?](?:\s|$)|\n\s*\n/)[0];
}

/** `\partial L/\partial q` where nothing defines L: the last objective of the scope. */
function objectiveFacts(item: Item, facts: readonly Item[], objectives: readonly Objective[]): Item[] {
  const found: Item[] = [];
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op !== "derivative" && n.op !== "gradient") return;
      const of = n.args[0];
      if ((of.op !== "apply" && of.op !== "symbol") || facts.some((f) => f.fact?.kind === "definition" && f.fact.name === of.name && f.order < item.order))
        return;
      const objective = [...objectives].reverse().find((o) => o.scope === item.scope && o.order < item.order);
      if (!objective) return;
      const params = of.op === "apply" ? of.args.map((_, i) => `\u0002${i}`) : [];
      found.push({
        ...item,
        order: objective.order,
        fact: { kind: "definition", name: of.name ?? "", params, split: params.length, indexed: false, body: objective.body, span: objective.span, text: "" },
      });
    });
  return found;
}
