/** Looks for the simple predicate that separates the worlds in which a step holds from those in which it fails. */
import { Fuel } from "../base/fuel";
import { isConstantName } from "../expression/constants";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, symbol, walk } from "../expression/tree";
import { print } from "../notation/print";
import { double, type Lane } from "../numeric/lanes";
import { Bench } from "../worlds/bench";
import { WorldModel } from "../worlds/model";
import { inDoubles, type Sides } from "./compare";
import { singleTerms } from "./single-terms";

/** A condition under which a step holds that fails elsewhere. */
export interface Condition {
  /** LaTeX of what the document would have to say. */
  readonly latex: string;
  /** A world in which the step fails. */
  readonly world: number;
  readonly bench: Bench;
}

/** A step, and the bench on which conditions of it are looked for. */
export interface Question {
  readonly bench: Bench;
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
  readonly complex: boolean;
}

/** Worlds that are asked, and how many must fall on each side of a predicate. */
const WORLDS = 160;
/** Worlds that are asked where a world costs much, as with integrals. */
const COSTLY = 40;
const ENOUGH_HOLD = 8;
const ENOUGH_FAIL = 8;
/** Of the sign of one name that all the others agree with. */
const FEW_FAIL = 2;
const WORK = 2_000_000;

/** A free number of the step with its values in the worlds asked. */
export interface Coordinate {
  readonly name: string;
  readonly label: string;
  readonly integer: boolean;
  readonly values: Float64Array;
}

type Verdicts = readonly ("holds" | "fails" | "unknown")[];

/** What each world says of the step; ties of a strict order fail. */
export function verdictsOf(sides: Sides, relation: string): Verdicts {
  return sides.outcomes.map((o, i) => {
    if (o === "unknown" || !Number.isFinite(sides.left[i]) || !Number.isFinite(sides.right[i])) return "unknown";
    const tie = o !== "different";
    if (relation === "=") return tie ? "holds" : "fails";
    if (tie) return relation === "<=" || relation === ">=" ? "holds" : "fails";
    return sides.left[i] < sides.right[i] === (relation === "<" || relation === "<=") ? "holds" : "fails";
  });
}

/** A condition under which the step holds, and without which it fails; undefined where no simple one separates the two. */
export const conditionOf = (q: Question): Condition | undefined => conditionIn(q, WORLDS);

function conditionIn(q: Question, count: number): Condition | undefined {
  try {
    const bench = new Bench(q.bench.model, WORK);
    const worlds = bench.worlds(count);
    if (worlds.length < 40) return undefined;
    // a sum of one term or none says nothing of for which numbers a step is meant
    const single = singleTerms(bench, worlds);
    const verdicts = verdictsOf(inDoubles(bench, q.left, q.right, worlds, q.complex), q.relation).map((v, i) => (v === "holds" && single[i] ? "unknown" : v));
    const coordinates = coordinatesOf(bench, q, worlds);
    const fails = verdicts.indexOf("fails");
    if (fails < 0 || coordinates.length === 0 || coordinates.length > 5) return undefined;
    const found = separating(coordinates, verdicts, q, bench, worlds) ?? (q.relation === "=" ? integral(coordinates, verdicts, q) : undefined);
    return found ? { latex: found, world: worlds[fails], bench: q.bench } : undefined;
  } catch {
    // where the step cannot be evaluated in so many worlds, fewer must do; where not in those either, nothing is said of a condition
    return count > COSTLY ? conditionIn(q, COSTLY) : undefined;
  }
}

/** The free scalar symbols of both sides that have a number of their own. */
export function coordinatesOf(bench: Bench, q: Pick<Question, "left" | "right">, worlds: Int32Array): Coordinate[] {
  const { sorts, definitions } = bench.model.parts;
  const names = namesOf(q.left, q.right);
  const subscripts = new Set([...names.indexed.values()].flat().flatMap((n) => n.args.map((a) => a.name ?? "")));
  const nodes = [
    ...[...names.symbols].filter((n) => !isConstantName(n) && !definitions.has(n) && !subscripts.has(n)).map((n) => symbol(n)),
    ...[...names.indexed.values()].flat().filter((n) => n.args.every((a) => (a.op === "symbol" || a.op === "number") && !names.bound.has(a.name ?? ""))),
  ];
  const ev = bench.evaluator<Lane>(double, worlds, new Fuel(200_000));
  const found = new Map<string, Coordinate>();
  for (const n of nodes) {
    const name = symbolName(n);
    const sort = sorts.of.get(name) ?? (n.op === "indexed" ? sorts.of.get(`${n.name}_{*}`) : undefined);
    if (sort && sort.kind !== "real" && sort.kind !== "integer") continue;
    const value = ev.evaluate(n);
    if (value.kind !== "scalar") continue;
    const label = n.op === "indexed" ? `${n.name}[${n.args.map((a) => a.name).join(",")}]` : name;
    found.set(name, { name, label, integer: sort?.kind === "integer", values: ev.lanes(value.x) });
  }
  return [...found.values()];
}

/** A predicate over the values of one world; `tie` is an equality it may include, as values to fix. */
interface Predicate {
  readonly latex: (orEqual: boolean) => string;
  readonly test: (world: number) => boolean;
  readonly boundary?: ReadonlyMap<string, number>;
}

function separating(coordinates: readonly Coordinate[], verdicts: Verdicts, q: Question, bench: Bench, worlds: Int32Array): string | undefined {
  for (const p of [...predicates(coordinates, q.relation === "="), ...signsOfParts(q, bench, worlds)]) {
    let [hold, fail, clean] = [0, 0, true];
    for (let i = 0; i < verdicts.length && clean; i++) {
      if (verdicts[i] === "unknown") continue;
      const inside = p.test(i);
      if (inside !== (verdicts[i] === "holds")) clean = false;
      else if (inside) hold++;
      else fail++;
    }
    const isSign = q.relation === "=" && p.boundary?.size === 1 && [...p.boundary.values()][0] === 0;
    if (clean && hold >= ENOUGH_HOLD && fail >= (isSign ? FEW_FAIL : ENOUGH_FAIL) && telling(p, coordinates, verdicts))
      return p.latex(p.boundary !== undefined && holdsWith(q, p.boundary, 6));
  }
  return undefined;
}

/** The signs of what stands in absolute values and under even powers: where the step may have lost a sign. */
function signsOfParts(q: Question, bench: Bench, worlds: Int32Array): Predicate[] {
  if (q.relation !== "=") return [];
  const parts: Expr[] = [];
  for (const side of [q.left, q.right])
    walk(side, (e) => {
      if (e.op === "absolute" || (e.op === "pow" && e.args[1].op === "number" && Number(e.args[1].name) % 2 === 0)) parts.push(e.args[0]);
    });
  const ev = bench.evaluator<Lane>(double, worlds, new Fuel(200_000));
  return parts.slice(0, 4).flatMap((e): Predicate[] => {
    const bound = namesOf(q.left, q.right).bound;
    if (e.op === "symbol" || [...namesOf(e).symbols].some((n) => bound.has(n))) return [];
    const value = ev.evaluate(e);
    if (value.kind !== "scalar") return [];
    const values = ev.lanes(value.x);
    return [
      { latex: () => `${print(e)} \\ge 0`, test: (i) => values[i] > 0 },
      { latex: () => `${print(e)} \\le 0`, test: (i) => values[i] < 0 },
    ];
  });
}

/** A handful of integers that fit is an equality in disguise: three values of an integer must hold, and three fail. */
function telling(p: Predicate, coordinates: readonly Coordinate[], verdicts: Verdicts): boolean {
  const distinct = (c: Coordinate, of: "holds" | "fails") => new Set([...c.values].filter((_, i) => verdicts[i] === of)).size;
  return coordinates.every((c) => !c.integer || !p.latex(false).includes(c.name) || (distinct(c, "holds") >= 3 && distinct(c, "fails") >= 3));
}

const sign = (a: string, relation: ">" | "<", b: string, orEqual: boolean): string => `${a} ${orEqual ? (relation === ">" ? "\\ge" : "\\le") : relation} ${b}`;

function* predicates(coordinates: readonly Coordinate[], equality: boolean): Generator<Predicate> {
  const bound = (c: Coordinate, at: number, text: string): Predicate[] => [
    { latex: (e) => sign(c.name, ">", text, e), test: (i) => c.values[i] > at, boundary: new Map([[c.label, at]]) },
    { latex: (e) => sign(c.name, "<", text, e), test: (i) => c.values[i] < at, boundary: new Map([[c.label, at]]) },
  ];
  for (const c of coordinates) yield* bound(c, 0, "0");
  if (equality)
    for (const c of coordinates) {
      yield* bound(c, 1, "1");
      for (const [at, text] of [
        [1, "1"],
        [Math.PI / 2, "\\pi/2"],
        [Math.PI, "\\pi"],
      ] as const) {
        yield { latex: (e) => sign(`|${c.name}|`, "<", text, e), test: (i) => Math.abs(c.values[i]) < at, boundary: new Map([[c.label, at]]) };
        yield { latex: (e) => sign(`|${c.name}|`, ">", text, e), test: (i) => Math.abs(c.values[i]) > at, boundary: new Map([[c.label, at]]) };
      }
      if (c.integer)
        for (const odd of [0, 1]) yield { latex: () => `${c.name} \\text{ ${odd ? "odd" : "even"}}`, test: (i) => Math.abs(c.values[i]) % 2 === odd };
    }
  for (const [k, x] of coordinates.entries())
    for (const y of coordinates.slice(k + 1)) {
      const together = new Map([
        [x.label, 1],
        [y.label, 1],
      ]);
      yield { latex: (e) => sign(x.name, ">", y.name, e), test: (i) => x.values[i] > y.values[i], boundary: together };
      yield { latex: (e) => sign(x.name, "<", y.name, e), test: (i) => x.values[i] < y.values[i], boundary: together };
      if (!equality) continue;
      yield { latex: () => `${x.name} ${y.name} > 0`, test: (i) => x.values[i] * y.values[i] > 0 };
      yield { latex: () => `${x.name} ${y.name} < 0`, test: (i) => x.values[i] * y.values[i] < 0 };
      yield { latex: () => `${x.name} ${y.name} < 1`, test: (i) => x.values[i] * y.values[i] < 1 };
      yield { latex: () => `${x.name} + ${y.name} > 0`, test: (i) => x.values[i] + y.values[i] > 0 };
      yield { latex: () => `|${x.name}| < |${y.name}|`, test: (i) => Math.abs(x.values[i]) < Math.abs(y.values[i]) };
      yield { latex: () => `|${x.name}| > |${y.name}|`, test: (i) => Math.abs(x.values[i]) > Math.abs(y.values[i]) };
      yield { latex: () => `${x.name} > 0, ${y.name} > 0`, test: (i) => x.values[i] > 0 && y.values[i] > 0 };
    }
}

/** Whether the step holds in `count` worlds in which some coordinates have given values. */
export function holdsWith(q: Question, fixed: ReadonlyMap<string, number>, count: number): boolean {
  try {
    const bench = new Bench(new WorldModel({ ...q.bench.model.parts, fixed }), WORK / 4);
    const worlds = bench.worlds(count);
    // a sum of one term or none says nothing of for which numbers a step is meant
    const single = singleTerms(bench, worlds);
    const verdicts = verdictsOf(inDoubles(bench, q.left, q.right, worlds, q.complex), q.relation).map((v, i) => (v === "holds" && single[i] ? "unknown" : v));
    return worlds.length > 0 && verdicts.every((v) => v !== "fails") && verdicts.filter((v) => v === "holds").length >= Math.min(count, worlds.length) / 2;
  } catch {
    return false;
  }
}

/** A real number that must be an integer: the step fails at random reals and holds at every small integer. */
function integral(coordinates: readonly Coordinate[], verdicts: Verdicts, q: Question): string | undefined {
  if (verdicts.filter((v) => v === "fails").length < verdicts.length / 2) return undefined;
  const c = coordinates.find((x) => !x.integer && [1, 2, 3, 4, 5, 6, 7].every((n) => holdsWith(q, new Map([[x.label, n]]), 4)));
  if (!c) return undefined;
  const whole = [-1, -2, -3, 0].every((n) => holdsWith(q, new Map([[c.label, n]]), 4));
  return `${c.name} \\in \\mathbb{${whole ? "Z" : "N"}}`;
}
