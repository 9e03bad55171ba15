/** Columns of doubles and of indices, made quickly: an array of its own costs ten times as much as a part of a larger one, `from` ten times as much as a loop. */

/** Doubles in a buffer; what is kept of a column keeps its whole buffer, so that buffers stay small. */
const BUFFER = 4096;
/** Longer columns get arrays of their own. */
const LONG = 512;

let buffer = new ArrayBuffer(8 * BUFFER);
let used = 0;

/** A column of `n` zeros. Its `buffer` is shared with other columns. */
export function zeros(n: number): Float64Array {
  if (n > LONG) return new Float64Array(n);
  if (used + n > BUFFER) {
    buffer = new ArrayBuffer(8 * BUFFER);
    used = 0;
  }
  const column = new Float64Array(buffer, 8 * used, n);
  used += n;
  return column;
}

/** A column of `n` doubles. */
export function column(n: number, of: (i: number) => number): Float64Array {
  const made = zeros(n);
  for (let i = 0; i < n; i++) made[i] = of(i);
  return made;
}

/** `n` indices. */
export function indices(n: number, of: (i: number) => number): Int32Array {
  const made = new Int32Array(n);
  for (let i = 0; i < n; i++) made[i] = of(i);
  return made;
}

/** For `n` lanes each `times` over: the lane of every place. */
export function repeated(n: number, times: number): Int32Array {
  const made = new Int32Array(n * times);
  for (let lane = 0, k = 0; lane < n; lane++) for (let i = 0; i < times; i++) made[k++] = lane;
  return made;
}
