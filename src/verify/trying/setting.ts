/** Makes the model and the worlds of a step under a plan of facts. */
import type { Fuel } from "../../base/fuel";
import type { Plan } from "../../derivation/plans/plan";
import { NOTHING_RANDOM, type RandomSetting } from "../../derivation/random/random";
import { gaussian } from "../../distributions/index";
import { isConstantName, isImaginaryUnit } from "../../expression/constants";
import { derivativeName } from "../../expression/derivative-names";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { SharedParts } from "../../expression/shared-parts";
import { type Expr, some, walk } from "../../expression/tree";
import { withBarVariables } from "../../notation/calculus/evaluations";
import { Bench, FUEL } from "../../worlds/bench";
import { type FamilyTable, familiesOf } from "../../worlds/families";
import { WorldModel } from "../../worlds/model";
import { randomConditions } from "../../worlds/random/random-conditions";
import { type RandomParts, randomParts } from "../../worlds/random/random-parts";
import { knownShapes } from "../../worlds/shapes/shape-memo";
import type { ShapeScope, ShapeTable } from "../../worlds/shapes/shape-table";
import type { ShapeChoice } from "../../worlds/shapes/shapes";
import { type Sort, sortsOf } from "../../worlds/sorts";

/** Symbols that a derivative is taken of though nothing defines them: functions of what it is taken by. */
function dependents(expressions: readonly Expr[], defined: ReadonlySet<string>, moving: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map([...moving].filter(([name]) => !defined.has(name)));
  const primes = new Set<string>();
  for (const root of expressions)
    walk(root, (e) => {
      if (e.op === "derivative" && !e.data?.partial && e.args[1].op === "symbol")
        walk(e.args[0], (n) => {
          if (n.op === "symbol" && n.name !== e.args[1].name && !defined.has(n.name ?? "") && e.args[0].op === "symbol")
            found.set(n.name ?? "", e.args[1].name ?? "");
        });
      if (e.op === "symbol" && e.name?.endsWith("'")) primes.add(e.name.replace(/'+$/, ""));
    });
  for (const name of dottedNames(expressions, defined)) found.set(name, "t");
  for (const root of expressions)
    walk(root, (e) => {
      if (e.op === "derivative" && !e.data?.partial) for (const n of besidePrimes(e, primes)) primes.add(n);
    });
  for (const name of primes)
    if (!defined.has(name) && !found.has(name)) found.set(name, ["x", "t"].find((v) => v !== name && expressions.some((e) => hasSymbol(e, v))) ?? "x");
  return found;
}

/** Names with dots, without these: derivatives by the time, where something is differentiated by it or a dot is put on what has a formula. */
function dottedNames(expressions: readonly Expr[], defined: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  let isOfTime = false;
  for (const root of expressions)
    walk(root, (e) => {
      if (e.op === "derivative" && !e.data?.partial && e.args[1].name === "t") isOfTime = true;
      const of = e.op === "symbol" ? derivativeName(e.name ?? "") : undefined;
      if (of?.dotted) found.add(of.base);
    });
  return isOfTime || [...found].some((n) => defined.has(n)) ? [...found].filter((n) => !defined.has(n)) : [];
}

/** (fg)' beside f': letters for functions beside one that has a prime are functions as well. */
function besidePrimes({ args: [body, by] }: Expr, primes: ReadonlySet<string>): string[] {
  const names = [...namesOf(body).symbols].filter((n) => n !== by.name);
  return names.every((n) => /^[fghuvw]$/.test(n)) && names.some((n) => primes.has(n)) ? names : [];
}

export interface Setting {
  readonly bench: Bench;
  /** The sides, with one node for what stands in several places. */
  readonly left: Expr;
  readonly right: Expr;
  readonly closed: boolean;
  readonly complex: boolean;
  readonly shapes: ShapeTable;
}

const NO_SCOPE: ShapeScope = { declarations: [], equations: [], defined: 0, greater: [], equal: [] };

/** Vectors and matrices become sorts, dimension symbols integers of one value. Elements of finite spaces stay what they are. */
function enterShapes(shapes: ShapeTable, declared: Map<string, Sort>): void {
  for (const [name, s] of shapes.shapes)
    if (!declared.has(name)) declared.set(name, { kind: "matrix", rows: s.rows, cols: s.cols, structure: s.structure, complex: s.complex });
  for (const [name, size] of shapes.indices)
    if (!declared.has(name) && !shapes.sizes.has(name)) declared.set(name, { kind: "integer", within: { low: 0.5, high: size + 0.5 } });
  for (const [name, size] of shapes.sizes) if (!declared.has(name)) declared.set(name, { kind: "integer", within: { low: size - 0.5, high: size + 0.5 } });
}

/** Matrices are complex where one was declared so, or an adjoint is taken. */
const complexShapes = (shapes: ShapeTable, scope: readonly Expr[]): boolean =>
  shapes.shapes.size > 0 && ([...shapes.shapes.values()].some((s) => s.complex) || scope.some((e) => some(e, (n) => n.op === "adjoint")));

/** With the sums elsewhere that say how far the indices of sums without bounds run: over the same letter and a sequence that both speak of. */
function withRanges(scope: readonly Expr[], sums: readonly Expr[]): Expr[] {
  const found = [...scope];
  const bounded = (name: string) => found.some((e) => some(e, (n) => (n.op === "sum" || n.op === "prod") && n.data?.bound === name));
  for (const e of scope)
    walk(e, (n) => {
      if (n.op !== "sum-over" || bounded(n.name ?? "")) return;
      const own = basesAt(n.args[0], n.name ?? "");
      const other = sums.find((s) => s.data?.bound === n.name && basesAt(s.args[0], n.name ?? "").some((b) => own.includes(b)));
      if (other) found.push(other);
    });
  return found;
}
const basesAt = (e: Expr, index: string): string[] => {
  const found: string[] = [];
  walk(e, (n) => void (n.op === "indexed" && n.args.some((a) => a.name === index) && found.push(n.name ?? "")));
  return found;
};

/** Names that a plan has for other names: n = k. */
const equalNames = ({ definitions }: Plan): (readonly [string, string])[] =>
  [...definitions].flatMap(([name, { params, body }]) => (params.length === 0 && body.op === "symbol" && body.name ? [[name, body.name] as const] : []));

export function settingFor(left: Expr, right: Expr, plan: Plan, seed: number, shapeScope: ShapeScope = NO_SCOPE, choice?: ShapeChoice, work?: Fuel): Setting {
  const bodies = [...plan.definitions.values()].map((d) => d.body);
  const scope = withRanges([left, right, ...bodies], plan.sums ?? []);
  const declared = new Map<string, Sort>();
  const random = randomParts(scope, [left, right], plan.definitions, plan.random ?? NOTHING_RANDOM, seed);
  const families = withoutProbabilities(
    familiesOf(scope, plan.definitions, plan.free ?? new Set(), plan.continuous ?? new Set(), plan.loose ?? new Set(), plan.factored),
    random,
  );
  for (const [space, size] of families.spaces) declared.set(space, { kind: "element", space, size });
  const shapes = knownShapes(left, right, shapeScope, choice);
  enterShapes(shapes, declared);
  const sorts = sortsOf(scope, [...plan.conditions, ...randomConditions(random, plan.random ?? NOTHING_RANDOM, scope)], declared, equalNames(plan));
  for (const name of sorts.names.symbols) {
    const space = name.replace(/'+$|\^.*$/, "");
    const size = families.spaces.get(space);
    if (size !== undefined && !declared.has(name)) (sorts.of as Map<string, Sort>).set(name, { kind: "element", space, size });
  }
  const shared = new SharedParts();
  const model = new WorldModel({
    sorts,
    shared,
    definitions: new Map([...plan.definitions].map(([name, d]) => [name, { ...d, body: shared.of(d.body) }])),
    families,
    shapes,
    scope,
    seed,
    moments: withVectors(plan.moments ?? new Map(), plan.random, shapes),
    ...(random ? { random } : {}),
    ...(plan.random ? { laws: plan.random } : {}),
    dimension: 3,
    continuous: plan.continuous ?? new Set(),
    dependents: dependents(scope, new Set(plan.definitions.keys()), plan.moving ?? new Map()),
  });
  // the variable of a bar of evaluation is bound there
  const names = namesOf(withBarVariables(left), withBarVariables(right));
  // i = 0, 1, …, 5 is no imaginary unit
  const isCount = plan.conditions.some((c) => c.relation.op === "relation" && c.relation.args[0].op === "symbol" && c.relation.args[0].name === "i");
  const complex = sorts.complex || complexShapes(shapes, scope) || (!isCount && usesImaginary(scope, names.bound));
  const closed =
    ![...names.symbols].some((n) => !isConstantName(n) || (n === "i" && isCount)) &&
    names.indexed.size === 0 &&
    names.applied.size === 0 &&
    names.statistics.length === 0;
  return {
    bench: new Bench(model, FUEL, work),
    left: shared.of(left),
    right: shared.of(right),
    closed: closed && plan.definitions.size === 0 && !scope.some((e) => some(e, (n) => n.op === "plus-minus" || n.op === "minus-plus")),
    complex,
    shapes,
  };
}

/** Names that are probabilities of events have no tables. */
function withoutProbabilities(table: FamilyTable, random: RandomParts | undefined): FamilyTable {
  if (!random || random.probabilities.size === 0) return table;
  return {
    ...table,
    families: new Map([...table.families].filter(([name]) => !random.probabilities.has(name))),
    spaces: new Map([...table.spaces].filter(([name]) => !random.names.has(name))),
  };
}

/** With the means and covariances that the words give of vectors, and of normal numbers beside them. */
function withVectors(moments: NonNullable<Plan["moments"]>, random: RandomSetting | undefined, shapes: ShapeTable): NonNullable<Plan["moments"]> {
  const found = new Map(moments);
  const beside = [...(random?.variables ?? [])].some(([name, v]) => shapes.shapes.has(name) && v.law?.family === gaussian);
  for (const [name, v] of random?.variables ?? []) {
    if (!(shapes.shapes.has(name) || (beside && v.law?.family === gaussian)) || found.has(name) || v.sequence) continue;
    const law =
      v.law?.family === gaussian
        ? { mean: v.law.args[0], covariance: v.law.args[1] }
        : { ...(v.mean ? { mean: v.mean } : {}), ...(v.covariance ? { covariance: v.covariance } : {}) };
    if (law.mean || law.covariance) found.set(name, law);
  }
  return found;
}

/** The letter i as the imaginary unit: nowhere an index, and in an exponent, beside a root of -1, or in a sum with a number. */
function usesImaginary(scope: readonly Expr[], bound: ReadonlySet<string>): boolean {
  if (bound.has("i")) return false;
  const isCounted = (n: Expr): boolean => n.op === "special" && [n.data?.whole ?? []].flat().some((at) => isImaginaryUnit(n.args[Number(at)]));
  if (scope.some((e) => some(e, (n) => (n.op === "indexed" && n.args.some(isImaginaryUnit)) || isCounted(n)))) return false;
  return scope.some((e) => some(e, isImaginaryUnit)) || scope.some((e) => some(e, (n) => n.op === "call" && /^(re|im|arg|conj)$/.test(n.name ?? "")));
}
