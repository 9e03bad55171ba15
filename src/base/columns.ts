/** Columns of doubles, cut from larger buffers: an array of its own costs ten times as much as a part of one. */

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
