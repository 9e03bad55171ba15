/** Sums and products of runs of lanes, with error bounds: compensated summation (Neumaier 1974), running products. */
import { emptyLane, type Lane, U, widen } from "./lane";
import { mulAt, sumResidual } from "./rounding";

const full = (x: Lane, starts: Int32Array) => widen(x, starts.length === 0 ? 0 : starts[starts.length - 1]);

/** One compensated sum of lanes [from, to), written at `i`. */
function sumRun(out: Lane, i: number, x: Lane, from: number, to: number): void {
  let sum = 0;
  let rest = 0;
  let carried = 0;
  let restSize = 0;
  for (let k = from; k < to; k++) {
    const next = sum + x.v[k];
    const r = sumResidual(sum, x.v[k], next);
    rest += r;
    restSize += Math.abs(r);
    carried += x.e[k];
    sum = next;
  }
  if (sum - sum !== 0) return overflow(out, i, x, from, to);
  const v = sum + rest;
  out.v[i] = v;
  out.e[i] = carried + (restSize === 0 ? 0 : Math.abs(sumResidual(sum, rest, v)) + (to - from) * U * restSize);
}

/** A sum that is not finite is infinite only if one of its terms was. */
function overflow(out: Lane, i: number, x: Lane, from: number, to: number): void {
  let sum = 0;
  let infinite = false;
  for (let k = from; k < to; k++) {
    infinite ||= Math.abs(x.v[k]) === Infinity;
    sum += x.v[k];
  }
  out.v[i] = infinite ? sum : NaN;
  out.e[i] = 0;
}

export function segmentSum(x: Lane, starts: Int32Array): Lane {
  const all = full(x, starts);
  const out = emptyLane(Math.max(0, starts.length - 1));
  for (let i = 0; i < out.v.length; i++) sumRun(out, i, all, starts[i], starts[i + 1]);
  return out;
}

export function segmentProduct(x: Lane, starts: Int32Array): Lane {
  const all = full(x, starts);
  const out = emptyLane(Math.max(0, starts.length - 1));
  for (let i = 0; i < out.v.length; i++) {
    out.v[i] = 1;
    for (let k = starts[i]; k < starts[i + 1]; k++) mulAt(out.v, out.e, i, out.v[i], out.e[i], all.v[k], all.e[k]);
  }
  return out;
}
