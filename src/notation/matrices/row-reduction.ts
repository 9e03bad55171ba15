/** The reduced row echelon form and the rank of matrices of numbers, lane by lane, with a tolerance that rounding does not reach. */
import type { Evaluator } from "../../expression/evaluator";
import { type Matrix, matrix, NotUnderstood } from "../../expression/value";
import { lanesOf, reduced } from "./echelon";

const TINY = 1e-8;

/** The reduced row echelon form of one matrix of plain numbers, by Gauss and Jordan with row pivots. */
export function reduce(rows: readonly (readonly number[])[]): number[][] {
  const m = rows.map((r) => [...r]);
  const scale = Math.max(1, ...m.flat().map(Math.abs));
  let lead = 0;
  for (let j = 0; j < (m[0]?.length ?? 0) && lead < m.length; j++) {
    let best = lead;
    for (let i = lead; i < m.length; i++) if (Math.abs(m[i][j]) > Math.abs(m[best][j])) best = i;
    if (Math.abs(m[best][j]) <= TINY * scale) {
      for (let i = lead; i < m.length; i++) m[i][j] = 0;
      continue;
    }
    [m[lead], m[best]] = [m[best], m[lead]];
    const pivot = m[lead][j];
    m[lead] = m[lead].map((x) => x / pivot);
    for (let i = 0; i < m.length; i++) {
      const factor = m[i][j];
      if (i !== lead && factor !== 0) m[i] = m[i].map((x, k) => (k === j ? 0 : x - factor * m[lead][k]));
    }
    lead++;
  }
  return m;
}

/** The matrices of all lanes as plain numbers; only in the arithmetic of real doubles. */
function lanes<T>(ev: Evaluator<T>, m: Matrix<T>): number[][][] {
  if (ev.A.name === "complex" || ev.A.name === "modular") throw new NotUnderstood("matrix/rank", "row reduction in this arithmetic");
  const columns = m.items.map((x) => ev.lanes(x));
  return Array.from({ length: ev.frame.width }, (_, lane) =>
    Array.from({ length: m.rows }, (_r, i) => Array.from({ length: m.cols }, (_c, j) => columns[i * m.cols + j][lane])),
  );
}

export function reducedRows<T>(ev: Evaluator<T>, m: Matrix<T>): Matrix<T> {
  if (ev.A.complex) return complexRows(ev, m);
  const reduced = lanes(ev, m).map((rows) => reduce(rows).map((row) => row.map(snapped)));
  const entry = (k: number): Float64Array => Float64Array.from(reduced, (r) => r[Math.floor(k / m.cols)][k % m.cols]);
  return matrix(
    m.rows,
    m.cols,
    m.items.map((_, k) => rounded(ev, entry(k))),
  );
}

/** The same over the complex numbers. */
function complexRows<T>(ev: Evaluator<T>, m: Matrix<T>): Matrix<T> {
  const { A } = ev;
  const all = lanesOf(ev, m).map(reduced);
  const column = (k: number, part: 0 | 1): T =>
    rounded(
      ev,
      Float64Array.from(all, (rows) => snapped(rows[Math.floor(k / m.cols)]?.[k % m.cols][part] ?? 0)),
    );
  return matrix(
    m.rows,
    m.cols,
    m.items.map((_, k) => A.add(column(k, 0), A.mul(A.imaginary(), column(k, 1)))),
  );
}

/** Simple fractions in the arithmetic's own precision; other entries carry the rounding of the elimination. */
export function rounded<T>({ A }: Evaluator<T>, values: Float64Array): T {
  const fractions = Array.from(values, fractionAt);
  if (fractions.every((f) => f !== undefined)) {
    const over = A.numbers(Float64Array.from(fractions, (f) => f?.[0] ?? 0));
    return fractions.every((f) => f?.[1] === 1) ? over : A.div(over, A.numbers(Float64Array.from(fractions, (f) => f?.[1] ?? 1)));
  }
  const isSimple = Array.from(fractions, (f) => f !== undefined);
  return A.linear(A.numbers(values), (v) => ({
    values: Float64Array.from(v),
    errors: Float64Array.from(v, (y, i) => (isSimple[i] ? 0 : 1e-10 * Math.max(1, Math.abs(y)))),
  }));
}

const LARGEST = 1000;
const NEAR = 1e-10;

/** Numerator and denominator of the fraction with a small denominator that a number is next to. */
function fractionAt(x: number): readonly [number, number] | undefined {
  for (let q = 1; q <= LARGEST; q++) {
    const p = Math.round(x * q);
    if (Math.abs(x - p / q) <= (NEAR * Math.max(1, Math.abs(x))) / q) return [p, q];
  }
  return undefined;
}

/** That fraction, or the number itself. */
export function snapped(x: number): number {
  const fraction = fractionAt(x);
  return fraction ? fraction[0] / fraction[1] : x;
}

export const rankOf = <T>(ev: Evaluator<T>, m: Matrix<T>): T =>
  ev.A.numbers(Float64Array.from(lanes(ev, m), (rows) => reduce(rows).filter((r) => r.some((x) => Math.abs(x) > TINY)).length));
