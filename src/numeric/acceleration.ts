/** Convergence acceleration of sequences: Cohen–Rodriguez Villegas–Zagier, Levin's u, Richardson and Aitken. */

/** An accelerated value and the rounding error that the method magnifies. */
export interface Partial {
  readonly value: number;
  readonly error: number;
}

/** Alternating series Σ terms[k], first n terms (Cohen, Rodriguez Villegas, Zagier 2000, algorithm 1); error about 5.8^-n. */
export function cohen(terms: readonly number[], n: number): Partial {
  let d = (3 + Math.sqrt(8)) ** n;
  d = (d + 1 / d) / 2;
  let [b, c, s] = [-1, -d, 0];
  for (let k = 0; k < n; k++) {
    c = b - c;
    s += c * (k % 2 === 0 ? terms[k] : -terms[k]);
    b *= ((k + n) * (k - n)) / ((k + 0.5) * (k + 1));
  }
  return { value: s / d, error: Math.abs(terms[0]) * 5.8 ** -n + 1e-15 * Math.abs(terms[0]) };
}

/** Levin's u-transform of Σ terms[k] with k terms after skipping some (Levin 1973; weights (β + j)^(k-1), ω = (β + j) t_j, β = 1). */
export function levinU(terms: readonly number[], skip: number, k: number): Partial {
  let sum = 0;
  for (let j = 0; j < skip; j++) sum += terms[j];
  let [top, bottom, size, scale, choose] = [0, 0, 0, 0, 1];
  for (let j = 0; j <= k; j++) {
    sum += terms[skip + j];
    const weight = ((j % 2 === 0 ? 1 : -1) * choose * ((skip + 1 + j) / (skip + 1 + k)) ** (k - 1)) / ((skip + 1 + j) * terms[skip + j]);
    top += weight * sum;
    bottom += weight;
    size += Math.abs(weight * sum);
    scale += Math.abs(weight);
    choose *= (k - j) / (j + 1);
  }
  const value = top / bottom;
  return { value, error: (2e-16 * (size + Math.abs(value) * scale)) / Math.abs(bottom) };
}

/**
 * Limit of a(h), h = h0, h0 r, h0 r², …, by Richardson's table for error terms h^p, p in steps from `first` (1 or 2): the last diagonal, with the differences
 * of neighbours as estimate.
 */
export function richardson(values: readonly number[], r: number, first: number): Partial {
  let row = [...values];
  let best: Partial = { value: row[row.length - 1], error: Infinity };
  for (let k = 1; row.length > 1; k++) {
    const factor = r ** (first * k);
    const next = row.slice(1).map((v, i) => (v - factor * row[i]) / (1 - factor));
    const error = Math.max(
      Math.abs(next[next.length - 1] - row[row.length - 1]),
      next.length > 1 ? Math.abs(next[next.length - 1] - next[next.length - 2]) : Infinity,
    );
    if (error < best.error) best = { value: next[next.length - 1], error };
    row = next;
  }
  return best;
}

/** Wynn's epsilon algorithm (repeated Aitken): the entry that differs least from its neighbour. */
export function wynn(values: readonly number[]): Partial {
  let before = values.map(() => 0);
  let row = [...values];
  let best: Partial = { value: row[row.length - 1], error: Infinity };
  for (let k = 0; row.length > 1; k++) {
    const next = row.slice(1).map((v, i) => before[i + 1] + 1 / (v - row[i]));
    if (k % 2 === 1 && next.length > 1) {
      const error = Math.abs(next[next.length - 1] - next[next.length - 2]);
      if (error < best.error) best = { value: next[next.length - 1], error };
    }
    before = row;
    row = next;
  }
  return best;
}
