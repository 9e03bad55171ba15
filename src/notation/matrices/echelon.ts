/** Reduced rows of matrices of real or complex numbers, lane by lane, with a tolerance that rounding does not reach. */
import type { Evaluator } from "../../expression/evaluator";
import { type Matrix, NotUnderstood } from "../../expression/value";

export const TINY = 1e-8;

/** A complex number. */
export type Entry = readonly [re: number, im: number];

export const size = ([a, b]: Entry): number => Math.hypot(a, b);
const times = ([a, b]: Entry, [c, d]: Entry): Entry => [a * c - b * d, a * d + b * c];
const minus = ([a, b]: Entry, [c, d]: Entry): Entry => [a - c, b - d];
const over = (x: Entry, [c, d]: Entry): Entry => times(x, [c / (c * c + d * d), -d / (c * c + d * d)]);

/** The reduced row echelon form without its rows of zeros. */
export function reduced(rows: readonly (readonly Entry[])[]): Entry[][] {
  const m = rows.map((r) => [...r]);
  const scale = Math.max(1, ...m.flat().map(size));
  let lead = 0;
  for (let j = 0; j < (m[0]?.length ?? 0) && lead < m.length; j++) {
    let best = lead;
    for (let i = lead; i < m.length; i++) if (size(m[i][j]) > size(m[best][j])) best = i;
    if (size(m[best][j]) <= TINY * scale) continue;
    [m[lead], m[best]] = [m[best], m[lead]];
    const pivot = m[lead][j];
    m[lead] = m[lead].map((x) => over(x, pivot));
    for (let i = 0; i < m.length; i++) if (i !== lead) m[i] = m[i].map((x, k) => minus(x, times(m[i][j], m[lead][k])));
    lead++;
  }
  return m.slice(0, lead);
}

/** A matrix in every lane as plain numbers. */
export function lanesOf<T>(ev: Evaluator<T>, m: Matrix<T>): Entry[][][] {
  const { A } = ev;
  if (A.name === "modular") throw new NotUnderstood("matrix/rank", "row reduction in this arithmetic");
  const part = (x: T, name: "re" | "im"): Float64Array =>
    A.complex ? ev.lanes(A.call1(name, x)) : name === "re" ? ev.lanes(x) : new Float64Array(ev.frame.width);
  const columns = m.items.map((x) => [part(x, "re"), part(x, "im")]);
  return Array.from({ length: ev.frame.width }, (_, lane) =>
    Array.from({ length: m.rows }, (_r, i) =>
      Array.from({ length: m.cols }, (_c, j): Entry => [columns[i * m.cols + j][0][lane], columns[i * m.cols + j][1][lane]]),
    ),
  );
}
