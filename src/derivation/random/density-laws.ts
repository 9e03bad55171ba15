/** Laws that the formula of a density gives: "Let X have density f(x) = x/8 for 0 < x < 4", f_Y(y) = 2y on [0, 1]. */
import type { NamedFamily } from "../../distributions/family";
import { isNumberName } from "../../expression/constants";
import { mentions } from "../../expression/occurrences";
import type { Reading } from "../../expression/parser";
import { PLAIN_CONSTANTS, plainValue } from "../../expression/plain-value";
import { type Expr, node, number, rewrite, same, some, symbol } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { ItemGroup } from "../facts/items";
import type { JoinedPieces } from "../facts/joined-pieces";
import { allNames } from "../names/all-names";
import { conjuncts, rowsNotZero } from "../reading/case-rows";
import { saidRange } from "../words/ranges-said";
import { sentenceBehind } from "../words/sentence-behind";
import type { Law } from "./random";

/** A random name with the density that a formula gives it. */
export interface DensityLaw {
  readonly name: Expr;
  readonly law: Law;
  /** The definition of the density, the range in which it is not zero, and where it stands among the items. */
  readonly definition: Definition;
  readonly low: Expr;
  readonly high: Expr;
  readonly order: number;
  readonly at: number;
}

const DENSITY = /\b(?:densit(?:y|ies)|pdf|p\.d\.f)\b/i;
/** Densities of matter, and of what is known up to other names. */
const OTHER =
  /\b(?:joint|conditional|posterior|prior|likelihood|spectral|mass density|charge|energy|rod|wire|plate|current|flux|population|state|not a|unnormali[sz]ed|kernel|proportional|whether|bivariate|mixture)\b/i;

/** The laws by densities of one variable of which the range is read. */
export function densityLaws(groups: readonly ItemGroup[], joins: readonly JoinedPieces[], reading: Reading): DensityLaw[] {
  return groups.flatMap((group, at): DensityLaw[] => {
    const [item] = group.items;
    if (!item || item.link.index > 0) return [];
    const join = joins.find((j) => j.formulas.has(item.order));
    if (join && Math.min(...join.formulas) !== item.order) return [];
    const definition = join?.definition ?? (item.fact?.kind === "definition" ? item.fact : givenTo(item));
    if (!definition || definition.indexed || definition.patterns || definition.upToFactor || definition.params.length !== 1) return [];
    const [x] = definition.params;
    const name = nameOf(groups, at, definition);
    const range = name && rangeOf(definition, x, join ? undefined : saidRange(groups, at, x, reading)?.conditions);
    if (!name || !range) return [];
    const order = join ? join.item.order + 0.05 : item.order + 0.55;
    return [{ name, law: { family: familyOf(definition, x, range), args: [] }, definition, ...range, order, at }];
  });
}

/** f(x) = 1/4, which is no formula in x by its form, and f(x) = 3x² of an f that had another formula. */
function givenTo({ left, right, relation, fact, link }: ItemGroup["items"][number]): Definition | undefined {
  const isPlain = left.op === "apply" && left.args.length === 1 && left.args[0].op === "symbol" && left.data?.bound !== "|" && !left.data?.order;
  if (relation !== "=" || !isPlain || fact?.kind !== "equation" || some(right, (n) => n.op === "statistic" || n.op === "apply")) return undefined;
  const span = { from: link.left.from, to: link.right.to };
  return { kind: "definition", name: left.name ?? "", params: [left.args[0].name ?? ""], split: 1, indexed: false, body: right, span, text: "" };
}

/** X of f_X(x) = …; of f(x) = … where the sentence says that it is a density, and of no other name. */
function nameOf(groups: readonly ItemGroup[], at: number, { name, params: [x], body }: Definition): Expr | undefined {
  if (!/^[a-z]$/.test(x) || (x !== X && mentions(body, X))) return undefined;
  const capital = x.toUpperCase();
  const { line } = groups[at];
  const own =
    `${line.phrase ?? line.prose}`
      .slice(-160)
      .split(/[.;]\s/)
      .pop() ?? "";
  const behind = sentenceBehind(groups, at);
  if (OTHER.test(own) || OTHER.test(behind)) return undefined;
  const [, letter] = /^[fpg]_\{?([A-Z])\}?$/.exec(name) ?? [];
  if (letter !== undefined) return letter === capital ? asSpoken(capital, groups, at) : undefined;
  if (!/^[fghp]$/.test(name)) return undefined;
  const isSaid = DENSITY.test(own) || /\b(?:be|is|as) (?:the|a) (?:probability )?density\b/i.test(behind);
  return isSaid ? asSpoken(capital, groups, at) : undefined;
}

/** X, or X_i where the formulas around it speak of a sample. */
function asSpoken(capital: string, groups: readonly ItemGroup[], at: number): Expr {
  const near = groups.slice(Math.max(0, at - 4), at + 8).filter((g) => g.scope === groups[at].scope);
  const parts = near.flatMap((g) => g.items.flatMap((i) => [i.left, i.right]));
  const isIndexed = (e: Expr): boolean => e.op === "indexed" && e.name === capital;
  const isPlain = parts.some((e) => some(e, (n) => n.op === "symbol" && n.name === capital));
  const isListed = near.some((g) => (g.line.alone?.tokens ?? []).some((t, i, all) => t.text === capital && all[i + 1]?.kind === "sub"));
  const isSample = isListed || parts.some((e) => some(e, isIndexed));
  return isSample && !isPlain ? node("indexed", [number(1)], groups[at].line.span, capital) : symbol(capital, groups[at].line.span);
}

interface Range {
  readonly low: Expr;
  readonly high: Expr;
}
const infinity = symbol("\\infty");
const minusInfinity = node("neg", [infinity], infinity.span);

/** Where a density is not zero: by its cases, or by what is said of its variable. */
function rangeOf({ body }: Definition, x: string, said: readonly Expr[] | undefined): Range | undefined {
  if (said) return boundsOf(said, x);
  if (some(body, (n) => n.op === "absolute" && mentions(n, x))) return { low: minusInfinity, high: infinity };
  if (body.op !== "cases") return undefined;
  const told = rowsNotZero(body);
  if (told.length === 0 || told.some(({ condition }) => condition.op === "otherwise")) return undefined;
  const bounds = told.map(({ condition }) => boundsOf(conjuncts(condition), x));
  if (bounds.some((b) => b === undefined)) return undefined;
  const all = bounds as Range[];
  if (all.length === 1) return all[0];
  const at = (e: Expr): number =>
    same(e, infinity) ? Number.POSITIVE_INFINITY : same(e, minusInfinity) ? Number.NEGATIVE_INFINITY : plainValue(e, PLAIN_CONSTANTS);
  const lows = all.map((b) => at(b.low));
  const highs = all.map((b) => at(b.high));
  if ([...lows, ...highs].some(Number.isNaN)) return undefined;
  return { low: all[lows.indexOf(Math.min(...lows))].low, high: all[highs.indexOf(Math.max(...highs))].high };
}

/** The ends that conditions set, one each at most; the line where they set none. */
function boundsOf(conditions: readonly Expr[], x: string): Range | undefined {
  const isX = (e: Expr): boolean => e.op === "symbol" && e.name === x;
  const lows: Expr[] = [];
  const highs: Expr[] = [];
  for (const c of conditions) {
    if (c.op !== "relation" || !/^[<>]=?$/.test(c.name ?? "")) return undefined;
    const [a, b] = c.args;
    if (isX(a) === isX(b)) return undefined;
    const isBelow = isX(a) === /^</.test(c.name ?? "");
    (isBelow ? highs : lows).push(isX(a) ? b : a);
  }
  if (lows.length > 1 || highs.length > 1 || [...lows, ...highs].some((e) => mentions(e, x))) return undefined;
  return { low: lows[0] ?? minusInfinity, high: highs[0] ?? infinity };
}

/** The variable of a family's formulas, and of what they integrate to. */
const X = "x";
const TOTAL = "\u0003total";

function familyOf({ body }: Definition, variable: string, { low, high }: Range): NamedFamily {
  const { span } = body;
  const x = symbol(X, span);
  const times = (a: Expr, b: Expr): Expr => node("mul", [a, b], span, undefined, { style: "cdot" });
  const over = (e: Expr): Expr => node("integral", [e, low, high], span, X, { bound: X });
  const plain = rewrite(body, (n) => (n.op === "symbol" && n.name === variable ? x : n));
  // a constant in front that is still to be found is whatever makes it a density
  const whole = rewrite(plain, (n) => (n.op === "symbol" && n.name === X ? symbol(TOTAL, n.span) : n));
  const total = node("integral", [whole, low, high], span, TOTAL, { bound: TOTAL });
  const density = [...allNames([body])].some((n) => n !== variable && !isNumberName(n)) ? node("div", [plain, total], span) : plain;
  const power = (e: Expr, n: number): Expr => node("pow", [e, number(n)], span);
  const mean = over(times(x, density));
  const variance = node("add", [over(times(power(x, 2), density)), node("neg", [power(mean, 2)], span)], span);
  return { spellings: [], parameters: [], density, support: "interval", ends: [low, high], mean, variance };
}
