/** The check of an implication: the conclusion is looked at on the solution set of the premise; what is lost is named. */
import { type Assertion, casesOf, expressionsIn, type Relation } from "../expression/assertion";
import { type Expr, some, symbol } from "../expression/tree";
import type { Lane } from "../numeric/lanes";
import { type Points, pick, pointsOf, truthAt, valuesAt } from "./points";
import { branchesOf, freeNames, isReckonedWith, type Scope, type Solutions, solutionsOf } from "./solutions";

/** What following one arrow in one direction gave. */
export type Followed =
  | {
      readonly kind: "follows";
      readonly points: number;
      readonly pinned: boolean;
      readonly name?: string;
      readonly values: readonly number[];
      readonly unless?: { readonly name: string; readonly value: number };
    }
  | {
      readonly kind: "broken";
      /** A solution of the premise that the conclusion excludes, by name. */
      readonly witness: Readonly<Record<string, number>>;
      readonly name?: string;
      /** Values of the solved name that are lost, and those that are kept. */
      readonly lost: readonly number[];
      readonly kept: readonly number[];
      /** The premise leaves a finite set of values: nothing else is free. */
      readonly pinned: boolean;
      /** Every informative point breaks it. */
      readonly always: boolean;
      /** The conclusion speaks of names that the premise leaves open. */
      readonly open: boolean;
      readonly region: boolean;
      /** The conclusion is the premise solved for one of its names. */
      readonly solvedForm: boolean;
      /** Decimals are written, and no violation is larger than their rounding may be. */
      readonly rough: boolean;
    }
  | { readonly kind: "unknown"; readonly code: string; readonly message: string };

const unknown = (code: string, message: string): Followed => ({ kind: "unknown", code, message });

/** Whether `conclusion` holds wherever `premise` does; that two sides differ is met by chance, so the premise must fail wherever they are equal, too. */
export function follow(scope: Scope, premise: Assertion, conclusion: Assertion): Followed {
  const found = followed(scope, premise, conclusion);
  const turned = found.kind === "follows" && !found.pinned ? turnedRound(premise, conclusion) : undefined;
  if (!turned) return found;
  return followed(scope, turned.premise, turned.conclusion).kind === "follows"
    ? found
    : unknown(
        "implication/uninformative",
        "that two sides differ holds at nearly all points, and whether they do wherever the statement before the arrow holds is not known",
      );
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["!=", "="],
  ["<", ">="],
  [">", "<="],
  ["<=", ">"],
  [">=", "<"],
]);

/** `a != b` behind `p`: not p behind `a = b`, where p is one relation and no equation. */
function turnedRound(premise: Assertion, conclusion: Assertion): { readonly premise: Assertion; readonly conclusion: Assertion } | undefined {
  if (conclusion.kind !== "relation" || conclusion.relation !== "!=" || premise.kind !== "relation") return undefined;
  const opposite = OPPOSITES.get(premise.relation);
  return opposite === undefined ? undefined : { premise: { ...conclusion, relation: "=" }, conclusion: { ...premise, relation: opposite } };
}

function followed(scope: Scope, premise: Assertion, conclusion: Assertion): Followed {
  const wanted = wantedNames(conclusion);
  const solved = solutionsOf(scope, premise, [conclusion], wanted);
  if (!solved) return unknown("implication/unsolved", "the statement before the arrow could not be solved numerically");
  if (solved.points.worlds.length === 0) return unknown("implication/no-solution", "no real solution of the statement before the arrow was found");
  const truth = truthAt(scope.bench, conclusion, solved.points);
  const count = (value: number) => truth.reduce((n, t) => n + (t === value ? 1 : 0), 0);
  const [good, bad] = [count(1), count(0)];
  if (bad > 0) return broken(scope, premise, conclusion, solved, truth);
  const enough = solved.pinned && !isRegion(premise) ? truth.length : Math.min(6, truth.length);
  if (good < enough || good === 0)
    return unknown("implication/uninformative", "at too few solutions of the statement before the arrow could the one behind it be decided");
  if (!solved.pinned && isValueOfOther(conclusion, solved.name) && new Set(solved.points.worlds).size < FEWEST)
    return unknown("implication/uninformative", "at too few solutions of the statement before the arrow could the one behind it be decided");
  if (!solved.pinned && vanishes(scope, conclusion, solved.points))
    return unknown("implication/uninformative", "at every solution of the statements before it both of its sides are zero");
  const unless = solved.pinned
    ? undefined
    : branchesOf(scope, premise, solved.name).find((b) => truthAt(scope.bench, conclusion, b.points).some((t) => t === 0));
  return {
    kind: "follows",
    points: good,
    pinned: solved.pinned,
    values: solved.name ? values(solved, () => true) : [],
    ...(solved.name ? { name: solved.name } : {}),
    ...(unless ? { unless: { name: unless.name, value: unless.value } } : {}),
  };
}

/** Both sides are zero wherever the premise holds, and neither is elsewhere: that says nothing. */
function vanishes(scope: Scope, conclusion: Assertion, points: Points): boolean {
  if (conclusion.kind !== "relation" || conclusion.relation !== "=") return false;
  const sides = [conclusion.left, conclusion.right];
  const zero = (x: Lane): boolean => x.v.every((v) => Math.abs(v) < 1e-12);
  if (!valuesAt(scope.bench, sides, points).every(zero)) return false;
  return !valuesAt(scope.bench, sides, pointsOf(Int32Array.of(0, 1, 2))).some(zero);
}

/** n = 5 where the premise was solved for another name: what n was drawn as may be 5 by chance. */
const FEWEST = 3;
const isValueOfOther = (a: Assertion, solved: string | undefined): boolean =>
  a.kind === "relation" && a.left.op === "symbol" && a.left.name !== solved && freeNames([a.right]).size === 0;

const isRegion = (a: Assertion): boolean => (casesOf(a) ?? []).some((c) => c.every((r) => r.relation !== "="));

/** Names of the conclusion, lone sides first: what a premise is rather solved for. */
export function wantedNames(a: Assertion): string[] {
  const lone = (casesOf(a) ?? [])
    .flat()
    .flatMap((r) => [r.left, r.right])
    .filter((e) => e.op === "symbol")
    .map((e) => e.name ?? "");
  return [...new Set([...lone, ...freeNames(expressionsIn(a))])];
}

function values(solved: Solutions, keep: (row: number) => boolean): number[] {
  const column = solved.name ? solved.points.at.get(solved.name) : undefined;
  if (!column) return [];
  const found = new Set<number>();
  column.forEach((x, i) => {
    if (keep(i)) found.add(Number(x.toPrecision(10)));
  });
  return [...found].sort((a, b) => a - b);
}

function broken(scope: Scope, premise: Assertion, conclusion: Assertion, solved: Solutions, truth: Float64Array): Followed {
  const names = freeNames([...expressionsIn(premise), ...expressionsIn(conclusion)]);
  const own = freeNames(expressionsIn(premise));
  const open = [...freeNames(expressionsIn(conclusion))].some((n) => !own.has(n) && !scope.defined.has(n));
  const rows = pick(solved.points, (i) => truth[i] === 0);
  const lanes = [...names].map((name) => valuesAt(scope.bench, [symbol(name)], rows)[0].v);
  const best = simplest(rows, solved.name, (i) => lanes.filter((v) => v[v.length === 1 ? 0 : i] < 0).length);
  const [row] = [pick(rows, (i) => i === best)];
  const witness: Record<string, number> = {};
  for (const name of names) {
    const [lane] = valuesAt(scope.bench, [symbol(name)], row);
    if (Number.isFinite(lane.v[0])) witness[name] = Number(lane.v[0].toPrecision(12));
  }
  return {
    kind: "broken",
    witness,
    lost: values(solved, (i) => truth[i] === 0),
    kept: values(solved, (i) => truth[i] === 1),
    pinned: solved.pinned,
    always: !truth.some((t) => t === 1),
    open,
    region: isRegion(premise),
    solvedForm: isSolvedForm(premise, conclusion),
    rough: isRough(scope, premise, conclusion, rows),
    ...(solved.name ? { name: solved.name } : {}),
  };
}

/** `y = …` in which the names of the premise occur, all of them, and y on no other side. */
function isSolvedForm(premise: Assertion, conclusion: Assertion): boolean {
  const solved = equationAtEnd(premise);
  if (!solved || conclusion.kind !== "relation" || conclusion.relation !== "=") return false;
  // σ² = …
  const left = conclusion.left.op === "pow" && conclusion.left.args[1].op === "number" ? conclusion.left.args[0] : conclusion.left;
  if (left.op !== "symbol") return false;
  // over how many terms a sum goes is a name of one side alone where the other leaves it out
  const reckoned = (sides: readonly Expr[]): Set<string> => new Set([...freeNames(sides)].filter((n) => sides.some((e) => isReckonedWith(e, n))));
  const [after, before] = [[conclusion.right], [solved.left, solved.right]];
  // the n of (1/n) Σ_{i=1}^n x_i stands in the other as well
  const shared = (sides: readonly Expr[], other: readonly Expr[]): Set<string> => {
    const [known, free] = [reckoned(other), freeNames(other)];
    return new Set([...reckoned(sides)].filter((n) => known.has(n) || !free.has(n)));
  };
  const [others, own] = [shared(after, before), shared(before, after)];
  return !others.has(left.name ?? "") && own.size === others.size + 1 && [...others, left.name ?? ""].every((n) => own.has(n));
}

/** The equation that a premise is, or that a chain of equations comes to: b = 0 of a = b = 0. */
function equationAtEnd(premise: Assertion): Relation | undefined {
  if (premise.kind === "relation") return premise;
  const parts = premise.kind === "all" ? premise.parts : [];
  const last = parts[parts.length - 1];
  return last?.kind === "relation" && parts.every((p) => p.kind === "relation" && p.relation === "=") && Number(last.right.name) === 0 ? last : undefined;
}

/** Where decimals are written, a violation counts if the sides of every relation of the conclusion that it breaks are 2 % apart. */
function isRough(scope: Scope, premise: Assertion, conclusion: Assertion, rows: Points): boolean {
  const decimal = [...expressionsIn(premise), ...expressionsIn(conclusion)].some((e) => some(e, (n) => n.op === "number" && (n.name ?? "").includes(".")));
  if (!decimal) return false;
  const unit = roundingOf(premise) > 0 ? undefined : roundingOf(conclusion);
  const clear = new Array<boolean>(rows.worlds.length).fill(false);
  const near = new Array<boolean>(rows.worlds.length).fill(false);
  for (const r of (casesOf(conclusion) ?? []).flat()) {
    const [a, b] = valuesAt(scope.bench, [r.left, r.right], rows);
    clear.forEach((_, i) => {
      const gap = Math.abs(a.v[i] - b.v[i]);
      if (gap > 0.02 * Math.max(Math.abs(a.v[i]), Math.abs(b.v[i])) || (unit !== undefined && gap > CLEAR * unit)) clear[i] = true;
      else near[i] = true;
    });
  }
  return !clear.some((c, i) => c && !near[i]);
}

/** Half a unit of the coarsest decimal that is written as a side of its own or a term of one; infinite where one stands elsewhere, 0 where none stands. */
function roundingOf(a: Assertion): number {
  let coarsest = 0;
  const decimal = (n: Expr): boolean => n.op === "number" && (n.name ?? "").includes(".");
  for (const e of expressionsIn(a)) {
    const terms = (e.op === "add" ? e.args : [e]).map((t) => (t.op === "neg" ? t.args[0] : t));
    for (const t of terms)
      if (decimal(t)) coarsest = Math.max(coarsest, 0.5 * 10 ** -((t.name ?? "").split(".")[1]?.length ?? 0));
      else if (some(t, decimal)) return Number.POSITIVE_INFINITY;
  }
  return coarsest;
}
/** So many half units are no rounding. */
const CLEAR = 20;

/** The row whose solved value a person would choose: an integer of small size, away from edges. */
function simplest(rows: Points, name: string | undefined, negatives: (row: number) => number): number {
  const column = name ? rows.at.get(name) : undefined;
  if (!column) return 0;
  const size = (x: number) => (Number.isInteger(x) ? 0 : 50) + Math.abs(x) + (x === 0 ? 0.5 : 0);
  const cost = (i: number) => size(column[i]) + (rows.edge[i] ? 5 : 0) + NEGATIVE * negatives(i);
  let best = 0;
  for (let i = 1; i < column.length; i++) if (cost(i) < cost(best)) best = i;
  return best;
}

/** Masses, lengths and times are most often positive: a point with such is easier to believe. */
const NEGATIVE = 20;

/** Simple conditions on one name that tell the kept values from the lost ones, as LaTeX; the first that does. */
export function separating(name: string, kept: readonly number[], lost: readonly number[]): string | undefined {
  if (kept.length === 0) return undefined;
  const tests: [string, (x: number) => boolean][] = [
    [`${name} > 0`, (x) => x > 0],
    [`${name} \\ne 0`, (x) => x !== 0],
    [`${name} \\ge 0`, (x) => x >= 0],
    [`${name} < 0`, (x) => x < 0],
    [`${name} \\in \\mathbb{Z}`, Number.isInteger],
    [`${name} > 1`, (x) => x > 1],
    [`0 < ${name} < 1`, (x) => x > 0 && x < 1],
    [`0 < ${name} < \\frac{\\pi}{2}`, (x) => x > 0 && x < Math.PI / 2],
    [`0 < ${name} < \\pi`, (x) => x > 0 && x < Math.PI],
  ];
  return tests.find(([, test]) => kept.every(test) && !lost.some(test))?.[0];
}
