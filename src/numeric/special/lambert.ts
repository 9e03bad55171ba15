/** Lambert's W of complex arguments on any branch, by Halley's iteration (DLMF 4.13; Corless et al. 1996). */
import { add, type Ball, ball, conj, div, exp, integerOf, isNone, isZero, log, mul, NONE, neg, ONE, size, sqrt, sub, times, widen, ZERO } from "../ball";

/** W_k(z), the solution of w e^w = z on branch k (0 the principal one). */
export function lambertW(branch: Ball, z: Ball): Ball {
  const k = integerOf(branch);
  if (k === undefined || Math.abs(k) > 50 || isNone(z)) return NONE;
  if (isZero(z)) return k === 0 ? ZERO : NONE;
  if (z.im < 0) return conj(lambertW(ball(-k), conj(z)));
  for (const first of starts(k, ball(z.re, z.im))) {
    const w = iterated(first, z);
    if (w && onBranch(k, w, z)) return w;
  }
  return NONE;
}

function iterated(first: Ball, z: Ball): Ball | undefined {
  const middle = ball(z.re, z.im);
  let w = first;
  for (let n = 0; n < 60; n++) {
    const e = exp(w);
    const f = sub(mul(w, e), middle);
    const w1 = add(w, ONE);
    const slope = sub(mul(e, w1), div(mul(add(w, ball(2)), f), times(w1, 2)));
    const step = div(f, slope);
    if (isNone(step)) return undefined;
    w = exactly(sub(w, step));
    if (size(step) < 1e-15 * size(w)) {
      const d = size(mul(exp(w), add(w, ONE)));
      const residual = sub(mul(w, exp(w)), middle);
      // the error of a simple root: residual and error of z over the slope
      return d > 1e-6 ? widen(w, (2 * (size(residual) + residual.err + z.err)) / d) : undefined;
    }
  }
  return undefined;
}
const exactly = (w: Ball): Ball => ball(w.re, w.im);

/** w + log w = log z + 2πik, but on the real stretch [-1/e, 0), where branch -1 lies below -1 and branch 0 above. */
function onBranch(k: number, w: Ball, z: Ball): boolean {
  if (z.im === 0 && z.re < 0 && z.re >= -Math.exp(-1) && (k === 0 || k === -1)) return w.im === 0 && (k === 0 ? w.re >= -1 : w.re <= -1);
  const gap = sub(add(exactly(w), log(exactly(w))), add(log(ball(z.re, z.im)), ball(0, 2 * Math.PI * k)));
  return size(gap) < 1e-6;
}

function* starts(k: number, z: Ball): Generator<Ball> {
  if (k === -1 && z.im === 0 && z.re < 0 && z.re > -Math.exp(-1)) {
    const l = Math.log(-z.re);
    yield ball(l - Math.log(-l));
  }
  const near = add(ONE, mul(ball(Math.E), z));
  const p = sqrt(times(near, 2));
  if (k === 0) {
    if (size(near) < 1) yield exactly(add(sub(p, ONE), times(mul(p, p), -1 / 3)));
    if (size(z) < 3) yield exactly(div(z, add(ONE, times(z, 0.6))));
    for (const guess of [ball(0.5, 1), ball(0.5, 0.3), ball(-0.3, 1.5), ball(0, 2)]) yield guess;
  } else if (size(near) < 1) yield exactly(sub(neg(p), ONE));
  const l = add(log(z), ball(0, 2 * Math.PI * k));
  yield exactly(sub(l, log(l)));
}
