/** The readings of a step whose notation leaves something open, most conventional first: under which distribution an expectation is taken, which names are one family. */
import type { Reading } from "../../expression/parser";
import { type Expr, node, rewrite, same, some, symbol, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { inPlaceOfBare } from "../laws/bare-divergences";
import { isAmplitude, isNamedDensity } from "../laws/density-forms";
import { unmarked } from "../names/overloads";
import { parseOperand } from "./chains";
import { residue } from "./residue";

/** A step as one reading understands it. */
export interface ReadItem {
  readonly item: Item;
  /** How it was read, in words; empty for the only reading. */
  readonly says: string;
  /** In what it departs from the usual notation. */
  readonly notation?: Partial<Reading>;
  /** The reading is an assumption that the document does not make: agreement under it is `holds-if`. */
  readonly assumes?: string;
}

/** Expectations that do not say under what. */
const bareExpectation = (n: Expr): boolean => n.op === "statistic" && /^(expectation|variance)$/.test(n.name ?? "") && !n.data?.under;

/** A capital is a random variable itself: only a density that is said to be its own says under what it is averaged. */
const isRandomName = (n: Expr): boolean => (n.op === "symbol" || n.op === "indexed") && /^[R-Z]$/.test(n.name ?? "");

/** Other ways to read the same signs, with what they say. */
const NOTATIONS: readonly { readonly change: Partial<Reading>; readonly says: string }[] = [
  { change: { slash: "loose" }, says: "a/bc is read as (a/b)c" },
  { change: { slash: "whole" }, says: "a/b · c is read as a/(b · c)" },
  { change: { functionPower: "argument" }, says: "a power behind a function's argument belongs to the argument" },
  { change: { functionPower: "iterate" }, says: "a power of a function is how often it is applied" },
  { change: { logarithm: "ten" }, says: "log is the logarithm to base 10" },
  { change: { logarithm: "two" }, says: "log is the logarithm to base 2" },
  { change: { shortArguments: true }, says: "a function without parentheses takes one factor" },
  { change: { operators: "bracket" }, says: "a derivative is that of the bracket behind it alone" },
  { change: { operators: "wide" }, says: "a derivative is that of all terms behind it" },
  { change: { sums: "wide" }, says: "a sum reaches over what is added behind it and speaks of its index" },
  { change: { products: "short" }, says: "a product over an index ends before factors that speak of its bound and not of the index" },
  { change: { mixed: "product" }, says: "a number before a fraction multiplies it" },
  { change: { remainders: "wide" }, says: "a remainder is that of the whole sum before it" },
  { change: { residues: true }, says: "a fraction in parentheses is a Legendre symbol" },
  { change: { pairs: "other" }, says: "of two names in a condition below a sum, the other choice is bound: one or both" },
];

/** One number before a fraction, and no factor behind it, is a mixed number; two of them may be values times probabilities. */
function isOneMixedNumber({ left, right }: Item): boolean {
  const count = (e: Expr): number => (e.op === "mixed" ? 1 : 0) + e.args.reduce((n, a) => n + count(a), 0);
  const hasFactor = (e: Expr): boolean => some(e, (n) => n.op === "mul" && n.args[0].op === "mixed");
  return ![left, right].some((e) => count(e) > 1 || hasFactor(e));
}

/** Whether fractions in parentheses may be Legendre symbols: where the document says so, or symbols of odd primes make a sign. */
function speaksOfResidues({ left, right }: Item, reading: Reading): boolean {
  if (reading.functions.has("@residues")) return true;
  const sides = [left, right];
  const factors = (e: Expr): readonly Expr[] => (e.op === "mul" ? e.args.flatMap(factors) : [e]);
  const isSign = (e: Expr): boolean => (e.op === "neg" ? isSign(e.args[0]) : e.op === "number" && e.name === "1");
  const isSymbol = (e: Expr): boolean =>
    e.op === "div" && e.data?.bracket === "(" && e.args[0].op === "number" && e.args[1].op === "number" && isOddPrime(Number(e.args[1].name));
  return sides.some(isSign) && sides.some((e) => factors(e).every(isSymbol));
}

const isOddPrime = (n: number): boolean =>
  n > 2 && n < 1e6 && Number.isInteger(n) && Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2).every((d) => n % d !== 0);

/** `\\lg` is the logarithm to base ten to some, to base two to others. */
const isOfLg = ({ link }: Item): boolean => [...link.left.tokens, ...link.right.tokens].some((t) => t.kind === "command" && t.text === "lg");

/** A name before a bracket that nothing defines as a function may multiply it: P(4) as P times 4. */
function products(item: Item, reading: Reading, facts: readonly Item[]): { change: Partial<Reading>; says: string }[] {
  const names = new Set<string>();
  const called = new Set<string>();
  for (const side of [item.left, item.right])
    some(side, (n) => {
      // F(b): nobody writes a product with a lone letter so
      if (n.op === "apply" && n.args.length === 1 && n.args[0].op === "symbol") called.add(n.name ?? "");
      const plain =
        n.op === "apply" &&
        n.args.length - Number(n.data?.indices ?? 0) === 1 &&
        n.args[0].op !== "symbol" &&
        !n.data?.order &&
        (termsOf(item).has(n.name ?? "") ||
          isFactorOf(item, n.name ?? "") ||
          standsAlone(n.name ?? "", item, facts) ||
          !facts.some((f) => f.fact?.kind === "definition" && f.fact.name === n.name));
      if (plain) names.add(n.name ?? "");
      return false;
    });
  return [...names]
    .filter((name) => !called.has(name))
    .map((name) => ({
      change: { functions: new Set([...[...reading.functions].filter((f) => f !== name), `!${name}`]) },
      says: `${name} multiplies the bracket behind it`,
    }));
}

/** log Σ e^{a_k}: who takes the logarithm of powers of e means the natural one. */
const takesNaturalLogs = (side: Expr): boolean =>
  some(
    side,
    (n) =>
      n.op === "call" &&
      n.name === "log" &&
      n.args.some((a) => some(a, (x) => (x.op === "pow" && x.args[0].name === "e") || (x.op === "call" && x.name === "exp"))),
  );

/** P of "A = P + Pr" before P(1 + r)², V of "Rq' + q/C = V" before CV(1 - e): a number here, whatever it is elsewhere. */
const standsAlone = (name: string, item: Item, facts: readonly Item[]): boolean => {
  const bare = (e: Expr): boolean => e.op === "symbol" && e.name === name;
  return facts.some(
    (f) =>
      f.order < item.order &&
      f.scope === item.scope &&
      (some(f.right, (n) => (n.op === "mul" || n.op === "add") && n.args.some(bare)) || (bare(f.right) && f.left.op !== "symbol" && f.left.op !== "apply")),
  );
};

/** r of "m - rk" beside r(k - 1) in one step. */
const isFactorOf = (item: Item, name: string): boolean =>
  /^[a-z]$/.test(name) && [item.left, item.right].some((side) => some(side, (n) => n.op === "mul" && n.args.some((a) => a.op === "symbol" && a.name === name)));

/** Names of sequences that a step speaks of: p_i before a bracket multiplies it where p_i stands alone elsewhere. */
function termsOf(item: Item): Set<string> {
  const found = new Set<string>();
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op === "indexed") found.add(n.name ?? "");
    });
  return found;
}

/** x = (2 ± a)/(-2) = -1 ± b/2 speaks of both values together: the upper sign here may be the lower one there. */
function bothSigns(item: Item): ReadItem[] {
  const count = (e: Expr, op: string): number => (e.op === op ? 1 : 0) + e.args.reduce((n, a) => n + count(a, op), 0);
  const [first] = item.link.statement.links;
  const ofValues = item.link.continued && (first.continued || /^[a-zA-Z]$/.test(first.left.tokens[0]?.text ?? ""));
  const single = [item.left, item.right].every((e) => count(e, "plus-minus") === 1 && count(e, "minus-plus") === 0);
  if (!ofValues || !single || (!first.continued && first.left.tokens.some((t) => t.kind === "symbol" && t.text === "("))) return [];
  const right = rewrite(item.right, (n) => (n.op === "plus-minus" ? { ...n, op: "minus-plus" } : n));
  return [{ item: { ...item, right }, says: "± stands for both values on either side" }];
}

/** The step under other readings of its notation: only those that change it. */
export function otherNotations(item: Item, reading: Reading, facts: readonly Item[]): ReadItem[] {
  return [...bothSigns(item), ...notations(item, reading, facts)];
}

const readAs =
  (power: Reading["functionPower"]) =>
  (item: Item, reading: Reading): ReadItem[] =>
    changed(
      item,
      reading,
      NOTATIONS.filter(({ change }) => change.functionPower === power),
    );

/** The step with powers of functions as iterates, where it has any. */
export const iterates = readAs("iterate");
/** The step with powers behind the arguments of functions as powers of the arguments, where it has any. */
export const powersOfArguments = readAs("argument");

const notations = (item: Item, reading: Reading, facts: readonly Item[]): ReadItem[] =>
  changed(item, reading, [...NOTATIONS, ...products(item, reading, facts)]);

function changed(item: Item, reading: Reading, all: readonly { readonly change: Partial<Reading>; readonly says: string }[]): ReadItem[] {
  if (item.made) return [];
  return all.flatMap(({ change, says }) => {
    if (change.residues && !speaksOfResidues(item, reading)) return [];
    if (change.mixed && isOneMixedNumber(item)) return [];
    if (change.logarithm === "ten" && [item.left, item.right].some(takesNaturalLogs)) return [];
    if (change.logarithm === "two" && !reading.functions.has("@bits") && !isOfLg(item)) return [];
    const other = { ...reading, ...change };
    const [left, right, plainLeft, plainRight] = [other, reading].flatMap((r) =>
      [item.link.left, item.link.right].map((side) => inPlaceOfBare(residue(item.link, parseOperand(side, r), r), item.divergence)),
    );
    return same(left, plainLeft) && same(right, plainRight) ? [] : [{ item: { ...item, left, right }, says, notation: change }];
  });
}

/** One reading for each density in force over the variable of a bare expectation; the step itself where it has none. */
export function readingsOf(item: Item, facts: readonly Item[]): ReadItem[] {
  if (![item.left, item.right].some((e) => some(e, bareExpectation))) return [{ item, says: "" }];
  const densities = facts.filter((f) => f.order < item.order && f.fact?.kind === "definition" && mayBeDensity(f.fact)).reverse();
  const seen = new Set<string>();
  const readings: ReadItem[] = [];
  for (const f of densities) {
    const d = f.fact as Definition;
    const key = `${d.name} ${d.params.join()}`;
    if (
      seen.has(key) ||
      isAmplitude(d.name) ||
      isMadeSince(d.params[0], f, item, facts) ||
      (!/^[pPqQ]/.test(d.name) && isMadeOfRandom(d.params[0], item, facts)) ||
      hasLaw(d, f, item, facts) ||
      isParameter(d.params[0], facts) ||
      hasOpenIntegral(d.body, facts)
    )
      continue;
    seen.add(key);
    const said = capitalOf(f, facts);
    const under = node(
      "apply",
      d.params.map((p) => symbol(p)),
      item.link.left,
      d.name,
      { split: d.split, indices: 0, order: false, bound: d.split < d.params.length ? "|" : "" },
    );
    const place = (e: Expr): Expr =>
      rewrite(e, (n) =>
        bareExpectation(n) && isAveraged(n.args, d.params[0], said) && !isAveragedItself(n.args, d)
          ? { ...n, args: [...n.args.map((a) => inPlaceOf(a, said, d.params[0])), under], data: { ...n.data, under: true } }
          : n,
      );
    const left = place(item.left);
    const right = place(item.right);
    if (left !== item.left || right !== item.right)
      readings.push({
        item: { ...item, left, right },
        says: `the expectation is taken under ${d.name}(${d.params.slice(0, d.split).join(", ")}${d.split < d.params.length ? ` | ${d.params.slice(d.split).join(", ")}` : ""})`,
      });
  }
  return readings.length ? readings : [{ item, says: "" }];
}

/** Whether a name is a parameter of a law that a tilde gives to another, and has none itself: λ of x ∼ Exp(λ), beside a likelihood L(λ). */
const isParameter = (name: string, facts: readonly Item[]): boolean => {
  const tildes = facts.filter((f) => f.relation === "∼");
  const speaks = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && n.name === name);
  return tildes.some((f) => speaks(f.right)) && !tildes.some((f) => speaks(f.left));
};

/** Whether a formula, or what the document puts for its functions, has an integral without bounds: A(η) = log ∫ h(x) e^{ηT(x)} dx as a normaliser. */
const hasOpenIntegral = (e: Expr, facts: readonly Item[]): boolean =>
  some(
    e,
    (n) =>
      isOpenIntegral(n) ||
      (n.op === "apply" && facts.some((f) => f.fact?.kind === "definition" && f.fact.name === n.name && some(f.fact.body, isOpenIntegral))),
  );
const isOpenIntegral = (n: Expr): boolean => n.op === "antiderivative";

/** A function that is no average itself, as the information I(θ) = E[…] is, no distribution function F(x) = ∫_0^x f(t) dt, and no cost. */
const mayBeDensity = (d: Definition): boolean =>
  d.split >= 1 &&
  d.params.length > 0 &&
  !OBJECTIVE.test(d.name) &&
  !some(d.body, bareExpectation) &&
  !(d.body.op === "integral" && d.body.args[2]?.name === d.params[0]);

/** What a letter for costs and risks is a function of, is no random variable that has it as its density. */
const OBJECTIVE = /^(J|\\ell|\\mathcal\{[EFJLRQ]\})(_|$)/;

/** Whether a name, or its capital, has been given a formula or a law since a density was written of it: z = μ + σε is averaged over ε. */
const isMadeSince = (name: string, density: Item, item: Item, facts: readonly Item[]): boolean =>
  facts.some(
    (f) =>
      f.order > density.order &&
      f.order < item.order &&
      (f.relation === "∼" || (f.fact?.kind === "definition" && !f.fact.derived) || f.fact?.kind === "equation") &&
      f.left.op === "symbol" &&
      (f.left.name === name || (/^[a-z]$/.test(name) && f.left.name === name.toUpperCase())) &&
      (f.relation === "∼" || f.right.op !== "number"),
  );

/** z of "z = μ + σε with ε ∼ N(0, 1)": what a function f(z) is averaged by. */
const isMadeOfRandom = (name: string, item: Item, facts: readonly Item[]): boolean =>
  facts.some(
    (f) =>
      f.order < item.order &&
      f.fact?.kind === "definition" &&
      f.fact.name === name &&
      f.fact.params.length === 0 &&
      some(f.fact.body, (n) => n.op === "symbol" && facts.some((o) => o.relation === "∼" && o.scope === f.scope && o.left.name === n.name)),
  );

/** Whether a law is said of the variable of a density that is given nothing else: the law is what it is averaged by. */
const hasLaw = (d: Definition, density: Item, item: Item, facts: readonly Item[]): boolean =>
  d.params.length === 1 &&
  facts.some(
    (f) => f.relation === "∼" && f.order < item.order && f.scope === density.scope && f.left.op === "symbol" && f.left.name === d.params[0] && !f.given,
  );

/** ℓ(θ) in E[ℓ(θ)]: a function that is averaged is no density, unless its name is one of a density. */
const isAveragedItself = (args: readonly Expr[], d: Definition): boolean =>
  !isNamedDensity(d.name) && args.some((a) => some(a, (n) => n.op === "apply" && n.name === d.name));

const DENSITY = /\b(densit(y|ies)|pdf|p\.d\.f|pmf|p\.m\.f|probability (mass )?function|distribut(ed|ion))/i;

const NOISE = /^\\(epsilon|varepsilon|xi)$/;

/** Whether a distribution of `x` is one by which these arguments are averaged; `said` is the capital that is said to have it. */
function isAveraged(args: readonly Expr[], x: string, said: string | undefined): boolean {
  const has = (test: (n: Expr) => boolean) => args.some((a) => some(a, test));
  // beside other random names, noise among them, it is not this variable that is averaged over
  const capitals = (n: Expr) => n.name !== said && n.name !== x && (isRandomName(n) || (n.op === "symbol" && NOISE.test(n.name ?? "")));
  return !has(capitals) && has((n) => n.op === "symbol" && (n.name === x || n.name === said));
}

/** X of "X has the density f(x) = …": the capital of the variable, where the words of the paragraph speak of a density. */
function capitalOf(f: Item, facts: readonly Item[]): string | undefined {
  const { block } = f.link.statement;
  const [x] = (f.fact as Definition).params;
  if (!/^[a-z]$/.test(x)) return undefined;
  // a law of its own that is said later
  if (facts.some((o) => o.relation === "∼" && o.order > f.order && o.left.name === x.toUpperCase())) return undefined;
  const beside = [f, ...facts.filter((o) => o.link.statement.block.paragraph === block.paragraph)].map((o) => o.link.statement);
  return beside.some((s) => DENSITY.test(`${s.prose.slice(-200)} ⋯ ${s.after.slice(0, 120)}`)) ? x.toUpperCase() : undefined;
}

const inPlaceOf = (e: Expr, name: string | undefined, by: string): Expr =>
  name === undefined ? e : rewrite(e, (n) => (n.op === "symbol" && n.name === name ? symbol(by, n.span) : n));

const baseLetter = (name: string): string => name.replace(/_.*$/, "");

/** Distributions that share a letter, p and p_0, taken for one family: the names of the step renamed to one. Undefined where no two do. */
export function oneFamily(names: ReadonlySet<string>): { rename: (e: Expr) => Expr; says: string } | undefined {
  const families = [...names].filter((n) => /^[pPqQ](_|$)/.test(n) && unmarked(n) === n);
  for (const a of families)
    for (const b of families) {
      if (a === b || baseLetter(a) !== baseLetter(b) || a.length > b.length) continue;
      const rename = (e: Expr): Expr => rewrite(e, (n) => (n.op === "apply" && n.name === a && variablesOf(n) ? { ...n, name: b } : n));
      return { rename, says: `$${a}$ is the marginal of $${b}$` };
    }
  return undefined;
}
