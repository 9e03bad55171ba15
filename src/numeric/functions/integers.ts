/** Two-argument functions that are elementary or belong to number theory: atan2, mod, gcd, lcm, max, min, agm. */
import type { Function2 } from "../arithmetic";
import type { Real2 } from "./real";

function gcd(a: number, b: number): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return NaN;
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function lcm(a: number, b: number): number {
  const d = gcd(a, b);
  return d === 0 ? 0 : Math.abs((a / d) * b);
}

/** Gauss's arithmetic–geometric mean of positive numbers. */
function agm(a: number, b: number): number {
  if (!(a >= 0 && b >= 0)) return NaN;
  let [x, y] = [a, b];
  for (let i = 0; i < 60 && Math.abs(x - y) > 1e-16 * x; i++) [x, y] = [(x + y) / 2, Math.sqrt(x) * Math.sqrt(y)];
  return x;
}

/** Undefined where the interval reaches the cut (negative x axis) or the origin. */
function angleCarried(y: number, ey: number, x: number, ex: number): number {
  if (x - ex <= 0 && Math.abs(y) <= ey && !(y === 0 && ey === 0 && x + ex < 0)) return NaN;
  const near = Math.max(Math.abs(x) - ex, 0) ** 2 + Math.max(Math.abs(y) - ey, 0) ** 2;
  return ((Math.abs(x) + ex) * ey + (Math.abs(y) + ey) * ex) / near;
}

/** x - y ⌊x/y⌋ through the exact remainder of the language, which has the sign of x. */
const flat = (x: number, y: number) => {
  const r = x % y;
  return r !== 0 && r < 0 !== y < 0 ? r + y : r;
};
/** Undefined where the quotient may stand on an integer. */
function modCarried(x: number, ex: number, y: number, ey: number): number {
  const q = x / y;
  const slack = (ex + Math.abs(q) * ey) / (Math.abs(y) - ey);
  return Math.abs(y) > ey && Math.floor(q - slack) === Math.floor(q + slack) ? ex + Math.abs(Math.floor(q)) * ey : NaN;
}
const larger = (_x: number, ex: number, _y: number, ey: number) => Math.max(ex, ey);

export const PAIRS: Partial<Record<Function2, Real2>> = {
  atan2: { f: (y, x) => (y === 0 && x === 0 ? NaN : Math.atan2(y + 0, x)), ulps: 2, carried: angleCarried, exact: (y, x) => y === 0 && x > 0 },
  mod: { f: (x, y) => (y === 0 ? NaN : flat(x, y)), ulps: 1, carried: modCarried, exact: (x, y) => Number.isSafeInteger(x) && Number.isSafeInteger(y) },
  gcd: { f: gcd, ulps: 0, carried: () => NaN },
  lcm: { f: lcm, ulps: 0, carried: () => NaN },
  max: { f: Math.max, ulps: 0, carried: larger },
  min: { f: Math.min, ulps: 0, carried: larger },
  agm: { f: agm, ulps: 12 },
};
