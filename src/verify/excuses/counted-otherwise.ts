/** Whole numbers that agree in an arithmetic that the document counts in: modulo a number, to another base, as Boolean values, as nimbers. */
import { agreesIn, BOOLEAN, NIMBERS, numerals, residues } from "../../checks/other-arithmetics";
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { basesOf, moduliIn, moduliOf } from "../../derivation/words/arithmetics";
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

/** A modulus below this divides a difference now and then by chance: it must be spoken of nearby. */
const SMALL = 50;
/** Characters around the formula. */
const NEAR = 400;

/** The sizes of the fields that count modulo a number. */
const powers = (m: number): string => (m === 2 ? "(2|4|8|16)" : m === 3 ? "(3|9|27)" : `${m}`);

/** The field of p^k elements, k > 1. */
const EXTENSION =
  /\bfield (of|with) (size|order|cardinality)? ?\$?(4|8|9|16|25|27|32|64)\b|\bGF\}?\s*\((4|8|9|16|25|27|32|64)\)|F\s*\}?\s*_\s*\{?\s*(4|8|9|16|25|27|32|64)\b/i;

/** Polynomials over the integers modulo a number, of which a quotient is taken, and fields by their name. */
const QUOTIENT =
  /(?:\\(?:Z|ZZ)|\\math(?:bb|bf)\s*\{?\s*[ZF]\s*\}?|\\[FZ]{1,2})\s*_\s*\{?\s*(?:\d|p)\s*\}?\s*[[(]\s*\\?\w+\s*[\])]|\bfinite fields?\b|\bGF\}?\s*\(|\bGalois fields?\b/gi;
/** So often a document that is about them speaks of them. */
const OFTEN = 3;

const INTEGER = /\binteger (division|arithmetic|quotient)\b/i;

/** 5/4 = 1 of whole numbers. */
const isFloor = (left: Expr, right: Expr): boolean =>
  left.op === "div" &&
  right.op === "number" &&
  left.args.every((a) => a.op === "number" && /^\d+$/.test(a.name ?? "")) &&
  Math.floor(Number(left.args[0].name) / Number(left.args[1].name)) === Number(right.name);

/** Where the exercise or example around a step begins. */
function opened(item: Item, groups: readonly ItemGroup[]): number {
  const own = groups.find((g) => g.items.includes(item))?.exercise ?? 0;
  return own === 0 ? item.link.left.from : (groups.find((g) => g.exercise === own)?.line.block.span.from ?? item.link.left.from) - NEAR;
}

const CYCLES = /\b(permutations?|transpositions?|cycles?|symmetric group)\b|\bS_\{?\d/i;

/** (12)(23) = (123): numbers in parentheses, and products and powers of them, also with the names of permutations, σ^{-1}(12)σ. */
const isOfCycles = (e: Expr): boolean =>
  e.op === "number"
    ? e.data?.bracket === "("
    : e.op === "pow"
      ? isOfCycles(e.args[0])
      : e.op === "mul" && (e.data?.bracket === "(" || (e.args.some(isOfCycles) && e.args.every((a) => isOfCycles(a) || isPermutation(a))));
const isPermutation = (e: Expr): boolean => (e.op === "pow" ? isPermutation(e.args[0]) : e.op === "symbol");

/** Numbers that words choose: what holds of their divisors may be said of these only. */
const CHOSEN = /\b(odd|even|coprime|relatively prime|parity)\b/i;
const isOfDivisors = (e: Expr): boolean => some(e, (n) => n.op === "call" && /^(gcd|lcm)$/.test(n.name ?? ""));

/** f'(x), f'(2): what becomes of a polynomial's coefficients there is no plain derivative. */
const isDerivative = (e: Expr): boolean => some(e, (n) => n.op === "derivative" || (n.op === "apply" && (Boolean(n.data?.order) || /'$/.test(n.name ?? ""))));
const isOfWholeNumbers = (e: Expr): boolean =>
  isDerivative(e) || !some(e, (n) => !/^(add|mul|neg|pow|symbol)$/.test(n.op) && !(n.op === "number" && /^\d+$/.test(n.name ?? "")));

export const countedOtherwise: Excuse = (item, { reading, text, groups }) => {
  const { relation, left, right, link } = item;
  if (relation !== "=") return undefined;
  const found = (what: string) => unjudged("context/arithmetic", `Not judged: it is false of plain numbers, and agrees ${what}, of which the document speaks.`);
  const { from, to } = link.statement.block.span;
  const around = text.slice(Math.max(0, Math.min(from - NEAR, opened(item, groups))), to + NEAR / 4);
  const sides = [left, right];
  if (sides.some(isOfCycles) && sides.every((e) => isOfCycles(e) || isPermutation(e)) && CYCLES.test(around))
    return unjudged("context/arithmetic", "Not judged: numbers in parentheses are cycles here.");
  // "a prime p … p² = N(x) N(y), but then p = N(x)"
  const lone = sides.find((e) => e.op === "symbol" && /^[a-z]$/.test(e.name ?? ""))?.name;
  if (lone && new RegExp(String.raw`\bprimes?( numbers?)?\s*(\$|\\\()?\s*${lone}\b|\b${lone}\s*(\$|\\\))?\s*(is|be)\s+(an?\s+)?(odd\s+)?prime\b`).test(around))
    return unjudged("context/arithmetic", "Not judged: it may follow for primes.");
  if ([left, right].some(isOfDivisors) && CHOSEN.test(around))
    return unjudged("context/arithmetic", "Not judged: which numbers these are is said in words that are not understood here.");
  const isSaidNear = (m: number): boolean => {
    return new RegExp(String.raw`([mM]od(ulo)?\b|characteristic|[FZ]\b|GF)[^.]{0,20}\b${m}\b|[FZ]\s*\}?\s*(_|/)\s*\{?\s*${powers(m)}|\b${m}-hour`).test(around);
  };
  const quotients = [...around.matchAll(QUOTIENT)].length > 0 || [...text.matchAll(QUOTIENT)].length >= OFTEN;
  const modulus = [...moduliOf(reading), ...moduliIn(around)].find((m) => (m >= SMALL || quotients || isSaidNear(m)) && agreesIn(left, right, residues(m)));
  if (modulus !== undefined) return found(`modulo ${modulus}`);
  const isPolynomial = [left, right].every((e) => !some(e, (n) => !/^(add|mul|neg|pow|number|symbol)$/.test(n.op)));
  if (isPolynomial && (EXTENSION.test(around) || (quotients && [left, right].some((e) => some(e, (n) => n.op === "symbol")))))
    return unjudged("context/arithmetic", "Not judged: it is false of plain numbers, and the document speaks of a field whose elements are none.");
  if (quotients && [left, right].some(isDerivative) && [left, right].every(isOfWholeNumbers))
    return unjudged("context/arithmetic", "Not judged: it is false of plain numbers, and the document counts modulo another.");
  if (INTEGER.test(around) && isFloor(left, right)) return found("of whole numbers, rounded down");
  const base = basesOf(reading).find((b) => agreesIn(left, right, numerals(b)));
  if (base !== undefined) return found(`to base ${base}`);
  if (reading.functions.has("@boolean") && agreesIn(left, right, BOOLEAN)) return found("of Boolean values");
  return reading.functions.has("@nim") && agreesIn(left, right, NIMBERS) ? found("bit by bit") : undefined;
};
