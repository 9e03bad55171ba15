/** The factor L of a symmetric matrix P = L Lᵀ (Cholesky), and systems with it; matrices are lists of columns, row by row. */
import type { Arithmetic } from "./arithmetic";

/** The lower triangle, and det L = √det P; undefined in lanes where P is not positive definite. */
export function cholesky<T>(A: Arithmetic<T>, p: readonly T[], size: number): { readonly factor: readonly T[]; readonly volume: T } {
  const l = Array.from({ length: size * size }, (): T => A.number(0));
  let volume = A.number(1);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = p[i * size + j];
      for (let k = 0; k < j; k++) sum = A.sub(sum, A.mul(l[i * size + k], l[j * size + k]));
      l[i * size + j] = i === j ? A.call1("sqrt", sum) : A.div(sum, l[j * size + j]);
      if (i === j) volume = A.mul(volume, l[i * size + i]);
    }
  return { factor: l, volume };
}

/** L⁻¹ b. */
export function solvedBelow<T>(A: Arithmetic<T>, l: readonly T[], b: readonly T[], size: number): T[] {
  const x: T[] = [];
  for (let i = 0; i < size; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum = A.sub(sum, A.mul(l[i * size + k], x[k]));
    x.push(A.div(sum, l[i * size + i]));
  }
  return x;
}

/** L⁻ᵀ b. */
export function solvedAbove<T>(A: Arithmetic<T>, l: readonly T[], b: readonly T[], size: number): T[] {
  const x = [...b];
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < size; k++) sum = A.sub(sum, A.mul(l[k * size + i], x[k]));
    x[i] = A.div(sum, l[i * size + i]);
  }
  return x;
}
