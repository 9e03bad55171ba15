/** Solves for the number that a slot of an expression would need, from its values at three numbers. */

/**
 * `f` is the expression as a function of the slot, known at 1, 2 and 3 (`at`); the answers are the slot's values where f = wanted,
 * if f is (a + b x) / (1 + d x), and if f is a + b c^x. Three points determine either form.
 */
export function neededValues(
  at: readonly [number, number, number],
  f: readonly [number, number, number],
  wanted: number,
): { rational?: number; exponential?: number } {
  return { rational: rationalRoot(at, f, wanted), exponential: exponentialRoot(at, f, wanted) };
}

/** f(x) = (a + b x)/(1 + d x): linear in a, b, d. */
function rationalRoot([x0, x1, x2]: readonly [number, number, number], [f0, f1, f2]: readonly [number, number, number], w: number): number | undefined {
  const slope = (f1 - f0) / (x1 - x0);
  if (slope === 0 && f2 === f1) return undefined;
  // divided differences: (f1 - f0) = (x1 - x0)(b - d f...) ; eliminate a, then b
  const [p1, p2] = [f1 * x1 - f0 * x0, f2 * x2 - f0 * x0];
  const [q1, q2] = [f1 - f0, f2 - f0];
  const [r1, r2] = [x1 - x0, x2 - x0];
  // q = b r - d p
  const det = -r1 * p2 + r2 * p1;
  if (Math.abs(det) < 1e-14 * (Math.abs(r1 * p2) + Math.abs(r2 * p1))) return undefined;
  const b = (-q1 * p2 + q2 * p1) / det;
  let d = (r1 * q2 - r2 * q1) / det;
  if (Math.abs(d) < 1e-11) d = 0;
  const a = f0 * (1 + d * x0) - b * x0;
  const x = (w - a) / (b - d * w);
  return Number.isFinite(x) ? x : undefined;
}

/** f(x) = a + b c^x at equidistant points. */
function exponentialRoot([x0, x1, x2]: readonly [number, number, number], [f0, f1, f2]: readonly [number, number, number], w: number): number | undefined {
  if (Math.abs(x2 - x1 - (x1 - x0)) > 1e-12) return undefined;
  const ratio = (f2 - f1) / (f1 - f0);
  if (!(ratio > 0) || Math.abs(ratio - 1) < 1e-9) return undefined;
  const b = (f1 - f0) / (ratio - 1);
  const power = (w - f0) / b + 1;
  const x = x0 + ((x1 - x0) * Math.log(power)) / Math.log(ratio);
  return power > 0 && Number.isFinite(x) ? x : undefined;
}
