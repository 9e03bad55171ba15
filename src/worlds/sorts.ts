/** Finds out what kind of thing every free name of a scope is: a real number, an integer, a matrix, an element of a finite space, a random variable. */
import type { Condition } from "../derivation/facts/facts";
import { type Names, namesOf, symbolName } from "../expression/names";
import { type Expr, node, number, some, symbol, walk } from "../expression/tree";
import { familyIndices } from "../notation/names/function-families";
import { standsFree } from "../notation/series/sums";
import { halfLine } from "../notation/sets/conditions";
import { type Interval, REALS } from "./draws";
import { indexPartners } from "./index-partners";
import type { Structure } from "./matrix-draws";

/** What the values of a name are: numbers within bounds, matrices of a shape, elements of a finite space. */
export type Sort =
  | { readonly kind: "real"; readonly within: Interval }
  | { readonly kind: "complex" }
  | { readonly kind: "integer"; readonly within: Interval }
  | { readonly kind: "matrix"; readonly rows: number; readonly cols: number; readonly structure?: readonly Structure[]; readonly complex?: boolean }
  | { readonly kind: "element"; readonly space: string; readonly size: number };

/** The sorts of the names of a scope. */
export interface Sorts {
  readonly of: ReadonlyMap<string, Sort>;
  /** Names used as indices: subscripts are evaluated where they are such names, and labels elsewhere. */
  readonly indices: ReadonlySet<string>;
  readonly names: Names;
  /** Inequalities that are not simple bounds: worlds that break them are passed over. */
  readonly filters: readonly Expr[];
  readonly complex: boolean;
}

const INDEX_LETTERS = /^[ijklmnrst]$/;
const COUNTS = /^([ijklmnNKM]|n_\d)$/;
/** Letters that number the terms of a sequence where they stand beside it, too. */
const SUBSCRIPTS = /^[kmn]$/;

/** Names that must be integers: bounds of sums, factorials, subscripts, exponents of constants. */
function integerNames(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  const counts = (e: Expr): void => {
    walk(e, (n) => {
      if (n.op === "symbol" && COUNTS.test(n.name ?? "")) found.add(n.name ?? "");
    });
  };
  const all = (e: Expr): void => {
    walk(e, (n) => {
      if (n.op === "symbol") found.add(n.name ?? "");
    });
  };
  // b_n beside n
  const alone = new Set<string>();
  for (const e of expressions) walk(e, (n) => (n.op === "symbol" && SUBSCRIPTS.test(n.name ?? "") ? void alone.add(n.name ?? "") : n.op !== "indexed"));
  const isNumbering = ({ name = "" }: Expr): boolean => alone.has(name);
  for (const e of expressions)
    walk(e, (n) => {
      if ((n.op === "sum" || n.op === "prod") && n.args.length === 3) n.args.slice(1).forEach(all);
      if (n.op === "call" && (n.name === "factorial" || n.name === "binomial")) n.args.forEach(counts);
      if (n.op === "call-derivative" || n.op === "derivative-order") all(n.args[n.args.length - 1]);
      if (n.op === "call" && (n.name === "gcd" || n.name === "lcm" || n.name === "mod" || n.name === "fibonacci" || n.name === "bernoulli"))
        n.args.forEach(all);
      // the index of a polynomial, of a sequence, of an arithmetic function
      if (n.op === "special") for (const at of (n.data?.whole as readonly string[] | undefined) ?? []) if (n.args[Number(at)]) counts(n.args[Number(at)]);
      if (n.op === "indexed") for (const a of n.args) if (a.op === "symbol" ? isNumbering(a) : a.op !== "number") all(a);
      if (n.op === "apply" && n.data?.order) counts(n.args[n.args.length - 1]);
      if (familyIndices(n) > 0) n.args.slice(Number(n.data?.split) - familyIndices(n), Number(n.data?.split)).forEach(counts);
      if (n.op === "pow" && !isDecay(n))
        walk(n.args[1], (s) => void (s.op === "symbol" && s.name !== "i" && s.name !== "j" && COUNTS.test(s.name ?? "") && found.add(s.name ?? "")));
      if (n.op === "call" && /^(sin|cos|tan|cot|sec|csc|exp)$/.test(n.name ?? "") && some(n.args[0], (s) => s.name === "\\pi"))
        walk(n.args[0], (s) => void (s.op === "symbol" && /^[nmk]$/.test(s.name ?? "") && found.add(s.name ?? "")));
    });
  found.delete("\\infty");
  found.delete("\\pi");
  found.delete("e");
  return found;
}

/** e^{-10k}, without π and i: any number. */
const isDecay = ({ args: [base, exponent] }: Expr): boolean =>
  base.op === "symbol" &&
  /^(e|\\mathrm\{e\})$/.test(base.name ?? "") &&
  !some(exponent, (n) => n.op === "symbol" && /^(\\pi|i|j|\\mathrm\{i\})$/.test(n.name ?? ""));

/** Names that stand in subscripts as numbers: bound by a sum, integers of the scope, letters that are usually indices. */
function indexNames(names: Names, integers: ReadonlySet<string>): Set<string> {
  const found = new Set<string>([...names.bound, ...integers]);
  for (const nodes of names.indexed.values()) {
    const numbered = nodes.some((n) => n.args.some((a) => a.op === "number"));
    for (const n of nodes)
      for (const a of n.args)
        if (a.op === "symbol" && INDEX_LETTERS.test(a.name ?? "") && (numbered || names.symbols.has(a.name ?? ""))) found.add(a.name ?? "");
  }
  return found;
}

const value = (e: Expr): number | undefined =>
  e.op === "number"
    ? Number(e.name)
    : e.op === "neg"
      ? negated(value(e.args[0]))
      : e.op === "symbol" && e.name === "\\infty"
        ? Number.POSITIVE_INFINITY
        : e.op === "symbol" && e.name === "\\pi"
          ? Math.PI
          : e.op === "div"
            ? combined(value(e.args[0]), value(e.args[1]), (x, y) => x / y)
            : e.op === "pow"
              ? combined(value(e.args[0]), value(e.args[1]), (x, y) => x ** y)
              : undefined;
const negated = (x: number | undefined) => (x === undefined ? undefined : -x);
const combined = (x: number | undefined, y: number | undefined, by: (x: number, y: number) => number) =>
  x === undefined || y === undefined ? undefined : by(x, y);
const meet = (a: Interval, b: Interval): Interval => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });

/** A bound that a condition sets on one name: `x > 0`, `0 < x < 1`, `|x| < 1`. */
function simpleBound(e: Expr): { name: string; within: Interval; of?: Expr } | undefined {
  if (e.op !== "relation") return undefined;
  const [left, right] = e.args;
  const nameLeft = left.op === "symbol" || left.op === "indexed" ? symbolName(left) : undefined;
  const nameRight = right.op === "symbol" || right.op === "indexed" ? symbolName(right) : undefined;
  const loose = e.name === "<=" || e.name === ">=" ? 1e-9 : 0;
  if (nameLeft && value(right) !== undefined) return bound(left, e.name ?? "", value(right) as number, loose);
  if (nameRight && value(left) !== undefined) return bound(right, FLIP[e.name ?? ""] ?? "", value(left) as number, loose);
  if (
    left.op === "absolute" &&
    (left.args[0].op === "symbol" || left.args[0].op === "indexed") &&
    value(right) !== undefined &&
    (e.name === "<" || e.name === "<=")
  ) {
    const r = value(right) as number;
    return { name: symbolName(left.args[0]), within: { low: -r, high: r }, of: left.args[0] };
  }
  return undefined;
}
const FLIP: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=" };

function bound(of: Expr, relation: string, at: number, loose: number): { name: string; within: Interval; of: Expr } | undefined {
  const name = symbolName(of);
  if (relation === ">" || relation === ">=") return { name, of, within: { low: at - loose, high: Number.POSITIVE_INFINITY } };
  if (relation === "<" || relation === "<=") return { name, of, within: { low: Number.NEGATIVE_INFINITY, high: at + loose } };
  return undefined;
}

/** What is said of a general term, 0 < α_t < 1, is said of all terms of its sequence. */
const sequenceOf = (e: Expr | undefined): string | undefined =>
  e?.op === "indexed" && e.args.length > 0 && e.args.every((a) => a.op === "symbol" && /^[di-nst]$/.test(a.name ?? "")) ? `${e.name}_{*}` : undefined;

/** Splits conjunctions: `0 < x < 1` is two conditions, and so is `x, y > 0`. */
function conjuncts(e: Expr): Expr[] {
  if (e.op === "and" || e.op === "list") return e.args.flatMap(conjuncts);
  const at = e.op === "relation" && /^([<>]=?|!=)$/.test(e.name ?? "") ? e.args.findIndex((a) => a.op === "list") : -1;
  return at < 0 ? [e] : e.args[at].args.map((member) => ({ ...e, args: e.args.map((a, i) => (i === at ? member : a)) }));
}

const SETS: Record<string, "real" | "integer" | "complex" | "positive"> = { R: "real", Z: "integer", N: "integer", C: "complex", Q: "real" };
function setOf(e: Expr): { sort: "real" | "integer" | "complex" | "positive"; within: Interval } | undefined {
  const m = /^\\math(?:bb|bf|cal|rm)\{([A-Z])\}/.exec(e.name ?? "");
  if (m && SETS[m[1]])
    return {
      sort: SETS[m[1]],
      within: m[1] === "N" ? { low: 0, high: Number.POSITIVE_INFINITY } : /\+|>/.test(e.name ?? "") ? { low: 0, high: Number.POSITIVE_INFINITY } : REALS,
    };
  if (e.op === "pow" && e.args[0].name && /\+/.test(e.args[1].name ?? "")) return setOf(e.args[0]);
  if (e.op === "indexed" && m) return { sort: SETS[m[1]] ?? "real", within: { low: 0, high: Number.POSITIVE_INFINITY } };
  if (e.op === "tuple" && e.args.length === 2 && (e.data?.open === "(" || e.data?.open === "[")) {
    const [low, high] = e.args.map(value);
    if (low !== undefined && high !== undefined) return { sort: "real", within: { low, high } };
  }
  if (e.op === "call" || e.op === "mul" || e.op === "add") return undefined;
  return undefined;
}

const NEVER = node("relation", [number(1), number(0)], { from: 0, to: 0 }, "<");

/** The kind of number that membership makes of a name; `filtered` where worlds outside of the set must still be passed over. */
function domainOf(set: Expr): { sort: "real" | "integer" | "complex" | "positive"; within: Interval; filtered?: boolean } | undefined {
  if (set.op === "set") {
    const [a, b] = set.args.map(domainOf);
    const whole =
      set.name === "minus" || !b
        ? a
        : set.name === "union" && a
          ? {
              sort: a.sort === b.sort ? a.sort : ("real" as const),
              within: { low: Math.min(a.within.low, b.within.low), high: Math.max(a.within.high, b.within.high) },
            }
          : a;
    return whole && { ...whole, filtered: true };
  }
  if (/^\\mathbb\{H\}/.test(set.name ?? "")) return { sort: "complex", within: REALS, filtered: true };
  if (/^\\mathbb\{P\}/.test(set.name ?? "")) return { sort: "integer", within: { low: 1, high: 14 }, filtered: true };
  const side = halfLine(set.name ?? "");
  if (side) {
    const whole = /^\\mathbb\{Z/.test(set.name ?? "");
    const loose = side.strict ? 0 : whole ? 1 : 1e-9;
    return {
      sort: whole ? "integer" : "real",
      within: side.rises ? { low: side.at - loose, high: Number.POSITIVE_INFINITY } : { low: Number.NEGATIVE_INFINITY, high: side.at + loose },
    };
  }
  if (set.op === "tuple" && set.data?.open === "{" && set.args.length > 1) {
    const known = set.args.map(value).filter((v) => v !== undefined);
    const dots = set.args.some((item) => item.op === "ellipsis");
    if (!known.every(Number.isInteger) || (known.length < set.args.length && !dots)) return undefined;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const down = known.length > 1 && known[1] < known[0];
    return {
      sort: "integer",
      within: { low: dots && down ? Number.NEGATIVE_INFINITY : least - 1, high: dots && !down ? Number.POSITIVE_INFINITY : most + 1 },
      filtered: true,
    };
  }
  return setOf(set);
}

/** Names that a condition takes the real part, the imaginary part or the argument of: they are complex. */
function complexNames(parts: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const part of parts)
    walk(
      part,
      (n) =>
        void (
          n.op === "call" &&
          /^(re|im|arg)$/.test(n.name ?? "") &&
          walk(n.args[0], (s) => void (s.op === "symbol" && !COUNTS.test(s.name ?? "") && found.add(s.name ?? "")))
        ),
    );
  for (const name of ["\\pi", "e", "i", "\\infty"]) found.delete(name);
  return found;
}

/** Names that stand with a bar and without. */
const conjugated = (symbols: ReadonlySet<string>): string[] => [...symbols].filter((n) => symbols.has(`\\bar{${n}}`));

/** The bounds of sums over letters: what a free index of the same letter keeps to. */
function boundRanges(expressions: readonly Expr[]): Map<string, { low: number | undefined; high: number | undefined; to: Expr }> {
  const found = new Map<string, { low: number | undefined; high: number | undefined; to: Expr }>();
  for (const root of expressions)
    walk(root, (e) => {
      if ((e.op === "sum" || e.op === "prod") && e.args.length === 3 && /^[ijklmn]$/.test(e.name ?? "") && !found.has(e.name ?? ""))
        found.set(e.name ?? "", { low: value(e.args[1]), high: value(e.args[2]), to: e.args[2] });
    });
  return found;
}

/** Names whose logarithm or root is taken are positive by convention, and scales and variances are. */
const POSITIVE_NAMES = /^(\\sigma|\\tau|\\Sigma)(_|\^|$)/;

/** The sorts of all names of expressions: as declared, as conditions bound them, and as they are used; what equals an integer, "n = k", is one. */
export function sortsOf(
  expressions: readonly Expr[],
  conditions: readonly Condition[],
  declared: ReadonlyMap<string, Sort>,
  equal: readonly (readonly [string, string])[] = [],
): Sorts {
  const names = namesOf(...expressions);
  const integers = integerNames(expressions);
  for (const pair of equal) if (pair.some((name) => integers.has(name))) for (const name of pair) integers.add(name);
  const of = new Map<string, Sort>(declared);
  const filters: Expr[] = [];
  let complex = false;
  const restrict = (name: string, within: Interval, integer = false): void => {
    const before = of.get(name);
    if (before?.kind === "matrix") return;
    const old = before?.kind === "real" || before?.kind === "integer" ? before.within : REALS;
    of.set(name, { kind: integer || before?.kind === "integer" || integers.has(name) ? "integer" : "real", within: meet(old, within) });
  };
  const parts = conditions.flatMap((c) => conjuncts(c.relation));
  const memberships = parts.filter((part) => part.op === "relation" && part.name === "∈");
  for (const part of memberships) {
    if (part.args[0].op === "symbol" && of.get(part.args[0].name ?? "")?.kind === "matrix") {
      complex ||= setOf(part.args[1])?.sort === "complex";
      continue;
    }
    const members = part.args[0].op === "list" || part.args[0].op === "tuple" ? part.args[0].args : [part.args[0]];
    for (const member of members) {
      const name = symbolName(member);
      const domain = domainOf(part.args[1]);
      if (member.op !== "symbol" && member.op !== "indexed") filters.push({ ...part, args: [member, part.args[1]] });
      if (!domain || (member.op !== "symbol" && member.op !== "indexed")) continue;
      if (domain.sort === "complex") of.set(name, { kind: "complex" });
      else restrict(name, domain.within, domain.sort === "integer");
      const sequence = domain.sort === "real" && !domain.filtered ? sequenceOf(member) : undefined;
      if (sequence) restrict(sequence, domain.within);
      if (domain.filtered) filters.push({ ...part, args: [member, part.args[1]] });
    }
  }
  for (const name of complexNames(parts)) if (names.symbols.has(name) && !of.has(name) && !integers.has(name)) of.set(name, { kind: "complex" });
  // the letters of complex numbers, where a real part, an imaginary part or an argument is taken of them, or they stand beside their conjugates
  for (const name of [...complexNames(expressions), ...conjugated(names.symbols)])
    if (/^(z|w|\\zeta)(_|'|$)/.test(name) && !of.has(name) && !integers.has(name)) of.set(name, { kind: "complex" });
  complex ||= [...names.symbols, ...[...names.indexed.values()].flat().map(symbolName)].some((n) => of.get(n)?.kind === "complex");
  for (const part of parts) {
    const simple = simpleBound(part);
    if (simple && of.get(simple.name)?.kind !== "complex") {
      restrict(simple.name, simple.within);
      const sequence = sequenceOf(simple.of);
      if (sequence) restrict(sequence, simple.within);
    } else if (part.op === "relation" && part.name !== "∼" && part.name !== "→" && part.name !== "∈") filters.push(part);
  }
  // conditions that contradict each other are met in no world
  for (const sort of of.values()) if ((sort.kind === "real" || sort.kind === "integer") && sort.within.low >= sort.within.high) filters.push(NEVER);
  for (const [name, bounds] of boundRanges(expressions)) {
    if (!names.symbols.has(name) && ![...names.indexed.values()].flat().some((n) => n.args.some((a) => a.name === name))) continue;
    if (bounds.low !== undefined && bounds.high !== undefined) restrict(name, { low: bounds.low - 1, high: bounds.high + 1 }, true);
    else if (bounds.to.op === "symbol" && bounds.low !== undefined && expressions.some((e) => standsFree(e, name))) {
      restrict(name, { low: bounds.low - 1, high: Number.POSITIVE_INFINITY }, true);
      filters.push(node("relation", [symbol(name), bounds.to], bounds.to.span, "<="));
    } else if (bounds.to.op === "symbol" && names.symbols.has(name)) filters.push(node("relation", [symbol(name), bounds.to], bounds.to.span, "<="));
  }
  for (const partner of indexPartners(expressions)) {
    if (!names.symbols.has(partner.name) && ![...names.indexed.values()].flat().some((n) => n.args.some((a) => a.name === partner.name))) continue;
    integers.add(partner.name);
    const [low, high] = [partner.from ? value(partner.from) : 1, partner.to ? value(partner.to) : 3];
    restrict(partner.name, { low: (low ?? Number.NEGATIVE_INFINITY) - 1, high: (high ?? Number.POSITIVE_INFINITY) + 1 }, true);
    if (partner.from && low === undefined) filters.push(node("relation", [partner.from, symbol(partner.name)], partner.from.span, "<="));
    if (partner.to && high === undefined) filters.push(node("relation", [symbol(partner.name), partner.to], partner.to.span, "<="));
  }
  for (const name of integers) if (!of.has(name)) of.set(name, { kind: "integer", within: REALS });
  for (const name of countedSequences(expressions)) if (!of.has(name)) of.set(name, { kind: "integer", within: POSITIVE });
  for (const name of names.symbols)
    if (!of.has(name) && POSITIVE_NAMES.test(name)) of.set(name, { kind: "real", within: { low: 0, high: Number.POSITIVE_INFINITY } });
  // a transform is of interest where its integral converges: far enough to the right
  for (const root of expressions)
    walk(root, (e) => void (e.op === "laplace" && !of.has(e.args[1].name ?? "") && of.set(e.args[1].name ?? "", { kind: "real", within: CONVERGENT })));
  return { of, indices: indexNames(names, integers), names, filters, complex };
}

const POSITIVE: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

/** Sequences that say how far a sum runs, n_i of \\sum_{j=1}^{n_i}: counts. */
function countedSequences(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const e of expressions)
    walk(e, (n) => {
      if ((n.op !== "sum" && n.op !== "prod") || n.args.length !== 3) return;
      for (const bound of n.args.slice(1)) walk(bound, (b) => void (b.op === "indexed" && found.add(`${b.name}_{*}`)));
    });
  return found;
}

/** Where the variable of a Laplace transform is drawn. */
const CONVERGENT: Interval = { low: 4, high: 20 };
