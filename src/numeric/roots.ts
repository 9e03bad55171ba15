/** Roots of a function of one double: brackets from guesses and a scan, Brent's method, Newton's as a polish. */

export interface Domain {
  readonly low: number;
  readonly high: number;
}

const REALS: Domain = { low: -Infinity, high: Infinity };

/**
 * All roots found, in the order found, without repeats: each guess and a scan of mixed scales give brackets (a sign change between defined values), which
 * Brent's method closes. A sign change across a pole is no root: |f| must fall. Roots that touch zero without crossing are sought by secant steps from the guesses.
 */
export function solve(f: (x: number) => number, guesses: readonly number[] = [], domain: Domain = REALS): number[] {
  const points = scan(guesses, domain);
  const values = points.map(f);
  const roots: number[] = [];
  const accept = (x: number | undefined) => {
    if (x !== undefined && x >= domain.low && x <= domain.high && roots.every((r) => Math.abs(r - x) > 1e-9 * Math.max(1e-9, Math.abs(r), Math.abs(x))))
      roots.push(x);
  };
  for (const guess of guesses) accept(newton(f, guess, domain));
  for (let k = 0; k < points.length; k++) {
    if (values[k] === 0) accept(points[k]);
    else if (k > 0 && values[k - 1] * values[k] < 0) accept(crossing(f, points[k - 1], points[k], Math.min(Math.abs(values[k - 1]), Math.abs(values[k]))));
  }
  return roots;
}

/** Brent's root of a bracket, if |f| really falls there. */
function crossing(f: (x: number) => number, a: number, b: number, size: number): number | undefined {
  const x = brent(f, a, b);
  return x !== undefined && Math.abs(f(x)) <= 1e-6 * Math.max(size, 1e-300) + 1e-12 ? x : undefined;
}

/** Points of many scales within the domain, ascending. */
function scan(guesses: readonly number[], { low, high }: Domain): number[] {
  const points = new Set<number>();
  const near = [...guesses, ...[low, high].filter(Number.isFinite), 0];
  for (const g of near) for (let k = -24; k <= 12; k++) for (const sign of [-1, 1]) points.add(g + sign * 10 ** (k / 4) * Math.max(1, Math.abs(g)));
  if (Number.isFinite(low) && Number.isFinite(high)) for (let k = 1; k < 40; k++) points.add(low + ((high - low) * k) / 40);
  for (const g of near) points.add(g);
  return [...points].filter((x) => x >= low && x <= high).sort((x, y) => x - y);
}

/** Brent's method (1973) on a bracket; undefined if f is undefined on the way. */
export function brent(f: (x: number) => number, low: number, high: number): number | undefined {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (!(fa * fb <= 0)) return undefined;
  let [c, fc, d, step] = [a, fa, b - a, b - a];
  for (let i = 0; i < 200 && fb !== 0; i++) {
    if (fb * fc > 0) [c, fc, d, step] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2.3e-16 * Math.abs(b) + 1e-300;
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= tolerance) break;
    const guess = Math.abs(step) >= tolerance && Math.abs(fa) > Math.abs(fb) ? interpolated(a, b, c, fa, fb, fc) : undefined;
    const fits = guess !== undefined && guess / middle > 0 && Math.abs(guess) < Math.min(1.5 * Math.abs(middle), Math.abs(step) / 2);
    [step, d] = fits ? [d, guess] : [middle, middle];
    [a, fa] = [b, fb];
    b += Math.abs(d) > tolerance ? d : Math.sign(middle) * tolerance;
    fb = f(b);
    if (Number.isNaN(fb)) return undefined;
  }
  return b;
}

/** Secant or inverse quadratic step from b. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const [q, r] = [fa / fc, fb / fc];
  return ((s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1))) * -1;
}

/** Newton's method with a symmetric difference for the slope and steps that must reduce |f|; undefined where it stalls. */
export function newton(f: (x: number) => number, start: number, domain: Domain = REALS): number | undefined {
  let [x, fx] = [start, f(start)];
  const first = Math.abs(fx);
  let last = 0;
  for (let i = 0; i < 60 && fx !== 0; i++) {
    const h = 1e-6 * Math.max(Math.abs(x), 1e-3);
    let step = (-fx * 2 * h) / (f(x + h) - f(x - h));
    if (!Number.isFinite(step)) return undefined;
    last = step;
    let next = NaN;
    for (let k = 0; k < 30; k++, step /= 2) {
      next = x + step;
      if (next >= domain.low && next <= domain.high && Math.abs(f(next)) < Math.abs(fx)) break;
      next = NaN;
    }
    if (Number.isNaN(next)) break;
    if (Math.abs(next - x) <= 1e-16 * Math.abs(x)) break;
    [x, fx] = [next, f(next)];
  }
  // The last step was small too: f that merely dies out at infinity has no root there.
  return Math.abs(fx) <= 1e-12 * Math.max(first, 1e-3) && Math.abs(last) <= 1e-5 * Math.max(Math.abs(x), 1e-12) ? x : undefined;
}
