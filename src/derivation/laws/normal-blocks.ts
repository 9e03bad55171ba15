/**
 * Moments of one of two jointly normal names given the other, in the names of the blocks of their mean and covariance: μ_x + Σ_{xy} Σ_{yy}⁻¹ (y - μ_y) and
 * Σ_{xx} - Σ_{xy} Σ_{yy}⁻¹ Σ_{yx}; of numbers in standard deviations and a correlation (Bishop, Pattern Recognition and Machine Learning, 2.3.1).
 */
import { symbolName } from "../../expression/names";
import { type Expr, node, number, some, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";

/** Two names, and what their blocks and scales are written with. */
interface Pair {
  readonly of: Expr;
  readonly given: Expr;
  /** What is put for it: y itself, or the x of "given X = x". */
  readonly value: Expr;
  /** The indexed names of the right side, by how they are spelt. */
  readonly spoken: ReadonlyMap<string, Expr>;
}

/**
 * The left side of a moment of one name given another by the formula in the letters that the right side uses, with vectors of two lengths, and of one; none where
 * it uses no such letters, or the text does not say that the two are normal together.
 */
export function overNormalBlocks(item: Item, items: readonly Item[], text: string): readonly Pick<Item, "left" | "ofBlocks">[] {
  const { left, right } = item;
  const split = Number(left.data?.split ?? left.args.length);
  if (item.relation !== "=" || left.op !== "statistic" || left.data?.under || left.args.length !== 2 || split !== 1) return [];
  const [of, condition] = left.args;
  const [given, value] = condition.op === "relation" && condition.name === "=" ? condition.args : [condition, condition];
  if (![of, given].every((e) => e.op === "symbol" || e.op === "indexed") || labelOf(of) === labelOf(given)) return [];
  const spoken = new Map<string, Expr>();
  walk(right, (n) => void (n.op === "indexed" && spoken.set(symbolName(n), n)));
  const pair: Pair = { of, given, value, spoken };
  const found = left.name === "expectation" ? mean(pair, right) : /^(variance|covariance)$/.test(left.name ?? "") ? spread(pair, right) : undefined;
  const isSaid = (): boolean => SAID.test(text.slice(Math.max(0, item.link.left.from - REACH), item.link.left.from)) || areStacked(pair, item, items);
  if (!found || !isSaid()) return [];
  const shapes = [shapesOf(pair, "\\dim_{2}"), shapesOf(pair, "\\dim_{1}")];
  return shapes[0] ? shapes.map((ofBlocks) => ({ left: found, ofBlocks })) : [{ left: found }];
}

/** The names are vectors where their covariance is written in blocks. */
function shapesOf(pair: Pair, other: string): Item["ofBlocks"] {
  const letter = blocksOf(pair);
  if (!letter) return undefined;
  const ends: readonly (readonly [Expr, string])[] = [
    [pair.of, "\\dim_{1}"],
    [pair.given, other],
  ];
  const means = [...pair.spoken.values()].filter((n) => MEAN.test(n.name ?? ""));
  const valued: readonly (readonly [Expr, string])[] = [...ends, [pair.value, other]];
  const vectors = valued.flatMap(([e, size]): [string, string][] => [
    [symbolName(e), size],
    ...means.filter((m) => labelOf(m) === labelOf(e)).map((m): [string, string] => [symbolName(m), size]),
  ]);
  const matrices = ends.flatMap(([a, rows]) => ends.map(([b, cols]): [string, [string, string]] => [symbolName(named(pair, letter, a, b)), [rows, cols]]));
  return { vectors: new Map(vectors), matrices: new Map(matrices) };
}

/** How far back words are looked for that say how two names are distributed. */
const REACH = 4000;
const SAID = /\b(?:joint(?:ly)?|bivariate|multivariate|gemeinsam)\b[^.]{0,40}\b(?:normal|gau(?:ss|ß))/i;

/** (x, y) ∼ …, a vector of both. */
const areStacked = ({ of, given }: Pair, item: Item, items: readonly Item[]): boolean =>
  items.some(
    (i) =>
      i.relation === "∼" &&
      i.order < item.order &&
      /^(matrix|tuple|list)$/.test(i.left.op) &&
      [of, given].every((e) => some(i.left, (n) => n.op === e.op && symbolName(n) === symbolName(e))),
  );

/** x of x, 1 of x_1. */
const labelOf = (e: Expr): string => (e.op === "indexed" ? e.args.map(symbolName).join("") : symbolName(e));

const labels = (e: Expr): readonly Expr[] => (e.op === "indexed" ? e.args : [symbol(e.name ?? "", e.span)]);

/** Σ_{xy}, as the right side has it. */
function named({ spoken, of }: Pair, letter: string, ...by: readonly Expr[]): Expr {
  const made = node("indexed", by.flatMap(labels), of.span, letter);
  return spoken.get(symbolName(made)) ?? made;
}

/** The letter of the pattern that has such labels on the right side. */
const letterWith = ({ spoken }: Pair, pattern: RegExp, ...endings: readonly string[]): string | undefined =>
  [...spoken.values()].find((n) => pattern.test(n.name ?? "") && endings.some((l) => symbolName(n) === `${n.name}_{${l}}`))?.name;

const MEAN = /^(\\mu|m|\\boldsymbol\{\\mu\}|\\mathbf\{\\mu\})$/;
const BLOCK = /^(\\Sigma|\\boldsymbol\{\\Sigma\}|\\mathbf\{\\Sigma\}|[SCKV])$/;

/** The letter of the blocks. */
function blocksOf(pair: Pair): string | undefined {
  const [u, v] = [labelOf(pair.of), labelOf(pair.given)];
  return letterWith(pair, BLOCK, u + v, v + u, v + v) && letterWith(pair, BLOCK, u + v, v + u, v + v, u + u);
}

const product = (...args: readonly Expr[]): Expr => node("mul", args, args[0].span, undefined, { style: "juxtaposed" });
const minus = (a: Expr, b: Expr): Expr => node("add", [a, node("neg", [b], b.span)], a.span);
const inverse = (e: Expr): Expr => node("pow", [e, node("neg", [number(1, e.span)], e.span)], e.span);
const square = (e: Expr): Expr => node("pow", [e, number(2, e.span)], e.span);

/** What the two go with each other per unit of the one that is given: Σ_{xy} Σ_{yy}⁻¹, ρ σ_x/σ_y. */
function slope(pair: Pair, right: Expr): Expr | undefined {
  const { of, given } = pair;
  const letter = blocksOf(pair);
  if (letter) return product(crossed(pair, letter), inverse(named(pair, letter, given, given)));
  const [u, v] = [labelOf(of), labelOf(given)];
  if (!letterWith(pair, /^\\sigma$/, u, v) || !some(right, isCorrelation)) return undefined;
  return node("div", [product(symbol("\\rho", of.span), named(pair, "\\sigma", of)), named(pair, "\\sigma", given)], of.span);
}

const isCorrelation = (n: Expr): boolean => n.op === "symbol" && n.name === "\\rho";

/** Σ_{xy}, or the transpose of the other where the right side has only that. */
function crossed(pair: Pair, letter: string, back = false): Expr {
  const [first, second] = back ? [pair.given, pair.of] : [pair.of, pair.given];
  const [own, other] = [named(pair, letter, first, second), named(pair, letter, second, first)];
  const isSpoken = (e: Expr): boolean => pair.spoken.has(symbolName(e));
  return isSpoken(own) || !isSpoken(other) ? own : node("transpose", [other], other.span);
}

function mean(pair: Pair, right: Expr): Expr | undefined {
  const { of, given } = pair;
  const factor = slope(pair, right);
  const letter = letterWith(pair, MEAN, labelOf(of), labelOf(given));
  if (!factor || !letter) return undefined;
  return node("add", [named(pair, letter, of), product(factor, minus(pair.value, named(pair, letter, given)))], of.span);
}

function spread(pair: Pair, right: Expr): Expr | undefined {
  const { of, given } = pair;
  const letter = blocksOf(pair);
  const factor = slope(pair, right);
  if (letter && factor) return minus(named(pair, letter, of, of), product(factor, crossed(pair, letter, true)));
  const isOfNumbers = letterWith(pair, /^\\sigma$/, labelOf(of), labelOf(given)) !== undefined && some(right, isCorrelation);
  return isOfNumbers ? product(square(named(pair, "\\sigma", of)), minus(number(1, given.span), square(symbol("\\rho", of.span)))) : undefined;
}
