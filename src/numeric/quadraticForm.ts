/** A quadratic function of several variables, read off its values. */
import type { Arithmetic } from "./arithmetic";

/** The function as start + slopeᵀ x - ½ xᵀ P x. */
export interface Quadratic<T> {
  readonly start: T;
  readonly slope: readonly T[];
  readonly precision: readonly T[];
}

/** How far values at other points may be from the quadratic form, beside their size. */
const NEAR = 1e-8;

/** Read off values at the origin, at units and at their sums; undefined where it does not hold at two other points. */
export function quadratic<T>(A: Arithmetic<T>, size: number, value: (x: readonly T[]) => T): Quadratic<T> | undefined {
  const point = (...entries: readonly (readonly [number, number])[]): T[] =>
    Array.from({ length: size }, (_, i) => A.number(entries.reduce((sum, [k, x]) => (k === i ? sum + x : sum), 0)));
  const half = A.number(0.5);
  const start = value(point());
  const units = Array.from({ length: size }, (_, i) => [value(point([i, 1])), value(point([i, -1]))] as const);
  const slope = units.map(([up, down]) => A.mul(half, A.sub(up, down)));
  const precision = Array.from({ length: size * size }, (): T => A.number(0));
  for (let i = 0; i < size; i++) {
    precision[i * size + i] = A.sub(A.add(start, start), A.add(...units[i]));
    for (let j = 0; j < i; j++) {
      const mixed = A.sub(A.add(units[i][0], units[j][0]), A.add(value(point([i, 1], [j, 1])), start));
      precision[i * size + j] = mixed;
      precision[j * size + i] = mixed;
    }
  }
  for (const shift of [2, -1.5]) {
    const x = Array.from({ length: size }, (_, i) => shift + 0.5 * i);
    const real = A.toNumbers(value(x.map((v) => A.number(v))));
    let sum = start;
    x.forEach((v, i) => {
      sum = A.add(sum, A.mul(A.number(v), slope[i]));
      x.forEach((w, j) => {
        sum = A.sub(sum, A.mul(A.number(0.5 * v * w), precision[i * size + j]));
      });
    });
    const formed = A.toNumbers(sum);
    const apart = (k: number): boolean => Math.abs(real[k % real.length] - formed[k % formed.length]) > NEAR * Math.max(1, Math.abs(real[k % real.length]));
    if (Array.from({ length: Math.max(real.length, formed.length) }, (_, k) => apart(k)).some((a) => a)) return undefined;
  }
  return { start, slope, precision };
}
