/** The point at which a step fails: the numbers of its free names there, in words too, and which entry of a vector or a matrix differs. */
import { inDoubles, pairs } from "../../checks/compare";
import type { Outcome } from "../../checks/outcome";
import type { Item } from "../../derivation/facts/items";
import { complexUnder } from "../../derivation/names/conjugates";
import { isConstantName } from "../../expression/constants";
import type { Evaluator } from "../../expression/evaluator";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, number, same, some, symbol, walk } from "../../expression/tree";
import type { Value } from "../../expression/value";
import { withBarVariables } from "../../notation/calculus/evaluations";
import { type Complex, complexOver } from "../../numeric/complex";
import { double, type Lane } from "../../numeric/lanes";
import { Bench } from "../../worlds/bench";
import { WorldModel } from "../../worlds/model";
import { isIdentityName } from "../../worlds/shapes/shape-names";
import { figure } from "../figure";
import type { Witness } from "../report";
import type { Tried } from "../trying/trial";
import { tablesOf, type WitnessTable } from "./witness-tables";

/** Most entries of a vector or a matrix that are listed: of any numbers, of small whole ones. */
const MOST_ENTRIES = 9;
const MOST_WHOLE = 16;
/** Most names that a message lists. */
const MOST_NAMES = 6;

/** The values of the free names in the witness world; a matrix row by row. Names on which nothing depends there are left out. */
export function witnessOf(item: Item, tried: Tried): Witness {
  const { witness } = tried.outcome as Extract<Outcome, { kind: "differs" }>;
  const values: Record<string, number | string | readonly number[]> = {};
  for (const [name, value] of namedValues(item, tried)) {
    const listed = isComplex(name, tried) ? undefined : listedAs(value, tried);
    if (listed !== undefined) values[name] = listed;
  }
  for (const { name, entries } of tables(item, tried)) values[name] = entries.length === 1 ? entries[0] : entries;
  return { values, ...sidesOf(beside(witness.left, witness.right), beside(witness.right, witness.left)) };
}

/** Both sides without the noise of their last digits, but where only these tell them apart. */
function sidesOf(left: number, right: number): Pick<Witness, "left" | "right"> {
  const shown = { left: round(left), right: round(right) };
  return shown.left === shown.right && left !== right && Number.isFinite(left - right) ? { left, right } : shown;
}

/** A complex number, or its conjugate: it is no point of the line. */
function isComplex(name: string, { setting, plan }: Tried): boolean {
  if (!setting?.complex) return false;
  const bar = `\\bar{${name}}`;
  const sorts = setting.bench.model.parts.sorts.of;
  const under = /^\\bar\{(.+)\}$/.exec(name)?.[1] ?? name;
  return [name, under].some((n) => sorts.get(n)?.kind === "complex") || [name, bar].some((n) => complexUnder(n, plan.definitions));
}

/** Tables of the distributions that the step speaks of. */
function tables(item: Item, tried: Tried): WitnessTable[] {
  const { outcome, setting } = tried;
  if (!setting || setting.complex || outcome.kind !== "differs") return [];
  const { left, right } = tried.derived ?? tried.item ?? item;
  return tablesOf(setting.bench, [left, right], outcome.witness.world);
}

/** The same as words: `x = 1, A = (1, 2; 0, 3)`. */
export function valuesInWords(item: Item, tried: Tried, witness: Witness): string {
  const shapes = new Map(namedValues(item, tried).map(([name, v]) => [name, v.kind === "matrix" ? v.cols : 1]));
  const listed = tables(item, tried);
  const entries = new Set(listed.map((t) => t.name));
  for (const t of listed) shapes.set(t.name, t.entries.length > t.columns ? t.columns : 1);
  const words = Object.entries(witness.values).map(
    ([name, v]) =>
      `$${name}$ = ${typeof v === "object" ? table(v, shapes.get(name) ?? 1) : typeof v === "number" && entries.has(name) ? simple(v) : inWords(v)}`,
  );
  return [...words, ...complexWords(item, tried)].slice(0, MOST_NAMES).join(", ");
}

/** "z = 1 + 2i" of the names that are complex numbers. */
function complexWords(item: Item, tried: Tried): string[] {
  const { outcome, setting } = tried;
  if (!setting?.complex || setting.closed || outcome.kind !== "differs") return [];
  const ev = (outcome.at ?? setting.bench).evaluator<Complex<Lane>>(complexOver(double), Int32Array.of(outcome.witness.world));
  const names = freeNodes(item, tried).map((n) => (n.op === "indexed" ? symbolName(n) : (n.name ?? "")).replace(/^\\bar\{(.+)\}$/, "$1"));
  return [...new Set(names)].flatMap((name) => {
    if (!isComplex(name, tried)) return [];
    try {
      const v = ev.evaluate(symbol(name));
      const said = v.kind === "scalar" ? complexFigure(v.x.re.v[0], v.x.im.v[0]) : undefined;
      return said === undefined ? [] : [`$${name.replace(/_\{(\w)\}/g, "_$1")}$ = ${said}`];
    } catch {
      return [];
    }
  });
}

/** "entry (1, 2)" or "entry 2": which entry the numbers of the witness are; undefined where the sides are numbers. */
export function entryOf(item: Item, tried: Tried): string | undefined {
  const { witness } = tried.outcome as Extract<Outcome, { kind: "differs" }>;
  const { left, right } = tried.item ?? item;
  if (!tried.setting || tried.setting.complex) return undefined;
  try {
    const ev = tried.setting.bench.evaluator<Lane>(double, Int32Array.of(witness.world));
    const sides = pairs(ev, left, right);
    const at = sides.findIndex(([l, r]) => l.v[0] === witness.left && r.v[0] === witness.right);
    const value = [left, right].map((e) => ev.evaluate(e)).find((v) => v.kind === "matrix");
    if (sides.length < 2 || at < 0 || value?.kind !== "matrix") return undefined;
    const isVector = value.cols === 1 || value.rows === 1;
    return isVector ? `entry ${at + 1}` : `entry (${Math.floor(at / value.cols) + 1}, ${(at % value.cols) + 1})`;
  } catch {
    // sides that were compared in another form have no entries of their own
    return undefined;
  }
}

/** Both sides as complex numbers where one of them is no real number, "-1 + 5i"; undefined for others. */
export function complexSides(item: Item, { outcome, setting, item: read, derived }: Tried): [string, string] | undefined {
  if (!setting?.complex || outcome.kind !== "differs") return undefined;
  const { left, right } = derived ?? read ?? item;
  try {
    const ev = (outcome.at ?? setting.bench).evaluator<Complex<Lane>>(complexOver(double), Int32Array.of(outcome.witness.world));
    const values = [left, right].map((e) => ev.evaluate(e));
    const [a, b] = values.map((v) => (v.kind === "scalar" ? complexFigure(v.x.re.v[0], v.x.im.v[0]) : undefined));
    return a !== undefined && b !== undefined && a !== b && (a.endsWith("i") || b.endsWith("i")) ? [a, b] : undefined;
  } catch {
    return undefined;
  }
}

/** -1 + 5i, with what is rounding left out. */
function complexFigure(re: number, im: number): string | undefined {
  if (!Number.isFinite(re) || !Number.isFinite(im)) return undefined;
  const most = 1e-12 * Math.max(Math.abs(re), Math.abs(im));
  if (Math.abs(im) <= most) return figure(re);
  const size = figure(Math.abs(im));
  const imaginary = `${size === "1" ? "" : size}i`;
  return Math.abs(re) <= most ? `${im < 0 ? "-" : ""}${imaginary}` : `${figure(re)} ${im < 0 ? "-" : "+"} ${imaginary}`;
}

/** Free names of the sides with what they are in the witness world; a side that is a name with a formula is shown as that side. */
function namedValues(item: Item, tried: Tried): [string, Value<Lane>][] {
  if (!tried.setting) return [];
  const { left, right } = tried.item ?? item;
  const isSide = (n: Expr): boolean => [left, right].some((e) => same(e, n)) && tried.plan.definitions.has(symbolName(n));
  const { witness } = tried.outcome as Extract<Outcome, { kind: "differs" }>;
  const ev = tried.setting.bench.evaluator<Lane>(double, Int32Array.of(witness.world));
  const found: [string, Value<Lane>][] = [];
  for (const n of [...freeNodes(item, tried), ...fewTerms([left, right], tried, ev)]) {
    if (isSide(n)) continue;
    try {
      found.push([(n.op === "indexed" ? symbolName(n) : (n.name ?? "")).replace(/_\{(\w)\}/g, "_$1"), ev.evaluate(n)]);
    } catch {
      // a name without a value of its own (a function) is left out of the witness
    }
  }
  return found;
}

function freeNodes(item: Item, tried: Tried): Expr[] {
  // of sides that were differentiated, constants of integration are gone
  const { left, right } = (/^both sides were differentiated/.test(tried.reading ?? "") ? tried.derived : undefined) ?? tried.item ?? item;
  const names = namesOf(withBarVariables(left), withBarVariables(right));
  const own = outside("indexed", [left, right]);
  const written = outside("statistic", [item.left, item.right]);
  return [
    ...[...names.symbols]
      .filter((n) => own.has(n) && !isDistribution(n, tried) && !isRandom(n, tried) && !isConstantName(n) && !isIdentity(n, tried) && !isNumberSet(n))
      .filter((n) => written.has(n) || matters(n, tried, [left, right]))
      .map((n) => symbol(n)),
    ...[...names.indexed.values()].flat().filter((n) => !n.args.some((a) => some(a, (x) => names.bound.has(x.name ?? ""))) && !isRandom(n.name ?? "", tried)),
  ];
}

/** x_1 and x_2 of a sum over two terms: of more, a reader has no use for each. */
function fewTerms(sides: readonly Expr[], tried: Tried, ev: Evaluator<Lane>): Expr[] {
  const { plan } = tried;
  const found = new Map<string, Expr>();
  const end = (e: Expr): number => {
    try {
      return ev.scalar(e).v[0];
    } catch {
      return Number.NaN;
    }
  };
  for (const side of sides)
    walk(side, (sum) => {
      const bound = sum.data?.bound;
      if (!/^(sum|prod)$/.test(sum.op) || sum.args.length !== 3 || typeof bound !== "string") return;
      const [low, high] = sum.args.slice(1).map(end);
      if (!(high - low < FEW_TERMS)) return;
      walk(sum.args[0], (n) => {
        if (n.op !== "indexed" || plan.definitions.has(n.name ?? "") || isRandom(n.name ?? "", tried) || n.args.length !== 1 || n.args[0].name !== bound)
          return;
        for (let k = low; k <= high; k++) {
          const term: Expr = { ...n, args: [number(k)] };
          found.set(symbolName(term), term);
        }
      });
    });
  return [...found.values()];
}
const FEW_TERMS = 2;

/** The ℝ of an integral over ℝ². */
const isNumberSet = (name: string): boolean => /^\\mathbb\{[NZQRC]\}$/.test(name);

/** I beside matrices is what it always is. */
const isIdentity = (name: string, { setting }: Tried): boolean => isIdentityName(name) && setting !== undefined && setting.shapes.shapes.size > 0;

/** Whether a side changes with a name that the step itself does not show, or shows only under an expectation. */
function matters(name: string, tried: Tried, [left, right]: readonly [Expr, Expr]): boolean {
  const { witness } = tried.outcome as Extract<Outcome, { kind: "differs" }>;
  const bench = tried.setting?.bench;
  if (!bench || bench.model.parts.definitions.has(name)) return true;
  const parts = bench.model.parts;
  const at = (value: number) =>
    inDoubles(
      new Bench(new WorldModel({ ...parts, fixed: new Map([...(parts.fixed ?? []), [name, value]]) })),
      left,
      right,
      Int32Array.of(witness.world),
      false,
    );
  try {
    const [one, other] = [at(1.25), at(2.75)];
    return one.left[0] !== other.left[0] || one.right[0] !== other.right[0];
  } catch {
    return true;
  }
}

/** A random name: it has no single number. */
const isRandom = (name: string, tried: Tried): boolean => {
  const random = tried.setting?.bench.model.parts.random;
  return random !== undefined && (random.names.has(name) || [...random.names.keys()].some((n) => random.degrees.dependsOn(symbol(name), n)));
};

/** A bare name of a distribution, as in a divergence: it has no number. */
const isDistribution = (name: string, tried: Tried): boolean =>
  tried.setting?.bench.model.parts.families.families.has(name) === true || (tried.plan.definitions.get(name)?.params.length ?? 0) > 0;

/** Symbols that stand somewhere outside of nodes of one kind: for numbers of their own, not only as labels in subscripts. */
function outside(kind: string, sides: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (e) => {
      if (e.op === "symbol") found.add(e.name ?? "");
      return e.op !== kind;
    });
  return found;
}

function listedAs(value: Value<Lane>, tried: Tried): number | string | readonly number[] | undefined {
  // a name whose formula has no value there is no part of a counterexample
  if (value.kind === "scalar") return Number.isFinite(value.x.v[0]) ? round(value.x.v[0]) : undefined;
  if (value.kind !== "matrix" || value.items.length > MOST_WHOLE || tried.setting?.complex) return undefined;
  const entries = value.items.map((x) => round(x.v[0]));
  const plain = entries.length <= MOST_ENTRIES || entries.every((x) => Number.isInteger(x));
  return plain && entries.every((x): x is number => typeof x === "number") ? entries : undefined;
}

function table(entries: readonly number[], columns: number): string {
  if (columns === 1 || columns === entries.length) return `(${entries.map(simple).join(", ")})`;
  const rows = Array.from({ length: entries.length / columns }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
  return `(${rows.map((row) => row.map(figure).join(", ")).join("; ")})`;
}

/** A part of one as a fraction: 1/4 rather than 0.25. */
const simple = (x: number): string => {
  const q = [2, 3, 4, 5, 6, 8, 9, 10, 12, 16].find((n) => x > 0 && x < 1 && Math.abs(x * n - Math.round(x * n)) < 1e-9);
  return q ? `${Math.round(x * q)}/${q}` : figure(x);
};
const inWords = (x: number | string): string => (typeof x === "number" ? figure(x) : x);
/** What is left of a zero in doubles beside a number: zero. */
const beside = (x: number, other: number): number => (Math.abs(x) <= 4 * Number.EPSILON * Math.abs(other) ? 0 : x);
const round = (x: number): number | string => (Number.isFinite(x) ? Number(x.toPrecision(12)) : String(x));
