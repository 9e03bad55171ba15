/** What kind of thing every name is of which nothing is known: the likeliest kinds under which everything that is written fits. */
import { type Expr, walk } from "../../expression/tree";
import { isIdentityName, isOnesName, looksLikeMatrix, looksLikeVector, plainName } from "./shape-names";
import type { ShapeRules } from "./shape-rules";
import type { Type } from "./shape-types";

type Kind = "number" | "vector" | "matrix";
/** A kind for every open name, and how unusual that is. */
export interface Assignment {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly cost: number;
}

/** Assignments that are looked at, at most. */
const MOST = 240;
/** Open names that are decided together. */
const NAMES = 9;

/** How much more unusual an assignment may be that is looked at beside the likeliest; a little more, for sums are rounded. */
const AS_USUAL = 0.6 + 1e-9;

/** The name without subscripts and the mark of a function's value. */
export const baseName = (key: string): string => key.replace(/_\{.*$/, "").replace(/\(\)(#\d+)?$/, "");

/** How unusual it is for a name to be of a kind. Fewest matrices first, then fewest vectors, unless letters say otherwise. */
function costsOf(key: string): readonly [Kind, number][] {
  const name = baseName(key);
  if (looksLikeVector(name))
    return [
      ["vector", 0],
      ["number", 2],
      ["matrix", 4],
    ];
  if (/^\\(mathbf|boldsymbol|mathsf)\{\\?[A-Z]/.test(name))
    return [
      ["matrix", 0],
      ["vector", 2],
      ["number", 2.5],
    ];
  if (looksLikeMatrix(name))
    return [
      ["number", 0.5],
      ["matrix", 1],
      ["vector", 1.5],
    ];
  if (/^[ijklmnrst]$/.test(name))
    return [
      ["number", 0],
      ["vector", 2],
    ];
  if (/^[a-z]/.test(name))
    return [
      ["number", 0],
      ["vector", 0.8],
      ["matrix", 5],
    ];
  return [
    ["number", 0],
    ["vector", 1],
    ["matrix", 5],
  ];
}

const USUAL_VECTOR = /^([bhpqr-z]|\\(beta|theta|mu|phi|xi|varepsilon|epsilon)|\\hat\{([bhpqr-z]|\\(beta|theta|mu))\})(_|$)/;

type Read = "unknown" | "number" | "matrix";

/** What speaks against an assignment: a pair of neighbouring factors, or an argument where a number is usual, and what that costs by their kinds. */
interface Clue {
  readonly of: readonly (Type | undefined)[];
  readonly cost: (a: Read, b: Read) => number;
}

const kindOf = (rules: ShapeRules, t: Type | undefined): Read => (t === undefined ? "unknown" : rules.store.read(t).kind);

const costOfClue = (rules: ShapeRules, { of, cost }: Clue): number => cost(kindOf(rules, of[0]), kindOf(rules, of[1]));

/** Whether a clue costs the same whatever is still found out: numbers stay numbers. */
const isDecided = (rules: ShapeRules, { of }: Clue): boolean => of.every((t) => t === undefined || rules.store.read(t).kind === "number");

/** What speaks against an assignment although it fits: a capital beside a matrix that is a number, a matrix in an exponent. */
function cluesOf(expressions: readonly Expr[], rules: ShapeRules): Clue[] {
  const { owners, types } = rules;
  const found: Clue[] = [];
  const bare = (e: Expr): Expr => (e.op === "transpose" || e.op === "adjoint" || (e.op === "pow" && e.args[1].op !== "symbol") ? bare(e.args[0]) : e);
  /** A cost where two expressions are of these kinds. */
  const where = (a: Expr, kindOfA: Read, b: Expr, kindOfB: Read, cost: number): void =>
    void found.push({ of: [types.get(a), types.get(b)], cost: (x, y) => (x === kindOfA && y === kindOfB ? cost : 0) });
  const beside = (e: Expr, other: Expr): void => {
    const name = plainName(bare(e)) ?? "";
    if (looksLikeMatrix(name) && !isIdentityName(name)) where(bare(e), "number", other, "matrix", 1);
  };
  for (const root of expressions)
    walk(root, (n) => {
      if (n.op === "mul")
        n.args.slice(1).forEach((b, k) => {
          const a = n.args[k];
          beside(a, b);
          beside(b, a);
          const [capital, small] = [plainName(bare(a)) ?? "", plainName(b) ?? ""];
          if (k + 2 === n.args.length && looksLikeMatrix(capital) && USUAL_VECTOR.test(small)) where(bare(a), "matrix", b, "number", 0.9);
          // what stands behind a transposed vector is a vector
          if (k + 2 === n.args.length && a.op === "transpose" && small && !looksLikeMatrix(capital)) where(bare(a), "matrix", b, "number", 1);
        });
      const number = (e: Expr, weight: number) => found.push({ of: [types.get(e)], cost: (x) => (x === "matrix" ? weight : 0) });
      const vector = (e: Expr, weight: number) => found.push({ of: [types.get(e)], cost: (x) => (x === "number" ? weight : 0) });
      if (n.op === "call" && /^(log|sqrt|gamma|sin|cos|tan|factorial|binomial)$/.test(n.name ?? "")) for (const a of n.args) number(a, 2);
      if (n.op === "call" && n.name === "exp") number(n.args[0], 1.5);
      if (n.op === "pow" && n.args[1].op !== "number") number(n.args[1], 2);
      // a_{ij} beside A: A is no number
      const owner = n.op === "indexed" ? owners.get(n.name ?? "") : undefined;
      if (owner) found.push({ of: [rules.known(owner)], cost: (x) => (x === "number" ? 2 : 0) });
      // x_i beside x: an entry of a vector
      if (n.op === "indexed" && n.args.length === 1 && !looksLikeVector(n.name ?? "") && !looksLikeMatrix(n.name ?? ""))
        found.push({
          of: [owners.get(n.name ?? "") === "" ? undefined : rules.known(n.name ?? ""), types.get(n)],
          cost: (whole, part) => (whole === "number" ? 1.2 : whole === "matrix" && part === "matrix" ? 0.5 : 0),
        });
      // the norm of a number is written |x|, and its gradient d/dx
      if (n.op === "norm") vector(n.args[0], 1.2);
      if (n.op === "gradient" && n.args[1]) vector(n.args[1], 1.5);
      if (n.op === "root") number(n.args[0], 3);
      if (n.op === "derivative" && plainName(n.args[1]) && !looksLikeMatrix(plainName(n.args[1]) ?? "")) number(n.args[1], 0.3);
    });
  return found;
}

/** Whether a name may be decided here: not a bound one, no constant, no argument of a function. */
const decidable = (key: string, bound: ReadonlySet<string>): boolean =>
  !key.includes("#") && key !== "unit vectors" && !bound.has(baseName(key)) && !isOnesName(key) && !/^\\(pi|infty)$|^e$/.test(key);

/** Assignments for the open names of the expressions under which all that was entered fits, the most usual first. */
export function assignments(rules: ShapeRules, expressions: readonly Expr[], bound: ReadonlySet<string>): Assignment[] {
  const open = openNames(rules, expressions, bound);
  const evident = [...rules.variables.keys()].filter((key) => rules.store.read(rules.variable(key)).kind === "matrix");
  const found: Assignment[] = [];
  let budget = MOST;
  let best = Number.POSITIVE_INFINITY;
  // what is known already costs no less in the end, and what is not costs what the usual kind does
  const costSoFar = (kinds: ReadonlyMap<string, Kind>): number =>
    sum(open.map((key) => costOf(rules, key))) + collapsed(rules, [...evident, ...[...kinds].flatMap(([key, kind]) => (kind === "number" ? [] : [key]))]);
  /** `clues`: those that are not decided yet; what the others cost is in `base`. */
  const explore = (at: number, kinds: ReadonlyMap<string, Kind>, clues: readonly Clue[], base: number): void => {
    const costs = clues.map((clue) => costOfClue(rules, clue));
    const cost = base + costSoFar(kinds) + sum(costs);
    if (budget-- <= 0 || cost > best + AS_USUAL) return;
    let k = at;
    while (k < open.length && rules.store.read(rules.variable(open[k])).kind !== "unknown") k++;
    if (k === open.length) {
      found.push({ kinds, cost });
      best = Math.min(best, cost);
      return;
    }
    const decided = clues.map((clue) => isDecided(rules, clue));
    const undecided = clues.filter((_, i) => !decided[i]);
    const settled = base + sum(costs.filter((_, i) => decided[i]));
    for (const [kind, more] of costsOf(open[k])) {
      if (cost - least(open[k]) + more > best + AS_USUAL) continue;
      rules.store.would(() => {
        take(rules, open[k], kind);
        rules.settle();
        explore(k + 1, new Map([...kinds, [open[k], kind]]), undecided, settled);
      });
    }
  };
  explore(0, new Map(), cluesOf(expressions, rules), 0);
  found.sort((a, b) => a.cost - b.cost);
  return found.filter((a) => a.cost <= best + AS_USUAL);
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** A matrix that fits only with one row and one column is hardly meant. */
const collapsed = (rules: ShapeRules, keys: readonly string[]): number =>
  3 * keys.filter((key) => rules.store.read(rules.variable(key)).kind === "number").length;

/** What the most usual kind of a name costs. */
const least = (key: string): number => Math.min(...costsOf(key).map(([, cost]) => cost));

/** How unusual the kind is that a name has come to be of, chosen or forced; at least, where it is not known yet. */
function costOf(rules: ShapeRules, key: string): number {
  const m = rules.store.read(rules.variable(key));
  const kind = m.kind === "matrix" ? (rules.store.size(m.cols) === 1 ? "vector" : "matrix") : m.kind;
  return kind === "unknown" ? least(key) : (costsOf(key).find(([k]) => k === kind)?.[1] ?? 5);
}

/** Makes a name a thing of a kind. */
export function take(rules: ShapeRules, key: string, kind: Kind): void {
  const { store } = rules;
  const t = rules.variable(key);
  if (kind === "number") store.unify(t, store.number());
  else if (kind === "vector") store.make(t, undefined, 1);
  else store.make(t);
}

/** The names whose kind is not known, those first that are written like vectors and matrices. */
function openNames(rules: ShapeRules, expressions: readonly Expr[], bound: ReadonlySet<string>): string[] {
  const types = new Set<Type>();
  const note = (t: Type | undefined): void => void (t !== undefined && types.add(rules.store.root(t)));
  for (const e of expressions) walk(e, (n) => note(rules.types.get(n)));
  const keys = [...rules.variables].filter(([key, t]) => decidable(key, bound) && rules.store.read(t).kind === "unknown" && types.has(rules.store.root(t)));
  const rank = (key: string) => (looksLikeVector(baseName(key)) ? 0 : looksLikeMatrix(baseName(key)) ? 1 : 2);
  return keys
    .map(([key]) => key)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, NAMES);
}
