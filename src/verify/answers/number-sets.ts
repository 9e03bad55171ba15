/** Sets of numbers, intervals and sets by a condition, their unions, intersections and differences: two are compared at the ends of their parts, between and beyond. */
import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { isClosed } from "../../derivation/reading/targets";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some, walk } from "../../expression/tree";
import { NotUnderstood, scalar } from "../../expression/value";
import { double } from "../../numeric/lanes";
import { zerosOf } from "../../numeric/zeros";
import { figure } from "../figure";
import type { Step } from "../report";
import { settingFor } from "../trying/setting";
import type { JudgeInput } from "../trying/trial";
import { withReason } from "./arrows";

/** What a step comes to that equates sets of numbers, or says that a number is in one; undefined where a set has letters in it, or is of another kind. */
export function ofNumberSets(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (!/^(given|unchecked)$/.test(step.verdict) || item.premise || !/^[=∈∉]$/.test(item.relation)) return undefined;
  const sides = [item.left, item.right];
  const definitions = definitionsFor(item, allNames(sides), input.environment.facts(item));
  if (item.relation === "=" ? !sides.some((e) => isSurelySet(e, definitions)) : !isClosed(item.left)) return undefined;
  const found = withReason(() => {
    const sets = new NumberSets(definitions, item, input);
    return item.relation === "=" ? equality(item, step, sets, input) : membership(item, step, sets, input);
  });
  return found && "verdict" in found ? found : undefined;
}

/** What is a set whatever stands beside it: two numbers in round brackets may be a point. */
const isSurelySet = (e: Expr, definitions: ReadonlyMap<string, Definition>, depth = 0): boolean =>
  /^(set|set-of|big-set)$/.test(e.op) ||
  (isInterval(e) && /[[\]]/.test(`${e.data?.open}${e.data?.close}`) && (e.data?.open !== "[") !== (e.data?.close !== "]")) ||
  (e.op === "symbol" && depth < MOST_DEEP && isSurelySet(definitions.get(e.name ?? "")?.body ?? number(0), definitions, depth + 1));

const isInterval = (e: Expr): boolean =>
  e.op === "tuple" && e.args.length === 2 && /^[[(\]]$/.test(String(e.data?.open)) && /^[\])[]$/.test(String(e.data?.close));

/** Sets within sets, and definitions of definitions, at most. */
const MOST_DEEP = 12;

/** What is raised where a set is none of numbers, or speaks of names that have no value. */
const otherSet = ({ span }: Expr): NotUnderstood => new NotUnderstood("set/other", "this is no set of numbers", span);

const EMPTY = /^\\(emptyset|varnothing)$/;
/** Values nearer than this, by their size, are one: ends of intervals are written in closed form. */
const SAME = 1e-9;
/** Points at which the sides of conditions meet that are kept. */
const MOST_MEETINGS = 60;
/** Terms of a union to infinity that are looked at one by one, and some far out. */
const TERMS = 40;
const FAR = [100, 1000, 10_000, 1_000_000];

/** Words of a set in which all others lie. */
const UNIVERSE = /\b(integers?|whole numbers?|natural numbers?|naturals|universe|universal set|(?:state|sample) space|domain)\b|\\Omega\b/i;

const both = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);
const not = (x: number): number => 1 - x;
const either = (x: number, y: number): number => not(both(not(x), not(y)));

/** Membership in the sets of one step: 1, 0, or NaN where it could not be told. */
class NumberSets {
  private readonly bench;
  private readonly facts: readonly Item[];
  private readonly text: string;
  /** Functions of one number, whose formulas speak of nothing else. */
  private readonly functions: ReadonlyMap<string, Definition>;
  constructor(
    private readonly definitions: ReadonlyMap<string, Definition>,
    item: Item,
    input: JudgeInput,
  ) {
    this.facts = input.environment.facts(item);
    this.text = input.text;
    const isOwn = (d: Definition): boolean => {
      const { symbols, indexed, applied } = namesOf(d.body);
      return indexed.size + applied.size === 0 && [...symbols].every((n) => n === d.params[0] || isConstantName(n));
    };
    this.functions = new Map([...definitions].filter(([, d]) => d.params.length === 1 && !d.indexed && isOwn(d)));
    this.bench = settingFor(item.left, item.right, { definitions: this.functions, conditions: [], unused: [] }, input.seed).bench;
  }

  contains(set: Expr, xs: Float64Array, depth = 0): Float64Array {
    const inner = (e: Expr): Float64Array => this.contains(e, xs, depth + 1);
    if (depth > MOST_DEEP) throw otherSet(set);
    if (set.op === "symbol") {
      if (EMPTY.test(set.name ?? "")) return xs.map(() => 0);
      const letter = /^\\mathbb\{([RZN])\}$/.exec(set.name ?? "")?.[1];
      if (letter) return xs.map((x) => (letter === "R" ? 1 : !Number.isInteger(x) ? 0 : letter === "Z" || x > 0 ? 1 : x === 0 ? Number.NaN : 0));
      const d = this.definitions.get(set.name ?? "");
      if (!d || d.params.length > 0 || d.derived) throw otherSet(set);
      return inner(d.body);
    }
    if (set.data?.bracket === "{" || (set.op === "tuple" && set.data?.open === "{")) {
      const elements = (set.op === "tuple" ? set.args : [set]).map((e) => this.value(e));
      return xs.map((x) => (elements.some((e) => isSame(e, x)) ? 1 : 0));
    }
    if (isInterval(set)) {
      const [low, high] = set.args.map((e) => this.value(e));
      const [isLow, isHigh] = [set.data?.open === "[", set.data?.close === "]"];
      return xs.map((x) => (isSame(x, low) ? both(isLow ? 1 : 0, below(x, high, isHigh)) : both(low < x ? 1 : 0, below(x, high, isHigh))));
    }
    if (set.op === "set") {
      const [a, b] = set.args.map(inner);
      return a.map((x, i) => (set.name === "union" ? either(x, b[i]) : set.name === "minus" ? both(x, not(b[i])) : both(x, b[i])));
    }
    if (set.op === "big-set") {
      const join = set.name === "union" ? either : both;
      return this.termsOf(set)
        .map(inner)
        .reduce((all, term) => all.map((x, i) => join(x, term[i])));
    }
    if (set.op === "set-of") return this.byCondition(set, xs, depth);
    throw otherSet(set);
  }

  /** \{x : x² < 4\}, \{n ∈ ℕ : n² < 10\}. */
  private byCondition({ args: [element, ...conditions] }: Expr, xs: Float64Array, depth: number): Float64Array {
    const isIn = element.op === "relation" && element.name === "∈";
    const variable = isIn ? element.args[0] : element;
    // what runs over whole numbers by its letter is not said
    if (variable.op !== "symbol" || conditions.length === 0 || (!isIn && !this.isFree(variable.name ?? ""))) throw otherSet(element);
    const name = variable.name ?? "";
    const within = isIn ? this.contains(element.args[1], xs, depth + 1) : xs.map(() => 1);
    return conditions.map((c) => this.truth(c, name, xs, depth)).reduce((all, t) => all.map((x, i) => both(x, t[i])), within);
  }

  /** Whether a variable without a domain runs over the real numbers: nothing else is said of it, and the text speaks of no other universe. */
  private isFree(name: string): boolean {
    const isSaid = (f: Item): boolean => f.fact?.kind === "condition" && namesOf(f.left, f.right).symbols.has(name);
    return /^[stuxy]$/.test(name) && !UNIVERSE.test(this.text) && !this.facts.some(isSaid);
  }

  private truth(c: Expr, name: string, xs: Float64Array, depth: number): Float64Array {
    if (c.op === "and" || c.op === "or" || c.op === "list") {
      const join = c.op === "or" ? either : both;
      return c.args.map((a) => this.truth(a, name, xs, depth)).reduce((all, t) => all.map((x, i) => join(x, t[i])));
    }
    if (c.op !== "relation") throw otherSet(c);
    if ((c.name === "∈" || c.name === "∉") && c.args[0].name === name) {
      const inside = this.contains(c.args[1], xs, depth + 1);
      return c.name === "∈" ? inside : inside.map(not);
    }
    const holds = RELATIONS[c.name ?? ""];
    if (!holds) throw otherSet(c);
    const [left, right] = c.args.map((e) => this.values(e, name, xs));
    return left.map((l, i) => {
      const r = right[i];
      return Number.isNaN(l) || Number.isNaN(r) ? Number.NaN : holds(isSame(l, r) ? 0 : l - r) ? 1 : 0;
    });
  }

  /** The sets that a union or an intersection over an index joins; to infinity, the first of them and some far out. */
  private termsOf({ args: [product] }: Expr): Expr[] {
    const bound = product.data?.bound;
    if (product.op !== "prod" || typeof bound !== "string") throw otherSet(product);
    const [from, to] = product.args.slice(1).map((e) => this.value(e));
    if (!Number.isInteger(from) || (!Number.isInteger(to) && to !== Number.POSITIVE_INFINITY) || (to !== Number.POSITIVE_INFINITY && to - from >= 4 * TERMS))
      throw otherSet(product);
    const last = to === Number.POSITIVE_INFINITY ? from + TERMS : to;
    const indices = Array.from({ length: last - from + 1 }, (_, i) => from + i).concat(to === last ? [] : FAR);
    return indices.map((n) => rewrite(product.args[0], (e) => (e.op === "symbol" && e.name === bound ? number(n, e.span) : e)));
  }

  /** Where the sides of the conditions of a set meet: between two points at which their order changes, and where they come near without a change. */
  private touching({ args: [element, ...conditions] }: Expr): number[] {
    const variable = element.op === "relation" ? element.args[0] : element;
    const name = variable.name ?? "";
    const found: number[] = [];
    const visit = (c: Expr): void => {
      if (c.op === "and" || c.op === "or" || c.op === "list") c.args.forEach(visit);
      else if (c.op === "relation" && RELATIONS[c.name ?? ""]) found.push(...zerosOf((xs) => this.apart(c, name, xs)));
    };
    conditions.forEach(visit);
    return found.slice(0, MOST_MEETINGS);
  }

  private apart(c: Expr, name: string, xs: Float64Array): Float64Array {
    const [left, right] = c.args.map((e) => this.values(e, name, xs));
    return left.map((l, i) => l - right[i]);
  }

  /** The number that an expression without letters is; an infinity, too. */
  value(e: Expr): number {
    if (e.op === "symbol" && e.name === "\\infty") return Number.POSITIVE_INFINITY;
    if (e.op === "neg") return -this.value(e.args[0]);
    if (!isClosed(e)) throw otherSet(e);
    const [value] = this.values(e, "", Float64Array.of(0));
    if (Number.isNaN(value)) throw otherSet(e);
    return value;
  }

  private values(e: Expr, name: string, xs: Float64Array): Float64Array {
    const { symbols, indexed, applied } = namesOf(e);
    if (indexed.size > 0 || [...symbols].some((n) => n !== name && !isConstantName(n)) || [...applied.keys()].some((f) => !this.functions.has(f)))
      throw otherSet(e);
    const ev = this.bench.evaluator(double, new Int32Array(xs.length));
    const found = double.toNumbers((name === "" ? ev : ev.with(name, scalar(double.numbers(xs)))).scalar(e));
    return found.length === xs.length ? found : xs.map(() => found[0]);
  }

  /** Ends of the intervals and elements of the lists in a set, each once. */
  ends(set: Expr, depth = 0): number[] {
    const found = new Set<number>();
    const add = (e: Expr): void => {
      if (isClosed(e) || e.op === "neg" || e.name === "\\infty") found.add(this.value(e));
    };
    if (depth > MOST_DEEP) return [];
    walk(set, (n) => {
      if (n.op === "symbol") for (const x of this.ends(this.definitions.get(n.name ?? "")?.body ?? number(0), depth + 1)) found.add(x);
      if (n.op === "big-set") for (const term of this.termsOf(n).slice(0, 3)) for (const x of this.ends(term, depth + 1)) found.add(x);
      if (n.op === "relation") for (const side of n.args) if (isClosed(side)) add(side);
      if (n.op === "set-of") for (const x of this.touching(n)) found.add(x);
      if (isInterval(n) || (n.op === "tuple" && n.data?.open === "{")) for (const a of n.args) if (isClosed(a)) add(a);
      if (n.data?.bracket === "{" && isClosed(n)) add(n);
      return n.op !== "big-set";
    });
    return [...found].filter(Number.isFinite);
  }
}

const isSame = (x: number, y: number): boolean => x === y || (Number.isFinite(x - y) && Math.abs(x - y) <= SAME * (1 + Math.abs(x) + Math.abs(y)));
const below = (x: number, high: number, closed: boolean): number => (isSame(x, high) ? (closed ? 1 : 0) : x < high ? 1 : 0);
const RELATIONS: Readonly<Record<string, (difference: number) => boolean>> = {
  "<": (d) => d < 0,
  "<=": (d) => d <= 0,
  ">": (d) => d > 0,
  ">=": (d) => d >= 0,
  "=": (d) => d === 0,
  "!=": (d) => d !== 0,
};

/** Whole numbers and halves about zero, and numbers without a pattern, at which sets are compared beside their ends. */
const GRID = [...Array.from({ length: 25 }, (_, i) => i - 12), ...Array.from({ length: 24 }, (_, i) => i - 11.5)];
const SCATTERED = Array.from({ length: 61 }, (_, i) => (i - 30) * 0.3719);

/** The ends, what lies between them, and beyond; those first that are best shown. */
function places(ends: readonly number[]): Float64Array {
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((x, i) => (x + sorted[i]) / 2);
  const beyond = sorted.length > 0 ? [sorted[0] - 1, sorted[sorted.length - 1] + 1] : [];
  return Float64Array.from(new Set([...sorted, ...between, ...GRID, ...beyond, ...SCATTERED, 1000, -1000]));
}

const judged = (step: Step, verdict: "holds" | "fails", message: string): Step => ({ ...step, verdict, code: "set/numbers", message });

/** The words of a sentence that only states its formulas. */
const STATES =
  /^(?:[\s,:;&]|then|so|thus|hence|therefore|and|also|now|moreover|clearly|similarly|while|but|we (?:have|get|obtain|find|see)|(?:this|it) gives|that is|i\.e\.|note that|in particular|the (?:solution set|domain|range|union|intersection|difference|complement) is)*$/i;
const FORMULA = /\$\$[^$]*\$\$|\$[^$]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g;

/** Whether the sentence of a step has no words but those that state it. */
function isStated({ link }: Item, { text }: JudgeInput): boolean {
  const { from, to } = link.statement.block.span;
  const before = text.slice(Math.max(0, from - 300), from).split(/[.?!]\s|\n\s*\n|(?:^|\n)#[^\n]*\n/);
  const [behind] = text.slice(to, to + 200).split(/[.?!](?:\s|$)|\n\s*\n/);
  return STATES.test(`${before[before.length - 1]} ${text.slice(from, to)} ${behind}`.replace(FORMULA, " "));
}

function equality(item: Item, step: Step, sets: NumberSets, input: JudgeInput): Step | undefined {
  const sides = [item.left, item.right];
  // points of the plane are no numbers
  if (sides.some((e) => some(e, (n) => n.op === "mul" && n.data?.style === "times"))) return undefined;
  const xs = places(sides.flatMap((e) => sets.ends(e)));
  const [left, right] = sides.map((e) => sets.contains(e, xs));
  const known = [...xs.keys()].filter((i) => !Number.isNaN(left[i]) && !Number.isNaN(right[i]));
  if (known.length < xs.length / 2) return undefined;
  const [at] = known.filter((i) => left[i] !== right[i]).sort((i, j) => Math.abs(xs[i]) - Math.abs(xs[j]));
  if (at === undefined)
    return { ...judged(step, "holds", `Holds at all ${known.length} numbers that were tried, the ends of the intervals among them.`), basis: "sampled" };
  if (!isStated(item, input)) return undefined;
  const where = left[at] === 1 ? "in the left set and not in the right one" : "in the right set and not in the left one";
  const fixes = bracketFixes(item, sets, xs, left, input);
  return { ...judged(step, "fails", `Does not hold: ${figure(xs[at])} is ${where}.`), ...(fixes.length ? { fixes } : {}) };
}

function membership(item: Item, step: Step, sets: NumberSets, input: JudgeInput): Step | undefined {
  if (!isClosed(item.left) || item.left.op === "tuple") return undefined;
  const [inside] = sets.contains(item.right, Float64Array.of(sets.value(item.left)));
  if (Number.isNaN(inside)) return undefined;
  if ((inside === 1) === (item.relation === "∈")) return judged(step, "holds", `Holds: it is ${inside === 1 ? "" : "not "}in the set.`);
  return isStated(item, input) ? judged(step, "fails", `Does not hold: it is ${inside === 1 ? "" : "not "}in the set.`) : undefined;
}

/** The other bracket at one end of an interval on the right side, where the sets are equal with it. */
function bracketFixes(item: Item, sets: NumberSets, xs: Float64Array, left: Float64Array, input: JudgeInput): NonNullable<Step["fixes"]> {
  const found: { title: string; edits: { range: ReturnType<JudgeInput["range"]>; newText: string }[] }[] = [];
  walk(item.right, (n) => {
    if (!isInterval(n)) return;
    for (const [key, pair, at] of [
      ["open", { "[": "(", "(": "[" }, n.span.from],
      ["close", { "]": ")", ")": "]" }, n.span.to - 1],
    ] as const) {
      const newText = (pair as Readonly<Record<string, string>>)[String(n.data?.[key])];
      const span = { from: at, to: at + 1 };
      if (newText === undefined || input.text.slice(span.from, span.to) !== n.data?.[key]) continue;
      const changed = rewrite(item.right, (e) => (e === n ? node(e.op, e.args, e.span, e.name, { ...e.data, [key]: newText }) : e));
      const right = sets.contains(changed, xs);
      if (right.every((t, i) => t === left[i] || Number.isNaN(t) || Number.isNaN(left[i])))
        found.push({ title: `Write "${newText}" for "${n.data?.[key]}"`, edits: [{ range: input.range(span), newText }] });
    }
  });
  return found;
}
