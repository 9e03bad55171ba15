/** Weights of the outcomes of events of which some probabilities are given, or which exclude each other. */
import type { RandomSetting } from "../../derivation/random/random";
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { indicator } from "./random-events";
import { eventNames } from "./random-names";
import type { Source } from "./random-space";

/** A linear condition on the weights: coefficients by cell, and what they sum to. */
interface Row<T> {
  readonly of: readonly T[];
  readonly is: T;
}

/** Evaluates at the outcome that a cell of a block stands for. */
export type AtCell<T> = (cell: number) => Evaluator<T>;

/** The given probabilities that speak of nothing but the events of a block. */
export function givenOf(members: readonly Source[], given: readonly (readonly [Expr, Expr])[]): (readonly [Expr, Expr])[] {
  const names = new Set(members.map((m) => m.variable.name));
  return given.filter(([statistic]) => eventNames(statistic.args).every((e) => names.has(e.name ?? "")));
}

/** Whether the words allow a cell: at most one of events that exclude each other, one of those that leave nothing out. */
export function isAllowed(members: readonly Source[], classes: readonly number[], setting: RandomSetting): boolean {
  return (setting.exclusive ?? []).every(({ names, exhaustive }) => {
    const own = members.flatMap((m, i) => (names.has(m.variable.name) ? [classes[i]] : []));
    const happen = own.filter((c) => c === 1).length;
    return own.length === 0 || (happen <= 1 && (!exhaustive || happen === 1));
  });
}

/**
 * The drawn weights w moved to the nearest ones that sum to one and meet the conditions: w + Aᵀ (A Aᵀ)⁻¹ (b - A w). They may be negative: equations between
 * probabilities do not mind.
 */
export function constrained<T>(
  drawn: readonly T[],
  allowed: readonly boolean[],
  given: readonly (readonly [Expr, Expr])[],
  root: Evaluator<T>,
  at: AtCell<T>,
): T[] {
  const { A } = root;
  const zero = A.number(0);
  const sum = (xs: readonly T[]): T => xs.reduce((a, b) => A.add(a, b), zero);
  const kept = drawn.map((w, cell) => (allowed[cell] ? w : zero));
  const total = sum(kept);
  const weights = kept.map((w) => A.div(w, total));
  const rows = independentRows(
    [{ of: allowed.map((a) => A.number(a ? 1 : 0)), is: A.number(1) }, ...given.map(([statistic, value]) => rowOf(statistic, value, allowed, root, at))],
    A,
  );
  if (rows.length === 1) return weights;
  const dot = (x: readonly T[], y: readonly T[]): T => sum(x.map((v, i) => A.mul(v, y[i])));
  const y = solve(
    rows.map((r) => rows.map((s) => dot(r.of, s.of))),
    rows.map((r) => A.sub(r.is, dot(r.of, weights))),
    A,
  );
  return weights.map((w, cell) => (allowed[cell] ? A.add(w, sum(rows.map((r, i) => A.mul(r.of[cell], y[i])))) : zero));
}

function rowOf<T>(statistic: Expr, value: Expr, allowed: readonly boolean[], root: Evaluator<T>, at: AtCell<T>): Row<T> {
  const { A } = root;
  const split = Number(statistic.data?.split ?? statistic.args.length);
  const [front, back] = [statistic.args.slice(0, split), statistic.args.slice(split)];
  const v = root.scalar(value);
  const of = allowed.map((ok, cell): T => {
    if (!ok) return A.number(0);
    const ev = at(cell);
    const event = ev.scalar(indicator(front, statistic));
    if (back.length === 0) return event;
    const condition = ev.scalar(indicator(back, statistic));
    return A.mul(condition, A.sub(event, v));
  });
  return { of, is: back.length === 0 ? v : A.number(0) };
}

/** Without the conditions that follow from those before them. */
function independentRows<T>(rows: readonly Row<T>[], A: Evaluator<T>["A"]): Row<T>[] {
  const basis: number[][] = [];
  return rows.filter((row) => {
    let v = row.of.map((x) => A.toNumbers(x)[0]);
    const size = Math.hypot(...v);
    for (const b of basis) {
      const along = v.reduce((s, x, i) => s + x * b[i], 0);
      v = v.map((x, i) => x - along * b[i]);
    }
    const left = Math.hypot(...v);
    if (!(left > 1e-9 * size)) return false;
    basis.push(v.map((x) => x / left));
    return true;
  });
}

/** Gaussian elimination of a positive definite system: no pivot vanishes. */
function solve<T>(matrix: readonly (readonly T[])[], right: readonly T[], A: Evaluator<T>["A"]): T[] {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]]);
  for (let k = 0; k < n; k++)
    for (let i = k + 1; i < n; i++) {
      const factor = A.div(m[i][k], m[k][k]);
      for (let j = k; j <= n; j++) m[i][j] = A.sub(m[i][j], A.mul(factor, m[k][j]));
    }
  const x: T[] = new Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = m[i][n];
    for (let j = i + 1; j < n; j++) rest = A.sub(rest, A.mul(m[i][j], x[j]));
    x[i] = A.div(rest, m[i][i]);
  }
  return x;
}
